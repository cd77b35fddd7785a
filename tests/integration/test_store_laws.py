"""Laws that hold for any sequence of entries, with the store in memory as the reference."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onetext.record.grades import Credibility, Reliability
from onetext.record.record import Record
from onetext.record.references import NOTABLE, POLICY, WITHDRAWABLE
from onetext.record.statements import Act, Meeting, MeetingStatus, Named, Person, Proposal, Topic
from onetext.record.store import Store
from onetext.record.verify import verify
from onetext.record.views import Caucus, Verdict
from onetext.testing import (
    Clock,
    MemoryStore,
    make_document,
    make_draft,
    make_reading,
    make_statement,
    passage_of,
)

EmptyStore = Callable[[], AbstractContextManager[Store]]
START = datetime(2030, 1, 1, tzinfo=UTC)
COMMANDS = (
    "read",
    "accept",
    "reject",
    "correct",
    "withdraw",
    "draft",
    "link",
    "unlink",
    "brief",
    "match",
    "merge",
    "note",
    "visibility",
    "caucus",
    "grade",
    "copies",
)
WIRE = (
    "The ministers left the town of Holm at dusk without a word to the reporters who had waited "
    "at the bridge since the morning, and no date was set for another round of the talks, which "
    "an envoy of the mediator had called the last that she would hold on the banks of the Lune."
)
VISIBILITIES = ("public", "team", "inherited", "confined:Ada", "confined:caucus:Southland,Bo")
LAWS = settings(
    max_examples=50 if os.environ.get("ONETEXT_LAWS") == "soak" else 12,  # also on a server
    deadline=None,  # the disk is shared
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # it lends stores
)


def work(record: Record, command: str, chance: random.Random) -> None:
    """Carry out a command on something that chance picks, if there is anything to pick."""
    store = record.store
    statements = [one.id for one in store.statements(verdicts=tuple(Verdict))]
    visibility = chance.choice(VISIBILITIES)
    issue = record.open_issue(
        chance.choice(["Border", "border", "ports"]), Topic.OTHER, visibility=visibility
    )
    if command == "read":
        _read(record, chance)
    elif command == "draft":
        number = chance.randrange(4)
        draft = make_draft(
            f"draft {number}",
            [("1", "The border."), ("2", "The ports.")],
            by=None,
            dated=chance.choice([None, date(2030, 1, number + 1)]),
        )
        draft_id, _ = record.receive_draft(
            draft, sha256=str(number) * 64, origin="d.md", visibility=visibility
        )
        rule = chance.choice(["words", "person"])
        record.link_point(draft_id, chance.choice("12"), issue, rule=rule, confidence=0.5)
        other = record.open_issue("prisoners", Topic.OTHER)
        record.assign_point(
            draft_id, chance.choice("12"), [other, issue], rule=rule, confidence=0.5
        )
    elif command == "match":
        drafts = [one.id for one in store.drafts()]
        if drafts:
            pair = chance.choice(drafts), chance.choice(drafts)
            partners = chance.choice([(), ("1",), ("1", "2")])
            record.match_points(*pair, chance.choice("12"), partners, reason=None)
    elif command in ("grade", "copies"):
        _weigh(record, command, chance, statements)
    elif command == "brief":
        known = START + timedelta(
            days=chance.choice([0, 400])
        )  # asked for as known on a day to come
        record.publish_brief(date(2030, 1, 1), known, "f" * 64, "brief.html")
    elif command == "merge":
        names = ["Southland", "South", "Mira Sol", "M. Sol"]
        chance.shuffle(names)
        record.merge_names(chance.choice(list(Named)), names[:2], names[2])
    elif command == "note":
        noted = [entry.id for entry in store.entries() if entry.kind in NOTABLE]
        record.note(chance.choice(noted), "see page 2", visibility=chance.choice(VISIBILITIES))
    elif command == "visibility":
        shown = [entry.id for entry in store.entries() if entry.kind not in POLICY]
        record.change_visibility([chance.choice(shown)], chance.choice(VISIBILITIES))
    elif command == "caucus":
        record.name_caucus("Southland", chance.choice([("Ada",), ("Ada", "Cy"), ()]))
    elif command == "withdraw":
        taken = [entry.id for entry in store.entries() if entry.kind in WITHDRAWABLE]
        if taken:
            record.withdraw(chance.choice(taken), "no")
    elif statements:
        _judge(record, command, chance, statements, issue)


def _read(record: Record, chance: random.Random) -> None:
    number = chance.randrange(8)
    document = make_document(
        f"Mira Sol said that {number} was fine.",
        *([f"{WIRE} {number}", WIRE.replace("no date", number * "no ")] if number > 4 else []),
        published=chance.choice([None, date(2030, 1, 1)]),
    )
    said = make_statement(
        document, "was fine", speaker="Mira Sol", party="Southland", act=Act.ACCEPT,
        topic=Topic.OTHER, said_on=chance.choice([None, date(2029, 12, 31)]),
        confidence=chance.choice([0.0, 1e-7, 0.5, 1.0]),
    )  # fmt: skip
    reading = replace(
        make_reading(document, said),
        people=(Person("Mira Sol", "Southland", (), ()),),
        meetings=(
            Meeting("talks", None, None, (), MeetingStatus.HELD, passage_of(document.text, "fine")),
        ),
        proposals=(Proposal("the plan", None, None, ()),),
    )
    visibility = chance.choice(VISIBILITIES)
    record.receive(reading, origin="a.txt", reader="test", visibility=visibility)


def _judge(
    record: Record, command: str, chance: random.Random, statements: list[str], issue: str
) -> None:
    one = chance.choice(statements)
    others = [found.id for found in record.store.people()]
    others += [found.id for found in record.store.meetings()]
    if command == "accept":
        visibility = chance.choice(VISIBILITIES)
        record.accept([one, chance.choice(others)], visibility=visibility)
    elif command == "reject":
        record.reject([one, chance.choice(others)], reason="no")
    elif command == "correct":
        known = record.store.statements(verdicts=tuple(Verdict))
        found = next(found.statement for found in known if found.id == one)
        act = chance.choice(list(Act))
        record.correct(one, replace(found, act=act, said_on=date(2029, 11, 1)), "misread")
    elif command == "link":
        record.link_statement(one, issue, visibility=chance.choice(VISIBILITIES))
    else:
        record.unlink_statement(one, issue)


def _weigh(record: Record, command: str, chance: random.Random, statements: list[str]) -> None:
    sources = [one.id for one in record.store.sources()]
    if sources and command == "grade":
        grade = chance.choice(list(Reliability)), chance.choice(list(Credibility))
        record.grade(chance.choice(sources + statements), *grade, reason="known to me")
    elif sources:
        pair = chance.choice(sources), chance.choice(sources)
        record.mark_copies(*pair, copies=chance.choice([True, False]))


def answers(store: Store, known_on: datetime | None) -> list[object]:
    """Everything that a store can be asked as known on a date."""
    return [
        store.sources(known_on=known_on),
        *(store.statements(known_on=known_on, verdicts=[verdict]) for verdict in Verdict),
        store.statements(known_on=known_on),
        store.people(known_on=known_on),
        store.meetings(known_on=known_on),
        store.proposals(known_on=known_on),
        store.drafts(known_on=known_on),
        store.issues(known_on=known_on),
        store.point_links(known_on=known_on),
        store.point_matches(known_on=known_on),
        store.statement_links(known_on=known_on),
        store.grades(known_on=known_on),
        store.source_likenesses(known_on=known_on),
        store.copy_words(known_on=known_on),
        store.briefs(known_on=known_on),
        store.name_merges(known_on=known_on),
        store.judgements(known_on=known_on),
        store.judgements(known_on=known_on, author="author 1"),
        store.judgements(known_on=known_on, shared=True),
        store.notes(known_on=known_on),
        store.caucuses(),
    ]


def worked(store: Store, commands: list[str], seed: int, authors: int = 2) -> Record:
    """A record on which authors worked in turn, on the days from 1 January 2030."""
    chance = random.Random(seed)  # noqa: S311 -- picks test cases, keeps no secret
    clock = Clock(START)
    records = [Record(store, author=f"author {n}", clock=clock) for n in range(authors)]
    for day, command in enumerate(commands):
        clock.moment = START + timedelta(days=day)
        work(chance.choice(records), command, chance)
    return records[0]


commands = st.lists(st.sampled_from(COMMANDS), max_size=14)
seeds = st.integers(0, 2**32)


@LAWS
@given(commands=commands, seed=seeds)
def test_every_store_gives_the_same_answers(
    empty_store: EmptyStore, commands: list[str], seed: int
) -> None:
    """Each database answers as the plain fold does, on any date, also after it is rebuilt."""
    reference = worked(MemoryStore(), commands, seed).store
    entries = list(reference.entries())
    dates = [None, *(START + timedelta(days=day) for day in range(0, len(commands), 3))]
    with empty_store() as store:
        store.append(entries)
        assert list(store.entries()) == entries
        found = [answers(store, known_on) for known_on in dates]
        assert found == [answers(reference, known_on) for known_on in dates]
        store.rebuild()
        assert [answers(store, known_on) for known_on in dates] == found
        assert {author: store.head(author) for author in ("author 0", "author 1")} == {
            author: reference.head(author) for author in ("author 0", "author 1")
        }
        assert [store.about(entry.id) for entry in entries] == [
            reference.about(entry.id) for entry in entries
        ]
        assert store.latest("author 0", WITHDRAWABLE) == reference.latest("author 0", WITHDRAWABLE)
        assert verify(store) == verify(reference)
        assert verify(store).sound


@LAWS
@given(commands=commands, seed=seeds, more=commands)
def test_the_past_does_not_change(
    empty_store: EmptyStore, commands: list[str], seed: int, more: list[str]
) -> None:
    """Entries stay as they are, and answers as known on a past date stay what they were."""
    with empty_store() as store:
        worked(store, commands, seed)
        then = START + timedelta(days=len(commands))
        entries, before = list(store.entries()), answers(store, then)
        later = Record(store, author="author 0", clock=Clock(then + timedelta(days=1)))
        chance = random.Random(seed)  # noqa: S311 -- picks test cases, keeps no secret
        for command in more:
            work(later, command, chance)
        assert list(store.entries())[: len(entries)] == entries
        assert [_said(one) for one in answers(store, then)] == [_said(one) for one in before]
        assert verify(store).sound


def _said(answer: Any) -> Any:
    """An answer without who may see it and who sits in a caucus: those are as of now."""
    if isinstance(answer, list):
        return [_said(one) for one in answer if not isinstance(one, Caucus)]
    bare = replace(answer, visibility="") if hasattr(answer, "visibility") else answer
    return replace(bare, source=_said(bare.source)) if hasattr(bare, "source") else bare


@LAWS
@given(commands=commands, seed=seeds)
def test_writing_gives_what_appending_gives(
    empty_store: EmptyStore, commands: list[str], seed: int
) -> None:
    """A store that was written to answers as one to which its entries were appended."""
    with empty_store() as written, empty_store() as appended:
        worked(written, commands, seed)
        appended.append(written.entries())
        assert list(appended.entries()) == list(written.entries())
        assert answers(appended, None) == answers(written, None)
