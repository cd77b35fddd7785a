"""A draft's file: Markdown, plain text, DOCX, PDF or Akoma Ntoso, from a path into a `Draft`."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import py3langid
from charset_normalizer import from_bytes

from onetext.errors import UnreadableFile
from onetext.reading.akn import akn_draft, is_xml
from onetext.reading.documents.received import received_bytes
from onetext.reading.pdf_draft import PdfText, pdf_draft_text
from onetext.reading.word.changes import ChangesRead
from onetext.reading.word.telling import problems_of
from onetext.reading.word.text import DocxText, docx_text
from onetext.text.colours import plain_colour
from onetext.text.drafts import Draft, Problem
from onetext.text.parse import UNDETERMINED, parse_draft
from onetext.text.point_remarks import Coloured
from onetext.text.spans import Span

_XML = (".xml", ".akn")
_PDF = b"%PDF"
_ZIP = b"PK\x03\x04"
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_BOMS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_LANGUAGE_CHARS = 4000
_SHOWN = 3
_WORDS_TO_TELL = 12
_BYTES_TO_GUESS = 200
_TEXT_CONTROLS = frozenset(b"\t\n\r\x0c\x1b\x0b\x08\x1a\x1c\x1d\x1e\x1f")


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A draft and the digest of the bytes that it was read from.

    `word` is what a DOCX file held besides the text: tracked changes, comments, colours.
    """

    draft: Draft
    sha256: str
    word: DocxText | None = None


def read_draft_file(
    path: Path,
    *,
    encoding: str | None = None,
    title: str | None = None,
    changes: ChangesRead = ChangesRead.ACCEPTED,
) -> DraftFile:
    """Read the draft in `path`; a draft that names no title is called by its file's name.

    Args:
        path: a Markdown, plain text, DOCX, PDF or Akoma Ntoso file.
        encoding: of a text file, where it is not UTF-8.
        title: stands above the one that the draft gives itself.
        changes: which text of a file with tracked changes.

    Raises:
        UnreadableFile: nothing there, a directory, empty, no text, another encoding, a DOCX
            that cannot be opened, or an encoding that nobody knows.
    """
    content = received_bytes(path)
    told: tuple[Problem, ...] = ()
    word: DocxText | None = None
    coloured: tuple[Coloured, ...] = ()
    if content.startswith(_ZIP) or path.suffix.lower() == ".docx":
        word = docx_text(path, content, changes=changes)
        text, told = word.text, tuple(problems_of(word, changes))
        coloured = tuple(Coloured(c.span, plain_colour(c.colour)) for c in word.colours)
    elif content.startswith(_PDF):
        pdf = pdf_draft_text(path, content)
        text, told = pdf.text, tuple(_problems_of(pdf))
    elif path.suffix.lower() in _XML or is_xml(content):
        return _akn(path, content, title, changes)
    else:
        text = _decoded(path, content, encoding)
    if not text.strip():
        raise UnreadableFile(path, "it holds no words", "Give a draft with text in it.")
    draft = parse_draft(text, title=title, coloured=coloured)
    draft = replace(
        draft,
        title=draft.title or path.stem,
        language=_language(draft),
        problems=(*told, *draft.problems),
    )
    return DraftFile(draft, hashlib.sha256(content).hexdigest(), word)


def _problems_of(pdf: PdfText) -> Iterator[Problem]:
    """A word on pages whose order is in doubt, and on the running heads, feet and page numbers of
    a PDF, which are no part of it."""
    yield from (Problem(Span(0, 0), doubt) for doubt in pdf.doubts)
    if pdf.left_out:
        some = "; ".join(f'"{words}"' for words in dict.fromkeys(pdf.left_out[:_SHOWN]))
        lines = len(pdf.left_out)
        told = f"{lines} lines" if lines > 1 else "1 line"
        yield Problem(Span(0, 0), f"Left out at the heads and feet of pages: {told}, as in {some}.")


def _akn(path: Path, content: bytes, title: str | None, changes: ChangesRead) -> DraftFile:
    draft = akn_draft(path, content, changes=changes)
    if not draft.text.strip():
        raise UnreadableFile(path, "it holds no words", "Give a draft with text in it.")
    draft = replace(draft, title=title or draft.title or path.stem, language=_language(draft))
    return DraftFile(draft, hashlib.sha256(content).hexdigest())


def _decoded(path: Path, content: bytes, encoding: str | None) -> str:
    if content.startswith(_OLD_WORD):
        raise UnreadableFile(
            path, "it is a Word file of the old kind (.doc)", "Save it as DOCX and give that."
        )
    marked = next((name for bom, name in _BOMS if content.startswith(bom)), None)
    chosen = encoding or marked or "utf-8"
    if not _is_known(chosen):
        raise UnreadableFile(
            path,
            f'"{chosen}" was given as its encoding, which is none that is known',
            "Name one such as utf-8, cp1252 or cp1251.",
        )
    if marked is None and encoding is None and _is_binary(content):
        raise UnreadableFile(
            path, "it is binary, not text", "Give a Markdown, plain text or DOCX file."
        )
    try:
        return content.decode(chosen)
    except UnicodeError:
        raise UnreadableFile(
            path,
            f"it is not {chosen.upper()} text{_guess(content)}",
            "Name its encoding, as in: onetext text FILE --encoding cp1252",
        ) from None


def _is_known(encoding: str) -> bool:
    try:
        return isinstance(b" ".decode(encoding), str)
    except LookupError:  # no such encoding, or one from bytes to bytes
        return False
    except UnicodeError:  # a known encoding in which a single space is cut off
        return True


def _is_binary(content: bytes) -> bool:
    start = content[:8192]
    odd = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in start)
    return b"\0" in start or odd * 50 > len(start)


def _guess(content: bytes) -> str:
    if len(content) < _BYTES_TO_GUESS:
        return ""
    best = from_bytes(content[:65536]).best()
    return f" (it may be {best.encoding})" if best else ""


def _language(draft: Draft) -> str:
    words = " ".join(point.text for point in draft.walk())[:_LANGUAGE_CHARS] or draft.text
    if draft.language != UNDETERMINED or len(words.split()) < _WORDS_TO_TELL:
        return draft.language
    language: str = py3langid.classify(words[:_LANGUAGE_CHARS])[0]
    return language
