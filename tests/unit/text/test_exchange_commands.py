"""`onetext text write`, `onetext text columns` and `onetext compare -o`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onetext.cli.group import onetext
from onetext.reading.draft_files import read_draft_file
from onetext.reading.word.text import docx_text

FIRST = "# Plan\n\n1. Ports [shall] [should] be open.\n2. The border follows the Lune.\n"
SECOND = "# Plan\n\n1. Ports shall be open to all.\n2. The border follows the Lune.\n"


@pytest.fixture
def drafts(tmp_path: Path) -> tuple[Path, Path]:
    paths = (tmp_path / "first.md", tmp_path / "second.md")
    for path, text in zip(paths, (FIRST, SECOND), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(onetext, [*map(str, args)])


@pytest.mark.parametrize("suffix", [".docx", ".xml", ".md"])
def test_what_is_written_is_read_again(drafts: tuple[Path, Path], suffix: str) -> None:
    """Points, words and brackets of a draft survive each format that onetext reads."""
    out = drafts[0].with_suffix(suffix) if suffix != ".md" else drafts[0].with_name("again.md")
    assert run("text", "write", drafts[0], "-o", out).exit_code == 0
    found, first = read_draft_file(out).draft, read_draft_file(drafts[0]).draft
    assert [(p.path, p.text) for p in found.walk()] == [(p.path, p.text) for p in first.walk()]
    assert [b.kind for b in found.brackets] == [b.kind for b in first.brackets]


@pytest.mark.parametrize("suffix", [".docx", ".xml", ".html", ".md", ".txt"])
def test_the_clean_edition(drafts: tuple[Path, Path], suffix: str) -> None:
    """A choice takes the brackets away in every format."""
    out = drafts[0].with_name(f"clean{suffix}")
    done = run("text", "write", drafts[0], "-o", out, "--choose", "1=2", "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["path"] == str(out)
    if suffix == ".docx":
        assert "1. Ports should be open." in docx_text(out, out.read_bytes()).text
    else:
        assert "Ports should be open." in out.read_text(encoding="utf-8")


def test_columns_with_names(drafts: tuple[Path, Path]) -> None:
    """Names before the sign head the columns."""
    out = drafts[0].with_name("four.html")
    done = run("text", "columns", drafts[0], f"Lune & Co={drafts[1]}", "-o", out)
    assert done.exit_code == 0
    page = out.read_text(encoding="utf-8")
    assert '<th scope="col">Lune &amp; Co</th>' in page
    assert "<ins> to all</ins>" in page


def test_compare_writes_akoma_ntoso(drafts: tuple[Path, Path]) -> None:
    """With ins and del: accepted it is the draft after, rejected the one before."""
    out = drafts[0].with_name("changes.xml")
    assert run("compare", *drafts, "-o", out).exit_code == 0
    assert "Ports shall be open to all." in run("text", out).stdout
    assert "Ports [shall] [should] be open." in run("text", out, "--changes", "rejected").stdout
    assert "[delete:" in run("text", out, "--changes", "marked").stdout


def test_compare_writes_tracked_changes(drafts: tuple[Path, Path]) -> None:
    """Under the name that was given."""
    out = drafts[0].with_name("changes.docx")
    assert run("compare", *drafts, "-o", out, "--author", "Ada Berg").exit_code == 0
    assert {c.author for c in docx_text(out, out.read_bytes()).tracked_changes} == {"Ada Berg"}


@pytest.mark.parametrize(
    ("args", "code", "sentence"),
    [
        (["text", "write", "{0}", "-o", "x.pdf"], 1, "Use one of .docx"),
        (["text", "columns", "{0}", "A={1}", "-o", "x.md"], 1, "Use one of .html"),
        (["compare", "{0}", "{1}", "-o", "x.md"], 1, "its suffix names no format"),
        (["text", "write", "{0}", "-o", "x.md", "--choose", "7=1"], 1, "open places 1 to 1"),
        (["text", "write", "{0}", "-o", "x.md", "--choose", "1=1", "--edition", "bracketed"], 2,
         "clean edition"),
        (["text", "columns", "{0}", "-o", "x.html"], 2, "Missing argument"),
        (["text", "write", "gone.md", "-o", "x.md"], 1, "no such file"),
    ],
)  # fmt: skip
def test_what_cannot_be_done(
    drafts: tuple[Path, Path], args: list[str], code: int, sentence: str
) -> None:
    """One sentence, and nothing is written."""
    done = run(*(arg.format(*drafts) for arg in args))
    assert done.exit_code == code
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_broken_xml_is_told_with_its_line(tmp_path: Path) -> None:
    """And so is XML that is no Akoma Ntoso."""
    path = tmp_path / "draft.xml"
    path.write_text("<akomaNtoso>\n<bill>\n</akomaNtoso>", encoding="utf-8")
    assert "broken in line 3" in run("text", path).stderr
    path.write_text("<feed/>", encoding="utf-8")
    assert "not <akomaNtoso>" in run("text", path).stderr
