"""Alembic migrations of the log of entries. Derived tables need none: they are derived anew."""
