"""The record as JSON Lines, and back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from onetext.errors import BadImport, UnreadableFile
from onetext.record.entries import Entry
from onetext.record.transfer import lines, read_lines
from onetext.testing import MemoryStore, sample_record


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    path = tmp_path / "entries.jsonl"
    path.write_bytes(b"".join(lines(sample_record().store.entries())))
    return path


def test_an_export_gives_an_identical_record(exported: Path) -> None:
    """The same entries, ids and digests; exported again, the same bytes."""
    store = MemoryStore()
    count = store.append(read_lines(exported))
    assert count == len(exported.read_bytes().splitlines())
    assert b"".join(lines(store.entries())) == exported.read_bytes()


def test_corrections_of_points_come_back(tmp_path: Path) -> None:
    """A point with several issues, a match of points and its withdrawal survive the round trip."""
    record = sample_record()
    first, second = [one.id for one in record.store.drafts()]
    ports, border = [issue.id for issue in record.store.issues()][:2]
    record.assign_point(first, "1", [border, ports], rule="person", confidence=1, reason="both")
    record.match_points(first, second, "1", ["3"], reason="renumbered")
    record.withdraw(record.match_points(first, second, "2", ()), "a slip")
    path = tmp_path / "entries.jsonl"
    path.write_bytes(b"".join(lines(record.store.entries())))
    store = MemoryStore()
    store.append(read_lines(path))
    assert store.point_matches() == record.store.point_matches()
    assert store.point_links() == record.store.point_links()
    assert [match.partners for match in store.point_matches()] == [("3",)]
    assert (ports,) in [link.others for link in store.point_links()]


def test_a_line_holds_one_entry(exported: Path) -> None:
    """As canonical JSON: keys sorted, no spaces."""
    first = exported.read_bytes().splitlines()[0]
    found = json.loads(first)
    assert list(found) == sorted(found)
    assert found["kind"] == "record_opened"
    assert found["body"] == {"name": "The Lune talks"}


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (b"river Lune as the border", b"river Sava as the border", "was changed"),
        (b'"author":"secretary"', b'"author":"somebody"', "was changed"),
        (b'"kind":"source_received"', b'"kind":"source_foreseen"', "upgrade onetext"),
        (b'"origin":', b'"from":', "not known: from"),
        (b'"recorded_at":"2030', b'"recorded_at":"soon', "no moment"),
        (b'{"author"', b'["author"', "no JSON"),
        (b'"digest":"', b'"digest":5,"x":"', "keys of an entry"),
        (b"Courier", b"Cour\xff", "no JSON"),
    ],
)
def test_a_changed_line_is_named(exported: Path, old: bytes, new: bytes, found: str) -> None:
    """With its number, whatever was changed in it."""
    whole = exported.read_bytes().splitlines(keepends=True)
    number = next(n for n, line in enumerate(whole) if b"source_received" in line and old in line)
    whole[number] = whole[number].replace(old, new, 1)
    exported.write_bytes(b"".join(whole))
    with pytest.raises(BadImport, match=rf"line {number + 1} .*{found}"):
        list(read_lines(exported))


def resealed(entry: Entry, **changes: str | None) -> bytes:
    """The line of `entry` after `changes`, with a digest that fits them."""
    changed = replace(entry, **changes)  # type: ignore[arg-type]  # texts, every one of them
    return b"".join(lines([replace(changed, digest=changed.computed_digest())]))


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"id": "1"}, "no UUID of version 7"),
        ({"id": "FFFFFFFF-FFFF-7FFF-BFFF-000000000000"}, "no UUID of version 7"),
        ({"id": "ffffffffffff7fffbfff000000000000"}, "no UUID of version 7"),
        ({"id": "ffffffff-ffff-4fff-bfff-000000000000"}, "no UUID of version 7"),
        ({"id": "00000000-0000-7000-8000-000000000000"}, "not greater"),
        ({"visibility": "everybody"}, "neither public nor team"),
        ({"visibility": ""}, "neither public nor team"),
    ],
)
def test_a_digest_that_fits_is_not_enough(
    exported: Path, changes: dict[str, str], found: str
) -> None:
    """An id, its place and who may see it are as a record writes them, or the line is named."""
    *whole, last = read_lines(exported)
    exported.write_bytes(b"".join(lines(whole)) + resealed(last, **changes))
    with pytest.raises(BadImport, match=rf"line {len(whole) + 1} .*{found}"):
        list(read_lines(exported))


@pytest.mark.parametrize("visibility", ["public", "team", "confined:ada"])
def test_every_known_visibility_is_imported(exported: Path, visibility: str) -> None:
    """And comes back as it was."""
    *whole, last = read_lines(exported)
    exported.write_bytes(b"".join(lines(whole)) + resealed(last, visibility=visibility))
    assert list(read_lines(exported))[-1].visibility == visibility


@pytest.mark.parametrize(
    ("zone", "found"),
    [("Z", "not in UTC"), ("+02:00", "not in UTC"), ("+0000", "not in UTC"), ("", "time zone")],
)
def test_a_moment_is_written_in_one_way(exported: Path, zone: str, found: str) -> None:
    """Otherwise the same entry could stand in two exports with different bytes."""
    first, *rest = exported.read_bytes().splitlines(keepends=True)
    changed = first.replace(b'+00:00","', f'{zone}","'.encode(), 1)
    assert changed != first
    exported.write_bytes(b"".join([changed, *rest]))
    with pytest.raises(BadImport, match=rf"line 1 .*{found}"):
        list(read_lines(exported))


def test_a_record_begins_with_its_opening(exported: Path) -> None:
    """An export whose first entry is another is no whole record."""
    second = list(read_lines(exported))[1]
    exported.write_bytes(resealed(second, previous=None))
    with pytest.raises(BadImport, match=r"line 1 .*begins with the entry that opened it"):
        list(read_lines(exported))


def test_a_missing_line_is_named(exported: Path) -> None:
    """The line after the gap does not follow."""
    whole = exported.read_bytes().splitlines(keepends=True)
    exported.write_bytes(b"".join(whole[:7] + whole[8:]))
    with pytest.raises(BadImport, match=r"line 8 .*missing or out of order"):
        list(read_lines(exported))


def test_a_file_cut_in_a_line_is_named(exported: Path) -> None:
    """As a download that stopped leaves it."""
    exported.write_bytes(exported.read_bytes()[:-20])
    with pytest.raises(BadImport, match="not whole"):
        list(read_lines(exported))


def test_what_is_no_export_is_named(tmp_path: Path) -> None:
    """Missing, a directory, empty, deeply nested."""
    (tmp_path / "empty").touch()
    for name, found in (("missing", "No such file"), (".", "directory"), ("empty", "empty")):
        with pytest.raises(UnreadableFile, match=found):
            list(read_lines(tmp_path / name))
    (tmp_path / "deep").write_bytes(b"[" * 100_000 + b"]" * 100_000 + b"\n")
    with pytest.raises(BadImport, match="nested too deeply"):
        list(read_lines(tmp_path / "deep"))
