"""A batch that is killed at random moments and started again."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onetext.record.verify import verify
from onetext.record.views import Verdict
from onetext.wiring import create_record, open_record

LONGEST_S = 0.25
WORKER = Path(__file__).with_name("killed_batch_worker.py")


def start(path: Path, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(WORKER), str(path), str(count)], stdout=subprocess.PIPE, text=True
    )


def told(worker: subprocess.Popen[str]) -> set[int]:
    """The numbers of the readings that the worker said were kept, up to its end."""
    assert worker.stdout is not None
    return {int(line) for line in worker.stdout.read().split() if line.isdigit()}


@pytest.mark.timeout(120)
def test_a_killed_batch_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    """What was told to be kept is there after every kill, whole and once; then it is finished.

    The worker is killed while it reads, at moments chosen by chance, without a chance to tidy.
    """
    killed_and_resumed(tmp_path, count=200, kills=10)


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_a_batch_killed_two_hundred_times(tmp_path: Path) -> None:
    """The same, with more of both."""
    killed_and_resumed(tmp_path, count=6_000, kills=200)


def killed_and_resumed(tmp_path: Path, *, count: int, kills: int) -> None:
    path = tmp_path / "talks.onetext"
    create_record(path, "Talks", "worker").close()
    chance = random.Random(20300301)  # noqa: S311 -- picks moments, keeps no secret
    acknowledged: set[int] = set()
    killed = 0
    for _ in range(kills):
        worker = start(path, count)
        assert worker.stdout is not None
        assert worker.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0, LONGEST_S))  # the moment of the kill
        worker.send_signal(signal.SIGKILL)
        acknowledged |= told(worker)
        killed += worker.wait() == -signal.SIGKILL
        found = sources_in(copied(path, tmp_path / "after"))
        shutil.rmtree(tmp_path / "after")
        assert acknowledged <= found.keys()
        assert set(found.values()) <= {(1, 2)}, "each source once, with both of its statements"
    assert killed, "the worker was never killed while it worked"
    worker = start(path, count)
    acknowledged |= told(worker)
    assert worker.wait() == 0
    assert acknowledged == set(range(count))
    assert sources_in(path) == dict.fromkeys(range(count), (1, 2))


def copied(path: Path, folder: Path) -> Path:
    """The record as the kill left it, its write-ahead log included, so that it can be opened."""
    folder.mkdir()
    for part in path.parent.glob(f"{path.name}*"):
        shutil.copy(part, folder)
    return folder / path.name


def sources_in(path: Path) -> dict[int, tuple[int, int]]:
    """For each report how many sources and how many statements; the record must be sound."""
    with open_record(path, author="reader") as record:
        assert verify(record.store).sound
        numbers = [int(one.origin[7:-4]) for one in record.store.sources()]
        pending = record.store.statements(verdicts=[Verdict.PENDING])
        said = [int(one.source.origin[7:-4]) for one in pending]
        return {number: (numbers.count(number), said.count(number)) for number in numbers}
