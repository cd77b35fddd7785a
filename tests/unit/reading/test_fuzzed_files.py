"""A million damaged files of every format: a document, a draft or a sentence; `make soak`.

ONETEXT_INPUTS sets how many of each format. What breaks becomes a test of the suite.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.reading.whole_files import NASTY, WHOLE

from onetext.errors import OnetextError
from onetext.reading.documents import load_document
from onetext.reading.draft_files import DraftFile, read_draft_file
from onetext.reading.printed.columns import Printed
from onetext.reading.printed.layer import NotPrinted, printed
from onetext.record.documents import Document

A_ROUND = 10_000
INPUTS = int(os.environ.get("ONETEXT_INPUTS", "1_000_000"))
SECONDS = 20

pytestmark = [pytest.mark.soak, pytest.mark.timeout(24 * 3600)]
damage = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.integers(0, 60),
        st.one_of(st.binary(max_size=8), st.sampled_from(NASTY)),
        st.integers(1, 3),
    ),
    min_size=1,
    max_size=12,
)


def damaged(raw: bytes, hits: list[tuple[float, int, bytes, int]]) -> bytes:
    """`raw` with bytes lost and others put in, some of them several times over."""
    for where, lost, put, times in hits:
        at = int(where * len(raw))
        raw = raw[:at] + put * 10 ** (times - 1) + raw[at + lost :]
    return raw


@contextmanager
def soon() -> Iterator[None]:
    """An error where what is inside takes more than SECONDS."""

    def late(*_: object) -> None:
        raise TimeoutError(f"more than {SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def rounds(*suffixes: str) -> pytest.MarkDecorator:
    """Each format as often as it takes rounds."""
    return pytest.mark.parametrize("suffix", suffixes * max(1, INPUTS // A_ROUND))


ROUND = settings(
    max_examples=min(INPUTS, A_ROUND),
    deadline=None,
    derandomize=False,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def refusal_of(read: Callable[[], None]) -> str | None:
    """What the reading said when it refused; None where it did not."""
    try:
        with soon():
            read()
    except OnetextError as error:
        return str(error)
    except NotPrinted as error:
        return f"{error.found}. {error.remedy}"
    return None


@rounds(".txt", ".html", ".docx", ".eml")
@given(hits=damage)
@ROUND
def test_a_damaged_report(
    tmp_path: Path, suffix: str, hits: list[tuple[float, int, bytes, int]]
) -> None:
    """A document with blocks, or a sentence."""
    path = tmp_path / f"report{suffix}"
    path.write_bytes(damaged(WHOLE[suffix], hits) or b"x")
    found: list[Document] = []
    refusal = refusal_of(lambda: found.append(load_document(path)))
    assert found[0].blocks if refusal is None else path.name in refusal


@rounds(".md", ".txt", ".docx")
@given(hits=damage)
@ROUND
def test_a_damaged_draft(
    tmp_path: Path, suffix: str, hits: list[tuple[float, int, bytes, int]]
) -> None:
    """A draft, or a sentence."""
    path = tmp_path / f"draft{suffix}"
    path.write_bytes(damaged(WHOLE[suffix], hits) or b"x")
    found: list[DraftFile] = []
    refusal = refusal_of(lambda: found.append(read_draft_file(path)))
    assert found if refusal is None else path.name in refusal


@rounds(".pdf")
@given(hits=damage)
@ROUND
def test_a_damaged_pdf(suffix: str, hits: list[tuple[float, int, bytes, int]]) -> None:
    """Pages of lines, or a sentence. (Crashes and endless drawing: pages_apart stands them.)"""
    found: list[list[Printed]] = []
    refusal = refusal_of(lambda: found.extend(printed(damaged(WHOLE[suffix], hits))[0]))
    assert all(len(line) == 5 for page in found for line in page)
    assert refusal is None or refusal.endswith(".")
