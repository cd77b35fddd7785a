"""What an act is about, in a few words that stand in the text."""

from __future__ import annotations

import re

from onetext.reading.attributions import Attribution
from onetext.reading.who.parties import party_named
from onetext.record.statements import Act
from onetext.text.spans import Span

MOST_WORDS = 8
SHORT_CONTENT_WORDS = 12  # the beginning of a longer one seldom tells what it is about

_MATTERS = (
    r"(?:plans?|proposals?|drafts?|frameworks?|texts?|documents?|points?|formulations?"
    r"|provisions?|packages?|initiatives?"
    r"|ideas?|offers?|deals?|agreements?|settlement|accords?|treat(?:y|ies)|resolutions?|bills?"
    r"|ultimatums?|terms|conditions?"
    r"|ceasefires?|truces?|pauses?|guarantees?|sanctions|withdrawals?|concessions?|territor(?:y"
    r"|ies)|talks|negotiations|meetings?"
    r"|summits?|rounds?|visits?|deployments?|missions?|elections?|referendums?|exchanges?|swaps?"
    r"|assets|borders?|membership"
    r"|accession|compromises?|demands?|deadlines?|aid|peace)"
)
_NOT_IN_NAME = (
    r"(?!(?:the|a|an|some|any|no|all|of|that|this|these|those|and|or|but|to|in|on|at|by|for|from"
    r"|with|is|are|was|were"
    r"|be|been|has|have|had|will|would|could|can|should|must|may|might|not|it|he|she|they|we|i"
    r"|his|her|its|their|our"
    r"|as|if|when|which|who|said|says|reject\w*|accept\w*|sign\w*|about|during|after|before|than"
    r"|into|against|what"
    r"|see|saw|seen|discuss\w*|end|ending|stop|want\w*|need\w*|call\w*|support\w*|back\w*|there"
    r"|more|such)\b)"
)
_MATTER = re.compile(
    r"(?:\b(?:transfer|cession|use|return|recognition|seizure|confiscation|monitoring|limits?"
    r"|size|postponement|deployment|withdrawal|exchange)\s+(?:of|on)\s+(?:the\s+|an?\s+)?)?"
    rf"(?:\b{_NOT_IN_NAME}[\w’'.-]+\s+){{0,4}}\b(?:\w+-)?{_MATTERS}\b"
    r"(?:\s+to\s+(?:end|stop|settle)\s+the\s+\w+"
    r"|\s+(?:of|on|for|along|from|with|between|over|to(?=\s+(?:the|an?|its|their|(?-i:[A-Z]))))\s+"
    rf"(?:the\s+|an?\s+|its\s+|their\s+)?[\w’'-]+(?:\s+{_NOT_IN_NAME}(?!\w+ed\b)[\w’'-]+"
    r"|\s+of\s+\w+){0,3})?",
    re.IGNORECASE,
)
_NAMES = re.compile(r"\b(?:the\s+)?((?:[A-Z]\.){2,}|[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3})")
_LOOSE_END = re.compile(
    r"(?:\s+(?:of|on|for|along|from|with|between|over|to|the|a|an|its|their|and|or|in|at|by|after"
    r"|that|which|who|also|not|into|as))+$",
    re.IGNORECASE,
)
_PREDICATE = re.compile(
    r"\s(?:be|is|are|was|were|should|must|shall|would|will|can|could|may|might|has|have|had|do|does"
    r"|did|depend|stay|remain|withdraw|start|stop|leave|that|which|who|because|so)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_OWN_SUBJECT = re.compile(
    r"^(?:to |(?:we|i|he|she|it|they) (?:will|would|shall|can|could|must|should|had to|have to"
    r"|has to|needs? to)? ?(?:not )?)",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"(?:|we|i|he|she|it|they|you|this|that|these|much|more|all|there|one|nothing)", re.IGNORECASE
)
_NOUN_PHRASE = re.compile(r"(?:the|an?|its|his|her|their|our|all|any) (?!\w+ly\b)", re.IGNORECASE)
_GERUND = re.compile(r"[“\"‘]?(?:\w+ly )?[a-z]{3,}ing (?:the|a|an|its|all|any|[A-Z])")
_TOLD = re.compile(r"t(?:old|ell|ells|elling)\b", re.IGNORECASE)
_AGAINST = frozenset({Act.ACCUSE, Act.THREATEN})


def target_of(text: str, attribution: Attribution, act: Act, sentence: Span) -> str | None:
    """The proposal, point or party that the act is about, in words of the text; None for a report.

    An accusation or a threat is aimed at whom the words name first, a denial at the beginning
    of what is denied; every other act at the first plan, meeting or other matter of talks in
    the content, else in the few words that lead to it, else at what a short content or one
    like "ceding the valley" begins with.
    """
    if act is Act.REPORT:
        return None
    contents = [span.of(text) for span in attribution.content]
    gap = _gap(text, attribution, sentence)
    if act is Act.DENY:
        return _few_words(contents[0])
    if act not in _AGAINST and _GERUND.match(contents[0]):
        return _few_words(contents[0])
    places = [gap, *contents] if act in _AGAINST else [*contents, gap]
    patterns = (_NAMES, _MATTER) if act in _AGAINST else (_MATTER,)
    for pattern in patterns:
        for words in places:
            if found := _first(pattern, words, opens=words is not gap):
                return found
    if len(contents[0].split()) > SHORT_CONTENT_WORDS and not _NOUN_PHRASE.match(contents[0]):
        return None
    words = _few_words(_PREDICATE.sub("", _OWN_SUBJECT.sub("", contents[0])))
    return None if _EMPTY.fullmatch(words) else words


def _gap(text: str, attribution: Attribution, sentence: Span) -> str:
    """What stands between the cue and the content: "Russia" in "accused Russia of ..."."""
    if attribution.cue is None or _TOLD.match(attribution.cue.of(text)):
        return ""
    end = attribution.cue.end
    starts = [span.start for span in attribution.content if span.start >= end]
    return text[end : min(starts)] if starts and min(starts) <= sentence.end else ""


def _first(pattern: re.Pattern[str], words: str, *, opens: bool) -> str | None:
    for found in pattern.finditer(words):
        name = found[found.lastindex or 0]
        first = opens and _opens(words, found.start())
        if pattern is _NAMES and first and not _known_name(name):
            continue
        if pattern is _NAMES and (name in ("I", "X") or _ACTS.match(words, found.end())):
            continue
        return _few_words(name)
    return None


_ACTS = re.compile(r" (?:troops|forces|army|military|soldiers)?\b ?(?:will|would|shall)\b")


def _opens(words: str, place: int) -> bool:
    """A capital at the beginning of a sentence is no sign of a name."""
    return not words[:place].strip(" \"“‘'") or words[:place].rstrip(" \"“‘'")[-1] in ".!?:"


def _known_name(name: str) -> bool:
    return party_named(name) is not None


def _few_words(words: str) -> str:
    few = " ".join(" ".join(words.split()).strip(" ,.;:\"“”‘’'").split()[:MOST_WORDS])
    return _LOOSE_END.sub("", few)
