"""The matter that a statement is about."""

from __future__ import annotations

from onetext.reading.attributions import Attribution
from onetext.record.statements import Topic
from onetext.record.topics import topic_of_words
from onetext.text.spans import Span


def topic_of(text: str, attribution: Attribution, sentence: Span) -> Topic:
    """The topic of the content's words; where they tell none, of its whole sentence."""
    content = " ".join(span.of(text) for span in attribution.content)
    topic = topic_of_words(content)
    return topic_of_words(sentence.of(text)) if topic is Topic.OTHER else topic
