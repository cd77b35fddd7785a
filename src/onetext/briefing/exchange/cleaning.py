"""A draft's text with its open places settled as was chosen, or marked, and no remarks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from onetext.briefing.exchange.choices import DROP, FIRST, KEEP, Choices
from onetext.briefing.exchange.open_places import Openness, OpenPlace
from onetext.briefing.exchange.remarks import remarks_of
from onetext.text.drafts import Draft
from onetext.text.spans import Span

NO_TEXT = "(no text)"
MAX_DEPTH = 200
"""Places inside places are chosen this deep; deeper ones stay open."""
_NO_TEXT = re.compile(r"\W*no text\W*", re.I)
_LOOSE_BEFORE = re.compile(r"[ \t]+$")
_LOOSE_AFTER = re.compile(r"[ \t,.;:)\n]|$")


def mark(place: OpenPlace) -> str:
    """What stands in the text for a place that stays open: "[...]" with the number of its note."""
    return f"[...][^open-{place.number}]"


@dataclass(slots=True)
class Cleaning:
    """`left` are the places that stay open, `chosen` counts the others."""

    draft: Draft
    places: Sequence[OpenPlace]
    choices: Choices
    left: list[OpenPlace] = field(default_factory=list)
    chosen: int = 0
    deep: int = 0
    remarks: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        self.remarks = tuple(remarks_of(self.draft))

    def rendered(self, within: Span, places: Sequence[OpenPlace]) -> str:
        """The text of `within`, its open places settled or marked, remarks left out."""
        text = self.draft.text
        made = ""
        at = within.start
        for number, place in enumerate(places):
            if place.span.start < at or place.span.end > within.end:
                continue  # inside a place that was dealt with, or across the end of one
            made += self.said(at, place.span.start)
            inside = self.settled(place, places, number + 1)
            if not inside and place.is_whole and not made.endswith("\n") and made:
                inside = NO_TEXT
            if inside.startswith((",", ";")):  # [, and oceans]
                made = made.rstrip(" \t")
            if not inside:
                loose = _LOOSE_BEFORE.search(made)
                if loose and _LOOSE_AFTER.match(text[place.span.end : place.span.end + 1]):
                    made = made[: loose.start()]
            made += inside
            at = place.span.end
        return made + self.said(at, within.end)

    def said(self, start: int, end: int) -> str:
        """The text between open places, without what is said about it: a status, a note, names."""
        text = self.draft.text
        made = ""
        for remark in self.remarks:
            if start <= remark.start and remark.end <= end:
                before = text[start : remark.start]
                made += before.rstrip(" \t") if before.strip() else before
                start = remark.end
        return made + text[start:end]

    def settled(self, place: OpenPlace, places: Sequence[OpenPlace], following: int) -> str:
        choice = self.choices.of(place)
        nothing_to_choose = place.how is Openness.PLACEHOLDER and choice != DROP
        asks_which = choice == KEEP and len(place.wordings) > 1
        if choice is None or nothing_to_choose or asks_which or self.deep >= MAX_DEPTH:
            self.left.append(place)
            return mark(place)
        self.chosen += 1
        if choice == DROP:
            return ""
        which = int(choice) - 1 if choice.isdecimal() else 0
        if place.how is Openness.DELETION and choice == FIRST:
            return ""  # what is proposed is the deletion
        wording = place.wordings[which]
        if _NO_TEXT.fullmatch(wording.span.of(self.draft.text)):
            return ""
        held = []
        for other in islice(places, following, None):
            if other.span.start >= wording.span.end:
                break
            if wording.span.contains(other.span):
                held.append(other)
        self.deep += 1
        words = self.rendered(wording.span, held).strip()
        self.deep -= 1
        return words
