"""What a statement is about: words, topic, the text as a whole, a person's word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from onetext.positions.linking import THRESHOLD, Linker, confidence
from onetext.positions.values import IssueLink
from onetext.positions.whole_text import WHOLE_TEXT
from onetext.positions.wordings import wordings
from onetext.record.statements import Act, Statement, Topic
from onetext.testing import make_document, make_statement

POINTS = {
    "Border": "The border follows the river Lune, save for the town of Holm.",
    "Ports": "The ports of Southland are open to the ships of Northland for a fee.",
    "Prisoners": "All prisoners are exchanged within thirty days.",
    "Observers": "A joint force of 1,600 observers watches the ceasefire.",
    "Fisheries": "Northland may fish in the bay of Southland each spring.",
}
TOPICS = {
    "Border": Topic.TERRITORY,
    "Prisoners": Topic.PRISONERS_HUMANITARIAN,
    "Observers": Topic.CEASEFIRE,
}
DAY = date(2030, 1, 1)


def said(
    words: str,
    *,
    act: Act = Act.ACCEPT,
    topic: Topic = Topic.OTHER,
    party: str | None = None,
    target: str | None = None,
) -> Statement:
    document = make_document(f"Mira Sol said {words}.")
    made = make_statement(
        document, words, speaker="Mira Sol", party=party, act=act, topic=topic, cue="said"
    )
    return replace(made, target=target)


@pytest.fixture
def linker(new_desk: Any) -> Linker:
    desk = new_desk()
    for label, topic in TOPICS.items():
        desk.issue(label, topic)
    desk.draft("Proposal of 12 points", DAY, POINTS)
    desk.draft("Counter-proposal of Southland", DAY, {"Ports": "Harbours stay shut."})
    drafts = desk.store.drafts()
    found = wordings(drafts, desk.store.point_links())
    return Linker(desk.store.issues(), drafts, found)


def labels(linker: Linker, links: tuple[IssueLink, ...]) -> list[str]:
    by_id = {issue.id: issue.label for issue in (*linker.issues, linker.whole)}
    return [by_id.get(link.issue_id, link.issue_id) for link in links]


def test_words_of_a_point_link(linker: Linker) -> None:
    """Two telling words of a wording link the statement, and the link names them."""
    links = linker.links(said("the line along the Lune near Holm is fine"))
    assert labels(linker, links) == ["Border"]
    assert links[0].rule == "words"
    assert set(links[0].words) == {"Lune", "Holm"}


def test_words_of_an_earlier_or_later_wording_link(linker: Linker) -> None:
    """Every draft's wording of an issue counts, so that rewording loses nothing."""
    links = linker.links(said("the harbours must stay shut", topic=Topic.OTHER))
    assert labels(linker, links) == ["Ports"]


def test_inflected_words_link(linker: Linker) -> None:
    """Words are compared by their stems."""
    links = linker.links(said("prisoner exchanges may begin"))
    assert labels(linker, links) == ["Prisoners"]


def test_one_accidental_word_does_not_link(linker: Linker) -> None:
    """A single word of a wording is not enough, however rare."""
    assert linker.links(said("the town hall was cold")) == ()


def test_a_topic_that_one_issue_has_links(linker: Linker) -> None:
    """The same topic suffices, with the least confidence that links, if one issue has it."""
    links = linker.links(said("no land will be given up", topic=Topic.TERRITORY))
    assert labels(linker, links) == ["Border"]
    assert links[0].rule == "topic"
    assert links[0].confidence == pytest.approx(THRESHOLD)


def test_vague_topics_do_not_link(linker: Linker) -> None:
    """Issues and statements of the topics "other" and "process" share nothing by that."""
    assert linker.links(said("the weather was fine", topic=Topic.OTHER)) == ()


def test_another_topic_halves_the_words(linker: Linker) -> None:
    """A statement that is about something else by its topic needs more words."""
    words = "many observers counted ships in the ceasefire"
    near = linker.links(said(words, topic=Topic.CEASEFIRE))
    far = linker.links(said(words, topic=Topic.SANCTIONS_ASSETS))
    assert labels(linker, near) == ["Observers"]
    assert near[0].confidence > max((link.confidence for link in far), default=0)


def test_several_issues(linker: Linker) -> None:
    """A statement about two matters links to both."""
    links = linker.links(said("prisoners must be exchanged and ports opened to ships"))
    assert sorted(labels(linker, links)) == ["Ports", "Prisoners"]


def test_the_partys_own_name_does_not_count(linker: Linker) -> None:
    """A statement of a party called Lune is not about the river because of that."""
    words = "Lune will decide in Holm"
    assert linker.links(said(words, party="Lune")) == ()
    assert labels(linker, linker.links(said(words, party="Westland"))) == ["Border"]


def test_numbers_are_words(linker: Linker) -> None:
    """1,600 and 1600 are the same telling word."""
    links = linker.links(said("no more than 1600 may watch a truce in force"))
    assert labels(linker, links) == ["Observers"]
    assert "1600" in links[0].words


def test_confidence_grows_with_points() -> None:
    """No points make no confidence, one makes a half, and it never reaches certainty."""
    assert confidence(0) == 0
    assert confidence(1) == 0.5
    assert confidence(1) < confidence(2) < confidence(20) < 1


@pytest.mark.parametrize(
    ("target", "words", "act"),
    [
        ("the draft", "it is unacceptable", Act.REJECT),
        ("peace plan", "it cannot be signed", Act.REJECT),
        (None, "the plan is a good base", Act.OPEN),
        ("the deal", "no", Act.REJECT),
    ],
)
def test_the_text_as_a_whole(linker: Linker, target: str | None, words: str, act: Act) -> None:
    """What takes or leaves the draft is about the text as a whole, not about any point."""
    links = linker.links(said(words, target=target, act=act, topic=Topic.PROCESS))
    assert [link.issue_id for link in links] == [WHOLE_TEXT.id]
    assert links[0].rule == "whole text"


@pytest.mark.parametrize(
    ("target", "words", "act"),
    [
        ("the deal", "strike it soon", Act.DEMAND),
        ("the talks", "the plan was talked about", Act.OPEN),
        ("10-point plan", "it is bad", Act.REJECT),
        (None, "talks go on", Act.OPEN),
    ],
)
def test_not_the_text_as_a_whole(linker: Linker, target: str | None, words: str, act: Act) -> None:
    """Wanting a deal, speaking of talks, or of a text that is not on record links to nothing."""
    assert linker.links(said(words, target=target, act=act, topic=Topic.PROCESS)) == ()


@pytest.mark.parametrize(
    ("target", "title"),
    [
        ("the 12-point plan", "Proposal of 12 points"),
        ("the counter-proposal", "Counter-proposal of Southland"),
    ],
)
def test_a_draft_that_is_named_has_a_row_of_its_own(new_desk: Any, target: str, title: str) -> None:
    """Refusing one draft does not refuse the other, nor the text as a whole."""
    desk = new_desk()
    desk.draft("Proposal of 12 points", DAY, POINTS)
    desk.draft("Counter-proposal of Southland", DAY, {"Ports": "Harbours stay shut."})
    statement_id = desk.says("Westland", f"{target} is a bad plan", Act.REJECT, DAY)
    state = desk.state(DAY)
    cell = state.cell("Westland", state.issues[0].id)
    assert cell.issue.label == f"{title}, as a whole"
    assert [one.recorded.id for one in cell.evidence] == [statement_id]
    assert WHOLE_TEXT.id not in [issue.id for issue in state.issues]


def test_a_persons_word_stands_above_the_rule(linker: Linker) -> None:
    """Linked by hand is linked with confidence 1; unlinked by hand is not linked."""
    ids = {issue.label: issue.id for issue in linker.issues}
    statement = said("the line along the Lune near Holm is fine")
    links = linker.links(statement, {ids["Ports"]: True, ids["Border"]: False})
    assert links == (IssueLink(ids["Ports"], "person", 1.0),)


def test_unlinking_by_hand_leaves_other_links(linker: Linker) -> None:
    """Only the issue that the person named is taken away."""
    ids = {issue.label: issue.id for issue in linker.issues}
    statement = said("prisoners must be exchanged and ports opened to ships")
    links = linker.links(statement, {ids["Ports"]: False})
    assert labels(linker, links) == ["Prisoners"]


def test_the_records_own_issue_for_the_whole_text_is_used(new_desk: Any) -> None:
    """Where somebody opened the issue, hand links and rule links meet in one row."""
    desk = new_desk()
    issue_id = desk.issue("The Text as a Whole", Topic.PROCESS)
    desk.draft("First draft", DAY, POINTS)
    desk.says("Northland", "the draft is unacceptable", Act.REJECT, DAY, topic=Topic.PROCESS)
    by_hand = desk.says("Southland", "never", Act.REJECT, DAY)
    desk.record.link_statement(by_hand, issue_id)
    state = desk.state(DAY)
    assert state.issues[0].id == issue_id
    assert {cell.party for cell in state.cells if cell.issue.id == issue_id} == {
        "Northland",
        "Southland",
    }
    assert all(state.cell(party, issue_id).evidence for party in state.parties)


def test_german_words_link_by_german_stems(new_desk: Any) -> None:
    """The stemmer follows the language of the draft."""
    desk = new_desk()
    desk.draft("Entwurf", DAY, {"Grenze": "Die Grenzen folgen dem Fluss.", "Häfen": "Offen."})
    drafts = [replace(d, draft=replace(d.draft, language="de-AT")) for d in desk.store.drafts()]
    found = wordings(drafts, desk.store.point_links())
    linker = Linker(desk.store.issues(), drafts, found)
    links = linker.links(said("die Flüsse sind keine Grenze"))
    assert labels(linker, links) == ["Grenze"]


def test_a_language_without_a_stemmer_compares_the_words_themselves(new_desk: Any) -> None:
    """Nothing fails where there is no stemmer; words must then be the same."""
    desk = new_desk()
    desk.draft("Rasimu", DAY, {"Mpaka": "Mpaka unafuata mto Lune.", "Bandari": "Wazi."})
    drafts = [replace(d, draft=replace(d.draft, language="sw")) for d in desk.store.drafts()]
    found = wordings(drafts, desk.store.point_links())
    linker = Linker(desk.store.issues(), drafts, found)
    assert labels(linker, linker.links(said("mpaka huu ni mzuri"))) == ["Mpaka"]


def test_a_label_of_one_word_names_its_issue_whatever_other_points_mention_it(
    new_desk: Any,
) -> None:
    """Another point that mentions the ports takes nothing from the issue "Ports", and a topic
    without a shared word does not stand beside it."""
    desk = new_desk()
    desk.issue("Border", Topic.TERRITORY)
    points = {
        "Border": "The border follows the river Lune.",
        "Ports": "The ports are open to all ships.",
        "Observers": "Observers watch the ceasefire in the ports.",
    }
    desk.draft("First draft", DAY, points)
    drafts = desk.store.drafts()
    linker = Linker(desk.store.issues(), drafts, wordings(drafts, desk.store.point_links()))
    statement = said("We will not give up the ports", act=Act.REJECT, topic=Topic.TERRITORY)
    assert labels(linker, linker.links(statement)) == ["Ports"]
