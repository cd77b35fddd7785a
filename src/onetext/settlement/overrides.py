"""What a person sets in the place of what the rules read from the record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from onetext.settlement.problem import Points

Cell = tuple[str, str, str]
"""A party, an issue and one of its options, by their names in the problem."""


WHOLE_DRAFT = "a draft as it stands"
"""In the place of the issue: a red line on a whole draft, whose title is the option."""


@dataclass(frozen=True, slots=True)
class Overrides:
    """Values that stand above those from the record.

    Attributes:
        weights: by (party, issue); 1 where nothing is set.
        reservations: the points of a party's reservation value.
        values: the points of single options.
        red_lines_added: options that a party accepts in no package.
        red_lines_dropped: options, or drafts as they stand, that are no red line, whatever the
            party said.
    """

    weights: Mapping[tuple[str, str], Fraction] = field(default_factory=dict)
    reservations: Mapping[str, Fraction] = field(default_factory=dict)
    values: Mapping[Cell, Points] = field(default_factory=dict)
    red_lines_added: frozenset[Cell] = frozenset()
    red_lines_dropped: frozenset[Cell] = frozenset()
