"""`onetext compare`: what became of every point and bracket between two drafts."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path

import click

from onetext.briefing.exchange.files import CHANGE_SUFFIXES, changes_file, checked
from onetext.briefing.words import counted
from onetext.cli.comparison_view import show
from onetext.cli.lines import say
from onetext.cli.meaning import words_only_option
from onetext.cli.options import RecordPlace, known_on_option
from onetext.cli.point_matches import read_matches, write_matches
from onetext.cli.record_drafts import corrections_between, draft_named
from onetext.cli.terminal import Terminal
from onetext.reading.draft_files import read_draft_file
from onetext.record.addresses import RecordAt
from onetext.record.files import whole_file
from onetext.record.record import short_id
from onetext.text.comparing import Change, Comparison, Likeness, compare
from onetext.text.comparing.render import comparison_json
from onetext.wiring import likeness, open_record

optional_record = click.option(
    "-r",
    "--record",
    envvar="ONETEXT_RECORD",
    type=RecordPlace(),
    help="A record that holds the drafts; A and B are then ids or titles, or files.",
)


@click.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@optional_record
@known_on_option
@click.option("--json", "as_json", is_flag=True, help="Print onetext/comparison/1 as JSON.")
@click.option("--full", is_flag=True, help="Show every point and all words.")
@click.option(
    "--only",
    type=click.Choice([change.value for change in Change]),
    multiple=True,
    help="Show points of this change only; may be given several times.",
)
@click.option(
    "--confidence-below",
    type=click.FloatRange(0, 1),
    metavar="X",
    help="Show matches that are less sure than this, 0 to 1.",
)
@click.option(
    "--match",
    "matches",
    multiple=True,
    metavar="X=Y",
    help="Write into the record that point X of A became Y of B; X= dropped, =Y new, X=Y,Z split.",
)
@click.option("--reason", help="Why --match is so.")
@words_only_option
@click.option("--encoding", metavar="NAME", help="Encoding of text files that are not UTF-8.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Write the changes as tracked changes (.docx) or as Akoma Ntoso with ins and del (.xml).",
)
@click.option(
    "--author",
    envvar="ONETEXT_AUTHOR",
    default="onetext",
    show_default=True,
    help="Whose changes they are in that file.",
)
def command(
    before: str,
    after: str,
    record: RecordAt | None,
    known_on: datetime | None,
    as_json: bool,
    full: bool,
    only: tuple[str, ...],
    confidence_below: float | None,
    matches: tuple[str, ...],
    reason: str | None,
    words_only: bool,
    encoding: str | None,
    output: Path | None,
    author: str,
) -> None:
    """Tell what became of every point and bracket of draft A in draft B.

    Points are matched by their words, through renumbering, moving, splitting and merging; what
    words leave alone by its meaning, where both drafts are in English. With a record, what a
    person said of a match (--match) stands above both, until it is said anew or taken back
    with: onetext review --withdraw ID.

    \b
    Example:
      onetext compare draft-1.md draft-2.docx
      onetext compare draft-1.md draft-2.md --only dropped --only added
      onetext compare -r talks.onetext "First draft" "Second draft" --json
      onetext compare -r talks.onetext "First draft" "Second draft" --match 7=9 --match 12=
      onetext compare draft-1.md draft-2.md -o changes.docx --author "Ada Berg"
    """
    if output:
        checked(output, CHANGE_SUFFIXES, "tracked changes")
    if reason and not matches:
        raise click.UsageError("--reason goes with --match.")
    if known_on and (matches or record is None):
        raise click.UsageError("--known-on goes with -r RECORD, and not with --match.")
    if matches:
        _match(before, after, record, encoding, matches, reason, as_json=as_json)
        return
    meaning = likeness(words_only=words_only)
    comparison = _compared(before, after, record, known_on, encoding, meaning)
    if output:
        _write(comparison, output, author)
        if not as_json:
            return
    points = [
        one
        for one in comparison.points
        if (not only or one.change.value in only)
        and (confidence_below is None or one.confidence < confidence_below)
    ]
    if as_json:
        click.echo(json.dumps(comparison_json(comparison, points), ensure_ascii=False, indent=2))
        return
    width = None if sys.stdout.isatty() else 100
    show(comparison, points, Terminal(width=width, highlight=False), full=full)


def _match(
    before: str,
    after: str,
    record: RecordAt | None,
    encoding: str | None,
    matches: tuple[str, ...],
    reason: str | None,
    *,
    as_json: bool,
) -> None:
    """Write what a person says of the points, and say how it was written."""
    if record is None:
        raise click.UsageError("--match is written into a record: name it with -r RECORD.")
    typed = read_matches(matches)
    with open_record(record) as opened:
        one, other = (draft_named(opened, name, encoding) for name in (before, after))
        written = write_matches(opened, one, other, typed, reason)
    if as_json:
        click.echo(json.dumps({"schema": "onetext/points-matched/1", "entries": written}))
        return
    said = ", ".join(short_id(entry) for entry in written)
    say(f"Matched {counted(len(typed), 'point')}. Written as: {said}.", err=True)
    say("The issues of the points stay as they are; change one with: onetext text link", err=True)


def _write(comparison: Comparison, output: Path, author: str) -> None:
    content = changes_file(comparison, output.suffix.lower(), author=author)
    with whole_file(output) as file:
        file.write(content)
    say(f"Wrote {output}.", err=True)


def _compared(
    before: str,
    after: str,
    record: RecordAt | None,
    known_on: datetime | None,
    encoding: str | None,
    meaning: Likeness | None,
) -> Comparison:
    if record is None:
        ours, theirs = (
            read_draft_file(Path(name), encoding=encoding).draft for name in (before, after)
        )
        return compare(ours, theirs, likeness=meaning)
    with open_record(record, known_on=known_on) as opened:
        one, other = (draft_named(opened, name, encoding) for name in (before, after))
        found = corrections_between(opened, one.id, other.id)
        return compare(one.draft, other.draft, likeness=meaning, corrections=found)
