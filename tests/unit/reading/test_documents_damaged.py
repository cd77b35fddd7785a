"""Whatever happens to a file on its way: a document, or a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.reading.whole_files import SAID, WHOLE

from onetext.errors import UnreadableFile
from onetext.reading.documents import load_document
from onetext.record.documents import Block

_FILES = {suffix: WHOLE[suffix] for suffix in (".docx", ".eml", ".html", ".txt")}
_DAMAGE = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=8)), max_size=6
)


@pytest.mark.parametrize("suffix", _FILES)
@given(damage=_DAMAGE)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # every example rewrites the file
)
def test_a_damaged_file_is_a_document_or_a_sentence(
    tmp_path: Path, suffix: str, damage: list[tuple[float, int, bytes]]
) -> None:
    """Bytes lost, put in or changed anywhere raise nothing but UnreadableFile."""
    raw = _FILES[suffix]
    for where, lost, put in damage:
        at = int(where * len(raw))
        raw = raw[:at] + put + raw[at + lost :]
    path = tmp_path / f"report{suffix}"
    path.write_bytes(raw)
    refusal = None
    blocks: tuple[Block, ...] = ()
    try:
        blocks = load_document(path).blocks
    except UnreadableFile as error:
        refusal = error
    assert blocks if refusal is None else refusal.found and refusal.remedy.endswith(".")


@pytest.mark.parametrize(
    "header", ["From: a:b;,:", "From: (", "Date: \x00", "Subject: =?x?q?=00?="]
)
def test_a_broken_header_is_no_header(tmp_path: Path, header: str) -> None:
    """Headers that Python's parser stumbles over tell nothing; the message is read."""
    path = tmp_path / "report.eml"
    path.write_text(f"{header}\nMessage-ID: <1@x>\n\n{SAID}\n", encoding="utf-8")
    assert SAID in load_document(path).text
