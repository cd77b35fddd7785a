"""Overrides as a person writes them, in YAML of the schema onetext/overrides/1.

schema: onetext/overrides/1
parties:
  Northland:
    weights: {border: 3}
    reservation: 120
    values:
      border:
        "First draft, point 2": [20, 60]
    red_lines: {add: [[ports, "Second draft, point 3"]], drop: [First draft]}

A pair is an issue with an option; a title alone is that draft as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import yaml

from onetext.errors import OnetextError
from onetext.settlement.overrides import WHOLE_DRAFT, Cell, Overrides
from onetext.settlement.problem import Points

SCHEMA = "onetext/overrides/1"
_NUMBER = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,12}|/[1-9][0-9]{0,11})?")


class BadOverrides(OnetextError):
    """The file does not hold overrides as the schema has them; the message names the line."""


def read_overrides(text: str) -> Overrides:
    """The overrides in `text`; numbers are exact ("0.1" is one tenth).

    Raises:
        BadOverrides: it is not YAML, or not of this schema; the line is named.
    """
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise BadOverrides(
            f"Asked to read overrides, found on line {line} what is not YAML. Correct that line."
        ) from error
    if root is None:
        raise BadOverrides(f"Asked to read overrides, found nothing. Begin with schema: {SCHEMA}.")
    top = dict(_pairs(root))
    if "schema" not in top or _words(top["schema"]) != SCHEMA:
        raise _bad(root, "another schema or none", f"Begin with schema: {SCHEMA}")
    _no_others(root, ("schema", "parties"))
    weights: dict[tuple[str, str], Fraction] = {}
    reservations: dict[str, Fraction] = {}
    values: dict[Cell, Points] = {}
    lines: dict[str, set[Cell]] = {"add": set(), "drop": set()}
    for party, fields in _pairs(top["parties"]) if "parties" in top else ():
        _no_others(fields, ("weights", "reservation", "values", "red_lines"))
        for name, node in _pairs(fields):
            if name == "weights":
                for issue, weight in _pairs(node):
                    weights[party, issue] = _number(weight)
            elif name == "reservation":
                reservations[party] = _number(node)
            elif name == "values":
                for issue, options in _pairs(node):
                    for option, points in _pairs(options):
                        values[party, issue, option] = _points(points)
            else:
                _no_others(node, ("add", "drop"))
                for what, listed in _pairs(node):
                    for pair in _items(listed):
                        lines[what].add((party, *_issue_and_option(pair)))
    return Overrides(
        weights, reservations, values, frozenset(lines["add"]), frozenset(lines["drop"])
    )


def _pairs(node: yaml.Node) -> Iterator[tuple[str, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        raise _bad(node, "no names with values", "Write name: value")
    seen: set[str] = set()
    for key, value in node.value:
        name = _words(key)
        if name in seen:
            raise _bad(key, f'"{name}" for the second time', "Keep one of them")
        seen.add(name)
        yield name, value


def _no_others(node: yaml.Node, known: tuple[str, ...]) -> None:
    for name, value in _pairs(node):
        if name not in known:
            raise _bad(value, f'"{name}"', f"Use {', '.join(known)}")


def _items(node: yaml.Node) -> list[yaml.Node]:
    if not isinstance(node, yaml.SequenceNode):
        raise _bad(node, "no list", "Write [one, other]")
    return list(node.value)


def _words(node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise _bad(node, "no words", "Write a name")
    return str(node.value)


def _number(node: yaml.Node) -> Fraction:
    words = _words(node)
    if not _NUMBER.fullmatch(words):
        raise _bad(node, f'"{words[:40]}"', "Write a number such as 2, 0.5 or 1/3")
    number = Fraction(words)
    if number < 0:
        raise _bad(node, "a number below 0", "Write 0 or more")
    return number


def _points(node: yaml.Node) -> Points:
    if isinstance(node, yaml.ScalarNode):
        return Points.exactly(_number(node))
    ends = [_number(one) for one in _items(node)]
    if len(ends) != 2 or ends[0] > ends[1]:
        raise _bad(node, "no interval", "Write [low, high]")
    return Points(ends[0], ends[1])


def _issue_and_option(node: yaml.Node) -> tuple[str, str]:
    if isinstance(node, yaml.ScalarNode):
        return WHOLE_DRAFT, _words(node)
    parts = [_words(one) for one in _items(node)]
    if len(parts) != 2:
        raise _bad(node, "no issue with its option", "Write [issue, option], or a draft's title")
    return parts[0], parts[1]


def _bad(node: yaml.Node, found: str, remedy: str) -> BadOverrides:
    line = node.start_mark.line + 1
    return BadOverrides(f"Asked to read overrides, found on line {line} {found}. {remedy}.")
