"""What a meeting is called: its kind, and who meets whom."""

from __future__ import annotations

from collections.abc import Sequence

from onetext.reading.events.attendance import Sides
from onetext.reading.events.gatherings import Gathering

MOST_WORDS = 9
MOST_NAMED = 4  # of a side; more make no name
_KINDS = (
    ("visit", "visit"),
    ("sp", "call"),
    ("phoned", "call"),
    ("held talks", "talks"),
    ("hold", "talks"),
    ("hours", "talks"),
    ("talk", "talks"),
    ("negotiation", "talks"),
    ("consultation", "talks"),
    ("discussion", "talks"),
    ("conversation", "call"),
    ("call", "call"),
    ("phone", "call"),
    ("telephone", "call"),
    ("video", "call"),
    ("round", "talks"),
    ("summit", "summit"),
    ("conference", "conference"),
)
_ARTICLES = ("the", "a", "an", "The", "A", "An")


def kind_of(gathering: Gathering, gatherings: Sequence[Gathering]) -> str:
    """Meeting, talks, call, visit, summit or conference; a visit for a meeting is a meeting."""
    kind = next((kind for stem, kind in _KINDS if gathering.head.startswith(stem)), "meeting")
    if kind == "visit" and any(one.head.startswith("meeting") for one in gatherings):
        return "meeting"
    return kind


def name_of(text: str, gathering: Gathering, sides: Sides, kind: str) -> str:
    """ "meeting of A and B with C", "second round of talks between A and B", "summit"."""
    own = kind
    if not gathering.verb and gathering.head != "hours" and not gathering.head.startswith("visit"):
        words = gathering.span.of(text).split()[-MOST_WORDS:]
        while len(words) > 1 and words[0] in _ARTICLES:
            words = words[1:]
        own = words[0].lower() if len(words) == 1 else " ".join(words)
    these, those = sides.these[:MOST_NAMED], sides.those[:MOST_NAMED]
    if these and those:
        return f"{own} of {_listed(these)} with {_listed(those)}"
    if these:
        return f"{own} of {_listed(these)}"
    if not those:
        return own
    if len(those) > 1 and sides.tie in ("between", "among", "brought"):
        return f"{own} between {_listed(those)}"
    return f"{own} {'of' if sides.tie in ('of', 'by') else 'with'} {_listed(those)}"


def _listed(names: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
