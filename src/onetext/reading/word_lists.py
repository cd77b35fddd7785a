"""The text of a DOCX file, with the labels that Word counts by itself written out.

Word keeps "(a)" and "3.1" not in the text but in list definitions. They are counted here as
Word does: a level starts anew when a level above it has gone on. Headings and list levels
become Markdown headings and indentation, so that one parser serves every kind of file.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from onetext.errors import UnreadableFile

_INDENT = "    "
_HEADING = re.compile(r"heading (\d)$", re.I)
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class DocxText:
    """Its paragraphs, one a line with a blank line between, and how many changes are tracked."""

    text: str
    tracked_changes: int


def docx_text(path: Path, content: bytes) -> DocxText:
    """The text of the DOCX file whose bytes are `content`.

    Raises:
        UnreadableFile: it is cut off, or is no DOCX file.
    """
    try:
        document = docx.Document(BytesIO(content))
        lists = _Lists.of(document)
        lines = [line for line in _lines(document, lists) if line.strip()]
        changes = len(document.element.body.findall(f".//{qn('w:ins')}")) + len(
            document.element.body.findall(f".//{qn('w:del')}")
        )
    except (
        PackageNotFoundError, zipfile.BadZipFile, EOFError, KeyError, ValueError, OSError,
        NotImplementedError,
        SyntaxError,  # what lxml raises for XML that is cut off
    ) as error:  # fmt: skip
        found = "it is no DOCX file that can be opened (cut off, damaged, or another kind of file)"
        raise UnreadableFile(
            path, found, "Open it in a word processor, save it as DOCX and give that."
        ) from error
    return DocxText("\n\n".join(lines) + "\n" if lines else "", changes)


def _lines(document: Any, lists: _Lists) -> Iterator[str]:
    for paragraph in document.element.body.iter(qn("w:p")):
        words = _words(paragraph)
        if not words.strip():
            continue
        style = _style(document, paragraph)
        name = style.name if style is not None else ""
        level, label = lists.label(paragraph, style)
        heading = _HEADING.search(name)
        if heading or name == "Title":
            marks = "#" * min(int(heading[1]) + 1 if heading else 1, 6)
            yield f"{marks} {label} {words}" if label else f"{marks} {words}"
        elif label:
            yield f"{_INDENT * level}{label} {words}"
        elif name.startswith("List Bullet"):
            yield f"- {words}"
        else:
            yield words


def _words(paragraph: Any) -> str:
    """The words of a paragraph, those inserted as a tracked change among them."""
    parts = []
    for element in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:noBreakHyphen")):
        if element.tag == qn("w:t"):
            parts.append(element.text or "")
        elif element.getparent().tag == qn("w:r"):
            parts.append("-" if element.tag == qn("w:noBreakHyphen") else " ")
    return "".join(parts).strip()


def _style(document: Any, paragraph: Any) -> Any:
    style_id = paragraph.style
    return document.styles.get_by_id(style_id, 1) if style_id else None


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    text: str
    start: int


@dataclass(slots=True)
class _Lists:
    """The document's list definitions, and how far each has been counted."""

    levels: dict[tuple[str, int], _Level] = field(default_factory=dict)
    abstract: dict[str, str] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Any) -> _Lists:
        lists = cls()
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):  # a document without any list
            return lists
        for definition in root.findall(qn("w:abstractNum")):
            name = definition.get(qn("w:abstractNumId"))
            for level in definition.findall(qn("w:lvl")):
                lists.levels[name, int(level.get(qn("w:ilvl")))] = _Level(
                    _value(level, "w:numFmt") or "decimal",
                    _value(level, "w:lvlText") or "",
                    int(_value(level, "w:start") or 1),
                )
        for number in root.findall(qn("w:num")):
            lists.abstract[number.get(qn("w:numId"))] = _value(number, "w:abstractNumId") or ""
        return lists

    def label(self, paragraph: Any, style: Any) -> tuple[int, str]:
        """The level (0 at the top) and the label that Word shows; "" for no list."""
        number, level = _numbering(paragraph.pPr)
        while number is None and style is not None:
            number, level = _numbering(style.element.pPr)
            style = style.base_style
        if number in (None, "0") or number not in self.abstract:
            return 0, ""
        name = self.abstract[number]
        definition = self.levels.get((name, level))
        if definition is None or definition.format == "none":
            return level, ""
        counts = self.counts.setdefault(number, {})
        counts[level] = counts.get(level, definition.start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        if definition.format == "bullet":
            return level, "-"
        return level, re.sub(
            r"%(\d)", lambda place: self.shown(name, int(place[1]) - 1, counts), definition.text
        )

    def shown(self, name: str, level: int, counts: dict[int, int]) -> str:
        definition = self.levels.get((name, level), _Level("decimal", "", 1))
        return _numeral(counts.get(level, definition.start), definition.format)


def _numbering(properties: Any) -> tuple[str | None, int]:
    if properties is None or properties.numPr is None:
        return None, 0
    numbering = properties.numPr
    number = None if numbering.numId is None else str(numbering.numId.val)
    return number, 0 if numbering.ilvl is None else numbering.ilvl.val


def _value(element: Any, name: str) -> str | None:
    found = element.find(qn(name))
    return None if found is None else found.get(qn("w:val"))


def _numeral(number: int, style: str) -> str:
    if style in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if style == "lowerLetter" else letter.upper()
    if style in ("lowerRoman", "upperRoman") and number > 0:
        letters = ""
        for value, numeral in _ROMAN:
            letters += numeral * (number // value)
            number %= value
        return letters if style == "lowerRoman" else letters.upper()
    return f"{number:02d}" if style == "decimalZero" else str(number)
