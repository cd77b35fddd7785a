"""The people of a report: one entry for each person, whatever the spelling or the short form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from onetext.reading.stage import Stage
from onetext.reading.who.parties import parties_of_phrase
from onetext.reading.who.personhood import Gender, gender_of, is_person
from onetext.reading.who.rolewords import RANKS, is_calling, is_office, singular
from onetext.reading.who.sightings import Sighting, sightings
from onetext.reading.who.variants import same_given_name, same_surname
from onetext.text.spans import Span


@dataclass(frozen=True, slots=True)
class Character:
    """A person whom the report names. `party` is settled by `affiliation`.

    `owners` are parties of which the report says "its envoy" or the like; `speaks` tells
    whether the person is introduced by what they say.
    """

    name: str
    roles: tuple[str, ...]
    mentions: tuple[Span, ...]
    gender: Gender = Gender.UNKNOWN
    party: str | None = None
    owners: tuple[str, ...] = ()
    speaks: bool = False

    @property
    def surname(self) -> str:
        return self.name.split()[-1]

    @property
    def holds_office(self) -> bool:
        """Whether some role is one whose holders speak for a side."""
        return any(is_office(word) for role in self.roles for word in role.split())

    @property
    def private(self) -> bool:
        """Whether the person is known by a calling alone, and so speaks for no party."""
        return bool(self.roles) and not any(_says_office(role) for role in self.roles)


@dataclass(slots=True)
class _Group:
    """Sightings of one person, while they are being gathered."""

    name: str
    seen: list[Sighting] = field(default_factory=list)


def people_of(stage: Stage, sources: Sequence[Span] = ()) -> tuple[Character, ...]:
    """Everybody whom the report names, in the order of first mention, without parties yet.

    `sources` are words that are known to name who speaks.
    """
    seen = [_speaking(one, sources) for one in sightings(stage)]
    ordinary = {word.text for scene in stage.scenes for word in scene.words if not word.capital}
    groups = _groups([one for one in seen if one.name.lower() not in ordinary])
    characters = [
        _character(stage, group) for group in groups if is_person(stage, group.name, group.seen)
    ]
    return tuple(sorted(characters, key=lambda one: one.mentions[0]))


def find_character(name: str, people: Iterable[Character]) -> Character | None:
    """The person whom a full or short name means, in any spelling."""
    words = name.split()
    for person in people:
        own = person.name.split()
        if same_surname(words[-1], own[-1]) and (
            len(words) == 1 or len(own) == 1 or same_given_name(words[0], own[0])
        ):
            return person
    return None


def _groups(seen: Sequence[Sighting]) -> list[_Group]:
    groups: list[_Group] = []
    full = [one for one in seen if len(one.words) > 1]
    short = [one for one in seen if len(one.words) == 1]
    for one in full:
        group = next((group for group in groups if _same(one, group)), None)
        if group is None:
            group = _Group(one.name)
            groups.append(group)
        group.seen.append(one)
    for one in short:
        alike = [group for group in groups if same_surname(one.name, group.name.split()[-1])]
        before = [group for group in alike if group.seen and group.seen[0].span < one.span]
        if not alike:
            groups.append(_Group(one.name, [one]))
        else:
            (before[-1] if before else alike[0]).seen.append(one)
    for group in groups:
        group.seen.sort(key=lambda one: one.span)
    return groups


def _speaking(one: Sighting, sources: Sequence[Span]) -> Sighting:
    """The sighting, as a speaker's if it stands at the head of a source."""
    heads = any(source.contains(one.span) for source in sources)
    return replace(one, speaks=True) if heads and not one.possessive else one


def _same(one: Sighting, group: _Group) -> bool:
    own = group.name.split()
    return same_surname(one.words[-1], own[-1]) and same_given_name(one.words[0], own[0])


def _character(stage: Stage, group: _Group) -> Character:
    roles = dict.fromkeys(role for one in group.seen for role in one.roles)
    longest = max((one.name for one in group.seen), key=lambda name: len(name.split()))
    character = Character(
        longest,
        tuple(roles),
        tuple(one.span for one in group.seen),
        speaks=group.seen[0].speaks,
        owners=tuple(dict.fromkeys(one.owner for one in group.seen if one.owner)),
    )
    return replace(character, gender=gender_of(stage, character.roles, group.seen))


def _says_office(role: str) -> bool:
    """Whether the head of a role is an office: "adviser at an institute" is a calling."""
    heads = re.split(r"\s(?:of|at|for|in|to|with|from)\s", role)[0].split()
    if any(is_calling(word) for word in heads[-1:]):
        return False
    if any(singular(word) in RANKS for word in heads) and parties_of_phrase(role):
        return True
    return any(is_office(word) for word in role.split()) and not any(map(is_calling, heads))
