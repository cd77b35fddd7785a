"""Whether a record is what it was: digests, chains, references, and words that stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from onetext.errors import BadImport, DamagedRecord, NewerRecord
from onetext.record.chain import MISSING, Chains, Fork
from onetext.record.codec import body_value, check_body
from onetext.record.entries import Entry, EntryKind
from onetext.record.passages import Passage
from onetext.record.references import PROPOSED, Mistake, References
from onetext.record.signatures import Signatures, Signed
from onetext.record.store import Store
from onetext.record.views import PublishedKey

_TEXTS_AT_HAND = 64
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong. `entry_id` is None where it is not about one entry.

    `kind` is "file", "entry" (changed, missing before it, or not readable), "signature" (it
    does not fit, or its key is not known), "reference" (it names what the record does not hold)
    or "orphan" (its words do not stand in its source).
    """

    kind: str
    entry_id: str | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What `verify` looked at and what it found wrong.

    `forks` are where authors worked in two places, which is no flaw; `signed` says what was
    signed with each key that is published in the record, `unsigned` how many entries of those
    authors were not, since they published a key.
    """

    entries: int
    authors: tuple[str, ...]
    flaws: tuple[Flaw, ...]
    forks: tuple[Fork, ...] = ()
    signed: tuple[Signed, ...] = ()
    unsigned: Mapping[str, int] = field(default_factory=dict)

    @property
    def sound(self) -> bool:
        return not self.flaws


def verify(store: Store) -> Proof:
    """Check every entry of the record, in the order of their ids.

    What it cannot see: that the last entries of an author were cut off, all of them together
    with whatever refers to them.
    """
    flaws = list(_damage(store))
    chains, references = Chains(), References(store.kinds)
    signatures = Signatures(_published(store, flaws))
    authors: dict[str, None] = {}
    texts = _Texts(store)
    count = 0
    rest = store.entries()
    try:
        while chunk := list(islice(rest, _CHUNK)):
            count += len(chunk)
            authors.update((entry.author, None) for entry in chunk)
            readable = []
            for entry in chunk:
                checks = _broken(entry, chains), _unfit(entry), _signed(entry, signatures)
                found = [flaw for flaw in checks if flaw]
                flaws.extend(found or _orphans(entry, texts))
                if not found:
                    readable.append(entry)
            flaws.extend(_mistaken(references.follow(readable)))
        flaws.extend(_mistaken(references.finish()))
        flaws.extend(
            _flaw("entry", entry, f"{MISSING}.") for entry in chains.finish(store.digested)
        )
    except (DamagedRecord, NewerRecord) as error:
        flaws.append(Flaw("file", None, f"{error} What comes after it was not checked."))
    return Proof(
        count,
        tuple(authors),
        tuple(flaws),
        tuple(chains.forks),
        signatures.found(),
        dict(signatures.unsigned),
    )


def _damage(store: Store) -> Iterator[Flaw]:
    try:
        yield from (Flaw("file", None, f"The file is damaged: {one}.") for one in store.damage())
    except (DamagedRecord, NewerRecord) as error:
        yield Flaw("file", None, str(error))


def _broken(entry: Entry, chains: Chains) -> Flaw | None:
    wrong = chains.follow(entry)
    return _flaw("entry", entry, f"{wrong}.") if wrong else None


def _published(store: Store, flaws: list[Flaw]) -> list[PublishedKey]:
    try:
        return store.published_keys()
    except (DamagedRecord, NewerRecord) as error:
        flaws.append(Flaw("file", None, f"{error} Signatures were not checked."))
        return []


def _signed(entry: Entry, signatures: Signatures) -> Flaw | None:
    wrong = signatures.follow(entry)
    return _flaw("signature", entry, wrong) if wrong else None


def _unfit(entry: Entry) -> Flaw | None:
    try:
        check_body(entry.kind, entry.body)
    except BadImport as error:
        return _flaw("entry", entry, str(error))
    return None


def _orphans(entry: Entry, texts: _Texts) -> Iterator[Flaw]:
    text = texts.behind(entry)
    if text is None:
        return
    for passage in _passages(entry):
        if not passage.stands_in(text):
            yield _flaw(
                "orphan",
                entry,
                f'its source does not hold the words "{passage.exact}" at characters '
                f"{passage.start} to {passage.end}.",
            )


def _mistaken(mistakes: list[Mistake]) -> Iterator[Flaw]:
    return (Flaw("reference", one.entry_id, one.sentence) for one in mistakes)


class _Texts:
    """The texts of the sources that entries rest on; the latest few are kept at hand."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._text = lru_cache(_TEXTS_AT_HAND)(self._look_up)

    def behind(self, entry: Entry) -> str | None:
        """The text that the passages of `entry` stand in; None where it rests on none."""
        rests: Entry | None = entry
        if entry.kind is EntryKind.CORRECTED:
            rests = self._store.entry(entry.body["of"])
        if rests is None or rests.kind not in PROPOSED:
            return None
        return self._text(str(rests.body.get("source")))

    def _look_up(self, source_id: str) -> str | None:
        entry = self._store.entry(source_id)
        if entry is None or entry.kind is not EntryKind.SOURCE_RECEIVED:
            return None
        document = entry.body.get("document")
        return str(document.get("text")) if isinstance(document, dict) else None


def _passages(entry: Entry) -> Iterator[Passage]:
    body = body_value(entry.kind, entry.body)
    if entry.kind in (EntryKind.STATEMENT_PROPOSED, EntryKind.CORRECTED):
        statement = body.statement
        yield from statement.content
        yield from (found for found in (statement.cue, statement.source) if found is not None)
    elif entry.kind is EntryKind.MEETING_PROPOSED:
        yield body.meeting.evidence


def _flaw(kind: str, entry: Entry, found: str) -> Flaw:
    what = entry.kind.replace("_", " ")
    return Flaw(kind, entry.id, f'Entry "{entry.id}" ({what}): {found}')
