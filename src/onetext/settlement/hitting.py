"""The cheapest sets that take one element from every set of a family, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from threading import Timer

from pysat.examples.rc2 import RC2
from pysat.formula import WCNF

from onetext.settlement.solver import Deadline, OutOfTime


class CheapestSets:
    """Hitting sets of a family that may grow between answers; elements are 0, 1, 2, ...

    Source: Morgado, Dodaro and Marques-Silva (2014), CP 2014, LNCS 8656, 564-573, for the
    MaxSAT algorithm, as python-sat's RC2 has it.
    """

    def __init__(self, weights: Sequence[int]) -> None:
        """`weights` are whole numbers above 0, one for each element."""
        formula = WCNF()
        for element, weight in enumerate(weights):
            formula.append([-(element + 1)], weight=weight)
        self._solver = RC2(formula, solver="g4")
        self._elements = len(weights)

    def hit(self, family: Iterable[int]) -> None:
        """From now on every answer has an element of `family`."""
        self._solver.add_clause([element + 1 for element in sorted(family)])

    def block(self, answer: Iterable[int]) -> None:
        """From now on no answer holds all of `answer`."""
        self._solver.add_clause([-(element + 1) for element in sorted(answer)])

    def next(self, deadline: Deadline) -> frozenset[int] | None:
        """A set of the smallest weight, or None where there is none left.

        Raises:
            OutOfTime: at the deadline. Nothing more may be asked then.
        """
        if deadline.passed:
            raise OutOfTime
        if deadline.left_s == float("inf"):
            return self._set(self._solver.compute())
        timer = Timer(deadline.left_s, self._solver.interrupt)
        timer.start()
        try:
            model = self._solver.compute(expect_interrupt=True)
        finally:
            timer.cancel()
        if model is None and (self._solver.interrupted or deadline.passed):
            raise OutOfTime
        return self._set(model)

    def _set(self, model: list[int] | None) -> frozenset[int] | None:
        if model is None:
            return None
        return frozenset(one - 1 for one in model if 0 < one <= self._elements)
