"""What the words of a content show of its act, whatever word reports them.

A signal is a pattern of general English and the act that it shows. The first signal of the
first family that is found decides; the families stand in the order of `FAMILIES`: what is
refused, denied or threatened outweighs what is merely offered or praised in the same breath.
The patterns are written for the spelling of `stance.plain`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onetext.reading.acts.blame import BLAME
from onetext.reading.acts.demands import CONDITIONS, DEMANDS, OWN_DEMANDS
from onetext.reading.acts.openings import COMMITMENTS, CONDITIONAL, OPENINGS
from onetext.reading.acts.patterns import Signal
from onetext.reading.acts.refusals import DENIALS, FIGHTING_ON, OWN_REFUSALS, REFUSALS, THREATS
from onetext.reading.who.parties import parties_of_phrase
from onetext.record.statements import Act

SUBJECT_WORDS = 8
LOOK_BACK_CHARS = 120  # how far before a signal a negation, "if" or "whether" may stand
_TOGETHER = re.compile(r"(?P<first>(?:[A-Z][\w.]+ ?){1,3}),? and (?:the )?(?:[A-Z][\w.]+ ?){0,3}$")
_ASKED = re.compile(
    r"\b(?:how|whether|why|where|who|which|(?:we|i|you) had)(?: \w+){0,4} ?$|\bwhat \w+ $",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[,;:!?…]|(?<![A-Z])\.|\b(?:that|and|but|because|if|when|while|who|which)\b", re.IGNORECASE
)
_SUPPOSED = re.compile(r"\b(?:if|unless|whether|in case)\b[^,;.]{0,60}$", re.IGNORECASE)
_HYPOTHETICAL = frozenset({Act.REJECT, Act.ACCUSE, Act.ACCEPT})
_NOT = re.compile(
    r"\b(?:not|never|no longer|hardly|far from|nor|neither)"
    r" (?!only |just |merely )(?:\w+ly |very |yet |a |an )?$",
    re.IGNORECASE,
)
_ACCEPTABLE = re.compile(r"\b(?:acceptable|basis|accept)\b", re.IGNORECASE)
_NEGATED = {Act.ACCEPT: Act.REJECT, Act.OPEN: Act.REJECT, Act.OFFER: Act.REPORT}

FAMILIES: tuple[tuple[Signal, ...], ...] = (
    DENIALS,
    THREATS,
    FIGHTING_ON,
    REFUSALS,
    CONDITIONAL,
    CONDITIONS,
    OWN_REFUSALS,
    OPENINGS[3:5],  # "ready to discuss", "did not rule out": before what they might also demand
    DEMANDS,
    OWN_DEMANDS,
    BLAME,
    OPENINGS,
    COMMITMENTS,
)


def signalled(
    words: str, party: str | None, source: str, families: Sequence[Sequence[Signal]] = FAMILIES
) -> Act | None:
    """The act that the words of a content show, or None where they only tell.

    `party` is the speaker's, where it is known, and `source` the words that name the speaker.
    "Is ready to", "will not accept" and the like count only where no other party is named as
    the one who is ready or will not accept; what another party refuses is held against it.
    """
    own_parties = {party} if party else set(parties_of_phrase(source))
    for family in families:
        for act, pattern, own in family:
            for found in pattern.finditer(words):
                before = words[max(0, found.start() - LOOK_BACK_CHARS) : found.start()]
                if act is Act.DEMAND and _ASKED.search(before):
                    continue
                if act in _HYPOTHETICAL and _SUPPOSED.search(before):
                    continue
                if own and not (subjects := _subjects(words, found)) <= own_parties:
                    if act is Act.REJECT and party and party not in subjects:
                        return Act.ACCUSE
                    if act is Act.REJECT or not _joined_by(own_parties, before):
                        continue
                if act in _NEGATED and _NOT.search(before):
                    if act is Act.OPEN and not _ACCEPTABLE.search(found[0]):
                        continue
                    return _NEGATED[act]
                return act
    return None


def _joined_by(own_parties: set[str], before: str) -> bool:
    """Whether another party acts together with the speaker's: "Northland and Southland will"."""
    found = _TOGETHER.search(before)
    return found is not None and bool(own_parties & set(parties_of_phrase(found["first"])))


def _subjects(words: str, found: re.Match[str]) -> set[str]:
    """The parties named as those who act, between the beginning of the clause and the signal."""
    clause = _CLAUSE.split(words[: found.start()])[-1]
    before = clause.split()[-SUBJECT_WORDS:]
    return set(parties_of_phrase(" ".join([*before, *found[0].split()[:2]])))
