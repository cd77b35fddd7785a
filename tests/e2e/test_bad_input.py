"""Bad input, through the command as a process: a sentence, exit code 1, nothing half-written."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ONETEXT = str(Path(sys.executable).parent / "onetext")
GOOD = (
    "Envoys leave Holm\n\nMarch {day}, 2030. Mira Sol, the foreign minister of Southland, said "
    "that Southland rejects draft number {number}.\n"
)
ENCRYPTED = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"trailer<</Size 3/Root 1 0 R/Encrypt<</Filter/Standard/V 1/R 2/P -4/O("
    + b"x" * 32
    + b")/U("
    + b"y" * 32
    + b")>>/ID[(a)(a)]>>\n%%EOF"
)
BAD = {
    "empty.txt": b"",
    "binary.txt": b"\x7fELF\x00\x01\x02\x00" * 64,
    "latin.txt": "Der Präsident sagte, die Gespräche seien gut.".encode("latin-1"),
    "menu.html": b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
    "locked.pdf": ENCRYPTED,
    "cut.docx": b"PK\x03\x04" + b"\x00" * 200,
}


def run(
    *arguments: str, cwd: Path, preexec_fn: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ONETEXT, *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
        env={**os.environ, "ONETEXT_AUTHOR": "desk"},
        preexec_fn=preexec_fn,  # sets a limit on file sizes in one test
    )


def good(folder: Path, count: int) -> list[str]:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        text = GOOD.format(number=number, day=1 + number % 28)
        (folder / f"good-{number:03}.txt").write_text(text, encoding="utf-8")
    return [f"good-{number:03}.txt" for number in range(count)]


def origins(record: Path) -> list[str]:
    """The file names of the sources in a record, as its own export tells them."""
    done = run("export", "-r", str(record), "-o", "sources.csv", cwd=record.parent)
    assert done.returncode == 0, done.stderr
    lines = (record.parent / "sources.csv").read_text(encoding="utf-8").splitlines()
    return sorted(part for line in lines[1:] for part in line.split(",") if part.endswith(".txt"))


def test_in_a_batch_every_bad_file_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    """Six bad files, a missing one and a folder that holds none: each a sentence; two are read."""
    names = good(tmp_path, 2)
    for name, content in BAD.items():
        (tmp_path / name).write_bytes(content)
    run("init", "talks.onetext", cwd=tmp_path)
    done = run("read", "-r", "talks.onetext", *BAD, "missing.txt", *names, cwd=tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    for name in (*BAD, "missing.txt"):
        assert name in done.stderr
    assert "--encoding" in done.stderr
    assert [Path(origin).name for origin in origins(tmp_path / "talks.onetext")] == names


@pytest.mark.parametrize("name", [*BAD, "missing.txt", "."])
def test_a_single_bad_file_ends_with_one(tmp_path: Path, name: str) -> None:
    """Alone, too, each is named and nothing is printed that could be taken for a reading."""
    for bad, content in BAD.items():
        (tmp_path / bad).write_bytes(content)
    if name == ".":
        for bad in BAD:
            (tmp_path / bad).unlink()
    done = run("read", name, "--json", cwd=tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


def test_a_single_line_of_ten_megabytes_is_refused_in_a_sentence(tmp_path: Path) -> None:
    """A report has at most 400,000 characters; what is longer is told so, and what to do."""
    sentence = "Mira Sol said that Southland rejects the draft. "
    (tmp_path / "long.txt").write_text(sentence * (10_000_000 // len(sentence)), encoding="utf-8")
    done = run("read", "long.txt", "--json", cwd=tmp_path)
    assert done.returncode == 1
    assert "Split it into one file for each report" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("command", ["read", "state", "brief", "review", "export", "verify"])
def test_what_is_no_record_is_named(tmp_path: Path, command: str) -> None:
    """A text file, another program's database or nothing at all in the place of a record."""
    (tmp_path / "notes.txt").write_text("Envoys leave Holm\n\nShe said no.\n", encoding="utf-8")
    sqlite3.connect(tmp_path / "other.db").executescript(
        "create table t (x); insert into t values (1)"
    )
    extra = {"read": ["notes.txt"], "export": ["-o", "out"]}.get(command, [])
    for name in ("notes.txt", "other.db", "missing.onetext"):
        done = run(command, "-r", name, *extra, cwd=tmp_path)
        assert done.returncode == 1, done.stdout + done.stderr
        assert name in done.stderr
        assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()
    assert not (tmp_path / "missing.onetext").exists()


def test_a_full_disk_is_named_and_leaves_the_record_whole(tmp_path: Path) -> None:
    """Where the record can grow no further the batch says so; what was kept still verifies."""
    resource = pytest.importorskip("resource", reason="file size limits are a Unix matter")
    good(tmp_path, 40)
    run("init", "talks.onetext", cwd=tmp_path)
    room = (tmp_path / "talks.onetext").stat().st_size + 60_000

    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    names = sorted(path.name for path in tmp_path.glob("good-*.txt"))
    done = run("read", "-r", "talks.onetext", *names, cwd=tmp_path, preexec_fn=little_room)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    verified = run("verify", "-r", "talks.onetext", cwd=tmp_path)
    assert verified.returncode == 0, verified.stderr
    again = run("read", "-r", "talks.onetext", *names, cwd=tmp_path)
    assert again.returncode == 0, again.stderr
    assert [Path(origin).name for origin in origins(tmp_path / "talks.onetext")] == names


def test_a_batch_of_200_files_killed_and_resumed_loses_and_doubles_nothing(tmp_path: Path) -> None:
    """Killed three times at random moments; the same command then reads what is missing."""
    names = good(tmp_path / "reports", 200)
    run("init", "talks.onetext", cwd=tmp_path)
    moments = random.Random(7)  # noqa: S311 # moments to kill at, not secrets
    for _ in range(3):
        process = subprocess.Popen(
            [ONETEXT, "read", "-r", "talks.onetext", "reports"],
            cwd=tmp_path,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(moments.uniform(1.0, 4.0))  # the moment of the kill is what is random here
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert run("verify", "-r", "talks.onetext", cwd=tmp_path).returncode == 0
    done = run("read", "-r", "talks.onetext", "reports", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert run("verify", "-r", "talks.onetext", cwd=tmp_path).returncode == 0
    assert [Path(origin).name for origin in origins(tmp_path / "talks.onetext")] == names


def test_files_made_to_exhaust_the_reader_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    """Thousands of nested parts or brackets, and aliases that stand for billions of words."""
    parts = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (level, level)
        for level in range(3000)
    )
    (tmp_path / "deep.eml").write_bytes(b"Subject: deep\nMIME-Version: 1.0\n" + parts)
    (tmp_path / "deep.md").write_text(f"---\ntitle: {'[' * 3000}\n---\n\n1. The border.\n")
    aliases = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10))
    bomb = f"---\na0: &a0 [x, x, x]\n{aliases}title: *a9\n---\n\n1. The border.\n"
    (tmp_path / "bomb.md").write_text(bomb)
    names = good(tmp_path, 2)
    run("init", "talks.onetext", cwd=tmp_path)
    done = run("read", "-r", "talks.onetext", "deep.eml", *names, cwd=tmp_path)
    assert done.returncode == 1
    assert "deep.eml" in done.stderr
    assert [Path(origin).name for origin in origins(tmp_path / "talks.onetext")] == names
    for name in ("deep.md", "bomb.md"):
        shown = run("text", name, cwd=tmp_path)
        assert shown.returncode == 0
        assert "The border." in shown.stdout
    assert "Traceback" not in done.stderr


def test_a_draft_is_no_pipe_and_no_device(tmp_path: Path) -> None:
    """What gives bytes for ever is refused before a byte is read."""
    for name in ("/dev/zero", str(tmp_path)):
        done = run("text", name, cwd=tmp_path)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert name in done.stderr
