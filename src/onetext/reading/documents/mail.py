"""E-mail: subject, sender and date from the headers; quoted replies and signatures are furniture.

Attachments are not read: save them and read them as files of their own.
"""

from __future__ import annotations

import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from pathlib import Path

from onetext.errors import UnreadableFile
from onetext.reading.documents.charsets import html_text, reads_letters
from onetext.reading.documents.html import content_of_page
from onetext.reading.documents.parts import Content, Hint, Part, Told
from onetext.reading.documents.splitting import split
from onetext.text.spans import Span

_PREFIXES = re.compile(r"(?:\s*(?:re|aw|fw|fwd|wg)\s*:\s*)+", re.I)
_HEADER_CHARS = 10_000
_SIGNATURE = re.compile(r"(?m)^-- ?$")
_SAID = re.compile(
    r"(?:on\b.{4,120}\bwrote:|-{2,} ?(?:original|forwarded) message ?-{2,}|begin forwarded message:"
    r"|(?:from|sent|to|cc|date|subject|reply-to)\s*:.{0,200}|sent from my .{1,40}|_{5,})",
    re.I,
)


def mail_content(raw: bytes, path: Path) -> Content:
    """The message `raw`: its plain text where it has one, else its HTML.

    Raises:
        UnreadableFile: the message has no text of its own; its attachments are named.
    """
    try:
        message = BytesParser(EmailMessage, policy=email.policy.default).parsebytes(raw)
        told = _told(message)
        plain = message.get_body(("plain",))
    except RecursionError:
        raise UnreadableFile(
            path, "its parts are nested too deeply", "Save the message's text as a file of its own."
        ) from None
    words = _words(plain, path) if plain is not None else ""
    if words.strip():
        return _from_plain(words, told)
    page = message.get_body(("html",))
    if page is None:
        raise _no_text(message, path)
    text = html_text(_payload(page), path, _charset(page))
    content = content_of_page(text, path, told.title)
    return replace(content, told=_both(told, content.told))


def _told(message: EmailMessage) -> Told:
    subject = _PREFIXES.sub("", " ".join(str(_header(message, "subject") or "").split()), count=1)
    return Told(title=subject or None, publisher=_sender(message), published=_sent(message))


def _header(message: EmailMessage, name: str) -> object:
    """A header, parsed; None where it is missing, very long or so broken that it cannot be."""
    written = (value for key, value in message.raw_items() if key.lower() == name)
    if len(str(next(written, ""))) > _HEADER_CHARS:
        return None  # the standard library's parser takes the square of the length
    try:
        return message[name]
    except (AttributeError, IndexError, LookupError, TypeError, ValueError):
        return None  # the standard library's parser of headers raises these over broken ones


def _sender(message: EmailMessage) -> str | None:
    addresses = getattr(_header(message, "from"), "addresses", ())
    if not addresses:
        return None
    return addresses[0].display_name.strip() or addresses[0].domain or None


def _sent(message: EmailMessage) -> date | None:
    when = getattr(_header(message, "date"), "datetime", None)
    return when.date() if isinstance(when, datetime) else None


def _payload(part: MIMEPart) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _charset(part: MIMEPart) -> str | None:
    """The declared charset where it is an encoding of letters that Python knows."""
    charset = part.get_content_charset()
    return charset if charset and reads_letters(b"a", charset) else None


def _words(part: MIMEPart, path: Path) -> str:
    text = html_text(payload, path, _charset(part)) if (payload := _payload(part)) else ""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _from_plain(words: str, told: Told) -> Content:
    head = f"{told.title}\n\n" if told.title else ""
    text = head + words
    signature = _SIGNATURE.search(text, len(head))
    end = signature.start() if signature else len(text)
    parts = tuple(_hinted(text, split(text, len(head)), end))
    if told.title:
        parts = (Part(Span(0, len(told.title)), Hint.HEADLINE, -1), *parts)
    return Content(text, parts, told)


def _hinted(text: str, parts: tuple[Part, ...], end: int) -> Iterator[Part]:
    """Quoted lines, the lines that open a quotation, and the signature as furniture; where
    nothing but quoted lines is left, they are the message."""
    own = any(part.hint is not Hint.QUOTED and part.span.start < end for part in parts)
    for part in parts:
        words = part.span.of(text)
        quoted = own and part.hint is Hint.QUOTED
        furniture = quoted or part.span.start >= end or bool(_SAID.fullmatch(words))
        yield replace(part, hint=Hint.FURNITURE) if furniture else part


def _both(headers: Told, page: Told) -> Told:
    """What the headers of an HTML message and its page tell; the page's title goes first."""
    return Told(
        title=page.title or headers.title,
        publisher=headers.publisher or page.publisher,
        authors=page.authors,
        published=headers.published or page.published,
        language=page.language,
    )


def _no_text(message: EmailMessage, path: Path) -> UnreadableFile:
    names = [name for part in message.iter_attachments() if (name := part.get_filename())]
    if names:
        found = f"the message has no text of its own, only attachments ({', '.join(names[:5])})"
        return UnreadableFile(path, found, "Save the attachments and read them.")
    return UnreadableFile(path, "the message has no text", "Check that it is the right file.")
