"""Reads a problem from YAML (onetext/problem/1); every message names the file and the line."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TypeVar

from onetext.settlement.problem import (
    UNKNOWN,
    AgreedPoint,
    Agreement,
    Choice,
    Combination,
    Interaction,
    Issue,
    Points,
    Preferences,
    Problem,
    Quote,
    RedLine,
    Reservation,
)
from onetext.settlement.problem_nodes import Place, known, only_keys, root_of
from onetext.settlement.problem_quotes import quote_at, quotes_at

SCHEMA = "onetext/problem/1"
KEYS = ("schema", "name", "parties", "issues", "agreement", "agreed", "packages", "preferences")
PARTY_KEYS = ("reservation", "weights", "values", "red_lines", "interactions", "quotes")
RED_LINE_KEYS = ("avoid", "cost", "label", "basis", "doubt", "quotes")

MOST_NAMES = 1000
"""More parties than these, or options of one issue, are a mistake."""

Issues = tuple[Issue, ...]
Item = TypeVar("Item")


def read_problem_yaml(path: Path) -> Problem:
    """The problem in the file at `path`.

    An option without points is unknown: anything from 0 to 100; `notes` says how many are.

    Raises:
        BadProblem: with the line and what to do.
    """
    root = root_of(path)
    top = root.entries("A problem")
    only_keys(root, top, KEYS, "a problem")
    schema = top["schema"].text("schema") if "schema" in top else "nothing"
    if schema != SCHEMA:
        raise top.get("schema", root).problem(f'schema must be "{SCHEMA}", but is {schema}.')
    for needed in ("parties", "issues"):
        if needed not in top:
            raise root.problem(f'A problem needs "{needed}".')
    parties = _names(top["parties"], "party", "parties")
    if len(parties) < 2:
        raise top["parties"].problem("A settlement is between two parties or more. Name another.")
    issues, wordings = _issues(top["issues"])
    given = top["preferences"].entries("preferences") if "preferences" in top else {}
    for party, place in given.items():
        known(place, party, parties, "party")
    preferences = tuple(_preferences(one, given.get(one), issues) for one in parties)
    return Problem(
        name=top["name"].text("name") if "name" in top else path.stem,
        issues=issues,
        preferences=preferences,
        agreement=_agreement(top.get("agreement"), parties),
        agreed=_agreed(top["agreed"], issues) if "agreed" in top else (),
        notes=_notes(preferences),
        wordings=wordings,
        named=_named(top["packages"], issues) if "packages" in top else {},
    )


def _names(place: Place, what: str, many: str) -> tuple[str, ...]:
    items = _few(place, tuple(place.items(many)), many)
    names: dict[str, None] = {}
    for item in items:
        name = item.text(f"A {what}")
        if name in names:
            raise item.problem(f'{many} names "{name}" twice. Leave one of the two out.')
        names[name] = None
    return tuple(names)


def _few(place: Place, items: tuple[Item, ...], many: str) -> tuple[Item, ...]:
    if len(items) > MOST_NAMES:
        raise place.problem(f"{many} are {len(items):,}; at most {MOST_NAMES:,} are read.")
    return items


def _issues(place: Place) -> tuple[Issues, dict[tuple[str, str], str]]:
    """The issues with their options, and the wordings of those options that have one."""
    entries = place.entries("issues")
    if not entries:
        raise place.problem("There is no issue. Name one with its options: border: [old, new]")
    issues = []
    wordings: dict[tuple[str, str], str] = {}
    for name, options in entries.items():
        what = f'the options of "{name}"'
        if options.is_mapping:
            worded = options.entries(what)
            for option, words in worded.items():
                if not words.is_empty:
                    wordings[name, option] = words.text(f'The wording of "{option}"')
            found = _few(options, tuple(worded), what)
        else:
            found = _names(options, "option", what)
        if not found:
            raise options.problem(f'The issue "{name}" has no options. Name at least one.')
        issues.append(Issue(name, found))
    return tuple(issues), wordings


def _agreement(place: Place | None, parties: tuple[str, ...]) -> Agreement:
    if place is None:
        return Agreement(len(parties))
    entries = place.entries("agreement")
    only_keys(place, entries, ("at_least", "vetoes"), "agreement")
    least = Fraction(len(parties))
    if "at_least" in entries:
        least = entries["at_least"].number("at_least")
        if least.denominator != 1 or not 1 <= least <= len(parties):
            raise entries["at_least"].problem(
                f"at_least must be a whole number from 1 to {len(parties)}, the number of parties."
            )
    vetoes: tuple[str, ...] = ()
    if "vetoes" in entries:
        vetoes = _names(entries["vetoes"], "party", "vetoes")
        for party in vetoes:
            known(entries["vetoes"], party, parties, "party")
    return Agreement(int(least), vetoes)


def _agreed(place: Place, issues: Issues) -> tuple[AgreedPoint, ...]:
    if place.is_mapping:
        return tuple(AgreedPoint(*pair) for pair in _combination(place, issues, "agreed"))
    points = []
    for item in place.items("agreed"):
        entries = item.entries("an agreed point")
        only_keys(item, entries, ("point", "cost", "quotes"), "an agreed point")
        if "point" not in entries:
            raise item.problem("An agreed point needs: point: {issue: option}")
        points += [
            AgreedPoint(issue, option, _cost(entries.get("cost")), quotes_at(entries.get("quotes")))
            for issue, option in _combination(entries["point"], issues, "point")
        ]
    return tuple(points)


def _named(place: Place, issues: Issues) -> dict[str, Choice]:
    found: dict[str, Choice] = {}
    for name, package in place.entries("packages").items():
        choice = dict(_combination(package, issues, f'The package "{name}"'))
        missing = [issue.name for issue in issues if issue.name not in choice]
        if missing:
            raise package.problem(f'The package "{name}" has no option of "{missing[0]}".')
        found[name] = choice
    return found


def _preferences(party: str, place: Place | None, issues: Issues) -> Preferences:
    entries = place.entries(f'the preferences of "{party}"') if place else {}
    if place:
        only_keys(place, entries, PARTY_KEYS, f'the preferences of "{party}"')
    weights = {issue.name: Fraction(1) for issue in issues}
    if "weights" in entries:
        for name, weight in entries["weights"].entries("weights").items():
            known(weight, name, weights, "issue")
            weights[name] = weight.number(f'The weight of "{name}"')
            if weights[name] < 0:
                raise weight.problem(f'The weight of "{name}" is below 0. Give 0 or more.')
        if not any(weights.values()):
            raise entries["weights"].problem(
                f'The weights of "{party}" sum to nothing. Give one issue a weight above 0.'
            )
    lines = entries["red_lines"].items("red_lines") if "red_lines" in entries else []
    pairs = entries["interactions"].items("interactions") if "interactions" in entries else []
    return Preferences(
        party=party,
        weights=weights,
        values=_values(entries.get("values"), issues),
        reservation=_reservation(entries.get("reservation")),
        red_lines=tuple(_red_line(line, issues) for line in lines),
        interactions=tuple(_interaction(pair, issues) for pair in pairs),
        quotes=_quoted(entries["quotes"], issues) if "quotes" in entries else {},
    )


def _values(place: Place | None, issues: Issues) -> dict[str, dict[str, Points]]:
    values = {issue.name: dict.fromkeys(issue.options, UNKNOWN) for issue in issues}
    for name, options in (place.entries("values") if place else {}).items():
        known(options, name, values, "issue")
        for option, points in options.entries(f'the values of "{name}"').items():
            known(points, option, values[name], f'option of "{name}"')
            values[name][option] = _points(points, f'The value of "{option}"')
    return values


def _points(place: Place, what: str) -> Points:
    if not place.is_list:
        return Points.exactly(place.number(what))
    ends = [item.number(what) for item in place.items(what)]
    if len(ends) != 2 or ends[0] > ends[1]:
        raise place.problem(f"{what} must be one number, or [lowest, highest].")
    return Points(*ends)


def _reservation(place: Place | None) -> Reservation:
    if place is None:
        return Reservation()
    if not place.is_mapping:
        return Reservation(place.number("reservation"))
    entries = place.entries("reservation")
    only_keys(place, entries, ("points", "cost"), "reservation")
    if "points" not in entries:
        raise place.problem("A reservation value needs its points: {points: 55, cost: 2}")
    return Reservation(entries["points"].number("points"), _cost(entries.get("cost")))


def _red_line(place: Place, issues: Issues) -> RedLine:
    entries = place.entries("a red line")
    if "avoid" not in entries or not entries["avoid"].is_mapping:
        return RedLine(_combination(place, issues, "a red line"))
    only_keys(place, entries, RED_LINE_KEYS, "a red line")
    return RedLine(
        _combination(entries["avoid"], issues, "a red line"),
        _cost(entries.get("cost")),
        quotes_at(entries.get("quotes")),
        **{key: entries[key].text(key) for key in ("label", "doubt", "basis") if key in entries},
    )


def _interaction(place: Place, issues: Issues) -> Interaction:
    entries = place.entries("an interaction")
    only_keys(place, entries, ("when", "value"), "an interaction")
    if set(entries) != {"when", "value"}:
        raise place.problem("An interaction needs: {when: {issue: option}, value: 5}")
    return Interaction(
        _combination(entries["when"], issues, "when"), _points(entries["value"], "value")
    )


def _quoted(place: Place, issues: Issues) -> dict[tuple[str, str], tuple[Quote, ...]]:
    """The words behind the points of options."""
    found: dict[tuple[str, str], tuple[Quote, ...]] = {}
    for item in place.items("quotes"):
        entries = item.entries("a quote")
        if "about" not in entries:
            raise item.problem("A quote here needs what it is about: {issue: option}.")
        for cell in _combination(entries["about"], issues, "about"):
            found[cell] = (*found.get(cell, ()), quote_at(item, beside=("about",)))
    return found


def _combination(place: Place, issues: Issues, what: str) -> Combination:
    options = {issue.name: issue.options for issue in issues}
    chosen: dict[str, str] = {}
    for name, option in place.entries(what).items():
        known(option, name, options, "issue")
        chosen[name] = known(option, option.text(what), options[name], f'option of "{name}"')
    if not chosen:
        raise place.problem(f"{what} names no option. Give at least one, as issue: option.")
    return tuple((issue.name, chosen[issue.name]) for issue in issues if issue.name in chosen)


def _cost(place: Place | None) -> Fraction:
    cost = place.number("cost") if place else Fraction(1)
    if place and cost < 0:
        raise place.problem("A cost is below 0. Give 0 or more.")
    return cost


def _notes(preferences: tuple[Preferences, ...]) -> tuple[str, ...]:
    return tuple(
        f"{count} of the values of {one.party} are unknown and may be anything from 0 to 100."
        for one in preferences
        if (count := sum(p is UNKNOWN for row in one.values.values() for p in row.values()))
    )
