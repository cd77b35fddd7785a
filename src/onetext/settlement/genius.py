"""Reads a GENIUS domain folder: one domain and the preference profiles of its parties.

The semantics are those of GENIUS itself (genius.core.utility in GENIUS 10.4): weights as they
stand, evaluations of discrete issues divided by the largest, linear evaluations of whole
numbers from the lower bound and cut to 0..1. Utilities stay on that scale, 0 to 1.

Source: Lin and others (2014), Computational Intelligence 30, 48-70.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from lxml import etree

from onetext.errors import OnetextError
from onetext.settlement.problem import (
    Agreement,
    Issue,
    Points,
    Preferences,
    Problem,
    Reservation,
)

SMALLEST_LARGEST = Fraction(1, 100_000)
MOST_VALUES = 100_000
_NUMBER = re.compile(r"[+-]?(?:\d{1,40}\.?\d{0,60}|\.\d{1,60})(?:[eE][+-]?\d{1,2})?", re.ASCII)
Rows = dict[str, dict[str, Points]]


class BadDomain(OnetextError):
    """A folder does not hold a GENIUS domain with profiles of two parties or more."""

    def __init__(self, path: Path, sentence: str) -> None:
        self.path = path
        super().__init__(f"{path}: {sentence}")


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    root: etree._Element

    @property
    def issues(self) -> list[etree._Element]:
        return list(self.root.iter("issue"))

    @property
    def is_profile(self) -> bool:
        return any(True for _ in self.root.iter("weight"))


def read_genius(folder: Path) -> Problem:
    """The problem of a domain folder; every profile in it is a party, named by its file.

    Raises:
        BadDomain: the domain or a profile is missing, broken or incomplete.
    """
    files = [_parsed(path) for path in sorted(folder.glob("*.xml"))]
    with_issues = [file for file in files if file.issues]
    if not with_issues:
        raise BadDomain(folder, "no XML file in it has an issue. Name a GENIUS domain folder.")
    profiles = [file for file in with_issues if file.is_profile]
    domains = [file for file in with_issues if not file.is_profile]
    if len(profiles) < 2:
        raise BadDomain(
            folder,
            f"{len(profiles)} preference profile was found, two are needed. "
            "Add the missing profile's XML file.",
        )
    domain = domains[0] if domains else profiles[0]
    issues = tuple(_issue(domain, element) for element in domain.issues)
    if len({issue.name for issue in issues}) < len(issues):
        raise BadDomain(domain.path, "two issues have the same name. Rename one of them.")
    preferences, notes = [], []
    for profile in profiles:
        preferences.append(_preferences(profile, domain, issues))
        discount = _setting(profile, "discount_factor", Fraction(1))
        if 0 < discount < 1:
            notes.append(
                f"{profile.path.stem} discounts by {float(discount):g} a round; "
                "settlement has no rounds and leaves it out."
            )
    return Problem(
        folder.name, issues, tuple(preferences), Agreement(len(profiles)), notes=tuple(notes)
    )


def _parsed(path: Path) -> _File:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except OSError as error:
        raise BadDomain(path, f"cannot be read: {error.strerror}.") from error
    except etree.XMLSyntaxError as error:
        raise BadDomain(path, f"is not XML: {error.msg}.") from None
    return _File(path, root)


def _issue(file: _File, element: etree._Element) -> Issue:
    name = element.get("name") or f"issue {element.get('index')}"
    if _kind(element) == "discrete":
        options = tuple(str(item.get("value")) for item in element.iter("item"))
        if len(set(options)) < len(options):
            raise BadDomain(file.path, f'the issue "{name}" lists an option twice.')
    else:
        low, high = _bounds(file, element, name)
        options = tuple(str(value) for value in range(low, high + 1))
    if not options:
        raise BadDomain(file.path, f'the issue "{name}" has no options. Add its items.')
    return Issue(name, options)


def _kind(element: etree._Element) -> str:
    return (element.get("type") or "discrete").lower()


def _bounds(file: _File, element: etree._Element, name: str) -> tuple[int, int]:
    if _kind(element) != "integer":
        raise BadDomain(
            file.path,
            f'the issue "{name}" is of type "{_kind(element)}". Discrete and integer issues are '
            "read; list the values that matter as items.",
        )
    span = element.find("range")
    low, high = element.get("lowerbound"), element.get("upperbound")
    if low is None and span is not None:
        low, high = span.get("lowerbound"), span.get("upperbound")
    bounds = int(_number(file, low, name)), int(_number(file, high, name))
    if not 0 <= bounds[1] - bounds[0] < MOST_VALUES:
        raise BadDomain(file.path, f'the bounds of the issue "{name}" are out of order or range.')
    return bounds


def _preferences(profile: _File, domain: _File, issues: tuple[Issue, ...]) -> Preferences:
    weights = {
        element.get("index"): _number(profile, element.get("value"), "weight")
        for element in profile.root.iter("weight")
    }
    by_index = {element.get("index"): element for element in profile.issues}
    values: Rows = {}
    kept: dict[str, Fraction] = {}
    for issue, element in zip(issues, domain.issues, strict=True):
        index = element.get("index")
        own = by_index.get(index)
        if own is None or index not in weights:
            raise BadDomain(profile.path, f'nothing is said on the issue "{issue.name}".')
        kept[issue.name] = weights[index]
        discrete = _kind(own) == "discrete"
        values[issue.name] = (_items if discrete else _linear)(profile, own, issue)
    return Preferences(
        profile.path.stem,
        kept,
        values,
        Reservation(_setting(profile, "reservation", Fraction(0))),
    )


def _items(profile: _File, element: etree._Element, issue: Issue) -> dict[str, Points]:
    found = {
        str(item.get("value")): _number(profile, item.get("evaluation"), issue.name)
        for item in element.iter("item")
        if item.get("evaluation") is not None
    }
    missing = [option for option in issue.options if option not in found]
    if missing:
        raise BadDomain(
            profile.path, f'the option "{missing[0]}" of "{issue.name}" has no evaluation.'
        )
    largest = max(found.values())
    if largest < SMALLEST_LARGEST:
        return {option: Points.exactly(0) for option in issue.options}
    return {option: Points.exactly(found[option] / largest) for option in issue.options}


def _linear(profile: _File, element: etree._Element, issue: Issue) -> dict[str, Points]:
    evaluator = element.find("evaluator")
    if evaluator is None:
        raise BadDomain(profile.path, f'the issue "{issue.name}" has no evaluator.')
    slope = _number(profile, evaluator.get("slope", "0"), issue.name)
    offset = _number(profile, evaluator.get("offset", "0"), issue.name)
    low, _ = _bounds(profile, element, issue.name)
    return {
        option: Points.exactly(
            min(Fraction(1), max(Fraction(0), slope * (int(option) - low) + offset))
        )
        for option in issue.options
    }


def _setting(profile: _File, tag: str, default: Fraction) -> Fraction:
    for element in profile.root.iter(tag):
        return _number(profile, element.get("value"), tag)
    return default


def _number(file: _File, written: str | None, what: str) -> Fraction:
    text = str(written).strip()
    if not _NUMBER.fullmatch(text):
        raise BadDomain(file.path, f'"{text[:40]}" at "{what}" is not a number.')
    return Fraction(text)
