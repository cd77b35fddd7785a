"""The Atom feed of changes, held against RFC 4287."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from onetext.briefing.feed import ATOM, feed
from onetext.record.record import Record
from onetext.record.statements import Act, Topic
from onetext.testing import (
    Clock,
    MemoryStore,
    make_document,
    make_reading,
    make_statement,
    sample_record,
)

LAST = date(2030, 3, 12)
SCHEMA = etree.RelaxNG(etree.parse(str(Path(__file__).with_name("atom.rng"))))


def read(text: bytes) -> Any:
    """A feed that is valid by the schema and by what RFC 4287 says in words."""
    root = etree.fromstring(text)
    assert SCHEMA.validate(root), SCHEMA.error_log
    ids = [found.text for found in root.iter(f"{{{ATOM}}}id")]
    assert len(ids) == len(set(ids)), "no two entries have the same id (4.1.1)"
    assert all(one.startswith("urn:uuid:") for one in ids)
    for entry in entries(root):
        assert child(entry, "author") or child(root, "author")
        assert child(entry, "content") or child(entry, "link"), "4.1.2"
    return root


def child(element: Any, name: str) -> list[Any]:
    found: list[Any] = element.findall(f"{{{ATOM}}}{name}")
    return found


def entries(root: Any) -> list[Any]:
    return child(root, "entry")


def told(root: Any, name: str) -> list[str]:
    return [str(child(entry, name)[0].text) for entry in entries(root)]


def kinds(root: Any) -> list[str]:
    return [child(entry, "category")[0].get("term") for entry in entries(root)]


def test_a_feed_has_an_entry_for_every_change() -> None:
    """A moved position, a new statement, a draft, a brief; newest first."""
    record = sample_record()
    record.publish_brief(LAST, datetime(2030, 3, 12, tzinfo=UTC), "f" * 64, "brief.html")
    root = read(feed(record.store, since=date(2030, 3, 4), until=LAST))
    assert sorted(kinds(root)) == ["brief", "draft", *["position"] * 3, *["statement"] * 3]
    assert "Southland on border: rejects → accepts" in told(root, "title")
    assert "Second draft" in told(root, "title")
    updated = told(root, "updated")
    assert updated == sorted(updated, reverse=True)
    assert child(root, "updated")[0].text == updated[0]
    assert child(root, "title")[0].text == "The Lune talks: changes"
    moved = told(root, "title").index("Southland on border: rejects → accepts")
    words = "“Southland accepts the river Lune as the border.” — Mira Sol, Southland, "
    assert told(root, "content")[moved].startswith(words)
    links = [link.get("href") for entry in entries(root) for link in child(entry, "link")]
    assert set(links) == {"https://courier.example/2030/03/07/border"}


def test_a_feed_of_the_same_record_is_the_same() -> None:
    """To the byte; and a change keeps its id whatever day the feed begins on."""
    record = sample_record()
    text = feed(record.store, since=date(2030, 3, 4), until=LAST)
    assert feed(record.store, since=date(2030, 3, 4), until=LAST) == text
    whole = read(feed(record.store, since=date.min, until=date.max))
    assert set(told(read(text), "id")) <= set(told(whole, "id"))


def test_nothing_new_is_a_valid_feed() -> None:
    """With its id, title and moment, and no entry."""
    root = read(feed(sample_record().store, since=LAST, until=date(2030, 3, 13)))
    assert entries(root) == []
    assert child(root, "updated")[0].text == "2030-03-01T09:00:00Z"
    empty = read(feed(MemoryStore(), since=date.min, until=LAST))
    assert entries(empty) == []


@given(st.text(min_size=1).filter(str.strip), st.text())
def test_any_text_of_a_source_makes_a_valid_feed(words: str, title: str) -> None:
    """Markup is escaped, control characters are pictured, what XML cannot hold is replaced."""
    record = Record(MemoryStore(), author="ada", clock=Clock(datetime(2030, 1, 2, tzinfo=UTC)))
    document = replace(make_document(words), publisher=title or None, published=date(2030, 1, 1))
    said = make_statement(
        document, words, speaker=None, party=title or "N", act=Act.ACCEPT, topic=Topic.OTHER
    )
    record.receive(make_reading(document, said), origin="https://a.example/?a=1&b=<2>", reader="t")
    root = read(feed(record.store, since=date.min, until=date(2030, 2, 1), include_pending=True))
    assert kinds(root).count("statement") == 1


def test_script_is_text() -> None:
    """A summary is plain text: what looks like markup is escaped and shown as it stands."""
    record = Record(MemoryStore(), author="a", clock=Clock(datetime(2030, 1, 2, tzinfo=UTC)))
    document = make_document("<script>alert('x')</script> & more", published=date(2030, 1, 1))
    said = make_statement(
        document, "<script>alert('x')</script>", speaker=None, party="N", act=Act.OFFER,
        topic=Topic.OTHER,
    )  # fmt: skip
    record.receive(make_reading(document, said), origin="a", reader="t")
    text = feed(record.store, since=date.min, until=date(2030, 2, 1), include_pending=True)
    assert b"<script>" not in text
    assert "<script>alert('x')</script>" in told(read(text), "summary")[0]
