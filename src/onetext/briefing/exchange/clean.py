"""The clean edition: the text that is agreed, with the open places chosen or left as "[...]".

Nothing is chosen that was not asked for. What is left open is marked and listed at the end with
every wording that is on the table and who stands beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from onetext.briefing.exchange.choices import Choices, UnknownChoice
from onetext.briefing.exchange.cleaning import MAX_DEPTH, NO_TEXT, Cleaning
from onetext.briefing.exchange.open_places import OpenPlace, open_places
from onetext.text.drafts import Draft
from onetext.text.emphasis import letters
from onetext.text.parse import parse_draft
from onetext.text.spans import Span

__all__ = ["MAX_DEPTH", "Choices", "CleanText", "UnknownChoice", "clean", "told"]

_SHOWN_CHARS = 300


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
        told = f"Chosen: {self.choices.told}. " if self.choices.told else ""
        return f"Clean text. {told}Open places: {len(self.left)}."


def clean(draft: Draft, choices: Choices | None = None) -> CleanText:
    """The clean text of `draft`.

    Raises:
        UnknownChoice: a choice names a place or a wording that the draft does not have.
    """
    choices = choices or Choices()
    places = open_places(draft)
    choices.check(places)
    cleaning = Cleaning(draft, places, choices)
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
