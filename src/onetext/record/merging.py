"""Two records of one negotiation brought together: the union of their entries.

No entry is made, changed or left out, so that it makes no difference who merges whom, in which
order and how often. What the entries say together is derived as ever: see `sameness` for what
both records tell, `conflicts` for verdicts that were given apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from onetext.errors import BadImport, DamagedRecord, OtherRecord, RecordProblem
from onetext.record.chain import MISSING, Chains
from onetext.record.codec import check_body
from onetext.record.conflicts import Conflict, conflicts
from onetext.record.entries import Entry, EntryKind, Seal
from onetext.record.references import VERDICTS
from onetext.record.store import Store

_CHUNK = 500

Told = Callable[[int], None]


class Other(Protocol):
    """A record whose entries are wanted."""

    @property
    def name(self) -> str:
        """What it is called in a sentence."""
        ...

    def openings(self) -> Iterator[Entry]:
        """The entries with which the record, or those that were joined in it, began."""
        ...

    def lacking(self, store: Store, told: Told) -> Iterator[Entry]:
        """The entries that `store` does not hold, by id, each found sound.

        `told` is told how many entries were looked at.

        Raises:
            RecordProblem: an entry is damaged, or stands in both but not alike.
        """
        ...


@dataclass(frozen=True, slots=True)
class Merged:
    """What came with a merge; `unsettled` are all conflicts in the record after it."""

    entries: int
    kinds: Counter[EntryKind]
    unsettled: tuple[Conflict, ...]
    new_conflicts: int

    @property
    def verdicts(self) -> int:
        return sum(self.kinds[kind] for kind in VERDICTS)


def merge(
    store: Store, other: Other, *, anyway: bool = False, told: Told = lambda _: None
) -> Merged:
    """Keep in `store` all that `other` holds and it does not: all of it or, on any error, nothing.

    Args:
        store: what is added to.
        other: what is read and left as it is.
        anyway: bring together records that were opened apart.
        told: is told how many entries of `other` were looked at.

    Raises:
        OtherRecord: the two have no opening in common, and `anyway` is not given.
        RecordProblem: an entry of `other` is damaged, or stands in both but not alike.
    """
    kinds: Counter[EntryKind] = Counter()
    with store.transaction():
        if not anyway:
            _expect_one_opening(store, other)
        before = {conflict.of for conflict in conflicts(store)}
        count = store.append(_counted(other.lacking(store, told), kinds))
        unsettled = tuple(conflicts(store))
    new = sum(conflict.of not in before for conflict in unsettled)
    return Merged(count, kinds, unsettled, new)


@dataclass(frozen=True, slots=True)
class OtherStore:
    """Another record that is open, in a file or on a server."""

    store: Store
    name: str

    def openings(self) -> Iterator[Entry]:
        return iter(self.store.opened())

    def lacking(self, store: Store, told: Told) -> Iterator[Entry]:
        chains = Chains()
        seals = self.store.seals()
        while chunk := list(islice(seals, _CHUNK)):
            for entry in self.store.entries_of(_wanted(store, chunk, self.name)):
                wrong = chains.follow(entry) or _unfit(entry)
                if wrong:
                    raise _damaged(self.name, entry, wrong)
                yield entry
            told(len(chunk))
        for entry in chains.finish(self.store.digested):
            raise _damaged(self.name, entry, MISSING)


@dataclass(frozen=True, slots=True)
class OtherLines:
    """An export. `read` reads its entries, each checked, from the first one on."""

    read: Callable[[], Iterator[Entry]]
    name: str

    def openings(self) -> Iterator[Entry]:
        return (entry for entry in self.read() if entry.kind is EntryKind.RECORD_OPENED)

    def lacking(self, store: Store, told: Told) -> Iterator[Entry]:
        entries = self.read()
        while chunk := list(islice(entries, _CHUNK)):
            seals = [Seal(entry.id, entry.digest, entry.signature) for entry in chunk]
            wanted = set(_wanted(store, seals, self.name))
            yield from (entry for entry in chunk if entry.id in wanted)
            told(len(chunk))


def _wanted(store: Store, seals: list[Seal], name: str) -> list[str]:
    """The ids of what `store` does not hold."""
    held = store.seals_of([seal.id for seal in seals])
    for seal in seals:
        if seal.id in held and held[seal.id] != seal:
            what = "signature" if held[seal.id].digest == seal.digest else "digest"
            raise RecordProblem(
                f'Entry "{seal.id}" stands in both records, but with another {what} in {name}: '
                "one of the two was changed. Nothing was merged. See which with: "
                "onetext verify -r RECORD"
            )
    return [seal.id for seal in seals if seal.id not in held]


def _expect_one_opening(store: Store, other: Other) -> None:
    ours, theirs = store.opened(), []
    ids = {entry.id for entry in ours}
    for opening in other.openings():
        if opening.id in ids:
            return
        theirs.append(opening)
    raise OtherRecord(
        f"{other.name} was to be merged, but it was opened apart from this record: "
        f"that as {_named(theirs)}, this as {_named(ours)}. Work apart on copies of one record; "
        "if both are about one negotiation all the same, join them with --anyway."
    )


def _named(opened: list[Entry]) -> str:
    if not opened:
        return "a record that nobody opened"
    return " and ".join(
        f'"{one.body["name"]}" by {one.author} on {one.recorded_at.date().isoformat()}'
        for one in opened
    )


def _unfit(entry: Entry) -> str | None:
    try:
        check_body(entry.kind, entry.body)
    except BadImport as error:
        return str(error)
    return None


def _counted(entries: Iterable[Entry], kinds: Counter[EntryKind]) -> Iterator[Entry]:
    for entry in entries:
        kinds[entry.kind] += 1
        yield entry


def _damaged(name: str, entry: Entry, wrong: str) -> DamagedRecord:
    return DamagedRecord(
        f'{name} was to be merged, but it holds entry "{entry.id}", and {wrong}. Nothing was '
        "merged. See what is wrong with it: onetext verify -r RECORD"
    )
