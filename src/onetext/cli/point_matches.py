"""What a person says of the points of two drafts, as it is typed: 7=9, 7=9,10, 12= or =4."""

from __future__ import annotations

from collections.abc import Sequence

import click

from onetext.cli.record_drafts import NamedDraft, corrections_between
from onetext.errors import NotInRecord
from onetext.positions.lookup import point_among
from onetext.record.record import Record, now
from onetext.record.views import RecordedDraft
from onetext.text.comparing import compare

Typed = tuple[str, tuple[str, ...]]


def read_matches(typed: Sequence[str]) -> tuple[Typed, ...]:
    """Paths before, each with its paths after; "" for a point that has none before.

    The same path given twice has both partners. UsageError where one cannot be read.
    """
    found: dict[str, dict[str, None]] = {}
    for one in typed:
        before, equals, after = one.partition("=")
        partners = [path.strip() for path in after.split(",") if path.strip()]
        if not equals or not (before.strip() or partners):
            raise click.UsageError(
                f'"{one}" says nothing of two points. Write --match 7=9 where point 7 became '
                "point 9, 7=9,10 where it was split, 12= where it was dropped, =4 where 4 is new."
            )
        found.setdefault(before.strip(), {}).update(dict.fromkeys(partners))
    return tuple((path, tuple(partners)) for path, partners in found.items())


def write_matches(
    record: Record,
    before: NamedDraft,
    after: NamedDraft,
    matches: Sequence[Typed],
    reason: str | None,
) -> list[str]:
    """Write an entry for each point, all or none. Returns their ids.

    Raises:
        NotInRecord: a draft is not in the record, or it has no such point.
        OnetextError: what is said cannot hold together with what was said before.
    """
    if before.id is None or after.id is None:
        missing = before if before.id is None else after
        raise NotInRecord(
            f'Points of "{missing.draft.title}" were to be matched, but the record does not hold '
            "that draft. Add it with: onetext text add -r RECORD FILE"
        )
    old, new = _recorded(before, before.id), _recorded(after, after.id)
    written = []
    with record.batch():
        for path, partners in matches:
            theirs = [point_among(new, partner).path for partner in partners]
            if path:
                ours = point_among(old, path).path
                written.append(record.match_points(old.id, new.id, ours, theirs, reason=reason))
            else:
                written += [
                    record.match_points(new.id, old.id, partner, (), reason=reason)
                    for partner in theirs
                ]
        compare(
            before.draft,
            after.draft,
            corrections=corrections_between(record, before.id, after.id),
        )
    return written


def _recorded(named: NamedDraft, draft_id: str) -> RecordedDraft:
    return RecordedDraft(draft_id, named.draft, "", now(), "")
