"""The styles of a treaty text in Word: points, headings, brackets, names, changes.

All are Word's own or based on them, so that a delegation can restyle the whole at once.
"""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

FONT = "Times New Roman"
DEEPEST_POINT = 8
DEEPEST_HEADING = 9
BRACKET_COLOURS = ("1F3864", "7B2C00", "1E5631", "5B2C83")
"""Of brackets, from the outermost in; each is dark enough to be read on white."""
_STEP_CM = 1.2


def point_style(level: int, *, goes_on: bool = False) -> str:
    """The style of a point at a level, or of a paragraph without a label that goes on in it."""
    return f"Point {min(max(level, 1), DEEPEST_POINT)}{' Text' if goes_on else ''}"


def heading_style(level: int) -> str:
    return f"Heading {min(max(level, 1), DEEPEST_HEADING)}"


def add_styles(word: Any, language: str) -> None:
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
