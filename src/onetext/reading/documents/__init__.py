"""From a file to a `Document`: its text, its blocks, and what it tells of itself."""

from onetext.reading.documents.assemble import document_from_text
from onetext.reading.documents.load import load_document, load_with_doubts

__all__ = ["document_from_text", "load_document", "load_with_doubts"]
