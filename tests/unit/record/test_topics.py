"""The topic of a few words."""

from __future__ import annotations

import pytest

from onetext.record.statements import Topic
from onetext.record.topics import topic_of_words


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("Northland withdraws behind the old border", Topic.TERRITORY),
        ("binding security guarantees", Topic.SECURITY_GUARANTEES),
        ("an unconditional ceasefire at sea", Topic.CEASEFIRE),
        ("a cap on the armed forces in peacetime", Topic.MILITARY_LIMITS),
        ("accession to the alliance", Topic.ALLIANCES),
        ("frozen assets and sanctions", Topic.SANCTIONS_ASSETS),
        ("a fund for reconstruction", Topic.RECONSTRUCTION),
        ("exchange of prisoners", Topic.PRISONERS_HUMANITARIAN),
        ("the nuclear plant", Topic.NUCLEAR_PLANT),
        ("elections within a year", Topic.ELECTIONS_POLITICS),
        ("the next round of talks", Topic.PROCESS),
        ("missiles and drones were fired overnight", Topic.BATTLEFIELD),
        ("the weather is fine", Topic.OTHER),
        ("", Topic.OTHER),
    ],
)
def test_topic(words: str, topic: Topic) -> None:
    """The vocabulary decides; where there is none the topic is "other"."""
    assert topic_of_words(words) is topic


def test_substance_stands_above_procedure() -> None:
    """A round of talks about prisoners is about prisoners; case and line ends do not matter."""
    assert topic_of_words("Talks on\nPRISONERS") is Topic.PRISONERS_HUMANITARIAN
