"""The one place where stores, readers and clocks are chosen."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onetext.errors import UnreadableFile
from onetext.record.addresses import RecordAt, ServerAddress
from onetext.record.entries import TEAM, Entry, EntryKind, Sign
from onetext.record.record import Record, now
from onetext.record.seen import seen_by
from onetext.record.store import Store

if TYPE_CHECKING:
    from onetext.reading.attributions import Tagger
    from onetext.reading.language_model import Endpoint
    from onetext.record.keys import PrivateKey
    from onetext.record.merging import Other
    from onetext.record.stores.salvage import Salvaged
    from onetext.record.stores.sql import SqlStore
    from onetext.record.transfer import Opened
    from onetext.settlement.settle import Solvers
    from onetext.text.comparing import Likeness

AUTHOR_VARIABLE = "ONETEXT_AUTHOR"
KEY_VARIABLE = "ONETEXT_KEY"


def clock() -> datetime:
    """The moment, in UTC."""
    return now()


def author_here() -> str:
    """Who records: what ONETEXT_AUTHOR says, else the name under which the user logged in."""
    named = os.environ.get(AUTHOR_VARIABLE, "").strip()
    if named:
        return named
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in some containers
        return "unnamed"


def key_path() -> Path:
    """Where the key is that signs: the file that ONETEXT_KEY names, else one in the user's
    folder for settings."""
    named = os.environ.get(KEY_VARIABLE, "").strip()
    return Path(named) if named else Path(click.get_app_dir("onetext")) / "key.pem"


def signing() -> Sign | None:
    """Signs entries where there is a key; the key is opened when the first is signed.

    A key that ONETEXT_KEY names is expected to be there: nobody who names one records unsigned.
    """
    named = os.environ.get(KEY_VARIABLE, "").strip()
    return (lambda digest: signing_key().sign(digest)) if named or key_path().exists() else None


@cache
def signing_key() -> PrivateKey:
    """The key at `key_path`, opened once; its passphrase is asked for on the terminal.

    Raises:
        BadKey: it is none, or its passphrase is wrong or cannot be asked for.
        UnreadableFile: the file cannot be read.
    """
    from onetext.record.keys import BadKey, PrivateKey

    path = key_path()
    try:
        pem = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            path,
            f"it was to sign, but {(error.strerror or str(error)).lower()}",
            "Make a key with: onetext keys new",
        ) from error
    if b"BEGIN ENCRYPTED" not in pem:
        return PrivateKey.of(pem)
    if not sys.stdin.isatty():
        raise BadKey(
            f"The signing key {path} needs its passphrase, but there is no terminal to ask for it. "
            f"Run the command on a terminal, or name a key without one in {KEY_VARIABLE}."
        )
    return PrivateKey.of(pem, getpass.getpass(f"Passphrase of {path}: "))


def open_record(
    at: RecordAt,
    *,
    author: str | None = None,
    clock: Callable[[], datetime] = clock,
    viewer: str | None = None,
    known_on: datetime | None = None,
) -> Record:
    """Open the record in a file or on a server; close it after use, or use it in a `with`.

    Args:
        at: where the record is.
        author: who records; None for who is logged in.
        clock: tells the moment of recording.
        viewer: whose eyes to see it with: "public", "team", "caucus:PARTY" or a person's name;
            None for those of who holds the record, who sees all of it.
        known_on: open a copy, for reading only, that holds what was recorded by then; None for
            the record itself.

    Raises:
        RecordProblem: there is no record at `at`, or it cannot be opened.
        NewerRecord: a newer version of onetext wrote it.
        NotInRecord: the record knows nobody of the viewer's name.
    """
    store: Store = _opened(at)
    if viewer is not None:
        from onetext.record.stores.sqlite import private_store

        store = seen_by(store, viewer, private_store)
    if known_on is not None:
        from onetext.record.known import known_then
        from onetext.record.stores.sqlite import private_store

        with closing(store) as whole:
            store = known_then(whole, known_on, private_store)
    return Record(store, author=author or author_here(), clock=clock, sign=signing())


@dataclass(frozen=True, slots=True)
class OpenEdition:
    """An edition, as a record that is gone once it is closed.

    `kept_back` counts, by kind, what is left out of it though it shows what that is about.
    """

    record: Record
    kept_back: Mapping[EntryKind, int]


def open_edition(at: RecordAt, readers: str, *, name: str | None = None) -> OpenEdition:
    """What `readers` may see of the record at `at`, sealed anew: see `onetext.record.edition`.

    Args:
        at: where the record is.
        readers: "public", "team", "caucus:PARTY" or a person's name.
        name: what the edition calls itself; None for the record's name, where the readers may
            see that, or else by whom it is for.

    Raises:
        RecordProblem, NewerRecord, NotInRecord: as `open_record`.
    """
    from onetext.record.edition import Imprint, edition, kept_back, opened_as
    from onetext.record.stores.sqlite import private_store

    whole = _opened(at)
    back = kept_back(whole, readers)
    seen = seen_by(whole, readers, private_store)
    try:
        imprint = Imprint.of(readers, name or opened_as(seen))
        store = private_store()
        store.append(edition(seen, imprint))
    finally:
        seen.close()
    return OpenEdition(Record(store, author=imprint.author, clock=clock), back)


def create_record(
    at: RecordAt,
    name: str,
    author: str | None = None,
    *,
    clock: Callable[[], datetime] = clock,
    visibility: str = TEAM,
) -> Record:
    """Make a record where there is none yet, and open it; `visibility` is that of its name.

    Raises:
        RecordProblem: there is something at `at` already, or nothing can be written there.
    """
    writer = author or author_here()
    sign = signing()
    _create(
        at,
        lambda store: _open(Record(store, author=writer, clock=clock, sign=sign), name, visibility),
    )
    return open_record(at, author=writer, clock=clock)


def import_record(entries: Iterable[Entry], at: RecordAt) -> int:
    """Make a record at `at` of entries that are sealed already. Returns how many.

    Raises:
        RecordProblem: as `create_record`; also what `entries` raises. Nothing is left there.
    """
    kept = []
    _create(at, lambda store: kept.append(store.append(entries)))
    return kept[0]


def salvaged(path: Path) -> tuple[Salvaged, Iterator[Entry]]:
    """What is left of the record in a damaged file; the first is filled as the second is read.

    Raises:
        UnreadableFile: there is no such file.
    """
    from onetext.record.stores.salvage import Salvaged, salvage

    if not path.is_file():
        raise UnreadableFile(path, "there is no such file", "Name the file of a damaged record.")
    found = Salvaged()
    return found, salvage(path, found)


@contextmanager
def other_record(at: RecordAt, opened: Opened | None = None) -> Iterator[Other]:
    """What is to be merged: a record in a file or on a server, or an export of one.

    `opened` opens the lines of an export that is sealed.

    Raises:
        RecordProblem: as `open_record`.
        UnreadableFile: there is no such file.
    """
    from onetext.record.merging import OtherLines, OtherStore
    from onetext.record.transfer import read_lines

    if isinstance(at, Path) and not _is_database(at):
        yield OtherLines(partial(read_lines, at, opened=opened), str(at))
        return
    store = _opened(at)
    try:
        yield OtherStore(store, str(at))
    finally:
        store.close()


def _is_database(path: Path) -> bool:
    """Whether the file begins as a SQLite file does; what cannot be read is left to the reader."""
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\x00"
    except (OSError, ValueError):
        return False


def write_record(store: Store, path: Path) -> int:
    """Make a record in a new file at `path` of the entries in `store`. Returns how many.

    The file has no free pages, for it is given to others.

    Raises:
        RecordProblem: as `create_record`.
    """
    from onetext.record.stores import sqlite

    count = import_record(store.entries(), path)
    sqlite.compact(path)
    return count


def _opened(at: RecordAt) -> SqlStore:
    # Each loads its database's toolkit.
    if isinstance(at, ServerAddress):
        from onetext.record.stores import postgres

        return postgres.open_store(at)
    from onetext.record.stores import sqlite

    return sqlite.open_store(at)


def _create(at: RecordAt, fill: Callable[[SqlStore], None]) -> None:
    if isinstance(at, ServerAddress):
        from onetext.record.stores import postgres

        postgres.create_store(at, fill)
    else:
        from onetext.record.stores import sqlite

        sqlite.create_store(at, fill)


def _open(record: Record, name: str, visibility: str) -> None:
    record.opened(name, visibility=visibility)


def tagger_named(reader: str) -> Tagger:
    """The tagger behind a reader's name: "trained", or "rules", which needs no model."""
    if reader == "rules":
        from onetext.reading.rules import RuleTagger

        return RuleTagger()
    from onetext.reading.tagger import TrainedTagger  # loads the model's runtime

    return TrainedTagger()


def language_model_tagger(
    endpoint: Endpoint,
    *,
    fallback: bool = False,
    words: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Tagger:
    """The reader that asks a language model; with `fallback`, the shipped one where that fails."""
    from onetext.reading.language_model import FallingBack, LanguageModelTagger
    from onetext.reading.language_model.portions import PORTION_WORDS
    from onetext.reading.language_model.tagger import untold

    asking = LanguageModelTagger(
        endpoint, words=words or PORTION_WORDS, progress=progress or untold
    )
    return FallingBack(asking, partial(tagger_named, "trained")) if fallback else asking


def likeness(*, words_only: bool = False) -> Likeness | None:
    """The reader of meanings for comparisons of drafts; None where words alone are to count.

    Its table is loaded when a comparison first leaves points on both sides alone.
    """
    if words_only:
        return None
    from onetext.reading.meaning import PieceLikeness  # loads numpy

    return PieceLikeness()


def settlement_solvers() -> Solvers:
    """The solvers behind `onetext settle`: enumeration where it can be, else exact search."""
    from onetext.settlement.settle import Solvers
    from onetext.settlement.solvers.conflict_search import ConflictSearch  # loads the compiler
    from onetext.settlement.solvers.front_choosing import Fronts
    from onetext.settlement.solvers.survey import Survey
    from onetext.settlement.solvers.whichever import Whichever

    fronts = Fronts()
    return Solvers(
        Whichever(fronts),
        Survey(fronts),
        ConflictSearch(),
        "merged fronts, enumeration to 1e7 packages, loss search beyond",
    )
