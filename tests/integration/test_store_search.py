"""Full-text search: the same answers from every store, and nothing typed is ever an operator."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import islice

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onetext.errors import RecordProblem
from onetext.record.passages import Passage
from onetext.record.record import Record
from onetext.record.search import Asked, Filter, Item, text_of
from onetext.record.statements import Act, Named, Topic
from onetext.record.store import Store
from onetext.record.views import Verdict
from onetext.testing import (
    Clock,
    MemoryStore,
    make_document,
    make_draft,
    make_reading,
    make_statement,
)


@pytest.fixture
def record(store: Store) -> Record:
    return Record(store, author="secretary", clock=Clock(datetime(2030, 1, 1, tzinfo=UTC)))


def receive(record: Record, words: str, *, party: str = "Northland", title: str = "News") -> str:
    """A report of one statement; the statement's id."""
    document = make_document(f"The envoy said {words}.", title=title)
    said = make_statement(
        document, words, speaker=None, party=party, act=Act.ACCEPT, topic=Topic.OTHER
    )
    before = set(record.store.statement_ids())
    record.receive(make_reading(document, said), origin=words[:8], reader="test")
    return next(one for one in record.store.statement_ids() if one not in before)


def draft(record: Record, words: str) -> str:
    made = make_draft("The plan", [("1", words)], by=None, dated=date(2030, 1, 1))
    return record.receive_draft(made, sha256=words[:9], origin="plan.md")[0]


def found(record: Record, typed: str, **asked: object) -> list[str]:
    items = record.store.search(Asked.of(typed), **asked)  # type: ignore[arg-type] # of many types
    return [text_of(one) for one in items]


def statements(record: Record, typed: str, **asked: object) -> list[str]:
    wanted = Filter(sources=False, drafts=False)
    return found(record, typed, **{"wanted": wanted, **asked})


def test_sources_statements_and_drafts_are_found_the_latest_first(record: Record) -> None:
    """All words have to be there, whatever capitals and accents; nothing else is found."""
    receive(record, "the Café by the harbour is open")
    receive(record, "the harbour is closed")
    draft(record, "The HARBOUR is open to ships.")
    assert found(record, "harbour open") == [
        "The plan\n\n1. The HARBOUR is open to ships.\n",
        "the Café by the harbour is open",
        "News\n\nThe envoy said the Café by the harbour is open.",
    ]
    assert statements(record, "CAFE") == ["the Café by the harbour is open"]
    assert found(record, "harbours") == []


def test_words_in_quotation_marks_stand_together(record: Record) -> None:
    """In that order, whatever punctuation stands between them."""
    receive(record, "open ports, not closed ones")
    receive(record, "ports that are open")
    assert statements(record, '"open ports"') == ["open ports, not closed ones"]
    assert statements(record, "“ports not” closed") == ["open ports, not closed ones"]
    assert len(statements(record, "ports open")) == 2


def test_a_statement_is_found_by_its_words_as_they_stand(record: Record) -> None:
    """Not by those that were corrected away, and not once it is rejected."""
    first = receive(record, "the river is the border")
    second = receive(record, "the river is a river")
    [was] = record.store.statements(verdicts=[Verdict.PENDING], ids=[first])
    better = Passage(0, 4, "lake", "", "")
    record.correct(first, replace(was.statement, content=(better,)), "misread")
    assert statements(record, "lake") == ["lake"]
    assert statements(record, "river") == ["the river is a river"]
    record.reject([second], reason="no")
    assert statements(record, "river") == []


def test_only_what_was_known_and_stands_is_found(record: Record) -> None:
    """As known on a moment; a draft that was withdrawn is not found."""
    receive(record, "the river is the border")
    moment = datetime(2030, 1, 1, 12, tzinfo=UTC)
    record._clock.moment = datetime(2030, 2, 1, tzinfo=UTC)  # type: ignore[attr-defined] # ours
    receive(record, "the river is dry")
    plan = draft(record, "The river is a border.")
    assert statements(record, "river", known_on=moment) == ["the river is the border"]
    record.withdraw(plan, "not theirs")
    assert len(found(record, "river")) == 4


def test_statements_of_a_party_are_found_under_any_of_its_names(record: Record) -> None:
    """Merged names are one party."""
    receive(record, "open ports", party="Northland")
    receive(record, "open ports for all", party="The North")
    receive(record, "open ports for a fee", party="Southland")
    record.merge_names(Named.PARTY, ["The North"], "Northland")
    ours = Filter(parties=("Northland",))
    assert found(record, "ports", wanted=ours) == ["open ports for all", "open ports"]


def test_what_is_found_is_read_as_it_is_asked_for(record: Record) -> None:
    """A common word does not bring a million answers; the next ones are there all the same."""
    with record.batch():
        for number in range(230):
            receive(record, f"ports {number}")
    wanted = Filter(sources=False)
    items = record.store.search(Asked.of("ports"), wanted=wanted)
    first = [text_of(one) for one in islice(items, 3)]
    assert first == ["ports 229", "ports 228", "ports 227"]
    assert len(list(items)) == 227
    record.store.rebuild()
    assert len(list(record.store.search(Asked.of("ports"), wanted=wanted))) == 230
    assert record.store.damage() == []


@pytest.mark.parametrize("typed", ["", "  ", '""', "!?", "—", "*", '"'])
def test_what_holds_no_word_is_refused(typed: str) -> None:
    with pytest.raises(RecordProblem, match="holds no word"):
        Asked.of(typed)


HOSTILE = (
    'ports" OR "x', "ports AND NOT ports", "ports*", "NEAR(ports, 2)", "words:ports", "-ports",
    "ports' | 'x", "ports & !x", "ports <-> x", "'); DROP TABLE entries; --", "ports\x00x",
    "^ports", "ports\\", "{ports} : x", "%", "ports:*",
)  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_that_is_typed_is_an_operator(record: Record, typed: str) -> None:
    """Signs part words; AND, OR, NOT and NEAR are words like any other."""
    receive(record, "ports are open")
    receive(record, "x")
    try:
        asked = Asked.of(typed)
    except RecordProblem:
        return
    due = [text for text in ("x", "ports are open") if asked.holds(text)]
    assert statements(record, typed) == due


_TEXTS = st.text(st.sampled_from("abB éÉ'\"-_.:*ßſ1２漢字لﬁ̈\n"), min_size=1, max_size=12).filter(
    str.strip
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(_TEXTS, min_size=1, max_size=4, unique_by=str.strip), _TEXTS)
def test_every_store_finds_the_same(
    new_store: Callable[[], Store], texts: list[str], typed: str
) -> None:
    """What the plain store in memory finds by looking at every text, in the same order."""
    try:
        asked = Asked.of(typed)
    except RecordProblem:
        asked = Asked.of("a")
    told: list[list[Item]] = []
    for store in (new_store(), MemoryStore()):
        record = Record(store, author="s", clock=Clock(datetime(2030, 1, 1, tzinfo=UTC)))
        with record.batch():
            for text in texts:
                receive(record, text, title=text)
        told.append(list(store.search(asked)))
    assert [text_of(one) for one in told[0]] == [text_of(one) for one in told[1]]
