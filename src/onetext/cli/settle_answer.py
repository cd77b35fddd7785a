"""The whole answer of one `onetext settle`: the settlement, and what else was asked for."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from rich.console import Console

from onetext.cli import movement_view, settlement_view
from onetext.cli.settle_options import FRONT_IN_JSON, Asked
from onetext.cli.settle_progress import Progress
from onetext.errors import OnetextError
from onetext.settlement.adjusted_winner import Division
from onetext.settlement.division import divide
from onetext.settlement.movement import least_movement
from onetext.settlement.named_package import named_package
from onetext.settlement.problem import Choice, Problem
from onetext.settlement.result import Settlement
from onetext.settlement.rules import Rule
from onetext.settlement.settle import settle
from onetext.settlement.shapes import division_shape, movement_shape, settlement_shape
from onetext.wiring import settlement_solvers

FRONT_IN_CHARTS = 5000


class NoPackageChosen(OnetextError):
    """A rule was to name a package, but no acceptable package is known."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found. `packages` holds the one of --package, `divisions` that of --divide."""

    asked: Asked
    what_if: tuple[str, ...]
    settlement: Settlement
    packages: tuple[Choice, ...]
    divisions: tuple[Division, ...]


def answered(
    problem: Problem, asked: Asked, what_if: tuple[str, ...], progress: Progress
) -> Answer:
    """Settle `problem`; names that a person typed are looked up before anything is computed.

    Raises:
        NoSuchThing: the package has an issue or option that is not there, or lacks one.
        NothingToDivide: adjusted winner does not fit the problem.
        NoPackageChosen: the package was named by a rule, and there is none.
    """
    divisions = (divide(problem),) if asked.divide else ()
    rule = _rule(asked.package)
    typed = () if asked.package is None or rule else (named_package(problem, asked.package),)
    most = max(front_given(asked), FRONT_IN_CHARTS if asked.charts else 0)
    found = settle(
        problem,
        settlement_solvers(),
        time_limit_s=asked.time_limit_s,
        seed=asked.seed,
        most_front=most,
        on_step=progress.step,
        on_found=progress.found,
    )
    packages = (chosen_by(found, rule),) if rule else typed
    return Answer(asked, what_if, found, packages, divisions)


def chosen_by(settlement: Settlement, rule: Rule) -> Choice:
    """The package that `rule` chooses.

    Raises:
        NoPackageChosen: there is no acceptable package, or none was found in time.
    """
    if rule not in settlement.solutions:
        raise NoPackageChosen(
            f'The package of the rule "{rule}" was asked for, but no acceptable package is known. '
            "See what would open a way, and try it with --relax."
        )
    return settlement.solutions[rule].offer.choice


def front_given(asked: Asked) -> int:
    """How many packages of the front are given."""
    if asked.most_front is not None:
        return asked.most_front
    return FRONT_IN_JSON if asked.as_json else 0


def as_json(answer: Answer) -> str:
    """onetext/settlement/1, with what else was asked for."""
    found = answer.settlement
    offers = found.front.offers[: front_given(answer.asked)]
    shape: dict[str, Any] = settlement_shape(
        replace(found, front=replace(found.front, offers=offers))
    )
    shape["what_if"] = list(answer.what_if)
    for choice in answer.packages:
        movement = least_movement(found.problem, choice)
        shape["movement"] = movement_shape(found.problem, choice, movement)
    for division in answer.divisions:
        shape["adjusted_winner"] = division_shape(found.problem, division)
    return json.dumps(shape, ensure_ascii=False, indent=1)


def show(answer: Answer, console: Console) -> None:
    """The page for people."""
    found = answer.settlement
    settlement_view.show(
        found,
        console,
        what_if=answer.what_if,
        most_front=front_given(answer.asked),
        full=answer.asked.full,
    )
    for choice in answer.packages:
        movement = least_movement(found.problem, choice)
        movement_view.show_movement(found.problem, choice, movement, console, seed=found.seed)
    for division in answer.divisions:
        movement_view.show_division(found.problem, division, console)
    settlement_view.show_notes(found, console)


def _rule(typed: str | None) -> Rule | None:
    """The rule that `typed` names, if it does."""
    name = (typed or "").strip().casefold().replace("-", "_")
    return next((rule for rule in Rule if rule.value == name), None)
