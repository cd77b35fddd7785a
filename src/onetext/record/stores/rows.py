"""From an entry to its row in the log and its row in a derived table, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import Row, Table

from onetext.errors import NewerRecord
from onetext.record.copies import pair
from onetext.record.entries import Entry, EntryKind
from onetext.record.references import PROPOSED
from onetext.record.sameness import label_key, mark
from onetext.record.stores import tables
from onetext.record.views import SourceNote, Verdict

Values = dict[str, Any]

SHORT_CHARS = 8


def log_row(entry: Entry) -> Values:
    return {
        "id": entry.id,
        "kind": str(entry.kind),
        "body": entry.body,
        "author": entry.author,
        "recorded_at": entry.recorded_at,
        "visibility": entry.visibility,
        "previous": entry.previous,
        "digest": entry.digest,
        "short": entry.id[-SHORT_CHARS:],
        "signature": entry.signature,
    }


def entry_of(row: Row[Any]) -> Entry:
    """The entry in a row of the log; the row may hold further columns. Raises as `kind_of`."""
    return Entry(
        row.id,
        kind_of(row.id, row.kind),
        row.body,
        row.author,
        row.recorded_at,
        row.visibility,
        row.previous,
        row.digest,
        row.signature,
    )


def kind_of(entry_id: str, kind: str) -> EntryKind:
    """The kind of an entry, as the log has it.

    Raises:
        NewerRecord: it is not known.
    """
    try:
        return EntryKind(kind)
    except ValueError as error:
        raise NewerRecord(
            f'Entry "{entry_id}" is of a kind that this version does not know: "{kind}". '
            "The record was made by a newer version of onetext, or is damaged: upgrade onetext, "
            "then run: onetext verify -r RECORD"
        ) from error


def note_of(row: Row[Any]) -> SourceNote:
    """What a row of the derived table of sources says."""
    return SourceNote(
        id=row.id,
        sha256=row.sha256,
        title=row.title,
        publisher=row.publisher,
        agencies=tuple(row.agencies),
        published=row.published,
        origin=row.origin,
        words=row.words,
        reading_time_min=row.reading_time_min,
        recorded_at=row.recorded_at,
        visibility=row.visibility,
    )


def derived_rows(entries: Iterable[Entry]) -> Iterator[tuple[Table, Values]]:
    """What follows from each entry, as rows of derived tables."""
    for entry in entries:
        rule = _RULES.get(entry.kind)
        if rule is not None:
            table, values = rule(entry)
            yield table, {"id": entry.id, "recorded_at": entry.recorded_at, **values}


def _source(entry: Entry) -> tuple[Table, Values]:
    document = entry.body["document"]
    kept = ("sha256", "title", "publisher", "agencies", "words", "reading_time_min")
    return tables.sources, {
        **{name: document[name] for name in kept},
        "published": _day(document["published"]),
        "origin": entry.body["origin"],
        "visibility": entry.visibility,
    }


def _proposed(entry: Entry) -> tuple[Table, Values]:
    return tables.proposed, {
        "kind": str(entry.kind),
        "source_id": entry.body["source"],
        "mark": mark(entry),
    }


def _verdict(verdict: Verdict) -> Callable[[Entry], tuple[Table, Values]]:
    def rule(entry: Entry) -> tuple[Table, Values]:
        return tables.verdicts, {
            "of": entry.body["of"],
            "verdict": str(verdict),
            "visibility": entry.visibility,
            "words": None,
        }

    return rule


def _withdrawal(entry: Entry) -> tuple[Table, Values]:
    return tables.withdrawals, {"of": entry.body["of"]}


def _draft(entry: Entry) -> tuple[Table, Values]:
    dated = _day(entry.body["draft"]["dated"])
    return tables.drafts, {"sha256": entry.body["sha256"], "dated": dated}


def _issue(entry: Entry) -> tuple[Table, Values]:
    label = entry.body["label"]
    return tables.issues, {
        "label": label,
        "label_key": label_key(label),
        "topic": entry.body["topic"],
    }


def _point_link(entry: Entry) -> tuple[Table, Values]:
    body = entry.body
    return tables.point_links, {
        "draft_id": body["draft"],
        "path": body["path"],
        "issue_id": body["issue"] if "issue" in body else body["issues"][0],
        "rule": body["rule"],
        "confidence": body["confidence"],
    }


def _point_match(entry: Entry) -> tuple[Table, Values]:
    body = entry.body
    return tables.point_matches, {
        "before_id": body["before"],
        "after_id": body["after"],
        "path": body["path"],
    }


def _statement_link(entry: Entry) -> tuple[Table, Values]:
    return tables.statement_links, {
        "statement_id": entry.body["statement"],
        "issue_id": entry.body["issue"],
        "linked": entry.kind is EntryKind.STATEMENT_LINKED,
    }


def _name_merge(entry: Entry) -> tuple[Table, Values]:
    return tables.name_merges, {"what": entry.body["what"]}


def _grade(entry: Entry) -> tuple[Table, Values]:
    return tables.grades, {"of": entry.body["of"]}


def _copy_word(entry: Entry) -> tuple[Table, Values]:
    one_id, other_id = pair(entry.body["source"], entry.body["other"])
    return tables.copy_words, {"one_id": one_id, "other_id": other_id}


def _key(entry: Entry) -> tuple[Table, Values]:
    return tables.published_keys, {"author": entry.author, "key": entry.body["key"]}


def _opening(entry: Entry) -> tuple[Table, Values]:
    return tables.openings, {"name": entry.body["name"]}


def _brief(entry: Entry) -> tuple[Table, Values]:
    return tables.briefs, {"as_of": _day(entry.body["as_of"]), "name": entry.body["name"]}


def _noted(entry: Entry) -> tuple[Table, Values]:
    return tables.noted, {"of": entry.body["of"]}


def _visibility(entry: Entry) -> tuple[Table, Values]:
    body = entry.body
    return tables.visibility_changes, {"of": body["of"], "visibility": body["visibility"]}


def _caucus(entry: Entry) -> tuple[Table, Values]:
    return tables.caucuses, {"party": entry.body["party"]}


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


_RULES: dict[EntryKind, Callable[[Entry], tuple[Table, Values]]] = {
    EntryKind.SOURCE_RECEIVED: _source,
    **dict.fromkeys(PROPOSED, _proposed),
    EntryKind.ACCEPTED: _verdict(Verdict.ACCEPTED),
    EntryKind.CORRECTED: _verdict(Verdict.CORRECTED),
    EntryKind.REJECTED: _verdict(Verdict.REJECTED),
    EntryKind.WITHDRAWN: _withdrawal,
    EntryKind.DRAFT_RECEIVED: _draft,
    EntryKind.ISSUE_OPENED: _issue,
    EntryKind.POINT_LINKED: _point_link,
    EntryKind.POINT_ASSIGNED: _point_link,
    EntryKind.POINTS_MATCHED: _point_match,
    EntryKind.STATEMENT_LINKED: _statement_link,
    EntryKind.STATEMENT_UNLINKED: _statement_link,
    EntryKind.NAMES_MERGED: _name_merge,
    EntryKind.SOURCE_GRADED: _grade,
    EntryKind.COPIES_MARKED: _copy_word,
    EntryKind.KEY_PUBLISHED: _key,
    EntryKind.RECORD_OPENED: _opening,
    EntryKind.BRIEF_PUBLISHED: _brief,
    EntryKind.NOTED: _noted,
    EntryKind.VISIBILITY_CHANGED: _visibility,
    EntryKind.CAUCUS_NAMED: _caucus,
}
