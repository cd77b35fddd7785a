"""Results -> brief, tables, documents."""
