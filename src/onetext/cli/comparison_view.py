"""A comparison on a terminal: a summary in sentences, then point by point with the words.

Words taken out are struck through in red and words put in underlined in green; where there is no
colour they stand as [-out-] and {+in+}.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rich.console import Console

from onetext.briefing.comparison_words import became, bracket_line, summary, told_with
from onetext.cli.sentences import heading, sentence
from onetext.cli.terminal import Text
from onetext.text.comparing import BracketChange, Change, Comparison, PointChange
from onetext.text.word_changes import Edit, Run

KEPT_CHARS = 60
"""Of a long run of kept words so much is shown on either side of a change."""
WHOLE_CHARS = 300
"""Of words that were dropped or added as a whole, so much without --full."""
BRACKETS_SHOWN = 6
_STYLES = {Edit.TAKEN_OUT: "red strike", Edit.PUT_IN: "green underline", Edit.KEPT: ""}
_MARKS = {Edit.TAKEN_OUT: ("[-", "-]"), Edit.PUT_IN: ("{+", "+}"), Edit.KEPT: ("", "")}


def show(
    comparison: Comparison, points: Sequence[PointChange], console: Console, *, full: bool
) -> None:
    """Print the summary and what became of `points`, which are some of the comparison's."""
    before, after = comparison.before, comparison.after
    sentence(console, f"{_named(before)}  →  {_named(after)}", rest="   ", style="bold")
    console.print()
    for line in summary(comparison):
        sentence(console, line, rest="   ")
    if not points:
        sentence(console, "No point is like that.")
        return
    heading(console, "Point by point" if len(points) == len(comparison.points) else "Points")
    brackets: dict[str, list[BracketChange]] = defaultdict(list)
    for bracket in comparison.brackets:
        brackets[bracket.path].append(bracket)
    for run in _runs(points, full=full):
        if len(run) > 1:
            sentence(console, _together(run), first="  ", rest="     ")
            continue
        (one,) = run
        sentence(console, f"{became(one)}.", first="  ", rest="     ")
        if one.change is not Change.KEPT and (one.reworded or not one.partners):
            _words(console, one.words, full=full)
        ended = told_with(one, [each for path in one.before for each in brackets[path]])
        shown = ended if full else ended[:BRACKETS_SHOWN]
        for each in shown:
            sentence(console, bracket_line(each, before.text), first="       · ", rest="         ")
        if len(ended) > len(shown):
            sentence(console, f"· and {len(ended) - len(shown)} more brackets", first="       ")


def _named(draft: object) -> str:
    title, dated = getattr(draft, "title", ""), getattr(draft, "dated", None)
    return f"{title} ({dated})" if dated else str(title)


def _runs(points: Sequence[PointChange], *, full: bool) -> Iterator[list[PointChange]]:
    """Points one by one; neighbours that were all kept, or went or came with the point above
    them, as one run, unless all is to be shown."""
    run: list[PointChange] = []
    for one in points:
        if run and not full and _goes_with(run, one):
            run.append(one)
            continue
        if run:
            yield run
        run = [one]
    if run:
        yield run


def _goes_with(run: Sequence[PointChange], one: PointChange) -> bool:
    first = run[0]
    if one.change is not first.change or one.corrected:
        return False
    if one.change is Change.KEPT:
        return not one.renumbered and not first.renumbered
    if one.change is Change.DROPPED:
        return one.before[0].startswith(f"{first.before[0]}/")
    return one.change is Change.ADDED and one.after[0].startswith(f"{first.after[0]}/")


def _together(run: Sequence[PointChange]) -> str:
    first, last, count = run[0], run[-1], len(run)
    below = f", with {count - 1} below it" if count > 2 else ", with 1 below it"
    if first.change is Change.DROPPED:
        return f"{first.before[0]} was dropped{below}."
    if first.change is Change.ADDED:
        return f"{first.after[0]} is new{below}."
    here = f"{first.before[0]} to {last.before[0]}"
    there = f"{first.after[0]} to {last.after[0]}"
    return f"{here} are kept." if here == there else f"{here} are kept, now {there}."


def _words(console: Console, runs: Sequence[Run], *, full: bool) -> None:
    coloured = console.is_terminal and console.color_system is not None
    text = Text()
    for at, run in enumerate(runs):
        words = _cut(run, at == 0, at == len(runs) - 1, full=full)
        if not words.strip() and run.edit is not Edit.KEPT:
            words = " "
        left, right = ("", "") if coloured or not words.strip() else _MARKS[run.edit]
        text.append(f"{left}{words}{right}", _STYLES[run.edit] if coloured else None)
    for line in text.wrap(console, max(20, console.width - 7)):
        console.print(Text("       ").append(line), soft_wrap=True)


def _cut(run: Run, is_first: bool, is_last: bool, *, full: bool) -> str:
    words = " ".join(run.text.split())
    if run.text[:1].isspace():
        words = f" {words}"
    if run.text[-1:].isspace() and words.strip():
        words += " "
    if full:
        return words
    if run.edit is not Edit.KEPT:
        return words if len(words) <= WHOLE_CHARS else f"{words[:WHOLE_CHARS].rstrip()} …"
    if len(words) <= 2 * KEPT_CHARS:
        return words
    head = "" if is_first else words[:KEPT_CHARS].rsplit(" ", 1)[0]
    tail = "" if is_last else words[-KEPT_CHARS:].split(" ", 1)[-1]
    return f"{head} … {tail}"
