"""The clean edition: the text that is agreed, with the open places chosen or left as "[...]".

Nothing is chosen that was not asked for. What is left open is marked and listed at the end with
every wording that is on the table and who stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from onetext.briefing.exchange.open_places import Openness, OpenPlace, open_places
from onetext.errors import OnetextError
from onetext.text.drafts import Draft
from onetext.text.emphasis import letters
from onetext.text.parse import parse_draft
from onetext.text.spans import Span

KEEP = "keep"
DROP = "drop"
FIRST = "first"
EVERYWHERE = "all"
NO_TEXT = "(no text)"
MAX_DEPTH = 200
"""Places inside places are chosen this deep; deeper ones stay open."""
_SHOWN_CHARS = 300
_NAMES_CHARS = 300
_NO_TEXT = re.compile(r"\W*no text\W*", re.I)
_LOOSE_BEFORE = re.compile(r"[ \t]+$")
_LOOSE_AFTER = re.compile(r"[ \t,.;:)\n]|$")


class UnknownChoice(OnetextError):
    """A choice between alternatives was asked for that the draft does not offer."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What to do with open places: by number, and with all others.

    A choice is the number of a wording ("2"), "keep" (without its brackets), "drop", or "first".
    """

    by_number: dict[int, str] = field(default_factory=dict)
    otherwise: str | None = None

    @classmethod
    def parse(cls, asked: Iterable[str]) -> Choices:
        """Read "4=2", "7=drop", "all=first".

        Raises:
            UnknownChoice: one is not written like that.
        """
        by_number: dict[int, str] = {}
        otherwise = None
        for choice in asked:
            place, _, what = choice.partition("=")
            place, what = place.strip(), what.strip().lower()
            if not (what in (KEEP, DROP, FIRST) or what.isdecimal()):
                raise _unreadable(choice)
            if place == EVERYWHERE and not what.isdecimal():
                otherwise = what
            elif place.isdecimal():
                by_number[int(place)] = what
            else:
                raise _unreadable(choice)
        return cls(by_number, otherwise)


@dataclass(frozen=True, slots=True)
class CleanText:
    """`draft` is the text, parsed anew; `left` are the places that stay open, with the draft
    that their spans refer to; `chosen` counts the others."""

    draft: Draft
    source: Draft
    left: tuple[OpenPlace, ...]
    chosen: int
    choices: Choices

    @property
    def statement(self) -> str:
        """One line that says what was chosen and what was not."""
        others = {None: "", KEEP: "brackets taken off", DROP: "brackets left out",
                  FIRST: "the first wording everywhere"}[self.choices.otherwise]  # fmt: skip
        parts = [f"place {at}: {what}" for at, what in sorted(self.choices.by_number.items())]
        chosen = "; ".join([*parts, *([others] if others else [])])
        told = f"Chosen: {chosen}. " if chosen else ""
        return f"Clean text. {told}Open places: {len(self.left)}."


def clean(draft: Draft, choices: Choices | None = None) -> CleanText:
    """The clean text of `draft`.

    Raises:
        UnknownChoice: a choice names a place or a wording that the draft does not have.
    """
    choices = choices or Choices()
    places = open_places(draft)
    _check(places, choices)
    cleaning = _Cleaning(draft, places, choices)
    text = cleaning.rendered(Span(0, len(draft.text)), places)
    cleaned = parse_draft(text, title=draft.title)
    cleaned = replace(cleaned, by=draft.by, dated=draft.dated, language=draft.language)
    return CleanText(cleaned, draft, tuple(cleaning.left), cleaning.chosen, choices)


def told(place: OpenPlace, draft: Draft) -> str:
    """What is open there, in one line: where, what kind, every wording and who is beside it."""
    where = f"{place.path}, " if place.path else ""
    wordings = []
    for wording in place.wordings:
        words = letters(draft.text, wording.span.start, wording.span.end).text
        short = words if len(words) <= _SHOWN_CHARS else f"{words[:_SHOWN_CHARS].rstrip()} …"
        names = f" ({', '.join(wording.names)})" if wording.names else ""
        wordings.append(f"“{short}”{names}" if short else f"{NO_TEXT}{names}")
    return f"{where}{place.how.value}: {' or '.join(wordings)}"


def mark(place: OpenPlace) -> str:
    """What stands in the text for a place that stays open: "[...]" with the number of its note."""
    return f"[...][^open-{place.number}]"


@dataclass(slots=True)
class _Cleaning:
    draft: Draft
    places: Sequence[OpenPlace]
    choices: Choices
    left: list[OpenPlace] = field(default_factory=list)
    chosen: int = 0
    deep: int = 0
    remarks: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        self.remarks = tuple(_remarks(self.draft))

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
        choice = self.choices.by_number.get(place.number, self.choices.otherwise)
        if choice is None or (place.how is Openness.PLACEHOLDER and choice != DROP):
            self.left.append(place)
            return mark(place)
        asks_which = choice == KEEP and len(place.wordings) > 1
        if asks_which or self.deep >= MAX_DEPTH:
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


def _remarks(draft: Draft) -> Iterator[Span]:
    """Notes and statuses in brackets, and names in parentheses, in the order of the text."""
    text = draft.text
    found = [note for note in draft.notes if text[note.start] in "[{"]
    for point in draft.walk():
        names = [attribution.span for attribution in point.attributions]
        for span in names:
            opened = text.rfind("(", max(0, span.start - _NAMES_CHARS), span.start)
            closed = text.find(")", span.end, span.end + _NAMES_CHARS)
            around = Span(opened, closed + 1) if 0 <= opened < closed else span
            others = [range(other.start, other.end) for other in names]
            beside = (at for at in range(around.start, around.end) if text[at].isalnum())
            if around != span and all(any(at in other for other in others) for at in beside):
                found.append(around)
    return iter(sorted(set(found)))


def _check(places: Sequence[OpenPlace], choices: Choices) -> None:
    known = {place.number: place for place in places}
    for number, what in choices.by_number.items():
        place = known.get(number)
        if place is None:
            raise UnknownChoice(
                f"Choose {number}={what} was asked, but the draft has open places 1 to "
                f"{len(places)}. Write the clean edition without choices to see their numbers."
                if places
                else f"Choose {number}={what} was asked, but nothing is open in the draft. "
                "Leave the choice out."
            )
        offered = len(place.wordings)
        if what.isdecimal() and not 1 <= int(what) <= offered:
            raise UnknownChoice(
                f"Choose {number}={what} was asked, but place {number} has "
                f"{offered} {'wording' if offered == 1 else 'wordings'}. "
                f"Name one from 1 to {offered}, keep or drop."
            )
        if what == KEEP and offered > 1:
            raise UnknownChoice(
                f"Choose {number}=keep was asked, but place {number} has {offered} wordings. "
                f"Name one from 1 to {offered}, or drop."
            )


def _unreadable(choice: str) -> UnknownChoice:
    return UnknownChoice(
        f'The choice "{choice}" cannot be read. Write the number of an open place and of a wording '
        "as in 4=2, or 4=keep, 4=drop, all=first, all=keep, all=drop."
    )
