"""Stores that stand on a database. Only `onetext.wiring` chooses among them."""
