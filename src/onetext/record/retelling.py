"""What entries say, told in an edition: without what was said among those who work on a record.

What a source or a draft says, as it stands in the entry, is never touched. In the rest

- an id is the new one of the same entry; what looks like an id of anything else is struck, and
  so is a digest of the log;
- reasons are left out: they were given to colleagues;
- an origin is kept where it is an address on the web, without a user's name or password in it;
  the name of a file or folder is not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import fields
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from onetext.record.bodies import BODIES
from onetext.record.entries import Body, Entry, EntryKind

WITHHELD = "withheld"
_WORDS_OF_SOURCES = frozenset({"document", "draft", "statement", "person", "meeting", "proposal"})
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_HEX = re.compile(r"(?<![0-9a-z])[0-9a-f]+(?:-[0-9a-f]+)*(?![0-9a-z])")
_SHORT_CHARS = 8  # at least so much of the end of an id stands for it


class Retelling:
    """Tells bodies with the new ids of entries; `digests` are those of the old log."""

    def __init__(self, ids: Mapping[str, str], digests: Collection[str] = ()) -> None:
        self._ids = ids
        self._digests = digests
        self._ends: dict[str, list[str]] = {}
        for old in ids:
            self._ends.setdefault(old[-_SHORT_CHARS:], []).append(old)

    def body(self, entry: Entry) -> Body:
        """The body of an entry as the edition tells it; it reads back as onetext writes it."""
        told: dict[str, Any] = {}
        for key, value in entry.body.items():
            if key == "over":  # verdicts that the readers may not see are not even counted
                told[key] = [self._ids[one] for one in value if one in self._ids]
            elif key == "reason":
                told[key] = no_reason(entry.kind)
            elif key == "origin":
                told[key] = public_origin(value)
            elif isinstance(value, dict) and key in _WORDS_OF_SOURCES:
                told[key] = value
            else:
                told[key] = self._told(value)
        return told

    def _told(self, value: Any) -> Any:
        if isinstance(value, str):
            return _HEX.sub(lambda found: self._of_hex(found[0]), value)
        if isinstance(value, list):
            return [self._told(one) for one in value]
        if isinstance(value, dict):
            return {self._told(key): self._told(one) for key, one in value.items()}
        return value

    def _of_hex(self, found: str) -> str:
        if found in self._digests:
            return WITHHELD
        if len(found) >= _SHORT_CHARS:
            for old in self._ends.get(found[-_SHORT_CHARS:], ()):
                if old.endswith(found):
                    return self._ids[old][-len(found) :]
        return WITHHELD if _ID.fullmatch(found) else found


def no_reason(kind: EntryKind) -> str | None:
    """What stands where a reason was: nothing, or no words where a body has to have some."""
    hints = {field.name: str(field.type) for field in fields(BODIES[kind])}
    return None if "None" in hints["reason"] else ""


def public_origin(origin: str) -> str:
    """The address on the web that an origin is, or that it is withheld."""
    try:
        parts = urlsplit(origin)
        host, port = parts.hostname, parts.port
    except ValueError:
        return WITHHELD
    if parts.scheme not in ("http", "https") or not host:
        return WITHHELD
    where = f"[{host}]" if ":" in host else host
    return urlunsplit(parts._replace(netloc=where if port is None else f"{where}:{port}"))
