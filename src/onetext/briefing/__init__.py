"""Results -> the brief, as HTML, Markdown and DOCX."""
