"""The next draft as a Word document with tracked changes against the newest draft.

To accept all changes gives the next draft, to reject all the newest one. Points are numbered in
their text, and a number that changes is a tracked change; each change has its reason and the
words behind it as a comment.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time

from onetext.briefing.exchange.paper import add_header, new_paper, saved
from onetext.briefing.exchange.paper_styles import point_style
from onetext.briefing.exchange.readable import readable_changes
from onetext.briefing.exchange.runs import printable
from onetext.briefing.exchange.stretches import Stretch
from onetext.briefing.exchange.tracking import Tracking
from onetext.settlement.next_draft import DraftedPoint, NextDraft
from onetext.text.word_changes import Edit


def render_draft_docx(draft: NextDraft, *, author: str = "onetext") -> bytes:
    """The document's bytes; every change is by `author`, dated as the draft, with a comment."""
    word = new_paper(draft.title, author=author, language=draft.language, dated=draft.dated)
    add_header(word, f"Changes against: {draft.based_on}")
    word.add_paragraph(printable(draft.title), style="Title")
    tracking = Tracking(author, datetime.combine(draft.dated, time(), UTC))
    old_number = 0
    for point, behind in zip(draft.points, [*draft.points[1:], None], strict=True):
        if point.before is not None:
            old_number += 1
        paragraph = word.add_paragraph(style=point_style(1))
        tracking.write(paragraph, _stretches(point, old_number), _whole(behind))
        edit = _whole(point)
        if edit:
            tracking.whole(paragraph, edit)
        if point.reason:
            tracking.comment(word, paragraph, _reason(point))
    return saved(word)


def _whole(point: DraftedPoint | None) -> Edit | None:
    """The edit of a point that is new or gone as a whole."""
    if point is None or (point.before is not None and point.number is not None):
        return None
    return Edit.PUT_IN if point.before is None else Edit.TAKEN_OUT


def _stretches(point: DraftedPoint, old_number: int) -> list[Stretch]:
    before = "" if point.before is None else f"{old_number}.\t{printable(point.before)}"
    after = "" if point.number is None else f"{point.number}.\t{printable(point.text)}"
    return [Stretch(run.edit, run.text) for run in readable_changes(before, after)]


def _reason(point: DraftedPoint) -> Iterator[str]:
    yield point.reason
    for quote in point.quotes:
        facts = (quote.speaker, quote.said_on, quote.publisher)
        yield f"{', '.join(str(fact) for fact in facts if fact)}: {quote.marked}"
