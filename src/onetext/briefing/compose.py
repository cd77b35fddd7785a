"""From the record to a brief: who stands where, what moved, what comes, in whose words."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, timedelta

from onetext.briefing.brief import Brief, Cell, Claim, Quote
from onetext.briefing.citations import Bibliography
from onetext.briefing.claims import cited, headline, key_points, moved, open_matters
from onetext.briefing.timeline import timeline
from onetext.briefing.words import SIGNS, listed
from onetext.positions.copies import copies_of, copy_groups, other_sources
from onetext.positions.fold import matrix as state_of_play
from onetext.positions.moves import moves_between
from onetext.positions.values import Position
from onetext.record.entries import PUBLIC
from onetext.record.grades import Gradings
from onetext.record.record import record_name
from onetext.record.statements import Act
from onetext.record.store import Store
from onetext.record.views import PublishedBrief, RecordedStatement
from onetext.text.excerpts import excerpt

WORDS_PER_MINUTE = 238  # Brysbaert (2019), Journal of Memory and Language 109: silent reading
FIRST_PERIOD = timedelta(days=14)
MOST_QUOTES_A_PARTY = 5


def compose(
    store: Store,
    *,
    as_of: date,
    known_on: datetime | None = None,
    since: date | None = None,
) -> Brief:
    """The brief as of a date.

    Args:
        store: the record's store.
        as_of: the last day whose statements, drafts and meetings count.
        known_on: the moment until which entries count; None for now.
        since: what moved after this day is listed; None for the last brief's date, or, where
            there was none before `as_of`, two weeks back.
    """
    moment = known_on or datetime.now(UTC)
    last = next((b for b in reversed(store.briefs(known_on=known_on)) if b.as_of < as_of), None)
    start = since or (last.as_of if last else max(date.min + FIRST_PERIOD, as_of) - FIRST_PERIOD)
    after = state_of_play(store, as_of=as_of, known_on=known_on)
    before = state_of_play(
        store, as_of=start, known_on=_known_then(last, moment) if last and not since else known_on
    )
    moves = moves_between(before, after)
    bibliography = Bibliography(Gradings(store.grades(known_on=known_on)))
    top = headline(after, bibliography)
    held, ahead = timeline(
        store.meetings(known_on=known_on), as_of=as_of, bibliography=bibliography
    )
    points = key_points(after, moves, held, ahead, bibliography)
    changes = (
        *new_drafts(store, start, as_of, known_on, bibliography),
        *(moved(move, bibliography) for move in moves),
    )
    rows = tuple(
        (
            issue.label,
            tuple(
                cell(after.cell(party, issue.id), f"cell-{row}-{column}", bibliography)
                for column, party in enumerate(after.parties, 1)
            ),
        )
        for row, issue in enumerate(after.issues, 1)
    )
    quotes = who_said_what(store, as_of, known_on, bibliography)
    matters = open_matters(after, bibliography)
    sources = bibliography.sources()
    words = sum(
        len(text.split())
        for text in (
            top.text,
            *(claim.text for claim in (*points, *changes, *matters)),
            *(quote.words for _, group in quotes for quote in group),
        )
    ) + 3 * len(after.cells)
    return Brief(
        record_name=record_name(store),
        headline=top,
        as_of=as_of,
        known_on=moment,
        since=start,
        follows_a_brief=last is not None and since is None,
        confined=any(source.visibility != PUBLIC for source in sources),
        key_points=points,
        changes=changes,
        matrix=after,
        rows=rows,
        held=held,
        ahead=ahead,
        quotes=quotes,
        open_matters=matters,
        sources=sources,
        reading_time_min=max(1, math.ceil(words / WORDS_PER_MINUTE)),
    )


def _known_then(last: PublishedBrief, moment: datetime) -> datetime:
    """What the last brief knew: no more than was recorded by when it was written.

    A brief may have been asked for as known on a day to come.
    """
    return min(last.known_on, last.recorded_at, moment)


def cell(position: Position, anchor: str, bibliography: Bibliography) -> Cell:
    """A position as the matrix shows it, with every statement behind it, newest first."""
    stale = position.stale
    return Cell(
        anchor=anchor,
        party=position.party,
        issue=position.issue.label,
        stance=str(position.stance),
        sign=SIGNS[position.stance],
        since=position.since,
        stale_by_pct=stale.changed_share_pct if stale else None,
        stale_since=listed([f"“{one.draft.draft.title}”" for one in stale.by]) if stale else None,
        stale_words=excerpt(stale.words) if stale else (),
        citations=cited([position], bibliography),
        quotes=tuple(bibliography.evidence(evidence) for evidence in position.evidence),
    )


def new_drafts(
    store: Store,
    since: date,
    until: date,
    known_on: datetime | None,
    bibliography: Bibliography,
) -> tuple[Claim, ...]:
    """The drafts dated after `since`, up to and including `until`."""
    claims = []
    for recorded in store.drafts(known_on=known_on):
        draft = recorded.draft
        if draft.dated is not None and since < draft.dated <= until:
            by = f", by {draft.by}" if draft.by else ""
            claims.append(
                Claim(
                    f"New draft: {draft.title} ({draft.dated.isoformat()}{by}).",
                    bibliography.cite_draft(recorded),
                )
            )
    return tuple(claims)


def who_said_what(
    store: Store, as_of: date, known_on: datetime | None, bibliography: Bibliography
) -> tuple[tuple[str, tuple[Quote, ...]], ...]:
    """The latest statements of every party that do more than report, the busiest party first.

    Syndicated copies are told once, with all their sources.
    """
    said: dict[str, list[RecordedStatement]] = {}
    for recorded in store.statements(known_on=known_on):
        party = recorded.statement.holder or recorded.statement.speaker.party
        if party and recorded.dated <= as_of and recorded.statement.act is not Act.REPORT:
            said.setdefault(party, []).append(recorded)
    found = []
    groups = copy_groups(store, known_on=known_on)
    for party, statements in sorted(said.items(), key=lambda item: (-len(item[1]), item[0])):
        sets = copies_of(statements, groups)
        newest = sorted(sets, key=lambda copies: copies[0].dated, reverse=True)
        quotes = (
            bibliography.quote(copies[0], other_sources(copies))
            for copies in newest[:MOST_QUOTES_A_PARTY]
        )
        found.append((party, tuple(quotes)))
    return tuple(found)
