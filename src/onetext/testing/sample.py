"""A small record of talks that never were: Northland, Southland and the mediator Ada Berg.

Two drafts, four issues, three reports with eleven statements. What the tests of other rooms
can count on is said in `sample_record`.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial

from onetext.record.record import Record
from onetext.record.statements import (
    Act,
    Meeting,
    MeetingStatus,
    Person,
    Proposal,
    Reading,
    StatementKind,
    Topic,
)
from onetext.record.store import Store
from onetext.record.views import Verdict
from onetext.testing.clock import Clock
from onetext.testing.made_up import make_document, make_draft, make_statement, passage_of
from onetext.testing.memory import MemoryStore
from onetext.text.spans import Span

PENDING = (Verdict.PENDING,)
FIRST_POINTS = (
    ("1", "The border follows the river Lune."),
    ("2", "The ports of Southland are open to the ships of Northland."),
    ("3", "All prisoners are exchanged within thirty days."),
    ("4", "A joint force of six hundred observers watches the ceasefire."),
)
SECOND_POINTS = (
    ("1", "All prisoners are exchanged within thirty days."),
    ("2", "The border follows the river Lune, save for the town of Holm."),
    ("3", "The ports of Southland are open to the ships of Northland for a fee."),
    ("4", "A joint force of six hundred observers watches the ceasefire."),
)
ISSUES = {
    "border": Topic.TERRITORY,
    "ports": Topic.OTHER,
    "prisoners": Topic.PRISONERS_HUMANITARIAN,
    "observers": Topic.CEASEFIRE,
}


def sample_record(store: Store | None = None) -> Record:
    """The sample, in `store` or else in memory; recorded from 1 to 12 March 2030.

    2 March: Ada Berg's first draft, points 1 to 4 on border, ports, prisoners, observers.
    4 March: a report of 3 March; Northland accepts the border and demands open ports,
    Southland rejects the border and is open on the ports. All five statements accepted.
    8 March: a report of 7 March; Southland now accepts the border (this statement was read
    as a rejection and is corrected), Northland offers a prisoner exchange; one statement
    rejected by review, one linked to "observers" by hand, one pending.
    10 March: the second draft, which renumbers and rewords.
    12 March: a report of 11 March; one statement each, pending.
    """
    clock = Clock(datetime(2030, 3, 1, 9, tzinfo=UTC))
    record = Record(store or MemoryStore(), author="secretary", clock=clock)
    record.opened("The Lune talks")
    clock.moment = datetime(2030, 3, 2, 9, tzinfo=UTC)
    issues = {label: record.open_issue(label, topic) for label, topic in ISSUES.items()}
    _first_draft(record, issues)
    clock.moment = datetime(2030, 3, 4, 9, tzinfo=UTC)
    _first_report(record)
    clock.moment = datetime(2030, 3, 8, 9, tzinfo=UTC)
    _second_report(record, issues)
    clock.moment = datetime(2030, 3, 10, 9, tzinfo=UTC)
    _second_draft(record, issues)
    clock.moment = datetime(2030, 3, 12, 9, tzinfo=UTC)
    _third_report(record)
    return record


def _first_draft(record: Record, issues: dict[str, str]) -> None:
    _receive_draft(record, "First draft", FIRST_POINTS, date(2030, 3, 2), tuple(ISSUES), issues)


def _second_draft(record: Record, issues: dict[str, str]) -> None:
    order = ("prisoners", "border", "ports", "observers")
    _receive_draft(record, "Second draft", SECOND_POINTS, date(2030, 3, 10), order, issues)


def _receive_draft(
    record: Record,
    title: str,
    points: tuple[tuple[str, str], ...],
    dated: date,
    order: tuple[str, ...],
    issues: dict[str, str],
) -> None:
    by_path = {path: label for (path, _), label in zip(points, order, strict=True)}
    draft = make_draft(title, points, by="Ada Berg", dated=dated, issues=by_path)
    digest = hashlib.sha256(draft.text.encode()).hexdigest()
    draft_id, _ = record.receive_draft(draft, sha256=digest, origin=f"{title}.md")
    for path, label in by_path.items():
        record.link_point(draft_id, path, issues[label], rule="front matter", confidence=1.0)


def _receive(record: Record, reading: Reading, origin: str) -> None:
    record.receive(reading, origin=origin, reader="by hand")


def _first_report(record: Record) -> None:
    document = make_document(
        "Tomas Hale said that Northland accepted the river Lune as the border. He said that "
        "the ports of Southland must be open to all ships of Northland.",
        "Mira Sol said that Southland would never accept a border along the river Lune. She "
        "said that Southland could talk about the ports. She told reporters that no prisoners "
        "had been exchanged.",
        title="Envoy carries first draft to both capitals",
        agencies=("LPA",),
        published=date(2030, 3, 3),
    )
    north = partial(
        make_statement,
        document,
        speaker="Tomas Hale",
        role="foreign minister of Northland",
        party="Northland",
    )
    south = partial(
        make_statement,
        document,
        speaker="Mira Sol",
        role="foreign minister of Southland",
        party="Southland",
    )
    said_on = date(2030, 3, 2)
    reading = Reading(
        document=document,
        statements=(
            north(
                "Northland accepted the river Lune as the border",
                cue="said",
                act=Act.ACCEPT,
                topic=Topic.TERRITORY,
                said_on=said_on,
            ),
            north(
                "the ports of Southland must be open to all ships of Northland",
                cue="said",
                act=Act.DEMAND,
                topic=Topic.OTHER,
                said_on=said_on,
            ),
            south(
                "Southland would never accept a border along the river Lune",
                cue="said",
                act=Act.REJECT,
                topic=Topic.TERRITORY,
                said_on=said_on,
            ),
            south(
                "Southland could talk about the ports",
                cue="said",
                act=Act.OPEN,
                topic=Topic.OTHER,
            ),
            south(
                "no prisoners had been exchanged",
                cue="told reporters",
                act=Act.REPORT,
                topic=Topic.PRISONERS_HUMANITARIAN,
            ),
        ),
        people=(
            Person("Tomas Hale", "Northland", ("foreign minister of Northland",), (Span(44, 54),)),
        ),
        parties=("Northland", "Southland"),
        meetings=(),
        proposals=(),
    )
    _receive(record, reading, "courier-0303.txt")
    record.accept([one.id for one in record.store.statements(verdicts=PENDING)])
    record.accept([one.id for one in record.store.people()])


def _second_report(record: Record, issues: dict[str, str]) -> None:
    document = make_document(
        'Mira Sol said on Wednesday: "Southland accepts the river Lune as the border." She did '
        "not rule out observers on both banks.",
        "Tomas Hale said that Northland offered to exchange all prisoners at once. Officials "
        "said the weather was cold in Holm. Ada Berg will meet both ministers in Holm on "
        "11 March to talk about her second draft.",
        title="Southland moves on the border",
        agencies=("LPA", "NNS"),
        published=date(2030, 3, 7),
    )
    misread = make_statement(
        document,
        "Southland accepts the river Lune as the border.",
        cue="said",
        speaker="Mira Sol",
        party="Southland",
        act=Act.REJECT,
        topic=Topic.TERRITORY,
        kind=StatementKind.DIRECT,
        said_on=date(2030, 3, 6),
    )
    reading = Reading(
        document=document,
        statements=(
            misread,
            make_statement(
                document,
                "observers on both banks",
                speaker="Mira Sol",
                party="Southland",
                act=Act.OPEN,
                topic=Topic.OTHER,
                confidence=0.7,
            ),
            make_statement(
                document,
                "Northland offered to exchange all prisoners at once",
                cue="said",
                speaker="Tomas Hale",
                party="Northland",
                act=Act.OFFER,
                topic=Topic.PRISONERS_HUMANITARIAN,
            ),
            make_statement(
                document,
                "the weather was cold in Holm",
                cue="said",
                speaker=None,
                party=None,
                act=Act.REPORT,
                topic=Topic.OTHER,
                confidence=0.4,
            ),
            make_statement(
                document,
                "Ada Berg will meet both ministers in Holm",
                speaker=None,
                party=None,
                act=Act.REPORT,
                topic=Topic.PROCESS,
                confidence=0.55,
            ),
        ),
        people=(),
        parties=("Northland", "Southland"),
        meetings=(
            Meeting(
                "Ada Berg meets both foreign ministers",
                "Holm",
                "2030-03-11",
                ("Ada Berg", "Tomas Hale", "Mira Sol"),
                MeetingStatus.PLANNED,
                passage_of(document.text, "Ada Berg will meet both ministers in Holm on 11 March"),
            ),
        ),
        proposals=(Proposal("second draft", "Ada Berg", "to be talked about", ()),),
    )
    _receive(record, reading, "https://courier.example/2030/03/07/border")
    border, observers, prisoners, weather, _ = [
        one.id for one in record.store.statements(verdicts=PENDING)
    ]
    record.correct(border, replace(misread, act=Act.ACCEPT), "She said that they accept it")
    record.accept([prisoners], rule="confidence of at least 0.9")
    record.accept([observers])
    record.link_statement(observers, issues["observers"])
    record.reject([weather], reason="It is not about the talks")
    record.accept([one.id for one in record.store.meetings()])
    record.accept([one.id for one in record.store.proposals()])


def _third_report(record: Record) -> None:
    document = make_document(
        "Tomas Hale said that Northland would not pay a fee in any port.",
        title="Ministers meet in Holm",
        publisher="Southland Radio",
        published=date(2030, 3, 11),
    )
    statement = make_statement(
        document,
        "Northland would not pay a fee in any port",
        cue="said",
        speaker="Tomas Hale",
        party="Northland",
        act=Act.REJECT,
        topic=Topic.OTHER,
        confidence=0.85,
    )
    _receive(record, Reading(document, (statement,), (), ("Northland",), (), ()), "radio.eml")
