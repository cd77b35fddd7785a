"""The next draft as a Word document with tracked changes, and as Markdown."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.briefing.draft_docx import render_draft_docx
from onetext.briefing.draft_markdown import render_changes_markdown, render_draft_markdown
from onetext.settlement.next_draft import DraftedPoint, NextDraft
from onetext.settlement.problem import Quote
from onetext.text.parse import parse_draft
from onetext.text.word_changes import Edit, word_changes

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
QUOTE = Quote("we accept *that*", "Mira Sol", date(2030, 3, 7), "Courier", "id")
OLD = "The border follows the river Lune, save for the town of Holm."
DRAFT = NextDraft(
    title='Next "draft"',
    based_on="Second draft",
    dated=date(2030, 3, 12),
    language="en",
    points=(
        DraftedPoint(1, "border", "The border follows the Lune.", "First", OLD, "Why.", (QUOTE,)),
        DraftedPoint(None, "border", "", "Second", "Holm is a free town.", "See point 1."),
        DraftedPoint(2, None, "Kept\nas it is.", "Second", "Kept\nas it is."),
        DraftedPoint(3, "ports", "Ports are open.", "First", None, "Was missing."),
    ),
)


def walked(document: bytes, without: str) -> list[str]:
    """The paragraphs of points, leaving out all inside w:`without`; gone ones are gone."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        body = ElementTree.fromstring(package.read("word/document.xml"))  # noqa: S314 our own
    found = []
    for paragraph in list(body.iter(f"{W}p"))[1:]:
        mark = paragraph.find(f"{W}pPr/{W}rPr/{W}{without}")
        if mark is None:
            found.append("".join(_words(paragraph, without)))
        else:
            assert "".join(_words(paragraph, without)) == ""
    return found


def _words(element: ElementTree.Element, without: str) -> list[str]:
    parts: list[str] = []
    for child in element:
        if child.tag == f"{W}{without}":
            continue
        if child.tag in (f"{W}t", f"{W}delText"):
            parts.append(child.text or "")
        parts += {f"{W}br": ["\n"], f"{W}tab": ["\t"]}.get(child.tag, [])
        parts += _words(child, without)
    return parts


def test_accepting_gives_the_next_draft_and_rejecting_the_newest() -> None:
    """Without w:del the document is the new text with its numbers, without w:ins the old one."""
    document = render_draft_docx(DRAFT)
    assert walked(document, "del") == [
        "1.\tThe border follows the Lune.",
        "2.\tKept\nas it is.",
        "3.\tPorts are open.",
    ]
    assert walked(document, "ins") == [
        f"1.\t{OLD}",
        "2.\tHolm is a free town.",
        "3.\tKept\nas it is.",
    ]


def test_each_reason_is_a_comment_with_the_words_behind_it() -> None:
    """Comments hold the reason and the quotes; every change has its author and date."""
    with zipfile.ZipFile(io.BytesIO(render_draft_docx(DRAFT, author="Secretary"))) as package:
        comments = package.read("word/comments.xml").decode()
        body = package.read("word/document.xml").decode()
    assert comments.count("<w:comment ") == 3
    for words in ("Why.", "Mira Sol, 2030-03-07, Courier: “we accept *that*”", "Was missing."):
        assert words in comments
    assert body.count('w:author="Secretary" w:date="2030-03-12T00:00:00Z"') >= 5


TEXTS = st.text(st.characters(blacklist_categories=["Cs"]), max_size=60)


@given(TEXTS, TEXTS)
@settings(max_examples=25, deadline=None)
def test_any_text_survives(before: str, after: str) -> None:
    """Whatever the texts hold, the XML stands and both of them can be had from it."""
    point = DraftedPoint(1, None, after, "x", before, "\x00why\x1b")
    document = render_draft_docx(NextDraft("t", "b", date(2030, 1, 1), "en", (point,)))
    assert walked(document, "del") == [f"1.\t{clean(after)}"]
    assert walked(document, "ins") == [f"1.\t{clean(before)}"]


def clean(text: str) -> str:
    """Lines end in a line feed, and what cannot be printed is left out."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in lines if c in "\n\t" or c.isprintable())


@given(TEXTS, TEXTS)
@settings(max_examples=100)
def test_word_changes_lose_nothing(before: str, after: str) -> None:
    """Kept and taken out make the old text, kept and put in the new one."""
    runs = word_changes(before, after)
    assert "".join(run.text for run in runs if run.edit is not Edit.PUT_IN) == before
    assert "".join(run.text for run in runs if run.edit is not Edit.TAKEN_OUT) == after


def test_words_that_stay_are_kept() -> None:
    """One word that changes is one word taken out and one put in."""
    edits = [run.text for run in word_changes("within thirty days", "within sixty days")]
    assert edits == ["within ", "thirty", "sixty", " days"]


def test_markdown_is_read_again_as_the_draft() -> None:
    """Title, date, points and the issues of points come back."""
    draft = parse_draft(render_draft_markdown(DRAFT))
    assert (draft.title, draft.dated, draft.problems) == ('Next "draft"', date(2030, 3, 12), ())
    assert [point.text for point in draft.points] == [
        "The border follows the Lune.",
        "Kept as it is.",
        "Ports are open.",
    ]
    assert draft.issues == {"1": "border", "3": "ports"}


def test_changes_in_markdown_are_escaped() -> None:
    """The page of changes has the reasons, and words from sources mean nothing in it."""
    page = render_changes_markdown(DRAFT)
    assert "## Point 1, border" in page
    assert "## Taken out, border" in page
    assert r"we accept \*that\*" in page
