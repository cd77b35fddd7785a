"""The tables of drafts, their points, and the issues that the points deal with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onetext.record.statements import Topic
from onetext.record.store import Store
from onetext.record.tables.columns import Column, Table
from onetext.record.tables.meanings import meanings
from onetext.record.tables.parts import (
    DAY,
    INTEGER,
    NUMBER,
    RECORDED,
    RECORDED_AND_SEEN,
    TEXT,
    TEXTS,
    identity,
)
from onetext.record.tables.pax import CODES, pax_codes
from onetext.record.views import PointLink, RecordedDraft
from onetext.text.drafts import Point


@dataclass(frozen=True, slots=True)
class LinkedPoint:
    """A point of a draft with the issues that it deals with, by their labels."""

    draft: RecordedDraft
    point: Point
    link: PointLink | None
    issues: tuple[str, ...]


def linked_points(store: Store) -> Iterator[LinkedPoint]:
    """Every point of every draft, draft by draft, in the order of the text."""
    labels = {issue.id: issue.label for issue in store.issues()}
    links = {(link.draft_id, link.path): link for link in store.point_links()}
    for draft in store.drafts():
        for point in draft.draft.walk():
            link = links.get((draft.id, point.path))
            named = [labels.get(one) for one in link.issue_ids] if link else []
            yield LinkedPoint(draft, point, link, tuple(label for label in named if label))


DRAFTS = Table(
    "drafts",
    "a draft of the text that is not withdrawn",
    (
        identity("draft"),
        Column("title", TEXT, "Title as the draft gives it.", lambda one: one.draft.title),
        Column("by", TEXT, "Who put it forward.", lambda one: one.draft.by),
        Column("dated", DAY, "Its date.", lambda one: one.draft.dated, "calendar day"),
        Column(
            "language", TEXT, "Language of the text.", lambda one: one.draft.language, "ISO 639-1"
        ),
        Column(
            "points",
            INTEGER,
            "How many points it has at all levels.",
            lambda one: sum(1 for _ in one.draft.walk()),
            "points",
        ),
        Column("origin", TEXT, "File name or address that it came from.", lambda one: one.origin),
        *RECORDED_AND_SEEN,
    ),
    lambda store: store.drafts(),
)
POINTS = Table(
    "points",
    "a point of a draft",
    (
        Column("draft_id", TEXT, "Id of the draft; see drafts.", lambda row: row.draft.id),
        Column("draft_title", TEXT, "Title of the draft.", lambda row: row.draft.draft.title),
        Column("path", TEXT, "Where in the draft, as 2.1.", lambda row: row.point.path),
        Column("label", TEXT, "Its number in the draft.", lambda row: row.point.label),
        Column("text", TEXT, "Its words, brackets included.", lambda row: row.point.text),
        Column(
            "issues",
            TEXTS,
            "Labels of the issues that it deals with, the main one first.",
            lambda row: row.issues,
        ),
        Column(
            "linked_by",
            TEXT,
            'The rule that links it to them; "person" where set by hand.',
            lambda row: row.link.rule if row.link else None,
        ),
        Column(
            "link_confidence",
            NUMBER,
            "How sure that rule is.",
            lambda row: row.link.confidence if row.link else None,
            "0 to 1",
        ),
    ),
    linked_points,
)
ISSUES = Table(
    "issues",
    "a matter at stake, followed through all drafts",
    (
        identity("issue"),
        Column("label", TEXT, "What it is called.", lambda one: one.label),
        Column("topic", TEXT, "What it is about.", lambda one: one.topic, allowed=meanings(Topic)),
        Column(
            "pax_codes",
            TEXTS,
            "PA-X issue codes of the matters that its label names.",
            lambda one: pax_codes(one.label, one.topic),
            allowed=CODES,
        ),
        *RECORDED,
    ),
    lambda store: store.issues(),
)
