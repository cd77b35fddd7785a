"""Which entries an entry refers to, and of which kinds they have to be."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from onetext.errors import NotInRecord
from onetext.record.entries import Body, Entry, EntryKind

PROPOSED = frozenset(
    {
        EntryKind.STATEMENT_PROPOSED,
        EntryKind.PERSON_PROPOSED,
        EntryKind.MEETING_PROPOSED,
        EntryKind.PROPOSAL_PROPOSED,
    }
)
VERDICTS = frozenset({EntryKind.ACCEPTED, EntryKind.CORRECTED, EntryKind.REJECTED})
LINKS = frozenset(
    {
        EntryKind.POINT_LINKED,
        EntryKind.POINT_ASSIGNED,
        EntryKind.STATEMENT_LINKED,
        EntryKind.STATEMENT_UNLINKED,
    }
)
WITHDRAWABLE = (
    VERDICTS
    | LINKS
    | {
        EntryKind.POINTS_MATCHED,
        EntryKind.DRAFT_RECEIVED,
        EntryKind.NAMES_MERGED,
        EntryKind.NOTED,
        EntryKind.SOURCE_GRADED,
        EntryKind.COPIES_MARKED,
        EntryKind.KEY_PUBLISHED,
    }
)
NOTABLE = PROPOSED | {
    EntryKind.SOURCE_RECEIVED,
    EntryKind.DRAFT_RECEIVED,
    EntryKind.ISSUE_OPENED,
}
# Who may see these follows from what they are about, or is a matter of the whole record.
POLICY = frozenset({EntryKind.VISIBILITY_CHANGED, EntryKind.CAUCUS_NAMED})

_SOURCES = frozenset({EntryKind.SOURCE_RECEIVED})
_SOURCE = {"source": _SOURCES}
_STATEMENT = frozenset({EntryKind.STATEMENT_PROPOSED})
_ISSUE = frozenset({EntryKind.ISSUE_OPENED})
_DRAFT = frozenset({EntryKind.DRAFT_RECEIVED})
_LINKED = {"statement": _STATEMENT, "issue": _ISSUE}

_REFERS: dict[EntryKind, dict[str, frozenset[EntryKind]]] = {
    **dict.fromkeys(PROPOSED, _SOURCE),
    EntryKind.ACCEPTED: {"of": PROPOSED},
    EntryKind.REJECTED: {"of": PROPOSED},
    EntryKind.CORRECTED: {"of": _STATEMENT},
    EntryKind.WITHDRAWN: {"of": WITHDRAWABLE},
    EntryKind.POINT_LINKED: {"draft": _DRAFT, "issue": _ISSUE},
    EntryKind.POINT_ASSIGNED: {"draft": _DRAFT, "issues": _ISSUE},
    EntryKind.POINTS_MATCHED: {"before": _DRAFT, "after": _DRAFT},
    EntryKind.STATEMENT_LINKED: _LINKED,
    EntryKind.STATEMENT_UNLINKED: _LINKED,
    EntryKind.NOTED: {"of": NOTABLE},
    EntryKind.VISIBILITY_CHANGED: {"of": frozenset(EntryKind) - POLICY},
    EntryKind.SOURCE_GRADED: {"of": _SOURCES | _STATEMENT},
    EntryKind.COPIES_MARKED: {"source": _SOURCES, "other": _SOURCES},
}

_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")

Kinds = Callable[[Collection[str]], Mapping[str, EntryKind]]


@dataclass(frozen=True, slots=True)
class Mistake:
    """That the entry of this id refers to what is not there, or is not what it should be."""

    entry_id: str
    sentence: str


class References:
    """Checks that whatever entries refer to is in the record, or comes before the end."""

    def __init__(self, kinds: Kinds) -> None:
        """`kinds` tells the kinds of those of the given ids that the record holds."""
        self._kinds = kinds
        self._awaited: dict[str, list[tuple[Entry, frozenset[EntryKind]]]] = {}

    def follow(self, entries: Iterable[Entry]) -> list[Mistake]:
        """Take further entries into account; those that refer to an entry of a wrong kind."""
        coming = {}
        for entry in entries:
            coming[entry.id] = entry.kind
            for entry_id, allowed in _named(entry.kind, entry.body):
                self._awaited.setdefault(entry_id, []).append((entry, allowed))
        unknown = [entry_id for entry_id in self._awaited if entry_id not in coming]
        known = {**self._kinds(unknown), **coming} if unknown else coming
        return [
            Mistake(entry.id, _mistaken(entry, entry_id, known[entry_id], allowed))
            for entry_id in [found for found in self._awaited if found in known]
            for entry, allowed in self._awaited.pop(entry_id)
            if known[entry_id] not in allowed
        ]

    def finish(self) -> list[Mistake]:
        """Say that no more entries come; those that refer to what is not in the record."""
        return [
            Mistake(entry.id, _missing(entry, entry_id, allowed))
            for entry_id, waiting in self._awaited.items()
            for entry, allowed in waiting
        ]


def referred(kind: EntryKind) -> Mapping[str, frozenset[EntryKind]]:
    """The keys of a body of this kind that hold ids, and the kinds that these may be of."""
    return _REFERS.get(kind, {})


def rests_on(kind: EntryKind, body: Body) -> list[str]:
    """The ids of the entries that an entry of this kind, with this body, refers to."""
    return [entry_id for entry_id, _ in _named(kind, body)]


def whole_parts(entries: Iterable[Entry], left_out: list[str]) -> Iterator[Entry]:
    """Of entries that come by id: those for which all that they rest on is there, too.

    The ids of the others are added to `left_out`. Keeps every id at hand, some 100 bytes each.
    """
    there: set[str] = set()
    for entry in entries:
        if there.issuperset(rests_on(entry.kind, entry.body)):
            there.add(entry.id)
            yield entry
        else:
            left_out.append(entry.id)


def mentions(kind: EntryKind, body: Body) -> dict[str, list[str]]:
    """Further lists of ids in a body, by their keys: it says something of these entries, as that
    a verdict was given in full view of others, but does not rest on them."""
    return {
        key: value
        for key, value in body.items()
        if isinstance(value, list) and key not in referred(kind) and any(map(is_id, value))
    }


def is_id(found: object) -> bool:
    """Whether it looks as an entry's id does: a UUID of version 7, in small letters."""
    return isinstance(found, str) and _ID.fullmatch(found) is not None


def _named(kind: EntryKind, body: Body) -> Iterator[tuple[str, frozenset[EntryKind]]]:
    for key, allowed in referred(kind).items():
        named = body[key]
        for entry_id in [named] if isinstance(named, str) else named:
            yield entry_id, allowed


def refuse(mistakes: list[Mistake]) -> None:
    """Raise NotInRecord for the first of `mistakes`, if there is one."""
    if mistakes:
        raise NotInRecord(mistakes[0].sentence)


def _missing(entry: Entry, entry_id: str, allowed: Collection[EntryKind]) -> str:
    return (
        f'A "{_said(entry.kind)}" entry refers to {_expected(allowed)} "{entry_id}", '
        "which is not in the record. List what can be named with: onetext review -r RECORD"
    )


def _said(kind: EntryKind) -> str:
    return kind.replace("_", " ")


def _expected(allowed: Collection[EntryKind]) -> str:
    return " or ".join(sorted(_said(kind) for kind in allowed))


def _mistaken(entry: Entry, entry_id: str, found: EntryKind, allowed: Collection[EntryKind]) -> str:
    return (
        f'A "{_said(entry.kind)}" entry refers to "{entry_id}" as {_expected(allowed)}, but that '
        f'is a "{_said(found)}" entry. Give the id of the entry that is meant.'
    )
