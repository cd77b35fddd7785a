"""A page in two columns is read column by column, in whichever order its file draws the words."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from matplotlib import rc_context
from matplotlib.figure import Figure

from onetext.reading.draft_files import read_draft_file

TITLE = "A treaty of Northland and Southland on the river and the ports of the coast"
LEFT = (
    "1. The border between Northland", "and Southland follows the river", "Lune down to the sea.",
    "2. The ports of Southland are", "open to the ships of Northland.",
)  # fmt: skip
RIGHT = (
    "3. All prisoners of war are", "exchanged within thirty days of", "the signature.",
    "4. A commission keeps the", "lighthouses of the coast.",
)  # fmt: skip


def page(pieces: list[tuple[float, float, str]]) -> bytes:
    figure = Figure(figsize=(8.27, 11.69))
    for x, y, words in pieces:
        figure.text(x, y, words, size=11)
    file = BytesIO()
    with rc_context({"pdf.fonttype": 42}):
        figure.savefig(file, format="pdf")
    return file.getvalue()


@pytest.mark.parametrize("across", [True, False])
def test_columns(tmp_path: Path, across: bool) -> None:
    """Drawn line by line across both columns, or one column after the other: read the same."""
    body = [
        (x, 0.88 - 0.02 * row, words)
        for row, pair in enumerate(zip(LEFT, RIGHT, strict=True))
        for x, words in zip((0.1, 0.52), pair, strict=True)
    ]
    body = body if across else sorted(body, key=lambda piece: piece[0])
    (tmp_path / "draft.pdf").write_bytes(page([(0.1, 0.95, TITLE), *body]))
    draft = read_draft_file(tmp_path / "draft.pdf").draft
    assert [(point.path, point.text) for point in draft.walk()] == [
        ("1", "The border between Northland and Southland follows the river Lune down to the sea."),
        ("2", "The ports of Southland are open to the ships of Northland."),
        ("3", "All prisoners of war are exchanged within thirty days of the signature."),
        ("4", "A commission keeps the lighthouses of the coast."),
    ]


def test_labels_beside_their_text_are_no_column(tmp_path: Path) -> None:
    """Numbers far left of their words stay with them."""
    body = [
        (x, 0.88 - 0.02 * row, words)
        for row in range(6)
        for x, words in (
            (0.1, f"{row + 1}."),
            (0.2, f"Port number {row + 1} is open to all ships."),
        )
    ]
    (tmp_path / "draft.pdf").write_bytes(page(body))
    draft = read_draft_file(tmp_path / "draft.pdf").draft
    assert [point.path for point in draft.walk()] == ["1", "2", "3", "4", "5", "6"]
    assert draft.points[2].text == "Port number 3 is open to all ships."
