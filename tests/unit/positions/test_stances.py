"""Each rule from act and words to stance, by example."""

from __future__ import annotations

import pytest

from onetext.positions.stances import stance_of
from onetext.positions.values import Stance
from onetext.record.statements import Act, Statement, Topic
from onetext.testing import make_document, make_statement


def made(words: str, act: Act, cue: str | None = None) -> Statement:
    document = make_document(f"Ada Berg {cue or 'said'}: {words}")
    return make_statement(
        document, words, speaker="Ada Berg", party=None, act=act, topic=Topic.OTHER, cue=cue
    )


@pytest.mark.parametrize(
    ("act", "stance"),
    [
        (Act.ACCEPT, Stance.ACCEPTS),
        (Act.OPEN, Stance.OPEN),
        (Act.OFFER, Stance.OPEN),
        (Act.REJECT, Stance.REJECTS),
        (Act.DEMAND, Stance.DEMANDS_OTHERWISE),
        (Act.REPORT, None),
        (Act.ACCUSE, None),
        (Act.THREATEN, None),
        (Act.DENY, None),
    ],
)
def test_act_gives_the_stance(act: Act, stance: Stance | None) -> None:
    """Accepting, refusing, demanding and offering take a stand; the other acts take none."""
    assert stance_of(made("the river is the border", act)) is stance


@pytest.mark.parametrize(
    "words",
    [
        "they accept the border if the ports stay open",
        "they accept the border, but not the ports",
        "they accept the border in principle",
        "they accept the border on condition that observers come",
        "they accept the border on one condition",
        "they accept the border only after a ceasefire",
        "they accept the border provided the ports stay open",
        "they accept the border as long as the river does not move",
        "they accept the border in exchange for the ports",
        "they accept the border subject to a referendum",
        "they partly accept the border",
        "they accept some parts of the plan and criticise others",
        "they accept many points, though not all",
        "they accept most of the plan",
        "they accept the border with some reservations",
        "once observers are there they accept the border",
    ],
)
def test_an_acceptance_that_states_a_condition_is_conditional(words: str) -> None:
    """Words that make an acceptance depend on something are never folded into plain acceptance."""
    assert stance_of(made(words, Act.ACCEPT)) is Stance.ACCEPTS_WITH_CONDITIONS


def test_a_condition_does_not_turn_a_refusal() -> None:
    """Only an acceptance becomes conditional."""
    assert stance_of(made("they refuse it if nothing changes", Act.REJECT)) is Stance.REJECTS


@pytest.mark.parametrize("words", ["they accept the butter trade", "they accept gifts of land"])
def test_a_condition_is_a_word_not_a_part_of_one(words: str) -> None:
    """ "but" in "butter" and "if" in "gifts" state no condition."""
    assert stance_of(made(words, Act.ACCEPT)) is Stance.ACCEPTS


@pytest.mark.parametrize(
    ("words", "cue"),
    [
        ("the border", "declined to comment on"),
        ("the ministry did not immediately respond to questions on the border", None),
        ("there was no comment on the border", None),
        ("Southland has yet to respond to the draft", None),
        ("the envoy remained silent on the border", None),
        ("the ministry didn't reply", None),
    ],
)
def test_declining_to_speak_is_silence(words: str, cue: str | None) -> None:
    """A refusal to say anything is silence, which is not the same as no evidence."""
    assert stance_of(made(words, Act.REPORT, cue)) is Stance.SILENT


def test_declining_something_else_is_no_silence() -> None:
    """To decline an offer is to refuse it, not to be silent."""
    assert stance_of(made("they declined to sign the draft", Act.REJECT)) is Stance.REJECTS


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("Southland to accept the plan by Thursday", Stance.ACCEPTS),
        ("both sides sign the revised draft", Stance.DEMANDS_OTHERWISE),
        ("any plan must end the war for good", Stance.DEMANDS_OTHERWISE),
        ("Southland must not sign the deal", Stance.DEMANDS_OTHERWISE),
        ("the ports be opened", Stance.DEMANDS_OTHERWISE),
    ],
)
def test_who_demands_that_others_accept_the_text_accepts_it(words: str, stance: Stance) -> None:
    """A demand to take the text as it is is no demand for another text."""
    assert stance_of(made(words, Act.DEMAND)) is stance
