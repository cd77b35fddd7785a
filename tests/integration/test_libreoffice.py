"""Every DOCX file that onetext writes, opened, converted and written anew by LibreOffice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from tests.integration.office import converted, decided, needs_office, plain_lines
from tests.unit.briefing.exchange_drafts import case_drafts, lines_of, read_lines

from onetext.briefing.draft_docx import render_draft_docx
from onetext.briefing.exchange.clean import Choices, clean
from onetext.briefing.exchange.columns import columns
from onetext.briefing.exchange.columns_docx import columns_docx
from onetext.briefing.exchange.editions import bracketed_docx, clean_docx
from onetext.briefing.exchange.tracked import render_tracked
from onetext.reading.word.changes import ChangeKind, ChangesRead
from onetext.reading.word.text import DocxText, docx_text
from onetext.settlement.next_draft import DraftedPoint, NextDraft
from onetext.settlement.problem import Quote
from onetext.text.comparing import compare
from onetext.text.drafts import Draft
from onetext.text.parse import parse_draft

pytestmark = needs_office

NOW = datetime(2030, 3, 12, 9, 30, tzinfo=UTC)
LUNE = [
    parse_draft(text)
    for text in (
        """# Plan of Lune

## Article 1 (*ports*)

1. The ports of Southland [shall] [should] be closed.
2. Ships of Northland pay a fee:
    (a) by day;
    (b) by night.

## Article 2 (*border*)

1. The border follows the river Lune, and nobody moves the stones that mark it.
""",
        """# Plan of Lune

## Article 1 (*border*)

1. The border follows the river Lune, and nobody moves the stones that mark it.

## Article 2 (*ports*)

1. The ports of Southland shall be open.
2. Ships of Northland pay no fee:
    (a) by day.

### A new heading

3. Roads are free.
""",
    )
]
NEXT = NextDraft(
    title="Next draft",
    based_on="Second draft",
    dated=date(2030, 3, 12),
    language="en",
    points=(
        DraftedPoint(
            1, "border", "The border follows the Lune.", "First",
            "The border follows the river Lune, save for Holm.", "No party refuses it.",
            (Quote("we accept that", "Mira Sol", date(2030, 3, 7), "Courier", "id"),),
        ),
        DraftedPoint(None, "border", "", "Second", "Holm is a free town.", "See point 1."),
        DraftedPoint(2, "ports", "Ports are open.", "First", None, "Was missing."),
    ),
)  # fmt: skip


ENDS = ("", " to all\n\n2. A new matter, which nobody has heard of before.")


def pairs() -> dict[str, tuple[Draft, Draft]]:
    """Drafts that follow each other, by a name."""
    found = {f"case-{number}": pair for number, pair in enumerate(pairwise(case_drafts()))}
    found |= {"lune": (LUNE[0], LUNE[1]), "back": (LUNE[1], LUNE[0])}
    short, long = (parse_draft(f"# T\n\n1. Ports are open{more}\n\n- Roads\n") for more in ENDS)
    noted = [parse_draft(f"# T\n\n1. Ports[^1] are {how}.{more}\n\n[^1]: In Lune.\n")
             for how, more in (("open", ""), ("closed", "\n\n2. Roads[^1] are free."))]  # fmt: skip
    found["noted"] = (noted[0], noted[1])
    return {**found, "longer": (short, long), "shorter": (long, short)}


PAIRS = pairs()


def tracked(name: str) -> bytes:
    return render_tracked(compare(*PAIRS[name]), author="Ada Berg", moment=NOW)


@pytest.fixture(scope="module")
def documents() -> dict[str, bytes]:
    """One document of each kind, and the tracked editions of all pairs."""
    before, after = PAIRS["lune"]
    table = columns("First", before, [("Second", compare(before, after))] * 3)
    return {
        **{f"tracked-{name}": tracked(name) for name in PAIRS},
        "bracketed": bracketed_docx(before, author="Ada Berg"),
        "clean": clean_docx(clean(before), author="Ada Berg"),
        "chosen": clean_docx(clean(before, Choices.parse(["1=1"])), author="Ada Berg"),
        "columns": columns_docx(table, author="Ada Berg"),
        "next": render_draft_docx(NEXT, author="Ada Berg"),
    }


@pytest.fixture(scope="module")
def office(
    documents: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str, str], dict[str, bytes]]:
    """All documents in another format; each format is asked for once."""
    made: dict[str, dict[str, bytes]] = {}

    def convert(kind: str, suffix: str) -> dict[str, bytes]:
        if suffix not in made:
            made[suffix] = converted(documents, kind, suffix, tmp_path_factory.mktemp("office"))
        return made[suffix]

    return convert


def test_all_of_them_open_and_print(office: Callable[[str, str], dict[str, bytes]]) -> None:
    """Each becomes a PDF file with words on its first page and a number at its foot."""
    for name, content in office("pdf", "pdf").items():
        words = pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()
        assert len(words.split()) > 8, name
        assert "1 / " in words, name


def test_the_text_of_each_edition(office: Callable[[str, str], dict[str, bytes]]) -> None:
    """LibreOffice reads the paragraphs that the drafts have."""
    text = office("txt:Text", "txt")
    assert plain_lines(text["bracketed"]) == lines_of(LUNE[0])
    chosen = clean(LUNE[0], Choices.parse(["1=1"])).draft
    assert plain_lines(text["chosen"]) == lines_of(chosen)
    assert "The ports of Southland [...]1 be closed." in " ".join(plain_lines(text["clean"]))
    assert any("alternatives: “shall” or “should”" in line for line in plain_lines(text["clean"]))


def test_accepted_and_rejected_in_libreoffice(tmp_path: Path) -> None:
    """With all changes accepted the text is the draft after, with all rejected the one before."""
    made = {
        f"{decision}-{name}": decided(tracked(name), decision)
        for name in PAIRS
        for decision in ("accept", "reject")
    }
    text = converted(made, "txt:Text", "txt", tmp_path)
    for name, (before, after) in PAIRS.items():
        if name == "noted":  # in a text file LibreOffice writes footnotes in a way of its own
            continue
        assert plain_lines(text[f"accept-{name}"]) == lines_of(after), name
        assert plain_lines(text[f"reject-{name}"]) == lines_of(before), name


def test_changes_survive_being_written_anew(
    office: Callable[[str, str], dict[str, bytes]],
) -> None:
    """DOCX to DOCX: LibreOffice has understood every change, its author and its date."""
    anew = office("docx", "docx")
    for name, (before, after) in PAIRS.items():
        document = anew[f"tracked-{name}"]
        assert read_lines(document, "accepted") == lines_of(after), name
        assert read_lines(document, "rejected") == lines_of(before), name
        found = read(document)
        assert {change.author for change in found.tracked_changes} == {"Ada Berg"}
        days = {(change.when or "").rstrip("Z") for change in found.tracked_changes}
        assert days <= {"2030-03-12T09:30:00", "2030-03-12T09:28:00"}


def test_moves_are_moves_in_libreoffice(office: Callable[[str, str], dict[str, bytes]]) -> None:
    """A point that moved with its words is still a move when LibreOffice writes it."""
    kinds = {change.kind for change in read(office("docx", "docx")["tracked-lune"]).tracked_changes}
    assert {ChangeKind.MOVED_FROM, ChangeKind.MOVED_TO} <= kinds


def test_the_next_draft_keeps_its_changes_and_reasons(
    office: Callable[[str, str], dict[str, bytes]],
) -> None:
    """The document of `onetext settle --draft`: its changes, and the reasons as comments."""
    document = office("docx", "docx")["next"]
    assert read_lines(document, "accepted") == [
        "Next draft", "1. The border follows the Lune.", "2. Ports are open.",
    ]  # fmt: skip
    assert read_lines(document, "rejected") == [
        "Next draft", "1. The border follows the river Lune, save for Holm.",
        "2. Holm is a free town.",
    ]  # fmt: skip
    comments = read(document).comments
    assert [comment.author for comment in comments] == ["Ada Berg"] * 3
    assert "No party refuses it." in comments[0].text
    assert "Mira Sol, 2030-03-07, Courier: “we accept that”" in comments[0].text


def read(document: bytes) -> DocxText:
    return docx_text(Path("x.docx"), document, changes=ChangesRead.ACCEPTED)
