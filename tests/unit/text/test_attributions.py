"""Who is named beside a wording: by form, in brackets, behind a dash, in parentheses."""

from __future__ import annotations

import pytest

from onetext.text.drafts import BracketKind, Draft
from onetext.text.parse import parse_draft
from onetext.text.party_names import names_of

Said = tuple[str, tuple[str, ...]]


def said(text: str) -> list[Said]:
    draft: Draft = parse_draft(text)
    return [(a.stance.value, a.names) for bracket in draft.brackets for a in bracket.attributions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ports [Northland: shall] open.", [("proposes", ("Northland",))]),
        ("Ports [NU, Lune and Marrow: shall] open.", [("proposes", ("NU", "Lune", "Marrow"))]),
        ("Ports [shall - Southland] open.", [("proposes", ("Southland",))]),
        ("Ports [shall – NU, ASP] open.", [("proposes", ("NU", "ASP"))]),
        ("Ports [Proposal by the Lune Group: shall] open.", [("proposes", ("Lune Group",))]),
        ("Ports [Northland alt: shall] open.", [("proposes", ("Northland",))]),
        ("Ports [NU proposal: shall] open.", [("proposes", ("NU",))]),
        ("Ports [Chair's proposal: shall] open.", [("proposes", ("Chair",))]),
        ("Ports [open] (supported by Lune) now.", [("supports", ("Lune",))]),
        ("Ports [open (supported by Lune)] now.", [("supports", ("Lune",))]),
        ("Ports open [opposed by Southland].", [("opposes", ("Southland",))]),
        ("Ports open [NU del].", [("opposes", ("NU",))]),
        ("Ports [Northland: delete] open.", [("opposes", ("Northland",))]),
        ("Ports open [NU retain].", [("supports", ("NU",))]),
        (
            "Ports open [+NU, Lune; -Marrow].",
            [("supports", ("NU", "Lune")), ("opposes", ("Marrow",))],
        ),
        ("Ports [NU AM 134: shall] open.", [("proposes", ("NU",))]),
        ("Порты открыты. [Северляндия: исключить]", [("opposes", ("Северляндия",))]),
        (
            "[Ports open.] (NU, Lune; DEL: ASP)",
            [("proposes", ("NU", "Lune")), ("opposes", ("ASP",))],
        ),
        (
            "[Ports open.] (NU; reservation by Lune)",
            [("proposes", ("NU",)), ("reserves", ("Lune",))],
        ),
        (
            "[Ports open.] -Northland +NU",
            [("opposes", ("Northland",)), ("supports", ("NU",))],
        ),
        ("[Ports open.] - Northland", [("proposes", ("Northland",))]),
        ("[Ports open.] [SPD]", [("proposes", ("SPD",))]),
        ("Ports open [by SPD] [NATO].", []),
        ("Ports open [NU reservation].", [("reserves", ("NU",))]),
        ("Ports open [Lune: scrutiny reservation].", [("reserves", ("Lune",))]),
        (
            "Ports [Northland, supported by Lune: shall] open.",
            [("proposes", ("Northland",)), ("supports", ("Lune",))],
        ),
        ("Ports [G-77 and China: shall] open.", [("proposes", ("G-77 and China",))]),
        ("Ports [Bosnia and Herzegovina: may] open.", [("proposes", ("Bosnia and Herzegovina",))]),
        ("Ports [Republic of Lune: shall] open.", [("proposes", ("Republic of Lune",))]),
        ("Порты [Луния: должны] открыты.", [("proposes", ("Луния",))]),
        ("港口[月国：应]开放。", [("proposes", ("月国",))]),
    ],
)  # fmt: skip
def test_who_is_named(text: str, expected: list[Said]) -> None:
    """Names are told by their form, and their stance by the words beside them."""
    assert said(text) == expected


@pytest.mark.parametrize(
    "inside",
    [
        "Note: check", "Article 5: scope", "2015 - 2020", "Parties: to be listed", "Option 1: yes",
        "Annex I - Parties", "14:30", "ratio 3:1", "The following apply: ports", "12 May – 3 June",
        "In this respect: nothing", "Developing countries: special treatment", "A/RES/70/1",
        "see https://example.org", "Decision 5 - Annex B", "the port authority (PA)", "Paragraph 3",
        "Members decide: they meet", "Part II: Ports", "Recalling: all", "Placeholder: X",
        "ports – including small ones – open",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_name(inside: str) -> None:
    """Notes, places of the text, dates and numbers name nobody."""
    assert said(f"Ports [{inside}] open.") == []


def test_names_are_no_part_of_the_wording() -> None:
    """The alternatives are what is put forward, without who puts it forward."""
    draft = parse_draft("Ports [Northland: shall] [Southland: should] open.")
    assert [b.alternatives for b in draft.brackets] == [("shall", "should")] * 2
    for bracket in draft.brackets:
        assert [span.of(draft.text) for span in bracket.alternative_spans] == ["shall", "should"]


def test_a_remark_between_alternatives_is_passed_over() -> None:
    """[concern] [fear] [X: delete] is a choice of two, and a word on it."""
    draft = parse_draft("With [concern] [fear] [Southland: delete] of harm.")
    first, second, third = draft.brackets
    assert first.alternatives == second.alternatives == ("concern", "fear")
    assert third.kind is BracketKind.DELETION


def test_attributions_outside_of_brackets_belong_to_their_point() -> None:
    """(proposed by ...) at a point's end, and a party's own alternative."""
    draft = parse_draft("1. Ports open. (proposed by Lune)\n2 alt (Marrow) Roads open.\n")
    assert [p.attributions[0].names for p in draft.points] == [("Lune",), ("Marrow",)]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Northland", ("Northland",)),
        ("the Lune Group, NU and Marrow", ("Lune Group", "NU", "Marrow")),
        ("Lune/Marrow", ("Lune", "Marrow")),
        ("Lune on behalf of the Marrow Group", ("Lune", "Marrow Group")),
        ("EU and its Member States", ("EU and its Member States",)),
        ("United States of Lune", ("United States of Lune",)),
        ("Ports open", ()),
        ("open", ()),
        ("Note", ()),
        ("", ()),
    ],
)
def test_lists_of_names(words: str, names: tuple[str, ...]) -> None:
    """Commas, strokes and "and" part names; a word in small letters is none."""
    assert names_of(words) == names


def test_names_behind_the_end_of_a_point() -> None:
    """Two or more names in parentheses behind its last sign are no wording."""
    draft = parse_draft(
        "OP1 Opens ports; (Lune, Southland)\n\nOP2 Calls on States (Lune, Marrow);\n"
    )
    assert [[a.names for a in point.attributions] for point in draft.points] == [
        [("Lune", "Southland")], [],
    ]  # fmt: skip


def test_parties_inside_one_bracket() -> None:
    """[Lune: a / Marrow: b]: both are read, and are no part of the wordings."""
    draft = parse_draft("1. The toll is [Lune: two crowns / Marrow: four crowns] for each ship.\n")
    (bracket,) = draft.brackets
    assert bracket.alternatives == ("two crowns", "four crowns")
    assert [one.names for one in bracket.attributions] == [("Lune",), ("Marrow",)]
