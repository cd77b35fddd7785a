"""The words for meetings, and the clause in which each stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onetext.text.spans import Span

_KIND_OF = (
    r"(?:next|new|another|first|second|third|fourth|fifth|latest|last|final|further|more|previous"
    r"|earlier|recent|planned|proposed|possible|emergency|special|regular|annual|joint|key|crucial"
    r"|peace|direct|indirect|separate|technical|preliminary|formal|informal|official|secret|private"
    r"|closed|crisis|security|trade|economic|political|military|humanitarian|nuclear|budget|climate"
    r"|trilateral|bilateral|multilateral|international|regional|two-day|day-long|high|level|working"
    r"|ongoing|upcoming|forthcoming|follow-up|donors?|leaders['’]?|ministerial|state|phone"
    r"|telephone"
    r"|weekend|marathon|mediated|brokered|sponsored|stalled|failed|successful|long-awaited"
    r"|top-level"
    r"|[\w.]+-[\w-]+|(?-i:[A-Z][\w.]*(?:['’]s)?))"
)
_OPENERS = (
    r"(?:The|A|An|Before|After|During|For|As|By|To|In|On|At|And|But|It|He|She|They|We|This|These"
    r"|His|Her|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_MODIFIER = rf"(?:(?!(?-i:{_OPENERS})\b){_KIND_OF}\s+){{0,4}}"
_NOUN = (
    r"(?:rounds?\s+of\s+(?:\w+\s+){0,2}(?:talks|negotiations|consultations|discussions|meetings)"
    r"|talks|meetings?|summits?|negotiations"
    r"|consultations|negotiating\s+sessions?|(?:phone|telephone|video)\s+(?:calls?"
    r"|conversations?|conferences?)|rounds?"
    r"|visits?(?=\s+(?:to|by|of|in|on)\b)|(?:peace\s+|security\s+"
    r"|donor\s+)?conferences?(?!\s+call)|discussions(?=\s+(?:in|with|between|on\s+\w+day)\b)"
    r"|hours(?=\s+(?:in|at)\s+(?:the\s+)?(?-i:[A-Z]))|(?:call|talk|conversation)(?=\s+(?:with|between)\b)|summitry)"
)
_VERB = (
    r"(?-i:met|meets?|meeting(?=\s+(?:with|[A-Z]))|visit(?:s|ed|ing)?(?=\s+(?:the\s+)?[A-Z])"
    r"|host(?:s|ed|ing)?(?=\s)|gather(?:s|ed|ing)?\s+in|convened?\s+in"
    r"|sat\s+down\s+with|sit\s+down\s+with|held\s+talks|hold(?:ing|s)?\s+talks"
    r"|receiv(?:e|es|ed|ing)(?=\s+(?:the\s+|an?\s+)?(?:[A-Z][\w.-]*\s+){1,4}"
    r"(?:[A-Z]|envoys?\b|delegations?\b|negotiators?\b|officials?\b|leaders?\b))|sp(?:oke|eak|oken"
    r"|eaking)\s+by\s+(?:phone|telephone)|phoned)"
)
_GATHERING = re.compile(
    rf"\b(?P<noun>(?P<modifiers>{_MODIFIER})(?P<head>{_NOUN}))\b"
    rf"|\b(?P<verb>{_VERB})\b(?!\s+(?:the\s+)?(?:deadline|demands?|conditions?|goals?|targets?"
    rf"|needs?|expectations|requirements|obligations|commitments|criteria|resistance))",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r";|:|\b(?:but|while|whereas|although|though|after|before|who|which|and\s+then"
    r"|and\s+(?:another|a\s+further)|that)\b"
    r"|,\s+(?:and|with|as)\b",
    re.IGNORECASE,
)


CLAUSE_CHARS = 400
NONE_CHARS = 12
_IS_WAS = re.compile(r"\b(?:is|are|was|were|be|been)\s+(?:not\s+)?$", re.IGNORECASE)
_NONE = re.compile(r"\b(?:no|any|without(?: an?)?|No)\s+$")  # "no meeting": there is none


@dataclass(frozen=True, slots=True)
class Gathering:
    """A word for a meeting: the whole of its words, its head, and whether it is a verb."""

    span: Span
    head: str
    verb: bool

    @property
    def single(self) -> bool:
        """Whether it is one event, not "negotiations" in general."""
        return self.verb or not self.head.endswith(("talks", "negotiations", "consultations", "s"))


def gatherings_in(text: str, sentence: Span) -> list[Gathering]:
    """Every word for a meeting in `sentence`, in order."""
    found = []
    for match in _GATHERING.finditer(text, sentence.start, sentence.end):
        if _NONE.search(text[max(sentence.start, match.start() - NONE_CHARS) : match.start()]):
            continue
        if match[0].startswith("No "):
            continue
        head = " ".join((match["head"] or match["verb"]).lower().split())
        is_was = _IS_WAS.search(text[max(sentence.start, match.start() - 12) : match.start()])
        if head == "met" and is_was:
            continue  # a deadline is met
        verb = match["verb"] is not None or (match[0].lower() == "meeting" and is_was is not None)
        found.append(Gathering(Span(*match.span()), head, verb))
    return found


def clause_of(text: str, sentence: Span, gathering: Gathering) -> Span:
    """The clause of `sentence` in which the gathering stands, at most 400 characters each way."""
    sentence = Span(
        max(sentence.start, gathering.span.start - CLAUSE_CHARS),
        min(sentence.end, gathering.span.end + CLAUSE_CHARS),
    )
    breaks = list(_CLAUSE.finditer(text, sentence.start, sentence.end))
    before = [match.start() for match in breaks if match.end() <= gathering.span.start]
    after = [match.start() for match in breaks if match.start() >= gathering.span.end]
    return Span(max(before, default=sentence.start), min(after, default=sentence.end))
