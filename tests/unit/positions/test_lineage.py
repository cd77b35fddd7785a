"""Which issue a point of a new draft deals with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from benchmarks.bench_lineage import by_lineage, by_words_alone, case_drafts, tally

from onetext.positions.issue_terms import LIKE
from onetext.positions.lineage import FRONT_MATTER, LABEL, NEW, SHARED_WORDS, WORDING, decide
from onetext.positions.matters import content_words, issue_label, matters
from onetext.record.statements import Topic
from onetext.record.views import Issue, PointLink, RecordedDraft
from onetext.text.parse import parse_draft

NOW = datetime(2025, 11, 20, tzinfo=UTC)
FIRST = parse_draft(
    "1. Northland withdraws from the disputed harbour district.\n"
    "2. All prisoners are exchanged within thirty days.\n"
)
KNOWN = [RecordedDraft("d1", FIRST, "first.md", NOW, "team")]
ISSUES = [
    Issue("i1", "The harbour district", Topic.TERRITORY, NOW),
    Issue("i2", "Prisoners", Topic.PRISONERS_HUMANITARIAN, NOW),
]
LINKS = [PointLink("d1", "1", "i1", NEW, 1.0), PointLink("d1", "2", "i2", NEW, 1.0)]


def test_a_reworded_and_renumbered_point_keeps_its_issue() -> None:
    """The wording decides, not the number; the confidence is the similarity."""
    draft = parse_draft("7. Prisoners on both sides are exchanged in thirty days.\n")
    (decision,) = decide(draft, KNOWN, ISSUES, LINKS)
    assert (decision.path, decision.issue_id) == ("7", "i2")
    assert decision.rule in (WORDING, SHARED_WORDS)
    assert LIKE <= decision.confidence <= 1.0


def test_another_matter_opens_an_issue() -> None:
    """The issue is called by the point's first words, and its topic is found in them."""
    draft = parse_draft("1. Frozen assets are released, in three steps, to a common fund.\n")
    (decision,) = decide(draft, KNOWN, ISSUES, LINKS)
    assert (decision.issue_id, decision.rule, decision.confidence) == (None, NEW, 1.0)
    assert (decision.label, decision.topic) == (
        "Frozen assets are released",
        Topic.SANCTIONS_ASSETS,
    )


def test_front_matter_stands_above_the_wording() -> None:
    """A named point gets the named issue, known whatever its capitals, or a new one."""
    draft = replace(FIRST, issues={"1": "PRISONERS", "2": "Amnesty"})
    decisions = decide(draft, KNOWN, ISSUES, LINKS)
    assert [(d.path, d.issue_id, d.label, d.rule) for d in decisions] == [
        ("1", "i2", "PRISONERS", FRONT_MATTER),
        ("2", None, "Amnesty", FRONT_MATTER),
    ]


def test_a_point_whose_part_is_named_is_left_to_its_parts() -> None:
    """Naming 1/a settles point 1."""
    draft = replace(parse_draft("1. Ports:\n   (a) open;\n   (b) shared.\n"), issues={"1/a": "x"})
    assert [decision.path for decision in decide(draft, [], [], [])] == ["1/a"]


def test_matters_are_points_at_the_top_and_under_plain_headings() -> None:
    """Headings without a number stand for what is under them; notes and sources for nothing."""
    draft = parse_draft(
        "1. Ports open.\n\n## Seen elsewhere\n\n- Roads open.\n\n## Not found\n\n- Point 9.\n"
    )
    assert [point.path for point in matters(draft)] == ["1", "seen-elsewhere/-1"]


def test_words_that_stand_everywhere_tell_nothing() -> None:
    """Two points that share only the names of the parties are not alike."""
    known = parse_draft(
        "".join(f"{n}. Northland Southland word{n} thing{n}.\n" for n in range(1, 9))
    )
    issues = [Issue(f"i{n}", f"Issue {n}", Topic.OTHER, NOW) for n in range(1, 9)]
    links = [PointLink("d1", str(n), f"i{n}", NEW, 1.0) for n in range(1, 9)]
    draft = parse_draft("1. Northland Southland harvest festival.\n")
    recorded = [RecordedDraft("d1", known, "first.md", NOW, "team")]
    assert [decision.rule for decision in decide(draft, recorded, issues, links)] == [NEW]


@pytest.mark.parametrize(
    ("words", "label"),
    [
        (
            "The ports of the north are to be opened to all ships",
            "The ports of the north",
        ),
        ("Ports: open", "Ports: open"),
        ("All the ports open; roads close.", "All the ports open"),
        ("[*Ports* open]", "Ports open"),
    ],
)
def test_labels(words: str, label: str) -> None:
    """At most eight words, cut at a clause, without marks and without a dangling word."""
    assert issue_label(words) == label


def test_content_words() -> None:
    """Words without a meaning of their own and repetitions are left out."""
    assert content_words("The port’s gates and the port") == ("port", "gates")


def test_the_case_gets_the_issues_that_a_person_gave() -> None:
    """Hidden in the front matter of each bundled draft in turn: most points get theirs again,
    and where the issue is unknown nearly all open one rather than take a wrong one."""
    found = tally(by_lineage, case_drafts())
    plain = tally(by_words_alone, case_drafts())
    assert found.known == found.hidden == 54
    assert found.known_right >= 43
    assert found.hidden_right >= 53
    assert found.known_right >= plain.known_right
    assert found.hidden_right > plain.hidden_right


def test_a_label_names_its_issue() -> None:
    """A point that shares no wording has the issue whose label it holds."""
    draft = parse_draft("1. Whatever becomes of prisoners is for the two presidents to settle.\n")
    (decision,) = decide(draft, KNOWN, ISSUES, LINKS)
    assert (decision.issue_id, decision.rule) == ("i2", LABEL)


def test_a_heading_calls_the_issue() -> None:
    """A short first line in brackets, stars or capitals is what the new issue is called."""
    draft = parse_draft("## Article 3\n\n*(mitigation)*\n\nEach Party makes an effort.\n")
    (decision,) = decide(draft, [], [], [])
    assert decision.label == "Mitigation"


def test_the_same_number_is_no_likeness() -> None:
    """A point that stands where another stood, and shares no words with it, opens an issue."""
    known = [RecordedDraft("d1", parse_draft("1. The old harbour is shut.\n"), "", NOW, "team")]
    links = [PointLink("d1", "1", "i1", NEW, 1.0)]
    draft = parse_draft("1. Frozen assets go to a common fund.\n")
    assert [decision.rule for decision in decide(draft, known, ISSUES[:1], links)] == [NEW]
