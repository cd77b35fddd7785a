"""A page whose columns could not be told apart is named, and one that is in order is not."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from matplotlib import rc_context
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

from onetext.cli.read import command as read
from onetext.reading.draft_files import read_draft_file

Piece = tuple[float, float, str]
DOUBT = "to be set in columns or as a table, in an order that could not be told"


def pdf(*pages: list[Piece]) -> bytes:
    file = BytesIO()
    with rc_context({"pdf.fonttype": 42}), PdfPages(file) as written:
        for pieces in pages:
            figure = Figure(figsize=(8.27, 11.69))
            for x, y, words in pieces:
                figure.text(x, y, words, size=9)
            written.savefig(figure)
    return file.getvalue()


def rows(*xs: float, lines: list[tuple[str, ...]], top: float = 0.9) -> list[Piece]:
    """Drawn line by line, across all columns."""
    return [
        (x, top - 0.02 * row, words)
        for row, line in enumerate(lines)
        for x, words in zip(xs, line, strict=True)
    ]


def by_column(pieces: list[Piece]) -> list[Piece]:
    return sorted(pieces, key=lambda piece: piece[0])


ONE = rows(0.1, lines=[
    (f"{n}. Port number {n} of Northland is open to all ships.",) for n in range(1, 9)
])  # fmt: skip
TWO = rows(0.1, 0.55, lines=[
    ("1. The border between Northland", "3. All prisoners of war are"),
    ("and Southland follows the river", "exchanged within thirty days of"),
    ("Lune down to the sea.", "the signature."),
    ("2. The ports of Southland are", "4. A commission keeps the"),
    ("open to the ships of Northland.", "lighthouses of the coast."),
])  # fmt: skip
THREE = rows(0.08, 0.38, 0.68, lines=[
    ("Northland wants the", "Southland wants the", "The chair proposes"),
    ("border along the river", "border along the ridge", "a border along the road"),
    ("Lune down to the sea,", "above the town of Holm,", "between the two towns,"),
    ("as it was of old,", "as the maps show it,", "with a common bridge"),
    ("and a port at Holm.", "and no port at all.", "and a port for both."),
])  # fmt: skip
GLOSSARY = rows(0.1, 0.25, lines=[
    ("Ship", "any vessel that passes the straits of Lune by day or night"),
    ("Port", "any place on the coast where such vessels take on cargo"),
    ("Toll", "a sum that is paid to Southland for the passage of a ship"),
    ("Chair", "a person whom Northland and Southland choose together"),
])  # fmt: skip
CELLS = [
    (x, 0.9 - 0.09 * row - 0.02 * line, words)
    for row in range(4)
    for x, side in ((0.1, "Northland"), (0.55, "Southland"))
    for line, words in enumerate((f"{side} says of", f"matter {row + 1} what", "it said."))
]  # fmt: skip
SECTIONS = [
    *by_column(TWO),
    (0.1, 0.77, "What follows in both columns is about the common commission of the two parties"),
    *by_column([(x, y - 0.16, words) for x, y, words in TWO]),
    (0.1, 0.61, "And what follows here is about the lighthouses and the pilots of the two parties"),
    *by_column([(x, y - 0.32, words) for x, y, words in TWO]),
    (0.1, 0.45, "And at the very end the fees that ships pay to the ports of the two parties"),
    *by_column([(x, y - 0.48, words) for x, y, words in TWO]),
]
LABELS = rows(0.1, 0.25, lines=[
    (f"{label}", f"Port number {n} is open to all ships.")
    for n, label in enumerate(("Article 1", "Art. 2", "3.", "(iv)", "IV.", "Article 12 bis)"), 1)
])  # fmt: skip
CONTENTS = rows(0.1, 0.8, lines=[(f"Chapter on matter {n}", f"{n}") for n in range(1, 7)])
SIGNED = [*ONE, *rows(0.1, 0.6, top=0.3, lines=[
    ("For Northland:", "For Southland:"), ("Ada Berg", "Ole Lind"),
])]  # fmt: skip


def problems(tmp_path: Path, content: bytes) -> list[str]:
    (tmp_path / "draft.pdf").write_bytes(content)
    draft = read_draft_file(tmp_path / "draft.pdf").draft
    return [problem.message for problem in draft.problems if DOUBT in problem.message]


@pytest.mark.parametrize("page", [THREE, GLOSSARY, CELLS], ids=["three columns", "table", "cells"])
def test_a_page_in_doubt_is_named(tmp_path: Path, page: list[Piece]) -> None:
    """Three columns, a table of words, and cells drawn one after the other."""
    assert problems(tmp_path, pdf(ONE, page)) == [
        f"Page 2 seems {DOUBT}: compare what was read with the page."
    ]
    assert problems(tmp_path, pdf(page, ONE, page)) == [
        f"Pages 1 and 3 seem {DOUBT}: compare what was read with the page."
    ]


@pytest.mark.parametrize(
    "page",
    [ONE, TWO, by_column(TWO), by_column(THREE), SECTIONS, LABELS, CONTENTS, SIGNED],
    ids=["one", "two", "two by column", "three by column", "sections", "labels", "contents",
         "signed"],
)  # fmt: skip
def test_a_page_in_order_is_not_named(tmp_path: Path, page: list[Piece]) -> None:
    """One column, two that are told apart, columns drawn whole, labels and page numbers."""
    assert problems(tmp_path, pdf(page)) == []


def test_reading_a_report_tells_it(tmp_path: Path) -> None:
    """On the standard error, beside what was read."""
    (tmp_path / "report.pdf").write_bytes(pdf(ONE, THREE))
    told = CliRunner().invoke(read, [str(tmp_path / "report.pdf"), "--reader", "rules", "--json"])
    assert told.exit_code == 0
    assert f"report.pdf: Page 2 seems {DOUBT}" in told.stderr
    assert DOUBT not in told.stdout
