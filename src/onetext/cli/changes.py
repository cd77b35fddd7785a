"""`onetext changes`: lists what moved between two dates."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import click
from rich.console import Console

from onetext.briefing.feed import feed
from onetext.cli.options import Day, known_on_option, record_option, viewer_option
from onetext.cli.statement_lines import indented, outlet, quoted
from onetext.cli.terminal import Terminal, Text
from onetext.positions.moves import changes as what_moved
from onetext.positions.shapes import changes_shape
from onetext.positions.values import Changes, Move, Position, Stance
from onetext.record.addresses import RecordAt
from onetext.record.views import RecordedDraft, RecordedMeeting, Verdict
from onetext.wiring import open_record


@click.command()
@record_option
@click.option("--since", type=Day(), required=True, help="List what came after this date.")
@click.option("--until", type=Day(), help="Up to and including this date (default: today).")
@known_on_option
@viewer_option
@click.option("--include-pending", is_flag=True, help="Count what nobody has reviewed, too.")
@click.option("--atom", "as_atom", is_flag=True, help="Print an Atom feed (RFC 4287).")
@click.option("--json", "as_json", is_flag=True, help="Print JSON (onetext/changes/1).")
def command(
    record: RecordAt,
    since: date,
    until: date | None,
    known_on: datetime | None,
    viewer: str | None,
    include_pending: bool,
    as_atom: bool,
    as_json: bool,
) -> None:
    """List what moved since a date: positions, new drafts, meetings, new statements.

    \b
    Example:
      onetext changes -r talks.onetext --since 2025-12-03
      onetext changes -r talks.onetext --since 2025-12-03 --until 2025-12-24 --json
      onetext changes -r talks.onetext --since 2025-12-03 --atom > changes.atom
    """
    last = until or datetime.now(UTC).date()
    if last < since:
        raise click.UsageError(f"--until {last} lies before --since {since}.")
    if as_atom and as_json:
        raise click.UsageError("Print either --atom or --json.")
    with open_record(record, viewer=viewer) as opened:
        if as_atom:
            text = feed(
                opened.store,
                since=since,
                until=last,
                known_on=known_on,
                include_pending=include_pending,
            )
            click.echo(text, nl=False)
            return
        found = what_moved(
            opened.store,
            since=since,
            until=last,
            known_on=known_on,
            include_pending=include_pending,
        )
    if as_json:
        click.echo(json.dumps(changes_shape(found), ensure_ascii=False, indent=1))
    else:
        show(found, Terminal(highlight=False))


def show(changes: Changes, console: Console) -> None:
    """Print what changed, in words; what there is none of is said so."""
    console.print(
        Text(f"After {changes.since.isoformat()}, up to {changes.until.isoformat()}", style="bold")
    )
    sections = (
        ("Positions", "No position moved.", [moved(move) for move in changes.moves]),
        ("Drafts", "No new draft.", [drafted(draft) for draft in changes.drafts]),
        ("Meetings", "No meeting.", [met(meeting) for meeting in changes.meetings]),
    )
    for title, none, lines in sections:
        console.print(Text(f"\n{title}", style="bold"))
        for line in lines or [none]:
            console.print(Text(indented(line, console.width)), soft_wrap=True)
    number = len(changes.statements)
    console.print(Text(f"\n{number} new statement{'' if number == 1 else 's'}."))


def moved(move: Move) -> str:
    """A move in words, with the words that it rests on and where they stand."""
    before, after = move.before, move.after
    told = f"{after.party} on {after.issue.label}: {_stance(before)} → {_stance(after)}"
    latest = [one for one in after.evidence if one.recorded.dated == after.since and one.stance]
    decisive = [one for one in latest if one.stance is after.stance]
    quotes = [
        f"{quoted(one.recorded.statement)} — {outlet(one.recorded.source)}"
        for one in (latest if after.stance is Stance.CONTRADICTORY else decisive[:1])
    ]
    return f"{told}: {' | '.join(quotes)}" if quotes else told


def drafted(recorded: RecordedDraft) -> str:
    draft = recorded.draft
    by = f", by {draft.by}" if draft.by else ""
    return f"{draft.dated}: {draft.title}{by}"


def met(recorded: RecordedMeeting) -> str:
    meeting = recorded.meeting
    place = f", {meeting.place}" if meeting.place else ""
    review = " (not reviewed)" if recorded.verdict is Verdict.PENDING else ""
    return (
        f"{meeting.on or 'no date'}: {meeting.what}{place} ({meeting.status}) — "
        f"{outlet(recorded.source)}{review}"
    )


def _stance(position: Position) -> str:
    since = f" ({position.since.isoformat()})" if position.since else ""
    return f"{position.stance}{since}"
