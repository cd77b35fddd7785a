"""Web Annotations as proposed statements: those whose quotes the record's sources hold verbatim.

Nothing is guessed and nothing is moved: an annotation whose quote is not found, or is found at
several places that its prefix, suffix and position do not tell apart, is refused by name. Values
come from the JSON that export wrote, else from tags ("act:demand", "party:Northland"); an
annotation that names no act is refused. A quote from another tool is as sure as 0.5.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onetext.errors import BadImport, OnetextError, UnreadableFile
from onetext.record.amendment import amended
from onetext.record.annotations import STATEMENT
from onetext.record.codec import from_json, to_json
from onetext.record.documents import BlockKind, Document
from onetext.record.passages import Passage
from onetext.record.statements import Act, Speaker, SpeakerKind, Statement, StatementKind
from onetext.record.store import Store
from onetext.record.topics import topic_of_words
from onetext.record.views import SourceNote, Verdict
from onetext.text.spans import Span

UNSURE = 0.5
_URN = "urn:uuid:"
_TAG = re.compile(r"\s*(act|topic|kind|holder|target|speaker|party|role|said_on)\s*:\s*(.+?)\s*")
_QUOTES = '“”"«»„‟'


@dataclass(frozen=True, slots=True)
class Refused:
    """An annotation that is no statement of this record, and why."""

    name: str
    why: str


@dataclass(slots=True)
class Annotated:
    """What annotations propose: statements by source id. `already` counts those it holds."""

    found: dict[str, list[Statement]] = field(default_factory=dict)
    already: int = 0
    refused: list[Refused] = field(default_factory=list)


class _Not(OnetextError):
    """Why an annotation is refused, as the end of a sentence."""


def read_annotations(path: Path) -> list[Mapping[str, Any]]:
    """The annotations of a file: a collection, a page, a list, one, or one a line.

    Raises:
        UnreadableFile: the file cannot be read.
        BadImport: it holds no JSON, or nothing that is an annotation.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(path, str(error), "Name a file of Web Annotations.") from error
    try:
        found: object = json.loads(text)
    except RecursionError as error:
        raise _no_annotations(path, "its JSON is nested too deeply") from error
    except ValueError as error:
        try:
            found = [json.loads(line) for line in text.splitlines() if line.strip()]
        except (ValueError, RecursionError):
            raise _no_annotations(path, f"it is no JSON ({error})") from error
    annotations = list(_annotations(found))
    if not annotations:
        raise _no_annotations(path, "it holds no annotation")
    return annotations


def annotated(store: Store, annotations: Iterable[Mapping[str, Any]]) -> Annotated:
    """What `annotations` propose for the sources of this record."""
    notes = {one.id: one for one in store.sources()}
    by_origin = {one.origin: one.id for one in notes.values()}
    by_digest = {one.document.sha256: one.id for one in notes.values()}
    held = {_key(one.source, one.statement) for one in store.statements(verdicts=tuple(Verdict))}
    result = Annotated()
    for number, one in enumerate(annotations, start=1):
        name = str(one.get("id") or f"annotation {number}")
        try:
            values, digest = _values(one)
            targets = _targets(one)
            named = {_source_id(target, by_origin, notes) for target in targets}
            source_id = _one_source(named, by_digest.get(digest or ""))
            document = notes[source_id].document
            content = tuple(_passage(target, document) for target in targets)
            statement = _statement(values, content, document)
        except _Not as refused:
            result.refused.append(Refused(name, str(refused)))
            continue
        key = (source_id, *_place(statement))
        if key in held:
            result.already += 1
            continue
        held.add(key)
        result.found.setdefault(source_id, []).append(statement)
    return result


def _annotations(found: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(found, list):
        for one in found:
            yield from _annotations(one)
    elif isinstance(found, dict):
        kind = found.get("type")
        kinds = kind if isinstance(kind, list) else [kind]
        if "Annotation" in kinds:
            yield found
        else:
            for key in ("first", "items"):
                yield from _annotations(found.get(key))


def _targets(one: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    target = one.get("target")
    targets = [t for t in (target if isinstance(target, list) else [target]) if t]
    if not targets or not all(isinstance(found, dict) for found in targets):
        raise _Not("it has no target with a quote")
    return targets


def _one_source(named: set[str | None], by_digest: str | None) -> str:
    """The source that all targets name, else the one of that digest."""
    found: set[str | None] = {one for one in named if one} or {by_digest}
    if found == {None}:
        raise _Not("its source is not in the record; read that first")
    if len(found) > 1:
        raise _Not("its targets stand in several sources, and a statement in one")
    return str(found.pop())


def _source_id(
    target: Mapping[str, Any], by_origin: Mapping[str, str], notes: Mapping[str, Any]
) -> str | None:
    source = target.get("source")
    named = source.get("id") if isinstance(source, dict) else source
    if isinstance(named, str) and named.removeprefix(_URN) in notes:
        return named.removeprefix(_URN)
    for address in (named, target.get("scope")):
        if isinstance(address, str) and address in by_origin:
            return by_origin[address]
    return None


def _passage(target: Mapping[str, Any], document: Document) -> Passage:
    """The one place of the quote, by its position, else by what stands before and after it."""
    selectors = target.get("selector")
    listed = selectors if isinstance(selectors, list) else [selectors]
    of = {one.get("type"): one for one in listed if isinstance(one, dict)}
    quote, position = of.get("TextQuoteSelector", {}), of.get("TextPositionSelector", {})
    exact = quote.get("exact")
    if not isinstance(exact, str) or not exact:
        raise _Not("it has no TextQuoteSelector with the exact words")
    text = document.text
    starts = [match.start() for match in re.finditer(f"(?={re.escape(exact)})", text)]
    if not starts:
        raise _Not(f'its source does not hold the words "{exact[:80]}"')
    if position.get("start") in starts and position.get("end") == position["start"] + len(exact):
        starts = [position["start"]]
    elif len(starts) > 1:
        before, after = str(quote.get("prefix") or ""), str(quote.get("suffix") or "")
        ends = len(exact)
        starts = [
            at
            for at in starts
            if text[:at].endswith(before) and text[at + ends :].startswith(after)
        ]
    if len(starts) != 1:
        raise _Not(f'its source holds the words "{exact[:80]}" at several places')
    span = Span(starts[0], starts[0] + len(exact))
    if any(
        block.kind is BlockKind.FURNITURE and block.start < span.end and span.start < block.end
        for block in document.blocks
    ):
        raise _Not("its words stand in the furniture of the page, not in the report")
    return Passage.of(text, span)


def _values(one: Mapping[str, Any]) -> tuple[dict[str, Any], str | None]:
    """The values of the statement and the digest of its source, as far as the body has them."""
    body = one.get("body")
    bodies = [b for b in (body if isinstance(body, list) else [body]) if isinstance(b, dict)]
    for found in bodies:
        if found.get("format") == "application/json":
            try:
                told = json.loads(found.get("value") or "")
            except (ValueError, TypeError, RecursionError):
                continue
            if isinstance(told, dict) and told.get("schema") == STATEMENT:
                return {"statement": told.get("statement")}, told.get("source_sha256")
    tags = {}
    for found in bodies:
        tag = _TAG.fullmatch(str(found.get("value") or ""))
        if tag:
            tags[tag[1]] = tag[2]
        elif str(found.get("value")) in set(Act):
            tags["act"] = str(found["value"])
    return tags, None


def _statement(
    values: Mapping[str, Any], content: tuple[Passage, ...], document: Document
) -> Statement:
    if "statement" in values:
        return _exported(values["statement"], content, document)
    if "act" not in values:
        raise _Not('it names no act; tag it as "act:demand"')
    words = " ".join(passage.exact for passage in content)
    bare = Statement(
        content=content,
        cue=None,
        source=None,
        speaker=Speaker(None, SpeakerKind.PERSON if "speaker" in values else SpeakerKind.ANONYMOUS),
        holder=None,
        kind=_quoted(content[0], document.text),
        act=Act.REPORT,
        target=None,
        topic=topic_of_words(words),
        said_on=None,
        venue=None,
        addressee=None,
        via=(),
        confidence=UNSURE,
    )
    try:
        return amended(bare, values)
    except OnetextError as error:
        raise _Not(f"a tag does not fit: {error}") from error


def _exported(found: Any, content: tuple[Passage, ...], document: Document) -> Statement:
    try:
        told = {**found, "content": [to_json(passage) for passage in content]}
        statement = from_json(told, Statement)
    except (TypeError, OnetextError) as error:
        raise _Not(f"its values cannot be understood: {error}") from error
    for passage in (statement.cue, statement.source):
        if passage and not passage.stands_in(document.text):
            raise _Not(f'its source does not hold "{passage.exact[:80]}" where it says')
    if not 0 <= statement.confidence <= 1:
        raise _Not("its confidence is not between 0 and 1")
    return statement


def _quoted(passage: Passage, text: str) -> StatementKind:
    """Direct where quotation marks stand around the words, mixed where they stand in them."""
    around = text[max(0, passage.start - 1) : passage.start] + text[passage.end : passage.end + 1]
    if len(around) == 2 and all(mark in _QUOTES for mark in around):
        return StatementKind.DIRECT
    inside = any(mark in _QUOTES for mark in passage.exact)
    return StatementKind.MIXED if inside else StatementKind.INDIRECT


def _key(note: SourceNote, statement: Statement) -> tuple[object, ...]:
    return (note.id, *_place(statement))


def _place(statement: Statement) -> tuple[object, ...]:
    spans = tuple((passage.start, passage.end) for passage in statement.content)
    return spans, statement.speaker.name


def _no_annotations(path: Path, found: str) -> BadImport:
    return BadImport(
        f"{path} was to be imported as Web Annotations, but {found}. Nothing was imported. "
        "Name a file as onetext export writes annotations.jsonld."
    )
