"""Changes as an Atom feed: an entry for each position that moved, statement, draft and brief.

Ids are urn:uuid: those of the record's own entries, and for a position that moved one made of the
party, the issue, the stance and its day, so that the same change keeps its id in every feed. A
moment of update is that of recording, so that a late leak comes as news. The same record gives
the same bytes.

Source: RFC 4287, The Atom Syndication Format (2005); RFC 3339 for moments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID, uuid5

from lxml import etree

from onetext.positions.moves import changes as what_moved
from onetext.positions.values import Changes, Move
from onetext.record.entries import EntryKind
from onetext.record.statements import StatementKind
from onetext.record.store import Store
from onetext.record.views import PublishedBrief, RecordedDraft, RecordedStatement
from onetext.text.showing import shown

ATOM = "http://www.w3.org/2005/Atom"
_NAMESPACE = UUID("2d9b5a43-76f7-5d3e-8a6c-6f6a0f6b7c02")  # a name space of our own
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class News:
    """One entry of the feed, in words."""

    id: str
    kind: str
    title: str
    author: str
    updated: datetime
    text: str
    address: str | None = None


def feed(
    store: Store,
    *,
    since: date,
    until: date,
    known_on: datetime | None = None,
    include_pending: bool = False,
) -> bytes:
    """The Atom feed of what happened after `since`, up to and including `until`.

    Arguments as `onetext.positions.moves.changes` takes them. Newest first.
    """
    found = what_moved(
        store, since=since, until=until, known_on=known_on, include_pending=include_pending
    )
    name, feed_id, author, opened = _opening(store)
    news = [
        *(_move(move, feed_id, author) for move in found.moves),
        *(_statement(one) for one in found.statements),
        *(_draft(one) for one in found.drafts),
        *(_brief(one, author) for one in _briefs(store, found, known_on)),
    ]
    news.sort(key=lambda one: (one.updated, one.id), reverse=True)
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    _add(root, "id", f"urn:uuid:{feed_id}")
    _add(root, "title", f"{name}: changes")
    if since > date.min:
        _add(root, "subtitle", f"After {since.isoformat()}, up to {until.isoformat()}")
    _add(root, "updated", _moment(max((one.updated for one in news), default=opened)))
    _add(_add(root, "author"), "name", author)
    _add(root, "generator", "onetext")
    for one in news:
        _entry(root, one)
    text: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return text


def news_count(text: bytes) -> int:
    """How many entries a feed has."""
    return text.count(b"<entry>")


def _opening(store: Store) -> tuple[str, str, str, datetime]:
    """The record's name, the id and the author of its first entry, and when that was."""
    for entry in store.entries():
        if entry.kind is EntryKind.RECORD_OPENED:
            return str(entry.body["name"]), entry.id, entry.author, entry.recorded_at
    return "A record without a name", str(_NAMESPACE), "onetext", datetime(1970, 1, 1, tzinfo=UTC)


def _move(move: Move, feed_id: str, author: str) -> News:
    before, after = move.before, move.after
    since = after.since.isoformat() if after.since else ""
    key = "\x1f".join((feed_id, after.party, after.issue.id, after.stance, since))
    deciding = after.deciding
    updated = max((one.recorded.recorded_at for one in deciding), default=after.issue.recorded_at)
    quotes = "\n".join(_quote(one.recorded) for one in deciding)
    title = f"{after.party} on {after.issue.label}: {before.stance} → {after.stance}"
    return News(str(uuid5(_NAMESPACE, key)), "position", title, author, updated, quotes or title)


def _statement(one: RecordedStatement) -> News:
    said = one.statement
    who = said.speaker.name or said.speaker.party or "An unnamed speaker"
    return News(
        one.id,
        "statement",
        f"{who}: {said.act} ({said.topic})",
        one.source.publisher or one.source.origin,
        one.recorded_at,
        _quote(one),
        one.source.origin,
    )


def _draft(one: RecordedDraft) -> News:
    draft = one.draft
    dated = f", {draft.dated.isoformat()}" if draft.dated else ""
    points = sum(1 for _ in draft.walk())
    text = f"{draft.title}{dated}: {points} points."
    return News(
        one.id, "draft", draft.title, draft.by or one.origin, one.recorded_at, text, one.origin
    )


def _brief(one: PublishedBrief, author: str) -> News:
    text = f"A brief as of {one.as_of.isoformat()} was written: {one.name}."
    return News(one.id, "brief", f"Brief as of {one.as_of}", author, one.recorded_at, text)


def _briefs(store: Store, found: Changes, known_on: datetime | None) -> Iterator[PublishedBrief]:
    for one in store.briefs(known_on=known_on):
        if found.since < one.recorded_at.date() <= found.until:
            yield one


def _quote(one: RecordedStatement) -> str:
    said = one.statement
    words = f"“{said.words}”" if said.kind is StatementKind.DIRECT else said.words
    who = ", ".join(filter(None, (said.speaker.name, said.speaker.party)))
    outlet = one.source.publisher or one.source.origin
    return f"{words} — {who or 'an unnamed speaker'}, {outlet}, {one.dated.isoformat()}"


def _entry(root: etree._Element, one: News) -> None:
    entry = _add(root, "entry")
    _add(entry, "id", f"urn:uuid:{one.id}")
    _add(entry, "title", one.title)
    _add(entry, "updated", _moment(one.updated))
    _add(_add(entry, "author"), "name", one.author)
    _add(entry, "category").set("term", one.kind)
    if one.address and one.address.startswith(("http://", "https://")):
        link = _add(entry, "link")
        link.set("rel", "related")
        link.set("href", _text(one.address))
    _add(entry, "summary", one.text.split("\n", 1)[0])
    _add(entry, "content", one.text)


def _add(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    element = etree.SubElement(parent, f"{{{ATOM}}}{name}")
    if text is not None:
        element.text = _text(text)
    return element


def _text(text: str) -> str:
    """Text without what XML 1.0 cannot hold: control characters become their pictures."""
    return _NO_XML.sub("\ufffd", shown(text))


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
