"""Plans, drafts, proposals and ultimatums that a report mentions, versions told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onetext.reading.lexicon import lexicon
from onetext.reading.sentences import sentences
from onetext.reading.who.parties import party_of_phrase
from onetext.record.documents import BlockKind, Document
from onetext.record.statements import Proposal
from onetext.text.spans import Span

_HEADS = (
    r"(?:counter-?\s?proposals?|proposals?|(?:peace|settlement|road|action|reform|draft"
    r"|transition|security|economic|territorial|disengagement|withdrawal|reconstruction)\s+plans?"
    r"|plans?|drafts?(?:\s+(?:texts?|agreements?|proposals?|treat(?:y|ies)|deals?|documents?"
    r"|resolutions?|laws?|plans?))?|frameworks?(?:\s+(?:agreements?|deals?|documents?))?"
    r"|ultimatums?|initiatives?|road\s?maps?|blueprints?|memorand(?:um|a)|white\s+papers?"
    r"|non-papers?|packages?|offers?|term\s+sheets?)"
)
_STOP = (
    r"(?:the|a|an|some|any|no|all|of|that|this|these|those|and|or|but|to|in|on|at|by|for|from"
    r"|with|is|are|was|were|be|been|has|have|had|will|would"
    r"|could|can|should|must|may|might|not|it|he|she|they|we|i|as|if|when|which|who|said|says"
    r"|about|during|after|before|into|against|what|how|so"
    r"|their|its|his|her|our|your|my|such|more|most|also|than|then|there|over|under|between"
    r"|called|discuss\w*|support\w*|reject\w*|add|adds|added|present\w*|accept\w*|see|saw|make"
    r"|made|making|put"
    r"|puts|own)"
)
_PROPOSAL = re.compile(
    rf"(?P<name>(?:(?<![\w$€£.])(?!{_STOP}\b)[\w$€£][\w’'.,-]{{0,30}}[\w’'.]\s+"
    rf"|\b[A-Z]\.[A-Z]\.\s+){{0,5}}\b{_HEADS})\b"
    r"(?P<tail>\s+(?:for|on|of|to|along)\s+(?:(?:the|a|an|its"
    r"|their)\s+)?(?:[\w’'-]+)(?:\s+(?:of|in|for|along)\s+(?:the\s+)?[\w’'-]+){0,2})?",
    re.IGNORECASE,
)
_VERBAL = re.compile(
    r"\b(?:he|she|it|they|we|i|who|which|and|to|not|also|now|will|would)\s+$", re.IGNORECASE
)
_EVENTS = re.compile(
    r"\b(?P<state>reject(?:s|ed)|accept(?:s|ed)|dismiss(?:es|ed)|refus(?:es|ed)|endors(?:es|ed)"
    r"|agree[sd]?(?:\s+(?:to|on|in\s+principle))?|welcom(?:es|ed)|present(?:s|ed)"
    r"|propos(?:es|ed)|revis(?:es|ed)|unveil(?:s|ed)|drafted|submitted|published|withdrawn"
    r"|approved|adopted|signed|discuss(?:es|ed)|demand(?:s|ed)|oppos(?:es|ed)"
    r"|favou?r(?:s|ed)|pledg(?:es|ed)|suggest(?:s|ed)|handed\s+over|sent|received|amended"
    r"|updated|under\s+discussion|unacceptable|(?:\w+\s+)?acceptable|nearly\s+ready|not\s+final"
    r"|ready"
    r"|needs?\s+(?:further\s+)?discussion|needed\s+(?:further\s+)?discussion|leaked"
    r"|put\s+forward|tabled|blocked)\b",
    re.IGNORECASE,
)
_GENERIC = lexicon(
    "plan plans package packages offer offers framework initiative initiatives "
    "draft drafts proposal proposals"
)
_LEADING = re.compile(
    r"^(?:new|latest|current|proposed|so-called|same|other|key|various|several|many|number)\s+",
    re.IGNORECASE,
)


REACH_CHARS = 100  # how far from its name a proposal's maker and status are looked for


@dataclass(frozen=True, slots=True)
class _Mention:
    span: Span
    name: str
    by: str | None
    status: str | None


def find_proposals(document: Document) -> tuple[Proposal, ...]:
    """Every plan, draft or proposal outside furniture, in the order of first mention.

    Mentions are one proposal where their names are the same but for articles and number;
    "the original plan" and "the revised plan" are two. A bare "the plan" belongs to the
    proposal named last before it; where none is, it is dropped. `status` is in words of
    the report; `by` the party whose the name says it is, or who is said to have made it.
    """
    mentions: list[_Mention] = []
    for block in document.blocks:
        if block.kind is BlockKind.FURNITURE:
            continue
        for sentence in sentences(document.text, block.span):
            mentions.extend(_in_sentence(document.text, sentence))
    return _gathered(mentions)


def _in_sentence(text: str, sentence: Span) -> Iterator[_Mention]:
    for found in _PROPOSAL.finditer(text, sentence.start, sentence.end):
        before = text[max(sentence.start, found.start() - 12) : found.start()]
        name = " ".join(found["name"].split())
        if _VERBAL.search(before) and " " not in name:
            continue  # "he plans to", "they offer"
        follows = text[found.end("name") : found.end("name") + 4]
        if (
            " " not in name
            and name.lower() in {"plans", "offers", "plan", "offer"}
            and follows.startswith(" to ")
        ):
            continue
        span = Span(*found.span("name"))
        status = _status(text, sentence, span)
        by = party_of_phrase(name) or _maker(text, sentence, span)
        yield _Mention(span, name, by, status)


def _maker(text: str, sentence: Span, span: Span) -> str | None:
    """Who is said to have made it: "the plan by Northland", "Northland presented a plan"."""
    after = re.match(
        r"\s+(?:by|from|of|drafted\s+by|presented\s+by|proposed\s+by"
        r"|put\s+forward\s+by)\s+([^,.;]{2,40})",
        text[span.end : min(sentence.end, span.end + REACH_CHARS)],
    )
    if after and (party := party_of_phrase(after[1])):
        return party
    before = re.search(
        r"([^,.;]{2,60}?)\s+(?:has\s+|have\s+|had\s+)?(?:present|propos|unveil|draft|submit"
        r"|offer|tabl|put\s+forward|publish)\w*\s+(?:\w+\s+){0,5}$",
        text[max(sentence.start, span.start - REACH_CHARS) : span.start],
    )
    return party_of_phrase(before[1]) if before else None


def _status(text: str, sentence: Span, span: Span) -> str | None:
    """The words nearest to the mention that tell how it fares, within its sentence."""
    found = [
        match
        for match in _EVENTS.finditer(
            text,
            max(sentence.start, span.start - REACH_CHARS),
            min(sentence.end, span.end + REACH_CHARS),
        )
        if not Span(*match.span()).overlaps(span)
    ]
    near = [
        match
        for match in found
        if min(abs(match.start() - span.end), abs(span.start - match.end())) < 60
    ]
    best = min(
        near,
        key=lambda match: min(abs(match.start() - span.end), abs(span.start - match.end())),
        default=None,
    )
    return " ".join(best["state"].split()) if best else None


def _gathered(mentions: list[_Mention]) -> tuple[Proposal, ...]:
    by_key: dict[str, list[_Mention]] = {}
    last_of: dict[str, str] = {}  # the head, as "plan", -> the proposal named last with it
    for mention in mentions:
        key = _key(mention.name)
        if key in _GENERIC or not key:
            head = key.rstrip("s")
            if head not in last_of:
                continue
            key = last_of[head]
        last_of[key.split()[-1]] = key
        by_key.setdefault(key, []).append(mention)
    return tuple(_proposal(same) for same in by_key.values())


def _key(name: str) -> str:
    words = _LEADING.sub("", name.lower().replace("-", " ")).split()
    return " ".join(word.rstrip("s") if word.endswith("s") else word for word in words)


def _proposal(mentions: list[_Mention]) -> Proposal:
    return Proposal(
        name=mentions[0].name,
        by=next((mention.by for mention in mentions if mention.by), None),
        status=next((mention.status for mention in mentions if mention.status), None),
        mentions=tuple(mention.span for mention in mentions),
    )
