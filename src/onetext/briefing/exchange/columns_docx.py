"""Texts in columns as DOCX: a landscape table whose head is repeated on every page."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from onetext.briefing.exchange.columns import Cell, Columns, Row
from onetext.briefing.exchange.paper import add_header, new_paper, saved
from onetext.briefing.exchange.paragraphs import Form
from onetext.briefing.exchange.runs import printable, run
from onetext.text.word_changes import Edit

LEGEND = (
    "Bold and underlined: differs from the first column. Struck through: in the first column, "
    "left out here."
)
DELETED = "deleted"
NOTHING = "–"
_STYLES = {Edit.PUT_IN: "Changed", Edit.TAKEN_OUT: "Left Out", Edit.KEPT: None}
_HEAD_FILL = "E7EAEE"
_WIDTH_TWIPS = 15_100
_LINE = "A6ADB5"
_UNSPLIT_CHARS = 900
"""Rows with shorter cells are not split between pages."""


def columns_docx(table: Columns, *, author: str) -> bytes:
    """The document's bytes, A4 across."""
    word = new_paper(
        table.title, author=author, language=table.language, dated=None, landscape=True
    )
    add_header(word, table.title)
    word.styles["Normal"].font.size = Pt(9)
    word.styles["Normal"].paragraph_format.space_after = Pt(2)
    word.styles["Title"].font.size = Pt(14)
    word.styles["Title"].paragraph_format.space_after = Pt(6)
    word.add_paragraph(printable(table.title), style="Title")
    word.add_paragraph(LEGEND, style="Note")
    grid = word.add_table(rows=1, cols=len(table.heads), style="Table Grid")
    grid.autofit = False
    _lines(grid._tbl.tblPr)
    width = _WIDTH_TWIPS // len(table.heads)
    for column in grid._tbl.tblGrid:
        column.set(qn("w:w"), str(width))
    for cell, head in zip(grid.rows[0].cells, table.heads, strict=True):
        cell.paragraphs[0]._p.append(run(printable(head), look=1))
        _shade(cell._tc, _HEAD_FILL)
    properties = grid.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    properties.append(OxmlElement("w:tblHeader"))
    for row in table.rows:
        _row(grid, row)
    for row_element in grid._tbl.tr_lst:
        for cell_element in row_element.tc_lst:
            cell_element.width = width * 635  # twips to EMU
    return saved(word)


def _row(grid: Any, row: Row) -> None:
    added = grid.add_row()
    if all(len(cell.text) < _UNSPLIT_CHARS for cell in row.cells):
        added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    is_heading = row.form in (Form.HEADING, Form.TITLE)
    for place, cell in zip(added.cells, row.cells, strict=True):
        paragraph = place.paragraphs[0]
        if is_heading:
            paragraph.paragraph_format.keep_with_next = True
        for element in _runs(cell, bold=is_heading):
            paragraph._p.append(element)


def _runs(cell: Cell, *, bold: bool) -> list[Any]:
    if cell.is_deleted:
        return [run(f"({DELETED})", style="Status")]
    if not cell.stretches:
        return [run(NOTHING)]
    runs = []
    for stretch in cell.stretches:
        look = stretch.look | (1 if bold else 0)
        text = stretch.text.replace("\t", " ")
        runs.append(run(text, style=_STYLES[stretch.edit], look=look))
    if cell.note:
        runs.append(run(f" ({cell.note})", style="Status"))
    return runs


def _lines(properties: Any) -> None:
    """Thin grey lines, and some air around the words."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("w:val", "single"), ("w:sz", "4"), ("w:color", _LINE)):
            line.set(qn(name), value)
        borders.append(line)
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("top", "40"), ("left", "85"), ("bottom", "40"), ("right", "85")):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), width)
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    layout = properties.find(qn("w:tblLayout"))  # the order is the schema's
    layout.addprevious(borders)
    layout.addnext(margins)


def _shade(cell: Any, fill: str) -> None:
    shading = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", fill)):
        shading.set(qn(name), value)
    cell.get_or_add_tcPr().append(shading)
