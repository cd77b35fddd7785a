"""Entries that tell again what another tells, left out, and references pointed to what stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from onetext.record.entries import Entry, EntryKind
from onetext.record.references import LINKS, PROPOSED, VERDICTS
from onetext.record.sameness import label_key, mark


def doubles_of(entries: Sequence[Entry]) -> dict[str, str]:
    """For every double among `entries`, which come as recorded, the entry that stands for it."""
    first: dict[tuple[str, ...], str] = {}
    ones: dict[str, str] = {}
    sources = [entry for entry in entries if entry.kind is EntryKind.SOURCE_RECEIVED]
    for entry in [*sources, *(entry for entry in entries if entry not in sources)]:
        known = _known_by(entry, ones)
        if known is not None:
            one = first.setdefault(known, entry.id)
            if one != entry.id:
                ones[entry.id] = one
    return ones


def as_one(entries: Sequence[Entry]) -> list[Entry]:
    """`entries` without doubles, what refers to a double referring to the one that stands."""
    ones = doubles_of(entries)
    if not ones:
        return list(entries)
    return [_pointed(entry, ones) for entry in entries if entry.id not in ones]


def _known_by(entry: Entry, ones: Mapping[str, str]) -> tuple[str, ...] | None:
    if entry.kind is EntryKind.SOURCE_RECEIVED:
        return "source", entry.body["document"]["sha256"]
    if entry.kind is EntryKind.ISSUE_OPENED:
        return "issue", label_key(entry.body["label"])
    if entry.kind in PROPOSED:
        source = entry.body["source"]
        return "proposed", ones.get(source, source), str(entry.kind), mark(entry)
    return None


def _pointed(entry: Entry, ones: Mapping[str, str]) -> Entry:
    if entry.kind in PROPOSED:
        keys: tuple[str, ...] = ("source",)
    elif entry.kind in VERDICTS or entry.kind is EntryKind.SOURCE_GRADED:
        keys = ("of",)
    elif entry.kind is EntryKind.COPIES_MARKED:
        keys = ("source", "other")
    elif entry.kind in LINKS:
        keys = ("statement", "issue", "issues")
    else:
        return entry
    body: dict[str, Any] = dict(entry.body)
    for key in keys:
        if key in body:
            named = body[key]
            body[key] = ones.get(named, named) if key != "issues" else _each(named, ones)
    return replace(entry, body=body)


def _each(ids: Sequence[str], ones: Mapping[str, str]) -> list[str]:
    return list(dict.fromkeys(ones.get(one, one) for one in ids))
