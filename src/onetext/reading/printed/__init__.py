"""The text layer of a PDF, taken in a process of its own."""
