"""The flow of a text's matters from draft to draft: which became which, and with how many words.

Words tie the matters of each draft to those of the next; an issue ties what shares no words, and
what comes back after drafts that left it out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from onetext.positions.flow_shapes import Flow, Matter, Ribbon, Way
from onetext.positions.flow_words import ribbons_of_words, words_within
from onetext.positions.matters import content_words, heading, issue_label, matters, point_words
from onetext.positions.returns import returns
from onetext.text.comparing import Comparison
from onetext.text.drafts import Point

Issues = Callable[[int, str], tuple[str, ...]]


def flow(comparisons: Sequence[Comparison], issues: Issues | None = None) -> Flow:
    """The flow through drafts.

    Args:
        comparisons: of each draft with the next.
        issues: the labels of the issues of a point, by the draft's place and the point's path;
            None where they are not known: then nothing is seen to come back.
    """
    drafts = (comparisons[0].before, *(one.after for one in comparisons))
    units = [list(matters(draft)) for draft in drafts]
    columns = tuple(
        tuple(_matter(point, _labels(point, column, issues)) for point in points)
        for column, points in enumerate(units)
    )
    ribbons = tuple(
        tuple(
            _with_issues(
                list(ribbons_of_words(comparison, units[column], units[column + 1])),
                columns[column],
                columns[column + 1],
            )
        )
        for column, comparison in enumerate(comparisons)
    )
    found = Flow(drafts, columns, ribbons)
    return replace(found, returns=returns(found, [[_telling(one) for one in u] for u in units]))


def _labels(point: Point, column: int, issues: Issues | None) -> tuple[str, ...]:
    """The issues of a point and of those below it, in their order."""
    if issues is None:
        return ()
    found = (label for inner in point.walk() for label in issues(column, inner.path))
    return tuple(dict.fromkeys(found))


def _matter(point: Point, issues: tuple[str, ...]) -> Matter:
    label = point.label.strip("#*-–—•·. ")
    said = next((inner.text for inner in point.walk() if inner.text.strip()), "")
    title = (
        "; ".join(issues) or heading(point) or issue_label(said) or issue_label(point_words(point))
    )
    return Matter(point.path, label, title, words_within(point), issues)


def _telling(point: Point) -> frozenset[str]:
    return frozenset(word for inner in point.walk() for word in content_words(inner.text))


def _with_issues(
    ribbons: list[Ribbon], old: Sequence[Matter], new: Sequence[Matter]
) -> list[Ribbon]:
    """The ribbons, and one for each two matters of one issue that no words tie to any other."""
    before = {ribbon.before for ribbon in ribbons}
    after = {ribbon.after for ribbon in ribbons}
    tied = [
        Ribbon(i, j, 0.0, 0.0, 0.0, Way.ISSUE)
        for i, one in enumerate(old)
        for j, other in enumerate(new)
        if not set(one.issues).isdisjoint(other.issues) and (i not in before or j not in after)
    ]
    return sorted([*ribbons, *tied], key=lambda ribbon: (ribbon.before, ribbon.after))
