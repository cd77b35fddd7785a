"""LibreOffice without a window: many documents in one call, each call with a profile of its own."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GOES = {"accept": ("del", "moveFrom"), "reject": ("ins", "moveTo")}
_STAYS = {"accept": ("ins", "moveTo"), "reject": ("del", "moveFrom")}


def converted(
    documents: Mapping[str, bytes], kind: str, suffix: str, folder: Path
) -> dict[str, bytes]:
    """Each document as LibreOffice writes it anew.

    Args:
        documents: DOCX files by a name without suffix.
        kind: the format, and its filter where it needs one: "txt:Text", "docx", "pdf".
        suffix: what the files that come out end in.
        folder: where to work; anything in it may be overwritten.
    """
    assert OFFICE is not None
    source, target = folder / f"from-{suffix}", folder / f"to-{suffix}"
    source.mkdir()
    for name, content in documents.items():
        (source / f"{name}.docx").write_bytes(content)
    profile = (folder / f"profile-{suffix}").resolve().as_uri()
    subprocess.run(
        [
            OFFICE, f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind,
            "--outdir", str(target), *sorted(str(path) for path in source.iterdir()),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )  # fmt: skip
    return {name: (target / f"{name}.{suffix}").read_bytes() for name in documents}


def decided(document: bytes, decision: str) -> bytes:
    """The document with all its changes accepted or rejected, by the letter of the standard.

    What goes is removed, paragraphs whose end goes are joined with the next, and the marks of
    what stays are taken off. It knows nothing of onetext's reader.
    """
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    goes = [f"{_W}{name}" for name in _GOES[decision]]
    stays = [f"{_W}{name}" for name in _STAYS[decision]]
    for paragraph in list(root.iter(f"{_W}p")):
        _form(paragraph, decision)
    for paragraph in list(root.iter(f"{_W}p")):
        properties = paragraph.find(f"{_W}pPr")
        mark = None if properties is None else properties.find(f"{_W}rPr")
        ends = mark is None or not any(child.tag in goes for child in mark)
        if mark is not None:
            properties.remove(mark)
        for child in [c for c in paragraph.iter() if c.tag in goes]:
            child.getparent().remove(child)
        if not ends and not any(True for _ in paragraph.iter(f"{_W}t", f"{_W}delText")):
            paragraph.getparent().remove(paragraph)
    for element in [e for e in root.iter() if e.tag in stays]:
        parent = element.getparent()
        at = parent.index(element)
        for number, child in enumerate(list(element)):
            parent.insert(at + number, child)
        parent.remove(element)
    for text in root.iter(f"{_W}delText"):
        text.tag = f"{_W}t"
    parts["word/document.xml"] = etree.tostring(root)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def _form(paragraph: Any, decision: str) -> None:
    """The style before a change of style, where it is rejected."""
    for change in paragraph.findall(f"{_W}pPr/{_W}pPrChange"):
        properties = change.getparent()
        properties.remove(change)
        if decision == "reject":
            old = change.find(f"{_W}pPr/{_W}pStyle")
            new = properties.find(f"{_W}pStyle")
            new.set(f"{_W}val", old.get(f"{_W}val"))


def plain_lines(text: bytes) -> list[str]:
    """The lines of a text file of LibreOffice, white space as one space, blank ones left out."""
    lines = text.decode("utf-8-sig").splitlines()
    return [joined for line in lines if (joined := " ".join(line.split()))]
