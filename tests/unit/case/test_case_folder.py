"""The demo's folder: made anew, and nothing of anybody else's removed."""

from __future__ import annotations

from pathlib import Path

import pytest

from onetext.case.folder import BRIEF, MARK, RECORD, DemoProblem, claim, place_case


def test_an_earlier_demo_is_removed_and_other_files_are_left(tmp_path: Path) -> None:
    """Record and brief go, with the database's own side files; a user's file stays."""
    folder = tmp_path / "demo"
    claim(folder)
    for name in (RECORD, f"{RECORD}-wal", f"{RECORD}-shm", BRIEF, "my-notes.txt"):
        (folder / name).write_text("old")
    claim(folder)
    assert sorted(path.name for path in folder.iterdir()) == [MARK, "my-notes.txt"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    """A folder that somebody made for the demo is as good as a new one."""
    claim(tmp_path)
    assert (tmp_path / MARK).exists()


def test_what_cannot_be_written_is_named(tmp_path: Path) -> None:
    """A file where the folder should be: a sentence, not a traceback."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(DemoProblem, match="Cannot build the demo in"):
        claim(tmp_path / "file" / "demo")
    (tmp_path / "case").write_text("x")
    with pytest.raises(DemoProblem, match="Cannot build the demo in"):
        place_case(tmp_path)
