"""Sentences about the state of play, each with the sources it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from textwrap import shorten

from onetext.briefing.brief import Claim, Event
from onetext.briefing.citations import Bibliography
from onetext.briefing.words import ADVERSE, FAVOURABLE, counted, listed, stands
from onetext.positions.values import Matrix, Move, Position, Staleness, Stance
from onetext.record.statements import MeetingStatus
from onetext.text.word_changes import Edit

MOST_KEY_POINTS = 5
MOST_CHANGED = 3
CHANGED_CHARS = 80
DIVIDING = (*ADVERSE, Stance.CONTRADICTORY)


def by_issue(matrix: Matrix) -> dict[str, list[Position]]:
    """The positions on each issue that rest on evidence, by the issue's label."""
    rows: dict[str, list[Position]] = {issue.label: [] for issue in matrix.issues}
    for cell in matrix.cells:
        if cell.stance is not Stance.NO_EVIDENCE:
            rows[cell.issue.label].append(cell)
    return rows


def contested(matrix: Matrix) -> list[tuple[str, list[Position]]]:
    """Issues on which some party's stance is adverse, and where the parties stand on each.

    First by how many are adverse, then how many reject outright, how many have a stance at
    all, and how recent the latest is.
    """

    def weight(row: tuple[str, list[Position]]) -> tuple[int, int, int, date]:
        stances = [position.stance for position in row[1]]
        adverse = sum(stance in DIVIDING for stance in stances)
        latest = max((p.since for p in row[1] if p.since), default=date.min)
        return adverse, stances.count(Stance.REJECTS), len(stances), latest

    rows = [
        (label, [p for p in positions if p.stance in (*DIVIDING, *FAVOURABLE)])
        for label, positions in by_issue(matrix).items()
        if any(position.stance in DIVIDING for position in positions)
    ]
    return sorted(rows, key=weight, reverse=True)


def headline(matrix: Matrix, bibliography: Bibliography) -> Claim:
    """The most contested issue and who stands where on it."""
    rows = contested(matrix)
    if not rows:
        return Claim("No issue is contested on the evidence accepted so far", ())
    label, positions = rows[0]
    return Claim(f"{label}: {stands(positions)}", cited(positions, bibliography))


def cited(positions: Iterable[Position], bibliography: Bibliography) -> tuple[int, ...]:
    """The sources of the statements that decide each position."""
    return bibliography.cite(
        note
        for position in positions
        for evidence in position.deciding
        for note in (evidence.recorded.source, *evidence.copies)
    )


def key_points(
    matrix: Matrix,
    moves: Sequence[Move],
    held: Sequence[Event],
    ahead: Sequence[Event],
    bibliography: Bibliography,
) -> tuple[Claim, ...]:
    """Three to five sentences: what divides (beyond the headline), what is near, what moved,
    what comes, what is out of date."""
    rows = contested(matrix)
    told = {label for label, _ in rows[:3]}
    points = [
        Claim(f"{label}: {stands(positions)}.", cited(positions, bibliography))
        for label, positions in rows[1:3]
    ]
    points += _near(matrix, bibliography)
    latest = max(
        (m for m in moves if m.after.since and m.after.issue.label not in told),
        key=lambda m: m.after.since or date.min,
        default=None,
    )
    if latest:
        points.append(moved(latest, bibliography))
    if ahead:
        points.append(Claim(f"Ahead: {described(ahead[0])}", ahead[0].citations))
    met = next((event for event in held if event.status == MeetingStatus.HELD), None)
    if met and not ahead:
        points.append(Claim(f"The last meeting reported as held: {described(met)}", met.citations))
    stale = [cell for cell in matrix.cells if cell.stale]
    if stale:
        rest = "rests" if len(stale) == 1 else "rest"
        points.append(
            Claim(
                f"{counted(len(stale), 'position')} {rest} on a wording that has changed since.",
                cited(stale, bibliography),
            )
        )
    return tuple(points[:MOST_KEY_POINTS])


def _near(matrix: Matrix, bibliography: Bibliography) -> list[Claim]:
    """The issues that at least two parties accept or are open on, and that none refuses."""
    near = [
        (label, positions)
        for label, positions in by_issue(matrix).items()
        if len(positions) > 1 and all(position.stance in FAVOURABLE for position in positions)
    ]
    if not near:
        return []
    labels = "; ".join(label for label, _ in near)
    cells = [position for _, positions in near for position in positions]
    text = f"No party with a position on record refuses: {labels}."
    return [Claim(text, cited(cells, bibliography))]


def moved(move: Move, bibliography: Bibliography) -> Claim:
    """A move in a sentence: who, on what, from which stance to which, and since when."""
    before, after = move.before, move.after
    since = f" ({after.since.isoformat()})" if after.since else ""
    return Claim(
        f"{after.party} on {after.issue.label}: {before.stance} → {after.stance}{since}.",
        cited([after], bibliography),
    )


def described(event: Event) -> str:
    """A meeting in a line: when, where, how it stands, and the words of the latest report."""
    place = f", {event.place}" if event.place else ""
    review = "" if event.reviewed else "; not reviewed"
    return f"{event.on.isoformat()}{place} ({event.status}{review}): {event.words}"


def outdated(stale: Staleness) -> str:
    """That a position is older than its wording: which drafts changed it, how much, and what."""
    drafts = listed([one.draft.draft.title for one in stale.by])
    told = (
        f"the position is older than the wording of {drafts}, which changed "
        f"{stale.changed_share_pct:.0f}% of it"
    )
    changed = [(run.edit, " ".join(run.text.split()).strip(" ,;:")) for run in stale.words]
    for edit, verb in ((Edit.TAKEN_OUT, "out"), (Edit.PUT_IN, "in")):
        words = [shorten(text, CHANGED_CHARS, placeholder=" …") for e, text in changed if e is edit]
        words = [text for text in words if any(map(str.isalnum, text))]
        if words:
            more = f" and {len(words) - MOST_CHANGED} more" if len(words) > MOST_CHANGED else ""
            told += f"; {verb}: " + ", ".join(f"“{text}”" for text in words[:MOST_CHANGED]) + more
    return f"{told}."


def open_matters(matrix: Matrix, bibliography: Bibliography) -> tuple[Claim, ...]:
    """What is not known or does not fit: contradictions, stale positions, gaps in the matrix."""
    claims = []
    for cell in matrix.cells:
        if cell.stance is Stance.CONTRADICTORY:
            claims.append(
                Claim(
                    f"{cell.party} on {cell.issue.label}: one day's evidence contradicts itself.",
                    cited([cell], bibliography),
                )
            )
    for cell in matrix.cells:
        if cell.stale:
            claims.append(
                Claim(
                    f"{cell.party} on {cell.issue.label}: {outdated(cell.stale)}",
                    cited([cell], bibliography),
                )
            )
    spoken = {cell.issue.label for cell in matrix.cells if cell.evidence}
    bare = [label for label, positions in by_issue(matrix).items() if not positions]
    unsettled = "; ".join(label for label in bare if label in spoken)
    unspoken = "; ".join(label for label in bare if label not in spoken)
    if unsettled:
        claims.append(Claim(f"Statements, but no position of anybody yet: {unsettled}.", ()))
    if unspoken:
        claims.append(Claim(f"No statement on record yet: {unspoken}.", ()))
    return tuple(claims)
