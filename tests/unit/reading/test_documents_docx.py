"""DOCX files: words in reading order, and what is no DOCX."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from onetext.errors import UnreadableFile
from onetext.reading.documents import load_document

_BODY = "Southland's envoy said on Tuesday that the ferry plan could not be accepted as it stands."


def _docx() -> bytes:
    document = docx.Document()
    document.core_properties.title = "A template's title"
    document.core_properties.author = "Ada Berg"
    document.core_properties.created = datetime(2020, 1, 1, tzinfo=UTC)
    document.add_paragraph("Envoy rejects ferry plan", style="Title")
    document.add_paragraph("Ports stay closed", style="List Bullet")
    document.add_paragraph(_BODY)
    document.add_heading("What Northland wants", level=2)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Northland"
    table.cell(0, 1).text = "Shared control of the ferry terminals."
    document.add_paragraph("Envoys at the harbour house", style="Caption")
    document.add_paragraph("The mediator told AFP that she would go on.")
    document.add_paragraph("All rights reserved")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _replaced(raw: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The archive with `old` replaced by `new` in its part `name`."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as archive, zipfile.ZipFile(out, "w") as copy:
        for member in archive.infolist():
            content = archive.read(member)
            if member.filename == name:
                assert old in content
                content = content.replace(old, new)
            copy.writestr(member.filename, content)
    return out.getvalue()


def _zip(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


def test_styles_give_the_kinds(tmp_path: Path) -> None:
    """Title, bullets, headings, tables, captions and paragraphs in reading order."""
    path = tmp_path / "report.docx"
    path.write_bytes(_docx())
    document = load_document(path)
    assert [(block.kind.value, block.span.of(document.text)) for block in document.blocks] == [
        ("headline", "Envoy rejects ferry plan"),
        ("key-point", "Ports stay closed"),
        ("paragraph", _BODY),
        ("heading", "What Northland wants"),
        ("paragraph", "Northland"),
        ("paragraph", "Shared control of the ferry terminals."),
        ("caption", "Envoys at the harbour house"),
        ("paragraph", "The mediator told AFP that she would go on."),
        ("furniture", "All rights reserved"),
    ]
    assert document.title == "Envoy rejects ferry plan"
    assert document.authors == ("Ada Berg",)
    assert document.published is None
    assert document.agencies == ("AFP",)


def test_tracked_insertions_are_read_and_deletions_are_not(tmp_path: Path) -> None:
    """The words as they would stand if all changes were accepted."""
    run = b"<w:r><w:t>The mediator told AFP that she would go on.</w:t></w:r>"
    changed = b"<w:ins>" + run.replace(b"go on", b"stay") + b"</w:ins><w:del>" + run + b"</w:del>"
    path = tmp_path / "report.docx"
    path.write_bytes(_replaced(_docx(), "word/document.xml", run, changed))
    text = load_document(path).text
    assert "she would stay" in text
    assert "go on" not in text


def test_the_content_says_that_it_is_docx(tmp_path: Path) -> None:
    """A DOCX file under a text name is read as what it is."""
    path = tmp_path / "report.txt"
    path.write_bytes(_docx())
    assert load_document(path).title == "Envoy rejects ferry plan"


_XML = b'<?xml version="1.0"?>'
BAD = {
    "cut off": (_docx()[:3000], "damaged or cut-off"),
    "not an archive": (b"Envoy rejects the plan", "does not begin as a DOCX"),
    "workbook": (_zip(xl__workbook_xml=_XML), "Excel"),
    "other archive": (_zip(notes=b"words"), "a ZIP archive"),
    "bomb": (_zip(word__document_xml=bytes(210_000_000)), "unpacks to 210,000,000 bytes"),
    "document type": (
        _zip(word__document_xml=_XML + b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        "document type",
    ),
    "no package": (_zip(word__document_xml=_XML + b"<a/>"), "damaged DOCX"),
    "broken XML": (
        _replaced(_docx(), "word/document.xml", b"</w:body>", b"</w:bodi>"),
        "damaged DOCX",
    ),
    "lost part": (_zip(**{"[Content_Types]_xml": b"<a/>", "word__document_xml": b""}), "damaged"),
}


@pytest.mark.parametrize("what", BAD)
def test_what_is_no_docx_is_named(tmp_path: Path, what: str) -> None:
    """Cut off, renamed, another Office format, a bomb, entities, broken parts: a sentence each."""
    content, found = BAD[what]
    path = tmp_path / "report.docx"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile) as caught:
        load_document(path)
    assert found in caught.value.found


def test_a_docx_without_words_is_named(tmp_path: Path) -> None:
    """An empty document is no report."""
    path = tmp_path / "report.docx"
    docx.Document().save(str(path))
    with pytest.raises(UnreadableFile, match="no words"):
        load_document(path)
