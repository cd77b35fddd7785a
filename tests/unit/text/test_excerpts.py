"""Word changes cut down to what changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onetext.text.excerpts import LEFT_OUT, excerpt
from onetext.text.word_changes import Edit, Run, word_changes


def test_long_kept_runs_are_cut_on_the_side_away_from_the_change() -> None:
    """A few words stay next to what changed; what was left out is told."""
    runs = (
        Run(Edit.KEPT, "one two three four five "),
        Run(Edit.TAKEN_OUT, "six"),
        Run(Edit.PUT_IN, "seven"),
        Run(Edit.KEPT, " eight nine ten eleven twelve"),
    )
    assert [run.text for run in excerpt(runs, around=2)] == [
        f"{LEFT_OUT}four five ",
        "six",
        "seven",
        f" eight nine{LEFT_OUT}",
    ]


def test_between_two_changes_both_ends_stay() -> None:
    """The middle is left out."""
    runs = (
        Run(Edit.PUT_IN, "a"),
        Run(Edit.KEPT, " 1 2 3 4 5 6 "),
        Run(Edit.PUT_IN, "b"),
    )
    assert excerpt(runs, around=1)[1].text == f" 1{LEFT_OUT}6 "


words = st.lists(st.sampled_from(["the", "border", "follows", "river", "road", "sea"])).map(
    " ".join
)


@given(words, words)
def test_what_changed_is_never_cut(before: str, after: str) -> None:
    """Only kept words are left out; nothing is told where nothing changed."""
    runs = word_changes(before, after)
    cut = excerpt(runs, around=1)
    changed = [run for run in runs if run.edit is not Edit.KEPT]
    assert [run for run in cut if run.edit is not Edit.KEPT] == changed
    assert bool(cut) == bool(changed)
