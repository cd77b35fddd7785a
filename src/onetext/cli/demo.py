"""`onetext demo`: the whole way on the bundled case, by the commands that a user would type."""

from __future__ import annotations

import io
import json
import shlex
import shutil
import sys
from collections.abc import Sequence
from contextlib import nullcontext, redirect_stdout
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from onetext.case import NAME
from onetext.case.folder import BRIEF, RECORD, DemoProblem, claim, expect_earlier, place_case
from onetext.cli.group import onetext
from onetext.cli.lines import say
from onetext.record.addresses import RecordAt

FIRST_DAY = date(2025, 12, 3)
MIN_CONFIDENCE = "0.6"


@dataclass(frozen=True, slots=True)
class Step:
    """One command of the demo; what it prints is shown only where it is an answer."""

    says: str
    args: tuple[str, ...]
    is_answer: bool = False


@click.command()
@click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("onetext-demo"),
    show_default=True,
    help="Folder to build it in: new, empty, or made by an earlier demo.",
)
@click.option("--keep", is_flag=True, help="Use the record of an earlier demo as it is.")
@click.option("--json", "as_json", is_flag=True, help="Print where everything is as JSON.")
def command(folder: Path, keep: bool, as_json: bool) -> None:
    """Build the bundled case, show the state of play and write its brief.

    The case: the talks on the US plan for Ukraine, November 2025 to March 2026. Every step is
    a command that you could have typed, and is shown. What an earlier demo made in the folder
    is made anew, unless --keep; other files there are left alone.

    \b
    Example:
      onetext demo
      onetext demo --to my-talks
    """
    record = folder / RECORD
    if keep:
        expect_earlier(folder)
    else:
        claim(folder)
    last_day = play(record, folder, keep=keep, as_json=as_json)
    if as_json:
        made = {"record": str(record), "brief": str(folder / BRIEF), "case": str(folder / "case")}
        dates = {"as_of": [FIRST_DAY.isoformat(), last_day.isoformat()]}
        click.echo(json.dumps({"schema": "onetext/demo/1", **made, **dates}))
    else:
        _tell_what_next(folder, last_day)


def play(record: RecordAt, folder: Path, *, keep: bool = False, as_json: bool = False) -> date:
    """Place the case in `folder`, make a record of it at `record`, and ask it.

    Args:
        record: where the record is to be; where `keep` says so, where it is.
        folder: for the case and the brief.
        keep: only ask.
        as_json: print no answers.

    Returns:
        The day of the last dispatch.
    """
    drafts, dispatches = place_case(folder)
    last_day = date.fromisoformat(dispatches[-1].name[:10])
    steps = [] if keep else _building(record, drafts, dispatches)
    steps += _asking(record, folder / BRIEF, last_day)
    for number, step in enumerate(steps, 1):
        _take(step, f"[{number}/{len(steps)}]", as_json)
    return last_day


def _building(record: RecordAt, drafts: Sequence[Path], dispatches: Sequence[Path]) -> list[Step]:
    named = ("-r", str(record))
    sure = ("--accept-all", "--min-confidence", MIN_CONFIDENCE, "--yes")
    return [
        Step("Making the record", ("init", str(record), "--name", NAME)),
        Step(
            f"Adding {len(drafts)} drafts",
            ("text", "add", *named, "--visibility", "public", *map(str, drafts)),
        ),
        Step(
            f"Reading {len(dispatches)} dispatches",
            ("read", *named, "--visibility", "public", str(dispatches[0].parent)),
        ),
        Step(
            f"Accepting by rule what the reader is at least {MIN_CONFIDENCE} sure of",
            ("review", *named, *sure),
        ),
        Step(
            "Accepting the meetings as the dispatches tell them",
            ("review", *named, "--what", "meetings", "--accept-all", "--yes"),
        ),
    ]


def _asking(record: RecordAt, brief: Path, last_day: date) -> list[Step]:
    named = ("-r", str(record))
    states = [
        Step(f"The state of play on {day}", ("state", *named, "--as-of", str(day)), is_answer=True)
        for day in (FIRST_DAY, last_day)
    ]
    dates = ("--as-of", str(last_day), "--since", str(FIRST_DAY))
    write = ("brief", *named, "-o", str(brief), *dates)
    return [*states, Step("Writing the brief", write, is_answer=True)]


def _take(step: Step, place: str, as_json: bool) -> None:
    click.secho(f"\n{place} {step.says}", bold=True, err=True)
    click.secho(f"  $ onetext {shlex.join(step.args)}", dim=True, err=True)
    quiet = as_json or not step.is_answer
    with redirect_stdout(io.StringIO()) if quiet else nullcontext():
        try:
            code = onetext.main(list(step.args), prog_name="onetext", standalone_mode=False)
        except SystemExit as ended:  # some commands end so even when all went well
            code = ended.code
    if code:
        raise DemoProblem(
            f"The demo stopped at: onetext {shlex.join(step.args)} (exit code {code}). "
            "Run that command by itself to see more."
        )


def _tell_what_next(folder: Path, last_day: date) -> None:
    record, brief = folder / RECORD, folder / BRIEF
    say(f"\nThe record:  {record}")
    say(f"The brief:   {brief}  (open it in a browser)")
    say(f"The case:    {folder / 'case' / 'README.md'}")
    say("\nTry next:")
    program = _program()
    for args in next_commands(record, folder, last_day):
        say(f"  {program} {shlex.join(args)}")


def next_commands(record: RecordAt, folder: Path, last_day: date) -> list[tuple[str, ...]]:
    """The commands that the demo proposes at its end."""
    named = ("-r", str(record))
    return [
        ("state", *named, "--as-of", str(last_day), "--cell", "Russia", "Territory"),
        ("lineage", *named, "Territory"),
        ("changes", *named, "--since", "2025-12-24"),
        ("settle", str(record), "--as-of", str(last_day)),
        ("review", *named, "--limit", "10"),
        ("brief", *named, "-o", str(folder / "brief.docx"), "--as-of", str(FIRST_DAY)),
    ]


def _program() -> str:
    """How to call this program from here: by its name, or by its path where it is not on PATH."""
    found = shutil.which("onetext")
    own = Path(sys.argv[0])
    if own.name != "onetext" or (found and Path(found).resolve() == own.resolve()):
        return "onetext"
    return shlex.quote(str(own))
