"""The lineage of an issue on a terminal: its wordings in order, and what each draft did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table

from onetext.briefing.comparison_words import bracket_line
from onetext.briefing.words import counted, listed
from onetext.cli.terminal import Text
from onetext.cli.word_runs import marked
from onetext.positions.issue_list import IssueLine
from onetext.positions.versions import History, Rephrasing, Version
from onetext.record.record import short_id
from onetext.record.views import RecordedDraft
from onetext.text.comparing import BracketFate, Change, Outcome, PointChange
from onetext.text.drafts import Attribution, Draft
from onetext.text.excerpts import excerpt
from onetext.text.word_changes import Edit, Run

WORDING_CHARS = 400
RUN_CHARS = 220
SHOWN_CHARS = 900
AROUND = 12
MOST_BRACKETS = 8
MOST_MOVES = 6


def show(found: History, console: Console, *, full: bool) -> None:
    """Print every version of the issue; without `full`, long wordings are cut short."""
    worded = [version for version in found.versions if version.wording is not None]
    topic = found.issue.topic
    head = f"{found.issue.label} ({topic}): {counted(len(worded), 'wording')}"
    console.print(Text(f"{head}, as of {found.as_of.isoformat()}", style="bold"))
    if not worded:
        console.print(Text("No draft deals with it by that date."))
    before: RecordedDraft | None = None
    for version in found.versions:
        console.print()
        console.print(Text(_dated(version.draft), style="bold"), soft_wrap=True)
        if version.wording is None:
            _line(console, "does not deal with it")
            continue
        for line in _facts(version):
            _line(console, line)
        _wording(version, console, full=full)
        if version.since is not None and before is not None:
            for line in _fates(version.since, before.draft, full=full):
                _line(console, line)
        before = version.draft
    if found.earlier:
        console.print()
        number = counted(found.earlier, "statement")
        console.print(Text(f"{number} on it older than any wording."))


def show_list(lines: Sequence[IssueLine], console: Console) -> None:
    """Print every issue with how many drafts word it, and when its words last changed."""
    table = Table("id", "Issue", "Drafts", "First", "Last changed", box=None, pad_edge=False)
    for line in lines:
        first = line.drafts[0].draft.dated if line.drafts else None
        cells = (
            short_id(line.issue.id),
            line.issue.label,
            str(len(line.drafts)),
            str(first) if first else "",
            _last_changed(line),
        )
        table.add_row(*(Text(cell) for cell in cells))
    console.print(table)


def _last_changed(line: IssueLine) -> str:
    if line.changed is None:
        return "" if len(line.drafts) < 2 else "never"
    draft = line.changed.draft.draft
    return f"{draft.dated or 'no date'} {draft.title} ({line.changed.changed_share_pct:.0f}%)"


def _dated(recorded: RecordedDraft) -> str:
    draft = recorded.draft
    by = f", by {draft.by}" if draft.by else ""
    return f"{draft.dated or 'no date'}  {draft.title}{by}"


def _facts(version: Version) -> Iterator[str]:
    yield _places(version) + _moves(version.since)
    if version.also:
        labels = listed([issue.label for issue in version.also])
        yield f"the same text also deals with: {labels}"
    if version.named:
        yield "; ".join(_named(one) for one in version.named)
    if version.brackets:
        yield f"{counted(len(version.brackets), 'bracket')} open"
    if version.statements:
        yield f"{counted(version.statements, 'statement')} about this wording"


def _places(version: Version) -> str:
    """Which points word the issue, and how many below them."""
    paths = version.wording.paths if version.wording else ()
    below = len(version.points) - sum(point.path in paths for point in version.points)
    under = f" with {counted(below, 'point')} below" if below else ""
    return f"{'point' if len(paths) == 1 else 'points'} {listed(paths)}{under}"


def _named(one: Attribution) -> str:
    return f"{listed(one.names)} {one.stance}"


def _moves(since: Rephrasing | None) -> str:
    """How the points came about, where they are not simply those of the draft before."""
    if since is None:
        return ""
    told = [
        move for change in since.points if (move := _move(change, alone=len(since.points) == 1))
    ][:MOST_MOVES]
    gone = [path for one in since.points if one.change is Change.DROPPED for path in one.before]
    new = [path for one in since.points if one.change is Change.ADDED for path in one.after]
    if gone and new:
        told.append(f"{listed(new)} in place of {listed(gone)}")
    elif gone:
        told.append(f"{listed(gone)} dropped")
    elif new:
        told.append(f"{listed(new)} new")
    return f" ({'; '.join(told)})" if told else ""


def _move(change: PointChange, *, alone: bool) -> str:
    before, after = listed(change.before), listed(change.after)
    by = ", as a person says" if change.corrected else ""
    if change.change is Change.SPLIT:
        return f"{before} split into {after}{by}"
    if change.change is Change.MERGED:
        return f"{before} merged into {after}{by}"
    if change.change in (Change.DROPPED, Change.ADDED):
        return ""
    if change.before != change.after and alone:
        return f"was {before}{by}"
    if change.before != change.after:
        return f"{after} was {before}{by}"
    return f"{after}{by}" if by else ""


def _wording(version: Version, console: Console, *, full: bool) -> None:
    """The words themselves; of a later version, what changed in them."""
    since, wording = version.since, version.wording
    if wording is None:
        return
    if since is not None and not since.changed_share_pct:
        _line(console, "the same words")
        return
    if since is not None:
        _line(console, f"{since.changed_share_pct:.0f}% of the words changed:")
        text = marked(since.words if full else _cut(since.words), console)
    else:
        words = " ".join(wording.text.split())
        cut = full or len(words) <= WORDING_CHARS
        text = Text(words if cut else f"{words[:WORDING_CHARS]} …")
    console.print(Padding(text, (0, 0, 0, 4), expand=False))


def _cut(runs: Sequence[Run]) -> list[Run]:
    """What changed, on one line, with some words around it; no more than a screen can hold."""
    shown: list[Run] = []
    for run in excerpt(runs, around=AROUND):
        words = " ".join(run.text.split())
        if len(words) > RUN_CHARS:
            words = f"{words[:RUN_CHARS].rstrip()} …"
        lead, trail = run.text[:1].isspace() * " ", run.text[-1:].isspace() * " "
        shown.append(Run(run.edit, f"{lead}{words}{trail}" if words else " "))
        if sum(len(one.text) for one in shown) > SHOWN_CHARS:
            return [*shown, Run(Edit.KEPT, " … (all of it: --full)")]
    return shown


def _fates(since: Rephrasing, before: Draft, *, full: bool) -> Iterator[str]:
    """What became of the brackets: how many were opened, and how those before ended, those of
    which words survived first."""
    ended = [one for one in since.brackets if one.how is not BracketFate.OPENED]
    opened = sum(one.count for one in since.brackets if one.how is BracketFate.OPENED)
    if opened:
        yield f"{counted(opened, 'bracket')} opened"
    told = sorted(ended, key=lambda one: one.outcome is Outcome.DROPPED)
    shown = told if full else told[:MOST_BRACKETS]
    for one in shown:
        yield f"· {bracket_line(one, before.text)}"
    if len(told) > len(shown):
        yield f"· and {counted(len(told) - len(shown), 'bracket')} more: --full"


def _line(console: Console, words: str) -> None:
    console.print(Padding(Text(words), (0, 0, 0, 2), expand=False))
