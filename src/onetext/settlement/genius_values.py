"""What the options of an issue are worth in a GENIUS profile, and which options there are.

A discrete issue has its items, a whole number all values between its bounds. A real number has
endlessly many; some are looked at: evenly spaced ones, and every value at which an evaluator of
some profile bends, since between those all utilities are straight lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from onetext.settlement.genius_file import GeniusIssue

SMALLEST_LARGEST = Fraction(1, 100_000)

Options = dict[str, Fraction | None]
"""Options by name; with their numbers, where they are numbers."""


def options_of(issue: GeniusIssue, profiles: Sequence[GeniusIssue], real_values: int) -> Options:
    """The options of an issue of the domain; `profiles` are the same issue in each profile.

    Raises:
        BadDomain: there are none, or one is named twice.
    """
    if issue.kind == "discrete":
        options: Options = {}
        for value, _ in issue.items():
            if value in options:
                raise issue.bad(f'lists the option "{value}" twice. Remove one.')
            options[value] = None
        if not options:
            raise issue.bad("has no options. Add its items.")
        return options
    low, high = issue.bounds
    if issue.kind == "integer":
        return {str(value): Fraction(value) for value in range(int(low), int(high) + 1)}
    steps = max(1, real_values - 1)
    values = {low + (high - low) * step / steps for step in range(steps + 1)}
    for profile in profiles:
        values.update(one for one in bends(profile) if low <= one <= high)
    return _named(sorted(values))


def bends(profile: GeniusIssue) -> tuple[Fraction, ...]:
    """The numbers at which the evaluator of a real issue is no straight line."""
    if profile.kind != "real":
        return ()
    kind = _function(profile)
    if kind == "triangular":
        return _triangle(profile)
    if kind == "linear":
        base, slope = _parameter(profile, 0), _parameter(profile, 1)
        return (-base / slope, (1 - base) / slope) if slope else ()
    return ()


def evaluations(profile: GeniusIssue, options: Options) -> dict[str, Fraction]:
    """What each option is worth, before its weight.

    Raises:
        BadDomain: an option has no evaluation, or a parameter is missing or no number.
    """
    if profile.kind == "discrete":
        return _of_items(profile, options)
    found = {}
    for option, value in options.items():
        if value is None:
            raise profile.bad(f'is of type "{profile.kind}", but its options are items.')
        found[option] = _at(profile, value)
    return found


def _of_items(profile: GeniusIssue, options: Options) -> dict[str, Fraction]:
    """Evaluations divided by the largest."""
    found = {
        value: profile.number(item, "evaluation")
        for value, item in profile.items()
        if item.get("evaluation") is not None
    }
    missing = [option for option in options if option not in found]
    if missing:
        raise profile.bad(f'has no evaluation of the option "{missing[0]}". Add it.')
    largest = max(found.values())
    if largest < SMALLEST_LARGEST:
        return dict.fromkeys(options, Fraction(0))
    return {option: found[option] / largest for option in options}


def _at(profile: GeniusIssue, value: Fraction) -> Fraction:
    evaluator = profile.evaluator
    if profile.kind == "integer":
        slope = profile.number(evaluator, "slope", "0")
        offset = profile.number(evaluator, "offset", "0")
        return _cut(slope * (value - profile.bounds[0]) + offset)
    kind = _function(profile)
    if kind == "linear":
        return _cut(_parameter(profile, 1) * value + _parameter(profile, 0))
    if kind == "constant":
        return _parameter(profile, 0)
    lower, top, upper = _triangle(profile)
    if value == top:
        return Fraction(1)
    if lower < value < top:
        return (value - lower) / (top - lower)
    if top < value < upper:
        return (upper - value) / (upper - top)
    return Fraction(0)


def _cut(evaluation: Fraction) -> Fraction:
    return min(Fraction(1), max(Fraction(0), evaluation))


def _function(profile: GeniusIssue) -> str:
    kind = (profile.evaluator.get("ftype") or "").lower()
    if kind not in ("linear", "constant", "triangular"):
        raise profile.bad(
            f'has an evaluator of the ftype "{kind}", where linear, constant and triangular are '
            "known."
        )
    return kind


def _triangle(profile: GeniusIssue) -> tuple[Fraction, Fraction, Fraction]:
    """Where it starts, its top, and where it ends."""
    lower, upper, top = (_parameter(profile, number) for number in range(3))
    if not lower <= top <= upper:
        raise profile.bad("has a triangle whose top, parameter2, is not between its ends.")
    return lower, top, upper


def _parameter(profile: GeniusIssue, number: int) -> Fraction:
    return profile.number(profile.evaluator, f"parameter{number}")


def _named(values: Sequence[Fraction]) -> Options:
    """Numbers with names as short as tells them apart."""
    for digits in range(6, 60, 6):
        names = [_decimal(value, digits) for value in values]
        if len(set(names)) == len(names):
            return dict(zip(names, values, strict=True))
    return {str(value): value for value in values}


def _decimal(value: Fraction, digits: int) -> str:
    """With at most so many places after the point."""
    whole = round(value * 10**digits)
    sign, text = "-" if whole < 0 else "", str(abs(whole)).rjust(digits + 1, "0")
    return sign + (text[:-digits] + "." + text[-digits:]).rstrip("0").rstrip(".")
