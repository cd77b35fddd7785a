"""A report or a draft file -> proposed entries, each with the exact words."""
