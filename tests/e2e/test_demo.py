"""`onetext demo` as a process: the whole way, made anew or refused, and what it proposes next."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

ONETEXT = Path(sys.executable).with_name("onetext")
TIME_LIMIT_S = 60


@dataclass(frozen=True, slots=True)
class Built:
    """A demo that was built once for all tests that only look at it."""

    folder: Path
    stdout: str
    stderr: str
    seconds: float


def run(args: Sequence[str | Path], cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "COLUMNS": "160", "ONETEXT_AUTHOR": "Ada Berg"}
    environment["PATH"] = f"{ONETEXT.parent}{os.pathsep}{environment['PATH']}"
    return subprocess.run(
        [str(arg) for arg in args],
        cwd=cwd,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=240,
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    place = tmp_path_factory.mktemp("demo")
    begun = time.monotonic()
    done = run([ONETEXT, "demo"], place)
    seconds = time.monotonic() - begun
    assert done.returncode == 0, done.stderr
    return Built(place / "onetext-demo", done.stdout, done.stderr, seconds)


def test_is_built_in_a_minute(built: Built) -> None:
    """Record, brief and the case's own files lie in the default folder."""
    assert built.seconds < TIME_LIMIT_S
    assert (built.folder / "talks.onetext").stat().st_size > 100_000
    assert "<html" in (built.folder / "brief.html").read_text(encoding="utf-8")
    assert len(list((built.folder / "case" / "drafts").glob("*.md"))) == 5
    assert len(list((built.folder / "case" / "dispatches").glob("*.txt"))) >= 36


def test_prints_the_state_of_play_on_both_dates(built: Built) -> None:
    """The answers are on stdout; the steps, each with its command, on stderr."""
    first, last = built.stdout.index("2025-12-03"), built.stdout.index("2026-03-06")
    assert first < last
    for word in ("Russia", "Ukraine", "Europe", "United States", "Territory"):
        assert word in built.stdout[first:last]
        assert word in built.stdout[last:]
    assert "$ onetext read -r" in built.stderr
    assert "confidence of at least" in built.stderr
    assert "\x1b[" not in built.stdout + built.stderr


def test_the_record_explains_the_impasse(built: Built) -> None:
    """Every wording on territory is refused, by whom and in what words; nothing else blocks."""
    record = built.folder / "talks.onetext"
    done = run([ONETEXT, "settle", record, "--as-of", "2026-03-06", "--json"], built.folder)
    found = json.loads(done.stdout)
    assert found["feasible"] is False
    assert found["known"]["not_ruled_out"] == {"count": 0, "exact": True}
    assert found["conflicts"]["complete"] is True
    refused = {
        (one["party"], *pair): one
        for conflict in found["conflicts"]["sets"]
        for one in conflict
        for pair in one["combination"].items()
    }
    assert {issue for _, issue, _ in refused} == {"Territory"}
    assert {option for _, _, option in refused} == set(found["issues"]["Territory"])
    assert {(party, option) for party, _, option in refused} == {
        ("Ukraine", "US draft of 28 points"),
        ("Europe", "US draft of 28 points"),
        ("Russia", "European (E3) counter-proposal"),
        ("Russia", "Version of 19 points"),
        ("Russia", "Framework of 20 points"),
    }
    assert all(one["quotes"] and one["doubt"] for one in refused.values())
    costs = [sum(each["cost"] for each in one) for one in found["concessions"]["sets"]]
    assert costs == [2, 2, 2, 4]
    relaxed = run(
        [ONETEXT, "settle", record, "--as-of", "2026-03-06", "--relax", "Russia:territory"],
        built.folder,
    )
    assert "not ruled out; no" in relaxed.stdout
    assert "\x1b[" not in relaxed.stdout + relaxed.stderr


def test_every_dispatch_gave_the_record_its_outlet_address_and_words(built: Built) -> None:
    """Sources are public, cite the address of the report, and nearly all hold statements."""
    done = run([ONETEXT, "state", "-r", built.folder / "talks.onetext", "--json"], built.folder)
    state = json.loads(done.stdout)
    stances = {(cell["party"], cell["label"]): cell["stance"] for cell in _cells(state)}
    assert stances["Russia", "Territory"] == "demands otherwise"
    exported = built.folder.parent / "all.jsonl"
    done = run(
        [ONETEXT, "export", "-r", built.folder / "talks.onetext", "-o", exported], built.folder
    )
    assert done.returncode == 0, done.stderr
    entries = [json.loads(line) for line in exported.read_text(encoding="utf-8").splitlines()]
    sources = [entry for entry in entries if entry["kind"] == "source_received"]
    assert len(sources) == len(list((built.folder / "case" / "dispatches").iterdir()))
    assert all(entry["visibility"] == "public" for entry in sources)
    assert all(entry["body"]["origin"].startswith("https://") for entry in sources)
    assert all(entry["body"]["document"]["publisher"] for entry in sources)
    proposed = {e["body"]["source"] for e in entries if e["kind"] == "statement_proposed"}
    assert len(proposed) >= 0.9 * len(sources)


def _cells(state: dict[str, object]) -> list[dict[str, str]]:
    cells = state["cells"]
    assert isinstance(cells, list)
    return cells


def test_what_it_proposes_next_works(built: Built) -> None:
    """Each of the six commands runs as it is printed, from where the demo ran."""
    proposed = built.stdout.split("Try next:")[1].strip().splitlines()
    assert len(proposed) == 6
    for line in proposed:
        done = run(shlex.split(line.strip()), built.folder.parent)
        assert done.returncode == 0, f"{line}: {done.stderr}"
        assert done.stdout.strip(), line
    assert (built.folder / "brief.docx").exists()


def test_keep_asks_the_same_record_again(built: Built) -> None:
    """With --keep nothing is read anew: the log grows by the note of the new brief alone."""
    record = built.folder / "talks.onetext"
    verify: list[str | Path] = [ONETEXT, "verify", "-r", record, "--json"]
    before = json.loads(run(verify, built.folder).stdout)
    done = run([ONETEXT, "demo", "--keep", "--json"], built.folder.parent)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["schema"] == "onetext/demo/1"
    assert told["as_of"] == ["2025-12-03", "2026-03-06"]
    assert Path(built.folder.parent, told["record"]) == record
    assert "Reading" not in done.stderr
    after = json.loads(run(verify, built.folder).stdout)
    assert after["entries"] == before["entries"] + 1
    assert after["sound"]


def test_a_folder_with_other_files_is_refused_and_left_alone(tmp_path: Path) -> None:
    """Exit code 1, a sentence that says what to do, and nothing added or removed."""
    notes = tmp_path / "mine" / "notes.txt"
    notes.parent.mkdir()
    notes.write_text("mine")
    done = run([ONETEXT, "demo", "--to", notes.parent], tmp_path)
    assert done.returncode == 1
    assert "onetext demo --to" in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in notes.parent.iterdir()] == ["notes.txt"]


def test_keep_without_an_earlier_demo_is_a_named_problem(tmp_path: Path) -> None:
    """It says how to build one, and makes nothing."""
    done = run([ONETEXT, "demo", "--keep"], tmp_path)
    assert done.returncode == 1
    assert "there is none" in done.stderr
    assert list(tmp_path.iterdir()) == []
