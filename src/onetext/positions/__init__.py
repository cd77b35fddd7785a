"""Folds the record into who stands where on which issue, as of a date."""
