"""How firm words are, and what giving up a demand that rests on them costs.

| firmness | cost |
|---|---|
| categorical words ("never", "a red line", "no mandate") | 4 |
| plain words | 2 |
| hedged words, or a source without a name | 1 |
| categorical, yet hedged or without a name | 2 |

The numbers order what is asked of whom; they are a convention, and stand in `DemandRule`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from onetext.positions.stances import states_condition
from onetext.positions.values import Evidence
from onetext.record.statements import SpeakerKind
from onetext.settlement.demand_rule import DemandRule
from onetext.settlement.record_values import is_categorical

_HEDGED = re.compile(
    r"\b(?:at first (?:glance|sight)|for now|at this (?:stage|point)|not yet|so far|may|might"
    r"|could|perhaps|possibly|probably|apparently|seem(?:s|ed)?|appear(?:s|ed)?|likely"
    r"|reported(?:ly)?|in principle|for the time being"
    r"|(?:need|require|subject to)(?:s|ed|d)? (?:the )?(?:consent|approval|agreement))\b",
    re.IGNORECASE,
)


def cost(evidence: Sequence[Evidence], rule: DemandRule) -> Fraction:
    """That of the firmest words."""
    return max(_cost_of(one, rule) for one in evidence)


def _cost_of(one: Evidence, rule: DemandRule) -> Fraction:
    statement = one.recorded.statement
    hedged = _HEDGED.search(statement.words) or states_condition(statement.words)
    unnamed = statement.speaker.kind in (SpeakerKind.ANONYMOUS, SpeakerKind.MEDIA)
    if categorical(one):
        return rule.plain_cost if hedged or unnamed else rule.categorical_cost
    return rule.hedged_cost if hedged or unnamed else rule.plain_cost


def categorical(one: Evidence) -> bool:
    """Whether the words leave nothing open: "never", "a red line", "no mandate"."""
    return is_categorical(one.recorded.statement.words)
