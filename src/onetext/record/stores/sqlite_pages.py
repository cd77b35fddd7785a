"""The rows of tables in a SQLite file that SQLite itself no longer opens, page by page.

Reads every leaf page of every table, whether or not it still hangs on its tree, so that what
is lost is what stood on lost pages and no more. Rows that were deleted, or that a transaction
never committed, may be among what is found: the caller must know a sound row from another.

Source: sqlite.org/fileformat2.html, sections 1.3 (header), 1.5-1.6 (b-tree pages, cells,
overflow), 2.1 (record format) and 4.1 (WAL).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

Value = int | float | str | bytes | None

_LEAF_OF_TABLE = 0x0D
_HEADER_BYTES = 100
_WAL_MAGIC = (0x377F0682, 0x377F0683)
_SMALLEST, _LARGEST = 512, 65_536
_USUAL = 4096
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


class Torn(ValueError):
    """A cell does not read as a row."""


class Pages:
    """The pages of a database file, with what its write-ahead log has committed over them."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        head = self._file.read(_HEADER_BYTES)
        self.size = _page_size(head)
        self._reserved = head[20] if len(head) == _HEADER_BYTES and head[20] < 64 else 0
        self._length = path.stat().st_size
        self._over = _committed(path.with_name(path.name + "-wal"))

    def close(self) -> None:
        self._file.close()

    @property
    def numbers(self) -> range:
        """From 1; the last may be cut short."""
        last = -(-self._length // self.size)
        return range(1, max([last, *self._over]) + 1)

    def page(self, number: int) -> bytes:
        """Filled up with zeros where the file is cut short; empty where there is no such page."""
        if number in self._over:
            return self._over[number]
        if not 1 <= number <= -(-self._length // self.size):
            return b""
        self._file.seek((number - 1) * self.size)
        return self._file.read(self.size).ljust(self.size, b"\0")

    def rows(self, number: int) -> Iterator[tuple[Value, ...]]:
        """The rows on a leaf page of a table, those that read as rows; none on other pages."""
        page = self.page(number)
        start = _HEADER_BYTES if number == 1 else 0
        if len(page) < start + 8 or page[start] != _LEAF_OF_TABLE:
            return
        count = int.from_bytes(page[start + 3 : start + 5])
        for place in range(min(count, self.size // 4)):
            at = start + 8 + 2 * place
            try:
                yield _values(self._payload(page, int.from_bytes(page[at : at + 2])))
            except (Torn, IndexError, struct.error, UnicodeDecodeError):
                continue

    def _payload(self, page: bytes, at: int) -> bytes:
        """Of the cell at this place: what is on the page, then what is on overflow pages."""
        size, at = _varint(page, at)
        _, at = _varint(page, at)
        usable = self.size - self._reserved
        local = size
        if size > usable - 35:
            least = (usable - 12) * 32 // 255 - 23
            local = least + (size - least) % (usable - 4)
            local = least if local > usable - 35 else local
        if size > self._length + self.size * len(self._over) or at + local > len(page):
            raise Torn
        parts, held = [page[at : at + local]], local
        following = int.from_bytes(page[at + local : at + local + 4]) if local < size else 0
        seen: set[int] = set()
        while held < size:
            if following in seen or not (more := self.page(following)):
                raise Torn
            seen.add(following)
            following = int.from_bytes(more[:4])
            parts.append(more[4:usable][: size - held])
            held += len(parts[-1])
        return b"".join(parts)


def _page_size(head: bytes) -> int:
    size = int.from_bytes(head[16:18]) or 1
    size = _LARGEST if size == 1 else size
    sound = _SMALLEST <= size <= _LARGEST and size & (size - 1) == 0
    return size if sound and head.startswith(b"SQLite format 3\0") else _USUAL


def _committed(path: Path) -> dict[int, bytes]:
    """Pages by number, as the last transaction that the log committed leaves them."""
    try:
        whole = path.read_bytes()
    except OSError:
        return {}
    if len(whole) < 32 or int.from_bytes(whole[:4]) not in _WAL_MAGIC:
        return {}
    size, salts = int.from_bytes(whole[8:12]), whole[16:24]
    found: dict[int, bytes] = {}
    coming: dict[int, bytes] = {}
    for at in range(32, len(whole) - 24 - size + 1, 24 + size):
        number, commit = struct.unpack(">II", whole[at : at + 8])
        if whole[at + 8 : at + 16] != salts:
            break
        coming[number] = whole[at + 24 : at + 24 + size]
        if commit:
            found.update(coming)
            coming = {}
    return found


def _values(payload: bytes) -> tuple[Value, ...]:
    header, at = _varint(payload, 0)
    kinds = []
    while at < header:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values = []
    for kind in kinds:
        value, at = _value(payload, kind, at)
        values.append(value)
    return tuple(values)


def _value(payload: bytes, kind: int, at: int) -> tuple[Value, int]:
    if kind == 0:
        return None, at
    if kind in _INTEGERS:
        end = at + _INTEGERS[kind]
        return int.from_bytes(payload[at:end], signed=True), end
    if kind == 7:
        return struct.unpack(">d", payload[at : at + 8])[0], at + 8
    if kind in (8, 9):
        return kind - 8, at
    if kind < 12:
        raise Torn
    end = at + (kind - 12) // 2
    if end > len(payload):
        raise Torn
    return (payload[at:end].decode() if kind % 2 else payload[at:end]), end


def _varint(page: bytes, at: int) -> tuple[int, int]:
    found = 0
    for place in range(9):
        byte = page[at + place]
        if place == 8:
            return (found << 8) | byte, at + 9
        found = (found << 7) | (byte & 0x7F)
        if byte < 0x80:
            return found, at + place + 1
    raise Torn
