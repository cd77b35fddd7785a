"""Issues that rule out every package on their own: each of their options is refused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onetext.settlement.demands import Demand, DemandKind
from onetext.settlement.problem import Problem

Conflict = tuple[Demand, ...]


@dataclass(frozen=True, slots=True)
class BlockedIssue:
    """An issue all of whose options are refused; `refusals` has each option with who refuses it.

    The refusals are those of minimal conflicts, so that none of them is idle.
    """

    issue: str
    refusals: tuple[tuple[str, tuple[Demand, ...]], ...]


def blocked_issues(
    problem: Problem, conflicts: Iterable[Conflict]
) -> tuple[tuple[BlockedIssue, ...], tuple[Conflict, ...]]:
    """The issues that some of the minimal `conflicts` are about alone, and the other conflicts.

    A conflict is about one issue alone where it consists of red lines on single options of it.
    An issue with several such conflicts (one option refused by two parties) is told once.
    """
    refused: dict[str, dict[str, dict[Demand, None]]] = {}
    others = []
    for conflict in conflicts:
        pairs = [one.combination[0] for one in conflict if _on_one_option(one)]
        if len(pairs) < len(conflict) or len({issue for issue, _ in pairs}) != 1:
            others.append(conflict)
            continue
        for demand, (issue, option) in zip(conflict, pairs, strict=True):
            refused.setdefault(issue, {}).setdefault(option, {})[demand] = None
    blocked = tuple(
        BlockedIssue(
            issue.name,
            tuple(
                (option, tuple(refused[issue.name][option]))
                for option in issue.options
                if option in refused[issue.name]
            ),
        )
        for issue in problem.issues
        if issue.name in refused
    )
    return blocked, tuple(others)


def _on_one_option(demand: Demand) -> bool:
    return demand.kind is DemandKind.RED_LINE and len(demand.combination) == 1
