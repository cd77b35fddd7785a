"""`onetext lineage`: an issue through the drafts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from shlex import quote

import click

from onetext.cli import lineage_view
from onetext.cli.lines import say
from onetext.cli.meaning import words_only_option
from onetext.cli.options import as_of_option, known_on_option, record_option, viewer_option
from onetext.cli.terminal import Terminal
from onetext.positions.history import history
from onetext.positions.history_shapes import history_shape, issue_list_shape
from onetext.positions.issue_list import issue_list
from onetext.positions.lookup import issue_among
from onetext.record.addresses import RecordAt
from onetext.record.files import make_folder, whole_file
from onetext.record.record import Record, record_name
from onetext.text.comparing import Likeness
from onetext.wiring import likeness, open_record


@click.command()
@click.argument("issue", required=False)
@record_option
@as_of_option
@known_on_option
@viewer_option
@click.option(
    "--charts",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Also write flow.svg and convergence.svg, charts of all drafts.",
)
@words_only_option
@click.option("--full", is_flag=True, help="Do not cut wordings and lists of brackets short.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON (onetext/lineage/1).")
def command(
    issue: str | None,
    record: RecordAt,
    as_of: date | None,
    known_on: datetime | None,
    viewer: str | None,
    charts: Path | None,
    words_only: bool,
    full: bool,
    as_json: bool,
) -> None:
    """Show an issue through all drafts: its wordings in order of time, and what changed.

    ISSUE is its label, a part that no other label has, or its id; without it, every issue is
    listed. Points are followed through renumbering, splits and mergers, and what a person said
    of a match stands above what the words tell.

    \b
    Example:
      onetext lineage -r talks.onetext
      onetext lineage -r talks.onetext border
      onetext lineage -r talks.onetext border --as-of 2025-12-03 --json
      onetext lineage -r talks.onetext --charts charts
    """
    meaning = likeness(words_only=words_only)
    day = as_of or datetime.now(UTC).date()
    with open_record(record, viewer=viewer) as opened:
        if charts is not None:
            for line in _write_charts(opened, charts, day, known_on, meaning):
                say(line, err=True)
        if issue is None:
            _list(opened, day, known_on, as_json, record)
            return
        found = history(
            opened.store,
            issue_among(opened.store.issues(known_on=known_on), issue),
            as_of=day,
            known_on=known_on,
            likeness=meaning,
        )
    if as_json:
        click.echo(json.dumps(history_shape(found), ensure_ascii=False, indent=1))
    else:
        lineage_view.show(found, Terminal(highlight=False), full=full)


def _write_charts(
    opened: Record,
    folder: Path,
    day: date,
    known_on: datetime | None,
    meaning: Likeness | None,
) -> Iterator[str]:
    """Write the charts of the drafts; gives what was written, and what could not be drawn."""
    from onetext.briefing.charts import to_svg  # loads matplotlib
    from onetext.briefing.draft_charts import draft_charts

    make_folder(folder)
    name = record_name(opened.store)
    for drawn in draft_charts(opened.store, name, as_of=day, known_on=known_on, likeness=meaning):
        path = folder / f"{drawn.name}.svg"
        if drawn.chart is None:
            yield f"No {path.name}: {drawn.reason}"
            continue
        with whole_file(path) as file:
            file.write(to_svg(drawn.chart).encode("utf-8"))
        yield f"Wrote {path}."


def _list(
    opened: Record, day: date, known_on: datetime | None, as_json: bool, record: RecordAt
) -> None:
    lines = issue_list(opened.store, as_of=day, known_on=known_on)
    if as_json:
        moment = known_on or datetime.now(UTC)
        click.echo(json.dumps(issue_list_shape(lines, day, moment), ensure_ascii=False, indent=1))
    elif lines:
        lineage_view.show_list(lines, Terminal(highlight=False))
    else:
        add = f"onetext text add -r {quote(str(record))} FILE"
        say(f"The record has no issue. Add a draft with: {add}")
