"""What the store asks of its tables, as SQL that runs on any database.

`known_on` bounds the time of recording; None means all. Rows of the log that come back can
be made into entries by `onetext.record.stores.rows.entry_of`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    Table,
    and_,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
    true,
    union_all,
)

from onetext.record.derivation import BY_PERSON
from onetext.record.entries import EntryKind
from onetext.record.stores import tables
from onetext.record.views import Verdict

entries = tables.entries


def known(table: FromClause, known_on: datetime | None) -> ColumnElement[bool]:
    """That a row was recorded by then."""
    return true() if known_on is None else table.c.recorded_at <= known_on


def among(column: ColumnElement[str], ids: Collection[str] | None) -> ColumnElement[bool]:
    """That a column is among `ids`; true where there are none to be among."""
    return true() if ids is None else column.in_(ids)


def standing(table: FromClause, known_on: datetime | None) -> ColumnElement[bool]:
    """That a row was recorded by then, and not withdrawn by then."""
    gone = tables.withdrawals
    withdrawn = exists().where(gone.c.of == table.c.id, known(gone, known_on))
    return and_(known(table, known_on), ~withdrawn)


def of_table(table: Table, known_on: datetime | None) -> Select[Any]:
    """The entries behind the rows of a derived table, as recorded."""
    return (
        select(entries)
        .join_from(table, entries, entries.c.id == table.c.id)
        .where(known(table, known_on))
        .order_by(table.c.recorded_at, table.c.id)
    )


def drafts(known_on: datetime | None) -> Select[Any]:
    return of_table(tables.drafts, known_on).where(standing(tables.drafts, known_on))


def received(known_on: datetime | None) -> Select[Any]:
    """`id` and `sha256` of the drafts that stand, as recorded."""
    found = tables.drafts
    return (
        select(found.c.id, found.c.sha256)
        .where(standing(found, known_on))
        .order_by(found.c.recorded_at, found.c.id)
    )


def draft_of(sha256: str) -> Select[Any]:
    return drafts(None).where(tables.drafts.c.sha256 == sha256).limit(1)


SOURCE_OF = (
    of_table(tables.sources, None).where(tables.sources.c.sha256 == bindparam("sha256")).limit(1)
)
"""Asked for every report that comes in, so built once."""


def judged(
    kind: EntryKind,
    known_on: datetime | None,
    verdicts: Iterable[Verdict] | None = None,
    ids: Collection[str] | None = None,
) -> Select[Any]:
    """Proposed entries of a kind with the verdict on each and, if corrected, the correction.

    With `ids`, those of them.

    Columns: those of the log, `verdict`, `correction` (the body that says how it stands, where
    that is another: a correction, or the double that was accepted), `source_id`, and of the
    entry that gave the verdict `verdict_id` and `verdict_visibility` (null where none did).
    """
    found = tables.proposed
    given = tables.verdicts
    latest = (
        select(
            given.c.id,
            given.c.of,
            given.c.verdict,
            given.c.visibility,
            given.c.words,
            func.row_number()
            .over(partition_by=given.c.of, order_by=(given.c.recorded_at.desc(), given.c.id.desc()))
            .label("place"),
        )
        .where(standing(given, known_on), among(given.c.of, ids))
        .subquery("latest")
    )
    verdict = func.coalesce(latest.c.verdict, str(Verdict.PENDING))
    corrected = case(
        (latest.c.verdict == str(Verdict.CORRECTED), latest.c.id),
        (latest.c.verdict == str(Verdict.ACCEPTED), latest.c.words),
    )
    correction = entries.alias("correction")
    question = (
        select(
            entries,
            found.c.source_id,
            verdict.label("verdict"),
            latest.c.id.label("verdict_id"),
            latest.c.visibility.label("verdict_visibility"),
            correction.c.body.label("correction"),
        )
        .join_from(found, entries, entries.c.id == found.c.id)
        .outerjoin(latest, and_(latest.c.of == found.c.id, latest.c.place == 1))
        .outerjoin(correction, correction.c.id == corrected)
        .where(found.c.kind == str(kind), known(found, known_on), among(found.c.id, ids))
        .order_by(found.c.recorded_at, found.c.id)
    )
    if verdicts is None:
        return question
    return question.where(verdict.in_([str(one) for one in verdicts]))


def notes(known_on: datetime | None, ids: Collection[str] | None = None) -> Select[Any]:
    """Sources, without their texts; with `ids`, those of them."""
    return select(tables.sources).where(
        known(tables.sources, known_on), among(tables.sources.c.id, ids)
    )


STATEMENT_IDS = (
    select(tables.proposed.c.id)
    .where(tables.proposed.c.kind == str(EntryKind.STATEMENT_PROPOSED))
    .order_by(tables.proposed.c.id)
)


def point_links(known_on: datetime | None) -> Select[Any]:
    """The link that counts for each point of a draft that stands."""
    links = tables.point_links
    by_person = case((links.c.rule == BY_PERSON, 1), else_=0)
    ranked = _ranked(
        links,
        (links.c.draft_id, links.c.path),
        (by_person.desc(), links.c.recorded_at.desc(), links.c.id.desc()),
        known_on,
    )
    return (
        _of_first(ranked)
        .join(tables.drafts, tables.drafts.c.id == ranked.c.draft_id)
        .where(standing(tables.drafts, known_on))
    )


def point_matches(known_on: datetime | None) -> Select[Any]:
    """The word that counts for each point of a draft that became points of another."""
    matches = tables.point_matches
    point = (matches.c.before_id, matches.c.after_id, matches.c.path)
    newest = (matches.c.recorded_at.desc(), matches.c.id.desc())
    ranked = _ranked(matches, point, newest, known_on)
    before, after = tables.drafts.alias("before"), tables.drafts.alias("after")
    return (
        _of_first(ranked)
        .join(before, before.c.id == ranked.c.before_id)
        .join(after, after.c.id == ranked.c.after_id)
        .where(standing(before, known_on), standing(after, known_on))
    )


def statement_links(known_on: datetime | None) -> Select[Any]:
    """The word that counts for each pair of statement and issue."""
    links = tables.statement_links
    pair = (links.c.statement_id, links.c.issue_id)
    newest = (links.c.recorded_at.desc(), links.c.id.desc())
    return _of_first(_ranked(links, pair, newest, known_on))


def name_merges(known_on: datetime | None) -> Select[Any]:
    merges = tables.name_merges
    return of_table(merges, known_on).where(standing(merges, known_on))


def judgements(known_on: datetime | None, author: str | None, shared: bool) -> Select[Any]:
    """The verdicts that stand; `shared`: those on what several authors judged."""
    given = tables.verdicts
    question = of_table(given, known_on).where(standing(given, known_on))
    if author is not None:
        question = question.where(entries.c.author == author)
    if not shared:
        return question
    other, by = tables.verdicts.alias("other"), entries.alias("by")
    judged_by_another = (
        exists()
        .where(other.c.of == given.c.of, standing(other, known_on), by.c.id == other.c.id)
        .where(by.c.author != entries.c.author)
        .correlate(given, entries)
    )
    return question.where(judged_by_another)


def about(entry_id: str) -> Select[Any]:
    """What was said of an entry, and what of that was taken back or shown to others."""
    links = tables.statement_links
    said = union_all(
        select(links.c.id).where(links.c.statement_id == entry_id),
        *(
            select(table.c.id).where(table.c.of == entry_id)
            for table in (
                tables.verdicts,
                tables.withdrawals,
                tables.noted,
                tables.visibility_changes,
                tables.grades,
            )
        ),
    ).subquery("said")
    of_that = union_all(
        *(
            select(table.c.id).where(table.c.of.in_(select(said.c.id)))
            for table in (tables.withdrawals, tables.visibility_changes)
        )
    ).subquery("of_that")
    return (
        select(entries)
        .where(or_(entries.c.id.in_(select(said.c.id)), entries.c.id.in_(select(of_that.c.id))))
        .order_by(entries.c.recorded_at, entries.c.id)
    )


def latest(author: str, kinds: Iterable[EntryKind]) -> Select[Any]:
    """The author's latest entry of these kinds that is not withdrawn."""
    return (
        select(entries)
        .where(entries.c.author == author, entries.c.kind.in_([str(kind) for kind in kinds]))
        .where(standing(entries, None))
        .order_by(entries.c.id.desc())
        .limit(1)
    )


def notes_on(known_on: datetime | None) -> Select[Any]:
    """Notes that stand."""
    return of_table(tables.noted, known_on).where(standing(tables.noted, known_on))


def visibilities_now() -> Select[Any]:
    """The latest word on who may see an entry, where there was one after it was recorded."""
    changes = tables.visibility_changes
    newest = (changes.c.recorded_at.desc(), changes.c.id.desc())
    ranked = _ranked(changes, (changes.c.of,), newest, None)
    return select(ranked.c.of, ranked.c.visibility).where(ranked.c.place == 1)


def caucuses() -> Select[Any]:
    """The latest word on who sits in each party's caucus."""
    named = tables.caucuses
    newest = (named.c.recorded_at.desc(), named.c.id.desc())
    return _of_first(_ranked(named, (named.c.party,), newest, None))


def grades(known_on: datetime | None) -> Select[Any]:
    """The grades that stand."""
    return of_table(tables.grades, known_on).where(standing(tables.grades, known_on))


def copy_words(known_on: datetime | None) -> Select[Any]:
    """What people said of pairs of sources and did not take back."""
    words = tables.copy_words
    return of_table(words, known_on).where(standing(words, known_on))


def source_likenesses(known_on: datetime | None) -> Select[Any]:
    """The pairs of sources that are copies by their words; those of doubles left out."""
    found = tables.source_likenesses
    doubles = select(tables.doubles.c.id)
    return (
        select(found)
        .where(known(found, known_on))
        .where(found.c.one_id.not_in(doubles), found.c.other_id.not_in(doubles))
        .order_by(found.c.one_id, found.c.other_id)
    )


def _ranked(
    table: Table,
    group: tuple[ColumnElement[Any], ...],
    order: tuple[ColumnElement[Any], ...],
    known_on: datetime | None,
) -> FromClause:
    place = func.row_number().over(partition_by=group, order_by=order).label("place")
    return select(table, place).where(standing(table, known_on)).subquery("ranked")


def _of_first(ranked: FromClause) -> Select[Any]:
    return (
        select(entries)
        .join_from(ranked, entries, entries.c.id == ranked.c.id)
        .where(ranked.c.place == 1)
        .order_by(ranked.c.recorded_at, ranked.c.id)
    )
