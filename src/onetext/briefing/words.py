"""The few words that a brief adds to its sources: verbs and signs for stances, joined lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onetext.positions.values import Position, Stance

# How a stance is said of one party, and of several.
SAYS: dict[Stance, tuple[str, str]] = {
    Stance.ACCEPTS: ("accepts", "accept"),
    Stance.ACCEPTS_WITH_CONDITIONS: ("accepts with conditions", "accept with conditions"),
    Stance.OPEN: ("is open", "are open"),
    Stance.REJECTS: ("rejects", "reject"),
    Stance.DEMANDS_OTHERWISE: ("demands otherwise", "demand otherwise"),
    Stance.SILENT: ("declines to say", "decline to say"),
    Stance.CONTRADICTORY: (
        "is reported in contradictory ways",
        "are reported in contradictory ways",
    ),
    Stance.NO_EVIDENCE: ("no evidence", "no evidence"),
}

# A sign beside the word, so that nothing rests on colour alone.
SIGNS: dict[Stance, str] = {
    Stance.ACCEPTS: "+",
    Stance.ACCEPTS_WITH_CONDITIONS: "(+)",
    Stance.OPEN: "o",
    Stance.REJECTS: "−",
    Stance.DEMANDS_OTHERWISE: "≠",
    Stance.SILENT: "…",
    Stance.CONTRADICTORY: "±",
    Stance.NO_EVIDENCE: "",
}

FAVOURABLE = (Stance.ACCEPTS, Stance.ACCEPTS_WITH_CONDITIONS, Stance.OPEN)
ADVERSE = (Stance.REJECTS, Stance.DEMANDS_OTHERWISE)


def listed(parts: Sequence[str]) -> str:
    """Parts as English lists them: "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 issue", "3 issues"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def stands(positions: Iterable[Position]) -> str:
    """Who stands where: "Northland and Westland reject; Southland is open"."""
    parties: dict[Stance, list[str]] = {}
    for position in positions:
        parties.setdefault(position.stance, []).append(position.party)
    return "; ".join(
        f"{listed(parties[stance])} {SAYS[stance][len(parties[stance]) > 1]}"
        for stance in SAYS
        if stance in parties
    )
