"""One family of exceptions. Each says what was asked, what was found and what to do next.

The library raises them; the command line prints the sentence and exits with code 1.
"""

from __future__ import annotations

from pathlib import Path


class OnetextError(Exception):
    """A named problem with the input. `str(error)` is the sentence that the user reads."""


class UnreadableFile(OnetextError):
    """A file that was asked for cannot be read as what it claims to be.

    Attributes:
        path: the file that was asked for.
        found: what was found in its place.
        remedy: what to do next.
    """

    def __init__(self, path: Path | str, found: str, remedy: str) -> None:
        self.path = Path(path)
        self.found = found
        self.remedy = remedy
        super().__init__(f"Cannot read {self.path}: {found}. {remedy}")


class LanguageModelProblem(OnetextError):
    """The language model that a user named cannot be asked, or gave no answer that can be used."""


class RecordProblem(OnetextError):
    """A record cannot be opened, trusted or written."""


class NotInRecord(RecordProblem):
    """Something was asked for by a name or id that the record does not hold."""


class DamagedRecord(RecordProblem):
    """The entries of a record do not agree with their hashes."""


class NewerRecord(RecordProblem):
    """The record was written by a newer version of onetext."""


class OtherRecord(RecordProblem):
    """Two records that were to be brought together were opened apart."""


class BadImport(RecordProblem):
    """A file that was given to import does not hold entries as export writes them."""
