"""Plain text files: their exact text, or a sentence that says what is wrong with them."""

from __future__ import annotations

import hashlib
import os
import time
import tracemalloc
from pathlib import Path

import pytest

from onetext.errors import UnreadableFile
from onetext.reading.documents import document_from_text, load_document

_TEXT = "Envoy rejects plan\r\n\r\nThe envoy said – in Middlemark – that the café was closed.\r\n"


def _file(tmp_path: Path, content: bytes, name: str = "report.txt") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_the_text_is_what_the_bytes_say(tmp_path: Path, codec: str) -> None:
    """UTF-8 and everything with a byte order mark; line ends are kept, the mark is no character."""
    raw = _TEXT.encode(codec)
    document = load_document(_file(tmp_path, raw))
    assert document.text == _TEXT
    assert document.sha256 == hashlib.sha256(raw).hexdigest()


def test_another_encoding_is_named_and_then_read(tmp_path: Path) -> None:
    """The sentence names the byte, a guess and the remedy; the remedy works."""
    path = _file(tmp_path, _TEXT.encode("cp1252"))
    with pytest.raises(UnreadableFile) as caught:
        load_document(path)
    assert f"from byte {_TEXT.index('–')}" in str(caught.value)
    assert "--encoding" in caught.value.remedy
    assert load_document(path, encoding="cp1252").text == _TEXT


@pytest.mark.parametrize("encoding", ["klingon", "rot13", "idna", "undefined", "\0"])
def test_an_encoding_that_does_not_fit_is_a_sentence(tmp_path: Path, encoding: str) -> None:
    """Unknown codecs, codecs that give no text, and codecs that fail in their own ways."""
    with pytest.raises(UnreadableFile):
        load_document(_file(tmp_path, _TEXT.encode("cp1252")), encoding=encoding)


BAD = {
    "empty": (b"", "empty"),
    "blank": (b" \n\t\r\n \n", "only white space"),
    "NUL bytes": (b"Envoy\0rejects", "NUL byte at offset 5"),
    "utf-16 without a mark": (_TEXT.encode("utf-16-le"), "it is"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(50), "PNG image"),
    "gzip": (b"\x1f\x8b\x08" + bytes(50), "gzip archive"),
    "zip": (b"PK\x03\x04" + bytes(50), "DOCX"),
    "sqlite": (b"SQLite format 3\0" + bytes(50), "SQLite"),
    "rtf": (b"{\\rtf1 Envoy}", "RTF"),
    "old word": (b"\xd0\xcf\x11\xe0" + bytes(50), "Office"),
    "random": (bytes(range(256)) * 4, "it is"),
}


@pytest.mark.parametrize("what", BAD)
def test_what_is_no_text_is_named(tmp_path: Path, what: str) -> None:
    """Files under a text name that hold no text: the sentence says what was found."""
    content, found = BAD[what]
    with pytest.raises(UnreadableFile) as caught:
        load_document(_file(tmp_path, content))
    assert found in caught.value.found
    assert caught.value.remedy.endswith(".")


def test_missing_files_folders_and_pipes_are_named(tmp_path: Path) -> None:
    """None of them is opened; a pipe without a writer does not make the program wait."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path, found in [
        (tmp_path / "none.txt", "no such file"),
        (tmp_path, "folder"),
        (pipe, "pipe"),
        (Path("/dev/zero"), "device"),
        (tmp_path / ("x" * 400), "system"),
        (Path("a\0b"), "system"),
    ]:
        with pytest.raises(UnreadableFile) as caught:
            load_document(path)
        assert found in caught.value.found


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    """The sentence speaks of permission."""
    path = _file(tmp_path, b"Envoy")
    path.chmod(0)
    with pytest.raises(UnreadableFile, match="not permitted"):
        load_document(path)


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    """50 MB is the most; a sparse file of a terabyte costs nothing."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as out:
        out.truncate(10**12)
    with pytest.raises(UnreadableFile, match="50,000,000"):
        load_document(path)


@pytest.mark.parametrize(
    "unit",
    [
        "Envoys met in Middlemark and said so. ",
        "x",
        "a|",
        "@a.b@ ",
        "a-",
        "#a",
        "on ",
        "a ",
        "\u200b",
        "Home | ",
        "( [",
        "By Ada ",
        "- \n",
    ],
)
def test_what_patterns_stumble_over_is_read_in_linear_time(unit: str) -> None:
    """A megabyte of one thing over and over, with and without line ends, takes seconds."""
    text = unit * (1_000_000 // len(unit))
    started = time.process_time()
    assert document_from_text(text, "0" * 64).blocks
    assert time.process_time() - started < 20


def test_ten_megabytes_in_one_line_are_one_paragraph() -> None:
    """A line without end becomes one block, in seconds."""
    started = time.process_time()
    document = document_from_text("Envoys met and said so. " * 420_000, "0" * 64)
    assert [block.kind.value for block in document.blocks] == ["paragraph"]
    assert time.process_time() - started < 30


def test_a_line_without_end_stays_in_memory() -> None:
    """Finding the blocks takes a small multiple of the text."""
    text = "Envoys met and said so. " * 80_000
    tracemalloc.start()
    try:
        document_from_text(text, "0" * 64)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 20_000_000


def test_a_text_that_is_no_report_for_its_length_is_named(tmp_path: Path) -> None:
    """400,000 characters are read; one more is refused with what to do about it."""
    assert load_document(_file(tmp_path, b"a" * 400_000)).text
    with pytest.raises(UnreadableFile, match="one file for each report"):
        load_document(_file(tmp_path, b"a" * 400_001))
