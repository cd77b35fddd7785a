"""Plain text and Markdown: the text is exactly what the bytes say, line ends included."""

from __future__ import annotations

import codecs
from pathlib import Path

from onetext.errors import UnreadableFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESS_BYTES = 50_000


def decoded(raw: bytes, path: Path, encoding: str | None = None) -> str:
    """The text of `raw`: as `encoding` says, else as its byte order mark says, else UTF-8.

    Raises:
        UnreadableFile: the bytes are not text in that encoding (the place of the first wrong byte
            and a guess at the encoding are named), `encoding` is unknown, or the text is blank.
    """
    name = encoding or next((name for mark, name in _MARKS if raw.startswith(mark)), "utf-8")
    try:
        text = raw.decode(name)
    except UnicodeDecodeError as error:
        raise _wrong_encoding(path, raw, name, error.start) from error
    except UnicodeError as error:  # utf-16 by name without a byte order mark, idna and the like
        raise _wrong_encoding(path, raw, name, 0) from error
    except (LookupError, ValueError) as error:  # ValueError: a name with a NUL in it
        remedy = "Name one such as utf-8, windows-1252 or utf-16."
        raise UnreadableFile(path, f"{encoding!r} is no encoding that is known", remedy) from error
    if "\0" in text:
        place = raw.find(0)
        found = f"it is no text: there is a NUL byte at offset {place}"
        raise UnreadableFile(path, found, f"Save it as plain text. {_if_wide(raw)}".strip())
    if not text.strip():
        raise UnreadableFile(
            path, "it holds only white space", "Save it again, with its text in it."
        )
    return text


def _wrong_encoding(path: Path, raw: bytes, name: str, offset: int) -> UnreadableFile:
    from charset_normalizer import from_bytes  # only files that are not UTF-8 need it

    found = f"it is not {name.upper().removesuffix('-SIG')} from byte {offset}"
    guess = from_bytes(raw[max(0, offset - _GUESS_BYTES) : offset + _GUESS_BYTES]).best()
    if guess is None or guess.encoding == name.replace("-", "_"):
        return UnreadableFile(path, found, "Name its encoding with --encoding NAME.")
    guessed = guess.encoding.replace("_", "-")
    found = f"{found}; it looks like {guessed}"
    return UnreadableFile(path, found, f"Try --encoding {guessed}, or another --encoding NAME.")


def _if_wide(raw: bytes) -> str:
    """The advice for UTF-16 without its mark: every other byte of its Latin letters is NUL."""
    for name, at in (("utf-16-le", 1), ("utf-16-be", 0)):
        if raw[at:2000:2].count(0) > 0.8 * len(raw[at:2000:2]):
            return f"If it is UTF-16, add --encoding {name}."
    return ""
