"""Numbers for the sources that a brief cites, in the order in which it first cites them."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from onetext.briefing.brief import CitedSource, Quote
from onetext.positions.values import Evidence
from onetext.record.grades import Gradings
from onetext.record.statements import StatementKind
from onetext.record.views import RecordedDraft, RecordedStatement, SourceNote


class Bibliography:
    """Hands out citation numbers, from 1, and remembers the sources."""

    def __init__(self, gradings: Gradings | None = None) -> None:
        """`gradings` are the grades of sources to be shown beside them."""
        self._gradings = gradings or Gradings()
        self._cited: dict[str, CitedSource] = {}

    def cite(self, notes: Iterable[SourceNote]) -> tuple[int, ...]:
        """The numbers of these sources, each once, in ascending order."""
        return tuple(sorted({self._number(note) for note in notes}))

    def cite_draft(self, recorded: RecordedDraft) -> tuple[int, ...]:
        """The number of a draft."""
        draft = recorded.draft
        if recorded.id not in self._cited:
            addresses = map(address_in, (*draft.sources, recorded.origin))
            self._cited[recorded.id] = CitedSource(
                number=len(self._cited) + 1,
                title=draft.title,
                publisher=draft.by,
                agencies=(),
                dated=draft.dated,
                address=next(filter(None, addresses), None),
                reading_time_min=None,
                visibility=recorded.visibility,
            )
        return (self._cited[recorded.id].number,)

    def _number(self, note: SourceNote) -> int:
        if note.id not in self._cited:
            self._cited[note.id] = CitedSource(
                number=len(self._cited) + 1,
                title=note.title or note.origin,
                publisher=note.publisher,
                agencies=tuple(one for one in note.agencies if one != note.publisher),
                dated=note.published,
                address=address_in(note.origin),
                reading_time_min=note.reading_time_min,
                visibility=note.visibility,
                grade=self._gradings.of_source(note.id).code,
            )
        return self._cited[note.id].number

    def quote(self, recorded: RecordedStatement, copies: Iterable[SourceNote] = ()) -> Quote:
        """The words of a statement with the sources that carry them."""
        statement = recorded.statement
        return Quote(
            statement_id=recorded.id,
            dated=recorded.dated,
            dated_by=recorded.dated_by,
            speaker=statement.speaker.name or "an unnamed speaker",
            role=statement.speaker.role,
            party=statement.holder or statement.speaker.party,
            act=str(statement.act),
            words=statement.words,
            verbatim=statement.kind is StatementKind.DIRECT,
            citations=self.cite([recorded.source, *copies]),
        )

    def evidence(self, evidence: Evidence) -> Quote:
        return self.quote(evidence.recorded, evidence.copies)

    def sources(self) -> tuple[CitedSource, ...]:
        return tuple(self._cited.values())


def address_in(origin: str) -> str | None:
    """The web address that an origin is, or None: for a file's name, another scheme, or signs
    that no address holds, since sources are free to claim anything for one."""
    if any(sign in "<>\"'`\\{}|^" or not sign.isprintable() or sign.isspace() for sign in origin):
        return None
    try:
        parts = urlsplit(origin)
    except ValueError:
        return None
    return origin if parts.scheme in ("http", "https") and parts.hostname else None
