"""A tagger without a model: quotation marks, words that report speech, edges of clauses.

It needs nothing but the text. The trained tagger is better; this one is the baseline that
it is measured against, and what reads where no model can be loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onetext.reading.attributions import Attribution
from onetext.reading.cues import ACCORDING, CUE, WHEN
from onetext.reading.quotation import quotations
from onetext.text.spans import Span

SENTENCE_END = re.compile(r"[.!?…][”\"’»)]*\s+(?=[A-Z“\"‘«(])")
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Col|Lt|Jan|Feb|Aug|Sept|Oct|Nov|Dec|St)|\b[A-Z])\.$"
)
SUBJECT_EDGE = re.compile(
    r"(?:[,;:–—]|\b(?:but|and|while|as|because|although|though|after|that|which|who|when|where))\s+$"
)
LEAD_IN = re.compile(r"\s*,?\s*(?:that\s+)?(?:[:,]\s*)?[“\"«]?")
TAIL = re.compile(r"[\s,.;:“”\"«»–—]+$")
CLAUSE_STOP = re.compile(r"[,;“\"](?:\s|$)|(?<!\.[A-Z])\.(?:\s|$)|$")
INVERTED = re.compile(r"\s+(?:(?:the|an?|one|his|her)\s+[^,]{3,60}|[A-Z][^,“\"]{2,60})(?:[,.]|$)")
APPOSITION = re.compile(r"((?:[A-Z][\w.’'-]*\s*)+),\s+[^,“”\"]{3,80},\s*$")
LONG_QUOTATION = 20  # characters: shorter ones alone are names and irony, not statements


class RuleTagger:
    """Finds attributions by rule; its confidences are stated, not calibrated."""

    name = "rules/1"

    def tag(self, text: str, blocks: Sequence[Span]) -> list[Attribution]:
        """Attributions in `blocks`, in the order of the text; see `Tagger`."""
        found: list[Attribution] = []
        for block in blocks:
            quoted = quotations(text, block)
            for sentence in _sentences(text, block, quoted):
                found.extend(_in_sentence(text, sentence, quoted))
        return sorted(found, key=lambda one: one.content[0].start)


def _sentences(text: str, block: Span, quoted: Sequence[Span]) -> Iterator[Span]:
    start = block.start
    for match in SENTENCE_END.finditer(text, block.start, block.end):
        ends = match.start() + 1
        inside = any(quote.start < ends < quote.end for quote in quoted)
        if not inside and not ABBREVIATION.search(text[start:ends]):
            yield Span(start, match.end())
            start = match.end()
    if start < block.end:
        yield Span(start, block.end)


def _in_sentence(text: str, sentence: Span, quoted: Sequence[Span]) -> Iterator[Attribution]:
    own = [quote for quote in quoted if sentence.contains(quote)]
    for pattern in (ACCORDING, CUE):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            cue = Span(match.start(), match.end())
            if any(quote.contains(cue) for quote in own):
                continue
            if pattern is ACCORDING:
                attribution = _according(text, sentence, cue)
            else:
                attribution = _with_verb(text, sentence, cue, own)
            if attribution is not None:
                yield attribution
                return
    for quote in own:
        if len(quote) > max(LONG_QUOTATION, 0.6 * len(sentence)):
            yield Attribution((quote,), None, None, 0.4)


def _according(text: str, sentence: Span, cue: Span) -> Attribution | None:
    stop = CLAUSE_STOP.search(text, cue.end, sentence.end)
    source = _trimmed(text, cue.end, stop.start() if stop else sentence.end)
    if cue.start - sentence.start < 3:
        content = _trimmed(text, source.end, sentence.end)
    else:
        content = _trimmed(text, sentence.start, cue.start)
    return Attribution((content,), cue, source, 0.6) if content and source else None


def _with_verb(text: str, sentence: Span, cue: Span, own: Sequence[Span]) -> Attribution | None:
    before = text[sentence.start : cue.start]
    when = WHEN.match(text, cue.end, sentence.end)
    after = when.end() if when else cue.end
    opens = re.search(r"[,?!”\"][”\"»]?\s*$", before)
    inverted = INVERTED.match(text, cue.end, sentence.end)
    if opens and inverted and len(before) > LONG_QUOTATION:  # "C," said X
        stop = CLAUSE_STOP.search(text, cue.end, sentence.end)
        source = _trimmed(text, cue.end, stop.start() if stop else sentence.end)
        rest = _quoted_after(source.end, own)
        content = [_trimmed(text, sentence.start, cue.start), *rest]
        return _made(content, cue, source, 0.6)
    subject = _subject(text, sentence, cue, own)
    if not subject:
        return None
    source = subject
    if (
        source.start - sentence.start > LONG_QUOTATION
        and re.search(r"[,?!”\"][”\"»]?\s*$", text[sentence.start : source.start])
        and re.match(r"\s*(?:[.,:]|$|in\b|on\b|at\b)", text[after : sentence.end])
    ):
        content = [_trimmed(text, sentence.start, source.start), *_quoted_after(after, own)]
        return _made(content, cue, source, 0.7)
    lead = LEAD_IN.match(text, after, sentence.end)
    start = lead.end() if lead else after
    return _made([_trimmed(text, start, sentence.end)], cue, source, 0.7)


def _subject(text: str, sentence: Span, cue: Span, own: Sequence[Span]) -> Span | None:
    """The words from the last edge of a clause to the verb."""
    floor = max((quote.end + 1 for quote in own if quote.end < cue.start), default=sentence.start)
    start = floor
    for edge in re.finditer(r"\s+", text[floor : cue.start]):
        if SUBJECT_EDGE.search(text[floor : floor + edge.end()]):
            start = floor + edge.end()
    apposition = APPOSITION.search(text[floor : cue.start])
    if apposition:
        start = floor + apposition.start(1)
    subject = _trimmed(text, start, cue.start)
    return subject if subject and len(subject) <= 120 else None


def _quoted_after(at: int, own: Sequence[Span]) -> list[Span]:
    return [quote for quote in own if quote.start >= at]


def _made(
    content: Sequence[Span], cue: Span, source: Span, confidence: float
) -> Attribution | None:
    kept = tuple(span for span in content if len(span) > 2)
    return Attribution(kept, cue, source, confidence) if kept and source else None


def _trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space, commas and quotation marks at its edges."""
    while start < end and (text[start].isspace() or text[start] in ',;:“”"«»–—'):
        start += 1
    inner = TAIL.sub("", text[start:end])
    return Span(start, start + len(inner))
