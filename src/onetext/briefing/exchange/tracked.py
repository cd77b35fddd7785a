"""The tracked edition: what changed between two drafts, as changes that Word can accept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

from onetext.briefing.exchange.aligned import Row, aligned
from onetext.briefing.exchange.footnotes import Footnotes
from onetext.briefing.exchange.paper import add_header, new_paper, saved
from onetext.briefing.exchange.paper_styles import heading_style, point_style
from onetext.briefing.exchange.paragraphs import Form, Paragraph, paragraphs_of
from onetext.briefing.exchange.stretches import of_line, stretches
from onetext.briefing.exchange.tracking import MOVED_FROM, MOVED_TO, Tracking
from onetext.text.comparing import Change, Comparison
from onetext.text.word_changes import Edit


def render_tracked(comparison: Comparison, *, author: str, moment: datetime | None = None) -> bytes:
    """A DOCX file of the draft after, with every change against the draft before.

    To accept all changes gives the paragraphs of the draft after, to reject all those of the
    draft before. Points that were moved, split or merged have a comment that says from where.

    Args:
        author: whose changes they are.
        moment: when; by default the day of the draft after, or now.
    """
    before, after = comparison.before, comparison.after
    if moment is None:
        moment = datetime.combine(after.dated, time(), UTC) if after.dated else datetime.now(UTC)
    word = new_paper(after.title, author=author, language=after.language, dated=after.dated)
    add_header(word, f"Changes against: {before.title}")
    notes = Footnotes(word)
    old, new = notes.signed(paragraphs_of(before)), notes.signed(paragraphs_of(after))
    rows = aligned(old, new, comparison)
    tracking = Tracking(author, moment, notes)
    _Edition(word, tracking, _origins(comparison), _moves(rows)).write(rows)
    notes.save()
    return saved(word)


@dataclass(frozen=True, slots=True)
class _Edition:
    word: Any
    tracking: Tracking
    origins: Mapping[str, str]
    moves: frozenset[int]

    def write(self, rows: list[Row]) -> None:
        told: set[str] = set()
        for row, behind in zip(rows, [*rows[1:], None], strict=True):
            paragraph = self.row(row, _whole(behind))
            path = row.after.path if row.after else None
            if path is not None and path in self.origins and path not in told:
                told.add(path)
                self.tracking.comment(self.word, paragraph, [self.origins[path]])

    def row(self, row: Row, following: Edit | None) -> Any:
        shape = row.after or row.before
        assert shape is not None  # noqa: S101 a row has a side
        paragraph = self.word.add_paragraph(style=style_of(shape))
        if row.before and row.after:
            self.tracking.write(paragraph, stretches(row.before.line, row.after.line), following)
            was = style_of(row.before)
            if was != style_of(row.after):
                self.tracking.style_before(paragraph, self.word.styles[was].style_id)
        elif row.moved in self.moves:
            edit, tag = (Edit.PUT_IN, MOVED_TO) if row.after else (Edit.TAKEN_OUT, MOVED_FROM)
            length = len(shape.line.text) - len(shape.words.text)
            label = list(of_line(shape.line, edit, 0, length))
            rest = list(of_line(shape.line, Edit.KEPT, length, len(shape.line.text)))
            self.tracking.move(paragraph, tag, f"move{row.moved}", [*label, *rest])
        else:
            edit = Edit.PUT_IN if row.after else Edit.TAKEN_OUT
            line = shape.line
            self.tracking.write(paragraph, list(of_line(line, edit, 0, len(line.text))))
            self.tracking.whole(paragraph, edit)
        return paragraph


def _whole(row: Row | None) -> Edit | None:
    """The edit of a row that is new or gone as a whole."""
    if row is None or (row.before and row.after):
        return None
    return Edit.PUT_IN if row.after else Edit.TAKEN_OUT


def style_of(paragraph: Paragraph) -> str:
    """The style that a paragraph has in every DOCX edition."""
    if paragraph.form is Form.TITLE:
        return "Title"
    if paragraph.form is Form.HEADING:
        return heading_style(paragraph.level)
    if paragraph.form is Form.NOTE:
        return "Note"
    if not paragraph.level:
        return "Normal"
    goes_on = paragraph.form is Form.WORDS
    return point_style(paragraph.level, goes_on=goes_on)


def _moves(rows: list[Row]) -> frozenset[int]:
    """The moves whose words did not change; the others are taken out and put in."""
    words: dict[int, list[str]] = {}
    for row in rows:
        shape = row.after or row.before
        if row.moved is not None and shape is not None:
            words.setdefault(row.moved, []).append(shape.words.text)
    return frozenset(n for n, both in words.items() if len(both) == 2 and len(set(both)) == 1)


def _origins(comparison: Comparison) -> dict[str, str]:
    """For points that came from elsewhere, a sentence on where they stood before."""
    told: dict[str, str] = {}
    sources = Counter(path for change in comparison.points for path in change.before)
    for change in comparison.points:
        for path in change.after:
            was = ", ".join(change.before)
            if change.change is Change.MOVED and change.before:
                told[path] = f"Stood at {was} before."
            elif change.change is Change.MERGED:
                told[path] = f"Merged from {was}."
            elif change.change is Change.SPLIT or (was and sources[change.before[0]] > 1):
                told[path] = f"Split from {was}."
    return told
