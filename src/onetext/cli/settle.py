"""`onetext settle`: why there is no deal, and what packages all could accept."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import click

from onetext.cli.lines import say
from onetext.cli.options import RecordPlace
from onetext.cli.settle_answer import Answer, answered, as_json, chosen_by, show
from onetext.cli.settle_options import Asked, settle_options
from onetext.cli.settle_outputs import (
    check_draft,
    write_charts,
    write_draft,
    write_problem_file,
)
from onetext.cli.settle_problem import assumed, is_record, problem_asked
from onetext.cli.settle_progress import progress
from onetext.cli.terminal import Terminal
from onetext.record.addresses import RecordAt
from onetext.settlement.rules import Rule


@click.command()
@click.argument("problem", type=RecordPlace())
@settle_options
def command(problem: RecordAt, **given: Any) -> None:
    """Show why there is no deal, and what packages all could accept.

    PROBLEM is a YAML file (onetext/problem/1), a GENIUS domain folder, or a record. How a
    problem is written: docs/reference/problem.md; what the answer means:
    docs/reference/settlement.md.

    \b
    Example:
      onetext settle ports.yaml
      onetext settle ports.yaml --relax Northland:border --fix ports=open
      onetext settle ports.yaml --package "border=river, ports=open"
      onetext settle ports.yaml --charts charts --json
      onetext settle talks.onetext --write-problem talks.yaml
      onetext settle talks.onetext --as-of 2025-12-24 --party Northland --party Southland
      onetext settle talks.onetext --draft next.docx --choose nash
    """
    asked = Asked(**given)
    recorded = is_record(problem)
    if asked.of_a_record and not recorded:
        raise click.UsageError(
            f"{', '.join(asked.of_a_record)}: for a record, and {problem} is none."
        )
    if asked.draft:
        check_draft(asked.draft)
    day = asked.as_of or datetime.now(UTC).date()
    question, what_if = assumed(problem_asked(problem, asked, day, recorded), asked)
    if asked.written:
        say(write_problem_file(question, asked.written), err=True)
        return
    with progress(Terminal(stderr=True)) as shown:
        answer = answered(question, asked, what_if, shown)
    if asked.as_json:
        click.echo(as_json(answer))
    else:
        show(answer, Terminal(highlight=False))
    if asked.charts:
        for told in write_charts(answer.settlement, asked.charts):
            say(told, err=True)
    if asked.draft:
        for told in write_draft(
            problem,
            answer.settlement.problem,
            _package(answer),
            asked.draft,
            as_of=day,
            known_on=asked.known_on,
            viewer=asked.viewer,
            title=asked.title,
        ):
            say(told, err=True)


def _package(answer: Answer) -> dict[str, str]:
    for choice in answer.packages:
        return dict(choice)
    return dict(chosen_by(answer.settlement, Rule(answer.asked.choose)))
