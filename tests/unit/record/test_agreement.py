"""Agreement of people who reviewed the same: Krippendorff's alpha, against an oracle."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import krippendorff
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.record.agreement import agreement, alpha, measured
from onetext.record.record import Record
from onetext.record.statements import Act, Topic
from onetext.record.views import Verdict
from onetext.testing import (
    Clock,
    MemoryStore,
    make_document,
    make_reading,
    make_statement,
    sample_record,
)

# Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section C: four observers,
# twelve units, missing values.
OBSERVERS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def test_the_published_example() -> None:
    """The reliability data of section C of the paper, nominal: alpha = 0.743."""
    table = {
        str(unit): {str(who): row[unit] for who, row in enumerate(OBSERVERS) if row[unit] != "."}
        for unit in range(12)
    }
    found = alpha(table)
    assert found is not None
    assert found == pytest.approx(0.743, abs=5e-4)


@settings(deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from([None, "a", "b", "c", "d"]), min_size=2, max_size=5),
        min_size=1,
        max_size=12,
    )
)
def test_alpha_is_what_another_library_computes(rows: list[list[str | None]]) -> None:
    """Any table with missing values: equal to 1e-9, and not defined for the same tables."""
    width = max(len(row) for row in rows)
    table = [row + [None] * (width - len(row)) for row in rows]
    ratings = {
        str(unit): {str(who): value for who, value in enumerate(row) if value is not None}
        for unit, row in enumerate(table)
    }
    found = alpha(ratings)
    pairable = [row for row in table if sum(value is not None for value in row) > 1]
    if len({value for row in pairable for value in row if value is not None}) < 2:
        assert found is None
        return
    numbers = {None: np.nan, "a": 0.0, "b": 1.0, "c": 2.0, "d": 3.0}
    data = np.array([[numbers[value] for value in row] for row in pairable]).T
    expected = krippendorff.alpha(reliability_data=data, level_of_measurement="nominal")
    assert found is not None
    assert found == pytest.approx(float(expected), abs=1e-9)


def reviewed() -> tuple[Record, list[str], dict[str, Record]]:
    """Three people review the two statements of the sample that wait, and one more."""
    store = MemoryStore()
    sample_record(store)
    clock = Clock(datetime(2030, 4, 1, tzinfo=UTC))
    people = {name: Record(store, author=name, clock=clock) for name in ("ada", "ben", "cem")}
    waiting = store.statements(verdicts=[Verdict.PENDING])
    return people["ada"], [one.id for one in waiting], people


def test_values_come_from_proposals_and_corrections() -> None:
    """Who accepts agrees with the proposal; who rejects gives no act; a rule looks at nothing."""
    ada, (one, other), people = reviewed()
    proposed = {s.id: s.statement for s in ada.store.statements(verdicts=[Verdict.PENDING])}
    ada.accept([one, other])
    people["ben"].correct(one, replace(proposed[one], act=Act.OFFER), "it is an offer")
    people["ben"].reject([other], reason="weather")
    people["cem"].accept([one], rule="confidence of at least 0.1")
    found = agreement(ada.store)
    assert (found.coders, found.units) == (("ada", "ben"), 2)
    by_field = {one.field: one for one in found.fields}
    assert (by_field["verdict"].units, by_field["verdict"].missing) == (2, 0)
    assert (by_field["act"].units, by_field["act"].values, by_field["act"].missing) == (1, 2, 1)
    assert by_field["act"].equal_share == 0.0
    assert by_field["speaker"].alpha is None
    assert by_field["speaker"].equal_share == 1.0
    assert [(d.recorded.id, d.field, d.values) for d in found.disagreements] == [
        (one, "verdict", (("ada", "accepted"), ("ben", "corrected"))),
        (one, "act", (("ada", str(proposed[one].act)), ("ben", "offer"))),
        (other, "verdict", (("ada", "accepted"), ("ben", "rejected"))),
    ]


def test_each_one_s_latest_verdict_counts_and_a_withdrawn_one_does_not() -> None:
    """A changed mind replaces; taken back, there is nothing to compare."""
    ada, (one, _), people = reviewed()
    ada.reject([one], reason="no")
    ada.accept([one])
    [his] = people["ben"].accept([one])
    found = agreement(ada.store)
    assert found.disagreements == ()
    assert found.fields[0].equal_share == 1.0
    people["ben"].withdraw(his, "not mine to judge")
    assert agreement(ada.store).units == 0
    assert agreement(ada.store).coders == ()


def test_pairs_count_what_both_judged() -> None:
    """Three people, each pair with its own units."""
    ada, (one, other), people = reviewed()
    ada.accept([one, other])
    people["ben"].accept([one])
    people["cem"].reject([one, other], reason="no")
    found = agreement(ada.store)
    units = {(p.pair, p.of.field): p.of.units for p in found.pairs}
    assert units[("ada", "ben"), "verdict"] == 1
    assert units[("ada", "cem"), "verdict"] == 2
    assert units[("ben", "cem"), "verdict"] == 1
    assert units[("ada", "cem"), "act"] == 0


def test_no_units_no_alpha() -> None:
    """Not one, not zero: not defined."""
    found = measured("act", {}, ())
    assert (found.alpha, found.units, found.equal_share) == (None, 0, None)


def test_two_laptops_brought_together_measure_agreement() -> None:
    """The same report read apart and judged apart: one unit a statement, as proposed."""
    begun = MemoryStore()
    Record(begun, author="ada", clock=Clock(datetime(2030, 4, 1, tzinfo=UTC))).opened("talks")
    laptops = []
    for day, name in ((2, "ada"), (3, "ben")):
        store = MemoryStore()
        store.append(begun.entries())
        record = Record(store, author=name, clock=Clock(datetime(2030, 4, day, tzinfo=UTC)))
        document = make_document("Mira Sol said that Southland agreed. He left.")
        said = [
            make_statement(
                document, words, speaker=None, party="Southland", act=act, topic=Topic.OTHER
            )
            for words, act in (("Southland agreed", Act.ACCEPT), ("He left", Act.REPORT))
        ]
        record.receive(make_reading(document, *said), origin="a.txt", reader="test")
        laptops.append(record)
    ada, ben = laptops
    one, other = (s.id for s in ada.store.statements(verdicts=[Verdict.PENDING]))
    ada.accept([one, other])
    his = [s.id for s in ben.store.statements(verdicts=[Verdict.PENDING])]
    ben.accept(his[:1])
    ben.reject(his[1:], reason="no statement")
    theirs = {entry.id for entry in ada.store.entries()}
    ada.store.append(entry for entry in ben.store.entries() if entry.id not in theirs)
    found = agreement(ada.store)
    assert (found.coders, found.units) == (("ada", "ben"), 2)
    assert [(d.recorded.id, d.field) for d in found.disagreements] == [(other, "verdict")]
