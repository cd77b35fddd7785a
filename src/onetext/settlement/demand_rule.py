"""How words become demands: which do, and at what cost, as a value that can be changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class DemandsRead(StrEnum):
    """Which words make demands; each holds those before it."""

    NONE = "none"
    CATEGORICAL = "categorical"
    REJECTIONS = "rejections"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class DemandRule:
    """How words become demands: which do, at what cost, and when a wording meets a demand."""

    read: DemandsRead = DemandsRead.ALL
    categorical_cost: Fraction = Fraction(4)
    plain_cost: Fraction = Fraction(2)
    hedged_cost: Fraction = Fraction(1)
    met_from_share: float = 2 / 3
