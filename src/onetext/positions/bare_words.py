"""The words of a point without remarks on it: who proposes what, its status, editor's notes.

Such words come and go while the wording stays as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from onetext.text.drafts import Draft, Point
from onetext.text.remarks import statuses_outside
from onetext.text.spans import Span


class Remarks:
    """The remarks in a draft, by their places."""

    def __init__(self, draft: Draft) -> None:
        self._text = draft.text
        places = {
            *(one.span for bracket in draft.brackets for one in bracket.attributions),
            *(one.span for point in draft.walk() for one in point.attributions),
            *(remark.place for remark in statuses_outside(draft.text, 0, {})),
            *(Span(note.start, note.end) for note in draft.notes),
        }
        self._places = sorted(place for place in places if place.of(draft.text).strip())
        self._starts = [place.start for place in self._places]

    def left_out(self, point: Point) -> str:
        """The own text of `point` without remarks that stand before the points below it.

        A point's text is not cut from the draft in one piece, so a remark is found again as the
        same words, as often as they stand in the draft before it.
        """
        text = point.text
        start = point.span.start
        end = min((inner.span.start for inner in point.points), default=point.span.end)
        for at in reversed(range(bisect_left(self._starts, start), bisect_left(self._starts, end))):
            place = self._places[at]
            words = _words(place.of(self._text))
            before = len(words.findall(self._text, start, place.start))
            found = list(words.finditer(text))
            if before < len(found):
                text = f"{text[: found[before].start()]} {text[found[before].end() :]}"
        return text


def _words(words: str) -> re.Pattern[str]:
    """These words, however they are spaced, not as a part of longer ones."""
    plain = r"\s+".join(re.escape(word) for word in words.split())
    return re.compile(rf"(?<!\w){plain}(?!\w)")
