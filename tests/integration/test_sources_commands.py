"""The commands that weigh sources: grades, copies, contradictions, orphans, as of two times."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from onetext.cli.group import onetext
from onetext.record.record import Record
from onetext.record.statements import Act, Topic
from onetext.record.stores.sqlite import create_store, open_store
from onetext.record.verify import verify
from onetext.record.views import Verdict
from onetext.testing import Clock, make_document, make_reading, make_statement, sample_record


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """The sample record in a file."""
    path = tmp_path / "talks.onetext"
    create_store(path, lambda store: _filled(store))
    return path


def _filled(store: Any) -> None:
    sample_record(store)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(
        onetext, [str(one) for one in arguments], env={"COLUMNS": "100", "ONETEXT_AUTHOR": "eve"}
    )


def told(*arguments: object) -> dict[str, Any]:
    """What a command prints with --json."""
    done = run(*arguments, "--json")
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_grade_is_shown_in_the_list_the_cell_and_the_json(talks: Path) -> None:
    """With who gave it and why; as known before, it is not there."""
    graded = told("grade", "c3", "--publisher", "southland radio", "--reason", "new", "-r", talks)
    assert len(graded["entries"]) == 1
    listed = told("sources", "-r", talks, "--as-of", "2030-03-12")["sources"]
    assert [one["grade"] for one in listed] == [None, None, "C3"]
    assert [(one["by"], one["reason"]) for one in listed[2]["grades"]] == [("eve", "new")]
    early = told("sources", "-r", talks, "--as-of", "2030-03-12", "--known-on", "2030-03-08")
    assert [one["grade"] for one in early["sources"]] == [None, None]
    cell = run("state", "-r", talks, "--as-of", "2030-03-12", "--cell", "Southland", "border")
    assert "graded" not in cell.output
    statement = told("state", "-r", talks, "--as-of", "2030-03-12")["cells"][0]["evidence"]
    assert (
        run("grade", statement[0]["id"], "A1", "--reason", "heard it", "-r", talks).exit_code == 0
    )
    again = told("state", "-r", talks, "--as-of", "2030-03-12")["cells"][0]["evidence"][0]
    assert (again["grade"], again["orphan"]) == ("A1", False)
    assert run("review", "-r", talks, "--undo", graded["entries"][0]).exit_code == 0
    assert told("sources", "-r", talks, "--as-of", "2030-03-12")["sources"][2]["grade"] is None


@pytest.mark.parametrize(
    ("arguments", "exit_code", "words"),
    [
        (("grade", "B7", "--publisher", "x", "--reason", "y"), 1, "a letter from A to F"),
        (("grade", "B2", "--publisher", "x", "--reason", "y"), 1, "the record has none"),
        (("grade", "B2", "--reason", "y"), 2, "Name what to grade"),
        (("sources", "--are-copies", "1234567", "x"), 1, "at least 8 characters"),
    ],
)
def test_what_cannot_be_done_is_named(
    talks: Path, arguments: tuple[str, ...], exit_code: int, words: str
) -> None:
    """In one sentence, without a traceback."""
    done = run(*arguments, "-r", talks)
    assert done.exit_code == exit_code
    assert words in " ".join(done.output.split())


def test_contradictions_are_listed_as_of_two_times(talks: Path) -> None:
    """Southland refuses the border on the second and takes it on the sixth."""
    asked = ("contradictions", "-r", talks, "--as-of", "2030-03-12", "--within", "5")
    [one] = told(*asked)["contradictions"]
    assert (one["party"], one["about"]) == ("Southland", "border")
    assert [side["says"] for side in one["sides"]] == ["rejects", "accepts"]
    assert told(*asked, "--known-on", "2030-03-07")["contradictions"] == []
    assert told("contradictions", "-r", talks, "--as-of", "2030-03-12")["contradictions"] == []
    assert "No contradiction" in run("contradictions", "-r", talks, "--party", "Northland",
                                     "--as-of", "2030-03-12").output  # fmt: skip


def test_an_orphan_is_marked_and_counts_until_somebody_rejects_it(talks: Path) -> None:
    """Its words are not where it says; verify names it, the cell shows it, nothing moves it."""
    store = open_store(talks)
    record = Record(store, author="eve", clock=Clock(datetime(2030, 3, 13, tzinfo=UTC)))
    document = make_document(
        "Mira Sol said that Southland opens all ports of Southland.", published=date(2030, 3, 13)
    )
    said = make_statement(
        document, "Southland opens all ports of Southland", speaker="Mira Sol", party="Southland",
        act=Act.ACCEPT, topic=Topic.OTHER,
    )  # fmt: skip
    moved = replace(said.content[0], start=said.content[0].start + 1, end=said.content[0].end + 1)
    orphan = replace(said, content=(moved,))
    record.receive(make_reading(document, orphan), origin="a.txt", reader="broken")
    pending = store.statements(verdicts=[Verdict.PENDING])
    statement_id = next(one.id for one in pending if one.source.origin == "a.txt")
    record.accept([statement_id])
    assert [flaw.kind for flaw in verify(store).flaws] == ["orphan"]
    cell = ("state", "-r", talks, "--as-of", "2030-03-13", "--cell", "Southland", "ports")
    assert "orphan: its source does not hold these words" in run(*cell).output
    [position] = told(*cell)["cells"]
    assert position["stance"] == "accepts"
    assert [one["orphan"] for one in position["evidence"]] == [True, False]
    record.reject([statement_id], reason="its words are not there")
    assert [one["orphan"] for one in told(*cell)["cells"][0]["evidence"]] == [False]
    store.close()


def test_exports_and_queues_are_had_as_known_on_a_day(talks: Path, tmp_path: Path) -> None:
    """An export of then holds the entries of then, and is a record that can be imported."""
    done = run("export", "-r", talks, "-o", tmp_path / "then.jsonl", "--known-on", "2030-03-05")
    assert done.exit_code == 0
    again = tmp_path / "again.onetext"
    assert run("import", tmp_path / "then.jsonl", "-r", again).exit_code == 0
    asked = ("--as-of", "2030-03-12", "--json")
    now_known = json.loads(run("state", "-r", talks, *asked, "--known-on", "2030-03-05").stdout)
    then = json.loads(run("state", "-r", again, *asked).stdout)
    assert {**then, "known_on": ""} == {**now_known, "known_on": ""}
    assert run("review", "-r", talks, "--known-on", "2030-03-05", "--accept-all").exit_code == 2
    assert run("compare", "First draft", "Second draft", "-r", talks, "--known-on", "2030-03-05"
               ).exit_code == 1  # fmt: skip


def test_grades_and_copies_go_out_in_the_brief_and_the_tables(talks: Path, tmp_path: Path) -> None:
    """The brief's list of sources says how each is graded; the tables hold every grade."""
    asked = ("--publisher", "The Northland Courier", "--reason", "right twice", "-r", talks)
    assert run("grade", "B2", *asked).exit_code == 0
    for name in ("brief.md", "brief.html", "brief.docx"):
        written = run("brief", "-r", talks, "-o", tmp_path / name, "--as-of", "2030-03-12")
        assert written.exit_code == 0
    assert "2030-03-03, graded B2." in (tmp_path / "brief.md").read_text(encoding="utf-8")
    assert ", graded B2" in (tmp_path / "brief.html").read_text(encoding="utf-8")
    assert run("export", "-r", talks, "-o", tmp_path / "grades.csv").exit_code == 0
    header, *rows = (tmp_path / "grades.csv").read_text(encoding="utf-8").splitlines()
    assert header == "id,of,reliability,credibility,author,reason,recorded_at"
    assert [row.split(",")[2:6] for row in rows] == [["B", "2", "eve", "right twice"]] * 2
    assert run("export", "-r", talks, "-o", tmp_path / "copies.csv").exit_code == 0
    header, *rows = (tmp_path / "copies.csv").read_text(encoding="utf-8").splitlines()
    assert header.startswith("source_id,other_id,containment")
    assert rows == []
