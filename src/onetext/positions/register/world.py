"""What decides which issues statements are about, beside what they say themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from onetext.positions.fold import by_issue, in_time
from onetext.positions.linking import Linker
from onetext.positions.meant import Named
from onetext.positions.wordings import Wording, wordings
from onetext.record.store import Store
from onetext.record.views import Issue, RecordedDraft


@dataclass(frozen=True, slots=True)
class World:
    """Issues, drafts by date, their wordings, in all and by the issue's id, and the linker."""

    issues: Sequence[Issue]
    drafts: Sequence[RecordedDraft]
    worded: Sequence[Wording]
    own: Mapping[str, Sequence[Wording]]
    linker: Linker

    @classmethod
    def of(cls, store: Store, known_on: datetime | None) -> World:
        """As `store` knew it on a moment; None for all it knows."""
        issues, drafts = store.issues(known_on=known_on), store.drafts(known_on=known_on)
        worded = wordings(drafts, store.point_links(known_on=known_on))
        return cls(issues, drafts, worded, by_issue(worded), Linker(issues, drafts, worded))

    def named(self, as_of: date) -> Named:
        """Tells which of the drafts that count by a day some words name."""
        return Named([one for one in self.drafts if in_time(one, as_of)])
