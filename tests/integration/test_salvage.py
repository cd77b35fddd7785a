"""What is saved of a record whose file was damaged: every sound entry, and nothing else."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from onetext.cli.group import onetext
from onetext.record.entries import Entry
from onetext.record.stores.salvage import Salvaged, salvage
from onetext.testing import make_document, make_reading, sample_record
from onetext.wiring import create_record, open_record

START = datetime(2030, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with entries that need overflow pages."""
    path = tmp_path_factory.mktemp("talks") / "talks.onetext"
    with create_record(path, "The Lune talks", "secretary") as record:
        sample_record(record.store)
        for number in range(12):
            document = make_document(f"Report {number} of the talks at Holm. " * 400)
            record.receive(make_reading(document), origin=f"{number}.txt", reader="test")
    connection = sqlite3.connect(path)
    connection.execute("VACUUM")  # the log then comes first in the file, always
    connection.close()
    return path


def whole(path: Path) -> list[Entry]:
    with open_record(path) as record:
        return list(record.store.entries())


def left_in(path: Path) -> tuple[list[Entry], Salvaged]:
    found = Salvaged()
    return list(salvage(path, found)), found


def run(*arguments: object) -> Result:
    environment = {"ONETEXT_AUTHOR": "ann", "ONETEXT_KEY": "none.pem"}
    return CliRunner().invoke(onetext, [str(one) for one in arguments], env=environment)


def test_of_a_sound_record_everything_is_saved(talks: Path) -> None:
    """Entry by entry, those that reach over several pages included."""
    entries, found = left_in(talks)
    assert entries == whole(talks)
    assert found.entries == len(entries)
    assert not found.unsound
    assert not found.missing


def test_what_is_in_the_log_ahead_is_saved(talks: Path, tmp_path: Path) -> None:
    """As where a power cut left what was committed outside the file itself."""
    copy = tmp_path / "copy.onetext"
    shutil.copyfile(talks, copy)
    with open_record(copy) as record:
        record.publish_brief(START.date(), START, "f" * 64, "brief.html")
        cut = tmp_path / "cut.onetext"
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{copy}{suffix}", f"{cut}{suffix}")
        expected = list(record.store.entries())
    assert left_in(cut)[0] == expected


@pytest.mark.parametrize("share", [0.95, 0.9, 0.85])
def test_of_a_file_cut_short_the_rest_is_saved(talks: Path, tmp_path: Path, share: float) -> None:
    """The record no longer opens; what stands on the pages that are left is there."""
    cut = tmp_path / "cut.onetext"
    content = talks.read_bytes()
    cut.write_bytes(content[: int(len(content) * share)])
    entries, found = left_in(cut)
    assert entries
    assert {entry.id: entry for entry in whole(talks)}.items() >= {
        entry.id: entry for entry in entries
    }.items()
    assert found.pages >= len(content) * share // 4096


def test_without_the_first_page_the_rest_is_saved(talks: Path, tmp_path: Path) -> None:
    """Though SQLite would not know the file any more."""
    cut = tmp_path / "cut.onetext"
    content = bytearray(talks.read_bytes())
    content[:4096] = bytes(4096)
    cut.write_bytes(content)
    assert left_in(cut)[0] == whole(talks)


@given(seed=st.integers(0, 2**32), flips=st.integers(1, 400))
def test_nothing_that_was_changed_is_saved(
    talks: Path, tmp_path_factory: pytest.TempPathFactory, seed: int, flips: int
) -> None:
    """Whatever bits are turned: what is saved was recorded so, and no error but is named."""
    chance = random.Random(seed)  # noqa: S311 -- picks test cases, keeps no secret
    content = bytearray(talks.read_bytes())
    for _ in range(flips):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path = tmp_path_factory.mktemp("flipped") / "flipped.onetext"
    path.write_bytes(content)
    sound = {entry.digest: entry for entry in whole(talks)}
    for entry in left_in(path)[0]:
        assert sound[entry.digest] == entry


def test_a_changed_entry_is_named_and_left_out(talks: Path, tmp_path: Path) -> None:
    """From verify, which names the damage, to a record that works again."""
    bad, rest, mended = (tmp_path / name for name in ("bad.onetext", "rest.jsonl", "new.onetext"))
    shutil.copyfile(talks, bad)
    statement = next(entry for entry in whole(talks) if entry.kind == "statement_proposed")
    connection = sqlite3.connect(bad)
    connection.execute("DROP TRIGGER entries_no_update")
    changed = "UPDATE entries SET body = replace(body, 'river', 'hills') WHERE id = ?"
    connection.execute(changed, [statement.id])
    connection.execute("UPDATE entries SET author = 'eve' WHERE id = ?", [statement.id])
    connection.commit()
    connection.close()
    assert run("verify", "-r", bad).exit_code == 1
    told: Any = json.loads(run("export", "-r", bad, "-o", rest, "--salvage", "--json").stdout)
    assert told["unsound"] == [statement.id]
    assert told["missing"] == [statement.digest]
    refused = run("import", rest, "-r", mended)
    assert refused.exit_code == 1
    assert "an entry is missing" in refused.stderr
    kept = json.loads(run("import", rest, "-r", mended, "--salvaged", "--json").stdout)
    assert kept["entries"] + len(kept["left_out"]) == len(whole(talks)) - 1
    assert kept["left_out"], "verdicts on the lost statement"
    assert run("state", "-r", mended).exit_code == 0
    assert statement.digest not in {entry.digest for entry in whole(mended)}


def test_what_is_no_record_saves_nothing(tmp_path: Path) -> None:
    """And a file that is not there is named."""
    text = tmp_path / "notes.txt"
    text.write_text("Dear colleague,\n" * 1000)
    assert left_in(text)[0] == []
    missing = run("export", "-r", tmp_path / "x", "-o", tmp_path / "x.jsonl", "--salvage")
    assert missing.exit_code == 1
    assert "there is no such file" in missing.stderr
