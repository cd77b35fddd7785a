"""From what a statement does to the stance that it takes, by a stated rule.

| act | stance |
|---|---|
| accept | accepts; with conditions where the words state one, or accept a part only |
| open, offer | open |
| reject | rejects |
| demand | demands otherwise; that others accept the text: accepts |
| report, threaten, accuse, deny | none |

Whatever the act, words that tell of a refusal to say anything make it silent. Conditions and
silence are known in English; in other languages the act alone decides.
"""

from __future__ import annotations

import re

from onetext.positions.values import Stance
from onetext.record.statements import Act, Statement

BY_ACT: dict[Act, Stance | None] = {
    Act.ACCEPT: Stance.ACCEPTS,
    Act.OPEN: Stance.OPEN,
    Act.OFFER: Stance.OPEN,
    Act.REJECT: Stance.REJECTS,
    Act.DEMAND: Stance.DEMANDS_OTHERWISE,
    Act.REPORT: None,
    Act.THREATEN: None,
    Act.ACCUSE: None,
    Act.DENY: None,
}

_CONDITION = re.compile(
    r"\b(?:if|but|unless|provided|providing|assuming|in principle|subject to|conditional(?:ly)?"
    r"|(?:on|under|with) (?:the |one |some |certain |a few |two |three )?conditions?(?: that)?"
    r"|only (?:after|if|when|once|with)|(?:as|so) long as|not before|not until"
    r"|in (?:exchange|return) for|with (?:some |certain )?(?:reservations?|caveats?|changes"
    r"|amendments|modifications)|part(?:ly|ially)|once|not all"
    r"|(?:some|many|most|much|several|parts?) of"
    r"|(?:some|many|most|several|certain) (?:\w+ )?"
    r"(?:parts|points|elements|provisions|clauses|formulations|proposals))\b",
    re.IGNORECASE,
)
_SILENCE = re.compile(
    r"\b(?:(?:declin|refus)(?:ed|es|ing) to (?:comment|say|answer|respond|be drawn|discuss whether)"
    r"|(?:would|will|could|can) not (?:comment|be drawn)|(?:made |had |gave )?no comment"
    r"|(?:did|do|does|has|had|have)(?: not|n['’]t) (?:yet |immediately |publicly )*"
    r"(?:respond|responded|repl(?:y|ied)|comment|commented|answer|answered)"
    r"|(?:has|had|have) yet to (?:respond|reply|comment|answer)"
    r"|(?:remain|kept|keep|stay)(?:ed|s|ing)? silent)\b",
    re.IGNORECASE,
)

_OTHERS_ACCEPT = re.compile(
    r"\b(?:accept|agree(?:s|d)? to|sign|endorse|approve|adopt|back)(?:s|ed|ing)?\b"
    r"(?: (?:to|of|on|up))? (?:\w+ ){0,3}(?:plan|draft|proposal|framework|text|terms|deal"
    r"|agreement)\b",
    re.IGNORECASE,
)
_AMENDED = re.compile(
    r"\b(?:must|should|any|changed?|revised?|amended|different|not)\b", re.IGNORECASE
)


def stance_of(statement: Statement) -> Stance | None:
    """The stance that a statement takes by its act and its words, or None where it takes none."""
    cue = statement.cue.exact if statement.cue else ""
    if _SILENCE.search(f"{cue} {statement.words}"):
        return Stance.SILENT
    stance = BY_ACT[statement.act]
    if stance is Stance.ACCEPTS and states_condition(statement.words):
        return Stance.ACCEPTS_WITH_CONDITIONS
    if stance is Stance.DEMANDS_OTHERWISE and presses_the_text(statement.words):
        return Stance.ACCEPTS
    return stance


def presses_the_text(words: str) -> bool:
    """Whether English words ask others to accept the text as it is: who asks that accepts it."""
    return _OTHERS_ACCEPT.search(words) is not None and _AMENDED.search(words) is None


def states_condition(words: str) -> bool:
    """Whether English words make what they say depend on something, or say it of a part only."""
    return _CONDITION.search(words) is not None
