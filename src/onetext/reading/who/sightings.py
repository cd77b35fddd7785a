"""Every place where a report may name a person, with what is said there of whom it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onetext.reading.cues import SPEECH
from onetext.reading.stage import Scene, Stage
from onetext.reading.who.appositions import role_after, role_before_comma
from onetext.reading.who.names import STARTERS
from onetext.reading.who.nearness import ADMINISTRATION
from onetext.reading.who.parties import PRIVATE, party_named
from onetext.reading.who.phrases import MEDIA_NAME
from onetext.reading.who.roles import names_body, owner_before, role_before, split_run
from onetext.reading.who.rolewords import OFFICES, is_role, singular
from onetext.reading.who.variants import clean
from onetext.text.spans import Span

SPEAKS = re.compile(
    rf"\s*(?:,[^,.]{{3,120}},\s*|,\s*who\s+|who\s+)?(?:\w+ly\s+)?(?:(?:has|had|have)\s+)?(?:also\s+|\w+ly\s+)?"
    rf"(?:{SPEECH})\b"
)
SPOKEN_BY = re.compile(rf"\b(?:{SPEECH})\s+$")
ACTS = re.compile(r"\s+(?:has|had|is|was|will|would|regained|\w+ed|met|took|led|won)\s")
OWNED_ROLE = re.compile(r"\b(?:its|their)\s+(?:[\w-]+[\s,]+){0,6}$", re.IGNORECASE)
SEVERAL = re.compile(r"^(?P<roles>[\w -]+s) of (?P<whose>.+ and .+)$")
OF_SOMEBODY = re.compile(
    r"\b(?:aide|advis[eo]r|ally|spokes\w+|lawyer|envoy|assistant|deputy|son|daughter|wife|husband)s?"
    r"\s+(?:to|of|for)\s+$"
)
ARTICLE_BEFORE = re.compile(r"\b(?:the|an?)\s+$", re.IGNORECASE)
PLACE_BEFORE = re.compile(r"\b(?:in|at|near|into|outside|around|across|off|of|from)\s+(?:the\s+)?$")
AND_BEFORE = re.compile(r"(?:,|\band|,\s+and)\s*$")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A capitalised name where it stands.

    `roles` are what is said there of its bearer, `owner` the party whose "its" gives the role;
    `shares` says that the role before it is a plural that the names after it share; `speaks`
    that it is the subject of a verb of speech, `acts` of some verb, `administers` that it
    stands before "administration".
    """

    name: str
    span: Span
    roles: tuple[str, ...]
    owner: str | None
    titled: bool
    shares: bool
    speaks: bool
    acts: bool
    administers: bool
    placed: bool
    possessive: bool
    articled: bool
    scene: int

    @property
    def words(self) -> list[str]:
        return self.name.split()


def sightings(stage: Stage) -> list[Sighting]:
    """All sightings of a report in the order of its text, without those in title case."""
    found: list[Sighting] = []
    for number, scene in enumerate(stage.scenes):
        if not scene.title_case:
            found.extend(_with_shared_roles(stage.text, _in_scene(stage.text, scene, number)))
    return found


def _in_scene(text: str, scene: Scene, number: int) -> Iterator[Sighting]:
    for run in scene.runs:
        first, titled = split_run(text, scene.words, run)
        while first < run.last and scene.words[first].bare.lower() in STARTERS:
            first += 1
        if first >= run.last:
            continue
        span = Span(scene.words[first].start, run.span.end)
        name = clean(span.of(text))
        if not _may_name_a_person(name):
            continue
        before = role_before(text, scene.words, first)
        if before is None:
            before = role_before_comma(text, span.start, scene.block.start)
        told = None if run.possessive else role_after(text, span.end, scene.block.end)
        after, owned = told or (None, False)
        lead = text[max(scene.block.start, span.start - 40) : span.start]
        head = singular(before.split()[-1]) if before else ""
        yield Sighting(
            name=name,
            span=span,
            roles=tuple(_singular_head(role) for role in (before, after) if role),
            owner=_owner(text, scene, first, owned=owned),
            titled=titled or before is not None or bool(OF_SOMEBODY.search(lead)),
            shares=bool(before)
            and before is not None
            and before.split()[-1].lower() != head
            and head in OFFICES,
            speaks=bool(SPEAKS.match(text, span.end)) or bool(SPOKEN_BY.search(lead)),
            administers=bool(ADMINISTRATION.match(text, span.end)),
            acts=bool(ACTS.match(text, span.end)),
            placed=bool(PLACE_BEFORE.search(lead)),
            possessive=run.possessive,
            articled=bool(ARTICLE_BEFORE.search(lead)) and first == run.first,
            scene=number,
        )


def _owner(text: str, scene: Scene, first: int, *, owned: bool) -> str | None:
    """The party whose "its" stands before the role of the name, where one does."""
    start = scene.words[first].start
    begin = max((one.start for one in scene.sentences if one.start <= start), default=start)
    if owned or OWNED_ROLE.search(text[max(begin, start - 60) : start]):
        return owner_before(scene.words, first, begin)
    return None


def _with_shared_roles(text: str, found: Iterator[Sighting]) -> Iterator[Sighting]:
    """Names joined by "and" to a name with a plural role have that role too."""
    last: Sighting | None = None
    number, plural = 0, ""
    for one in found:
        if one.roles and (own := _respectively(one.roles[0], 0)):
            number, plural = 0, one.roles[0]
            one = replace(one, roles=(own,), shares=True)
        elif one.roles:
            plural = ""
        if last is not None and last.shares and not one.roles:
            between = text[last.span.end : one.span.start]
            if len(between) < 8 and AND_BEFORE.search(between):
                number += 1
                more = not between.strip().endswith("and")
                roles = (_respectively(plural, number),) if plural else last.roles
                kept = tuple(role for role in roles if role)
                one = replace(one, roles=kept, titled=True, shares=more)
        yield one
        last = one


def _respectively(role: str, number: int) -> str | None:
    """The role of each name after "ministers of Northland and Southland", by its number."""
    shared = SEVERAL.match(role)
    if shared is None:
        return None
    sides = [side for side in re.split(r",\s*|\s+and\s+", shared["whose"]) if side]
    noun = _singular_head(shared["roles"])
    named = number < len(sides) and noun != shared["roles"]
    return f"{noun} of {sides[number]}" if named else None


def _singular_head(role: str) -> str:
    words = role.split()
    if is_role(words[-1]) and len(words) > 1:
        lower = words[-1].lower()
        head = singular(words[-1])
        if lower != head:
            words[-1] = words[-1][: len(head)] if lower.startswith(head) else head
    return " ".join(words)


def _may_name_a_person(name: str) -> bool:
    words = name.split()
    if len(words) > 5 or party_named(name) is not None or names_body(name):
        return False
    if any(party_named(part) for word in words if "-" in word for part in re.split("[-‑]", word)):
        return False
    if party_named(words[-1]) is not None or MEDIA_NAME.search(name):
        return False
    if any(word in PRIVATE for word in words) or not any(sign.isalpha() for sign in name):
        return False
    return not (len(words) == 1 and (len(name) < 3 or name.isupper()))
