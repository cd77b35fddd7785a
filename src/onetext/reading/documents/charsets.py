"""The characters of a page: its encoding as it shows, as it is declared, or as it looks."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from onetext.reading.documents.plain import decoded

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_HEAD_BYTES = 4096
# What pages call Latin-1 or ASCII is Windows-1252. Source: WHATWG Encoding Standard, section 4.2.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252"}
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def html_text(raw: bytes, path: Path, encoding: str | None = None) -> str:
    """The page `raw` as text. UTF-8 that decodes is UTF-8 whatever is declared.

    Raises:
        UnreadableFile: as `decoded` raises it, where nothing declares or shows the encoding.
    """
    if encoding or raw.startswith(_MARKS):
        return decoded(raw, path, encoding)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        name = _declared(raw) or _looks_like(raw)
        text = decoded(raw, path) if name is None else raw.decode(name, errors="replace")
    if "\0" in text or not text.strip():
        return decoded(raw, path)
    return text


def _declared(raw: bytes) -> str | None:
    for found in _DECLARED.findall(raw[:_HEAD_BYTES]):
        try:
            name = codecs.lookup(found.decode("ascii")).name
        except (LookupError, UnicodeDecodeError):
            continue
        if name != "utf-8" and reads_letters(raw, name):
            return _MEANT.get(name, name)
    return None


def reads_letters(raw: bytes, name: str) -> bool:
    """Whether it is an encoding of letters, which Python's codecs for bytes and names are not."""
    try:
        raw[:_HEAD_BYTES].decode(name, errors="replace")
    except (LookupError, ValueError):  # ValueError: also a name with a NUL in it
        return False
    return True


def _looks_like(raw: bytes) -> str | None:
    from charset_normalizer import from_bytes  # only files that are not UTF-8 need it

    guess = from_bytes(raw[:200_000]).best()
    return guess.encoding if guess else None
