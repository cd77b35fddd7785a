"""A word on what an Akoma Ntoso file shows and its draft does not hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from onetext.text.drafts import Problem
from onetext.text.spans import Span

_WHY = {
    "del": "Left out as deleted (--changes marked shows them)",
    "ins": "Left out as inserted (--changes marked shows them)",
    "img": "Left out as pictures",
    "toc": "Left out as tables of contents",
    "note": "Left out as notes that nothing points at",
    "documentRef": "Left out as they are in other files",
    "componentRef": "Left out as they are in other files",
}
_NO_TEXT = "Left out as no text (formulas, drawings and other foreign elements)"
_SHOWN = 3
_SHOWN_CHARS = 80


def problems_of(left_out: dict[Any, str]) -> Iterator[Problem]:
    """One sentence for each kind of elements left out: how many, and the first of them."""
    kinds: dict[str, list[str]] = {}
    for element, words in left_out.items():
        why = _WHY.get(str(etree.QName(element).localname), _NO_TEXT)
        kinds.setdefault(why, []).append(words)
    for why, found in kinds.items():
        shown = [f'"{_short(words)}"' for words in dict.fromkeys(found) if words][:_SHOWN]
        told = f", as in {'; '.join(shown)}" if shown else ""
        count = f"{len(found)} elements" if len(found) > 1 else "1 element"
        yield Problem(Span(0, 0), f"{why}: {count}{told}.")


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN_CHARS else f"{words[:_SHOWN_CHARS].rstrip()}…"
