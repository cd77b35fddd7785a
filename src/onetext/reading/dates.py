"""On which day something was said.

A day counts only where it is attached to the act of saying: it stands outside the content
and next to the cue or the source ("told reporters on Tuesday", "On Tuesday, X said",
"X on Tuesday said", "in a statement on 2 May"), not in a clause of its own ("who met her on
Monday"). A speaker who goes on speaking keeps the day: see `carry`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from onetext.reading.attributions import Attribution
from onetext.reading.daywords import days_in, resolve
from onetext.reading.sentences import sentence_at
from onetext.text.spans import Span

__all__ = ["carry", "resolve", "said_on"]

REACH_WORDS = 9  # how far from the cue a day may stand and still tell when it was said
CARRIED_PARAGRAPHS = 2  # a day is kept until the speaker has been silent for longer
OPENING_WORDS = 5  # a day this near to the beginning of the sentence dates all of it

_OTHER_CLAUSE = re.compile(
    r"\b(?:who|whom|whose|which|where|before|ahead|until|since|that|because|if|when|while|whether"
    r"|scheduled|due|planned|expected)\b|[;:]",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
# "GENEVA, March 5, 2030 (AFP) - ": when the report was sent, not when anything was said.
_DATELINE = re.compile(r"[A-Z][A-Z .'’-]{2,40}(?:,[^—–\n]{0,40}?)?(?:\([^()\n]{2,40}\))?\s*[—–-]\s")


def said_on(
    text: str, attribution: Attribution, paragraph: Span, published: date | None
) -> date | None:
    """The day on which the words were said, where the sentence lets it be known.

    Args:
        text: the document's text, to which all spans refer.
        attribution: what is said, with which cue, by which source.
        paragraph: the block in which it stands.
        published: when the report appeared; weekdays and "yesterday" are counted from it.

    Returns:
        The day, never more than one day after publication; None where the report is silent
        or says only "last week".
    """
    anchor = attribution.cue or attribution.source
    if anchor is None:
        return None
    sentence = sentence_at(text, paragraph, anchor)
    dateline = _DATELINE.match(text, paragraph.start, paragraph.end)
    for day in days_in(text, sentence):
        if dateline and day.span.start < dateline.end():
            continue
        inside = any(content.overlaps(day.span) for content in attribution.content)
        if inside or not _attached(text, attribution, anchor, sentence, day.span):
            continue
        resolved = resolve(day.span.of(text), published, future=False)
        if resolved and (published is None or resolved <= published + timedelta(days=1)):
            return resolved
    return None


def carry(
    dates: Sequence[date | None], speakers: Sequence[str | None], paragraphs: Sequence[int]
) -> list[date | None]:
    """Give later statements the day of an earlier one where the same speaker goes on.

    The three sequences run over the statements in the order of the text: the day that
    `said_on` found, the resolved speaker, and the number of the paragraph. A day is kept
    while the same speaker speaks again in the same paragraph or in the next; a statement
    of another speaker in between does not end it, a day of its own replaces it.

    Raises:
        ValueError: the sequences differ in length.
    """
    kept: dict[str, tuple[date, int]] = {}
    result: list[date | None] = []
    for day, speaker, paragraph in zip(dates, speakers, paragraphs, strict=True):
        known = day
        if speaker is not None:
            if (
                known is None
                and speaker in kept
                and paragraph - kept[speaker][1] <= CARRIED_PARAGRAPHS
            ):
                known = kept[speaker][0]
            if known is not None:
                kept[speaker] = (known, paragraph)
        result.append(known)
    return result


def _attached(text: str, attribution: Attribution, anchor: Span, sentence: Span, day: Span) -> bool:
    if day.start >= anchor.end:
        source = attribution.source
        after_source = source is not None and anchor.end <= source.end <= day.start
        between = Span(source.end if source and after_source else anchor.end, day.start)
    elif day.end <= anchor.start:
        if len(_WORD.findall(text, sentence.start, day.start)) < OPENING_WORDS:
            opening = Span(sentence.start, day.start)
            return not _OTHER_CLAUSE.search(opening.of(text))
        source = attribution.source
        start = source.start if source and source.end <= anchor.start else day.start
        between = Span(min(start, day.start), anchor.start)
    else:
        return True
    words = between.of(text)
    crossed = any(content.overlaps(between) for content in attribution.content)
    return (
        not crossed and len(_WORD.findall(words)) <= REACH_WORDS and not _OTHER_CLAUSE.search(words)
    )
