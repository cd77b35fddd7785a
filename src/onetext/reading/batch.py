"""Many files at once: on all cores, results in the order asked, as one by one would give them."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from onetext.errors import OnetextError
from onetext.reading.attributions import Account, Accountable, Tagger
from onetext.reading.documents import load_with_doubts
from onetext.reading.reader import read_document
from onetext.record.statements import Reading

SUFFIXES = frozenset({".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".eml"})
FILES_FOR_A_POOL = 4  # below it starting processes takes longer than reading


@dataclass(frozen=True, slots=True)
class Settings:
    """How files are read. What is None is taken from the document itself."""

    encoding: str | None = None
    published: date | None = None
    publisher: str | None = None
    known_parties: tuple[str, ...] = ()
    known_people: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What became of one file: a reading, or the sentence that says why there is none.

    `reader` is the name and version of what found the statements, `account` what a language
    model's answers became; `None` for the other readers.
    """

    path: Path
    reading: Reading | None
    reader: str
    problem: str | None = None
    account: Account | None = None
    doubts: tuple[str, ...] = ()


_worker: tuple[Tagger, Settings] | None = None  # of this process, set once when it starts


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files that are asked for, each once; a folder stands for the reports in and below it.

    Files keep the order in which they are named; those of a folder come by name. Files and
    folders whose name begins with a dot are left out of a walk.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = (one for one in sorted(path.rglob("*")) if _is_report(one, path))
            found.update(dict.fromkeys(inside))
        else:
            found[path] = None
    return list(found)


def digest_of(path: Path) -> str | None:
    """The SHA-256 of a file's bytes, by which a record knows it; None if it cannot be read."""
    try:
        with path.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except (OSError, ValueError):  # reading it will say what is wrong
        return None


def read_file(path: Path, *, tagger: Tagger, settings: Settings) -> ReadFile:
    """Read one file; a named problem with it becomes its sentence."""
    try:
        loaded = load_with_doubts(
            path,
            encoding=settings.encoding,
            published=settings.published,
            publisher=settings.publisher,
        )
        reading = read_document(
            loaded.document,
            tagger=tagger,
            known_parties=settings.known_parties,
            known_people=settings.known_people,
        )
    except OnetextError as error:
        return ReadFile(path, None, tagger.name, str(error))
    account = tagger.account if isinstance(tagger, Accountable) else None
    return ReadFile(path, reading, tagger.name, account=account, doubts=loaded.doubts)


def read_files(
    paths: Sequence[Path], *, make_tagger: Callable[[], Tagger], settings: Settings, jobs: int = 0
) -> Generator[ReadFile, None, None]:
    """Read files, in their order.

    Args:
        paths: regular files.
        make_tagger: called once in every process that reads; can be pickled.
        settings: how they are read.
        jobs: number of processes; 0 means one for each core.

    Raises:
        OnetextError: a process was ended from outside, as when memory runs out.
    """
    processes = min(jobs or os.cpu_count() or 1, len(paths))
    if processes < 2 or (not jobs and len(paths) < FILES_FOR_A_POOL):
        tagger = make_tagger()
        for path in paths:
            yield read_file(path, tagger=tagger, settings=settings)
        return
    context = multiprocessing.get_context("spawn")  # a record's connection must not be inherited
    with ProcessPoolExecutor(
        processes, mp_context=context, initializer=_start, initargs=(make_tagger, settings)
    ) as pool:
        try:
            yield from pool.map(_read_here, paths)
        except BrokenProcessPool as error:
            raise OnetextError(
                f"{len(paths)} files were to be read by {processes} processes, but one of them was "
                "ended from outside, as happens when memory runs out. Run the same command again "
                "with --jobs 1; what is in the record already is skipped."
            ) from error
        finally:
            pool.shutdown(cancel_futures=True)


def _start(make_tagger: Callable[[], Tagger], settings: Settings) -> None:
    global _worker  # a pool's initializer can hand over state in no other way
    _worker = make_tagger(), settings


def _read_here(path: Path) -> ReadFile:
    if _worker is None:
        raise RuntimeError("a reading process was given a file before it was started")
    tagger, settings = _worker
    return read_file(path, tagger=tagger, settings=settings)


def _is_report(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return path.suffix.lower() in SUFFIXES and not hidden and path.is_file()
