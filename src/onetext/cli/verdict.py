"""The answer of a settlement in one or two sentences, known before guessed."""

from __future__ import annotations

from collections.abc import Iterator

from onetext.cli.conflict_view import refused
from onetext.cli.sentences import many, rounded
from onetext.settlement.blocked import blocked_issues
from onetext.settlement.problem import UNKNOWN, Problem
from onetext.settlement.result import Settlement
from onetext.settlement.solver import Count

MOST_NAMED = 3


def verdict(settlement: Settlement) -> str:
    """The answer in one sentence; where values are unknown, what is known of it."""
    if settlement.feasible is None:
        return "Time ran out before it was known whether any package is acceptable."
    packages = settlement.problem.packages
    if settlement.problem.certain:
        if not settlement.feasible:
            return f"No package is acceptable as things stand{_because(settlement)}."
        count = settlement.acceptable
        are = _are(count.count)
        return f"{_part(count, packages)} of {many(packages, 'package')} {are} acceptable."
    possible, sure = settlement.known.not_ruled_out, settlement.known.guaranteed
    if possible.exact and not possible.count:
        return f"No package is acceptable as things stand{_because(settlement)}."
    if possible.exact and possible.count == packages:
        left = f"Nothing known rules out any of {many(packages, 'package')}"
    else:
        are = _are(possible.count)
        left = f"{_part(possible, packages)} of {many(packages, 'package')} {are} not ruled out"
    return f"{left}; {_sure(sure, packages)}."


def _because(settlement: Settlement) -> str:
    blocked, _ = blocked_issues(settlement.problem, settlement.conflicts.sets)
    if not blocked:
        return ""
    what = "wording" if settlement.problem.wordings else "option"
    issues = [one.issue for one in blocked[:MOST_NAMED]]
    more = len(blocked) - len(issues)
    if more:
        issues.append(many(more, "other issue"))
    named = " and of ".join([", ".join(issues[:-1]), issues[-1]] if issues[1:] else issues)
    return f": every {what} of {named} is {refused(*blocked)}"


def details(settlement: Settlement) -> Iterator[str]:
    """How far that rests on what is not known."""
    problem = settlement.problem
    if problem.certain:
        return
    possible = settlement.known.not_ruled_out
    if possible.exact and not possible.count:
        each = (
            "the one package there is"
            if problem.packages == 1
            else f"each of {many(problem.packages, 'package')}"
        )
        yield f"That holds for {each}, whatever is unknown."
    yield _how_much(problem)
    if settlement.feasible:
        count = settlement.acceptable
        yield (
            "Below, what is not known counts with the middle of what is possible: a guess, by "
            f"which {_part(count, problem.packages).lower()} of the packages "
            f"{_are(count.count)} acceptable."
        )
    elif settlement.known.not_ruled_out.count or not settlement.known.not_ruled_out.exact:
        yield (
            "Below, what is not known counts with the middle of what is possible: a guess, by "
            "which no package is acceptable."
        )


def _how_much(problem: Problem) -> str:
    points = [
        one
        for preferences in problem.preferences
        for options in preferences.values.values()
        for one in options.values()
    ]
    unknown = sum(one == UNKNOWN for one in points)
    bounded = sum(not one.known for one in points) - unknown
    parts = [f"{unknown:,} {_are(unknown)} unknown"] if unknown else []
    parts += [f"{bounded:,} {_are(bounded)} known within bounds only"] if bounded else []
    parts = parts or ["all are known, but points of options together are not"]
    return f"Of {many(len(points), 'value')}, {' and '.join(parts)}."


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _sure(sure: Count, packages: int) -> str:
    if not sure.count:
        return (
            "no package is sure to be accepted"
            if sure.exact
            else ("none is known to be sure of acceptance")
        )
    are = _are(sure.count)
    return f"{_part(sure, packages).lower()} {are} sure to be accepted"


def _part(count: Count, packages: int) -> str:
    """The number, or for an estimate about how large a part that is."""
    if count.exact:
        return f"{count.count:,}"
    part = count.count / packages
    if part >= 0.995:
        return "Nearly all"
    return f"About {part:.0%}" if part >= 0.01 else f"About {rounded(count.count):,}"
