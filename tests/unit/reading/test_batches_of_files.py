"""Many files: order, equality with one by one, bad files."""

from __future__ import annotations

import hashlib
from pathlib import Path

from onetext.reading.batch import Settings, digest_of, files_in, read_files
from onetext.reading.rules import RuleTagger


def write(folder: Path, count: int) -> list[Path]:
    paths = []
    for number in range(count):
        path = folder / f"report-{number}.txt"
        path.write_text(f"Norwegian envoy Ada Berg said that point {number} was too long.\n")
        paths.append(path)
    return paths


def test_processes_give_what_one_gives_in_the_same_order(tmp_path: Path) -> None:
    """Readings are equal and come in the order of the files, with a bad file in between."""
    paths = write(tmp_path, 5)
    paths.insert(2, tmp_path / "missing.txt")
    alone = list(read_files(paths, make_tagger=RuleTagger, settings=Settings(), jobs=1))
    together = list(read_files(paths, make_tagger=RuleTagger, settings=Settings(), jobs=2))
    assert together == alone
    assert [result.path for result in alone] == paths
    assert [result.reading is None for result in alone] == [False, False, True, False, False, False]
    assert alone[2].problem is not None
    assert "missing.txt" in alone[2].problem


def test_a_folder_stands_for_the_reports_in_it(tmp_path: Path) -> None:
    """By name, below it too, without hidden files and other kinds; each file once."""
    (tmp_path / "b").mkdir()
    for name in ("b/z.txt", "a.md", "c.csv", ".hidden.txt"):
        (tmp_path / name).write_text("x")
    assert files_in([tmp_path, tmp_path / "a.md"]) == [tmp_path / "a.md", tmp_path / "b/z.txt"]


def test_the_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    """It is how a record knows the file; a file that is not there has none."""
    (path,) = write(tmp_path, 1)
    assert digest_of(path) == hashlib.sha256(path.read_bytes()).hexdigest()
    assert digest_of(tmp_path / "missing.txt") is None
