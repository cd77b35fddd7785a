"""Quotes in a problem file: the words on which a demand or a value rests."""

from __future__ import annotations

from datetime import date

from onetext.settlement.problem import Quote
from onetext.settlement.problem_nodes import Place, only_keys

QUOTE_KEYS = ("words", "speaker", "said_on", "publisher", "statement", "verbatim")


def quotes_at(place: Place | None) -> tuple[Quote, ...]:
    """The quotes of a list; none where there is no list."""
    return tuple(quote_at(item) for item in place.items("quotes")) if place else ()


def quote_at(place: Place, *, beside: tuple[str, ...] = ()) -> Quote:
    """One quote; `beside` are keys of the same mapping that say what it is about."""
    entries = place.entries("a quote")
    only_keys(place, entries, (*QUOTE_KEYS, *beside), "a quote")
    if "words" not in entries:
        raise place.problem("A quote needs its words.")

    def text(key: str) -> str | None:
        return entries[key].text(key) if key in entries else None

    day = text("said_on")
    try:
        said_on = date.fromisoformat(day) if day else None
    except ValueError:
        raise entries["said_on"].problem(
            f'said_on must be a date such as 2030-04-11, but is "{day}".'
        ) from None
    return Quote(
        words=text("words") or "",
        speaker=text("speaker") or "unnamed speaker",
        said_on=said_on,
        publisher=text("publisher"),
        statement=text("statement") or "",
        verbatim="verbatim" not in entries or entries["verbatim"].truth("verbatim"),
    )
