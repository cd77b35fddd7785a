"""A label that is to be placed among the points that are open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onetext.text.label_readings import Reading
from onetext.text.labels import Label
from onetext.text.open_points import OpenPoint

Slot = tuple[int, Reading]
"""How many of the open points stay open above the new one, and how its label is read."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """`stack` are the open points below `top`; `lists` the places in it of points of lists;
    `fence` that of the option around the label, -1 where there is none. `readings` are those
    that the next label in the text carries on, where there are such."""

    top: Sequence[OpenPoint]
    stack: Sequence[OpenPoint]
    lists: Sequence[int]
    fence: int
    label: Label
    readings: tuple[Reading, ...]
    indent: int

    @property
    def inside(self) -> list[int]:
        """The places of the open points of lists inside the option."""
        return [at for at in self.lists if at > self.fence]

    @property
    def first(self) -> Reading | None:
        """The reading that begins a sequence, if there is one."""
        return next((reading for reading in self.readings if reading.is_first()), None)


def arrival(
    top: Sequence[OpenPoint],
    stack: Sequence[OpenPoint],
    option: int,
    label: Label,
    indent: int,
    following: Label | None,
) -> Arrival:
    """`label` as it arrives; `option` is the place of the one around it (-1: none),
    `following` the next label in the text, to tell i from i."""
    lists = [at for at, point in enumerate(stack) if not point.level and point.reading]
    fence = -1 if label.is_option else option
    return Arrival(top, stack, lists, fence, label, _likely(label, following), indent)


def _likely(label: Label, following: Label | None) -> tuple[Reading, ...]:
    if len(label.readings) < 2 or following is None:
        return label.readings
    carried = tuple(
        reading for reading in label.readings if any(n.follows(reading) for n in following.readings)
    )
    return carried or label.readings
