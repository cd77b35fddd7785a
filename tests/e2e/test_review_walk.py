"""Review one by one, on a real terminal (a pty) as somebody types."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from onetext.record.store import Store
from onetext.record.stores.sqlite import create_store
from onetext.record.views import Verdict
from onetext.testing import sample_record
from onetext.wiring import open_record

PATIENCE_S = 60


def fill(store: Store) -> None:
    sample_record(store)


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    path = tmp_path / "talks.onetext"
    create_store(path, fill)
    return path


class Terminal:
    """A program on a pty: what it prints, and what is typed."""

    def __init__(self, *words: str) -> None:
        self.master, slave = pty.openpty()
        program = str(Path(sys.executable).parent / "onetext")
        environment = {**os.environ, "ONETEXT_AUTHOR": "ada", "COLUMNS": "100", "TERM": "xterm"}
        self.process = subprocess.Popen(
            [program, *words], stdin=slave, stdout=slave, stderr=slave, env=environment
        )
        os.close(slave)
        self.printed = ""

    def until(self, words: str) -> str:
        """What is printed up to and including these words."""
        end = time.monotonic() + PATIENCE_S
        while words not in self.printed:
            ready, _, _ = select.select([self.master], [], [], max(0.0, end - time.monotonic()))
            assert ready, f"{words!r} did not come; there is: {self.printed!r}"
            try:
                found = os.read(self.master, 4096)
            except OSError:  # the program has ended
                found = b""
            assert found, f"it ended before {words!r}; there is: {self.printed!r}"
            self.printed += found.decode()
        before, _, self.printed = self.printed.partition(words)
        return before + words

    def type(self, line: str) -> None:
        os.write(self.master, line.encode())

    def press(self, key: str) -> None:
        """Press a key once the program waits for one: before that the terminal forgets it."""
        end = time.monotonic() + PATIENCE_S
        while termios.tcgetattr(self.master)[3] & termios.ICANON:
            assert time.monotonic() < end, "it does not wait for a key"
            time.sleep(0.01)  # asks again whether the screen has changed
        os.write(self.master, key.encode())

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.master)


@pytest.fixture
def walk(talks: Path) -> Iterator[Terminal]:
    terminal = Terminal("review", "-r", str(talks))
    yield terminal
    terminal.close()


def test_a_person_walks_through_the_queue(walk: Terminal, talks: Path) -> None:
    """The least sure first, marked in its context; each key does what it says, u takes it back."""
    shown = walk.until("q quit")
    assert "1 of 2" in shown
    assert "Officials said the weather was cold" in re.sub(r"\s+", " ", shown), "its paragraph"
    marked = re.search(r"\x1b\[7m(.*?)\x1b\[0?m", shown, re.DOTALL)
    assert marked is not None
    assert " ".join(marked[1].split()).startswith("Ada Berg will meet")
    walk.press("c")
    walk.until("done): ")
    walk.type("party=Mediator\n")
    walk.until("done): ")
    walk.type("\n")
    walk.until("empty): ")
    walk.type("she speaks for herself\n")
    assert "2 of 2" in walk.until("q quit")
    walk.press("a")
    walk.until("--undo")
    assert walk.process.wait(PATIENCE_S) == 0
    with open_record(talks) as record:
        *_, corrected, accepted = record.store.entries()
    assert (corrected.kind, corrected.author) == ("corrected", "ada")
    assert corrected.body["statement"]["speaker"]["party"] == "Mediator"
    assert corrected.body["reason"] == "she speaks for herself"
    assert (accepted.kind, accepted.body["rule"]) == ("accepted", None)


def test_a_walk_goes_back_and_on_and_ends_when_told_to(walk: Terminal, talks: Path) -> None:
    """Rejected, taken back, left for later, quit: the queue is what it was."""
    walk.until("q quit")
    walk.press("x")
    walk.until("q quit")
    walk.press("r")
    walk.until("all): ")
    walk.type("no statement\n")
    assert "2 of 2" in walk.until("q quit")
    walk.press("u")
    assert "1 of 2" in walk.until("q quit")
    walk.press("n")
    assert "2 of 2" in walk.until("q quit")
    walk.press("l")
    walk.until("none): ")
    walk.type("fish\n")
    assert '"fish" was asked for' in walk.until("q quit")
    walk.press("q")
    walk.until("Nothing was recorded.")
    assert walk.process.wait(PATIENCE_S) == 0
    with open_record(talks) as record:
        *_, rejected, withdrawn = record.store.entries()
        assert (rejected.kind, withdrawn.kind) == ("rejected", "withdrawn")
        assert withdrawn.body["of"] == rejected.id
        assert len(record.store.statements(verdicts=[Verdict.PENDING])) == 2


def test_a_walk_needs_a_terminal(talks: Path) -> None:
    """In a pipe the queue is listed, and --walk is wrong usage."""
    program = str(Path(sys.executable).parent / "onetext")
    listed = subprocess.run(
        [program, "review", "-r", str(talks)], capture_output=True, text=True, check=True
    )
    assert "2 of 2 statements" in listed.stderr
    walked = subprocess.run(
        [program, "review", "-r", str(talks), "--walk"], capture_output=True, text=True, check=False
    )
    assert walked.returncode == 2
    assert "needs a terminal" in walked.stderr
