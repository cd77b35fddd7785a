"""What to do with open places: which wording to choose, which brackets to take off or out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onetext.briefing.exchange.open_places import OpenPlace
from onetext.errors import OnetextError

KEEP = "keep"
DROP = "drop"
FIRST = "first"
EVERYWHERE = "all"


class UnknownChoice(OnetextError):
    """A choice between alternatives was asked for that the draft does not offer."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What to do with open places: by number, and with all others.

    A choice is the number of a wording ("2"), "keep" (without its brackets), "drop", or "first".
    """

    by_number: dict[int, str] = field(default_factory=dict)
    otherwise: str | None = None

    @classmethod
    def parse(cls, asked: Iterable[str]) -> Choices:
        """Read "4=2", "7=drop", "all=first".

        Raises:
            UnknownChoice: one is not written like that.
        """
        by_number: dict[int, str] = {}
        otherwise = None
        for choice in asked:
            place, _, what = choice.partition("=")
            place, what = place.strip(), what.strip().lower()
            if not (what in (KEEP, DROP, FIRST) or what.isdecimal()):
                raise _unreadable(choice)
            if place == EVERYWHERE and not what.isdecimal():
                otherwise = what
            elif place.isdecimal():
                by_number[int(place)] = what
            else:
                raise _unreadable(choice)
        return cls(by_number, otherwise)

    def of(self, place: OpenPlace) -> str | None:
        """What was chosen for `place`; None where nothing was."""
        return self.by_number.get(place.number, self.otherwise)

    def check(self, places: Sequence[OpenPlace]) -> None:
        """Whether every choice is one of those that the draft offers.

        Raises:
            UnknownChoice: one names a place or a wording that is not there.
        """
        known = {place.number: place for place in places}
        for number, what in self.by_number.items():
            place = known.get(number)
            if place is None:
                raise _no_place(number, what, len(places))
            offered = len(place.wordings)
            if what.isdecimal() and not 1 <= int(what) <= offered:
                raise UnknownChoice(
                    f"Choose {number}={what} was asked, but place {number} has "
                    f"{offered} {'wording' if offered == 1 else 'wordings'}. "
                    f"Name one from 1 to {offered}, keep or drop."
                )
            if what == KEEP and offered > 1:
                raise UnknownChoice(
                    f"Choose {number}=keep was asked, but place {number} has {offered} wordings. "
                    f"Name one from 1 to {offered}, or drop."
                )

    @property
    def told(self) -> str:
        """The choices in a few words; "" where there are none."""
        others = {None: "", KEEP: "brackets taken off", DROP: "brackets left out",
                  FIRST: "the first wording everywhere"}[self.otherwise]  # fmt: skip
        parts = [f"place {at}: {what}" for at, what in sorted(self.by_number.items())]
        return "; ".join([*parts, *([others] if others else [])])


def _no_place(number: int, what: str, count: int) -> UnknownChoice:
    if not count:
        return UnknownChoice(
            f"Choose {number}={what} was asked, but nothing is open in the draft. "
            "Leave the choice out."
        )
    return UnknownChoice(
        f"Choose {number}={what} was asked, but the draft has open places 1 to {count}. "
        "Write the clean edition without choices to see their numbers."
    )


def _unreadable(choice: str) -> UnknownChoice:
    return UnknownChoice(
        f'The choice "{choice}" cannot be read. Write the number of an open place and of a wording '
        "as in 4=2, or 4=keep, 4=drop, all=first, all=keep, all=drop."
    )
