"""The tables of what sources are worth: grades, and which are copies of one text."""

from __future__ import annotations

from onetext.record.grades import Credibility, Reliability
from onetext.record.tables.columns import Column, Table
from onetext.record.tables.parts import NUMBER, RECORDED, TEXT, identity

_RELIABILITY = {one.value: one.name.lower().replace("_", " ") for one in Reliability}
_CREDIBILITY = {one.value: one.name.lower().replace("_", " ") for one in Credibility}

GRADES = Table(
    "grades",
    "a grade that somebody gave to a source or a statement and did not take back",
    (
        identity("grade"),
        Column("of", TEXT, "Id of the source or statement.", lambda one: one.of),
        Column(
            "reliability",
            TEXT,
            "Reliability of the source (NATO AJP-2.1).",
            lambda one: one.reliability,
            allowed=_RELIABILITY,
        ),
        Column(
            "credibility",
            TEXT,
            "Credibility of what it tells (NATO AJP-2.1).",
            lambda one: one.credibility,
            allowed=_CREDIBILITY,
        ),
        Column("author", TEXT, "Who gave it.", lambda one: one.author),
        Column("reason", TEXT, "Why, in the author's words.", lambda one: one.reason),
        *RECORDED,
    ),
    lambda store: store.grades(),
)
COPIES = Table(
    "copies",
    "two sources that share half of the shorter one's runs of five words",
    (
        Column("source_id", TEXT, "Id of the one.", lambda one: one.one_id),
        Column("other_id", TEXT, "Id of the other.", lambda one: one.other_id),
        Column(
            "containment",
            NUMBER,
            "Shared runs, as a share of those of the one that has fewer.",
            lambda one: one.likeness.containment,
            "0 to 1",
        ),
        Column(
            "jaccard",
            NUMBER,
            "Shared runs, as a share of those of either.",
            lambda one: one.likeness.jaccard,
            "0 to 1",
        ),
        *RECORDED,
    ),
    lambda store: store.source_likenesses(),
)
