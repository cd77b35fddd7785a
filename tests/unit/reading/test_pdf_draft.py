"""Drafts in PDF: printed lines to paragraphs, running heads left out, scans told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from onetext.errors import UnreadableFile
from onetext.reading.draft_files import read_draft_file

Placed = tuple[float, float, int, str]
"""Left edge, distance from the foot, size of type (points), words."""


def pdf(pages: Sequence[Sequence[Placed]]) -> bytes:
    """A PDF by hand: one content stream a page, in Helvetica."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for at, page in enumerate(pages):
        shown = "\n".join(
            f"BT /F1 {size} Tf {left} {bottom} Td ({words}) Tj ET"
            for left, bottom, size, words in page
        ).encode("latin-1")
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents "
            + f"{5 + 2 * at} 0 R /Resources << /Font << /F1 3 0 R >> >> >>".encode(),
            f"<< /Length {len(shown)} >>\nstream\n".encode() + shown + b"\nendstream",
        ]
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += "".join(f"{place:010} 00000 n \n" for place in places).encode()
    root = f"<< /Size {len(objects) + 1} /Root 1 0 R >>"
    return out + f"trailer {root}\nstartxref\n{table}\n%%EOF\n".encode()


def page(number: int, lines: list[tuple[float, str]]) -> list[Placed]:
    body = [(left, 740 - 14 * at, 11, words) for at, (left, words) in enumerate(lines)]
    return [(72, 800, 9, "HARBOUR TALKS 4"), *body, (290, 30, 9, f"Page {number}")]


FIRST: list[tuple[float, str]] = [
    (72, "1. Each Party shall [ensure][promote] that its harbours are open to the"),
    (72, "vessels of all other Parties, as said in paragraph"),
    (72, "2 above, and:"),
    (90, "\\(a\\) by day [Northland: and by night];"),
    (90, "\\(b\\) at all times for vessels in distress, whatever their flag may be, and"),
]
SECOND: list[tuple[float, str]] = [
    (90, "their crews."),
    (72, "2. Option 1: Pilots are paid by the flag State."),
    (72, "Option 2: No text"),
]


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.pdf"
    path.write_bytes(pdf([page(1, FIRST), page(2, SECOND)]))
    return path


def test_points_over_lines_and_pages(draft: Path) -> None:
    """Wrapped lines are one paragraph, also over a page; labels begin points; a number at the
    beginning of a wrapped line begins none."""
    read = read_draft_file(draft).draft
    assert [point.path for point in read.walk()] == [
        "1", "1/a", "1/b", "2", "2/Option 1", "2/Option 2",
    ]  # fmt: skip
    found = read.point("1/b")
    assert found is not None
    assert " ".join(found.text.split()).endswith("may be, and their crews.")
    assert read.brackets[2].attributions[0].names == ("Northland",)
    assert [option.is_no_text for option in read.options] == [False, True]


def test_running_heads_are_left_out_and_told(draft: Path) -> None:
    """They are no part of the text, and nothing is lost silently."""
    read = read_draft_file(draft).draft
    assert "HARBOUR TALKS" not in read.text
    assert "Page 1" not in read.text
    assert "4 lines" in read.problems[0].message
    assert "HARBOUR TALKS 4" in read.problems[0].message


def test_lines_that_are_alike_are_no_running_heads(tmp_path: Path) -> None:
    """The first line of every page of a list is text, if no gap parts it from the rest."""
    path = tmp_path / "list.pdf"
    numbers = [list(range(first, first + 40)) for first in (1, 41, 81)]
    pages: list[list[Placed]] = [
        [
            (72, 780 - 14 * at, 11, f"{number}. Each Party opens its ports.")
            for at, number in enumerate(page)
        ]
        for page in numbers
    ]
    path.write_bytes(pdf(pages))
    assert len(read_draft_file(path).draft.points) == 120


def test_a_scan_is_an_error_in_a_sentence(tmp_path: Path) -> None:
    """Without a text layer there is nothing to read, and a way out is named."""
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdf([[]]))
    with pytest.raises(UnreadableFile, match="no text layer"):
        read_draft_file(path)
