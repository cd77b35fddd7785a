"""E-mail: the message without what is quoted and signed."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from onetext.errors import UnreadableFile
from onetext.reading.documents import load_document

_BODY = "Southland's envoy said on Tuesday that the ferry plan could not be accepted as it stands."
_PAGE = f"<html><body><article><p>{_BODY}</p><p>{_BODY.replace('Tuesday', 'Monday')}</p></article>"


def _message() -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Fwd: Envoy rejects ferry plan"
    message["From"] = "Northland Courier <desk@courier.example>"
    message["Date"] = "Wed, 03 Dec 2025 23:30:00 -0500"
    message["Message-ID"] = "<1@courier.example>"
    message["MIME-Version"] = "1.0"
    return message


def _read(tmp_path: Path, message: EmailMessage, name: str = "report.eml") -> Path:
    path = tmp_path / name
    path.write_bytes(message.as_bytes())
    return path


@pytest.mark.parametrize("name", ["report.eml", "report.txt"])
def test_headers_tell_and_quotations_are_furniture(tmp_path: Path, name: str) -> None:
    """Subject, sender and the date where it was sent; replies and signature are furniture."""
    message = _message()
    message.set_content(
        f"{_BODY}\n\nOn Tue, 2 Dec 2025, Bo Lind wrote:\n> What did the envoy say?\n> Anything?\n"
        "\n-- \nAda Berg\nNorthland Courier\n"
    )
    document = load_document(_read(tmp_path, message, name))
    assert [(block.kind.value, block.span.of(document.text)) for block in document.blocks] == [
        ("headline", "Envoy rejects ferry plan"),
        ("paragraph", _BODY),
        ("furniture", "On Tue, 2 Dec 2025, Bo Lind wrote:"),
        ("furniture", "What did the envoy say?"),
        ("furniture", "Anything?"),
        ("furniture", "--"),
        ("furniture", "Ada Berg"),
        ("furniture", "Northland Courier"),
    ]
    assert document.publisher == "Northland Courier"
    assert document.published == date(2025, 12, 3)
    assert document.language == "en"


def test_plain_text_goes_before_html(tmp_path: Path) -> None:
    """The message's own plain text is read; HTML only where there is none."""
    message = _message()
    message.set_content(_BODY + "\n")
    message.add_alternative(_PAGE.replace("Southland", "Eastland"), subtype="html")
    assert "Southland" in load_document(_read(tmp_path, message)).text


def test_html_alone_is_read_as_a_page(tmp_path: Path) -> None:
    """A message of HTML has the article's paragraphs and the header's facts."""
    message = _message()
    message.set_content(_PAGE, subtype="html")
    document = load_document(_read(tmp_path, message))
    assert [block.kind.value for block in document.blocks] == ["headline"] + ["paragraph"] * 2
    assert (document.title, document.publisher, document.published) == (
        "Envoy rejects ferry plan",
        "Northland Courier",
        date(2025, 12, 3),
    )


def test_a_message_that_only_quotes_is_read(tmp_path: Path) -> None:
    """Where every line is quoted, the quotation is the message."""
    message = _message()
    message.set_content(f"> {_BODY}\n")
    document = load_document(_read(tmp_path, message))
    assert [block.kind.value for block in document.blocks] == ["headline", "paragraph"]


def test_unknown_charsets_and_broken_headers_are_borne(tmp_path: Path) -> None:
    """A charset that nobody knows and a date that is none do not stop the reading."""
    head = "From: x\nSubject: Plan\nDate: someday\nContent-Type: text/plain; charset=klingon\n"
    raw = f"{head}\n{_BODY}\n"
    path = tmp_path / "report.eml"
    path.write_text(raw, encoding="utf-8")
    document = load_document(path)
    assert (document.title, document.published) == ("Plan", None)
    assert _BODY in document.text


def test_a_message_of_attachments_names_them(tmp_path: Path) -> None:
    """There is nothing to read in it, but the sentence says where to look."""
    message = _message()
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="report.pdf")
    with pytest.raises(UnreadableFile, match=r"report\.pdf"):
        load_document(_read(tmp_path, message))


def test_a_message_without_words_is_named(tmp_path: Path) -> None:
    """Headers alone are no report."""
    path = tmp_path / "report.eml"
    path.write_text("Subject: Plan\n\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="no text"):
        load_document(path)


@pytest.mark.parametrize("charset", ["quopri", "idna", "undefined", "zip", "rot13"])
def test_a_charset_that_is_no_encoding_of_letters_is_not_taken(
    tmp_path: Path, charset: str
) -> None:
    """Python's other codecs go by names that a message may declare; bytes are read as they look."""
    path = tmp_path / "report.eml"
    head = (
        f"From: a@courier.example\nMessage-ID: <1@x>\nContent-Type: text/plain; charset={charset}"
    )
    said = "Der Gesandte von Südland sagte, der Plan für die Fähren sei so nicht annehmbar."
    path.write_bytes(f"{head}\n\ncharset={charset}\n\n{said}\n".encode("cp1252"))
    assert "annehmbar" in load_document(path).text
