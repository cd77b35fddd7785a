"""What became of brackets: kept, moved, closed and settled, and as what."""

from __future__ import annotations

import pytest

from onetext.text.comparing import BracketChange, compare
from onetext.text.parse import parse_draft

REST = " each year on the ports of the river Lune to the Conference of Northland.\n"


def fates(before: str, after: str) -> list[BracketChange]:
    return list(compare(parse_draft(before), parse_draft(after)).brackets)


@pytest.mark.parametrize(
    ("before", "after", "how", "outcome", "settled_as", "dropped"),
    [
        ("[shall][should] report", "shall report", "settled", "accepted", "shall", ("should",)),
        ("[shall] [or] [should] report", "should report", "settled", "accepted", "should",
         ("shall",)),
        ("[shall / should] report", "should report", "settled", "accepted", "should", ("shall",)),
        ("[shall][should] report", "will report", "settled", "reworded", "will",
         ("shall", "should")),
        ("[shall][should] report", "report", "settled", "dropped", None, ("shall", "should")),
        ("shall [regularly] report", "shall regularly report", "closed", "accepted", "regularly",
         ()),
        ("shall [regularly] report", "shall report", "closed", "dropped", None, ("regularly",)),
        ("shall [fully and without any delay] report", "shall fully and without haste report",
         "closed", "reworded", "fully and without haste", ()),
        ("shall [regularly] report", "shall [regularly] report", "kept", "open", None, ()),
        ("shall report for [30] days", "shall report for 45 days", "closed", "reworded", "45",
         ("30",)),
    ],
)  # fmt: skip
def test_how_a_bracket_ended(
    before: str,
    after: str,
    how: str,
    outcome: str,
    settled_as: str | None,
    dropped: tuple[str, ...],
) -> None:
    """A choice is settled, a single bracket closed; as which words, and which are gone."""
    (one,) = fates(f"1. Parties {before}{REST}", f"1. Parties {after}{REST}")
    assert (one.how.value, one.outcome.value, one.settled_as, one.dropped, one.path) == (
        how, outcome, settled_as, dropped, "1",
    )  # fmt: skip


def test_opened() -> None:
    """A bracket around words that stood without one was opened."""
    (one,) = fates(f"1. Parties shall report{REST}", f"1. Parties [shall] report{REST}")
    assert (one.how.value, one.before, one.path) == ("opened", None, "1")


def test_a_bracket_goes_with_its_point() -> None:
    """In a point that was moved, a bracket stands on; nothing was opened or closed."""
    one = "Parties [shall] report" + REST
    other = "All prisoners of war are exchanged within thirty days [of the signature].\n"
    third = "The old fort on the hill is handed over to the city of Anvil.\n"
    changes = fates(f"1. {one}2. {other}3. {third}", f"1. {other}2. {third}3. {one}")
    assert [change.how.value for change in changes] == ["kept", "kept"]


def test_words_in_brackets_carried_to_another_point() -> None:
    """Cut out here and put in there, a bracket was moved with its words."""
    one = "Parties report" + REST.strip()
    other = "All prisoners of war are exchanged within thirty days."
    words = " [without prejudice to claims under the old treaty]"
    changes = fates(f"1. {one}{words}\n2. {other}\n", f"1. {one}\n2. {other}{words}\n")
    assert [change.how.value for change in changes] == ["moved"]


def test_one_alternative_of_three_falls() -> None:
    """A choice that goes on between two stays open; the third alternative is gone."""
    changes = fates(
        f"1. Parties [shall][should][may] report{REST}", f"1. Parties [shall][may] report{REST}"
    )
    assert [(c.how.value, c.outcome.value) for c in changes] == [
        ("kept", "open"), ("closed", "dropped"), ("kept", "open"),
    ]  # fmt: skip


def test_whose_words_survived() -> None:
    """Where the draft says whose an alternative is, so does the comparison."""
    (one,) = fates(
        f"1. Ports open [Northland: free of charge][Southland: for a fee]{REST}",
        f"1. Ports open for a fee{REST}",
    )
    assert (one.settled_as, one.whose, one.dropped) == (
        "for a fee", ("Southland",), ("free of charge",),
    )  # fmt: skip


def test_a_bracket_around_a_label_is_accepted_with_its_point() -> None:
    """What was in brackets is that there is such an article."""
    before = f"## [Article 3bis]\n\n1. Parties report{REST}"
    (one,) = fates(before, before.replace("[", "").replace("]", ""))
    assert (one.how.value, one.outcome.value) == ("closed", "accepted")


def test_whose_words_survived_in_one_bracket() -> None:
    """Parties named inside one bracket: the second's words survived."""
    (one,) = fates(
        "1. The toll is [Northland: two crowns / Southland: four crowns] for each ship.",
        "1. The toll is four crowns for each ship.",
    )
    assert (one.settled_as, one.whose, one.dropped) == (
        "four crowns", ("Southland",), ("two crowns",),
    )  # fmt: skip


def test_brackets_nested_hundreds_deep_are_told() -> None:
    """Each of them is told once; no walk through all of them for each."""
    words = [f"word{n}" for n in range(600)]
    deep = "1. " + "".join(f"[{word} " for word in words) + "]" * 600
    told = fates(deep, "1. " + " ".join(words))
    assert len(told) == 600
    assert all(one.how.value in ("closed", "settled") for one in told)
