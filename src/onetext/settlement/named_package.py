"""A package as a person types it: "border=river, ports=open"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onetext.settlement.problem import Choice, Problem
from onetext.settlement.what_if import NoSuchThing, fix


def named_package(problem: Problem, typed: str) -> Choice:
    """The package that `typed` names: "ISSUE=OPTION,ISSUE=OPTION" for every issue.

    Capitals do not matter, nor what follows a unique beginning. Names may hold commas. An issue
    of one option needs no mention.

    Raises:
        NoSuchThing: an issue or option is not there, is named twice, or is missing.
    """
    left = replace(problem, agreed=())  # a package may depart from what was agreed
    for pair in _pairs(typed, [issue.name for issue in problem.issues]):
        left = fix(left, pair)
    open_issues = [issue for issue in left.issues if len(issue.options) > 1]
    if open_issues:
        shown = ", ".join(f'"{issue.name}"' for issue in open_issues[:5])
        more = f" and {len(open_issues) - 5} more" if len(open_issues) > 5 else ""
        raise NoSuchThing(
            f'The package "{typed}" has no option for {shown}{more}. '
            "Write ISSUE=OPTION for each, with commas between."
        )
    return {issue.name: issue.options[0] for issue in left.issues}


def _pairs(typed: str, names: Sequence[str]) -> Iterator[str]:
    """The pairs between the commas; a comma that no issue follows belongs to an option."""
    pair = ""
    for piece in typed.split(","):
        before, sign, _ = piece.partition("=")
        wanted = before.strip().casefold()
        begins = sign and wanted and any(name.casefold().startswith(wanted) for name in names)
        if pair and not begins:
            pair += f",{piece}"
            continue
        if pair:
            yield pair
        pair = piece
    yield pair
