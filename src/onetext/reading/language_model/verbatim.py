"""Where the words of an answer stand in the text; what does not stand there is refused.

Words count as found where the text has the very same characters, from the edge of a word to the
edge of a word, inside one block. Only the forms of quotation marks, apostrophes and white space
may differ, and the stop at the end, which models change as they copy; what is kept are the text's
own characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onetext.reading.attributions import Attribution
from onetext.reading.language_model.answers import Told
from onetext.reading.tagger.edges import tight, trimmed
from onetext.text.spans import Span

CONFIDENCE = 0.5  # stated, not measured: it differs from model to model
QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’‚", "'"))
ENDS = " \t\r\n\u00a0.,;:\"'"


@dataclass(slots=True)
class Finder:
    """Looks up what a model tells in one portion of a text.

    Attributes:
        text: of the whole report.
        portion: the blocks that the model was shown.
    """

    text: str
    portion: Sequence[Span]
    _folded: str = ""
    _taken: set[tuple[Span, ...]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._folded = self.text.translate(QUOTES)

    def attribution(self, told: Told) -> Attribution | None:
        """What `told` stands for, or `None` if one of its strings does not stand in the portion.

        Where words stand in several places, those nearest to the cue and the source are meant,
        and of equally near ones the first that no earlier statement took. A statement that was
        told before gives `None` too.
        """
        cues = self._places(told.cue) if told.cue is not None else [None]
        sources = self._places(told.source) if told.source is not None else [None]
        options = [
            (self._apart(content, cue, source), content, cue, source)
            for content in self._contents(told.content)
            for cue in cues
            for source in sources
            if not any(span.overlaps(other) for span in content for other in (cue, source) if other)
        ]
        for _, content, cue, source in sorted(options, key=lambda one: one[0]):
            kept = tuple(filter(None, (trimmed(self.text, span) for span in content)))
            if kept and kept not in self._taken:
                self._taken.add(kept)
                return Attribution(
                    kept, _tight(self.text, cue), _tight(self.text, source), CONFIDENCE
                )
        return None

    def _contents(self, pieces: Sequence[str]) -> list[tuple[Span, ...]]:
        """Every place of the first piece, with the nearest places of the others behind it."""
        first, *others = [self._places(piece) for piece in pieces]
        found = []
        for place in first:
            content = [place]
            for places in others:
                behind = next((one for one in places if one.start >= content[-1].end), None)
                if behind is None:
                    break
                content.append(behind)
            else:
                found.append(tuple(content))
        return found

    def _places(self, words: str) -> list[Span]:
        """Where `words` stand, in the order of the text; no place for signs alone."""
        told = words.translate(QUOTES).strip(ENDS).split()
        if not any(sign.isalnum() for word in told for sign in word):
            return []
        pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, told)) + r"(?!\w)")
        return [
            Span(*found.span())
            for block in self.portion
            for found in pattern.finditer(self._folded, block.start, block.end)
        ]

    def _apart(self, content: Sequence[Span], cue: Span | None, source: Span | None) -> int:
        """Characters between a statement's parts, and how far its content is torn apart."""
        torn = content[-1].end - content[0].start
        if cue is None:
            return torn + (_gap(content, source) if source else 0)
        return torn + _gap(content, cue) + (_gap((cue,), source) if source else 0)


def _gap(spans: Iterable[Span], other: Span) -> int:
    return min(max(span.start - other.end, other.start - span.end, 0) for span in spans)


def _tight(text: str, span: Span | None) -> Span | None:
    return tight(text, span) if span else None
