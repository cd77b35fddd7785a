"""The problem that a record poses: formulations as options, words as bounds of values."""

from __future__ import annotations

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.positions.values import Stance
from onetext.record.record import Record
from onetext.record.statements import Act, Reading, Statement, Topic
from onetext.record.views import Verdict
from onetext.settlement.from_record import NoProblemInRecord, problem_from_record
from onetext.settlement.overrides import Overrides
from onetext.settlement.problem import UNKNOWN, Points
from onetext.settlement.record_values import ON_DRAFT, ON_FORMULATION, is_categorical
from onetext.testing import sample_record
from onetext.testing.clock import Clock
from onetext.testing.made_up import make_document, make_draft, make_statement
from onetext.testing.memory import MemoryStore

LAST = date(2030, 3, 12)
OLD_BORDER = "First draft, point 1"
NEW_BORDER = "Second draft, point 2"
MOMENT = datetime(2030, 5, 1, tzinfo=UTC)


def record_of(*said: tuple[str, str, Act, date], by: str = "Ada Berg") -> Record:
    """Two drafts on border and fees; `said` is (party, words, act, day) each."""
    record = Record(MemoryStore(), author="secretary", clock=Clock(MOMENT))
    record.opened("Made up")
    border = record.open_issue("border", Topic.TERRITORY)
    fees = record.open_issue("fees", Topic.OTHER)
    for number, (title, river) in enumerate((("Blue draft", "Lune"), ("Green draft", "Aar"))):
        points = (("1", f"The border follows the river {river}."), ("2", "Every ship pays a fee."))
        draft = make_draft(title, points, by=by, dated=date(2030, 4, 1 + 10 * number))
        identifier, _ = record.receive_draft(draft, sha256=title, origin=title)
        record.link_point(identifier, "1", border, rule="person", confidence=1.0)
        record.link_point(identifier, "2", fees, rule="person", confidence=1.0)
    document = make_document(*(f"{words}." for _, words, _, _ in said), title="A report")
    statements: tuple[Statement, ...] = tuple(
        make_statement(
            document, words, speaker=None, party=party, act=act, topic=Topic.OTHER, said_on=day
        )
        for party, words, act, day in said
    )
    record.receive(Reading(document, statements, (), (), (), ()), origin="report", reader="hand")
    record.accept([one.id for one in record.store.statements(verdicts=(Verdict.PENDING,))])
    return record


def test_the_sample_as_a_problem() -> None:
    """Two wordings of border and ports, one of the rest; values are those of the table."""
    problem = problem_from_record(sample_record().store, as_of=LAST)
    assert [(one.name, len(one.options)) for one in problem.issues] == [
        ("prisoners", 1),
        ("border", 2),
        ("ports", 2),
        ("observers", 1),
    ]
    assert set(problem.parties) == {"Northland", "Southland"}
    south = problem.of("Southland")
    assert south.values["border"][OLD_BORDER] == ON_FORMULATION[Stance.ACCEPTS]
    assert south.values["border"][NEW_BORDER] == UNKNOWN
    assert south.reservation.points == Fraction(2, 5) * 100 * 4
    assert problem.agreement.at_least == 2
    assert "Southland 3 of 6" in problem.notes[0]


def test_a_categorical_rejection_is_a_red_line_until_it_is_taken_back() -> None:
    """Southland "would never accept" the border, and accepts it four days later."""
    store = sample_record().store
    before = problem_from_record(store, as_of=date(2030, 3, 5)).of("Southland")
    assert [line.combination for line in before.red_lines] == [(("border", OLD_BORDER),)]
    assert "never accept" in before.red_lines[0].quotes[0].words
    assert problem_from_record(store, as_of=LAST).of("Southland").red_lines == ()


def test_every_quote_is_verbatim_in_its_source() -> None:
    """The words of values and red lines stand as they are in the document of the statement."""
    store = sample_record().store
    texts = {one.id: one.document.text for one in store.sources()}
    sources = {one.id: one.source.id for one in store.statements()}
    checked = 0
    for day in (date(2030, 3, 5), LAST):
        for one in problem_from_record(store, as_of=day).preferences:
            lines = [quote for line in one.red_lines for quote in line.quotes]
            for quote in [*lines, *(q for quotes in one.quotes.values() for q in quotes)]:
                assert all(
                    part in texts[sources[quote.statement]] for part in quote.words.split(" … ")
                )
                checked += 1
    assert checked >= 6


def test_what_was_recorded_later_changes_no_earlier_problem() -> None:
    """The problem as known on a day is the same before and after more is recorded."""
    record = sample_record()
    moment = datetime(2030, 3, 11, tzinfo=UTC)
    before = problem_from_record(record.store, as_of=LAST, known_on=moment)
    record.accept([one.id for one in record.store.statements(verdicts=(Verdict.PENDING,))])
    assert problem_from_record(record.store, as_of=LAST, known_on=moment) == before
    assert problem_from_record(record.store, as_of=LAST) != before


SAID = (
    ("Northland", "Northland accepts the river Lune", Act.ACCEPT, date(2030, 4, 2)),
    ("Southland", "Southland rejects a border on the river Lune", Act.REJECT, date(2030, 4, 2)),
    ("Southland", "Southland accepts a border on the river Lune", Act.ACCEPT, date(2030, 4, 2)),
    ("Northland", "Northland is open to the border on the river Aar", Act.OPEN, date(2030, 4, 12)),
)
DAY = date(2030, 4, 30)


@given(st.permutations(SAID))
@settings(max_examples=12, deadline=None)
def test_the_order_of_recording_does_not_matter(
    said: list[tuple[str, str, Act, date]],
) -> None:
    """Statements of one moment give the same values in whatever order they are recorded."""
    usual = problem_from_record(record_of(*SAID).store, as_of=DAY)
    other = problem_from_record(record_of(*said).store, as_of=DAY)
    assert other.issues == usual.issues
    for party in usual.parties:
        assert other.of(party).values == usual.of(party).values
        assert other.of(party).red_lines == usual.of(party).red_lines


def test_statements_count_for_the_wording_in_force_and_contradictions_span_both_sides() -> None:
    """Words of 2 April are about the blue draft, those of 12 April about the green one."""
    problem = problem_from_record(record_of(*SAID).store, as_of=DAY)
    blue, green = problem.issue("border").options
    assert problem.of("Northland").values["border"][blue] == ON_FORMULATION[Stance.ACCEPTS]
    assert problem.of("Northland").values["border"][green] == ON_FORMULATION[Stance.OPEN]
    assert problem.of("Southland").values["border"][blue] == Points(Fraction(0), Fraction(100))
    assert len(problem.of("Southland").quotes["border", blue]) == 2


def test_a_draft_that_the_words_name_is_what_they_are_about() -> None:
    """The blue draft is named after the green one came."""
    said = ("Southland", "Southland rejects the border in the Blue draft", Act.REJECT, DAY)
    problem = problem_from_record(record_of(*SAID[:1], said).store, as_of=DAY)
    blue, green = problem.issue("border").options
    assert problem.of("Southland").values["border"][blue] == ON_FORMULATION[Stance.REJECTS]
    assert problem.of("Southland").values["border"][green] == UNKNOWN


def test_a_draft_as_a_whole_bounds_its_formulations_weakly() -> None:
    """Who rejects the green draft bounds what it says, where nothing else is said of that."""
    whole = ("Southland", "Southland rejects the Green draft", Act.REJECT, DAY)
    problem = problem_from_record(
        record_of(*SAID, whole).store, as_of=DAY, parties=["Northland", "Southland"]
    )
    blue, green = problem.issue("border").options
    assert problem.of("Southland").values["border"][green] == ON_DRAFT[Stance.REJECTS]
    assert problem.of("Southland").values["border"][blue] == UNKNOWN


def test_who_put_a_draft_forward_can_live_with_it() -> None:
    """Southland wrote both drafts and said nothing of the fee."""
    problem = problem_from_record(record_of(*SAID, by="Southland").store, as_of=DAY)
    (fee,) = problem.issue("fees").options
    assert problem.of("Southland").values["fees"][fee] == Points(Fraction(40), Fraction(100))
    assert problem.of("Northland").values["fees"][fee] == UNKNOWN


def test_what_a_person_sets_stands_above_the_record() -> None:
    """Values, weights, reservation values and red lines can be set and dropped."""
    store = sample_record().store
    cell = ("Southland", "border", OLD_BORDER)
    exact = Points.exactly(7)
    set_by_hand = Overrides(
        weights={("Southland", "border"): Fraction(3)},
        reservations={"Northland": Fraction(11)},
        values={cell: exact},
        red_lines_added=frozenset({("Northland", "border", OLD_BORDER)}),
        red_lines_dropped=frozenset({cell}),
    )
    problem = problem_from_record(store, as_of=date(2030, 3, 5), overrides=set_by_hand)
    south = problem.of("Southland")
    assert south.values["border"][OLD_BORDER] == exact
    assert ("border", OLD_BORDER) not in south.quotes
    assert south.weights["border"] == 3
    assert south.red_lines == ()
    assert problem.of("Northland").reservation.points == 11
    assert len(problem.of("Northland").red_lines) == 1


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"parties": ["Westland"]}, "Westland.*Northland"),
        ({"issues": ["the moon"]}, "the moon.*border"),
        ({"parties": ["Northland"]}, "found 1"),
        ({"overrides": Overrides(reservations={"Westland": Fraction(1)})}, "Westland"),
    ],
)
def test_what_is_not_in_the_record_is_named(asked: dict[str, object], found: str) -> None:
    """Errors say what was asked, what was found and what to do."""
    with pytest.raises(NoProblemInRecord, match=found):
        problem_from_record(sample_record().store, as_of=LAST, **asked)  # type: ignore[arg-type] # any


def test_a_party_with_one_stray_statement_does_not_decide_unless_it_is_named() -> None:
    """Westland spoke once, the others twice."""
    stray = ("Westland", "Westland rejects the border on the river Aar", Act.REJECT, DAY)
    store = record_of(*SAID, stray).store
    assert set(problem_from_record(store, as_of=DAY).parties) == {"Northland", "Southland"}
    asked = problem_from_record(store, as_of=DAY, parties=["Westland", "Southland"])
    assert asked.parties == ("Westland", "Southland")


def test_no_draft_by_that_day() -> None:
    """Before the first draft there is no problem, and the error says so."""
    with pytest.raises(NoProblemInRecord, match="Add a draft"):
        problem_from_record(sample_record().store, as_of=date(2030, 1, 1))


@pytest.mark.parametrize(
    ("words", "categorical"),
    [
        ("Northland will never sign this", True),
        ("that is a red line for us", True),
        ("under no circumstances", True),
        ("the clause is unacceptable to Southland", True),
        ("Northland rejects the clause", False),
        ("the clause does not suit us", False),
    ],
)
def test_words_that_refuse_beyond_bargaining(words: str, categorical: bool) -> None:
    """Only categorical words make a red line."""
    assert is_categorical(words) is categorical
