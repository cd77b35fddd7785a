"""The returns of a flow, bundled: what came back of one matter goes past the same drafts as one.

Returns from one draft to another that share an end (an issue that was one point and is back as
three) make one bundle, so that a reader follows one band instead of three.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from onetext.positions.flow_shapes import Flow, Return

MOST_LANES = 20
"""As many bundles as can be told apart pass one column."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Returns from one column to another that are drawn as one, `last` and `back` as theirs;
    `before` and `after` are the places of all their ends."""

    returns: tuple[Return, ...]

    @property
    def last(self) -> int:
        return self.returns[0].last

    @property
    def back(self) -> int:
        return self.returns[0].back

    @property
    def without(self) -> range:
        return self.returns[0].without

    @property
    def before(self) -> tuple[int, ...]:
        return tuple(sorted({one.before for one in self.returns}))

    @property
    def after(self) -> tuple[int, ...]:
        return tuple(sorted({one.after for one in self.returns}))


def bundles(flow: Flow) -> tuple[Bundle, ...]:
    """All returns of a flow in bundles."""
    steps: dict[tuple[int, int], list[list[Return]]] = defaultdict(list)
    for one in flow.returns:
        groups = steps[one.last, one.back]
        meeting = [group for group in groups if any(_meet(one, other) for other in group)]
        rest = [group for group in groups if group not in meeting]
        steps[one.last, one.back] = [*rest, [*(r for group in meeting for r in group), one]]
    return tuple(Bundle(tuple(group)) for groups in steps.values() for group in groups)


def drawn(flow: Flow) -> tuple[Bundle, ...]:
    """The bundles to draw: those first that say most clearly what became what, the more alike
    and then the nearer, until a column that they pass is full."""
    passing: Counter[int] = Counter()
    kept = []
    for bundle in sorted(bundles(flow), key=lambda one: (-_likeness(one), len(one.without))):
        if all(passing[column] < MOST_LANES for column in bundle.without):
            passing.update(bundle.without)
            kept.append(bundle)
    return tuple(sorted(kept, key=lambda one: (one.last, one.before, one.back, one.after)))


def _meet(one: Return, other: Return) -> bool:
    return one.before == other.before or one.after == other.after


def _likeness(bundle: Bundle) -> float:
    return max(one.similarity for one in bundle.returns)
