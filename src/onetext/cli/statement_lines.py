"""How a statement, its speaker and its outlet are written on a terminal."""

from __future__ import annotations

import textwrap

from onetext.record.statements import Statement, StatementKind
from onetext.record.views import RecordedStatement, SourceNote, Verdict

DATED_BY = {
    "said": "said that day",
    "published": "published that day; day said not known",
    "recorded": "recorded that day; day said not known",
}


def quoted(statement: Statement) -> str:
    """The exact words; in quotation marks where the source has all of them in such marks."""
    return f"“{statement.words}”" if statement.kind is StatementKind.DIRECT else statement.words


def speaker(statement: Statement) -> str:
    """Who said it, in which role, and for whom where that is somebody else's stance."""
    said_by = statement.speaker
    parts = [said_by.name or "an unnamed speaker"]
    if said_by.role:
        parts.append(said_by.role)
    if said_by.party and said_by.party.casefold() not in ", ".join(parts).casefold():
        parts.append(said_by.party)
    text = ", ".join(parts)
    if statement.holder and said_by.party != statement.holder:
        text += f", on the stance of {statement.holder}"
    return text


def outlet(note: SourceNote) -> str:
    """The outlet with its agencies, or else where the source came from."""
    others = ", ".join(agency for agency in note.agencies if agency != note.publisher)
    return f"{note.publisher or note.origin}{f' ({others})' if others else ''}"


def reviewed(recorded: RecordedStatement) -> str:
    """What a reader must know of the review: nothing where it was simply accepted."""
    if recorded.verdict is Verdict.PENDING:
        return "not reviewed"
    return "corrected in review" if recorded.verdict is Verdict.CORRECTED else ""


def indented(line: str, width: int) -> str:
    """A line set in by two, wrapped between words only, so that addresses can be copied."""
    return textwrap.fill(
        line,
        width,
        initial_indent="  ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
