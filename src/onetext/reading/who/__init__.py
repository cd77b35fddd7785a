"""Who is speaking, and for whom: people, bodies and parties, resolved across a document."""
