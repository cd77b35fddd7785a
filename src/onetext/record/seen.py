"""The one choke point: a record as a viewer sees it, as if the rest had never been recorded.

A viewer's questions are answered by a store that was made of the entries that they may see and
holds no others: no question, whatever it counts, ranks or searches, can tell what is not there.
Each entry in it carries the visibility that it has now; the words on who may see what are left
out, as what follows from them has been drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from onetext.record.chain import Unsealed
from onetext.record.codec import body_value, to_json
from onetext.record.entries import Body, Entry, EntryKind, Sign
from onetext.record.references import References, is_id, mentions, refuse
from onetext.record.sight import Sight
from onetext.record.store import Extent, Store
from onetext.record.visibility import Viewer


def seen_by(store: Store, named: str, empty: Callable[[], Store]) -> Store:
    """The record in `store` as a viewer sees it when it is opened.

    What the viewer writes goes into `store`, and into what they see where they may see it; what
    others write meanwhile is seen when it is opened anew.

    Args:
        store: the whole record; closed with what is returned.
        named: "public", "team", "caucus:PARTY" or a person's name.
        empty: makes a store without entries that nobody else can read.

    Raises:
        NotInRecord: the record knows nobody of that name.
    """
    return cast(Store, _Seen(store, named, empty))


def visible(entries: Iterable[Entry], sight: Sight, viewer: Viewer) -> Iterator[Entry]:
    """Those that the viewer may see, each with the visibility that it has now."""
    for entry in entries:
        now = sight.of(entry.id)
        if now.admits(viewer) and entry.kind is not EntryKind.VISIBILITY_CHANGED:
            yield replace(entry, visibility=str(now), body=_body(entry, sight, viewer))


def _body(entry: Entry, sight: Sight, viewer: Viewer) -> Body:
    """What an entry says, without the ids that it mentions of entries that are not seen."""
    mentioned = mentions(entry.kind, entry.body)
    seen = {
        key: [one for one in ids if not is_id(one) or sight.of(one).admits(viewer)]
        for key, ids in mentioned.items()
    }
    if seen == mentioned:
        return entry.body
    return to_json(body_value(entry.kind, {**entry.body, **seen}))


class _Seen:
    """A `Store`: whatever is asked goes to a store of what the viewer may see."""

    def __init__(self, store: Store, named: str, empty: Callable[[], Store]) -> None:
        self._whole = store
        self._named = named
        self._empty = empty
        self._seen: Store | None = None
        self._looks = 0
        try:
            self._look()
        except BaseException:
            self.close()
            raise

    def __getattr__(self, name: str) -> Any:
        """Every question of `Store`, those that are yet to be thought of included."""
        return getattr(self._look(), name)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        try:
            with self._whole.transaction():
                yield
        except BaseException:
            self._look_away()  # what was written is undone
            raise

    def write(
        self,
        unsealed: Sequence[Unsealed],
        *,
        author: str,
        recorded_at: datetime,
        sign: Sign | None = None,
    ) -> list[Entry]:
        self._refuse_unseen(unsealed, author, recorded_at)
        written = self._whole.write(unsealed, author=author, recorded_at=recorded_at, sign=sign)
        if any(entry.kind is EntryKind.VISIBILITY_CHANGED for entry in written):
            self._look_away()
        elif self._seen is not None:
            self._sight.follow(written)
            self._seen.append(visible(written, self._sight, self._viewer))
        return written

    def append(self, entries: Iterable[Entry]) -> int:
        self._look_away()
        return self._whole.append(entries)

    def extent(self) -> Extent:
        """Another one whenever it was looked at anew: less may be seen than before."""
        found = self._look().extent()
        return replace(found, imports=found.imports + self._looks)

    def rebuild(self) -> None:
        self._whole.rebuild()

    def close(self) -> None:
        self._look_away()
        self._whole.close()

    def _look(self) -> Store:
        if self._seen is None:
            self._sight = Sight.over(self._whole.entries())
            self._viewer = self._sight.viewer(self._named)
            seen = self._empty()
            seen.append(visible(self._whole.entries(), self._sight, self._viewer))
            self._seen = seen
            self._looks += 1
        return self._seen

    def _look_away(self) -> None:
        if self._seen is not None:
            self._seen.close()
        self._seen = None

    def _refuse_unseen(
        self, unsealed: Sequence[Unsealed], author: str, recorded_at: datetime
    ) -> None:
        """Whoever names an entry that they may not see is told what they would be told if it
        had never been recorded."""
        references = References(self._look().kinds)
        for one in unsealed:
            asked = Entry(
                "", one.kind, one.body, author, recorded_at, one.visibility, None, ""
            )  # not sealed yet
            refuse(references.follow([asked]))
        refuse(references.finish())
