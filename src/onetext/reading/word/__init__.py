"""DOCX files as delegations exchange them: lists, tracked changes, comments, notes."""
