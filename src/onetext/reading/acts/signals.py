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
from onetext.reading.acts.openings import COMMITMENTS, OPENINGS
from onetext.reading.acts.patterns import Signal
from onetext.reading.acts.refusals import DENIALS, OWN_REFUSALS, REFUSALS, THREATS
from onetext.reading.parties import parties_of_phrase
from onetext.record.statements import Act

SUBJECT_WORDS = 8
_ASKED = re.compile(
    r"\b(?:how|whether|why|where|who|which|(?:we|i|you) had)(?: \w+){0,4} ?$|\bwhat \w+ $",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[,;:!?…]|(?<![A-Z])\.|\b(?:that|and|but|because|if|when|while|who|which)\b", re.IGNORECASE
)

FAMILIES: tuple[tuple[Signal, ...], ...] = (
    DENIALS,
    THREATS,
    REFUSALS,
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
                if act is Act.DEMAND and _ASKED.search(words[: found.start()]):
                    continue
                if not own:
                    return act
                subjects = _subjects(words, found)
                if subjects <= own_parties:
                    return act
                if act is Act.REJECT and party and party not in subjects:
                    return Act.ACCUSE
    return None


def _subjects(words: str, found: re.Match[str]) -> set[str]:
    """The parties named as those who act, between the beginning of the clause and the signal."""
    clause = _CLAUSE.split(words[: found.start()])[-1]
    before = clause.split()[-SUBJECT_WORDS:]
    return set(parties_of_phrase(" ".join([*before, *found[0].split()[:2]])))
