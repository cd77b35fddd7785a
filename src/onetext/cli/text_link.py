"""`onetext text link`: a person says which issue a point of a draft deals with."""

from __future__ import annotations

import json

import click

from onetext.briefing.words import listed
from onetext.cli.lines import say
from onetext.cli.options import record_option
from onetext.positions.lookup import draft_among, issue_among, point_among
from onetext.positions.matters import point_words
from onetext.record.addresses import RecordAt
from onetext.record.derivation import BY_PERSON
from onetext.record.record import Record, short_id
from onetext.record.topics import topic_of_words
from onetext.record.views import RecordedDraft
from onetext.wiring import open_record


@click.command()
@record_option
@click.argument("draft")
@click.argument("point")
@click.argument("issues", nargs=-1, required=True, metavar="ISSUE...")
@click.option("--new", is_flag=True, help="Open the issue where the record has none of that label.")
@click.option("--reason", help="Why.")
@click.option("--json", "as_json", is_flag=True, help="Print what was written as JSON.")
def link(
    record: RecordAt,
    draft: str,
    point: str,
    issues: tuple[str, ...],
    new: bool,
    reason: str | None,
    as_json: bool,
) -> None:
    """Say that a point of a draft deals with an issue, or with several, the main one first.

    It stands above what any rule found, until it is said anew or taken back with: onetext
    review --withdraw ID. DRAFT is a title, a part that no other title has, or an id.

    \b
    Example:
      onetext text link -r talks.onetext "Second draft" 7 Ports --reason "only renumbered"
      onetext text link -r talks.onetext "Second draft" 9 Border Ports
      onetext text link -r talks.onetext "Second draft" 12 Fisheries --new
    """
    with open_record(record) as opened, opened.batch():
        found = draft_among(opened.store.drafts(), draft)
        path = point_among(found, point).path
        ids = [_issue(opened, typed, new, found, path) for typed in issues]
        entry = opened.assign_point(
            found.id, path, ids, rule=BY_PERSON, confidence=1.0, reason=reason
        )
        labels = {issue.id: issue.label for issue in opened.store.issues()}
    told = [labels[issue_id] for issue_id in ids]
    if as_json:
        done = {"draft": found.id, "point": path, "issues": told, "entries": [entry]}
        click.echo(json.dumps({"schema": "onetext/point-linked/1", **done}, ensure_ascii=False))
    else:
        say(
            f"Point {path} of {found.draft.title} deals with {listed(told)}. "
            f"Written as: {short_id(entry)}.",
            err=True,
        )


def _issue(record: Record, typed: str, new: bool, found: RecordedDraft, path: str) -> str:
    if not new:
        return issue_among(record.store.issues(), typed).id
    point = point_among(found, path)
    return record.open_issue(typed, topic_of_words(f"{typed} {point_words(point)}"))
