"""How far points are agreed, in words and colours, and what ITU marks say."""

from __future__ import annotations

import pytest

from onetext.text.colours import plain_colour
from onetext.text.drafts import BracketKind, Mark, Status
from onetext.text.parse import parse_draft
from onetext.text.point_remarks import Coloured
from onetext.text.spans import Span

AD_REF, NEGOTIATORS, GROUP, PROPOSED, NOT_DISCUSSED = Status


def statuses(text: str) -> dict[str, Status]:
    return {p.path: p.status for p in parse_draft(text).walk() if p.status}


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("agreed ad referendum", AD_REF), ("agreed ad ref", AD_REF), ("Agreed ad ref.", AD_REF),
        ("agreed ad ref on 3 March", AD_REF), ("AGREED", NEGOTIATORS), ("agreed", NEGOTIATORS),
        ("provisionally agreed", NEGOTIATORS), ("closed", NEGOTIATORS),
        ("agreed at technical level", NEGOTIATORS), ("agreed in principle", NEGOTIATORS),
        ("agreed in informals", GROUP), ("agreed in the drafting group, 4 May", GROUP),
        ("agreed in WG2", GROUP), ("pending", PROPOSED), ("under discussion", PROPOSED),
        ("not agreed", PROPOSED), ("not yet discussed", NOT_DISCUSSED),
        ("TA'd 2/28", NEGOTIATORS), ("acordado", NEGOTIATORS), ("согласовано", NEGOTIATORS),
        ("to be discussed", NOT_DISCUSSED), ("green", AD_REF), ("yellow", GROUP),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["OP2 Ports open; ({})", "OP2 Ports open. [{}]"])
def test_a_status_by_its_meaning(words: str, status: Status, form: str) -> None:
    """The same status in the words of many processes, behind the sentence."""
    assert statuses(form.format(words)) == {"OP2": status}


@pytest.mark.parametrize(
    "text",
    [
        "1. The [agreed] plan, the [open] port and the [closed] sea.",
        "1. Ports stay [open].",
        "1. Taking the agreed language into account, ports are closed.",
        "1. Ports open [agreed language from 12/3].",
    ],
)
def test_words_of_the_wording_are_no_status(text: str) -> None:
    """What stands in the sentence is part of it."""
    assert statuses(text) == {}


def test_a_bracket_with_a_status_is_a_note() -> None:
    """No text is negotiated in it."""
    draft = parse_draft("1. Ports open; [agreed ad ref]\n")
    (bracket,) = draft.brackets
    assert bracket.kind is BracketKind.PLACEHOLDER
    assert draft.notes == (bracket.span,)


def test_headings_and_lines_of_their_own() -> None:
    """A status in a heading is the article's; one on its own line the whole point's."""
    text = "## Article 1 – agreed ad referendum\n\n1. Ports:\n(a) one;\n(b) two.\n\n[AGREED]\n"
    assert statuses(text) == {"Article 1": AD_REF, "Article 1/1": NEGOTIATORS}


def test_points_below_only_where_the_text_says_so() -> None:
    """ "Entire article agreed" holds for its points; "agreed" does not."""
    text = "## Article 1 ({})\n\n1. Ports.\n2. Roads.\n"
    assert set(statuses(text.format("agreed"))) == {"Article 1"}
    whole = statuses(text.format("entire article agreed ad ref"))
    assert whole == dict.fromkeys(["Article 1", "Article 1/1", "Article 1/2"], AD_REF)


def test_a_legend_gives_colours_their_meaning() -> None:
    """Another process may mean another thing by green."""
    text = "Legend: green: agreed in the working group; yellow means not yet discussed.\n\n"
    text += "1. Ports open. (green)\n2. Roads open. (yellow)\n3. Locks open. (blue)\n"
    assert statuses(text) == {"1": GROUP, "2": NOT_DISCUSSED}


def test_colours_behind_words() -> None:
    """A point whose own words are coloured has the status of the colour; one word is not enough."""
    text = "Text in yellow is agreed ad referendum.\n\n1. Ports open.\n2. Roads open.\n"
    at, other = text.index("1."), text.index("Roads")
    coloured = [Coloured(Span(at, at + 14), "yellow"), Coloured(Span(other, other + 5), "yellow")]
    draft = parse_draft(text, coloured=coloured)
    assert [point.status for point in draft.points] == [AD_REF, None]


@pytest.mark.parametrize(
    ("found", "name"),
    [
        ("darkGreen", "green"), ("#D9EAD3", "green"), ("#FFF2CC", "yellow"), ("yellow", "yellow"),
        ("#FF0000", "red"), ("lightGray", "grey"), ("#FFFFFF", "white"), ("cyan", "turquoise"),
    ],
)  # fmt: skip
def test_plain_names_of_colours(found: str, name: str) -> None:
    """Word's names and hexadecimal numbers come down to a few plain names."""
    assert plain_colour(found) == name


def test_itu_marks() -> None:
    """Before the provision, above it with the number of the proposal, or alone."""
    text = (
        "ADD NTH/12/3\n\nARTICLE 5\n\nMOD 4.123\n\nPorts open.\n\nSUP 4.124\n\n"
        "NOC\n\n## 6 Purpose\n\nADD\n28A\tNames are kept.\n\nMOD\tNTH/LUN/3/1\n6.1 Roads open.\n"
    )
    draft = parse_draft(text)
    assert [(p.label, p.mark) for p in draft.walk()] == [
        ("ARTICLE 5", Mark.ADD), ("4.123", Mark.MOD), ("4.124", Mark.SUP), ("##", Mark.NOC),
        ("28A", Mark.ADD), ("6.1", Mark.MOD),
    ]  # fmt: skip
    named = {p.label: p.attributions[0].names for p in draft.walk() if p.attributions}
    assert named == {"ARTICLE 5": ("NTH",), "6.1": ("NTH", "LUN")}


def test_words_in_capitals_are_no_marks() -> None:
    """ADD in the middle of a line, or before words, marks nothing."""
    draft = parse_draft("1. Members may\nADD names to the list.\n")
    assert [point.mark for point in draft.walk()] == [None]


def test_the_number_behind_a_proposal_is_no_wording() -> None:
    """MOD NTH/13A/5 #1245 on its own line marks the provision of the next line."""
    draft = parse_draft("MOD\tNTH/13A/5\t#1245\n5.4.1\tPorts open.\n\nReasons: They were shut.\n")
    (point,) = draft.walk()
    assert (point.label, point.mark) == ("5.4.1", Mark.MOD)
    assert [note.of(draft.text) for note in draft.notes] == ["Reasons: They were shut."]
