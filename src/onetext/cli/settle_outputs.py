"""What `onetext settle` writes to files: charts, and the next draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from onetext.errors import OnetextError
from onetext.record.addresses import RecordAt
from onetext.record.files import make_folder, whole_file
from onetext.settlement.problem import Choice, Problem
from onetext.settlement.problem_writer import write_problem
from onetext.settlement.result import Settlement

if TYPE_CHECKING:
    from onetext.settlement.next_draft import NextDraft

DRAFT_SUFFIXES = (".md", ".docx")
PROBLEM_SUFFIXES = (".yaml", ".yml")


class UnwritableDraft(OnetextError):
    """The next draft, or a problem, was asked for in a format that there is not."""


def write_charts(settlement: Settlement, folder: Path) -> Iterator[str]:
    """Write front.svg and gains.svg; gives what was written, and what could not be drawn."""
    from onetext.briefing.charts import NothingToDraw, to_svg  # loads matplotlib
    from onetext.briefing.front_chart import front_chart
    from onetext.briefing.gains_chart import gains_chart

    make_folder(folder)
    for name, draw in (("front.svg", front_chart), ("gains.svg", gains_chart)):
        path = folder / name
        try:
            chart = to_svg(draw(settlement))
        except NothingToDraw as nothing:
            yield f"No {name}: {nothing}"
            continue
        with whole_file(path) as file:
            file.write(chart.encode("utf-8"))
        yield f"Wrote {path}."


def write_problem_file(problem: Problem, path: Path) -> str:
    """Write the problem as YAML; gives what was written, and what to do with it."""
    if path.suffix.lower() not in PROBLEM_SUFFIXES:
        raise UnwritableDraft(
            f"Cannot write the problem to {path}: its suffix is none of a problem file. "
            f"Use one of {', '.join(PROBLEM_SUFFIXES)}."
        )
    content = write_problem(problem)
    with whole_file(path) as file:
        file.write(content.encode("utf-8"))
    return f"Wrote {path}. Set numbers in it, then: onetext settle {path}"


def check_draft(path: Path) -> None:
    """Refuse a draft of no known format before anything is computed.

    Raises:
        UnwritableDraft: the suffix names no format.
    """
    if path.suffix.lower() not in DRAFT_SUFFIXES:
        raise UnwritableDraft(
            f"Cannot write the next draft to {path}: its suffix names no format. "
            f"Use one of {', '.join(DRAFT_SUFFIXES)}."
        )


def write_draft(
    record: RecordAt,
    problem: Problem,
    choice: Choice,
    path: Path,
    *,
    as_of: date,
    known_on: datetime | None,
    viewer: str | None,
    title: str | None,
) -> Iterator[str]:
    """Write the next draft; in Markdown, its changes on a page beside it."""
    from onetext.settlement.next_draft import assemble  # loads the positions
    from onetext.wiring import open_record

    with open_record(record, viewer=viewer) as opened:
        draft = assemble(opened.store, problem, choice, as_of=as_of, known_on=known_on)
    if title:
        draft = replace(draft, title=title)
    for place, content in _rendered(draft, path):
        with whole_file(place) as file:
            file.write(content)
        yield f"Wrote {place}."


def _rendered(draft: NextDraft, path: Path) -> Iterator[tuple[Path, bytes]]:
    if path.suffix.lower() == ".docx":
        from onetext.briefing.draft_docx import render_draft_docx  # loads python-docx

        yield path, render_draft_docx(draft)
        return
    from onetext.briefing.draft_markdown import render_changes_markdown, render_draft_markdown

    yield path, render_draft_markdown(draft).encode("utf-8")
    changes = path.with_name(f"{path.stem}-changes{path.suffix}")
    yield changes, render_changes_markdown(draft).encode("utf-8")
