"""Where a new label goes among the points that are open.

It is placed, in this order:
1. next in the sequence of an open point at the same indentation: beside it;
2. a decimal label (3.1): under the open point whose number it carries on (3);
3. the same style at the same indentation, its number skipped or repeated: beside it;
4. next in the sequence of an open point at another indentation: beside it;
5. the first of its style, or of a style not open: under what stands less indented;
6. anything else: beside the nearest open point of its style.
An option (Option 1:) is a fence for 2, 3 and 6, and for 4 from inside it. Before all of these:
what follows an option's bare label is inside that option; a number that comes after the last one
of an option before is outside of this one (see option_fences); PP and OP stand beside each other,
and so do numbers and the preamble before them.
"""

from __future__ import annotations

from onetext.text.arrivals import Arrival, Slot
from onetext.text.label_readings import Reading
from onetext.text.label_words import BARE
from onetext.text.open_points import PARAGRAPHS, OpenPoint
from onetext.text.option_fences import by_option

_NUMBERED = ("1.", "1)", "1()")


def placed(new: Arrival) -> Slot:
    """Where `new` goes: how many points stay open above it, and how its label is read."""
    return (
        by_option(new)
        or _among_paragraphs(new)
        or _at_top_of_lists(new)
        or _next(new, same_indent=True)
        or _by_decimal(new)
        or _by_style(new)
        or _next(new, same_indent=False)
        or _by_indent(new)
    )


def _among_paragraphs(new: Arrival) -> Slot | None:
    reading = new.readings[0]
    if reading.family in PARAGRAPHS:
        beside = (at for at in reversed(new.lists) if new.stack[at].family in PARAGRAPHS)
        return next(beside, _top(new)), reading
    preambular = next((at for at in new.lists if new.stack[at].family == "PP"), None)
    if preambular is not None and reading.family in _NUMBERED:
        return preambular, reading
    return None


def _at_top_of_lists(new: Arrival) -> Slot | None:
    """What a mark speaks of, and provisions of treaties that number them through."""
    through = new.label.word == "mark" or new.readings[0].family == "provision"
    return (_top(new), new.readings[0]) if through else None


def _top(new: Arrival) -> int:
    return new.lists[0] if new.lists else len(new.stack)


def _next(new: Arrival, *, same_indent: bool) -> Slot | None:
    for at in reversed(new.lists):
        point = new.stack[at]
        if same_indent:
            may_be = point.indent == new.indent
        else:
            may_be = not (new.indent > point.indent and new.fence > at)
        if may_be:
            for reading in new.readings:
                if point.precedes(reading):
                    return at, reading
    return None


def _by_decimal(new: Arrival) -> Slot | None:
    reading = new.readings[0]
    if len(reading.numbers) < 2:
        return None
    for at in range(len(new.stack) - 1, new.fence, -1):
        before = new.stack[at].reading
        if before is None:
            continue
        if before.numbers == reading.numbers[:-1]:
            return at + 1, reading
        if before.family == reading.family and len(before.numbers) == len(reading.numbers):
            return at, reading
    return None


def _by_style(new: Arrival) -> Slot | None:
    # What may be the first of its style is not a skipped member of another: (i) after (b).
    likely = tuple(reading for reading in new.readings if reading.is_first()) or new.readings
    found = [
        (at, reading)
        for at in reversed(new.inside)
        for reading in likely
        if new.stack[at].family == reading.family and new.stack[at].indent == new.indent
    ]
    alike = (slot for slot in found if _is_as_long(new.stack[slot[0]], slot[1]))
    return next(alike, found[0] if found else None)


def _is_as_long(point: OpenPoint, reading: Reading) -> bool:
    """6 is as long as 3, and not as 3.1: beside these it stands only where there is no 3."""
    return point.reading is not None and len(point.reading.numbers) == len(reading.numbers)


def _is_above(new: Arrival, open_: OpenPoint) -> bool:
    """Whether `new` says what it is (Point 3, § 3) and the open point is a letter or a bullet:
    such a thing stands below it, and not the other way round."""
    says = new.label.word in BARE or any("§" in reading.family for reading in new.readings)
    lowly = open_.label is not None and not open_.label.word and open_.reading is not None
    return says and lowly and not any(sign.isdigit() for sign in open_.family or "")


def _by_indent(new: Arrival) -> Slot:
    if new.first is None:
        families = {reading.family: reading for reading in reversed(new.readings)}
        for at in reversed(new.inside):
            before = new.stack[at].reading
            if before and before.family in families and before.numbers[-1] > 0:
                return at, families[before.family]
    depth = len(new.stack)
    while (
        depth
        and not (above := new.stack[depth - 1]).level
        and (
            above.line_indent > new.indent
            or (above.line_indent == new.indent and _is_above(new, above))
        )
    ):
        depth -= 1
    return depth, new.first or new.readings[0]
