"""The queue, rules, and corrections of single fields."""

from __future__ import annotations

from datetime import date

import pytest

from onetext.errors import RecordProblem
from onetext.record.amendment import amended
from onetext.record.review import Rule, What, queue
from onetext.record.statements import Act, Statement, Topic
from onetext.record.views import Verdict
from onetext.testing import make_document, make_statement, sample_record


def a_statement(**changes: str) -> Statement:
    document = make_document("Mira Sol said that Southland agreed.")
    said = make_statement(
        document,
        "Southland agreed",
        speaker="Mira Sol",
        party="Southland",
        act=Act.ACCEPT,
        topic=Topic.OTHER,
        said_on=date(2030, 1, 1),
    )
    return amended(said, changes)


def test_the_queue_holds_what_waits_the_surest_first() -> None:
    """And nothing that has a verdict."""
    record = sample_record()
    waiting = queue(record.store)
    assert [one.confidence for one in waiting] == [0.85, 0.55]
    assert waiting[0].who == "Northland / Tomas Hale"
    record.accept([waiting[0].id])
    assert [one.confidence for one in queue(record.store)] == [0.55]
    assert queue(record.store, What.MEETINGS) == []


def test_meetings_people_and_proposals_have_queues_too() -> None:
    """Withdrawing the verdicts of the sample puts all of them back."""
    record = sample_record()
    assert [queue(record.store, what) for what in What if what is not What.STATEMENTS] == [[]] * 3
    for entry in list(record.store.entries()):
        if entry.kind == "accepted":
            record.withdraw(entry.id, "again")
    words = {what: [one.words for one in queue(record.store, what)] for what in What}
    assert words[What.PEOPLE] == ["Tomas Hale, foreign minister of Northland"]
    assert words[What.PROPOSALS] == ["second draft, to be talked about"]
    assert words[What.MEETINGS] == [
        "Ada Berg meets both foreign ministers, Holm, 2030-03-11, planned"
    ]
    assert len(words[What.STATEMENTS]) == 9


@pytest.mark.parametrize(
    ("rule", "count"),
    [
        (Rule(), 2),
        (Rule(min_confidence=0.85), 1),
        (Rule(min_confidence=0.86), 0),
        (Rule(party="northland"), 1),
        (Rule(party="Southland"), 0),
        (Rule(act=Act.REPORT), 1),
        (Rule(act=Act.REPORT, min_confidence=0.6), 0),
        (Rule(source_id="no such source"), 0),
    ],
)
def test_a_rule_takes_what_meets_all_of_it(rule: Rule, count: int) -> None:
    """A confidence that is equal is enough; capitals of a party do not matter."""
    assert len(queue(sample_record().store, rule=rule)) == count


def test_a_rule_says_itself_in_words() -> None:
    """As it is written into the record."""
    rule = Rule(min_confidence=0.9, party="Northland", act=Act.OFFER)
    assert rule.words == "confidence of at least 0.9 and party Northland and act offer"
    assert Rule().words == "everything pending"


def test_fields_are_corrected_one_by_one() -> None:
    """What is not named stays; an empty value means that it is not known."""
    said = a_statement(act="reject", topic="territory", said_on="2029-12-31", target="the border")
    assert (said.act, said.topic, said.target) == (Act.REJECT, Topic.TERRITORY, "the border")
    assert said.said_on == date(2029, 12, 31)
    assert said.words == a_statement().words
    assert a_statement(said_on="", speaker="").said_on is None
    assert a_statement(speaker="").speaker.name is None


def test_the_holder_follows_the_speakers_own_party() -> None:
    """Unless it is said who holds the stance, or somebody else did."""
    assert a_statement(party="Northland").holder == "Northland"
    assert a_statement(party="Northland", holder="Southland").holder == "Southland"
    other = a_statement(holder="Eastland")
    assert amended(other, {"party": "Northland"}).holder == "Eastland"


def test_a_field_or_value_that_does_not_exist_is_named() -> None:
    """With the ones that do."""
    with pytest.raises(RecordProblem, match=r"no such field.*act, party, speaker"):
        a_statement(mood="cheerful")
    with pytest.raises(RecordProblem, match="one of: accept, open, reject"):
        a_statement(act="sing")
    with pytest.raises(RecordProblem, match="a date such as"):
        a_statement(said_on="yesterday")


def test_a_correction_can_be_corrected() -> None:
    """The latest whole statement stands."""
    record = sample_record()
    [corrected] = record.store.statements(verdicts=[Verdict.CORRECTED])
    again = amended(corrected.statement, {"act": "offer"})
    record.correct(corrected.id, again, "on second thoughts")
    [found] = record.store.statements(verdicts=[Verdict.CORRECTED])
    assert found.statement == again
