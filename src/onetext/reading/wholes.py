"""Contents made as whole as the text has them, and no wider.

A quotation that its paragraph leaves open is carried on by the next one; words that begin the
sentence of a quotation are reported with it ("Whatever comes, "we will stay," Hale said"); a
relative clause behind the cue tells of the cue's noun ("said in an address that showed ...").
A name in the middle of a sentence is no cue, and what hangs on it is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from onetext.reading.attributions import Attribution
from onetext.reading.quotation import is_open
from onetext.reading.sentences import sentence_at
from onetext.text.spans import Span

RELATIVE = re.compile(r"\W*(?:which|who|whose|that)\s+")
ENDS_IN_NOUN = re.compile(r"\b(?:in|at|during|on|to|by|through)\s+\w")  # "said in an address"
CIRCUMSTANCE = re.compile(
    r"(?:(?:when|if|being)\s+)?(?:asked|pressed|questioned|\w+ing)\b"
    r"|.*\b(?:interviews?|statements?|speech(?:es)?|remarks|address|letters?|posts?|tweets?|"
    r"briefings?|conferences?|messages?|emails?|calls?)\b",
    re.IGNORECASE | re.DOTALL,
)  # when or where it was said, which is no part of what was said
MARKS = re.compile(r"[“”„«»\":]")
WORD = re.compile(r"\w")
AFTER_WORD = re.compile(r"\w[\'’”)]?\s$")
LONG_WORD = re.compile(r"[^\W\d_]{5,}")  # shorter words are small in title case too
SMALL_SHARE = 1 / 3  # of the long words, above which a sentence is not in title case


def whole(text: str, blocks: Sequence[Span], tagged: Sequence[Attribution]) -> list[Attribution]:
    """`tagged` with each content at the edges that quotation and sentence give it.

    Args:
        text: what the spans refer to.
        blocks: what was tagged, in the order of the text, apart from one another.
        tagged: every span of each inside `blocks`, in the order of the text.
    """
    kept = [
        _without_relative(text, one)
        for one in tagged
        if not (one.cue and _is_name(text, _block_of(blocks, one.cue), one.cue))
    ]
    taken = _Taken(kept)
    led = [_with_lead(text, _block_of(blocks, one.content[0]), one, taken) for one in kept]
    return _carried_on(text, blocks, led)


class _Taken:
    """Where something is attributed: contents, cues and sources."""

    def __init__(self, tagged: Sequence[Attribution]) -> None:
        spans = [span for one in tagged for span in (*one.content, one.cue, one.source) if span]
        spans.sort()
        self._starts = [span.start for span in spans]
        self._ends = list(accumulate((span.end for span in spans), max))

    def overlaps(self, stretch: Span) -> bool:
        before = bisect_left(self._starts, stretch.end)
        return before > 0 and self._ends[before - 1] > stretch.start


def _block_of(blocks: Sequence[Span], span: Span) -> Span:
    return blocks[bisect_right(blocks, span.start, key=lambda block: block.start) - 1]


def _is_name(text: str, block: Span, cue: Span) -> bool:
    """Whether a cue has capitals only, right after a word of a sentence that has small ones."""
    if not all(word[0].isupper() for word in cue.of(text).split()):
        return False
    if not AFTER_WORD.search(text, max(block.start, cue.start - 4), cue.start):
        return False
    long: list[str] = LONG_WORD.findall(sentence_at(text, block, cue).of(text))
    return sum(word[0].islower() for word in long) > SMALL_SHARE * len(long)


def _without_relative(text: str, one: Attribution) -> Attribution:
    """Less the contents that are the relative clause of the cue's last noun."""
    cue = one.cue
    if cue is None or not any(span.end <= cue.start for span in one.content):
        return one
    if not ENDS_IN_NOUN.search(text, cue.start, cue.end):
        return one
    kept = tuple(
        span
        for span in one.content
        if span.start < cue.end or not RELATIVE.fullmatch(text, cue.end, span.start)
    )
    return replace(one, content=kept)


def _with_lead(text: str, block: Span, one: Attribution, taken: _Taken) -> Attribution:
    """With the words between the beginning of its sentence and its quotation, if they are its own.

    They are where the cue and the source follow and nothing is attributed among them.
    """
    first = one.content[0]
    if one.cue is None or one.cue.start < first.end:
        return one
    if one.source is not None and one.source.start < first.end:
        return one
    if text[first.start - 1 : first.start] not in ("“", '"'):
        return one
    start = sentence_at(text, block, Span(first.start - 1, first.end)).start
    lead = text[start : first.start - 1]
    if not lead.strip() or MARKS.search(lead) or CIRCUMSTANCE.match(lead):
        return one
    if MARKS.search(first.of(text)) or taken.overlaps(Span(start, first.start)):
        return one
    return replace(one, content=(Span(start, first.end), *one.content[1:]))


def _carried_on(
    text: str, blocks: Sequence[Span], tagged: Sequence[Attribution]
) -> list[Attribution]:
    """A quotation left open and the next paragraph, which begins with a mark, as one."""
    next_of = dict(pairwise(blocks))
    made: list[Attribution] = []
    for one in tagged:
        before = made[-1] if made else None
        if before is not None and one.cue is None:
            last = _block_of(blocks, before.content[-1])
            follows = next_of.get(last)
            if (
                follows is not None
                and follows.contains(one.content[0])
                and MARKS.match(text, follows.start)
                and not WORD.search(text, before.content[-1].end, last.end)
                and not WORD.search(text, follows.start, one.content[0].start)
                and is_open(text, last)
            ):
                made[-1] = replace(before, content=(*before.content, *one.content))
                continue
        made.append(one)
    return made
