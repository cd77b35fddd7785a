"""The words of a statement laid out for reading its act: cue, what leads to the content, content.

With straight apostrophes, contractions written out ("won't" is "will not")
and without quotation marks, so that one spelling of a pattern is enough.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onetext.reading.attributions import Attribution
from onetext.text.spans import Span

BEFORE_CUE_WORDS = 5
GAP_CHARS = 90  # between cue and content; further apart they are not read together
AFTER_CUE_WORDS = 10
CONTENT_CHARS = 4_000  # no statement that is longer says later what it does

_SPELLINGS = (
    (re.compile("[’‘`]"), "'"),
    (re.compile(r"[\"“”«»„]|(?<!\w)'|'(?!\w)"), " "),
    (re.compile(r"\bcan't\b|\bcannot\b", re.IGNORECASE), "can not"),
    (re.compile(r"\bwon't\b", re.IGNORECASE), "will not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'m\b"), " am"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'d\b"), " would"),
    (re.compile(r"\s+"), " "),
)


_LEADS = re.compile(
    r"(?:\b(?:has|have|had|did|does|do|is|are|was|were|be|been|being|not|never|no|neither|nor"
    r"|will|would|could|can"
    r"|also|again|once|long|yet|still|since|already|to|[a-z]+ly|refus(?:e|es|ed|ing)|declin(?:e"
    r"|es|ed|ing)|fail(?:s|ed|ing)?"
    r"|st(?:op|ops|opped|opping)|f(?:all|alls|ell|alling)|short|of|without|rul(?:e|ed|ing)|out"
    r"|call(?:s|ed|ing)?|for|by)\b\W+)+$",
    re.IGNORECASE,
)


_CALLS = re.compile(
    r"\b(?:call|describ|brand|label|deem|term|dub|regard|consider|denounc|dismiss|hail)\w*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stance:
    """`cue` holds the few words before it too; `gap` leads from the cue to the content."""

    source: str
    cue: str
    gap: str
    content: str
    leads: bool  # whether the gap leads to the content, or only follows the cue

    @property
    def predicate(self) -> str:
        """Cue and content read as one: "is ready to" + "observe a pause".

        What follows the cue but leads nowhere ("said, on condition of anonymity") is no part
        of it, unless the cue calls the content something ("calling it a red line").
        """
        gap = self.gap if self.leads or _CALLS.search(self.cue) else ""
        return " ".join(part for part in (self.cue, gap, self.content) if part)


def plain(words: str) -> str:
    """The words in the one spelling that the patterns of this package are written in."""
    for pattern, spelling in _SPELLINGS:
        words = pattern.sub(spelling, words)
    return words.strip()


def stance_of(text: str, attribution: Attribution, sentence: Span) -> Stance:
    """Lay out one attribution; `sentence` bounds what is looked at around its cue."""
    content = " … ".join(plain(span.of(text)[:CONTENT_CHARS]) for span in attribution.content)
    source = plain(attribution.source.of(text)) if attribution.source else ""
    cue = attribution.cue
    if cue is None:
        return Stance(source, "", "", content, leads=False)
    others = [*attribution.content, *([attribution.source] if attribution.source else [])]
    left = max([sentence.start, *(span.end for span in others if span.end <= cue.start)])
    negation = _LEADS.search(
        " ".join(text[min(left, cue.start) : cue.start].split()[-BEFORE_CUE_WORDS:]) + " "
    )
    starts = [span.start for span in attribution.content if span.start >= cue.end]
    leads = bool(starts) and min(starts) - cue.end <= GAP_CHARS
    if leads:
        gap = text[cue.end : min(starts)]
    else:
        stop = min([max(sentence.end, cue.end), *starts])
        gap = " ".join(text[cue.end : stop].split()[:AFTER_CUE_WORDS])
    return Stance(
        source, plain((negation[0] if negation else "") + cue.of(text)), plain(gap), content, leads
    )
