"""Two drafts compared: every point matched through renumbering, moving, splitting and merging."""

from onetext.text.comparing.compare import compare
from onetext.text.comparing.shapes import (
    BracketChange,
    BracketFate,
    Change,
    Comparison,
    Correction,
    Likeness,
    Outcome,
    Partner,
    PointChange,
)

__all__ = [
    "BracketChange",
    "BracketFate",
    "Change",
    "Comparison",
    "Correction",
    "Likeness",
    "Outcome",
    "Partner",
    "PointChange",
    "compare",
]
