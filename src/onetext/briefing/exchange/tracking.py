"""True tracked changes: w:ins, w:del, moves and the ends of paragraphs, by one author.

The one place in onetext that writes them. What stays, is put in and is taken out of a paragraph
comes as runs of words; to accept all changes gives the text after, to reject all the text before.

Source: ECMA-376 Part 1, 17.13.5.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

from onetext.briefing.exchange.footnotes import Footnotes
from onetext.briefing.exchange.runs import printable, run
from onetext.briefing.exchange.stretches import Stretch
from onetext.text.word_changes import Edit

_APART = timedelta(minutes=2)
"""LibreOffice takes changes of one author within a minute for one."""
MOVED_TO = "w:moveTo"
MOVED_FROM = "w:moveFrom"
_MARKS = {Edit.PUT_IN: "w:ins", Edit.TAKEN_OUT: "w:del"}


@dataclass(slots=True)
class Tracking:
    """Writes changes into a document; every change has a number of its own."""

    author: str
    moment: datetime
    notes: Footnotes | None = None
    numbers: int = field(default=0)

    def write(
        self, paragraph: Paragraph, stretches: Sequence[Stretch], following: Edit | None = None
    ) -> None:
        """Add the words, neighbours of one edit in one mark.

        Args:
            paragraph: where to.
            stretches: the words.
            following: the edit of the paragraph behind, where that is new or gone as a whole.
                What has the same edit at the end of this one is dated two minutes earlier, or
                LibreOffice would take both for one change and the end between them for changed.
        """
        mark, last = None, Edit.KEPT
        for at, stretch in enumerate(stretches):
            elements = self.runs(stretch)
            if stretch.edit is Edit.KEPT:
                paragraph._p.extend(elements)
            else:
                if mark is None or last is not stretch.edit:
                    last_one = all(later.edit is stretch.edit for later in stretches[at:])
                    earlier = last_one and stretch.edit is following
                    mark = self.mark(_MARKS[stretch.edit], earlier=earlier)
                    paragraph._p.append(mark)
                mark.extend(elements)
            mark, last = (None if stretch.edit is Edit.KEPT else mark), stretch.edit

    def runs(self, stretch: Stretch) -> list[Any]:
        deleted = stretch.edit is Edit.TAKEN_OUT
        if self.notes is None:
            return [run(stretch.text, deleted=deleted, look=stretch.look)]
        return self.notes.runs(stretch.text, deleted=deleted, look=stretch.look)

    def move(self, paragraph: Paragraph, tag: str, name: str, stretches: Sequence[Stretch]) -> None:
        """A whole paragraph that moved; stretches that are no part of the move are edits."""
        begin = self.mark(f"{tag}RangeStart")
        begin.set(qn("w:name"), name)
        paragraph._p.append(begin)
        for stretch in stretches:
            if stretch.edit is not Edit.KEPT:
                self.write(paragraph, [stretch])
                continue
            mark = self.mark(tag)
            mark.extend(self.runs(stretch))
            paragraph._p.append(mark)
        self.end(paragraph, tag)
        finish = OxmlElement(f"{tag}RangeEnd")
        finish.set(qn("w:id"), begin.get(qn("w:id")))
        paragraph._p.addnext(finish)

    def whole(self, paragraph: Paragraph, edit: Edit) -> None:
        """The end of a paragraph that is new or gone as a whole."""
        self.end(paragraph, _MARKS[edit])

    def end(self, paragraph: Paragraph, tag: str) -> None:
        properties = paragraph._p.get_or_add_pPr()
        inner = OxmlElement("w:rPr")
        inner.append(self.mark(tag))
        properties.append(inner)

    def style_before(self, paragraph: Paragraph, style_id: str) -> None:
        """That the paragraph had another style before; comes last in its properties."""
        change = self.mark("w:pPrChange")
        before = OxmlElement("w:pPr")
        named = OxmlElement("w:pStyle")
        named.set(qn("w:val"), style_id)
        before.append(named)
        change.append(before)
        paragraph._p.get_or_add_pPr().append(change)

    def comment(self, word: Any, paragraph: Paragraph, lines: Iterable[str]) -> None:
        """A comment on the whole paragraph, by the author of the changes."""
        initials = "".join(part[0] for part in self.author.split())[:3].upper() or "1T"
        comment = word.add_comment(
            _anchors(paragraph),
            text=printable("\n".join(lines)),
            author=printable(self.author),
            initials=initials,
        )
        comment._comment_elm.set(qn("w:date"), self.when)

    @property
    def when(self) -> str:
        return _written(self.moment)

    def mark(self, tag: str, *, earlier: bool = False) -> Any:
        self.numbers += 1
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(self.numbers))
        mark.set(qn("w:author"), printable(self.author))
        moment = self.moment - _APART if earlier else self.moment
        mark.set(qn("w:date"), _written(moment))
        return mark


def _written(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def _anchors(paragraph: Paragraph) -> list[WordRun]:
    """Empty runs at both ends, around which python-docx puts the comment's range.

    The range may not open inside w:ins or w:del.
    """
    first, last = OxmlElement("w:r"), OxmlElement("w:r")
    content = next(child for child in paragraph._p if child.tag != qn("w:pPr"))
    content.addprevious(first)
    paragraph._p.append(last)
    return [WordRun(first, paragraph), WordRun(last, paragraph)]
