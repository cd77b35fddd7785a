"""Which sources are copies of one text: changed by an outlet, shortened, or put into another."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetext.record.copies import CopyGroups, CopyWord, SourceLikeness, alike, pair
from onetext.record.documents import Block, BlockKind, Document
from onetext.record.shingles import (
    Likeness,
    likeness,
    own_words,
    passages,
    plain,
    runs,
    shingles,
)
from onetext.record.sketches import MANY_BANDS, keys
from onetext.testing import make_document

WIRE = (
    "HOLM (LPA) — The foreign ministers of Northland and Southland ended two days of talks in "
    "Holm on Friday without a signature, said three people who were in the room.",
    "Tomas Hale, the minister of Northland, said that his government had accepted the river Lune "
    "as the border and now expected an answer on the ports within 28 days.",
    "Mira Sol, who leads the delegation of Southland, told reporters that 19 of the 28 points "
    "were settled, and that the rest would have to wait for her parliament.",
    "The mediator, Ada Berg, had carried her second draft between the two capitals for a week; "
    "she called the mood sober, and did not say when the ministers would meet again.",
    "Some 600 observers watch the ceasefire along the river, which was broken four times in "
    "March, each side blaming the other for the shots that were fired.",
)
OTHER = (
    "No deal was reached in Holm, where negotiators from both banks of the Lune had gathered "
    "since Thursday morning under the eyes of Ada Berg.",
    "Northland's Tomas Hale told our reporter outside the town hall that the border question "
    "was behind them: his side takes the river. He wants to hear about harbours next.",
    "For Southland, Mira Sol counted nineteen points out of twenty-eight as done. Her deputies "
    "at home must see what is left, she said before boarding her train.",
    "Neither delegation would name a date. Shots rang out near the bridge four times last "
    "month, and six hundred monitors in blue vests patrol there.",
)


def copied(one: tuple[str, ...], other: tuple[str, ...]) -> Likeness | None:
    """What two reports share, where they are found to be copies."""
    ours, theirs = own_words(make_document(*one)), own_words(make_document(*other))
    if not keys(ours) & keys(theirs):
        return None
    return alike(shingles(ours), shingles(theirs))


CHANGED = {
    "another head and foot": ("From our own pages", *WIRE, "More on this tomorrow in the Herald."),
    "a fifth cut off": WIRE[:4],
    "one paragraph written anew": (*WIRE[:2], OTHER[2], *WIRE[3:]),
    "numbers in words": tuple(
        one.replace("28", "twenty-eight").replace("19", "nineteen").replace("600", "six hundred")
        for one in WIRE
    ),
    "paragraphs run together": (" ".join(WIRE[:3]), " ".join(WIRE[3:])),
    "shortened, inside a longer report": (*OTHER, WIRE[1], WIRE[3]),
}


@pytest.mark.parametrize("changed", CHANGED.values(), ids=CHANGED)
def test_what_an_outlet_changes_leaves_a_copy(changed: tuple[str, ...]) -> None:
    """Whichever of the two comes first."""
    shared = (WIRE[1], WIRE[3]) if changed[0] == OTHER[0] else WIRE
    found = copied(shared, changed)
    assert found is not None
    assert found == copied(changed, shared)
    assert found.containment >= 0.5


def test_two_reports_on_one_event_are_no_copies() -> None:
    """They tell the same of the same people, in their own words."""
    assert copied(WIRE, OTHER) is None


def test_what_belongs_to_the_outlet_does_not_count() -> None:
    """Two reports that share nothing but a long foot are no copies."""

    def under_foot(words: str) -> Document:
        foot = " ".join(WIRE)
        blocks = (
            Block(BlockKind.PARAGRAPH, 0, len(words)),
            Block(BlockKind.FURNITURE, len(words) + 2, len(words) + 2 + len(foot)),
        )
        text = f"{words}\n\n{foot}"
        return replace(make_document(text), text=text, blocks=blocks)

    one, other = (own_words(under_foot(words)) for words in (OTHER[0], OTHER[3]))
    assert keys(one).isdisjoint(keys(other))
    assert likeness(shingles(one), shingles(other)).shared == 0


def test_keys_are_the_same_on_every_machine() -> None:
    """They are kept in records: a change of the sketch calls for a new derivation."""
    assert sorted(keys([WIRE[0]])) == sorted(keys([WIRE[0].upper()]))
    assert keys([WIRE[0]]) == EXPECTED


EXPECTED = frozenset(
    [
        -6461416212191146981,
        -5345392925772712096,
        -4016900858995824828,
        -2268044323224643391,
        3414095298862787829,
        3479205749053813075,
        4267777768858252297,
        5714718872987859738,
    ]
)


words = st.lists(
    st.sampled_from(["river", "border", "port", "talk", "ferry", "toll", "bank", "bridge"])
)


@given(one=words, other=words)
def test_likeness_is_counted_from_runs(one: list[str], other: list[str]) -> None:
    """The shares lie between 0 and 1, and do not depend on which of the two is named first."""
    ours, theirs = frozenset(runs(one)), frozenset(runs(other))
    found = likeness(ours, theirs)
    assert found == likeness(theirs, ours)
    assert 0 <= found.jaccard <= found.containment <= 1
    assert likeness(ours, ours).containment == (1.0 if ours else 0.0)


@given(blocks=st.lists(st.text(max_size=300), max_size=5))
def test_passages_hold_every_word_once_and_in_order(blocks: list[str]) -> None:
    """But for a rest of fewer words than a run has; each makes at most one key for a band."""
    found = [word for passage in passages(blocks) for word in passage]
    every = [word for text in blocks for word in plain(text)]
    assert every[: len(found)] == found
    assert len(every) - len(found) < 5
    assert len(keys(blocks)) <= MANY_BANDS * len(list(passages(blocks)))


MOMENT = datetime(2030, 1, 1, tzinfo=UTC)


def like(one: str, other: str, containment: float = 0.9) -> SourceLikeness:
    return SourceLikeness(*pair(one, other), Likeness(50, 0.5, containment), MOMENT)


def word(one: str, other: str, *, copies: bool) -> CopyWord:
    return CopyWord("w", *pair(one, other), copies, None, "ada", MOMENT)


def test_a_copy_of_a_copy_is_in_the_group() -> None:
    """Groups are told by their smallest id; what has no copy stands alone."""
    groups = CopyGroups([like("b", "c"), like("a", "b"), like("e", "f")])
    assert groups.all() == [("a", "b", "c"), ("e", "f")]
    assert groups.together("a", "c")
    assert groups.of("d") == ("d",)


def test_a_persons_word_joins_and_parts() -> None:
    """What is said to be no copy is never in one group, not by way of a third source either."""
    alike = [like("a", "b", 0.9), like("b", "c", 0.6)]
    assert CopyGroups(alike, [word("a", "c", copies=False)]).all() == [("a", "b")]
    assert CopyGroups(alike, [word("b", "a", copies=False)]).all() == [("b", "c")]
    assert CopyGroups([], [word("x", "y", copies=True)]).all() == [("x", "y")]


@given(chance=st.randoms(use_true_random=False))
def test_groups_do_not_depend_on_the_order_of_pairs(chance: Random) -> None:
    """Any order of the same pairs and words gives the same groups, and no denied pair in one."""
    ids = "abcdefg"
    pairs = sorted({pair(*chance.sample(ids, 2)) for _ in range(8)})
    alike = [like(*one, chance.choice([0.5, 0.7, 0.9])) for one in pairs]
    said = [word(*one, copies=chance.random() < 0.3) for one in pairs if chance.random() < 0.4]
    groups = CopyGroups(alike, said)
    chance.shuffle(alike)
    chance.shuffle(said)
    assert CopyGroups(alike, said).all() == groups.all()
    parted = [one for one in said if not one.copies]
    assert not any(groups.together(one.one_id, one.other_id) for one in parted)
