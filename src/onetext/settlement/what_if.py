"""What if: the same problem with a red line less, a point fixed, or a party gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onetext.settlement.demands import Demand, DemandKind, demands, without
from onetext.settlement.names import NoSuchThing, named, paired, unquoted
from onetext.settlement.problem import Issue, Problem

RESERVATION = "reservation"


def relax(problem: Problem, asked: str) -> Problem:
    """Without that party's red lines on that issue; "PARTY:reservation" drops its limit.

    A red line on a whole draft is not one on an issue; "PARTY:TITLE" gives it up.

    Args:
        asked: "PARTY:ISSUE", names as `onetext.settlement.names` reads them.

    Raises:
        NoSuchThing: there is no such party or issue, or no red line to relax.
    """
    party, typed_issue = paired(asked, ":", "party", problem.parties, "PARTY:ISSUE")
    own = [one for one in demands(problem) if one.party == party]
    names = [issue.name for issue in problem.issues]
    labels = [one.label for one in own if one.label]
    wanted = unquoted(typed_issue)
    titles = [one for one in labels if wanted and wanted.casefold() in one.casefold()]
    begins = any(name.casefold().startswith(wanted.casefold()) for name in names)
    if titles and not begins:
        issue = named("draft", titles[0], titles)
    else:
        issue = named("issue", typed_issue, list(dict.fromkeys([*names, RESERVATION])))
    given_up = [one for one in own if _is_on(one, issue, names)]
    if not given_up:
        raise NoSuchThing(f'{party} has no red line on "{issue}"; there is nothing to relax.')
    return without(problem, given_up)


def fix(problem: Problem, asked: str) -> Problem:
    """With one option only for an issue, as "ISSUE=OPTION" says.

    Red lines and interactions that name another option of it can no longer be met and go.

    Raises:
        NoSuchThing: there is no such issue or option, or something else is agreed already.
    """
    names = [issue.name for issue in problem.issues]
    name, typed_option = paired(asked, "=", "issue", names, "ISSUE=OPTION")
    option = named(f'option of "{name}"', typed_option, problem.issue(name).options)
    if any(one.issue == name and one.option != option for one in problem.agreed):
        raise NoSuchThing(f'"{name}" is agreed to be something else than "{option}".')

    def possible(combination: Sequence[tuple[str, str]]) -> bool:
        return all(one != name or chosen == option for one, chosen in combination)

    return replace(
        problem,
        named={key: one for key, one in problem.named.items() if one[name] == option},
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
    party = named("party", asked, problem.parties)
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


def _is_on(demand: Demand, issue: str, names: Sequence[str]) -> bool:
    """Whether `issue`, an issue or a whole draft or the reservation value, is what it is about."""
    if demand.label:
        return demand.label == issue
    if demand.kind is DemandKind.RESERVATION:
        return issue == RESERVATION not in names
    return any(name == issue for name, _ in demand.combination)
