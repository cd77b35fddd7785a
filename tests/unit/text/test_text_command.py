"""`onetext text`: what it prints, what it keeps, and what it says of bad files."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from onetext.cli.group import onetext
from onetext.errors import UnreadableFile
from onetext.reading.draft_files import read_draft_file
from onetext.wiring import create_record, open_record

DRAFT = """---
title: Northland plan
by: envoy Ada Berg
date: 2025-11-20
issues:
  2: Ports
---
1. Northland withdraws from the [old][new] border.
2. The ports open: (a) by day; (b) by night.
3. Roads [close.
"""


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(onetext, ["text", *map(str, args)])


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.md"
    path.write_text(DRAFT, "utf-8")
    return path


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "talks.onetext"
    create_record(path, "talks", author="Ada Berg").close()
    return path


def test_the_outline(draft: Path) -> None:
    """Title, by, date, points, the count of brackets, and problems with their lines."""
    result = run(draft)
    assert result.exit_code == 0
    for told in (
        "Northland plan",
        "by envoy Ada Berg",
        "dated 2025-11-20",
        "1. Northland withdraws from the [old][new] border.",
        "   (a) by day;",
        "3 brackets",
        "line 10: This bracket is opened but never closed.",
    ):
        assert told in result.stdout


def test_json_only(draft: Path) -> None:
    """--json prints onetext/draft/1 and nothing else, wherever the option stands."""
    for args in ((draft, "--json"), ("--json", draft), ("show", "--json", draft)):
        told = json.loads(run(*args).stdout)
        assert told["schema"] == "onetext/draft/1"
        assert [point["path"] for point in told["points"]] == ["1", "2", "3"]
        assert told["brackets"][0]["alternatives"] == ["old", "new"]


def test_help_ends_with_an_example() -> None:
    """Both commands show how they are used."""
    assert "Example:" in run("--help").stdout
    assert "Example:" in run("add", "--help").stdout


def test_wrong_usage() -> None:
    """No file at all is wrong usage."""
    assert run().exit_code == 2


def test_a_file_called_add(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is given as ./add."""
    monkeypatch.chdir(tmp_path)
    Path("add").write_text("1. Ports open.\n", "utf-8")
    assert "1. Ports open." in run("./add").stdout


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("gone.md", None, "there is no such file"),
        ("empty.md", b"", "the file is empty"),
        ("blank.md", b" \n\n", "holds no words"),
        ("binary.md", bytes(range(256)) * 20, "it is binary"),
        ("latin.md", "1. Caf\u00e9.".encode("latin-1"), "--encoding"),
        ("cut.docx", b"PK\x03\x04cut off", "a damaged or cut-off DOCX file"),
        ("plan.md", b"%PDF-1.7\n", "it is a damaged PDF"),
    ],
)
def test_bad_files(tmp_path: Path, name: str, content: bytes | None, told: str) -> None:
    """One sentence on standard error, exit code 1, no traceback."""
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    result = run(path)
    assert result.exit_code == 1
    assert told in result.stderr
    assert result.stdout == ""


def test_a_directory(tmp_path: Path) -> None:
    """A directory is no draft."""
    result = run(tmp_path)
    assert (result.exit_code, "it is a folder" in result.stderr) == (1, True)


def test_encodings(tmp_path: Path) -> None:
    """A named encoding is used, one that nobody knows is told, a byte order mark is enough."""
    path = tmp_path / "latin.md"
    path.write_bytes("1. Caf\u00e9 opens.".encode("latin-1"))
    assert "Café" in run(path, "--encoding", "latin-1").stdout
    assert "none that is known" in run(path, "--encoding", "klingon").stderr
    path.write_bytes("1. Café opens.".encode("utf-16"))
    assert "Café" in run(path).stdout


def test_a_word_file_with_lists_that_count_themselves(tmp_path: Path) -> None:
    """Headings, automatic numbers and bullets are labels; a cut file is told."""
    document = docx.Document()
    document.add_heading("Northland plan", 0)
    document.add_heading("Ports", 1)
    document.add_paragraph("The ports open.", style="List Number")
    document.add_paragraph("The roads open.", style="List Number")
    document.add_paragraph("by day", style="List Bullet")
    held = BytesIO()
    document.save(held)
    path = tmp_path / "plan.docx"
    path.write_bytes(held.getvalue())
    draft = read_draft_file(path).draft
    assert draft.title == "Northland plan"
    assert [(p.label, p.text) for p in draft.walk()] == [
        ("##", "Ports"),
        ("1.", "The ports open."),
        ("2.", "The roads open."),
        ("-", "by day"),
    ]
    path.write_bytes(held.getvalue()[:-400])
    assert run(path).exit_code == 1


def test_adding_links_points_to_issues(draft: Path, record: Path, tmp_path: Path) -> None:
    """Front matter first, then the wording of known points, else a new issue."""
    told = json.loads(run("add", "-r", record, draft, "--json").stdout)
    assert [p["rule"] for p in told["drafts"][0]["points"]] == ["front matter", "new", "new"]
    second = tmp_path / "second.md"
    second.write_text("9. Northland withdraws behind the new border.\n", "utf-8")
    (point,) = json.loads(run("add", "-r", record, second, "--json").stdout)["drafts"][0]["points"]
    assert point["rule"] == "wording"
    with open_record(record) as opened:
        assert len(opened.store.drafts()) == 2
        assert {issue.label for issue in opened.store.issues()} >= {"Ports"}
        assert len(opened.store.issues()) == 3
        assert len(opened.store.point_links()) == 4


def test_adding_twice_changes_nothing(draft: Path, record: Path) -> None:
    """The second time says so and adds no entry."""
    run("add", "-r", record, draft)
    with open_record(record) as opened:
        before = [entry.id for entry in opened.store.entries()]
    result = run("add", "-r", record, draft)
    assert (result.exit_code, "nothing was changed" in result.stdout) == (0, True)
    with open_record(record) as opened:
        assert [entry.id for entry in opened.store.entries()] == before


def test_a_bad_file_in_a_batch(draft: Path, record: Path, tmp_path: Path) -> None:
    """It is told, the others are kept, and the exit code is 1."""
    result = run("add", "-r", record, tmp_path / "gone.md", draft)
    assert result.exit_code == 1
    assert "there is no such file" in result.stderr
    with open_record(record) as opened:
        assert [recorded.draft.title for recorded in opened.store.drafts()] == ["Northland plan"]


def test_what_is_said_beside_the_file(draft: Path, record: Path, tmp_path: Path) -> None:
    """--title, --by, --date and --issue-map stand above the file; with two files they do not go."""
    issues = tmp_path / "issues.yaml"
    issues.write_text("1: Border\n", "utf-8")
    args = ("--title", "T", "--by", "B", "--date", "2025-12-01", "--issue-map", issues)
    assert run("add", "-r", record, draft, *args, "--visibility", "public").exit_code == 0
    with open_record(record) as opened:
        (kept,) = opened.store.drafts()
        assert (kept.draft.title, kept.draft.by, str(kept.draft.dated)) == ("T", "B", "2025-12-01")
        assert kept.visibility == "public"
        assert "Border" in {issue.label for issue in opened.store.issues()}
    assert run("add", "-r", record, draft, draft, "--title", "T").exit_code == 2


def test_an_empty_file_is_told_of_as_a_file(tmp_path: Path) -> None:
    """The sentence speaks of no report where a draft was asked for."""
    (tmp_path / "draft.md").write_text("")
    with pytest.raises(UnreadableFile, match="the file is empty") as told:
        read_draft_file(tmp_path / "draft.md")
    assert "report" not in str(told.value)
