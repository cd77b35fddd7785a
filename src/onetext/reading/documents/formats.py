"""Which format a file has: its content says so first, its name where the content leaves it open."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

from onetext.errors import UnreadableFile


class Format(StrEnum):
    PLAIN = "plain text"
    HTML = "HTML"
    PDF = "PDF"
    DOCX = "DOCX"
    MAIL = "e-mail"


_SUFFIXES = {
    ".html": Format.HTML, ".htm": Format.HTML, ".xhtml": Format.HTML, ".pdf": Format.PDF,
    ".docx": Format.DOCX, ".eml": Format.MAIL,
}  # fmt: skip
_BEGINS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "an old or password-protected Office file"),
    (b"{\\rtf", "a rich text (RTF) file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"SQLite format 3\0", "a SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"ID3", "a sound file"),
    (b"%!PS", "a PostScript file"),
)
_OPENS_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*){0,5}"
    rb"<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_HEADER = re.compile(rb"^(received|message-id|mime-version|from|subject|date):", re.I | re.M)
_HEADERS_ONLY = re.compile(rb"(?:[!-9;-~]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)+\r?\n")


def format_of(raw: bytes, path: Path) -> Format:
    """The format of the file at `path` that holds `raw`.

    Raises:
        UnreadableFile: it is an image, an archive or another kind that holds no report, or it is
            named as a PDF or DOCX file and is none.
    """
    for begin, what in _BEGINS:
        if raw.startswith(begin):
            remedy = "Save the report as text, HTML, PDF, DOCX or e-mail (.eml)."
            raise UnreadableFile(path, f"it is {what}", remedy)
    named = _SUFFIXES.get(path.suffix.lower())
    if b"%PDF-" in raw[:1024]:
        return Format.PDF
    if raw.startswith(b"PK"):
        return Format.DOCX
    if named in (Format.PDF, Format.DOCX):
        found = f"it is named {path.suffix} but does not begin as a {named} file does"
        raise UnreadableFile(path, found, "It may be cut off or renamed: fetch it again.")
    if named is not None:
        return named
    if _OPENS_HTML.match(raw[:12_000]):
        return Format.HTML
    return Format.MAIL if _is_mail(raw[:50_000]) else Format.PLAIN


def _is_mail(raw: bytes) -> bool:
    head = _HEADERS_ONLY.match(raw)
    names = {name.lower() for name in _HEADER.findall(head.group())} if head else set()
    return b"from" in names and bool(names & {b"received", b"message-id", b"mime-version"})
