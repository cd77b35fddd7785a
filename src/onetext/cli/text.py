"""`onetext text`: reads a draft; `onetext text add` keeps drafts in a record."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click
import yaml
from rich.table import Table

from onetext.briefing.words import counted
from onetext.cli.exchange import changes_option, columns, write
from onetext.cli.lines import say
from onetext.cli.options import Day, record_option
from onetext.cli.terminal import Terminal, Text
from onetext.cli.text_link import link
from onetext.cli.text_outline import outline
from onetext.errors import OnetextError, UnreadableFile
from onetext.positions.intake import take_in
from onetext.positions.lineage import NEW, PointDecision
from onetext.reading.draft_files import DraftFile, read_draft_file
from onetext.reading.word.changes import ChangesRead
from onetext.reading.word.telling import word_json
from onetext.record.entries import PUBLIC, TEAM
from onetext.record.record import Record, short_id
from onetext.text.render import draft_json
from onetext.wiring import open_record


class ShowByDefault(click.Group):
    """A group in which what is no command's name is a file to show."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = ["show", *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(
            ctx.command_path, "FILE [--json] [--full] [--changes accepted|rejected|marked]"
        )
        formatter.write_usage(ctx.command_path, "add -r RECORD FILE... [OPTIONS]", "      ")
        formatter.write_usage(
            ctx.command_path, "link -r RECORD DRAFT POINT ISSUE... [OPTIONS]", "      "
        )
        formatter.write_usage(ctx.command_path, "write FILE -o OUT [OPTIONS]", "      ")
        formatter.write_usage(ctx.command_path, "columns BASE NAME=FILE... -o OUT", "      ")


encoding_option = click.option(
    "--encoding", metavar="NAME", help="Encoding of a text file that is not UTF-8."
)


@click.group(cls=ShowByDefault, context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Read a draft: its points, brackets, options, status and problems.

    A draft is a Markdown, plain text, DOCX, PDF or Akoma Ntoso file. Whatever is wrong with its
    numbering or brackets is told with its line, and the draft is read all the same. A file that
    is called as a command, such as "add", is given as ./add.

    \b
    Example:
      onetext text draft.md
      onetext text draft.docx --json
      onetext text add -r talks.onetext draft-1.md draft-2.md
    """


command.add_command(write)
command.add_command(columns)


@command.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print onetext/draft/1 as JSON.")
@click.option("--full", is_flag=True, help="Do not cut long points short.")
@encoding_option
@changes_option
def show(file: Path, as_json: bool, full: bool, encoding: str | None, changes: str) -> None:
    """Show a draft: its points, what is open beside each, a summary, and what to look at.

    Beside a point stand its brackets and the choices in them, how far it is agreed, and who is
    named. Below all points: brackets by kind and depth, options, status, who proposes what.

    \b
    Example:
      onetext text draft.md
      onetext text show draft.txt --encoding cp1252 --json
      onetext text draft.docx --changes marked
    """
    found = read_draft_file(file, encoding=encoding, changes=ChangesRead(changes))
    if as_json:
        told = {**draft_json(found.draft), **(word_json(found.word) if found.word else {})}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for line in outline(found.draft, full=full):
        say(line)


@command.command()
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
@click.option(
    "--visibility",
    type=click.Choice([PUBLIC, TEAM]),
    default=TEAM,
    show_default=True,
    help="Who may see it.",
)
@encoding_option
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
def add(
    record: Path,
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
    issues = _issue_map(issue_map) if issue_map else {}
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
            told.append(_keep(opened, DraftFile(draft, found.sha256), file, visibility))
            if not as_json:
                _print(told[-1])
    if as_json:
        click.echo(json.dumps({"schema": "onetext/drafts-added/1", "drafts": told}, indent=2))
    if failed:
        sys.exit(1)


def _keep(record: Record, found: DraftFile, file: Path, visibility: str) -> dict[str, Any]:
    """Keep a draft with the issues of its points, all or nothing."""
    draft = found.draft
    taken = take_in(record, draft, sha256=found.sha256, origin=str(file), visibility=visibility)
    labels = {issue.id: issue.label for issue in record.store.issues()}
    return {
        "file": str(file),
        "id": taken.draft_id,
        "title": draft.title,
        "date": draft.dated.isoformat() if draft.dated else None,
        "already": taken.already,
        "issues_opened": len(taken.opened),
        "points": [_told(decision, labels) for decision in taken.decisions],
        "problems": len(draft.problems),
    }


def _told(decision: PointDecision, labels: Mapping[str, str]) -> dict[str, Any]:
    return {
        "path": decision.path,
        "issue": decision.label,
        "also": [labels[issue_id] for issue_id in decision.others],
        "topic": decision.topic.value,
        "rule": decision.rule,
        "confidence": decision.confidence,
    }


def _print(told: dict[str, Any]) -> None:
    if told["already"]:
        say(
            f"{told['file']}: the record holds this draft already ({short_id(told['id'])}); "
            "nothing was changed."
        )
        return
    say(
        f"{told['title']} ({told['date'] or 'no date'}): kept as {short_id(told['id'])}, "
        f"{counted(len(told['points']), 'point')} linked, "
        f"{counted(told['issues_opened'], 'issue')} opened."
    )
    if not told["points"]:
        return
    table = Table("Point", "Issue", "Topic", "Found by", box=None, pad_edge=False)
    for point in told["points"]:
        how = point["rule"]
        if how not in (NEW, "front matter"):
            how = f"{how} ({point['confidence']:.2f})"
        issue = "; also ".join((point["issue"], *point["also"]))
        cells = (point["path"], issue, point["topic"], how)
        table.add_row(*(Text(cell) for cell in cells))
    Terminal(width=None if sys.stdout.isatty() else 110, highlight=False).print(table)
    if told["problems"]:
        say(
            f"{counted(told['problems'], 'place')} to look at: onetext text {told['file']}",
            err=True,
        )
    say()


command.add_command(link)


def _issue_map(path: Path) -> dict[str, str]:
    try:
        found = yaml.safe_load(path.read_text("utf-8"))
    except OSError as error:
        raise UnreadableFile(path, f"{error.strerror}", "Check the name of the file.") from error
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise UnreadableFile(
            path, "it is not YAML in UTF-8", "Write lines such as  10/a: guarantees"
        ) from error
    if not isinstance(found, dict):
        raise OnetextError(
            f"Issues of points were asked for in {path}, but it does not map points to issues. "
            "Write lines such as  10/a: guarantees"
        )
    return {str(point): str(label) for point, label in found.items()}
