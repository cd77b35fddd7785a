"""The whole record as JSON Lines: one entry a line, as canonical JSON (RFC 8785), and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any
from uuid import UUID

from onetext.errors import BadImport, UnreadableFile
from onetext.record.canonical import canonical
from onetext.record.chain import MISSING, Chains
from onetext.record.codec import check_body
from onetext.record.entries import INHERITED, PUBLIC, TEAM, Entry, EntryKind
from onetext.record.visibility import CONFINED

Opened = Callable[[], AbstractContextManager[IO[bytes]]]

_KEYS = frozenset(
    {"id", "kind", "body", "author", "recorded_at", "visibility", "previous", "digest"}
)
_SIGNED = _KEYS | {"signature"}
_TEXTS = ("id", "author", "recorded_at", "visibility", "digest")


def lines(entries: Iterable[Entry]) -> Iterator[bytes]:
    """Each entry as a line, in the order given; the same entries give the same bytes."""
    for entry in entries:
        written: dict[str, Any] = {
            "id": entry.id,
            "kind": str(entry.kind),
            "body": dict(entry.body),
            "author": entry.author,
            "recorded_at": entry.recorded_at.isoformat(),
            "visibility": entry.visibility,
            "previous": entry.previous,
            "digest": entry.digest,
        }
        if entry.signature is not None:
            written["signature"] = entry.signature
        yield canonical(written) + b"\n"


def read_lines(
    path: Path, *, opened: Opened | None = None, with_gaps: bool = False
) -> Iterator[Entry]:
    """The entries of an export, each checked against its digest and its predecessor.

    Args:
        path: the file, as it is called in sentences.
        opened: opens its lines, anew each time, where they are not the file's own bytes.
        with_gaps: take what is left of a damaged record: entries may be missing.

    Raises:
        UnreadableFile: the file cannot be read.
        BadImport: a line does not hold an entry as export wrote it; says which line.
    """
    lines_of = opened or (lambda: path.open("rb"))
    chains = Chains()
    before: Entry | None = None
    count = 0
    try:
        with lines_of() as file:
            for count, line in enumerate(file, start=1):
                entry = _entry(line, path, count)
                wrong = chains.follow(entry) or _misplaced(entry, before, with_gaps)
                if wrong:
                    raise _bad(path, count, f'it holds entry "{entry.id}", but {wrong}')
                before = entry
                yield entry
        missing = [] if with_gaps else chains.finish(lambda digests: _digested(lines_of, digests))
        if missing:
            number = _line_of(missing[0].id, lines_of)
            raise _bad(path, number, f'it holds entry "{missing[0].id}", but {MISSING}')
    except OSError as error:
        raise UnreadableFile(
            path, error.strerror or str(error), "Name a file that export wrote."
        ) from error
    if not count:
        raise UnreadableFile(path, "the file is empty", "Name a file that export wrote.")


def _digested(lines_of: Opened, digests: Collection[str]) -> dict[str, tuple[str, str]]:
    """As `Store.digested`, from the lines; read only where an author worked in two places."""
    found = {}
    with lines_of() as file:
        for line in file:
            held = json.loads(line)
            if held["digest"] in digests:
                found[held["digest"]] = (held["author"], held["id"])
    return found


def _line_of(entry_id: str, lines_of: Opened) -> int:
    with lines_of() as file:
        return next(
            number
            for number, line in enumerate(file, start=1)
            if json.loads(line)["id"] == entry_id
        )


def _misplaced(entry: Entry, before: Entry | None, with_gaps: bool) -> str | None:
    """What is wrong with where `entry` stands, as the end of a sentence."""
    if before is None and not with_gaps and entry.kind is not EntryKind.RECORD_OPENED:
        return "a record begins with the entry that opened it"
    if before is not None and entry.id <= before.id:
        return "its id is not greater than that of the line before"
    return None


def _entry(line: bytes, path: Path, number: int) -> Entry:
    if not line.endswith(b"\n"):
        raise _bad(path, number, "it ends before its time: the file is not whole")
    try:
        found = json.loads(line)
    except ValueError as error:  # no JSON, or no UTF-8
        raise _bad(path, number, f"it is no JSON ({error})") from error
    except RecursionError as error:
        raise _bad(path, number, "its JSON is nested too deeply") from error
    if not isinstance(found, dict) or found.keys() not in (_KEYS, _SIGNED):
        raise _bad(path, number, "it does not have the keys of an entry")
    try:
        return _sealed(found)
    except BadImport as error:
        raise _bad(path, number, f"it cannot be understood: {error}") from error


def _sealed(found: dict[str, Any]) -> Entry:
    for key in _TEXTS:
        if not isinstance(found[key], str):
            raise BadImport(f'"{key}" is not a text')
    if found["previous"] is not None and not isinstance(found["previous"], str):
        raise BadImport('"previous" is neither a digest nor null')
    signature = found.get("signature")
    if "signature" in found and not isinstance(signature, str):
        raise BadImport('"signature" is not a text')
    if not isinstance(found["body"], dict):
        raise BadImport('"body" is not an object')
    try:
        kind = EntryKind(found["kind"])
    except ValueError as error:
        raise BadImport(
            f'its kind "{found["kind"]}" is not known to this version; upgrade onetext'
        ) from error
    if not _is_id(found["id"]):
        raise BadImport('"id" is no UUID of version 7 in small letters with hyphens')
    visibility = found["visibility"]
    if visibility not in (PUBLIC, TEAM, INHERITED) and not visibility.startswith(CONFINED):
        raise BadImport(f'"visibility" is neither {PUBLIC} nor {TEAM} nor {CONFINED}NAMES')
    recorded_at = _moment(found["recorded_at"])
    check_body(kind, found["body"])
    return Entry(
        found["id"],
        kind,
        found["body"],
        found["author"],
        recorded_at,
        visibility,
        found["previous"],
        found["digest"],
        signature,
    )


def _is_id(found: str) -> bool:
    try:
        parsed = UUID(found)
    except ValueError:
        return False
    return str(parsed) == found and parsed.version == 7


def _moment(found: str) -> datetime:
    try:
        moment = datetime.fromisoformat(found)
    except ValueError as error:
        raise BadImport(f'"recorded_at" is no moment: {error}') from error
    if moment.tzinfo is None:
        raise BadImport('"recorded_at" does not tell its time zone')
    if moment.utcoffset() or found != moment.replace(tzinfo=UTC).isoformat():
        raise BadImport('"recorded_at" is not in UTC, written as 2030-01-01T12:00:00+00:00')
    return moment


def _bad(path: Path, number: int, found: str) -> BadImport:
    return BadImport(
        f"{path} was to be imported, but line {number} is not as export wrote it: {found}. "
        "Nothing was imported. Take the export again from the record it came from."
    )
