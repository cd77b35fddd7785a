"""Making a record where the disk is full, or where its name is a strange one."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from onetext.errors import RecordProblem
from onetext.record.verify import verify
from onetext.wiring import create_record, open_record

MAKE_WITHIN = """
import resource, sys
from pathlib import Path
from onetext.errors import RecordProblem
from onetext.wiring import create_record
limit = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    create_record(Path(sys.argv[1]), "Talks", "ada").close()
except RecordProblem as error:
    print(error)
"""


@pytest.mark.parametrize("limit", [0, 5_000, 30_000, 60_000, 90_000, 120_000, 150_000, 1_000_000])
def test_a_record_is_made_whole_or_not_at_all(tmp_path: Path, limit: int) -> None:
    """Wherever the disk stops: a sound record, or an empty folder and a sentence."""
    path = tmp_path / "talks.onetext"
    done = subprocess.run(
        [sys.executable, "-c", MAKE_WITHIN, str(path), str(limit)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    if done.stdout:
        assert str(path) in done.stdout
        assert list(tmp_path.iterdir()) == []
    else:
        with open_record(path, author="ada") as record:
            assert [entry.kind for entry in record.store.entries()] == ["record_opened"]
            assert verify(record.store).sound
    if limit in (0, 1_000_000):
        assert bool(done.stdout) == (limit == 0), "nothing fits into nothing, and a megabyte does"


@pytest.mark.parametrize("name", ["50% or more?", "a#b&c=d", "протокол", 'it\'s "quoted"'])
def test_a_record_may_have_any_name(tmp_path: Path, name: str) -> None:
    """Characters that mean something in an address mean nothing here."""
    path = tmp_path / name
    create_record(path, name, "ada").close()
    assert [found.name for found in tmp_path.iterdir()] == [name]
    with open_record(path, author="ada") as record:
        assert next(record.store.entries()).body == {"name": name}


@pytest.mark.parametrize(
    "name", ["n" * 300, "n" * 250, "nul\x00here", "half\ud800", "missing/talks", "file/talks"]
)
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    """With a sentence, whether a record is made or opened; nothing is left behind."""
    (tmp_path / "file").touch()
    with pytest.raises(RecordProblem, match="to be"):
        create_record(tmp_path / name, "Talks", "ada")
    with pytest.raises(RecordProblem, match="was asked for"):
        open_record(tmp_path / name, author="ada")
    assert [found.name for found in tmp_path.iterdir()] == ["file"]


def test_a_record_that_cannot_be_moved_to_its_name_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a file system that turns read-only while the record is made."""

    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(RecordProblem, match="Read-only file system"):
        create_record(tmp_path / "talks.onetext", "Talks", "ada")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder nobody can write to")
def test_a_folder_that_cannot_be_written_to_is_refused() -> None:
    """Not even by a privileged user; SQLite says so, in a sentence of ours."""
    with pytest.raises(RecordProblem, match="cannot be opened"):
        create_record(Path("/proc/self/talks.onetext"), "Talks", "ada")
