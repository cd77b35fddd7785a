"""`onetext settle`: why there is no deal, and what packages all could accept."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import click

from onetext.cli import settlement_view
from onetext.cli.options import as_of_option, known_on_option
from onetext.cli.terminal import Terminal
from onetext.settlement.from_record import problem_from_record
from onetext.settlement.problem import Problem
from onetext.settlement.problem_files import read_problem
from onetext.settlement.settle import settle
from onetext.settlement.shapes import settlement_shape
from onetext.settlement.what_if import fix, leave_out, relax
from onetext.wiring import open_record, settlement_solvers

SQLITE = b"SQLite format 3\x00"


@click.command()
@click.argument("problem", type=click.Path(path_type=Path))
@as_of_option
@known_on_option
@click.option(
    "--include-pending", is_flag=True, help="Of a record: count what nobody has reviewed, too."
)
@click.option("--party", "parties", multiple=True, help="Of a record: only this party; repeat.")
@click.option(
    "--relax", "relaxed", multiple=True, metavar="PARTY:ISSUE", help="What if: a red line less."
)
@click.option(
    "--fix", "fixed", multiple=True, metavar="ISSUE=OPTION", help="What if: this is decided."
)
@click.option(
    "--without", "left_out", multiple=True, metavar="PARTY", help="What if: a party is gone."
)
@click.option(
    "--time-limit",
    "time_limit_s",
    type=click.FloatRange(min=0),
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    help="Stop then, and say what is not proved.",
)
@click.option("--seed", type=int, default=0, show_default=True, help="Of what is drawn at random.")
@click.option(
    "--front",
    "most_front",
    type=click.IntRange(min=0),
    default=1000,
    show_default=True,
    help="So many packages of the front are given.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON (onetext/settlement/1).")
def command(
    problem: Path,
    as_of: date | None,
    known_on: datetime | None,
    include_pending: bool,
    parties: tuple[str, ...],
    relaxed: tuple[str, ...],
    fixed: tuple[str, ...],
    left_out: tuple[str, ...],
    time_limit_s: float,
    seed: int,
    most_front: int,
    as_json: bool,
) -> None:
    """Show why there is no deal, and what packages all could accept.

    PROBLEM is a YAML file (onetext/problem/1), a GENIUS domain folder, or a record. What the
    words mean and how a problem is written: docs/reference/problem.md.

    \b
    Example:
      onetext settle ports.yaml
      onetext settle talks.onetext --as-of 2025-12-24 --party Northland --party Southland
      onetext settle ports.yaml --relax Northland:border --fix ports=open
      onetext settle ports.yaml --json
    """
    asked = _problem(problem, as_of, known_on, include_pending, parties)
    for party in left_out:
        asked = leave_out(asked, party)
    for red_line in relaxed:
        asked = relax(asked, red_line)
    for point in fixed:
        asked = fix(asked, point)
    screen = Terminal(stderr=True)
    with screen.status("Preparing ...") as status:
        found = settle(
            asked,
            settlement_solvers(),
            time_limit_s=time_limit_s,
            seed=seed,
            most_front=most_front,
            on_step=lambda step: status.update(f"Computing {step} ..."),
        )
    if as_json:
        click.echo(json.dumps(settlement_shape(found), ensure_ascii=False, indent=1))
        return
    settlement_view.show(found, Terminal(highlight=False))


def _problem(
    path: Path,
    as_of: date | None,
    known_on: datetime | None,
    include_pending: bool,
    parties: tuple[str, ...],
) -> Problem:
    if not _is_record(path):
        if as_of or known_on or include_pending or parties:
            raise click.UsageError(
                "--as-of, --known-on, --include-pending and --party are for records."
            )
        return read_problem(path)
    with open_record(path) as opened:
        return problem_from_record(
            opened.store,
            as_of=as_of or datetime.now(UTC).date(),
            known_on=known_on,
            include_pending=include_pending,
            parties=parties,
        )


def _is_record(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(SQLITE)) == SQLITE
