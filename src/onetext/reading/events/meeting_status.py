"""Whether a meeting was held, goes on, is planned or proposed, or will not be, by its clause.

In this order: what a negated or averted cancellation leaves standing ("was not postponed",
"discuss a postponement", "postponed to 9 May": planned); a cancellation; what is plainly over
("was held on", "ended", "after the talks"); what goes on; what is only wished or possible;
what lies ahead, also seen from the past ("said that a meeting would be held"); else it was held.
"""

from __future__ import annotations

import re

from onetext.reading.events.gatherings import Gathering
from onetext.record.statements import MeetingStatus
from onetext.text.spans import Span

_OFF = (
    r"(?:call(?:ed|ing)?\s+off|cancell?(?:ed|ing|ation)|postpon(?:e|ed|ing|ement)"
    r"|scrapp(?:ed|ing)|shelv(?:ed|ing)|suspend(?:ed|ing)|abandon(?:ed|ing)|delayed|adjourned)"
)
_NOT_HELD = re.compile(
    rf"\b(?:{_OFF}|f[ae]ll(?:s|en)?\s+through|(?:did|will|would)\s+not\s+(?:take\s+place|meet"
    r"|go\s+ahead|happen|attend|be\s+held)|(?:was|were|be|been|is|are)\s+not\s+(?:be\s+)?held"
    r"|skip(?:ped|s)?)\b",
    re.IGNORECASE,
)
_NOT_OFF = re.compile(
    r"\b(?:not|never|no\s+plans?\s+to|no|without|n't)(?:\s+(?:been|yet|be|to|being|have|ever"
    rf"|talk\s+of(?:\s+a)?)){{0,3}}\s+{_OFF}\b"
    rf"|\b(?:discuss\w*|consider\w*|seek\w*|ask\w*|request\w*|propos\w+|sought|want\w*|suggest\w*"
    rf"|could|may|might|den(?:y|ied|ies))\b(?:\s+\w+){{0,5}}?\s+{_OFF}\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\bden(?:y|ied|ies|ying)\s+$", re.IGNORECASE)
_THEN_OFF = re.compile(
    r"but\s+(?:it\s+|they\s+)?(?:was|were|has|have|had)\s+(?:later\s+|since\s+|then\s+)?(?:been\s+)?"
    rf"{_OFF}\b",
    re.IGNORECASE,
)
NEAR_CHARS = 80  # how far outside its clause a meeting may be denied or called off
_MOVED = re.compile(
    r"\b(?:postpon\w+|delayed|adjourned|moved|put\s+off|pushed\s+back|rescheduled|brought\s+forward)"
    r"\s+(?:by\s+\w+\s+\w+\s+|from\s+[\w ]{1,20}?\s+)?(?:to|until|till|for)"
    r"\s+(?!an?\s+indefinite|indefinite|discuss)",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?<!be )(?<!being )(?:was|were|had\s+been|has\s+been|have\s+been)\s+(?:\w+ly\s+|first\s+"
    r"|last\s+)?(?:held|hosted|convened|concluded|completed|over)\b"
    r"|\b(?:took\s+place|ended|lasted|concluded|finished|broke\s+up|wrapped\s+up|brought|produced"
    r"|yielded|had\s+been\s+\w+|have\s+been\s+(?!planned|scheduled|set|agreed|proposed)\w+|began"
    r"|dealt\s+with|followed|rested\s+on|went)\b(?!\s+to\s+be)",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:had|has|have|was|were)\s+(?:\w+ly\s+|also\s+)?(?:been\s+)?(?:planned|scheduled|due|set"
    r"|expected|to\s+be|proposed|invited)\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:under\s*way|ongoing|(?:are|is|were|was)\s+(?:currently\s+|still\s+)?(?:meeting|holding"
    r"|visiting|gathering|hosting)|in\s+progress|continuing|entered\s+(?:its|their)\s+\w+\s+day)\b",
    re.IGNORECASE,
)
_PERHAPS = re.compile(
    r"\b(?:could|(?-i:may)|might|(?<!counter-)propos(?:e|es|ed|ing)|(?<!counter-)proposal\s+(?:for|of|to)"
    r"|suggest\w*|offer(?:s|ed|ing)?\s+to|offered|invit\w*|possib\w+|potential|prospective"
    r"|ready\s+to|willing|open\s+to|should|must|call(?:s|ed|ing)?\s+for|idea|want(?:s|ed)?\s+to"
    r"|hop(?:e|es|ed|ing)\s+to|seek(?:s|ing)?|favou?r\w*|reserved\s+for|push(?:es|ed|ing)?\s+for"
    r"|if|unless|whether|only\s+(?:when|after|once))\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|'ll|due|scheduled|schedule|set\s+to|(?<!than )expected|expects?"
    r"|plan(?:s|ned|ning)\s+(?:to|for|in|on|a|an)|(?:is|are|was|were|been|also)\s+planned|planned"
    r"|plans|(?:before|ahead\s+of)\s+(?:an?|another)|next|upcoming|forthcoming|coming|tomorrow|ahead\s+of|going\s+to|(?:are|is|were|was)"
    r"\s+to(?=\s+\w)|prepar\w+\s+(?:to|for)|later\s+this)\b(?!\s+of\s+\d)",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(
    r"\b(?:after|following|followed|since|during|at|from|latest|last|previous|earlier|recent|first"
    r"|held|ended|concluded|took\s+part\s+in)\s+(?:(?:the|a|an|his|her|their|this|that|two|three"
    r"|[\w-]+)\s+){0,3}$",
    re.IGNORECASE,
)
_BEFORE_ONE = re.compile(r"\b(?:before|ahead\s+of)\s+(?:an?|another)\s+$", re.IGNORECASE)
_PAST_VERB = re.compile(
    r"^(?:met|held|visited|hosted|gathered|convened|sat|spoke|phoned|received)", re.IGNORECASE
)
_UNREAL = re.compile(r"\b(?:would|could|might)\s+(?:have\s+)?$|\b(?:be|to\s+be)\s+$")


def status_of(text: str, clause: Span, gathering: Gathering) -> MeetingStatus:
    """Held, under way, planned, proposed or cancelled, by the tense and modality of the clause."""
    words = clause.of(text)
    before = text[clause.start : gathering.span.start]
    if _NOT_OFF.search(words) or _MOVED.search(words):
        return MeetingStatus.PLANNED
    if _NOT_HELD.search(words):
        denied = _DENIED.search(text, max(0, clause.start - NEAR_CHARS), clause.start)
        return MeetingStatus.PLANNED if denied else MeetingStatus.CANCELLED
    if _THEN_OFF.match(text, clause.end, clause.end + NEAR_CHARS):
        return MeetingStatus.CANCELLED
    if _over(text, clause, gathering, before):
        return MeetingStatus.HELD
    for status, pattern in (
        (MeetingStatus.UNDER_WAY, _NOW),
        (MeetingStatus.PROPOSED, _PERHAPS),
        (MeetingStatus.PLANNED, _AHEAD),
    ):
        if pattern.search(words):
            return status
    return MeetingStatus.HELD


def _over(text: str, clause: Span, gathering: Gathering, before: str) -> bool:
    if gathering.verb:
        past = _PAST_VERB.match(gathering.head) is not None
        return (past and _UNREAL.search(before) is None) or _AFTERWARDS.search(before) is not None
    if _AFTERWARDS.search(before):
        return True
    if _BEFORE_ONE.search(before):
        return False
    after = text[gathering.span.end : clause.end]
    return _OVER.search(after) is not None and _NOT_YET.search(clause.of(text)) is None
