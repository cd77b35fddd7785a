"""Statements as Web Annotations (JSON-LD), for tools that show and gather annotations.

One annotation a statement; each of its passages is a target with a TextQuoteSelector (exact,
prefix, suffix) and a TextPositionSelector, whose positions count Unicode code points of the
source's text, as the standard says. The values are in the body twice: as JSON, from which the
statement comes back exactly, and as tags ("act:reject") for whoever reads no JSON. Rejected
statements are left out. The source of a target is the received text under its id in the record
(urn:uuid:...); where that came from an address, the address is its scope.

Source: W3C, Web Annotation Data Model, Recommendation of 23 February 2017; Web Annotation
Vocabulary, same date.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from onetext.record.codec import to_json
from onetext.record.passages import Passage
from onetext.record.store import Store
from onetext.record.views import RecordedStatement, SourceNote, Verdict

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
STATEMENT = "onetext/statement/1"
TAGS = ("act", "topic", "kind", "holder", "target")
_COLLECTION = UUID("7b0f5b0e-4b4e-5d0c-9a50-0f9a4b8f5c11")  # a name space of our own
_KEPT = tuple(verdict for verdict in Verdict if verdict is not Verdict.REJECTED)


def annotation_lines(store: Store) -> Iterator[str]:
    """An AnnotationCollection as JSON-LD, one annotation a line between its first and last."""
    statements = store.statements(verdicts=_KEPT)
    name = str(uuid5(_COLLECTION, ",".join(one.id for one in statements)))
    head = {
        "@context": CONTEXT,
        "id": urn(name),
        "type": "AnnotationCollection",
        "label": "Statements of a onetext record",
        "total": len(statements),
    }
    page = {"id": f"{urn(name)}#page", "type": "AnnotationPage", "partOf": urn(name)}
    yield f'{_json(head)[:-1]},\n"first": {_json(page)[:-1]}, "items": ['
    for number, one in enumerate(statements, start=1):
        yield _json(annotation(one)) + ("," if number < len(statements) else "")
    yield "]}}"


def annotation(recorded: RecordedStatement) -> dict[str, Any]:
    """One statement as an annotation."""
    said = recorded.statement
    values = to_json(said)
    values.pop("content")
    body = {"schema": STATEMENT, "source_sha256": recorded.source.sha256, "statement": values}
    return {
        "id": urn(recorded.id),
        "type": "Annotation",
        "motivation": "classifying",
        "created": _moment(recorded.recorded_at),
        "generator": {"type": "Software", "name": "onetext"},
        "body": [
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "application/json",
                "value": _json(body),
            },
            *(_tag(tag) for tag in _tags(recorded)),
        ],
        "target": [_target(passage, recorded.source) for passage in said.content],
    }


def urn(entry_id: str) -> str:
    return f"urn:uuid:{entry_id}"


def _target(passage: Passage, note: SourceNote) -> dict[str, Any]:
    quote = {"type": "TextQuoteSelector", "exact": passage.exact}
    if passage.prefix:
        quote["prefix"] = passage.prefix
    if passage.suffix:
        quote["suffix"] = passage.suffix
    target: dict[str, Any] = {
        "type": "SpecificResource",
        "source": {"id": urn(note.id), "type": "Text", "format": "text/plain"},
        "selector": [
            quote,
            {"type": "TextPositionSelector", "start": passage.start, "end": passage.end},
        ],
    }
    if note.origin.startswith(("http://", "https://")):
        target["scope"] = note.origin
    return target


def _tags(recorded: RecordedStatement) -> Iterable[str]:
    said = recorded.statement
    yield f"verdict:{recorded.verdict}"
    for name, value in (("speaker", said.speaker.name), ("party", said.speaker.party)):
        if value:
            yield f"{name}:{value}"
    for name in TAGS:
        value = getattr(said, name)
        if value:
            yield f"{name}:{value}"


def _tag(value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": "tagging", "value": value}


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
