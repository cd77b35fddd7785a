"""Made-up drafts in the styles of several processes, and the reading of each, checked by eye.

Each draft in drafts/ stands beside its reading: a line for every point (label, path, mark,
status, who is named), bracket (depth, kind, alternatives, who is named), option and note.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onetext.text.drafts import Attribution, Draft
from onetext.text.parse import parse_draft
from onetext.text.render import line_number

DRAFTS = Path(__file__).parent / "drafts"
NAMES = sorted(path.name for path in DRAFTS.iterdir() if path.suffix in (".md", ".txt"))


def reading(draft: Draft) -> Iterator[str]:
    text = draft.text
    yield f"title {draft.title!r}"
    if draft.preamble:
        yield f"preamble {_short(draft.preamble.of(text))}"
    for point in draft.walk():
        status = f"<{point.status.value}>" if point.status else ""
        said = [
            point.label,
            f"at {point.path}",
            point.mark or "",
            status,
            *_said(point.attributions),
        ]
        yield " ".join(["point", *filter(None, said)])
    for bracket in draft.brackets:
        choice = f"({' | '.join(bracket.alternatives)})" if bracket.alternatives else ""
        said = [str(bracket.depth), bracket.kind.value, choice, *_said(bracket.attributions)]
        yield " ".join(["bracket", *filter(None, said), _short(bracket.span.of(text))])
    for option in draft.options:
        yield f"option {option.label}{' no text' if option.is_no_text else ''}"
    for note in draft.notes:
        yield f"note {_short(note.of(text))}"
    for problem in draft.problems:
        yield f"line {line_number(text, problem.place.start)}: {problem.message}"


def _said(attributions: tuple[Attribution, ...]) -> list[str]:
    return [f"{said.stance.value}: {', '.join(said.names)};" for said in attributions]


def _short(words: str) -> str:
    said = " ".join(words.split())
    return said if len(said) <= 60 else f"{said[:29]} … {said[-28:]}"


@pytest.mark.parametrize("name", NAMES)
def test_the_reading_of(name: str) -> None:
    """Every label, bracket, option and note as a careful reader has them."""
    draft = parse_draft((DRAFTS / name).read_text("utf-8"))
    expected = (DRAFTS / f"{name}.reading").read_text("utf-8")
    assert "\n".join(reading(draft)) + "\n" == expected


def test_every_draft_has_its_reading() -> None:
    """None is left out."""
    assert NAMES
    assert {f"{name}.reading" for name in NAMES} <= {path.name for path in DRAFTS.iterdir()}
