"""Whatever is changed, dropped or swapped in an export or a log is named."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetext.errors import BadImport
from onetext.record.entries import Entry
from onetext.record.record import Record
from onetext.record.transfer import lines, read_lines
from onetext.record.verify import verify
from onetext.testing import MemoryStore, sample_record


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    """Of two authors, the last of each an entry that nothing refers to."""
    store = MemoryStore()
    sample_record(store)
    for author in ("ann", "secretary"):
        Record(store, author=author).accept([one.id for one in store.statements()[:3]])
    return list(store.entries())


def named(entries: list[Entry]) -> set[str]:
    """The ids of entries that verify finds something wrong with."""
    store = MemoryStore()
    store._entries = {entry.id: entry for entry in entries}  # as if by another tool
    return {flaw.entry_id for flaw in verify(store).flaws if flaw.entry_id}


seeds = st.integers(0, 2**32)


@given(seed=seeds)
def test_a_changed_entry_is_named(entries: list[Entry], seed: int) -> None:
    """Whichever it is, and whichever of its fields."""
    chance = random.Random(seed)  # noqa: S311 -- picks test cases, keeps no secret
    place = chance.randrange(len(entries))
    entry = entries[place]
    other = chance.choice([one for one in entries if one.author != entry.author])
    changed = chance.choice(
        [
            replace(entry, author=other.author),
            replace(entry, visibility="public" if entry.visibility != "public" else "team"),
            replace(entry, recorded_at=entry.recorded_at.replace(year=2029)),
            replace(entry, previous=other.digest),
            replace(entry, digest=other.digest),
        ]
    )
    assert entry.id in named([*entries[:place], changed, *entries[place + 1 :]])


@given(seed=seeds)
def test_a_dropped_entry_is_noticed(entries: list[Entry], seed: int) -> None:
    """At what followed it, unless it was the last of its author."""
    chance = random.Random(seed)  # noqa: S311 -- picks test cases, keeps no secret
    followed = {entry.previous for entry in entries}
    gone = chance.choice([entry for entry in entries if entry.digest in followed])
    after = next(entry for entry in entries if entry.previous == gone.digest)
    assert after.id in named([entry for entry in entries if entry is not gone])


@given(seed=seeds)
def test_swapped_entries_are_named(entries: list[Entry], seed: int) -> None:
    """Two entries that took one another's id."""
    chance = random.Random(seed)  # noqa: S311 -- picks test cases, keeps no secret
    one, other = chance.sample(entries, 2)
    rest = [entry for entry in entries if entry not in (one, other)]
    swapped = [*rest, replace(one, id=other.id), replace(other, id=one.id)]
    assert {one.id, other.id} <= named(sorted(swapped, key=lambda entry: entry.id))


@given(seed=seeds)
def test_an_export_with_a_changed_dropped_or_swapped_line_is_refused(
    entries: list[Entry], seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """And the line is named by its number."""
    chance = random.Random(seed)  # noqa: S311 -- picks test cases, keeps no secret
    written = list(lines(entries))
    followed = {entry.previous for entry in entries}
    places = [place for place, one in enumerate(entries) if one.digest in followed]
    place = chance.choice(places)
    how = chance.choice(["change", "drop", "swap", "double"])
    if how == "change":
        found = json.loads(written[place])
        found["author"] += "x"
        written[place] = (json.dumps(found) + "\n").encode()
    elif how == "drop":
        del written[place]
    elif how == "double":
        written.insert(place, written[place])
    else:
        other = chance.choice([one for one in range(len(written)) if one != place])
        written[place], written[other] = written[other], written[place]
    path = tmp_path_factory.mktemp("export") / "entries.jsonl"
    path.write_bytes(b"".join(written))
    with pytest.raises(BadImport, match=r"line \d+ is not as export wrote it"):
        list(read_lines(path))
