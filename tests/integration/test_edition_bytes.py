"""What an edition must not hold is searched for in its bytes, in every form that it is given in."""

from __future__ import annotations

import io
import json
import re
import sqlite3
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pyarrow.csv
import pyarrow.parquet
import pytest
from tests.editions import written_out
from tests.planting import Planter, in_order

from onetext.record.chain import Unsealed
from onetext.record.edition import Imprint, edition
from onetext.record.entries import Entry, EntryKind
from onetext.record.record import Record
from onetext.record.seen import seen_by
from onetext.record.statements import Topic
from onetext.record.store import Store
from onetext.record.transfer import read_lines
from onetext.record.verify import verify
from onetext.testing import MemoryStore, sample_record
from onetext.wiring import create_record, open_edition, open_record

START = datetime(2030, 4, 1, 7, 8, 9, 123456, tzinfo=UTC)
HIDDEN = "Zqx"
NAME = "Vqx talks"  # of the whole record: the team may see it
INWARD = ("reason", "origin", "over")  # fields that an edition leaves out
WORKING = "Wqx"  # said among those who work on the record, about what is public


def planted(record: Record, planter: Planter, visibility: str, *, times: int = 1) -> list[Entry]:
    """An entry of every kind, each field of which holds what stands nowhere else."""
    found: list[Entry] = []
    for turn in range(times):
        ids: dict[EntryKind, str] = {}
        for kind in in_order():
            body = planter.body(kind, ids)
            [entry] = record.store.write(
                [Unsealed(kind, body, visibility)],
                author=f"{planter.word} author",
                recorded_at=START + timedelta(hours=turn),
            )
            ids[kind] = entry.id
            found.append(entry)
    return found


def traces(entries: list[Entry]) -> set[str]:
    """Ids, their ends and their random digits, digests, and times of entries."""
    found: set[str] = set()
    for entry in entries:
        found |= {entry.id, entry.id[-8:], entry.id[19:], entry.digest, entry.author}
        found.add(entry.id.replace("-", ""))
    return found


def holding(file: Path, wanted: set[str]) -> set[str]:
    """Those of `wanted` that stand in the bytes of a file, or of what is packed in it."""
    content = file.read_bytes()
    found = {one for one in wanted if one.encode() in content or one.encode("utf-16-le") in content}
    if file.suffix == ".onetext":
        raw = {one for one in wanted if re.fullmatch(r"[0-9a-f]{32}", one)}
        found |= {one for one in raw if UUID(one).bytes in content}
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            inside = [*(packed.read(name) for name in packed.namelist())]
        found |= {one for one in wanted for part in inside if one.encode() in part}
    return found


@pytest.mark.parametrize("readers", ["public", "team", "Bo", "caucus:Northland"])
def test_nothing_confidential_remains_in_any_form(tmp_path: Path, readers: str) -> None:
    """No text, number, date, id, digest or name of what the readers may not see, in no file."""
    path = tmp_path / "Zqx whole.onetext"
    with create_record(path, NAME, author="Zqx author") as record:
        sample_into(record)
        record.name_caucus("Northland", ["Zqx member"])
        source = record.store.sources()[0].id
        record.note(source, "for Bo", visibility="confined:Bo,Zqx friend,caucus:Northland")
        planter = Planter(HIDDEN)
        hidden = planted(record, planter, "confined:Zqx friend", times=2)
        told = [entry for entry in record.store.entries() if entry not in hidden]
        wanted = {HIDDEN, *planter.secrets, *traces(hidden), *traces(told), str(tmp_path)}
        wanted |= {NAME} if readers in ("public", "caucus:Northland") else set()
        count = len(list(record.store.entries()))
    files = written_out(path, readers, tmp_path / "out")
    assert {file.suffix for file in files} >= {".jsonl", ".onetext", ".csv", ".html", ".docx"}
    assert {file.name: holding(file, wanted) for file in files} == {
        file.name: set() for file in files
    }
    assert all(str(count) not in file.read_text() for file in files if file.suffix == ".md")
    with open_record(path) as record:
        assert holding(path, wanted - {str(tmp_path)}) >= set(planter.secrets[:5])  # it can find


def sample_into(record: Record) -> None:
    """The sample talks, of which all but what is said among colleagues is public."""
    sample = sample_record(MemoryStore())
    known: dict[str, str] = {}
    for entry in sample.store.entries():
        if entry.kind is EntryKind.RECORD_OPENED:
            continue
        text = json.dumps(dict(entry.body))
        for old, new in known.items():
            text = text.replace(old, new)
        body = json.loads(text)
        if "reason" in body:
            body["reason"] = f"{HIDDEN} said so"
        if "origin" in body and not str(body["origin"]).startswith("http"):
            body["origin"] = f"/home/{HIDDEN}/{body['origin']}"
        if body.get("rule"):
            body["rule"] = f"{body['rule']}, source {next(iter(known.values()))}"
        [written] = record.store.write(
            [Unsealed(entry.kind, body, "public")],
            author=f"{HIDDEN} colleague",
            recorded_at=entry.recorded_at,
        )
        known[entry.id] = written.id


def entries_of(path: Path, readers: str) -> list[Entry]:
    with open_edition(path, readers).record as opened:
        return list(opened.store.entries())


def test_what_is_public_is_all_there(tmp_path: Path) -> None:
    """Every kind that readers may see is told, with its own words; the edition proves sound."""
    path = tmp_path / "talks.onetext"
    with create_record(path, "The Lune talks", author="ada") as record:
        planter = Planter(WORKING)
        shown = planted(record, planter, "public")
    found = entries_of(path, "public")
    kept = [one for one in shown if one.kind.value not in
            ("record_opened", "visibility_changed", "caucus_named", "key_published")]  # fmt: skip
    assert [entry.kind for entry in found[1:]] == [entry.kind for entry in kept]
    for before, after in zip(kept, found[1:], strict=True):
        words = set(re.findall(rf"{WORKING}\w+", json.dumps(dict(after.body))))
        had = set(re.findall(rf"{WORKING}\w+", json.dumps(dict(before.body))))
        assert {
            text for text in had - words if not text.endswith(("reason", "origin", "over"))
        } == set()
        assert not {text for text in words if text.endswith(("reason", "origin", "over"))}
        assert after.recorded_at == before.recorded_at
        assert after.id != before.id
    store = MemoryStore()
    store.append(found)
    assert verify(store).flaws == verify_orphans(store)


def verify_orphans(store: Store) -> tuple[object, ...]:
    """Planted passages stand in no text; everything else has to be sound."""
    return tuple(flaw for flaw in verify(store).flaws if flaw.kind == "orphan")


def test_an_edition_is_the_same_whatever_is_hidden(tmp_path: Path) -> None:
    """With and without what is confined, editions are equal byte for byte, in every file."""
    plain, secret = tmp_path / "plain.onetext", tmp_path / "secret.onetext"
    with create_record(plain, "The Lune talks", author="ada") as record:
        sample_into(record)
        entries = list(record.store.entries())
    with create_record(secret, "Something else", author="eve") as record:
        record.store.append(entries[1:])
        planted(record, Planter(HIDDEN), "confined:Zoe", times=3)
    first, second = (written_out(path, "public", tmp_path / path.stem) for path in (plain, secret))
    assert [file.name for file in first] == [file.name for file in second]
    for one, other in zip(first, second, strict=True):
        assert contents(one) == contents(other), one.name


def contents(file: Path) -> object:
    """The bytes of a file; without the moment at which it was written, where it tells that."""
    if file.name.startswith("positions."):
        read = pyarrow.csv.read_csv if file.suffix == ".csv" else pyarrow.parquet.read_table
        return read(file).drop_columns("known_on")
    if file.suffix != ".docx":
        return file.read_bytes()
    with zipfile.ZipFile(file) as packed:
        return {name: packed.read(name) for name in packed.namelist()
                if name != "docProps/core.xml"}  # fmt: skip


def test_an_edition_reads_back_as_a_record(tmp_path: Path) -> None:
    """Its JSON Lines import, its SQLite file opens and proves sound, and both say the same."""
    path = tmp_path / "talks.onetext"
    with create_record(path, "The Lune talks", author="ada") as record:
        sample_into(record)
    out = written_out(path, "public", tmp_path / "out")
    lines = next(file for file in out if file.suffix == ".jsonl")
    kept = next(file for file in out if file.suffix == ".onetext")
    with open_record(kept) as opened:
        assert verify(opened.store).sound
        assert list(opened.store.entries()) == list(read_lines(lines))
        assert {entry.author for entry in opened.store.entries()} == {"Public edition"}
        assert opened.store.statements()
    with sqlite3.connect(kept) as database:
        assert database.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_the_owner_is_told_what_was_kept_back(tmp_path: Path) -> None:
    """A correction that colleagues alone may see leaves the public with what it corrects."""
    path = tmp_path / "talks.onetext"
    with create_record(path, "The Lune talks", author="ada") as record:
        sample_into(record)
        shown = record.store.statements()[0]
        record.correct(shown.id, replace(shown.statement, target="ships"), "so he meant",
                       visibility="team")  # fmt: skip
    opened = open_edition(path, "public")
    assert opened.kept_back == {EntryKind.CORRECTED: 1}
    assert opened.record.store.statements()[0].statement.target == shown.statement.target
    opened.record.close()


def test_many_entries_of_one_moment_keep_their_order() -> None:
    """More ids than a millisecond has counts for still rise, and are UUIDs of version 7."""
    store = MemoryStore()
    other = Topic.OTHER.value
    bodies = [{"label": f"{number}", "topic": other} for number in range(5_000)]
    issues = [Unsealed(EntryKind.ISSUE_OPENED, body, "public") for body in bodies]
    store.write(issues, author="ada", recorded_at=START)
    ids = [entry.id for entry in edition(seen_by(store, "public", MemoryStore),
                                         Imprint.of("public", None))]  # fmt: skip
    assert ids == sorted(set(ids))
    assert len(ids) == 5_001
    assert all(UUID(one).version == 7 and str(UUID(one)) == one for one in ids)


def test_verdicts_that_are_hidden_are_not_counted_by_those_that_are_shown(tmp_path: Path) -> None:
    """Nor is a key that signed named, or its being withdrawn."""
    path = tmp_path / "talks.onetext"
    with create_record(path, "The Lune talks", author="ada") as record:
        sample_into(record)
        shown = record.store.statements()[0]
        record.reject([shown.id], reason="no", visibility="team")
        record.accept([shown.id], visibility="public")
        key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI" + "A" * 43
        record.withdraw(record.publish_key(key), "lost", visibility="public")
    found = entries_of(path, "public")
    kept = {entry.id for entry in found}
    assert all(set(entry.body.get("over") or ()) <= kept for entry in found)
    assert key not in json.dumps([dict(entry.body) for entry in found])
    store = MemoryStore()
    store.append(found)
    assert verify(store).sound
