"""The words for meetings, and what their clause tells of the status."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onetext.record.statements import MeetingStatus
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
    r"|hours(?=\s+(?:in|at)\s+(?:the\s+)?(?-i:[A-Z]))|call(?=\s+(?:with|between)\b)|summitry)"
)
_VERB = (
    r"(?-i:met|meets?|meeting(?=\s+(?:with|[A-Z]))|visit(?:s|ed|ing)?(?=\s+(?:the\s+)?[A-Z])"
    r"|host(?:s|ed|ing)?(?=\s)|gather(?:s|ed|ing)?\s+in|convened?\s+in"
    r"|sat\s+down\s+with|sit\s+down\s+with|held\s+talks|hold(?:ing|s)?\s+talks|sp(?:oke|eak|oken"
    r"|eaking)\s+by\s+(?:phone|telephone)|phoned)"
)
_GATHERING = re.compile(
    rf"\b(?P<noun>(?P<modifiers>{_MODIFIER})(?P<head>{_NOUN}))\b"
    rf"|\b(?P<verb>{_VERB})\b(?!\s+(?:the\s+)?(?:deadline|demands?|conditions?|goals?|targets?"
    rf"|needs?|expectations|requirements|obligations|commitments|criteria|resistance))",
    re.IGNORECASE,
)
_NOT_HELD = (
    r"\b(?:call(?:ed|ing)?\s+off|cancell?(?:ed|ing|ation)|postpon(?:ed|ing|ement)"
    r"|scrapp(?:ed|ing)|shelv(?:ed|ing)|suspend(?:ed|ing)|abandon(?:ed|ing)|f[ae]ll(?:s"
    r"|en)?\s+through|(?:did|will|would)\s+not\s+(?:take\s+place|meet|go\s+ahead|happen"
    r"|attend)|skip(?:ped|s)?)\b"
)
_PERHAPS = (
    r"\b(?:could|(?-i:may)|might|would|propos\w+|suggest\w*|offer\w*|invit\w*|possib\w+|potential"
    r"|prospective|ready\s+to|willing|open\s+to|should|must|call(?:s|ed|ing)?\s+for|idea"
    r"|want(?:s|ed)?\s+to|hop(?:e|es|ed|ing)\s+to|seek(?:s|ing)?|favou?r\w*|reserved\s+for"
    r"|push(?:es|ed|ing)?\s+for|if)\b"
)
_AHEAD = (
    r"\b(?:will|shall|'ll|due|scheduled|schedule|set\s+to|expected|expects?|plan(?:s|ned"
    r"|ning)?|next|upcoming|forthcoming|coming|tomorrow|ahead\s+of|going\s+to|are\s+to"
    r"|is\s+to|prepar\w+\s+(?:to|for)|later\s+this)\b"
)
_NOW = (
    r"\b(?:under\s*way|ongoing|are\s+(?:currently\s+)?(?:meeting|holding|visiting"
    r"|gathering)|is\s+(?:currently\s+)?(?:meeting|holding|visiting|hosting)|in\s+progress"
    r"|continuing|entered\s+(?:its|their)\s+\w+\s+day)\b"
)
_AFTERWARDS = re.compile(
    r"\b(?:after|following|since|during|at|from|latest|last|previous|earlier|recent|first|held"
    r"|ended|concluded|took\s+part\s+in)\s+(?:(?:the|a|an|his|her|their|this|that|two|three"
    r"|[\w-]+)\s+){0,3}$",
    re.IGNORECASE,
)
_STATUS = (
    (MeetingStatus.CANCELLED, re.compile(_NOT_HELD, re.IGNORECASE)),
    (MeetingStatus.UNDER_WAY, re.compile(_NOW, re.IGNORECASE)),
    (MeetingStatus.PROPOSED, re.compile(_PERHAPS, re.IGNORECASE)),
    (MeetingStatus.PLANNED, re.compile(_AHEAD, re.IGNORECASE)),
)  # fmt: skip
_PAST_VERB = re.compile(
    r"^(?:met|held|visited|hosted|gathered|convened|sat|spoke|phoned)", re.IGNORECASE
)
_CLAUSE = re.compile(
    r";|:|\b(?:but|while|whereas|although|though|after|before|who|which|and\s+then"
    r"|and\s+(?:another|a\s+further)|that)\b"
    r"|,\s+(?:and|with|as)\b",
    re.IGNORECASE,
)


CLAUSE_CHARS = 400


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
        head = match["head"] or match["verb"]
        found.append(
            Gathering(
                Span(*match.span()), " ".join(head.lower().split()), match["verb"] is not None
            )
        )
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


def status_of(text: str, clause: Span, gathering: Gathering) -> MeetingStatus:
    """Held, under way, planned, proposed or cancelled, by the tense and modality of the clause."""
    words = clause.of(text)
    before = text[clause.start : gathering.span.start]
    if re.search(_NOT_HELD, words, re.IGNORECASE):
        return MeetingStatus.CANCELLED
    if _AFTERWARDS.search(before) or (
        gathering.verb
        and _PAST_VERB.match(gathering.head)
        and not re.search(r"\b(?:would|could|might)\s+(?:have\s+)?$|\b(?:be|to\s+be)\s+$", before)
    ):
        return MeetingStatus.HELD
    for status, pattern in _STATUS:
        if pattern.search(words):
            return status
    return MeetingStatus.HELD
