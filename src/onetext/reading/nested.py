"""A party's stance inside what somebody else says: "Hale said that Northland wants the ports open".

The outer statement stays as it is. The inner one holds what is wanted, is said by the same
speaker, and its holder is the party whose stance is told. Only a party that begins the reported
clause, with a verb of stance right after it, is taken; nothing that stands in quotation marks is,
as there the words are the speaker's own account.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from onetext.reading.attributions import Attribution
from onetext.reading.tagger.edges import trimmed
from onetext.reading.who.dialogue import Spoken
from onetext.reading.who.gazetteer import NameKind
from onetext.reading.who.surroundings import Surroundings
from onetext.text.spans import Span

STANCE = re.compile(
    r"\s+(?P<cue>(?:(?:has|had|have|is|are|was|were|will|would|does|do|did|not|still|also|now|"
    r"already|never|no\s+longer|\w+ly)\s+){0,4}"
    r"(?:want(?:s|ed)?|demand(?:s|ed|ing)?|insist(?:s|ed|ing)?(?:\s+on)?|refus(?:es|ed|ing)|"
    r"reject(?:s|ed|ing)?|seek(?:s|ing)?|sought|ask(?:s|ed|ing)?\s+for|press(?:es|ed|ing)?\s+for|"
    r"push(?:es|ed|ing)?\s+for|call(?:s|ed|ing)?\s+for|oppos(?:es|ed|ing)|accept(?:s|ed|ing)?|"
    r"agree[sd]?(?:\s+to)?|hop(?:es|ed|ing)|fear(?:s|ed)?|favou?r(?:s|ed)?|support(?:s|ed|ing)?|"
    r"propos(?:es|ed|ing)|offer(?:s|ed|ing)?|(?:ready|willing|prepared|open|unwilling)\s+to))\b"
)
FEWEST_WORDS = 2  # of an inner content
CONFIDENCE = 0.5  # stated, not measured; never more than the outer statement's


def inner_stances(around: Surroundings, spoken: Sequence[Spoken]) -> Iterator[tuple[Spoken, str]]:
    """The stances told inside `spoken`, each with the party that holds it.

    A stance that is a statement already is not told again.
    """
    begins: Mapping[int, tuple[Span, str]] = {
        mention.span.start: (mention.span, mention.party)
        for mention in around.company.mentions
        if mention.kind is not NameKind.DEMONYM
    }
    known = [one.attribution.content[0] for one in spoken]
    for one in spoken:
        for content in one.attribution.content:
            found = _stance(around, content, begins)
            if found is None or one.resolved.speaker.party == found[2]:
                continue
            cue, words, party = found
            if any(words.overlaps(other) and other.start > content.start for other in known):
                continue
            sure = min(CONFIDENCE, one.attribution.confidence)
            inner = Attribution((words,), cue, one.attribution.source, sure)
            yield Spoken(inner, one.resolved), party


def _stance(
    around: Surroundings, content: Span, begins: Mapping[int, tuple[Span, str]]
) -> tuple[Span, Span, str] | None:
    """The cue, the words and the party of a stance that begins a content."""
    text = around.company.stage.text
    if any(quote.overlaps(content) for quote in around.company.quoted):
        return None
    article = 4 * text[content.start : content.end].lower().startswith("the ")
    found = begins.get(content.start) or begins.get(content.start + article)
    if found is None:
        return None
    mention, party = found
    stance = STANCE.match(text, mention.end, content.end)
    if stance is None:
        return None
    words = trimmed(text, Span(stance.end(), content.end))
    if words is None or len(words.of(text).split()) < FEWEST_WORDS:
        return None
    return Span(*stance.span("cue")), words, party
