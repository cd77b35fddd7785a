"""Web Annotations: what the standard requires, and statements there and back."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetext.errors import BadImport, UnreadableFile
from onetext.record.annotated import Annotated, annotated, read_annotations
from onetext.record.annotations import annotation_lines
from onetext.record.documents import BlockKind
from onetext.record.record import Record
from onetext.record.statements import Act, Reading, Statement, Topic
from onetext.record.views import Verdict
from onetext.testing import MemoryStore, make_document, make_reading, make_statement, sample_record
from onetext.text.spans import Span

ALL = tuple(Verdict)
IRI = re.compile(r"[a-z][a-z0-9+.-]*:\S+")
MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing",
    "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip


def exported(record: Record) -> dict[str, Any]:
    found: dict[str, Any] = json.loads("\n".join(annotation_lines(record.store)))
    return found


def items(record: Record) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = exported(record)["first"]["items"]
    return found


def without_statements(record: Record) -> Record:
    """A record with the same sources and nothing found in them."""
    bare = Record(MemoryStore(), author="ada")
    bare.opened("again")
    for one in record.store.sources():
        bare.receive(make_reading(one.document), origin=one.origin, reader="test")
    return bare


def proposed(record: Record, found: Annotated) -> list[Statement]:
    for source_id, statements in found.found.items():
        record.propose(source_id, statements)
    return [one.statement for one in record.store.statements(verdicts=ALL)]


def check_annotation(one: Mapping[str, Any]) -> None:
    """The terms that the Web Annotation Data Model requires, section by section."""
    assert IRI.fullmatch(one["id"])  # 3.1: exactly one IRI
    assert one["type"] == "Annotation"
    assert one["motivation"] in MOTIVATIONS  # 3.3.5
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", one["created"])  # 3.3.1
    assert one["generator"]["type"] == "Software"
    for body in one["body"]:
        assert body["type"] == "TextualBody"  # 3.2.4: with exactly one value
        assert isinstance(body["value"], str)
        assert body["purpose"] in MOTIVATIONS
    assert one["target"], "3.1: there must be one target or more"
    for target in one["target"]:
        assert target["type"] == "SpecificResource"
        assert IRI.fullmatch(target["source"]["id"])  # 4: exactly one source
        quote, position = target["selector"]
        assert quote["type"] == "TextQuoteSelector"  # 4.2.4
        assert quote["exact"]
        assert all(isinstance(quote.get(key, ""), str) for key in ("prefix", "suffix"))
        assert position["type"] == "TextPositionSelector"  # 4.2.5: non-negative integers
        assert 0 <= position["start"] < position["end"]


def test_every_annotation_has_what_the_standard_requires() -> None:
    """A collection with one page, one annotation a statement, selectors that agree."""
    record = sample_record()
    whole = exported(record)
    assert whole["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (whole["type"], IRI.fullmatch(whole["id"]) is not None) == ("AnnotationCollection", True)
    page = whole["first"]
    assert (page["type"], page["partOf"]) == ("AnnotationPage", whole["id"])
    assert whole["total"] == len(page["items"]) == 10, "all but the rejected one"
    texts = {f"urn:uuid:{one.id}": one.document.text for one in record.store.sources()}
    for one in page["items"]:
        check_annotation(one)
        for target in one["target"]:
            text = texts[target["source"]["id"]]
            quote, position = target["selector"]
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"], "positions count code points"
            assert text[:start].endswith(quote.get("prefix", ""))
            assert text[end:].startswith(quote.get("suffix", ""))
    assert len({one["id"] for one in page["items"]}) == 10
    scopes = {target.get("scope") for one in page["items"] for target in one["target"]}
    assert scopes == {None, "https://courier.example/2030/03/07/border"}


def test_statements_come_back_as_they_were() -> None:
    """Into a record with the same sources: equal statements, proposed; twice: nothing new."""
    record = sample_record()
    bare = without_statements(record)
    found = annotated(bare.store, items(record))
    assert found.refused == []
    kept = [one for one in record.store.statements(verdicts=ALL) if one.verdict != "rejected"]
    assert proposed(bare, found) == [one.statement for one in kept]
    assert {one.verdict for one in bare.store.statements(verdicts=ALL)} == {Verdict.PENDING}
    again = annotated(bare.store, items(record))
    assert (again.found, again.already) == ({}, 10)


@given(st.text(min_size=1).filter(str.strip), st.text(), st.text())
def test_any_words_come_back(words: str, before: str, after: str) -> None:
    """Characters outside the first plane, right-to-left marks, quotation marks: verbatim."""
    document = make_document(f"{before}{words}{after}")
    said = make_statement(
        document, words, speaker=None, party="Northland", act=Act.OFFER, topic=Topic.OTHER
    )
    record = Record(MemoryStore(), author="ada")
    record.receive(make_reading(document, said), origin="a.txt", reader="test")
    bare = without_statements(record)
    assert proposed(bare, annotated(bare.store, items(record))) == [said]


def plain(exact: str, source: str, *tags: str, **quote: str) -> dict[str, Any]:
    """An annotation as another tool makes them."""
    return {
        "id": "https://tool.example/1",
        "type": "Annotation",
        "body": [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags],
        "target": {
            "source": source,
            "selector": {"type": "TextQuoteSelector", "exact": exact, **quote},
        },
    }


ADDRESS = "https://courier.example/2030/03/07/border"


def one_refused(record: Record, annotation: Mapping[str, Any]) -> str:
    found = annotated(record.store, [annotation])
    assert found.found == {}
    [refused] = found.refused
    return refused.why


def test_another_tool_s_annotation_is_proposed_with_its_tags() -> None:
    """By the address of the report; what no tag tells is not known, the topic follows a rule."""
    record = sample_record()
    made = plain("She did not rule out observers", ADDRESS, "act:open", "party:Southland")
    found = annotated(record.store, [made])
    assert found.refused == []
    [[said]] = found.found.values()
    assert (said.act, said.speaker.party, said.holder) == (Act.OPEN, "Southland", "Southland")
    assert (said.speaker.name, said.confidence, said.kind) == (None, 0.5, "indirect")
    bare = plain("Southland accepts the river Lune as the border.", ADDRESS, "accept")
    [[direct]] = annotated(record.store, [bare]).found.values()
    assert direct.kind == "direct", "quotation marks stand around it"


def test_what_is_not_there_verbatim_is_refused_by_name() -> None:
    """Never moved to a lookalike; several places need a prefix or suffix that tells them apart."""
    record = sample_record()
    assert "does not hold the words" in one_refused(
        record, plain("Southland rejects the river", ADDRESS, "act:reject")
    )
    assert "not in the record" in one_refused(record, plain("x", "https://a.example/", "act:open"))
    assert "several places" in one_refused(record, plain("Holm", ADDRESS, "act:report"))
    told = plain("Holm", ADDRESS, "act:report", prefix="cold in ", suffix=". Ada")
    [[said]] = annotated(record.store, [told]).found.values()
    assert said.content[0].prefix.endswith("cold in ")
    assert "names no act" in one_refused(record, plain("She did not", ADDRESS))
    assert "does not fit" in one_refused(record, plain("She did not", ADDRESS, "act:sing"))
    assert "no target" in one_refused(record, {"type": "Annotation", "body": []})
    assert "TextQuoteSelector" in one_refused(
        record, {"type": "Annotation", "target": {"source": ADDRESS}}
    )


def test_a_changed_export_is_refused_where_it_does_not_hold() -> None:
    """A quote, a cue or a value that was changed by hand; the others are proposed."""
    record = sample_record()
    bare = without_statements(record)
    every = items(record)
    first = every[0]
    body = json.loads(first["body"][0]["value"])
    body["statement"]["cue"]["exact"] = "sung"
    first["body"][0]["value"] = json.dumps(body)
    second = every[1]
    second["body"][0]["value"] = second["body"][0]["value"].replace('"demand"', '"sing"')
    every[2]["target"][0]["selector"][0]["exact"] = "Southland would always accept"
    found = annotated(bare.store, every)
    assert [one.name for one in found.refused] == [one["id"] for one in every[:3]]
    assert sum(len(statements) for statements in found.found.values()) == 7


def test_words_in_furniture_are_no_statement() -> None:
    """As for a reader."""
    document = make_document("Subscribe now", "Northland agreed.")
    blocks = (replace(document.blocks[0], kind=BlockKind.FURNITURE), *document.blocks[1:])
    record = Record(MemoryStore(), author="ada")
    reading = Reading(replace(document, blocks=blocks), (), (), (), (), ())
    record.receive(reading, origin=ADDRESS, reader="test")
    assert "furniture" in one_refused(record, plain("Subscribe", ADDRESS, "act:report"))


def test_files_of_several_forms_are_read(tmp_path: Path) -> None:
    """A collection, a page, a list, one annotation, one a line; anything else is named."""
    record = sample_record()
    every, path = items(record), tmp_path / "a.jsonld"
    for whole in (exported(record), exported(record)["first"], every):
        path.write_text(json.dumps(whole))
        assert read_annotations(path) == every
    path.write_text(json.dumps(every[0]))
    assert read_annotations(path) == every[:1]
    path.write_text("\n".join(json.dumps(one) for one in every))
    assert read_annotations(path) == every
    for wrong in ("", "no json", '{"type": "Note"}', "[" * 100_000):
        path.write_text(wrong)
        with pytest.raises(BadImport, match="Nothing was imported"):
            read_annotations(path)
    path.write_bytes(b"\xff")
    with pytest.raises(UnreadableFile):
        read_annotations(path)


def test_a_statement_in_several_passages_has_several_targets() -> None:
    """In their order."""
    document = make_document("Northland, he said, agreed.", published=date(2030, 1, 1))
    said = make_statement(
        document, "Northland", speaker=None, party="Northland", act=Act.ACCEPT, topic=Topic.OTHER
    )
    passage = said.content[0]
    rest = type(passage).of(document.text, Span(20, 26))
    record = Record(MemoryStore(), author="ada")
    both = replace(said, content=(passage, rest))
    record.receive(make_reading(document, both), origin="a", reader="t")
    [one] = items(record)
    assert [t["selector"][0]["exact"] for t in one["target"]] == ["Northland", "agreed"]
    bare = without_statements(record)
    assert proposed(bare, annotated(bare.store, [one])) == [both]
