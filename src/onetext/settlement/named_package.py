"""A package as a person types it: "border=river, ports=open"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onetext.settlement.names import NoSuchThing, named, outside_quotes, paired
from onetext.settlement.problem import Choice, Problem
from onetext.settlement.what_if import fix


def named_package(problem: Problem, typed: str) -> Choice:
    """The package that `typed` names: "ISSUE=OPTION,ISSUE=OPTION" for every issue.

    It may begin with a package that has a name in the problem, such as a draft as it stands;
    the pairs after that say what is otherwise. Names are read as `onetext.settlement.names`
    says. A comma that no issue follows belongs to an option. An issue of one option needs no
    mention.

    Raises:
        NoSuchThing: an issue or option is not there, is named twice, or is missing.
    """
    left = replace(problem, agreed=())  # a package may depart from what was agreed
    names = [issue.name for issue in problem.issues]
    told: set[str] = set()
    first, *pairs = _pairs(typed, names)
    base: Choice = {}
    if problem.named and not _begins_a_pair(first, names):
        base = problem.named[named("package", first, list(problem.named))]
    else:
        pairs = [first, *pairs]
    for pair in pairs:
        issue, _ = paired(pair, "=", "issue", names, "ISSUE=OPTION")
        if issue in told:
            raise NoSuchThing(f'The package "{typed}" names "{issue}" twice. Leave one out.')
        told.add(issue)
        left = fix(left, pair)
    open_issues = [one for one in left.issues if len(one.options) > 1 and one.name not in base]
    if open_issues:
        shown = ", ".join(f'"{issue.name}"' for issue in open_issues[:5])
        more = f" and {len(open_issues) - 5} more" if len(open_issues) > 5 else ""
        raise NoSuchThing(
            f'The package "{typed}" has no option for {shown}{more}. '
            "Write ISSUE=OPTION for each, with commas between."
        )
    chosen = {issue.name: issue.options[0] for issue in left.issues}
    return {**chosen, **{name: option for name, option in base.items() if name not in told}}


def _pairs(typed: str, names: Sequence[str]) -> Iterator[str]:
    """The pairs between the commas; a comma that no issue follows belongs to an option."""
    start = 0
    for comma in outside_quotes(typed, ","):
        if _begins_a_pair(typed[comma + 1 :], names):
            yield typed[start:comma]
            start = comma + 1
    yield typed[start:]


def _begins_a_pair(rest: str, names: Sequence[str]) -> bool:
    try:
        paired(rest, "=", "issue", names, "ISSUE=OPTION")
    except NoSuchThing:
        return False
    return True
