"""The options of `onetext review` that say which part of a queue is meant, and in which order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from onetext.cli.options import Day
from onetext.positions.issues_told import about_issue
from onetext.record.record import Record
from onetext.record.review import Order, Pending, Rule, What, queue, second_queue
from onetext.record.statements import Act, StatementKind

F = TypeVar("F", bound=Callable[..., Any])

_FILTERS = (
    click.option("--min-confidence", type=click.FloatRange(0, 1), help="Only: at least so sure."),
    click.option("--max-confidence", type=click.FloatRange(0, 1), help="Only: at most so sure."),
    click.option("--source", metavar="ID", help="Only: from this source."),
    click.option("--publisher", metavar="NAME", help="Only: published by."),
    click.option("--party", help="Only: said by or for this party."),
    click.option("--act", type=click.Choice([str(act) for act in Act]), help="Only: this act."),
    click.option(
        "--kind", type=click.Choice([str(kind) for kind in StatementKind]), help="Only: so quoted."
    ),
    click.option("--since", type=Day(), help="Only: dated that day or later."),
    click.option("--until", type=Day(), help="Only: dated that day or earlier."),
    click.option(
        "--second",
        is_flag=True,
        help="What others judged and you did not, as it was proposed: for agreement.",
    ),
    click.option(
        "--order",
        type=click.Choice([str(order) for order in Order]),
        default=str(Order.SUREST),
        show_default=True,
        help="Which come first.",
    ),
)


def filters(command: F) -> F:
    """The options that `asked_queue` reads."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command


def asked_rule(record: Record, asked: dict[str, Any]) -> Rule:
    """The rule that the options state; `--issue` is part of it where it is no target."""
    issue = None if asked["link_all"] else asked["issue"]
    return Rule(
        min_confidence=asked["min_confidence"],
        max_confidence=asked["max_confidence"],
        source_id=record.resolve(asked["source"]) if asked["source"] else None,
        publisher=asked["publisher"],
        party=asked["party"],
        act=Act(asked["act"]) if asked["act"] else None,
        kind=StatementKind(asked["kind"]) if asked["kind"] else None,
        since=asked["since"],
        until=asked["until"],
        about=about_issue(record.store, issue) if issue else None,
    )


def asked_queue(record: Record, asked: dict[str, Any]) -> list[Pending]:
    """What the options ask for."""
    what, order = What(asked["what"]), Order(asked["order"])
    rule = asked_rule(record, asked)
    if not asked["second"]:
        return queue(record.store, what, rule, order)
    if what is not What.STATEMENTS:
        raise click.UsageError("--second is for statements.")
    return second_queue(record.store, record.author, rule, order)
