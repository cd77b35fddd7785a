"""How far a source is trusted, and how far what it tells: NATO's Admiralty grades.

Source: AJP-2.1, Allied Joint Doctrine for Intelligence Procedures, and STANAG 2511: a letter
for the reliability of the source and a figure for the credibility of the information, each
judged by itself. F and 6 say that it cannot be judged, which is no bad grade.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from onetext.errors import RecordProblem


class Reliability(StrEnum):
    """Of the source."""

    COMPLETELY_RELIABLE = "A"
    USUALLY_RELIABLE = "B"
    FAIRLY_RELIABLE = "C"
    NOT_USUALLY_RELIABLE = "D"
    UNRELIABLE = "E"
    CANNOT_BE_JUDGED = "F"


class Credibility(StrEnum):
    """Of what it tells."""

    CONFIRMED = "1"
    PROBABLY_TRUE = "2"
    POSSIBLY_TRUE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    CANNOT_BE_JUDGED = "6"


@dataclass(frozen=True, slots=True)
class Grade:
    """What one person said of a source, or of a statement alone; `of` is the id of its entry."""

    id: str
    of: str
    reliability: Reliability
    credibility: Credibility
    reason: str
    author: str
    recorded_at: datetime

    @property
    def code(self) -> str:
        """The grade as it is written: "B2"."""
        return f"{self.reliability}{self.credibility}"

    @property
    def words(self) -> str:
        """The grade in words: "usually reliable; probably true"."""
        return "; ".join(one.name.lower().replace("_", " ") for one in self._both())

    def _both(self) -> tuple[StrEnum, StrEnum]:
        return self.reliability, self.credibility


@dataclass(frozen=True, slots=True)
class Grading:
    """All grades that stand for one thing: the latest of each person, the newest first.

    `of_source` says that they are those of its source, for want of its own.
    """

    grades: tuple[Grade, ...] = ()
    of_source: bool = False

    @property
    def counts(self) -> Grade | None:
        """The grade that counts: the latest; None where nobody has given any."""
        return self.grades[0] if self.grades else None

    @property
    def code(self) -> str:
        """The grade that counts, as it is written; empty where there is none."""
        return self.grades[0].code if self.grades else ""


class Gradings:
    """Finds the grades of sources and statements."""

    def __init__(self, grades: Iterable[Grade] = ()) -> None:
        """`grades` are those that stand, in the order of recording."""
        latest: dict[str, dict[str, Grade]] = {}
        for grade in grades:
            own = latest.setdefault(grade.of, {})
            own.pop(grade.author, None)
            own[grade.author] = grade
        self._found = {of: Grading(tuple(reversed(own.values()))) for of, own in latest.items()}

    def of_source(self, source_id: str) -> Grading:
        return self._found.get(source_id, Grading())

    def of_statement(self, statement_id: str, source_id: str) -> Grading:
        """A statement's own grades; those of its source where it has none."""
        own = self._found.get(statement_id)
        if own is not None:
            return own
        return Grading(self.of_source(source_id).grades, of_source=True)


def grade_of(code: str) -> tuple[Reliability, Credibility]:
    """The grade that is written so, whatever the capitals: "B2".

    Raises:
        RecordProblem: it is none.
    """
    found = re.fullmatch(r"\s*([A-Fa-f])\s*-?\s*([1-6])\s*", code)
    if found is None:
        raise RecordProblem(
            f'"{code}" was given as a grade, but a grade is a letter from A to F for the source '
            "and a figure from 1 to 6 for what it tells. Write it as B2."
        )
    return Reliability(found[1].upper()), Credibility(found[2])
