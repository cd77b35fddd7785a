"""A span of a source, kept with its exact words.

Source: W3C Web Annotation Data Model (2017), TextPositionSelector and TextQuoteSelector.
"""

from __future__ import annotations

from dataclasses import dataclass

from onetext.text.spans import Span

CONTEXT_CHARS = 32


@dataclass(frozen=True, slots=True)
class Passage:
    """Exact words at a place of a source, with a little of what stands before and after.

    A passage is never moved: where its source no longer holds its words it is an orphan.
    """

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def of(cls, text: str, span: Span) -> Passage:
        """The passage at `span` of `text`, with up to 32 characters of context on each side."""
        return cls(
            start=span.start,
            end=span.end,
            exact=span.of(text),
            prefix=text[max(0, span.start - CONTEXT_CHARS) : span.start],
            suffix=text[span.end : span.end + CONTEXT_CHARS],
        )

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def stands_in(self, text: str) -> bool:
        """Whether `text` holds exactly these words at exactly this place."""
        return text[self.start : self.end] == self.exact
