"""What sources say against each other, as values: each side with its words and its sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onetext.record.views import SourceNote


class Matter(StrEnum):
    """What sources disagree on."""

    STANCE = "stance"
    OWN_WORDS = "own words and an account of others"
    DENIAL = "denial"
    PLACE = "place of a meeting"
    DAY = "day of a meeting"
    STATUS = "status of a meeting"
    POINTS = "number of points"


@dataclass(frozen=True, slots=True)
class Account:
    """One telling, counted once; `id` is that of the entry, `copies` other sources of it."""

    id: str
    words: str
    told_by: str | None
    day: date
    source: SourceNote
    copies: tuple[SourceNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """What is said, and the accounts that say it, newest first."""

    says: str
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two sides or more that cannot all be right; `about` names the issue or the event."""

    matter: Matter
    about: str
    party: str | None
    first: date
    last: date
    sides: tuple[Side, ...]


def contradiction(
    matter: Matter, about: str, party: str | None, told: list[tuple[str, Account]]
) -> Contradiction:
    """One of `told`, each an account with what it says; sides in the order of their first day."""
    by_side: dict[str, list[Account]] = {}
    for says, account in sorted(told, key=lambda one: (one[1].day, one[0], one[1].id)):
        by_side.setdefault(says, []).append(account)
    days = [account.day for _, account in told]
    sides = tuple(Side(says, tuple(reversed(found))) for says, found in by_side.items())
    return Contradiction(matter, about, party, min(days), max(days), sides)
