"""Demands that words make: what is refused or wanted otherwise, at what cost, in what doubt."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from onetext.record.record import Record
from onetext.record.statements import Act, Reading, Speaker, SpeakerKind, Topic
from onetext.record.views import Verdict
from onetext.settlement.demand_rule import DemandRule, DemandsRead
from onetext.settlement.from_record import problem_from_record
from onetext.settlement.overrides import WHOLE_DRAFT, Overrides
from onetext.settlement.problem import Problem, RedLine
from onetext.settlement.word_demands import INFERRED
from onetext.testing.clock import Clock
from onetext.testing.made_up import make_document, make_draft, make_statement
from onetext.testing.memory import MemoryStore

BLUE = ("Blue draft", "Lune", date(2030, 4, 1), "The border follows the river Lune. Land is ceded.")
GREEN = ("Green draft", "Aar", date(2030, 4, 11), "The old frontier stands. No land is ceded.")
LAST = date(2030, 4, 30)
Said = tuple[str, str, Act, date]


def asked(
    *said: Said,
    drafts: tuple[tuple[str, str, date, str], ...] = (BLUE, GREEN),
    speaker_kind: SpeakerKind = SpeakerKind.GOVERNMENT,
    rule: DemandRule | None = None,
    overrides: Overrides | None = None,
) -> Problem:
    """The problem of a record in which two more parties speak, so that everybody decides."""
    record = Record(MemoryStore(), author="desk", clock=Clock(datetime(2030, 5, 1, tzinfo=UTC)))
    record.opened("Made up")
    border = record.open_issue("border", Topic.TERRITORY)
    for title, by, dated, words in drafts:
        draft = make_draft(title, (("1", words),), by=by, dated=dated)
        identifier, _ = record.receive_draft(draft, sha256=title, origin=title)
        record.link_point(identifier, "1", border, rule="person", confidence=1.0)
    document = make_document(*(f"{words}." for _, words, _, _ in said), title="A report")
    statements = tuple(
        replace(
            make_statement(
                document,
                words,
                speaker=None,
                party=party,
                act=act,
                topic=Topic.TERRITORY if "border" in words else Topic.PROCESS,
                said_on=day,
            ),
            speaker=Speaker(None, speaker_kind, party=party),
        )
        for party, words, act, day in said
    )
    record.receive(Reading(document, statements, (), (), (), ()), origin="report", reader="hand")
    record.accept([one.id for one in record.store.statements(verdicts=(Verdict.PENDING,))])
    parties = sorted({party for party, _, _, _ in said} | {"Northland"})
    return problem_from_record(
        record.store, as_of=LAST, parties=parties, demand_rule=rule, overrides=overrides
    )


NORTH: Said = ("Northland", "Northland is open on the border", Act.OPEN, date(2030, 4, 2))


def lines(problem: Problem, party: str = "Southland") -> dict[str, RedLine]:
    """The red lines of a party, by the option or the label that each is about."""
    return {one.label or one.combination[0][1]: one for one in problem.of(party).red_lines}


def test_a_refusal_is_about_the_wording_that_affirms_what_it_refuses() -> None:
    """The green draft says that no land is ceded; to refuse that land is ceded is not about it."""
    said = ("Southland", "land is ceded on the border", Act.REJECT, LAST)
    found = lines(asked(NORTH, said))
    assert list(found) == ["Blue draft, point 1"]
    assert "the wording that its words fit" in found["Blue draft, point 1"].doubt
    assert found["Blue draft, point 1"].quotes[0].words == "land is ceded on the border"


def test_a_draft_that_is_named_leaves_no_doubt() -> None:
    """The words name the blue draft while the green one is in force."""
    said = ("Southland", "the border in the Blue draft", Act.REJECT, LAST)
    assert lines(asked(NORTH, said))["Blue draft, point 1"].doubt == ""


def test_a_demand_for_otherwise_refuses_what_is_there_and_what_was_there() -> None:
    """The wording in force first, then older ones, in doubt; never what came later."""
    said = ("Southland", "a road through the mountains on the border", Act.DEMAND, LAST)
    found = lines(asked(NORTH, said))
    assert set(found) == {"Blue draft, point 1", "Green draft, point 1"}
    assert found["Blue draft, point 1"].doubt == INFERRED
    assert "in force" in found["Green draft, point 1"].doubt
    early = ("Southland", "a road through the mountains on the border", Act.DEMAND, BLUE[2])
    assert lines(asked(NORTH, early)) == {}
    between = (*early[:3], date(2030, 4, 5))
    assert set(lines(asked(NORTH, between))) == {"Blue draft, point 1"}


def test_a_demand_that_the_wording_meets_refuses_nothing() -> None:
    """Two thirds of its words are enough, a number has to be there, polarity counts."""
    for words, refused in (
        ("the old frontier on the border stands", False),
        ("the old frontier on the border stands for 50 miles", True),
        ("no land on the border is ceded", False),
        ("land on the border is ceded", True),
    ):
        problem = asked(NORTH, ("Southland", words, Act.DEMAND, LAST))
        assert ("Green draft, point 1" in lines(problem)) is refused, words


def test_what_a_party_put_forward_or_spoke_well_of_is_not_inferred_to_be_refused() -> None:
    """Southland wrote the blue draft; or it once accepted what that says."""
    demand = ("Southland", "a road through the mountains on the border", Act.DEMAND, LAST)
    own = (("Blue draft", "Southland", *BLUE[2:]), GREEN)
    assert set(lines(asked(NORTH, demand, drafts=own))) == {"Green draft, point 1"}
    fond = ("Southland", "the border in the Blue draft", Act.ACCEPT, date(2030, 4, 12))
    assert set(lines(asked(NORTH, demand, fond))) == {"Green draft, point 1"}
    both = (BLUE, ("Green draft", "Southland", *GREEN[2:]))
    assert lines(asked(NORTH, demand, drafts=both)) == {}


def test_a_refusal_of_a_draft_bars_it_as_it_stands_and_no_single_point() -> None:
    """All its formulations together; a text that is not named bars nothing."""
    said = ("Southland", "the Green draft", Act.REJECT, LAST)
    found = lines(asked(NORTH, said))
    assert list(found) == ["the Green draft as it stands"]
    assert found["the Green draft as it stands"].combination == (
        ("border", "Green draft, point 1"),
    )
    vague = ("Southland", "the draft", Act.REJECT, LAST)
    assert lines(asked(NORTH, vague)) == {}


def test_a_later_stance_ends_a_demand() -> None:
    """Who comes to accept the wording refuses it no more."""
    first = ("Southland", "the border in the Green draft", Act.REJECT, date(2030, 4, 20))
    then = ("Southland", "the border in the Green draft", Act.ACCEPT, LAST)
    assert lines(asked(NORTH, first)) != {}
    assert lines(asked(NORTH, first, then)) == {}


def test_a_refusal_of_a_number_that_no_wording_has_is_about_none() -> None:
    """It bounds nothing either, and a note says so."""
    said = ("Southland", "a border of 60 miles", Act.REJECT, LAST)
    problem = asked(NORTH, said)
    assert lines(problem) == {}
    assert "1 statement was about a number that no wording has" in " ".join(problem.notes)


@pytest.mark.parametrize(
    ("words", "kind", "cost"),
    [
        ("Southland will never accept the border in the Green draft", SpeakerKind.PERSON, 4),
        ("the border in the Green draft", SpeakerKind.PERSON, 2),
        ("the border in the Green draft at this stage", SpeakerKind.PERSON, 1),
        ("the border in the Green draft", SpeakerKind.ANONYMOUS, 1),
        ("Southland will never accept the border in the Green draft", SpeakerKind.ANONYMOUS, 2),
    ],
)
def test_firm_words_are_dear(words: str, kind: SpeakerKind, cost: int) -> None:
    """Categorical, plain, hedged, and from a source without a name."""
    problem = asked(NORTH, ("Southland", words, Act.REJECT, LAST), speaker_kind=kind)
    assert lines(problem)["Green draft, point 1"].cost == cost


@pytest.mark.parametrize(
    ("read", "refused"),
    [
        (DemandsRead.NONE, {}),
        (DemandsRead.CATEGORICAL, {"Westland"}),
        (DemandsRead.REJECTIONS, {"Westland", "Eastland"}),
        (DemandsRead.ALL, {"Westland", "Eastland", "Southland"}),
    ],
)
def test_which_words_are_demands(read: DemandsRead, refused: set[str]) -> None:
    """Each reading holds the one before it."""
    problem = asked(
        NORTH,
        ("Southland", "a road through the mountains on the border", Act.DEMAND, LAST),
        ("Eastland", "the border in the Green draft", Act.REJECT, LAST),
        ("Westland", "never the border in the Green draft", Act.REJECT, LAST),
        rule=DemandRule(read),
    )
    assert {one.party for one in problem.preferences if one.red_lines} == set(refused)


def test_a_person_can_drop_what_words_demand() -> None:
    """A single formulation, and a draft as it stands."""
    said = (
        ("Southland", "the border in the Blue draft", Act.REJECT, LAST),
        ("Southland", "the Green draft", Act.REJECT, LAST),
    )
    dropped = frozenset(
        {("Southland", "border", "Blue draft, point 1"), ("Southland", WHOLE_DRAFT, "Green draft")}
    )
    assert len(lines(asked(NORTH, *said))) == 2
    assert lines(asked(NORTH, *said, overrides=Overrides(red_lines_dropped=dropped))) == {}


def test_costs_are_those_of_the_rule() -> None:
    """Another rule, other costs."""
    said = ("Southland", "the border in the Green draft", Act.REJECT, LAST)
    problem = asked(NORTH, said, rule=DemandRule(plain_cost=Fraction(7)))
    assert lines(problem)["Green draft, point 1"].cost == 7
