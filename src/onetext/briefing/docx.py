"""The brief as a Word document."""

from __future__ import annotations

import io
from collections.abc import Iterable

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.shared import Cm, Emu, Pt

from onetext.briefing.brief import Brief, Claim, Event, Picture, Quote
from onetext.briefing.claims import described

WIDEST, HIGHEST = Cm(25.7), Cm(16)  # of a picture, on a page with its heading


def render_docx(brief: Brief) -> bytes:
    """The document's bytes: landscape A4, real headings and a real table."""
    word = docx.Document()
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.5)
    word.styles["Normal"].font.size = Pt(10)
    word.core_properties.title = _plain(brief.headline.text)[:255]
    word.add_heading(_plain(brief.headline.text) + _marks(brief.headline.citations), 0)
    word.add_paragraph(
        f"{_plain(brief.record_name)}. State of play as of {brief.as_of}, as known on "
        f"{brief.known_on:%Y-%m-%dT%H:%MZ}. {brief.reading_time_min} min to read."
    )
    if brief.confined:
        word.add_paragraph().add_run("Contains material that is not public.").bold = True
    _claims(word, "Key points", brief.key_points)
    last = "the last brief, " if brief.follows_a_brief else ""
    _claims(word, f"What changed since {last}{brief.since}", brief.changes)
    word.add_heading("State of play", 1)
    _matrix(word, brief)
    _pictures(word, brief.pictures)
    _events(word, "Meetings ahead", brief.ahead)
    _events(word, f"Meetings up to {brief.as_of}", brief.held)
    word.add_heading("Who said what", 1)
    for party, quotes in brief.quotes:
        word.add_heading(_plain(party), 2)
        for quote in quotes:
            _quote(word, quote)
    _claims(word, "Open matters", brief.open_matters)
    word.add_heading("Sources", 1)
    for source in brief.sources:
        grade = f"graded {source.grade}" if source.grade else None
        agencies = ", ".join(source.agencies)
        facts = [source.publisher, agencies, source.dated, grade, source.address]
        told = ". ".join(_plain(str(fact)) for fact in (source.title, *facts) if fact)
        word.add_paragraph(f"[{source.number}] {told}")
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _claims(word: WordDocument, title: str, claims: Iterable[Claim]) -> None:
    word.add_heading(title, 1)
    told = False
    for claim in claims:
        word.add_paragraph(_plain(claim.text) + _marks(claim.citations), style="List Bullet")
        told = True
    if not told:
        word.add_paragraph("Nothing on record.")


def _matrix(word: WordDocument, brief: Brief) -> None:
    table = word.add_table(rows=1, cols=1 + len(brief.voices), style="Light Grid Accent 1")
    for place, title in zip(table.rows[0].cells, ("Issue", *brief.voices), strict=True):
        place.text = _plain(title)
    for label, cells in brief.table:
        row = table.add_row().cells
        row[0].text = _plain(label)
        for place, cell in zip(row[1:], cells, strict=True):
            stale = (
                "" if cell.stale_by_pct is None else f" (stale: {cell.stale_by_pct:.0f}% reworded)"
            )
            marks = _marks(cell.citations)
            place.text = f"{cell.sign} {cell.stance}{stale}{marks}".strip()
    for number, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()  # python-docx has no name for these two
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))
    if brief.unspoken:
        word.add_paragraph(_plain(f"No evidence from anybody: {'; '.join(brief.unspoken)}."))
    if brief.onlookers:
        onlookers = ", ".join(brief.onlookers)
        word.add_paragraph(_plain(f"On record without a position: {onlookers}."))
    word.add_paragraph(brief.waiting)


def _pictures(word: WordDocument, pictures: Iterable[Picture]) -> None:
    """Each chart as large as the page has room for, with its words as the alternative text."""
    for number, picture in enumerate(pictures):
        if number == 0:
            word.add_heading("The text through its drafts", 1)
        shape = word.add_picture(io.BytesIO(picture.png))
        scale = min(WIDEST / shape.width, HIGHEST / shape.height, 1.0)
        shape.width, shape.height = Emu(int(shape.width * scale)), Emu(int(shape.height * scale))
        shape._inline.docPr.set("title", _plain(picture.title))  # python-docx has no name for these
        shape._inline.docPr.set("descr", _plain(picture.told))


def _events(word: WordDocument, title: str, events: Iterable[Event]) -> None:
    for number, event in enumerate(events):
        if number == 0:
            word.add_heading(title, 1)
        told = _plain(described(event)) + _marks(event.citations)
        word.add_paragraph(told, style="List Bullet")


def _quote(word: WordDocument, quote: Quote) -> None:
    paragraph = word.add_paragraph()
    paragraph.add_run(f"{quote.dated} · ")
    paragraph.add_run(_plain(quote.speaker)).bold = True
    role = f", {_plain(quote.role)}" if quote.role else ""
    words = f"“{_plain(quote.words)}”" if quote.verbatim else _plain(quote.words)
    paragraph.add_run(f"{role} · {quote.act}: {words}{_marks(quote.citations)}")


def _marks(citations: Iterable[int]) -> str:
    return "".join(f" [{number}]" for number in citations)


def _plain(text: str) -> str:
    """Text on one line, without the control characters that XML 1.0 cannot hold."""
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())
