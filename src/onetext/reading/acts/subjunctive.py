"""The bare verb of what somebody insists on: "that troops withdraw", "that it be lifted".

After a verb of insisting or asking, English tells what is to be done by the bare form of the
verb and what is the case by a finite one ("insisted that the troops had left"). A bare form
shows itself by "be" and "not" before a verb, by a singular subject ("that Southland leave"),
or, after a reporting verb in the past, by not being in the past itself.
"""

from __future__ import annotations

import re

HEAD_WORDS = 14  # a subject is seldom longer
_BARE = (
    r"(?:accept|act|agree|allow|answer|apologi[sz]e|begin|cease|change|come|comply|continue|disarm"
    r"|drop|end|give|go|guarantee|halt|hand|hold|honou?r|implement|include|join|keep|lay|leave"
    r"|lift|make|meet|move|negotiate|observe|open|pay|provide|pull|ratify|recogni[sz]e|release"
    r"|remain|remove|renounce|resign|respect|restore|return|send|show|sign|stand|start|stay|stop"
    r"|surrender|suspend|take|talk|withdraw|vacate|yield)"
)
_BE = re.compile(r"^(?:that )?(?:[\w'’,-]+ ){1,12}?(?<!to )(?<!not )(?:not )?be\b", re.IGNORECASE)
_MODAL = re.compile(
    r"\b(?:will|would|shall|can|could|may|might|to|did|do|does|has|had|have|is|was|are|were"
    r"|said|says)\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    rf"^(?:that )?(?P<subject>(?:[\w'’-]+ ){{1,6}}?)(?P<not>not )?{_BARE}\b", re.IGNORECASE
)
_PLURAL = re.compile(r"(?:s|people|men|women|police|children|media|they|we|you|i)$", re.IGNORECASE)
_PAST = re.compile(r"(?:ed|had \w+|has \w+|have \w+)$", re.IGNORECASE)


def asks_by_bare_verb(cue: str, content: str) -> bool:
    """Whether `content`, reported by `cue`, tells what is to be done and not what is the case."""
    head = " ".join(content.split()[:HEAD_WORDS])
    if (found := _BE.match(head)) and not _MODAL.search(found[0]):
        return True
    found = _VERB.match(head)
    if found is None or _MODAL.search(found["subject"]):
        return False
    last = found["subject"].split()[-1]
    return bool(found["not"] or _PAST.search(cue) or not _PLURAL.search(last))
