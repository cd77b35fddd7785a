"""A merge and a sync that are killed at random moments and started again."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onetext.record.entries import Entry
from onetext.record.record import Record
from onetext.record.statements import Act, Topic
from onetext.record.verify import verify
from onetext.testing import make_document, make_reading, make_statement
from onetext.wiring import create_record, open_record

REPORTS = 80
KILLS = 10
MANY_KILLS = 200
COMMAND = (sys.executable, "-c", "from onetext.cli import main; main()")


def read(record: Record, numbers: range) -> None:
    with record.batch():
        for number in numbers:
            document = make_document(f"Mira Sol said that report {number} was read.")
            said = make_statement(
                document, f"report {number} was read", speaker="Mira Sol", party="Southland",
                act=Act.REPORT, topic=Topic.PROCESS,
            )  # fmt: skip
            record.receive(make_reading(document, said), origin=f"{number}.txt", reader="test")


def entries(path: Path) -> dict[str, Entry]:
    """What is in the record, which must be sound."""
    with open_record(path, author="reader") as record:
        assert verify(record.store).sound
        return {entry.id: entry for entry in record.store.entries()}


def killed_over_and_over(folder: Path, command: str, kills: int) -> None:
    """Kill `command` between two records; whatever was there stays, and the end is the union."""
    ann, bob = folder / "ann.onetext", folder / "bob.onetext"
    with create_record(ann, "Talks", "ann") as record:
        read(record, range(40))
    shutil.copyfile(ann, bob)
    with open_record(ann, author="ann") as record:
        read(record, range(40, 40 + REPORTS))
    with open_record(bob, author="bob") as record:
        read(record, range(REPORTS, 40 + 2 * REPORTS))
    before = {path: entries(path) for path in (ann, bob)}
    union = {**before[ann], **before[bob]}
    longest_s = undisturbed(folder, command, ann, bob)
    chance = random.Random(20300302)  # noqa: S311 -- picks moments, keeps no secret
    killed = 0
    for turn in range(kills):
        place = folder / f"turn-{turn}"
        copies = {path: copied(path, place) for path in (ann, bob)}
        arguments = [*COMMAND, command, str(copies[bob]), "-r", str(copies[ann])]
        worker = subprocess.Popen(arguments, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.3, 1.0) * longest_s)  # the moment of the kill
        worker.send_signal(signal.SIGKILL)
        killed += worker.wait() == -signal.SIGKILL
        for path, copy in copies.items():
            assert entries(copy) in (before[path], union), "all that came, or nothing"
        done = subprocess.run(arguments, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert entries(copies[ann]) == union
        shutil.rmtree(place)
    assert killed, "the command was never killed while it worked"


def undisturbed(folder: Path, command: str, ann: Path, bob: Path) -> float:
    """How long the command takes when nobody kills it, in seconds."""
    place = folder / "undisturbed"
    copies = [copied(path, place) for path in (ann, bob)]
    begun = time.monotonic()
    subprocess.run([*COMMAND, command, str(copies[1]), "-r", str(copies[0])], check=True,
                   capture_output=True)  # fmt: skip
    return time.monotonic() - begun


def copied(path: Path, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    for part in path.parent.glob(f"{path.name}*"):
        shutil.copy(part, folder)
    return folder / path.name


@pytest.mark.parametrize("command", ["merge", "sync"])
@pytest.mark.timeout(280)
def test_killed_at_any_moment_nothing_is_lost_or_doubled(tmp_path: Path, command: str) -> None:
    """Each way is kept whole or not at all, and the same command then finishes the work."""
    killed_over_and_over(tmp_path, command, KILLS // 2)


@pytest.mark.soak
@pytest.mark.parametrize("command", ["merge", "sync"])
@pytest.mark.timeout(7200)
def test_killed_at_two_hundred_moments(tmp_path: Path, command: str) -> None:
    """The same, at many more moments."""
    killed_over_and_over(tmp_path, command, MANY_KILLS)
