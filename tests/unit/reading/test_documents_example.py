"""The example that ships with the schema onetext/reading/1."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from onetext.reading.documents import document_from_text, load_document
from onetext.record.documents import Document

_EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
_PUBLISHED = date(2025, 12, 3)


def _as_json(document: Document) -> dict[str, Any]:
    return {
        "sha256": document.sha256,
        "title": document.title,
        "publisher": document.publisher,
        "agencies": list(document.agencies),
        "authors": list(document.authors),
        "published": document.published.isoformat() if document.published else None,
        "language": document.language,
        "words": document.words,
        "reading_time_min": document.reading_time_min,
        "text": document.text,
        "blocks": [
            {"kind": block.kind.value, "start": block.start, "end": block.end}
            for block in document.blocks
        ],
    }


def test_the_example_gives_its_document_to_the_letter() -> None:
    """text, blocks, agencies, counts and digest are those of reading.json, nothing else."""
    expected = json.loads((_EXAMPLES / "reading.json").read_text(encoding="utf-8"))["document"]
    document = load_document(_EXAMPLES / "reading.txt", published=_PUBLISHED)
    assert _as_json(document) == expected


def test_a_text_makes_the_same_document_as_its_file() -> None:
    """document_from_text is load_document without the file."""
    path = _EXAMPLES / "reading.txt"
    document = load_document(path, published=_PUBLISHED)
    text = path.read_bytes().decode("utf-8")
    assert document_from_text(text, document.sha256, published=_PUBLISHED) == document
