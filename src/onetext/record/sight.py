"""Who may see each entry of a record, as things stand now.

An entry may be seen by who may see it itself, by the latest word on that, and everything that
it rests on, and what that rests on. `inherited` adds nothing to what an entry rests on; where
it rests on nothing, it is for the team. What rests on something that is not in the record, or
cannot be understood, nobody may see but who holds the record.

Who may see what is always decided as of now, whatever date is asked about: an entry that is
confined today is not shown in the answer to what was known yesterday.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from onetext.errors import NotInRecord
from onetext.record.entries import INHERITED, PUBLIC, TEAM, Body, Entry, EntryKind
from onetext.record.references import is_id, rests_on
from onetext.record.visibility import (
    CAUCUS,
    EVERYONE,
    NOBODY,
    THE_PUBLIC,
    THE_TEAM,
    THE_TEAM_ALONE,
    Viewer,
    Visibility,
    caucus_of,
    strictest,
)


@dataclass(slots=True)
class _Word:
    """The latest word on something, and the time and id by which it is the latest."""

    place: tuple[object, ...] = ()
    said: tuple[str, ...] = ()

    def follow(self, entry: Entry, said: Iterable[str]) -> None:
        place = (entry.recorded_at, entry.id)
        if not self.place or place > self.place:
            self.place, self.said = place, tuple(said)


@dataclass(slots=True)
class Sight:
    """What follows from the entries of a record for who may see each of them."""

    _rests: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _own: dict[str, Visibility] = field(default_factory=dict)
    _now: dict[str, Visibility] = field(default_factory=dict)
    _changed: dict[str, _Word] = field(default_factory=dict)  # by the id of the entry
    _caucuses: dict[str, _Word] = field(default_factory=dict)  # by party
    _people: set[str] = field(default_factory=set)  # who wrote in it, or ever sat in a caucus

    @classmethod
    def over(cls, entries: Iterable[Entry]) -> Sight:
        """Of a whole record; `entries` come in any order."""
        sight = cls()
        for entry in entries:
            sight._take(entry)
        sight._settle()
        return sight

    def follow(self, entries: Iterable[Entry]) -> None:
        """Take entries into account that came after: they rest on what was there before."""
        unsettled = False
        for entry in entries:
            self._take(entry)
            self._now[entry.id] = self._inherited(entry.id, self._own[entry.id])
            unsettled |= entry.kind is EntryKind.VISIBILITY_CHANGED
        if unsettled:
            self._settle()

    def of(self, entry_id: str) -> Visibility:
        """Who may see an entry, with all that it rests on."""
        return self._now.get(entry_id, NOBODY)

    def viewer(self, named: str) -> Viewer:
        """Who is meant by "public", "team", "caucus:PARTY" or a person's name.

        Raises:
            NotInRecord: the record knows nobody of that name. One that was mistyped, such as
                "publc", must not be taken for a person of the team.
        """
        name = " ".join(named.split())
        if name == PUBLIC:
            return THE_PUBLIC
        if name == TEAM:
            return THE_TEAM
        if name not in self._names():
            raise NotInRecord(
                f'"{named}" was named as who is to see the record, but nobody of that name has '
                f"recorded anything, sits in a caucus or is let in by name. Use {PUBLIC}, {TEAM}, "
                f"{CAUCUS}PARTY, or a name as it stands in the record."
            )
        if name.startswith(CAUCUS):
            return Viewer(frozenset({name}))
        sits = (caucus_of(party) for party, word in self._caucuses.items() if name in word.said)
        return Viewer(frozenset({TEAM, name, *sits}))

    def _take(self, entry: Entry) -> None:
        self._people.add(entry.author)
        try:
            rests = tuple(dict.fromkeys((*rests_on(entry.kind, entry.body), *_ids(entry.body))))
            if entry.kind is EntryKind.VISIBILITY_CHANGED:
                word = self._changed.setdefault(entry.body["of"], _Word())
                word.follow(entry, [entry.body["visibility"]])
            elif entry.kind is EntryKind.CAUCUS_NAMED:
                word = self._caucuses.setdefault(entry.body["party"], _Word())
                word.follow(entry, entry.body["members"])
                self._people.update(entry.body["members"])
        except (KeyError, TypeError):  # a body that was damaged: `verify` names it
            self._rests[entry.id], self._own[entry.id] = (), NOBODY
            return
        self._rests[entry.id] = rests
        self._own[entry.id] = _declared(entry.visibility, rests)

    def _settle(self) -> None:
        """Go over all entries until nothing changes: mostly twice, as they refer back in time."""
        self._now = dict(self._own)
        for entry_id in self._changed.keys() & self._own.keys():
            if self._own[entry_id] != NOBODY:
                said = self._changed[entry_id].said[0]
                self._now[entry_id] = _declared(said, self._rests[entry_id])
        unsettled = True
        while unsettled:
            unsettled = False
            for entry_id, rests in self._rests.items():
                if rests:
                    found = self._inherited(entry_id, self._now[entry_id])
                    unsettled |= found != self._now[entry_id]
                    self._now[entry_id] = found

    def _inherited(self, entry_id: str, own: Visibility) -> Visibility:
        above = {self._now.get(one, NOBODY) for one in self._rests[entry_id]}
        return own if above <= {own, EVERYONE} else strictest((own, *above))

    def _names(self) -> set[str]:
        """All who are known to the record: who wrote in it, sits in a caucus, or is let in."""
        found = self._people | {caucus_of(party) for party in self._caucuses}
        declared = {Visibility.of(word.said[0]) for word in self._changed.values()}
        for visibility in declared.union(self._own.values()):
            found.update(name for names in visibility.lists for name in names)
        return found - {PUBLIC, TEAM, CAUCUS}


def _declared(written: str, rests: tuple[str, ...]) -> Visibility:
    if written == INHERITED:
        return EVERYONE if rests else THE_TEAM_ALONE
    return Visibility.of(written)


def _ids(body: Body) -> Iterable[str]:
    """What stands in a body as an id, though no rule of `references` names it."""
    return (value for value in body.values() if is_id(value))
