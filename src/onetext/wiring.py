"""The one place where stores, readers and clocks are chosen."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from onetext.record.entries import Entry
from onetext.record.record import Record, now

if TYPE_CHECKING:
    from onetext.reading.attributions import Tagger
    from onetext.settlement.settle import Solvers

AUTHOR_VARIABLE = "ONETEXT_AUTHOR"


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


def open_record(
    path: Path, *, author: str | None = None, clock: Callable[[], datetime] = clock
) -> Record:
    """Open the record at `path`; close it after use, or use it in a `with` statement.

    Raises:
        RecordProblem: there is no record at `path`, or it cannot be opened.
        NewerRecord: a newer version of onetext wrote it.
    """
    from onetext.record.stores.sqlite import open_store  # loads the database's toolkit

    return Record(open_store(path), author=author or author_here(), clock=clock)


def create_record(
    path: Path,
    name: str,
    author: str | None = None,
    *,
    clock: Callable[[], datetime] = clock,
) -> Record:
    """Make a record at `path`, which must not exist yet, and open it.

    Raises:
        RecordProblem: there is something at `path` already, or nothing can be written there.
    """
    from onetext.record.stores.sqlite import create_store

    writer = author or author_here()
    create_store(path, lambda store: _open(Record(store, author=writer, clock=clock), name))
    return open_record(path, author=writer, clock=clock)


def import_record(entries: Iterable[Entry], path: Path) -> int:
    """Make a record at `path` of entries that are sealed already. Returns how many.

    Raises:
        RecordProblem: as `create_record`; also what `entries` raises. Nothing is left at `path`.
    """
    from onetext.record.stores.sqlite import create_store

    kept = []
    create_store(path, lambda store: kept.append(store.append(entries)))
    return kept[0]


def _open(record: Record, name: str) -> None:
    record.opened(name)


def tagger_named(reader: str) -> Tagger:
    """The tagger behind a reader's name: "trained", or "rules", which needs no model."""
    if reader == "rules":
        from onetext.reading.rules import RuleTagger

        return RuleTagger()
    from onetext.reading.tagger import TrainedTagger  # loads the model's runtime

    return TrainedTagger()


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
