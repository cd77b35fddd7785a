"""The attribution: which words are said (content), by whom (source), with which verb (cue).

It is what a tagger finds and what everything else in this room builds upon.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from onetext.text.spans import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source-content pair, before anyone knows who the source is.

    `content` is never empty and is in the order of the text; quotation marks that enclose a
    span are outside it. `confidence` is a calibrated probability (0 to 1) of being right.
    """

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    confidence: float


class Tagger(Protocol):
    """Finds attributions in a text."""

    name: str

    def tag(self, text: str, blocks: Sequence[Span]) -> list[Attribution]:
        """Attributions inside `blocks` (paragraphs, headlines, ... of `text`; never furniture).

        Offsets refer to `text`; a paragraph's quotation state does not leak into the next
        unless the text itself carries a quotation on. In the order of the text.
        """
        ...


@dataclass(frozen=True, slots=True)
class Account:
    """What became of the last text, of a tagger that may be refused or replaced.

    Attributes:
        told: how many statements it was told of.
        refused: how many of those were thrown away, as their words do not stand in the text.
        instead_of: the tagger that should have read it, if another did; `because` says why.
    """

    told: int = 0
    refused: int = 0
    instead_of: str | None = None
    because: str | None = None


@runtime_checkable
class Accountable(Protocol):
    """A tagger that tells more of a text than its attributions."""

    account: Account
