"""Writes a problem as YAML (onetext/problem/1), so that a person can set numbers by hand.

What is written reads back as the same problem; only its notes become comments.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from onetext.errors import OnetextError
from onetext.settlement.problem import (
    UNKNOWN,
    AgreedPoint,
    Combination,
    Interaction,
    Points,
    Preferences,
    Problem,
    Quote,
    RedLine,
)
from onetext.settlement.problem_yaml import SCHEMA
from onetext.settlement.yaml_lines import Node, flow_list, lines_of, scalar

MOST_DIGITS = 18


class UnwritableProblem(OnetextError):
    """A number of the problem has more digits than a problem file may hold."""


def write_problem(problem: Problem) -> str:
    """The problem as YAML of the schema onetext/problem/1.

    Raises:
        UnwritableProblem: a number has too many digits.
    """
    top: dict[str, Node] = {
        "schema": SCHEMA,
        "name": scalar(problem.name),
        "parties": [scalar(one) for one in problem.parties],
        "issues": {one.name: _options(problem, one.name, one.options) for one in problem.issues},
        "agreement": {
            "at_least": str(problem.agreement.at_least),
            "vetoes": flow_list(problem.agreement.vetoes),
        },
    }
    if problem.agreed:
        top["agreed"] = [_agreed(one) for one in problem.agreed]
    if problem.named:
        top["packages"] = {
            name: {issue: scalar(option) for issue, option in choice.items()}
            for name, choice in problem.named.items()
        }
    top["preferences"] = {one.party: _preferences(one) for one in problem.preferences}
    comments = [f"# {line}" for note in problem.notes for line in note.splitlines()]
    return "\n".join([*comments, *lines_of(top)]) + "\n"


def _options(problem: Problem, issue: str, options: Iterable[str]) -> Node:
    words = {one: problem.wordings.get((issue, one), "") for one in options}
    if any(words.values()):
        return {option: scalar(text) for option, text in words.items()}
    return [scalar(option) for option in words]


def _agreed(one: AgreedPoint) -> Node:
    return {
        "point": _combination(((one.issue, one.option),)),
        "cost": _number(one.cost),
        **_quotes(one.quotes),
    }


def _preferences(one: Preferences) -> Node:
    found: dict[str, Node] = {
        "reservation": {
            "points": _number(one.reservation.points),
            "cost": _number(one.reservation.cost),
        },
        "weights": {issue: _number(weight) for issue, weight in one.weights.items()},
        "values": {
            issue: {option: _points(points) for option, points in options.items()}
            for issue, options in one.values.items()
        },
    }
    if one.red_lines:
        found["red_lines"] = [_red_line(line) for line in one.red_lines]
    if one.interactions:
        found["interactions"] = [_interaction(each) for each in one.interactions]
    if one.quotes:
        found["quotes"] = [
            {"about": _combination((cell,)), **_quote(quote)}
            for cell, quotes in one.quotes.items()
            for quote in quotes
        ]
    return found


def _red_line(line: RedLine) -> Node:
    found: dict[str, Node] = {"avoid": _combination(line.combination), "cost": _number(line.cost)}
    if line.label:
        found["label"] = scalar(line.label)
    if line.basis:
        found["basis"] = scalar(line.basis)
    if line.doubt:
        found["doubt"] = scalar(line.doubt)
    return {**found, **_quotes(line.quotes)}


def _interaction(each: Interaction) -> Node:
    return {"when": _combination(each.combination), "value": _points(each.points)}


def _quotes(quotes: Iterable[Quote]) -> dict[str, Node]:
    listed: list[Node] = [_quote(one) for one in quotes]
    return {"quotes": listed} if listed else {}


def _quote(one: Quote) -> dict[str, Node]:
    found = {
        "words": one.words,
        "speaker": one.speaker,
        "said_on": one.said_on.isoformat() if one.said_on else "",
        "publisher": one.publisher or "",
        "statement": one.statement,
    }
    told: dict[str, Node] = {name: scalar(text) for name, text in found.items() if text}
    return told if one.verbatim else {**told, "verbatim": "false"}


def _combination(pairs: Combination) -> Node:
    return {issue: scalar(option) for issue, option in pairs}


def _points(points: Points) -> str:
    if points.known:
        return _number(points.low)
    shown = f"[{_number(points.low)}, {_number(points.high)}]"
    return f"{shown}  # unknown" if points == UNKNOWN else shown


def _number(number: Fraction) -> str:
    """As a whole number, an exact decimal, or a fraction."""
    rest, places = number.denominator, 0
    while rest > 1 and places <= MOST_DIGITS and 10**places % number.denominator:
        places += 1
    whole = number * 10**places
    if whole.denominator == 1 and places <= MOST_DIGITS:
        digits = str(abs(int(whole))).rjust(places + 1, "0")
        parts = [digits[: len(digits) - places], digits[len(digits) - places :]]
        written = "-" * (number < 0) + ".".join(part for part in parts if part)
    else:
        parts = [str(abs(number.numerator)), str(number.denominator)]
        written = str(number)
    if max(map(len, parts)) > MOST_DIGITS:
        raise UnwritableProblem(
            f"Asked to write the number {float(number):.6g} exactly, found that this takes more "
            f"than {MOST_DIGITS} digits. Round it first."
        )
    return written
