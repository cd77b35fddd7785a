"""What a statement does, about what, where, to whom and through whom, from its own words."""

from onetext.reading.acts.choice import act_of
from onetext.reading.acts.circumstances import addressee_of, venue_of, via_of
from onetext.reading.acts.targets import target_of
from onetext.reading.acts.topics import topic_of

__all__ = ["act_of", "addressee_of", "target_of", "topic_of", "venue_of", "via_of"]
