"""The act that fits a statement best.

Precedence: first the cue, where its word tells the act by itself ("accused", "ruled out",
"is pressing ... to"), with its negation; then the content, in the order of the families of
`signals`; else the statement only reports, as most do.
"""

from __future__ import annotations

from onetext.reading.acts.cueacts import act_of_cue
from onetext.reading.acts.cuewords import CueClass, class_of
from onetext.reading.acts.refusals import ADVANCES
from onetext.reading.acts.signals import FAMILIES, signalled
from onetext.reading.acts.stance import stance_of
from onetext.reading.attributions import Attribution
from onetext.record.statements import Act
from onetext.text.spans import Span


def act_of(text: str, attribution: Attribution, sentence: Span, party: str | None = None) -> Act:
    """What the statement does.

    Args:
        text: the document's text.
        attribution: the content with its cue and source.
        sentence: the sentence in which the cue (without one, the content) stands.
        party: the speaker's party by its common English name, where it is known; it tells
            the speaker's own readiness from what the speaker says of others.
    """
    stance = stance_of(text, attribution, sentence)
    by_cue = act_of_cue(stance)
    if by_cue is not None:
        return by_cue
    warns = any(class_of(word) is CueClass.WARN for word in stance.cue.lower().split())
    families = (ADVANCES, *FAMILIES) if warns else FAMILIES
    return signalled(stance.predicate, party, stance.source, families) or Act.REPORT
