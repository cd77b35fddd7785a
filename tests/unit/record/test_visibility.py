"""Who may see what, as a value."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from onetext.errors import RecordProblem
from onetext.record.visibility import (
    EVERYONE,
    NOBODY,
    THE_PUBLIC,
    THE_TEAM,
    Viewer,
    Visibility,
    strictest,
    typed_visibility,
    widest,
)

PEOPLE = ("Ada", "Bo", "Cy")
CAUCUSES = ("caucus:Northland", "caucus:Southland")
NAMES = (*PEOPLE, *CAUCUSES)
# The public, members of a caucus who are not of the team, and people with what they sit in.
VIEWERS = [
    THE_PUBLIC,
    THE_TEAM,
    *(Viewer(frozenset({caucus})) for caucus in CAUCUSES),
    *(
        Viewer(frozenset({"team", person, *sits}))
        for person in PEOPLE
        for count in range(3)
        for sits in combinations(CAUCUSES, count)
    ),
]

written = st.one_of(
    st.sampled_from(["public", "team", "confined:"]),
    st.lists(st.lists(st.sampled_from((*NAMES, "team")), max_size=3).map(",".join), max_size=3).map(
        lambda lists: "confined:" + ";".join(lists)
    ),
)
visibilities = written.map(Visibility.of)


def admitted(visibility: Visibility) -> list[bool]:
    return [visibility.admits(viewer) for viewer in VIEWERS]


@given(visibilities, visibilities)
def test_the_strictest_admits_whom_each_admits(one: Visibility, other: Visibility) -> None:
    """What rests on two things is seen by exactly those who may see both."""
    both = [a and b for a, b in zip(admitted(one), admitted(other), strict=True)]
    assert admitted(strictest([one, other])) == both


@given(visibilities, visibilities)
def test_the_widest_admits_whom_either_admits(one: Visibility, other: Visibility) -> None:
    """Who may see either of two things may see what both of them say."""
    either = [a or b for a, b in zip(admitted(one), admitted(other), strict=True)]
    assert admitted(widest(one, other)) == either


@given(st.lists(visibilities), st.randoms())
def test_the_order_of_what_a_thing_rests_on_does_not_matter(
    found: list[Visibility], chance: random.Random
) -> None:
    """The strictest of several is the same in whatever order and grouping it is taken."""
    shuffled = list(found)
    chance.shuffle(shuffled)
    half = len(found) // 2
    grouped = strictest([strictest(found[:half]), strictest(found[half:])])
    assert strictest(found) == strictest(shuffled) == grouped
    assert strictest([*found, EVERYONE]) == strictest(found)
    assert strictest([*found, NOBODY]) == NOBODY


@given(written)
def test_what_is_written_reads_back(text: str) -> None:
    """A visibility is written so that it reads back as the same, and admits the same people."""
    found = Visibility.of(text)
    assert Visibility.of(str(found)) == found
    assert str(Visibility.of(str(found))) == str(found)


@given(st.text().filter(lambda text: text not in ("public", "team")))
def test_what_is_not_understood_is_seen_by_nobody(text: str) -> None:
    """A word that a newer version may have written lets nobody in but the file's owner."""
    assume(not text.startswith("confined:"))
    assert not any(admitted(Visibility.of(text)))


def test_a_person_of_the_team_is_not_let_in_by_its_name() -> None:
    """Confined to Ada is not for the team, and what is for the team is for Ada, too."""
    ada = Viewer(frozenset({"team", "Ada"}))
    assert Visibility.of("confined:Ada").admits(ada)
    assert not Visibility.of("confined:Ada").admits(THE_TEAM)
    assert Visibility.of("team").admits(ada)
    assert not Visibility.of("team").admits(THE_PUBLIC)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("public", "public"),
        (" team ", "team"),
        ("confined: Ada  Berg , caucus:Northland", "confined:Ada Berg,caucus:Northland"),
        ("confined:Bo,Ada,Bo", "confined:Ada,Bo"),
        ("confined:team,Ada", "team"),
    ],
)
def test_what_a_person_types(typed: str, kept: str) -> None:
    """Spaces and order do not matter; what is kept reads the same each time."""
    assert typed_visibility(typed) == kept


@pytest.mark.parametrize(
    "typed", ["", "secret", "confined", "confined:", "confined: , ", "confined:public,Ada",
              "confined:caucus:", "confined:Ada;Bo", "Public"],
)  # fmt: skip
def test_what_a_person_cannot_mean_is_refused(typed: str) -> None:
    """One sentence says what can be typed; nothing is guessed where a secret is at stake."""
    with pytest.raises(RecordProblem, match="was given as a visibility"):
        typed_visibility(typed)
