"""What is known: sources, statements, parties, meetings and drafts, as append-only entries."""
