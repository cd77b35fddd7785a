"""Commands killed at random moments: all of what they do, or nothing, and a sound record."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.e2e.killed_batch_worker import main as receive_many

from onetext.record.verify import verify
from onetext.record.views import Verdict
from onetext.wiring import create_record, open_record

ONETEXT = str(Path(sys.executable).parent / "onetext")
REPORTS = 150
COMMANDS = {
    "review": ("review", "-r", "talks.onetext", "--accept-all", "--yes"),
    "merge": ("merge", "colleague.onetext", "-r", "talks.onetext"),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a record and a colleague's copy of it, in which more was read and judged."""
    folder = tmp_path_factory.mktemp("desk")
    talks, colleague = folder / "talks.onetext", folder / "colleague.onetext"
    create_record(talks, "Talks", "worker").close()
    receive_many(talks, REPORTS)
    shutil.copy(talks, colleague)
    receive_many(colleague, 2 * REPORTS)
    with open_record(colleague, author="colleague") as record:
        record.accept([one.id for one in record.store.statements(verdicts=[Verdict.PENDING])][:50])
    return folder


def ids(record: Path) -> list[str]:
    with open_record(record, author="reader") as opened:
        assert verify(opened.store).sound
        return [entry.id for entry in opened.store.entries()]


def start(folder: Path, what: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [ONETEXT, *COMMANDS[what]],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "ONETEXT_AUTHOR": "desk"},
    )


def killed_often(desk: Path, tmp_path: Path, what: str, kills: int) -> None:
    """`kills` times: the command begun on a copy, killed, the copy looked at, the command ended."""
    before = ids(desk / "talks.onetext")
    whole = tmp_path / "whole"
    shutil.copytree(desk, whole)
    began = time.monotonic()
    assert start(whole, what).wait() == 0
    seconds = time.monotonic() - began
    all_of_it = len(ids(whole / "talks.onetext"))
    assert all_of_it > len(before)
    chance = random.Random(20301101)  # noqa: S311 -- picks moments, keeps no secret
    killed = 0
    for turn in range(kills):
        folder = tmp_path / f"turn-{turn}"
        shutil.copytree(desk, folder)
        command = start(folder, what)
        time.sleep(chance.uniform(0, 1.1 * seconds))  # the moment of the kill
        command.send_signal(signal.SIGKILL)
        ended = command.wait()
        killed += ended == -signal.SIGKILL
        found = ids(folder / "talks.onetext")
        assert found[: len(before)] == before or set(before) <= set(found)
        assert len(found) in (len(before), all_of_it), "half of it was written"
        assert ended != 0 or len(found) == all_of_it, "what was acknowledged is lost"
        assert start(folder, what).wait() == 0
        assert len(ids(folder / "talks.onetext")) == all_of_it
        shutil.rmtree(folder)
    assert killed, "it was never killed while it worked"


@pytest.mark.timeout(600)
@pytest.mark.parametrize("what", COMMANDS)
def test_a_killed_command_did_all_or_nothing(desk: Path, tmp_path: Path, what: str) -> None:
    """After the kill it can be given again, and then everything is there once."""
    killed_often(desk, tmp_path, what, kills=4)


@pytest.mark.soak
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("what", COMMANDS)
def test_a_command_killed_a_hundred_times(desk: Path, tmp_path: Path, what: str) -> None:
    """The same, at a hundred moments of each."""
    killed_often(desk, tmp_path, what, kills=100)
