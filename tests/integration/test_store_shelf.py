"""What a store keeps beside the record, and what it tells of a few statements among many."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from onetext.record.record import Record
from onetext.record.statements import Act, Topic
from onetext.record.store import Extent, Store
from onetext.record.views import Verdict
from onetext.testing import Clock, make_document, make_reading, make_statement

ALL = tuple(Verdict)


@pytest.fixture
def record(store: Store) -> Record:
    return Record(store, author="secretary", clock=Clock(datetime(2030, 1, 1, tzinfo=UTC)))


def receive(record: Record, *sentences: str) -> list[str]:
    document = make_document(*sentences)
    said = [
        make_statement(document, one, speaker=None, party="Lune", act=Act.ACCEPT, topic=Topic.OTHER)
        for one in sentences
    ]
    before = set(record.store.statement_ids())
    record.receive(make_reading(document, *said), origin="a.txt", reader="test")
    return [one for one in record.store.statement_ids() if one not in before]


def undone(record: Record) -> None:
    with record.batch():
        receive(record, "undone")
        raise KeyError


def test_the_extent_is_the_number_of_entries_and_the_greatest_id(record: Record) -> None:
    """Whatever was undone on the way does not count."""
    assert record.store.extent() == Extent(0, "", 0)
    receive(record, "yes to the border", "no to the ports")
    with pytest.raises(KeyError):
        undone(record)
    ids = [entry.id for entry in record.store.entries()]
    assert record.store.extent() == Extent(3, ids[-1], 0)
    record.store.rebuild()
    assert record.store.extent() == Extent(3, ids[-1], 0)
    assert record.store.damage() == []


def test_entries_that_were_sealed_elsewhere_count_as_an_import(
    record: Record, new_store: Callable[[], Store]
) -> None:
    """They may have any id, and may tell again what is there, which what is written does not."""
    receive(record, "yes to the border")
    copy = new_store()
    copy.append(list(record.store.entries()))
    assert copy.extent() == replace(record.store.extent(), imports=1)


def test_a_few_statements_are_told_as_among_all(record: Record) -> None:
    """With ids, the same answers as without, for those ids and those verdicts only."""
    first, second = receive(record, "yes to the border", "no to the ports")
    [third] = receive(record, "perhaps")
    record.accept([first, third])
    moment = datetime(2040, 1, 1, tzinfo=UTC)
    every = {one.id: one for one in record.store.statements(verdicts=ALL)}
    assert record.store.statement_ids() == sorted([first, second, third])
    for known_on in (None, moment):
        asked = record.store.statements(known_on=known_on, verdicts=ALL, ids=[third, second])
        assert asked == [every[second], every[third]]
    assert record.store.statements(ids=[second, third, "unknown"]) == [every[third]]
    assert record.store.statements(verdicts=ALL, ids=[]) == []


def test_what_is_shelved_is_there_until_it_is_replaced_or_the_tables_are_rebuilt(
    store: Store,
) -> None:
    """Any bytes under any name; none of them is an entry."""
    assert store.shelved("register") is None
    store.shelve("register", bytes(range(256)))
    store.shelve("other", b"")
    store.shelve("register", b"\x00\xffnew")
    assert store.shelved("register") == b"\x00\xffnew"
    assert store.shelved("other") == b""
    assert list(store.entries()) == []
    store.rebuild()
    assert store.shelved("register") is None
