"""Values of the record as JSON, and back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.errors import BadImport
from onetext.record import bodies
from onetext.record.codec import body_value, check_body, from_json, to_json
from onetext.record.entries import EntryKind
from onetext.record.statements import Act, Named, Statement
from onetext.testing import sample_record
from onetext.text.drafts import (
    Attribution,
    AttributionStance,
    Bracket,
    BracketKind,
    Draft,
    Mark,
    Option,
    Point,
    Status,
)
from onetext.text.spans import Span


def some_statement() -> Statement:
    return sample_record().store.statements()[0].statement


def test_every_kind_of_entry_has_a_body() -> None:
    """A kind without one could not be imported."""
    assert bodies.BODIES.keys() == set(EntryKind)


st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))
st.register_type_strategy(float, st.floats(0, 1))
st.register_type_strategy(
    Span,
    st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda ends: Span(*sorted(ends))),
)
st.register_type_strategy(
    Option,
    st.builds(
        lambda span, label, none: Option(span.start, span.end, label, none),
        st.from_type(Span),
        st.text(),
        st.booleans(),
    ),
)

st.register_type_strategy(
    bodies.PointAssigned,
    st.builds(bodies.PointAssigned, issues=st.lists(st.text(), min_size=1).map(tuple)),
)
st.register_type_strategy(
    bodies.NamesMerged,
    st.builds(
        lambda what, names, reason: bodies.NamesMerged(what, names[0], tuple(names[1:]), reason),
        st.sampled_from(Named),
        st.lists(st.text(min_size=1), min_size=2, unique=True),
        st.none() | st.text(),
    ),
)

st.register_type_strategy(
    bodies.KeyPublished,
    st.from_regex(r"[A-Za-z0-9+/]{43}", fullmatch=True).map(
        lambda key: bodies.KeyPublished(f"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{key}")
    ),
)


@settings(max_examples=60, deadline=None)
@given(kind=st.sampled_from(EntryKind), chance=st.data())
def test_any_body_comes_back_through_json(kind: EntryKind, chance: st.DataObject) -> None:
    """Whatever a body holds, its JSON holds too."""
    body = chance.draw(st.from_type(bodies.BODIES[kind]))
    found = json.loads(json.dumps(to_json(body)))
    assert body_value(kind, found) == body
    check_body(kind, found)


def test_json_is_as_the_design_says() -> None:
    """Passages as {start, end, exact, prefix, suffix}, dates ISO, enumerations by value."""
    found = to_json(some_statement())
    assert found["content"][0].keys() == {"start", "end", "exact", "prefix", "suffix"}
    assert isinstance(found["content"], list)
    assert found["said_on"] == "2030-03-02"
    assert found["act"] == "accept"
    assert json.loads(json.dumps(found)) == found


def test_a_body_that_does_not_fit_is_refused_by_name() -> None:
    """An unknown key, a missing key, a value that is none of its field's."""
    good = to_json(some_statement())
    with pytest.raises(BadImport, match="not known: mood"):
        from_json({**good, "mood": "cheerful"}, Statement)
    with pytest.raises(BadImport, match="'act' is missing"):
        from_json({key: value for key, value in good.items() if key != "act"}, Statement)
    misfits: list[object] = [{**good, "act": "sing"}, {**good, "said_on": "soon"}, [], 5]
    for bad in misfits:
        with pytest.raises(BadImport, match="does not fit"):
            from_json(bad, Statement)


def test_a_body_that_reads_back_differently_is_refused() -> None:
    """A number where a text belongs would be taken for a text and change the digest."""
    with pytest.raises(BadImport, match="not as onetext writes it"):
        check_body(EntryKind.RECORD_OPENED, {"name": 5})
    with pytest.raises(BadImport):
        check_body(EntryKind.BRIEF_PUBLISHED, {"as_of": str(date(2030, 1, 1))})
    check_body(EntryKind.RECORD_OPENED, {"name": "5"})
    assert from_json(to_json(some_statement()), Statement).act is Act.ACCEPT


def test_a_draft_of_an_earlier_version_reads_back_as_it_was_written() -> None:
    """Fields that came later are not written where they say nothing, and are where they do."""
    span = Span(0, 4)
    bracket = Bracket(span, 1, BracketKind.ADDITION)
    draft = Draft("t", None, None, "en", "text", (Point("1", "1", "x", span),), (bracket,))
    plain = to_json(replace(draft, options=(Option(0, 4),)))
    assert not {"notes", "preamble", "struck"} & set(plain)
    assert set(plain["points"][0]) == {"label", "path", "text", "span", "points"}
    assert set(plain["brackets"][0]) == {"span", "depth", "kind", "alternatives"}
    assert plain["options"] == [{"start": 0, "end": 4}]
    said = Attribution(("Northland",), span, AttributionStance.OPPOSES)
    point = Point("1", "1", "x", span, (), Status.PROPOSED, Mark.ADD, (said,))
    full = replace(draft, points=(point,), notes=(span,), preamble=span)
    assert from_json(to_json(full), Draft) == full
