"""`onetext read` as a process: what it prints, keeps, refuses and how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).parent / "onetext"
REPORT = (
    "Norwegian envoy Ada Berg told reporters on Tuesday that point {number} was “far too long”.\n"
    "\nShe said Norway would read it again.\n"
)


def onetext(*words: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PROGRAM, *map(str, words)], capture_output=True, text=True, cwd=cwd, check=False
    )


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(REPORT.format(number=number))
    return folder


def test_one_file_is_one_pretty_document(reports: Path) -> None:
    """Standard output is JSON and nothing else; options fill what the report does not tell."""
    done = onetext(
        "read", "0.txt", "--json", "--reader", "rules", "--published", "2031-05-07",
        "--publisher", "Northern Herald", cwd=reports,
    )  # fmt: skip
    assert done.returncode == 0
    assert done.stderr == ""
    reading = json.loads(done.stdout)
    assert reading["schema"] == "onetext/reading/1"
    assert reading["document"]["publisher"] == "Northern Herald"
    assert reading["statements"][0]["said_on"] == "2031-05-06"
    assert done.stdout.count("\n") > 20


def test_several_files_are_json_lines_in_their_order(reports: Path) -> None:
    done = onetext("read", ".", "--json", "--reader", "rules", cwd=reports)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [f"point {number}" in line["document"]["text"] for number, line in enumerate(lines)] == [
        True
    ] * 3


@pytest.mark.parametrize("columns", ["80", "120"])
def test_the_table_fits_and_has_no_colours_in_a_pipe(
    reports: Path, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Speaker, party, act and the exact words, in lines no wider than the terminal."""
    monkeypatch.setenv("COLUMNS", columns)
    done = onetext("read", "0.txt", "--reader", "rules", cwd=reports)
    assert done.returncode == 0
    assert "Ada Berg" in done.stdout
    assert "(Norway)" in done.stdout
    assert "\x1b" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= int(columns)


def test_a_bad_file_is_told_and_the_rest_is_read(reports: Path) -> None:
    """One sentence for the bad file, exit code 1, the others printed all the same."""
    done = onetext(
        "read", "0.txt", "missing.txt", "1.txt", "--json", "--reader", "rules", cwd=reports
    )
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2
    assert "missing.txt" in done.stderr
    assert "1 of 3 files could not be read" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_batch_that_stopped_goes_on_with_the_same_command(reports: Path) -> None:
    """Files that the record holds are skipped and said so; nothing is doubled."""
    assert onetext("init", "talks.onetext", "--name", "Talks", cwd=reports).returncode == 0
    first = onetext("read", "1.txt", "-r", "talks.onetext", "--reader", "rules", cwd=reports)
    assert first.returncode == 0
    assert "2 statements" in first.stdout
    again = onetext("read", ".", "-r", "talks.onetext", "--reader", "rules", cwd=reports)
    assert again.returncode == 0
    assert "1.txt: already in the record" in again.stderr
    assert len(again.stdout.splitlines()) == 2
    last = onetext("read", ".", "-r", "talks.onetext", "--reader", "rules", cwd=reports)
    assert last.stdout == ""
    assert last.stderr.count("already in the record") == 3


def test_wrong_usage_and_empty_folders(tmp_path: Path) -> None:
    """No file named is wrong usage (2); a folder without reports is a named problem (1)."""
    assert onetext("read", cwd=tmp_path).returncode == 2
    empty = onetext("read", ".", cwd=tmp_path)
    assert empty.returncode == 1
    assert "No reports" in empty.stderr


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"]])
def test_help_loads_no_model_and_no_parser(arguments: list[str]) -> None:
    """Neither help imports numpy, a model's runtime, trafilatura or a database."""
    script = (
        "import sys\n"
        "from onetext.cli.group import onetext\n"
        f"onetext.main({arguments!r}, standalone_mode=False)\n"
        "heavy = {'numpy', 'onnxruntime', 'tokenizers', 'trafilatura', 'sqlalchemy', 'rich'}\n"
        "print('LOADED', sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert "LOADED []" in done.stdout
    if arguments[0] == "read":
        assert "Example:" in done.stdout
