"""The tables of what people decided: verdicts, links, merged names, and briefs that went out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onetext.record.statements import Act, Named
from onetext.record.store import Store
from onetext.record.tables.columns import Column, Table
from onetext.record.tables.meanings import meanings
from onetext.record.tables.parts import DAY, FLAG, MOMENT, RECORDED, TEXT, TEXTS, identity
from onetext.record.views import StatementLink, Verdict

_BY = Column("author", TEXT, "Who decided.", lambda one: one.author)
_REASON = Column("reason", TEXT, "Why, in the author's words.", lambda one: one.reason)

VERDICTS = Table(
    "verdicts",
    "a verdict that somebody gave and did not take back, also where another's decides",
    (
        identity("verdict"),
        Column("of", TEXT, "Id of what was judged.", lambda one: one.of),
        Column("verdict", TEXT, "The verdict.", lambda one: one.verdict, allowed=meanings(Verdict)),
        _BY,
        Column(
            "rule",
            TEXT,
            "The rule that gave it; empty where a person looked at this one.",
            lambda one: one.rule,
        ),
        _REASON,
        Column(
            "act",
            TEXT,
            "The act, where the verdict corrects a statement.",
            lambda one: one.statement.act if one.statement else None,
            allowed=meanings(Act),
        ),
        Column(
            "speaker",
            TEXT,
            "The speaker, where it corrects.",
            lambda one: one.statement.speaker.name if one.statement else None,
        ),
        Column(
            "party",
            TEXT,
            "The speaker's party, where it corrects.",
            lambda one: one.statement.speaker.party if one.statement else None,
        ),
        *RECORDED,
    ),
    lambda store: store.judgements(),
)


@dataclass(frozen=True, slots=True)
class LabelledLink:
    link: StatementLink
    label: str | None


def labelled_links(store: Store) -> Iterator[LabelledLink]:
    """Every word of a person on a statement and an issue that stands."""
    labels = {issue.id: issue.label for issue in store.issues()}
    for link in store.statement_links():
        yield LabelledLink(link, labels.get(link.issue_id))


LINKS = Table(
    "statement_issues",
    "a person's word that a statement is, or is not, about an issue",
    (
        Column("statement_id", TEXT, "Id of the statement.", lambda row: row.link.statement_id),
        Column("issue_id", TEXT, "Id of the issue.", lambda row: row.link.issue_id),
        Column("issue", TEXT, "Label of the issue.", lambda row: row.label),
        Column("linked", FLAG, "Whether it is about it.", lambda row: row.link.linked),
    ),
    labelled_links,
)
NAMES = Table(
    "merged_names",
    "a person's word that several names are one",
    (
        identity("merge"),
        Column("what", TEXT, "What the names name.", lambda one: one.what, allowed=meanings(Named)),
        Column("into", TEXT, "The name that it goes by.", lambda one: one.into),
        Column("names", TEXTS, "Its other names.", lambda one: one.names),
        _BY,
        _REASON,
        *RECORDED,
    ),
    lambda store: store.name_merges(),
)
BRIEFS = Table(
    "briefs",
    "a brief that was written from the record",
    (
        identity("brief"),
        Column("name", TEXT, "Name of the file.", lambda one: one.name),
        Column(
            "as_of",
            DAY,
            "Last day whose statements it counts.",
            lambda one: one.as_of,
            "calendar day",
        ),
        Column(
            "known_on", MOMENT, "Moment until which entries count.", lambda one: one.known_on, "UTC"
        ),
        *RECORDED,
    ),
    lambda store: store.briefs(),
)
