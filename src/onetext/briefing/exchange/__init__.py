"""Texts as files that delegations exchange: tracked, bracketed, clean, in columns, in XML."""
