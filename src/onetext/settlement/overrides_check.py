"""Whether overrides are about what the problem of a record has."""

from __future__ import annotations

from collections.abc import Sequence

from onetext.record.views import RecordedDraft
from onetext.settlement.deciding import NoProblemInRecord
from onetext.settlement.formulations import WordedIssue
from onetext.settlement.names import nearest
from onetext.settlement.overrides import WHOLE_DRAFT, Overrides


def refuse_unknown(
    overrides: Overrides,
    parties: Sequence[str],
    worded: Sequence[WordedIssue],
    drafts: Sequence[RecordedDraft],
) -> None:
    """Refuse what is set for a name that the problem does not have.

    Raises:
        NoProblemInRecord: there is no party, issue, option or draft of a name; the message tells
            the nearest.
    """
    options = {one.name: one.options for one in worded}
    options[WHOLE_DRAFT] = tuple(one.draft.title for one in drafts)
    cells = {*overrides.values, *overrides.red_lines_added, *overrides.red_lines_dropped}
    asked = [
        *sorted(cells),
        *sorted(overrides.weights),
        *sorted((party,) for party in overrides.reservations),
    ]
    for party, *rest in asked:
        found = [(party, list(parties))]
        if rest:
            found.append((rest[0], list(options)))
        if rest[1:]:
            found.append((rest[1], list(options.get(rest[0], ()))))
        for name, names in found:
            if name not in names:
                raise NoProblemInRecord(
                    f"Asked to set a value for {' / '.join((party, *rest))}, found no "
                    f'"{name}" in the problem. {nearest(name, names)}'
                )
