"""Two drafts compared: every point matched through renumbering, moving, splitting and merging."""

from onetext.text.comparing.compare import compare
from onetext.text.comparing.shapes import (
    BracketChange,
    BracketFate,
    Change,
    Comparison,
    Correction,
    Likeness,
    Meanings,
    Outcome,
    Partner,
    PointChange,
)
from onetext.text.comparing.tracing import Source, trace, trace_all

__all__ = [
    "BracketChange",
    "BracketFate",
    "Change",
    "Comparison",
    "Correction",
    "Likeness",
    "Meanings",
    "Outcome",
    "Partner",
    "PointChange",
    "Source",
    "compare",
    "trace",
    "trace_all",
]
