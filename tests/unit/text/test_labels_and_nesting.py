"""Every style of label is found, and points nest by indentation, sequence and style."""

from __future__ import annotations

import pytest

from onetext.text.parse import parse_draft
from onetext.text.roman import roman_number


def paths(text: str) -> list[str]:
    return [point.path for point in parse_draft(text).walk()]


@pytest.mark.parametrize(
    ("line", "label", "path"),
    [
        ("1. The border is open.", "1.", "1"),
        ("1) The border is open.", "1)", "1"),
        ("(1) The border is open.", "(1)", "1"),
        ("(a) The border is open.", "(a)", "a"),
        ("a) The border is open.", "a)", "a"),
        ("iv. The border is open.", "iv.", "iv"),
        ("(iv) The border is open.", "(iv)", "iv"),
        ("3 bis The border is open.", "3 bis", "3 bis"),
        ("3bis. The border is open.", "3bis.", "3bis"),
        ("3.1 The border is open.", "3.1", "3.1"),
        ("3.3alt: The border is open.", "3.3alt:", "3.3alt"),
        ("3.x The border is open.", "3.x", "3.x"),
        ("[3.alt The border is open.]", "3.alt", "3.alt"),
        ("Article premier\nThe border is open.", "Article premier", "Article premier"),
        ("Article 1er. The border is open.", "Article 1er", "Article 1er"),
        ("Artículo 1.º Objeto\nThe border is open.", "Artículo 1.º", "Artículo 1.º"),
        ("Статья 2 бис\nThe border is open.", "Статья 2 бис", "Статья 2 бис"),
        ("ANNEX\nThe border is open.", "ANNEX", "ANNEX"),
        ("Section 4.2 Hours of Work. The border is open.", "Section 4.2", "Section 4.2"),
        ("OP4 The border is open.", "OP4", "OP4"),
        ("PP2. The border is open.", "PP2.", "PP2"),
        ("Point 3: The border is open.", "Point 3", "3"),
        ("- The border is open.", "-", "-1"),
        ("• The border is open.", "-", "-1"),
        ("**Option 1:** The border is open.", "Option 1", "Option 1"),
        ("[2. The border is open.]", "2.", "2"),
        ("3.X The border is open.", "3.X", "3.X"),
        ("X.1 The border is open.", "X.1", "X.1"),
        ("5 ter The border is open.", "5 ter", "5 ter"),
        ("10 quater. The border is open.", "10 quater.", "10 quater"),
        ("OP4 bis The border is open.", "OP4 bis", "OP4 bis"),
        ("OP 4 The border is open.", "OP 4", "OP 4"),
        ("PP2alt The border is open.", "PP2alt", "PP2alt"),
        ("PP2.alt The border is open.", "PP2.alt", "PP2.alt"),
        ("3 *bis*. The border is open.", "3 *bis*.", "3 bis"),
        ("7.1A The border is open.", "7.1A", "7.1A"),
        ("A.1 The border is open.", "A.1", "A.1"),
        ("5(a) The border is open.", "5(a)", "5(a)"),
        ("3-5. The border is open.", "3-5.", "3-5"),
        ("1.- The border is open.", "1.-", "1"),
        ("§ 5 The border is open.", "§ 5", "5"),
        ("(ñ) The border is open.", "(ñ)", "ñ"),
        ("(а) The border is open.", "(а)", "а"),  # Cyrillic
        ("(أ) The border is open.", "(أ)", "أ"),
        ("[Northland: 3 bis. The border is open.]", "3 bis.", "3 bis"),
        ("Paragraph 3: The border is open.", "Paragraph 3", "3"),
    ],
)
def test_a_label_is_found_as_it_stands(line: str, label: str, path: str) -> None:
    """The label keeps its form, the path is bare, and the wording is what follows."""
    (point,) = parse_draft(line).points
    assert (point.label, point.path) == (label, path)
    assert "The border is open." in point.text


@pytest.mark.parametrize(
    "line",
    [
        "2025. That year.",
        "Article 5 of the Treaty applies here.",
        "A note.",
        "e.g. this",
        "3 ships",
    ],
)
def test_what_only_looks_like_a_label_is_none(line: str) -> None:
    """Years, mentions of an article, initials and amounts begin no point."""
    assert paths(line) == []


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Article 2bis", "Article 2bis"),
        ("Article 2 bis", "Article 2 bis"),
        ("Article 3.1 alt 2", "Article 3.1 alt 2"),
        ("[Article 7]", "Article 7"),
        ("Rule 4 Quorum", "Rule 4"),
        ("Recital (5)", "Recital (5)"),
        ("Articles 12–15 [Reserved]", "Articles 12–15"),  # a range
        ("Target 7. Ports", "Target 7"),
        ("Artículo 4.- Los puertos", "Artículo 4"),
        ("Статья 2", "Статья 2"),
        ("المادة 1", "المادة 1"),
        ("第三条", "第三条"),
    ],
)
def test_headings_that_nobody_marked(line: str, label: str) -> None:
    """A word and a number on a line, in several languages, head what follows."""
    (point,) = parse_draft(f"{line}\n\nThe border is open.\n").points
    assert (point.label, point.path) == (label, label)
    assert "The border is open." in point.text


def test_letters_of_other_alphabets_count_on() -> None:
    """After (n) comes (ñ), and Cyrillic, Arabic and Chinese labels nest as Latin ones do."""
    assert paths("(m) a;\n(n) b;\n(ñ) c;\n(o) d.\n") == ["m", "n", "ñ", "o"]
    assert paths("1. x:\nа) y;\nб) z;\n2. v.\n") == ["1", "1/а", "1/б", "2"]
    assert paths("一、港口：\n（一）开；\n（二）关。\n二、路。\n") == ["一", "一/一", "一/二", "二"]


def test_preambular_and_operative_paragraphs_stand_side_by_side() -> None:
    """OP1 is not below PP3, and (a) is below OP1."""
    text = "PP1 A,\n\nPP2 bis B,\n\nOP1 C:\n(a) D;\n(b) E;\n\nOP2 F.\n"
    assert paths(text) == ["PP1", "PP2 bis", "OP1", "OP1/a", "OP1/b", "OP2"]


def test_a_label_right_behind_a_label() -> None:
    """7.1 a) ... is 7.1 with a first point, where b) comes next."""
    assert paths("7.1 a) One;\nb) two.\n7.2 a) b is a letter.\n") == [
        "7.1",
        "7.1/a",
        "7.1/b",
        "7.2",
    ]


def test_styles_nest_without_indentation() -> None:
    """A first label of another style opens a level; the next number closes it."""
    text = (
        "1. Ports:\n(a) open;\n(b) shared:\n(i) by day;\n(ii) by night;\n(c) closed.\n2. Roads.\n"
    )
    assert paths(text) == ["1", "1/a", "1/b", "1/b/i", "1/b/ii", "1/c", "2"]


def test_indentation_nests_equal_styles() -> None:
    """Markdown lists restart at 1 inside a point when they are indented."""
    text = "1. Ports:\n\n   1. open;\n   2. shared.\n\n2. Roads.\n"
    assert paths(text) == ["1", "1/1", "1/2", "2"]


def test_the_letter_i_after_h_is_a_letter() -> None:
    """(h), (i), (j) are letters; (i) before (ii) is a number."""
    letters = "".join(f"({letter}) word;\n" for letter in "abcdefghij")
    assert paths(letters) == list("abcdefghij")
    romans = "".join(f"({letter}) word;\n" for letter in "abcdefgh") + "(i) one;\n(ii) two.\n"
    assert paths(romans)[-2:] == ["h/i", "h/ii"]


def test_decimal_labels_nest_under_their_number() -> None:
    """3.1 stands under 3, and 3.1.1 under 3.1."""
    text = "3. Ports.\n3.1 Open.\n3.1.1 By day.\n3.2 Shared.\n4. Roads.\n"
    assert paths(text) == ["3", "3/3.1", "3/3.1/3.1.1", "3/3.2", "4"]


def test_articles_hold_numbered_points() -> None:
    """Numbering starts anew in every article, marked as a heading or not."""
    text = "Article 1\nScope\n\n1. One.\n2. Two.\n\n## Article 2bis *(ports)*\n\n1. One.\n"
    assert paths(text) == [
        "Article 1",
        "Article 1/1",
        "Article 1/2",
        "Article 2bis",
        "Article 2bis/1",
    ]


def test_options_fence_their_numbering() -> None:
    """Inside an option numbering starts anew; the spans of options are listed."""
    text = (
        "1. Ports\n\n    **Option 1:**\n\n    1. Open.\n\n    **Option 2:** No text\n\n2. Roads.\n"
    )
    draft = parse_draft(text)
    assert paths(text) == ["1", "1/Option 1", "1/Option 1/1", "1/Option 2", "2"]
    assert [span.of(text)[:8] for span in draft.options] == ["**Option", "**Option"]


def test_skipped_numbers_stay_on_their_level() -> None:
    """A number that is left out does not open a level."""
    assert paths("12. Ports.\n18. Roads.\n") == ["12", "18"]


def test_repeated_labels_get_paths_of_their_own_and_one_problem() -> None:
    """A run of repeated labels is told once; every path stays unique."""
    draft = parse_draft("1. a.\n2. b.\n1. c.\n2. d.\n")
    assert [point.path for point in draft.points] == ["1", "2", "1~2", "2~2"]
    assert [problem.message for problem in draft.problems] == [
        '"1." to "2." stand here a second time; they are called 1~2 to 2~2.'
    ]


def test_an_enumeration_inside_a_paragraph_becomes_points() -> None:
    """(a) ...; (b) ... are points; the last ends with its sentence, the rest is the parent's."""
    draft = parse_draft("10. The offer: (a) a port is paid for; (b) it lapses in war. [note]\n")
    (point,) = draft.points
    assert [(inner.path, inner.text) for inner in point.points] == [
        ("10/a", "a port is paid for;"),
        ("10/b", "it lapses in war."),
    ]
    assert point.text == "The offer:\n[note]"


def test_mentions_of_paragraphs_are_no_enumeration() -> None:
    """Paragraphs that are spoken of are not split."""
    draft = parse_draft("1. As in paragraph 2 (a) and paragraph 3 (b) the ports open.\n")
    assert draft.points[0].points == ()
    assert parse_draft("1. Under (a) and (b) above, ports open.").points[0].points == ()


def test_a_wrapped_line_that_begins_with_a_number_is_no_point() -> None:
    """A paragraph that goes on over a line end is not cut at a number there."""
    draft = parse_draft("1. The ports open on\n12. December, as in paragraph\n2. Above.\n")
    assert [point.path for point in draft.points] == ["1"]


def test_unnumbered_headings_hold_what_stands_under_them() -> None:
    """A heading is a point with a name made of its words; the first one alone is the title."""
    draft = parse_draft("# Plan\n\nWords.\n\n## Seen elsewhere\n\n- ports\n- roads\n")
    assert draft.title == "Plan"
    assert paths(draft.text) == ["seen-elsewhere", "seen-elsewhere/-1", "seen-elsewhere/-2"]


@pytest.mark.parametrize(
    ("letters", "number"), [("iv", 4), ("XIX", 19), ("mcmxc", 1990), ("iiii", None), ("iV", None)]
)
def test_roman_numbers(letters: str, number: int | None) -> None:
    """Only well-formed numbers of one case count."""
    assert roman_number(letters) == number


def test_nothing_stands_inside_an_option_that_says_no_text() -> None:
    """What follows "No text" is outside of the options, new paragraphs and all."""
    text = (
        "3. A.\n\nOption 1:\n4. B.\n5. C.\n\nOption 2:\n4. D.\n\nOption 3: No text\n\n"
        "[3.alt E.]\n\n6. F.\n"
    )
    assert paths(text) == [
        "3", "3/Option 1", "3/Option 1/4", "3/Option 1/5", "3/Option 2", "3/Option 2/4",
        "3/Option 3", "3.alt", "6",
    ]  # fmt: skip


def test_an_option_ends_where_another_one_before_it_reached_further() -> None:
    """6 after the options 4 to 5 and 4 goes on behind the options."""
    text = "3. A.\n\nOption 1:\n4. B.\n5. C.\n\nOption 2:\n4. D.\n\n6. F.\n"
    assert paths(text)[-2:] == ["3/Option 2/4", "6"]


def test_a_section_stands_below_the_article_whose_number_it_carries_on() -> None:
    """Section 14.2 is of Article 14; any other section stands above articles."""
    text = "ARTICLE 14 - WAGES\n\nSection 14.2 Pay. It is paid.\n\nARTICLE 15\n\nSection 9\n"
    assert paths(text) == ["ARTICLE 14", "ARTICLE 14/Section 14.2", "ARTICLE 15", "Section 9"]


def test_a_first_label_right_behind_a_label_holds_what_begins_anew_below() -> None:
    """3. [(a) ..., then (i) and (ii): 3/a/i and 3/a/ii."""
    text = "3. [(a) Each gives:\n(i) one; and\n(ii) two.\n(b) None gives.]\n"
    assert paths(text) == ["3", "3/a", "3/a/i", "3/a/ii", "3/b"]


def test_a_plain_number_stands_beside_a_plain_number() -> None:
    """6 after 3 and 3.x stands beside 3, though 4 and 5 are missing."""
    assert paths("3. A.\n\n3.x B.\n\n6. C.\n") == ["3", "3/3.x", "6"]


def test_what_says_that_it_is_a_point_is_below_no_letter_or_bullet() -> None:
    """Пункт 3 after a letter, § 3 after bullets: beside what they stand under, not below them."""
    assert paths("а) x;\n\nб) y;\n\nПункт 3. Стороны соблюдают мир.\n") == ["а", "б", "3"]
    assert paths("1. x:\n- y\n- z\n\n§ 3 Next thing\n") == ["1", "1/-1", "1/-2", "1/3"]
