"""From the class of a cue to an act: negation, and what the content makes of the word.

"Did not rule out" opens what "ruled out" rejects; "rejected claims" denies; "vowed to fight"
threatens where "vowed to help" offers; "refused to say" only reports.
"""

from __future__ import annotations

import re

from onetext.reading.acts.cuephrases import expressed_by
from onetext.reading.acts.cuewords import CueClass, class_of
from onetext.reading.acts.stance import Stance
from onetext.reading.acts.subjunctive import asks_by_bare_verb
from onetext.record.statements import Act

HEAD_WORDS = 7  # the beginning of a content, where it tells what a cue is about

_NEGATION = re.compile(
    r"\b(?:not|never|neither|nor|no|without|stop(?:s|ped|ping)? short of|fall(?:s|ing)? short of"
    r"|fell short of"
    r"|fail(?:s|ed)? to|yet to)\b",
    re.IGNORECASE,
)
_ALLEGED = re.compile(
    r"\b(?:allegations?|accusations?|claims?|reports?|rumou?rs?|suggestions?|speculation"
    r"|charges?|assertions?)\b",
    re.IGNORECASE,
)
_LACKING = re.compile(
    r"\b(?:has|have|had)(?: (?:\w+ )?not| n't)\b|\byet to\b|\bshort of\b|\bwithout\b|\bfail"
    r"(?:s|ed)? to\b",
    re.IGNORECASE,
)
_FIRM = re.compile(r"\bnever\b", re.IGNORECASE)
_SILENCE = re.compile(
    r"\bto (?:\w+ly )?(?:say|comment|answer|elaborate|give|disclose|specify|name|identify"
    r"|confirm|provide|speculate|reveal|go into|be (?:drawn|named|identified))\b",
    re.IGNORECASE,
)
_LEAVING_OPEN = re.compile(
    r"\b(?:rul(?:e|ing) out|exclud(?:e|ing)|reject(?:ing)?)\b", re.IGNORECASE
)
_RULED_OUT = re.compile(
    r"\b(?:rul(?:e|es|ed|ing) out|turn(?:s|ed|ing)? down|push(?:es|ed|ing)? back|brush(?:es|ed"
    r"|ing)? (?:off|aside)"
    r"|scoff(?:s|ed|ing)? at|walk(?:s|ed|ing)? away from|wav(?:e|es|ed|ing) (?:off|away)"
    r"|speak(?:s|ing)? out against)\b",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\b(?:fight\w*|retaliat\w+|respond\w*|strike|avenge|punish|destroy|crush|war|revenge"
    r"|by force|sanctions?|hit back)\b",
    re.IGNORECASE,
)
_NEVER = re.compile(r"^(?:to )?(?:never|not)\b|\bnever to\b|\bnot to\b", re.IGNORECASE)
_PROPOSED = re.compile(
    r"\b(?:plans?|proposals?|drafts?|initiatives?|ceasefires?|truces?|deals?|agreements?|ideas?"
    r"|offers?|decisions?|moves?"
    r"|frameworks?|texts?|documents?|resolutions?|compromises?|roles?|missions?|deployments?"
    r"|memberships?|withdrawals?|guarantees?|pauses?|efforts?|calls?|summits?"
    r"|measures?|bills?)\b",
    re.IGNORECASE,
)
_TALKS = re.compile(
    r"\b(?:talks|progress|meetings?|negotiations|discussions|dialogue|steps?)\b", re.IGNORECASE
)
_GERUND = re.compile(
    r"^(?:\w+ly )?(?!during\b|nothing\b|something\b|everything\b)\w{2,}ing\b", re.IGNORECASE
)
_MODAL = re.compile(
    r"\b(?:could|should|might|be|a joint|an? \w+ (?:meeting|summit|force|zone|mechanism"
    r"|ceasefire|truce))\b"
)
_DEADLINE = re.compile(
    r"\b(?:set|sets|setting|gave|gives|given|impose[sd]?|issue[sd]?)\b.*\b(?:deadlines?"
    r"|ultimatums?|conditions?)\b",
    re.IGNORECASE,
)
_ASSENT = frozenset({CueClass.ACCEPT, CueClass.AGREE, CueClass.WELCOME})


def act_of_cue(stance: Stance) -> Act | None:
    """The act that the cue tells by itself, or None where the content has to tell."""
    if not stance.cue:
        return None
    head = " ".join(stance.content.split()[:HEAD_WORDS])
    after = f"{stance.gap} {head}".strip()
    if re.search(
        r"\b(?:refus|declin)(?:e|es|ed|ing|al)? to (?:rule out|exclude|reject)\b",
        f"{stance.cue} {after}",
    ):
        return Act.OPEN
    if found := _RULED_OUT.search(f"{stance.cue} {stance.gap}"):
        return (
            Act.OPEN
            if _negated(f"{stance.cue} {stance.gap}"[: found.start()])
            else _about(after, Act.REJECT)
        )
    if act := expressed_by(f"{stance.cue} {stance.gap}"):
        return act
    if _DEADLINE.search(f"{stance.cue} {after}") and not re.search(
        r"\bsa(?:id|ys?)\b|\btold\b", stance.cue
    ):
        return Act.DEMAND
    words = stance.cue.split()
    for place, word in enumerate(words):
        cue_class = class_of(word.strip(".,;:").lower())
        if cue_class is not None:
            rest = " ".join([*words[place + 1 :], after]).strip()
            before = " ".join(words[:place])
            lacking = _FIRM.search(before) is None and _LACKING.search(before) is not None
            if lacking and cue_class in _ASSENT:
                return Act.REPORT
            return _act(cue_class, word.lower(), rest, _negated(before), stance)
    return None


def _negated(before: str) -> bool:
    return _NEGATION.search(before) is not None


def _about(after: str, act: Act) -> Act:
    """A denial where what is refused is an allegation; else `act`."""
    found = _ALLEGED.search(" ".join(after.split()[:HEAD_WORDS]))
    return Act.DENY if found else act


def _act(cue_class: CueClass, word: str, rest: str, negated: bool, stance: Stance) -> Act | None:
    content = stance.content
    match cue_class:
        case CueClass.REFUSE:
            if _LEAVING_OPEN.search(" ".join(rest.split()[:4])):
                return Act.OPEN
            return Act.REPORT if negated or _SILENCE.search(rest) else Act.REJECT
        case CueClass.REJECT | CueClass.DISMISS:
            return Act.OPEN if negated else _about(rest, Act.REJECT)
        case CueClass.ACCEPT | CueClass.AGREE:
            if negated:
                return Act.REJECT
            return None if rest.startswith("that ") else Act.ACCEPT
        case CueClass.WELCOME:
            if negated:
                return Act.REJECT
            if _TALKS.search(rest):
                return Act.OPEN
            return Act.ACCEPT if _PROPOSED.search(rest) else None
        case CueClass.DEMAND:
            return Act.REPORT if negated else Act.DEMAND
        case CueClass.CALL:
            return Act.DEMAND if re.match(r"(?:\w+ )?(?:for|on|upon)\b", rest) else None
        case CueClass.ASK:
            return (
                Act.DEMAND
                if re.search(r"^(?:[\w.]+ ){0,3}for\b|\bto \w+", rest)
                and not re.match(r"(?:about|whether|if|how|what|why)\b", rest)
                else None
            )
        case CueClass.INSIST:
            insists = re.match(r"on\b|upon\b", rest) or word.startswith("insistence")
            return Act.DEMAND if insists or asks_by_bare_verb(stance.cue, content) else None
        case CueClass.WANT:
            if negated or re.match(r"(?:to|peace|an end|nothing)\b", rest):
                return None
            return Act.DEMAND
        case CueClass.OFFER:
            return Act.REPORT if negated else Act.OFFER
        case CueClass.SUGGEST:
            return (
                Act.OFFER
                if not negated and (_GERUND.match(content) or _MODAL.search(rest))
                else None
            )
        case CueClass.VOW:
            if _NEVER.search(rest):
                return Act.REJECT
            if negated:
                return Act.REPORT
            return Act.THREATEN if _HARM.search(rest) else Act.OFFER
        case CueClass.FAVOUR:
            return Act.OFFER if _GERUND.match(content) else Act.ACCEPT
        case CueClass.THREATEN:
            return Act.REPORT if negated else Act.THREATEN
        case CueClass.WARN:
            return Act.DEMAND if rest.startswith("against") else None
        case CueClass.ACCUSE:
            return Act.REPORT if negated else Act.ACCUSE
        case CueClass.DENY:
            return Act.REPORT if negated else Act.DENY
        case CueClass.HOPE:
            return Act.REPORT
