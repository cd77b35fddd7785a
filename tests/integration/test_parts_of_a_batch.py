"""What is written in a batch waits, and parts of it may be undone: nobody can tell from outside."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetext.errors import NotInRecord
from onetext.record.bodies import IssueOpened
from onetext.record.chain import Unsealed
from onetext.record.codec import to_json
from onetext.record.entries import EntryKind
from onetext.record.record import Record
from onetext.record.statements import Topic
from onetext.record.store import Store
from onetext.record.stores.tail import ENOUGH
from onetext.record.verify import verify
from onetext.testing import Clock, make_document, make_reading

NOBODY = "01890000-0000-7000-8000-000000000000"

Step = int | str | tuple[bool, list["Step"]]
"""How many issues to open, something to ask or to keep, or a part and whether it fails."""

steps = st.recursive(
    st.lists(
        st.one_of(st.integers(1, 3), st.sampled_from(["ask", "refused", "shelve"])), max_size=3
    ),
    lambda inner: st.lists(
        st.one_of(st.integers(1, 2), st.just("ask"), st.tuples(st.booleans(), inner)), max_size=4
    ),
    max_leaves=8,
)


class Fails(Exception):
    """Undoes the part that it is raised in."""


@contextmanager
def undone(record: Record) -> Iterator[None]:
    """A part of a batch that fails at its end."""
    with suppress(Fails), record.batch():
        yield
        raise Fails


def recorded(store: Store) -> Record:
    return Record(store, author="ada", clock=Clock(datetime(2030, 1, 1, tzinfo=UTC)))


def issue(record: Record, label: str) -> str:
    """Opens an issue without asking whether it is there, and notes something on it."""
    body = to_json(IssueOpened(label, Topic.OTHER))
    one = Unsealed(EntryKind.ISSUE_OPENED, body)
    [entry] = record.store.write([one], author="ada", recorded_at=datetime(2030, 1, 1, tzinfo=UTC))
    record.note(entry.id, f"On {label}")
    return entry.id


def labels(store: Store) -> list[str]:
    return [one.label for one in store.issues()]


def follow(record: Record, given: Sequence[Step], there: list[str], used: list[str]) -> None:
    """Does the steps; `there` holds the labels that are then open, `used` all ever used."""
    for step in given:
        if isinstance(step, int):
            for _ in range(step):
                used.append(f"Issue {len(used)}")
                there.append(used[-1])
                issue(record, used[-1])
        elif step == "ask":
            assert labels(record.store) == there
        elif step == "refused":
            with pytest.raises(NotInRecord):
                record.note(NOBODY, "It is not there")
        elif step == "shelve":
            record.store.shelve("kept", b"words")
        elif not isinstance(step, str):
            fails, inner = step
            before = list(there)
            with undone(record) if fails else record.batch():
                follow(record, inner, there, used)
            if fails:
                there[:] = before


@given(given_steps=steps)
def test_what_is_undone_is_gone_and_the_rest_is_kept_whole(
    empty_store: Callable[[], AbstractContextManager[Store]], given_steps: list[Step]
) -> None:
    """However parts of a batch nest and fail, what is asked inside and what is there at the end
    is what was written in the others; chains hold, and derived tables fit the log."""
    with empty_store() as store:
        there: list[str] = []
        record = recorded(store)
        with record.batch():
            follow(record, given_steps, there, [])
        assert labels(store) == there
        assert verify(store).sound
        assert store.damage() == []
        assert store.extent().entries == len(list(store.entries())) == 2 * len(there)


def test_what_is_shelved_in_a_part_that_fails_is_not_there(store: Store) -> None:
    """Also where nothing was recorded in it before."""
    record = recorded(store)
    with record.batch():
        issue(record, "Ports")
        with undone(record):
            store.shelve("kept", b"words")
        issue(record, "Border")
    assert store.shelved("kept") is None
    assert labels(store) == ["Ports", "Border"]


@pytest.mark.parametrize("asked", [False, True])
def test_an_entry_that_was_undone_cannot_be_named(store: Store, asked: bool) -> None:
    """In the same batch, whether or not something had been asked in between."""
    record = recorded(store)
    with record.batch():
        with undone(record):
            gone = issue(record, "Ports")
            if asked:
                assert labels(store) == ["Ports"]
        with pytest.raises(NotInRecord):
            record.note(gone, "It was there")
    assert list(store.entries()) == []


def test_a_report_is_received_once_in_a_batch(store: Store) -> None:
    """Also where the first has not been kept yet, and others wait with it."""
    record = recorded(store)
    texts = ("It was fine.", "It was not.", "It was fine.")
    with record.batch():
        got = [
            record.receive(make_reading(make_document(text)), origin="a.txt", reader="test")
            for text in texts
        ]
    assert [one.already for one in got] == [False, False, True]
    assert got[0].source_id == got[2].source_id
    assert len(store.sources()) == 2


def test_a_part_of_hundreds_of_entries_is_undone_alone(store: Store) -> None:
    """Though some of it was kept before it failed, those before and after it are there."""
    record = recorded(store)
    with record.batch():
        issue(record, "Ports")
        with undone(record):
            for number in range(ENOUGH):
                issue(record, f"Issue {number}")
        issue(record, "Border")
    assert labels(store) == ["Ports", "Border"]
    assert verify(store).sound
    assert store.damage() == []
