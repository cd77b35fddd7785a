"""Who may see what: everyone, the team, or those who stand on every one of some lists of names.

A visibility is written as `public`, `team`, or `confined:NAMES`, where a name is that of a
person or `caucus:PARTY`, whose members the record names: "confined:Ada Berg,caucus:Northland".
What rests on several things may be seen only by who may see each of them; where that is no
single list, lists are joined by ";", and a viewer has to stand on every one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from onetext.errors import RecordProblem
from onetext.record.entries import INHERITED, PUBLIC, TEAM

CONFINED = "confined:"
CAUCUS = "caucus:"
BETWEEN_NAMES = ","
BETWEEN_LISTS = ";"

Lists = frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who asks, by all the names under which they may be let in.

    A person's are their own, that of every caucus they sit in, and "team".
    """

    names: frozenset[str]


THE_PUBLIC = Viewer(frozenset())
THE_TEAM = Viewer(frozenset({TEAM}))


@dataclass(frozen=True, slots=True)
class Visibility:
    """Who may see something: those who stand on each of `lists`; everyone where there is none.

    No list holds another: of such two, the shorter decides.
    """

    lists: Lists

    def admits(self, viewer: Viewer) -> bool:
        return all(names & viewer.names for names in self.lists)

    def __str__(self) -> str:
        """As it is written into an entry; equal visibilities are written alike."""
        if not self.lists:
            return PUBLIC
        if self.lists == _TEAM:
            return TEAM
        lists = sorted(BETWEEN_NAMES.join(sorted(names)) for names in self.lists)
        return CONFINED + BETWEEN_LISTS.join(lists)

    @classmethod
    def of(cls, written: str) -> Visibility:
        """What an entry says of itself; what cannot be understood, nobody may see."""
        if written == PUBLIC:
            return EVERYONE
        if written == TEAM:
            return THE_TEAM_ALONE
        if not written.startswith(CONFINED):
            return NOBODY
        lists = written.removeprefix(CONFINED).split(BETWEEN_LISTS)
        return cls(_shortest(frozenset(_names(names)) for names in lists))


def strictest(found: Iterable[Visibility]) -> Visibility:
    """Of what rests on several things: only who may see each of them may see it."""
    return Visibility(_shortest(names for one in found for names in one.lists))


@lru_cache(1024)
def strictest_of(*written: str) -> str:
    """The strictest of what entries say of themselves; `inherited` adds nothing to the others."""
    return str(strictest(Visibility.of(one) for one in written if one != INHERITED))


def widest(one: Visibility, other: Visibility) -> Visibility:
    """Who may see either of two things."""
    return Visibility(_shortest(mine | theirs for mine in one.lists for theirs in other.lists))


def typed_visibility(typed: str) -> str:
    """A visibility that a person typed, as it is written into an entry.

    Raises:
        RecordProblem: it is none.
    """
    word = " ".join(unicodedata.normalize("NFC", typed).split())
    if word in (PUBLIC, TEAM, INHERITED):
        return word
    names = _names(word.removeprefix(CONFINED))
    if not word.startswith(CONFINED) or BETWEEN_LISTS in word or not names:
        raise RecordProblem(
            f'"{typed}" was given as a visibility, but that is none. Use {PUBLIC}, {TEAM}, or '
            f'names, as in "{CONFINED}Ada Berg,{CAUCUS}Northland".'
        )
    for name in names:
        if name in (PUBLIC, INHERITED, CAUCUS):
            raise RecordProblem(
                f'"{typed}" was given as a visibility, but "{name}" is the name of nobody. '
                f'Name people or a party\'s caucus, as in "{CONFINED}Ada Berg,{CAUCUS}Northland".'
            )
    return str(Visibility(_shortest([frozenset(names)])))


def caucus_of(party: str) -> str:
    """The name under which the members of a party's caucus are let in."""
    return f"{CAUCUS}{party}"


def _names(listed: str) -> list[str]:
    return [name for found in listed.split(BETWEEN_NAMES) if (name := " ".join(found.split()))]


def _shortest(lists: Iterable[frozenset[str]]) -> Lists:
    """Without those that hold another.

    People are of the team: a list that lets the team in need not name them, and beside a list
    of people alone none has to say that they are of it.
    """
    found = {_without_people(names) if TEAM in names else names for names in lists}
    kept = {names for names in found if not any(other < names for other in found)}
    if any(names and not _without_people(names) for names in kept):
        kept -= _TEAM
    return frozenset(kept)


def _without_people(names: frozenset[str]) -> frozenset[str]:
    return frozenset(name for name in names if name == TEAM or name.startswith(CAUCUS))


_TEAM: Lists = frozenset({frozenset({TEAM})})
EVERYONE = Visibility(frozenset())
THE_TEAM_ALONE = Visibility(_TEAM)
NOBODY = Visibility(frozenset({frozenset[str]()}))
