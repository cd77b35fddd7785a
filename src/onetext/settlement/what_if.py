"""What if: the same problem with a red line less, a point fixed, or a party gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onetext.errors import OnetextError
from onetext.settlement.demands import DemandKind, demands, without
from onetext.settlement.problem import Issue, Problem

RESERVATION = "reservation"


class NoSuchThing(OnetextError):
    """A what-if names a party, an issue or an option that the problem does not have."""


def relax(problem: Problem, asked: str) -> Problem:
    """Without that party's red lines on that issue; "PARTY:reservation" drops its limit.

    Args:
        asked: "PARTY:ISSUE". Capitals do not matter, nor what follows a unique beginning.

    Raises:
        NoSuchThing: there is no such party or issue, or no red line to relax.
    """
    typed_party, _, typed_issue = asked.rpartition(":")
    if not typed_party:
        raise NoSuchThing(f'"{asked}" names no party and issue. Write PARTY:ISSUE.')
    party = _named("party", typed_party, problem.parties)
    names = [issue.name for issue in problem.issues]
    issue = _named("issue", typed_issue, [*names, RESERVATION])
    given_up = [
        demand
        for demand in demands(problem)
        if demand.party == party
        and (
            any(name == issue for name, _ in demand.combination)
            or (demand.kind is DemandKind.RESERVATION and issue == RESERVATION not in names)
        )
    ]
    if not given_up:
        raise NoSuchThing(f'{party} has no red line on "{issue}"; there is nothing to relax.')
    return without(problem, given_up)


def fix(problem: Problem, asked: str) -> Problem:
    """With one option only for an issue, as "ISSUE=OPTION" says.

    Red lines and interactions that name another option of it can no longer be met and go.

    Raises:
        NoSuchThing: there is no such issue or option, or something else is agreed already.
    """
    typed_issue, _, typed_option = asked.partition("=")
    name = _named("issue", typed_issue, [issue.name for issue in problem.issues])
    option = _named("option", typed_option, problem.issue(name).options)
    if any(one.issue == name and one.option != option for one in problem.agreed):
        raise NoSuchThing(f'"{name}" is agreed to be something else than "{option}".')

    def possible(combination: Sequence[tuple[str, str]]) -> bool:
        return all(one != name or chosen == option for one, chosen in combination)

    return replace(
        problem,
        issues=tuple(
            Issue(name, (option,)) if issue.name == name else issue for issue in problem.issues
        ),
        preferences=tuple(
            replace(
                one,
                values={**one.values, name: {option: one.values[name][option]}},
                red_lines=tuple(line for line in one.red_lines if possible(line.combination)),
                interactions=tuple(each for each in one.interactions if possible(each.combination)),
            )
            for one in problem.preferences
        ),
    )


def leave_out(problem: Problem, asked: str) -> Problem:
    """Without a party: neither its wishes nor its veto count; all others must still agree.

    Raises:
        NoSuchThing: there is no such party, or only two are there.
    """
    party = _named("party", asked, problem.parties)
    left = tuple(one for one in problem.preferences if one.party != party)
    if len(left) < 2:
        raise NoSuchThing(f"Without {party} one party would be left; a settlement needs two.")
    rule = problem.agreement
    return replace(
        problem,
        preferences=left,
        agreement=replace(
            rule,
            at_least=min(rule.at_least, len(left)),
            vetoes=tuple(one for one in rule.vetoes if one != party),
        ),
    )


def _named(what: str, typed: str, names: Sequence[str]) -> str:
    """The one of `names` that is meant."""
    wanted = typed.strip().casefold()
    exact = [name for name in names if name.casefold() == wanted]
    begun = [name for name in names if wanted and name.casefold().startswith(wanted)]
    for found in (exact, begun):
        if len(found) == 1:
            return found[0]
    listed = ", ".join(f'"{name}"' for name in (begun or names)[:8])
    matter = f"{len(begun)} begin so" if begun else "there is none such"
    raise NoSuchThing(f'The {what} "{typed.strip()}" was asked for, but {matter}: use {listed}.')
