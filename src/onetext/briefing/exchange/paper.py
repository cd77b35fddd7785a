"""A Word document in the form of a treaty text: title, headings, points, page numbers.

Labels are text, not list numbers: what delegations see is what was agreed, in any program. All
styles are Word's own or based on them, so that a delegation can restyle the whole at once.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

FONT = "Times New Roman"
DEEPEST_POINT = 8
DEEPEST_HEADING = 9
BRACKET_COLOURS = ("1F3864", "7B2C00", "1E5631", "5B2C83")
"""Of brackets, from the outermost in; each is dark enough to be read on white."""
_STEP_CM = 1.2
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def new_paper(
    title: str, *, author: str, language: str, dated: date | None, landscape: bool = False
) -> Any:
    """An empty document with its styles; page numbers stand in the footer."""
    word = docx.Document()
    _properties(word, title, author, language, dated)
    _page(word, landscape)
    _styles(word, language)
    _page_numbers(word)
    return word


def add_header(word: Any, text: str) -> None:
    """A line at the head of every page; no part of the text."""
    paragraph = word.sections[0].header.paragraphs[0]
    paragraph.text = printable(text)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def saved(word: Any) -> bytes:
    """The document's bytes; each change, bookmark and range has a number of its own."""
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def point_style(level: int, *, goes_on: bool = False) -> str:
    """The style of a point at a level, or of a paragraph without a label that goes on in it."""
    return f"Point {min(max(level, 1), DEEPEST_POINT)}{' Text' if goes_on else ''}"


def heading_style(level: int) -> str:
    return f"Heading {min(max(level, 1), DEEPEST_HEADING)}"


def run(text: str, *, deleted: bool = False, style: str | None = None, look: int = 0) -> Any:
    """A w:r with `text`; tabs and line ends become elements. `look`: 1 bold, 2 italic, 3 both."""
    element = OxmlElement("w:r")
    if style or look:
        properties = OxmlElement("w:rPr")
        if style:
            named = OxmlElement("w:rStyle")
            named.set(qn("w:val"), style.replace(" ", ""))  # its id, as python-docx makes it
            properties.append(named)
        for bit, name in ((1, "w:b"), (2, "w:i")):
            if look & bit:
                properties.append(OxmlElement(name))
        element.append(properties)
    for child in _content(text, "w:delText" if deleted else "w:t"):
        element.append(child)
    return element


def printable(text: str) -> str:
    """The text without characters that XML cannot hold or that nobody sees; lines stay lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in lines if c in "\n\t" or c.isprintable())


def _content(text: str, tag: str) -> Iterator[Any]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield OxmlElement("w:br")
        for place, part in enumerate(line.split("\t")):
            if place:
                yield OxmlElement("w:tab")
            if part:
                element = OxmlElement(tag)
                element.set(_XML_SPACE, "preserve")
                element.text = part
                yield element


def _properties(word: Any, title: str, author: str, language: str, dated: date | None) -> None:
    told = word.core_properties
    moment = datetime.combine(dated, time()) if dated else datetime.now(UTC).replace(tzinfo=None)
    told.title = printable(title)[:255]
    told.author = told.last_modified_by = printable(author)[:255]
    told.created = told.modified = moment
    told.comments = ""
    if language != "und":
        told.language = language[:255]


def _page(word: Any, landscape: bool) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.5)
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21.0)
        section.left_margin = section.right_margin = Cm(1.5)
        section.top_margin = section.bottom_margin = Cm(1.8)


def _styles(word: Any, language: str) -> None:
    styles = word.styles
    normal = styles["Normal"]
    normal.font.size = Pt(11.5)
    normal.paragraph_format.space_after = Pt(7)
    normal.paragraph_format.line_spacing = 1.12
    for name in ("Normal", "Title", *(f"Heading {n}" for n in range(1, DEEPEST_HEADING + 1))):
        _in_font(styles[name])
    title = styles["Title"]
    title.font.size, title.font.bold = Pt(18), True
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_after = Pt(20)
    for border in title.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)
    for level in range(1, DEEPEST_HEADING + 1):
        heading = styles[f"Heading {level}"]
        heading.font.size = Pt(max(11.5, 15 - level))
        heading.font.bold, heading.font.italic = level < 4, level > 2
        heading.paragraph_format.space_before = Pt(14 if level < 3 else 10)
        heading.paragraph_format.space_after = Pt(6)
        heading.paragraph_format.keep_with_next = True
    for level in range(1, DEEPEST_POINT + 1):
        point = styles.add_style(f"Point {level}", WD_STYLE_TYPE.PARAGRAPH)
        point.base_style, point.quick_style = normal, True
        point.paragraph_format.left_indent = Cm(_STEP_CM * level)
        point.paragraph_format.first_line_indent = Cm(-_STEP_CM)
        point.paragraph_format.tab_stops.add_tab_stop(Cm(_STEP_CM * level))
        text = styles.add_style(f"Point {level} Text", WD_STYLE_TYPE.PARAGRAPH)
        text.base_style = normal
        text.paragraph_format.left_indent = Cm(_STEP_CM * level)
    going_on = styles.add_style("Note", WD_STYLE_TYPE.PARAGRAPH)
    going_on.base_style, going_on.font.size = normal, Pt(9.5)
    for depth, colour in enumerate(BRACKET_COLOURS, 1):
        bracket = styles.add_style(f"Bracket {depth}", WD_STYLE_TYPE.CHARACTER)
        bracket.font.bold, bracket.font.color.rgb = True, RGBColor.from_string(colour)
    attribution = styles.add_style("Attribution", WD_STYLE_TYPE.CHARACTER)
    attribution.font.small_caps, attribution.font.bold = True, True
    status = styles.add_style("Status", WD_STYLE_TYPE.CHARACTER)
    status.font.italic, status.font.size = True, Pt(9.5)
    marker = styles.add_style("Place", WD_STYLE_TYPE.CHARACTER)
    marker.font.superscript = True
    for name, bold in (("Changed", True), ("Left Out", False)):
        change = styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        change.font.bold, change.font.strike = bold, not bold
        change.font.underline = bold
        if not bold:
            change.font.color.rgb = RGBColor(0x59, 0x59, 0x59)
    _speaks(styles, language)


def _in_font(style: Any) -> None:
    style.font.name = FONT
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):
        if "Theme" in name:
            del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)


def _speaks(styles: Any, language: str) -> None:
    for found in styles.element.findall(f".//{qn('w:lang')}"):
        found.set(qn("w:val"), "en-GB" if language in ("und", "en") else language)


def _page_numbers(word: Any) -> None:
    paragraph = word.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for instruction in ("PAGE", None, "NUMPAGES"):
        if instruction is None:
            paragraph._p.append(run(" / "))
            continue
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), f" {instruction} ")
        field.append(run("1"))
        paragraph._p.append(field)
