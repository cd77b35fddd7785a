"""Names that were merged, followed to their end."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from onetext.record.names import names_of
from onetext.record.statements import Named
from onetext.record.views import NameMerge

NAMES = st.sampled_from("abcdef")


def merge(into: str, *names: str, what: Named = Named.PARTY) -> NameMerge:
    return NameMerge("", what, into, names, None, "ada", datetime(2030, 1, 1, tzinfo=UTC))


def test_a_merge_of_merged_names_is_followed() -> None:
    """a is b and b is c, so a is c; a person of that name is somebody else."""
    names = names_of([merge("b", "a"), merge("c", "b")])
    assert [names.party(one) for one in "abc"] == ["c", "c", "c"]
    assert names.person("a") == "a"
    assert names.party(None) is None
    assert not names.none


def test_the_latest_word_wins_where_two_contradict() -> None:
    """Merged one way and then the other: the second stands, and there is no circle."""
    names = names_of([merge("b", "a"), merge("a", "b")])
    assert (names.party("a"), names.party("b")) == ("a", "a")


@given(st.lists(st.tuples(NAMES, st.lists(NAMES, min_size=1)), max_size=12))
def test_every_name_has_one_end(merges: list[tuple[str, list[str]]]) -> None:
    """Whatever is merged into whatever: called by its name, a party keeps that name."""
    made = [merge(into, *(n for n in names if n != into)) for into, names in merges]
    found = names_of([one for one in made if one.names])
    for name in "abcdef":
        called = found.party(name)
        assert found.party(called) == called
    for last in made[-1:]:
        if last.names:
            assert {found.party(name) for name in (last.into, *last.names)} == {last.into}
