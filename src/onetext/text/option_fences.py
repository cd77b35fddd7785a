"""Options as fences: numbering starts anew inside one, and goes on behind the last one."""

from __future__ import annotations

import itertools

from onetext.text.arrivals import Arrival, Slot


def by_option(new: Arrival) -> Slot | None:
    """Inside an option that is still empty; outside of one, where the numbering has gone on as
    far as in an option before it."""
    if new.fence < 0:
        return None
    option = new.stack[new.fence]
    if option.is_empty and new.indent >= option.indent:
        return new.fence + 1, new.first or new.readings[0]
    if new.indent > option.indent:
        return None
    beside = new.stack[new.fence - 1].points if new.fence else new.top
    before = itertools.takewhile(lambda point: point.is_option, reversed(beside[:-1]))
    others = [point for point in before if point.points]
    for reading in new.readings:
        ends = [other.last(reading.family) for other in others]
        if reading.suffix or not any(end and reading.follows(end) for end in ends):
            continue
        own = option.last(reading.family)
        if own is None or not reading.follows(own) or own in ends[:1]:
            outer = [
                at for at in new.lists if at < new.fence and new.stack[at].family == reading.family
            ]
            return (outer[-1] if outer else new.fence), reading
    return None
