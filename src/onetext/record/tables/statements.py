"""The table of statements: what was said, by whom, as which act, with the codes of others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from onetext.record.statements import Act, SpeakerKind, StatementKind, Topic
from onetext.record.store import Store
from onetext.record.tables import plover
from onetext.record.tables.columns import Column, Table, prefixed
from onetext.record.tables.meanings import DATED_BY, meanings
from onetext.record.tables.parts import (
    CHARACTERS,
    DAY,
    INTEGER,
    NUMBER,
    RECORDED_AND_SEEN,
    SOURCE,
    TEXT,
    TEXTS,
    VERDICT,
    identity,
)
from onetext.record.tables.pax import CODES, pax_codes
from onetext.record.views import RecordedStatement, Verdict


@dataclass(frozen=True, slots=True)
class CodedStatement:
    """A statement with its event, if it is one, and the issues that people linked it to."""

    recorded: RecordedStatement
    event: plover.Event | None
    issues: tuple[str, ...]


def coded_statements(store: Store) -> Iterator[CodedStatement]:
    """Every statement, whatever the verdict on it, in the order of recording."""
    every = store.statements(verdicts=tuple(Verdict))
    parties = parties_of(every)
    labels = {issue.id: issue.label for issue in store.issues()}
    linked: dict[str, list[str]] = {}
    for link in store.statement_links():
        if link.linked and link.issue_id in labels:
            linked.setdefault(link.statement_id, []).append(labels[link.issue_id])
    for one in every:
        event = plover.statement_event(one, parties)
        yield CodedStatement(one, event, tuple(linked.get(one.id, ())))


def parties_of(statements: list[RecordedStatement]) -> frozenset[str]:
    """Every party that speaks, or whose stance is told, in `statements`."""
    said = [one.statement for one in statements]
    found = {one.holder for one in said} | {one.speaker.party for one in said}
    return frozenset(name for name in found if name)


def event_columns(read: Callable[[Any], plover.Event | None]) -> tuple[Column, ...]:
    """The columns of a PLOVER event; all are empty where there is none."""

    def of(name: str) -> Callable[[Any], object]:
        return lambda row: None if (event := read(row)) is None else getattr(event, name)

    return (
        Column(
            "plover_event",
            TEXT,
            "PLOVER 0.8 event category; empty where none follows.",
            of("category"),
            allowed=plover.CATEGORIES,
        ),
        Column("plover_quad", TEXT, "PLOVER quad category.", of("quad"), allowed=plover.QUADS),
        Column("plover_actor", TEXTS, "PLOVER actor: who does it.", of("actor")),
        Column("plover_recipient", TEXTS, "PLOVER recipient: to whom.", of("recipient")),
        Column(
            "plover_mode",
            TEXTS,
            "PLOVER mode; empty where it cannot be told.",
            of("mode"),
            allowed=plover.MODES,
        ),
        Column(
            "plover_context",
            TEXTS,
            "PLOVER context, from the topic.",
            of("context"),
            allowed=plover.CONTEXTS,
        ),
    )


_SAID = (
    Column(
        "said_on",
        DAY,
        "Day on which it was said, where the source tells it.",
        lambda one: one.said_on,
        "calendar day",
    ),
    Column("speaker", TEXT, "Name of who said it.", lambda one: one.speaker.name),
    Column(
        "speaker_kind",
        TEXT,
        "What the speaker is.",
        lambda one: one.speaker.kind,
        allowed=meanings(SpeakerKind),
    ),
    Column("role", TEXT, "Role in which the speaker spoke.", lambda one: one.speaker.role),
    Column("party", TEXT, "Party that the speaker speaks for.", lambda one: one.speaker.party),
    Column(
        "holder",
        TEXT,
        "Party whose stance it is; not the speaker's where one reports another's stance.",
        lambda one: one.holder,
    ),
    Column(
        "kind",
        TEXT,
        "How the source gives the words.",
        lambda one: one.kind,
        allowed=meanings(StatementKind),
    ),
    Column("act", TEXT, "What the words do.", lambda one: one.act, allowed=meanings(Act)),
    Column("topic", TEXT, "What they are about.", lambda one: one.topic, allowed=meanings(Topic)),
    Column("target", TEXT, "Whom or what the act is aimed at.", lambda one: one.target),
    Column(
        "words",
        TEXT,
        "The exact words of the source, with … where it breaks them.",
        lambda one: one.words,
    ),
    Column(
        "cue",
        TEXT,
        'The words that report it, such as "said" or "told reporters".',
        lambda one: one.cue.exact if one.cue else None,
    ),
    Column(
        "attributed_to",
        TEXT,
        "The words with which the source names the speaker.",
        lambda one: one.source.exact if one.source else None,
    ),
    Column("venue", TEXT, "Where it was said.", lambda one: one.venue),
    Column("addressee", TEXT, "To whom it was said.", lambda one: one.addressee),
    Column("via", TEXTS, "Who relayed it, as an agency it was told to.", lambda one: one.via),
    Column(
        "confidence",
        NUMBER,
        "How sure the reader was when it proposed the statement.",
        lambda one: one.confidence,
        "0 to 1",
    ),
    Column(
        "start",
        INTEGER,
        "Where the words begin in the source's text.",
        lambda one: one.content[0].start if one.content else None,
        CHARACTERS,
    ),
    Column(
        "end",
        INTEGER,
        "Where they end.",
        lambda one: one.content[-1].end if one.content else None,
        CHARACTERS,
    ),
)
_HEAD = (
    identity("statement"),
    VERDICT,
    Column(
        "dated",
        DAY,
        "The day that counts for positions, by dated_by.",
        lambda one: one.dated,
        "calendar day",
    ),
    Column("dated_by", TEXT, "Which day that is.", lambda one: one.dated_by, allowed=DATED_BY),
)


def _recorded(row: CodedStatement) -> RecordedStatement:
    return row.recorded


STATEMENTS = Table(
    "statements",
    "a statement that a reader or a person proposed, as it stands after review",
    (
        *prefixed(_HEAD, _recorded),
        *prefixed(_SAID, lambda row: row.recorded.statement),
        *prefixed((*RECORDED_AND_SEEN, *SOURCE), _recorded),
        Column(
            "issues",
            TEXTS,
            "Labels of the issues that a person linked it to; rules link more, see positions.",
            lambda row: row.issues,
        ),
        *event_columns(lambda row: row.event),
        Column(
            "pax_codes",
            TEXTS,
            "PA-X issue codes of the matters that its words name.",
            lambda row: pax_codes(row.recorded.statement.words, row.recorded.statement.topic),
            allowed=CODES,
        ),
    ),
    coded_statements,
)
