"""What a person asks of `onetext settle`, as one value, and the options that say it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from pathlib import Path
from typing import Any

import click

from onetext.cli.options import as_of_option, known_on_option, viewer_option
from onetext.settlement.demand_rule import DemandsRead
from onetext.settlement.genius import REAL_VALUES
from onetext.settlement.rules import Rule

FRONT_IN_JSON = 1000


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of one call, by the names that click gives them."""

    as_of: date | None
    known_on: datetime | None
    viewer: str | None
    include_pending: bool
    parties: tuple[str, ...]
    issues: tuple[str, ...]
    overrides: Path | None
    demands: str | None
    real_values: int
    relaxed: tuple[str, ...]
    fixed: tuple[str, ...]
    left_out: tuple[str, ...]
    package: str | None
    divide: bool
    time_limit_s: float
    seed: int
    most_front: int | None
    full: bool
    written: Path | None
    charts: Path | None
    draft: Path | None
    choose: str
    title: str | None
    as_json: bool

    @property
    def of_a_record(self) -> tuple[str, ...]:
        """The options given that only a record can answer."""
        given = {
            "--as-of": self.as_of,
            "--known-on": self.known_on,
            "--include-pending": self.include_pending,
            "--party": self.parties,
            "--issue": self.issues,
            "--overrides": self.overrides,
            "--demands": self.demands,
            "--draft": self.draft,
        }
        return tuple(name for name, value in given.items() if value)


def _finite(_: click.Context, __: click.Parameter, value: float) -> float:
    if not math.isfinite(value):
        raise click.BadParameter("must be a number of seconds.")
    return value


_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    as_of_option,
    known_on_option,
    viewer_option,
    click.option(
        "--include-pending", is_flag=True, help="Of a record: count what nobody has reviewed, too."
    ),
    click.option(
        "--party", "parties", multiple=True, help="Of a record: this party decides; repeat."
    ),
    click.option("--issue", "issues", multiple=True, help="Of a record: only this issue; repeat."),
    click.option(
        "--overrides",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Of a record: values set by hand (onetext/overrides/1).",
    ),
    click.option(
        "--demands",
        type=click.Choice([one.value for one in DemandsRead]),
        help="Of a record: which words are demands: categorical rejections, all rejections, or "
        f"demands for otherwise, too (default: {DemandsRead.ALL.value}).",
    ),
    click.option(
        "--real-values",
        type=click.IntRange(2, 10_000),
        default=REAL_VALUES,
        show_default=True,
        metavar="N",
        help="Of a GENIUS folder: so many evenly spaced values of each real-valued issue.",
    ),
    click.option(
        "--relax",
        "relaxed",
        multiple=True,
        metavar="PARTY:ISSUE",
        help="What if the party gave up its red lines there; PARTY:reservation, its least points.",
    ),
    click.option(
        "--fix",
        "fixed",
        multiple=True,
        metavar="ISSUE=OPTION",
        help="What if this were decided; may be repeated, like the other what-ifs.",
    ),
    click.option(
        "--without",
        "left_out",
        multiple=True,
        metavar="PARTY",
        help="What if this party were not asked.",
    ),
    click.option(
        "--package",
        metavar="PACKAGE",
        help='Tell what must move for this package: "ISSUE=OPTION,...", a draft or a rule.',
    ),
    click.option(
        "--divide", is_flag=True, help="Of two parties: divide the issues by adjusted winner, too."
    ),
    click.option(
        "--time-limit",
        "time_limit_s",
        type=click.FloatRange(min=0),
        callback=_finite,
        default=60.0,
        show_default=True,
        metavar="SECONDS",
        help="Stop then, and say what is not proved.",
    ),
    click.option(
        "--seed", type=int, default=0, show_default=True, help="Of what is drawn at random."
    ),
    click.option(
        "--front",
        "most_front",
        type=click.IntRange(min=0),
        metavar="N",
        help=f"List so many packages of the front (default: none; {FRONT_IN_JSON} in JSON).",
    ),
    click.option(
        "--full", is_flag=True, help="Print whole wordings where a record's options are named."
    ),
    click.option(
        "--write-problem",
        "written",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Write the problem as YAML and stop: to set numbers by hand, and settle that.",
    ),
    click.option(
        "--charts",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="FOLDER",
        help="Write front.svg and gains.svg there.",
    ),
    click.option(
        "--draft",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Of a record: write the next draft, .md or .docx: that of --package, else --choose.",
    ),
    click.option(
        "--choose",
        type=click.Choice([rule.value for rule in Rule]),
        default=Rule.NASH.value,
        show_default=True,
        help="The rule that picks the package of --draft.",
    ),
    click.option("--title", help="The title of the next draft."),
    click.option("--json", "as_json", is_flag=True, help="Print JSON (onetext/settlement/1)."),
)


def settle_options(command: Callable[..., None]) -> Callable[..., None]:
    """All options of `onetext settle`, in the order in which --help shows them."""
    return reduce(lambda made, option: option(made), reversed(_OPTIONS), command)
