"""`onetext text add`: keeps drafts in a record."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from onetext.cli.issue_maps import issue_map as read_issue_map
from onetext.cli.lines import say
from onetext.cli.options import Day, encoding_option, record_option, visibility_option
from onetext.cli.text_kept import keep, print_kept
from onetext.errors import UnreadableFile
from onetext.reading.draft_files import DraftFile, read_draft_file
from onetext.record.addresses import RecordAt
from onetext.wiring import open_record


@click.command()
@record_option
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--title", help="Stands above the title in the file. One file only.")
@click.option("--by", help="Who drafted it; stands above the name in the file. One file only.")
@click.option("--date", "dated", type=Day(), help="Its date; stands above the one in the file.")
@click.option(
    "--issue-map",
    type=click.Path(path_type=Path),
    help="YAML file that maps points to issues, as in  10/a: guarantees. One draft only.",
)
@visibility_option
@encoding_option
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
def add(
    record: RecordAt,
    files: tuple[Path, ...],
    title: str | None,
    by: str | None,
    dated: date | None,
    issue_map: Path | None,
    visibility: str,
    encoding: str | None,
    as_json: bool,
) -> None:
    """Keep drafts in a record, and say which issue each of their points deals with.

    A point that the front matter (issues:) or --issue-map names gets that issue; any other
    gets the issues of the points that its words came from, or opens an issue. A file that
    cannot be read is told and the others are kept; the exit code is then 1.

    \b
    Example:
      onetext text add -r talks.onetext drafts/*.md
      onetext text add -r talks.onetext draft.txt --title "First draft" --date 2025-11-20
    """
    if len(files) > 1 and (title or by or dated or issue_map):
        raise click.UsageError("--title, --by, --date and --issue-map go with one file only.")
    issues = read_issue_map(issue_map) if issue_map else {}
    told = []
    failed = False
    with open_record(record) as opened:
        for file in files:
            try:
                found = read_draft_file(file, encoding=encoding, title=title)
            except UnreadableFile as error:
                if len(files) == 1:
                    raise
                failed = True
                say(f"onetext: {error}", err=True)
                continue
            draft = replace(
                found.draft,
                by=by or found.draft.by,
                dated=dated or found.draft.dated,
                issues={**found.draft.issues, **issues},
            )
            told.append(keep(opened, DraftFile(draft, found.sha256), file, visibility))
            if not as_json:
                print_kept(told[-1])
    if as_json:
        click.echo(json.dumps({"schema": "onetext/drafts-added/1", "drafts": told}, indent=2))
    if failed:
        sys.exit(1)
