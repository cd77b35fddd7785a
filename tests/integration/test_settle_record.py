"""`onetext settle` on a record, as somebody types it: every option, and several together."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from docx import Document

from onetext.cli.group import onetext
from onetext.record.store import Store
from onetext.record.stores.sqlite import create_store
from onetext.testing import sample_record

EARLY = ("--as-of", "2030-03-05")
LATE = ("--as-of", "2030-03-12")


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("record") / "talks.onetext"
    create_store(path, fill)
    return path


def fill(store: Store) -> None:
    sample_record(store)


def settle(*words: object, columns: int = 80) -> Result:
    env = {"COLUMNS": str(columns)}
    return CliRunner().invoke(onetext, ["settle", *(str(word) for word in words)], env=env)


def page(*words: object, columns: int = 80) -> str:
    done = settle(*words, columns=columns)
    assert done.exit_code == 0, done.stderr
    return done.stdout


def answer(*words: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page(*words, "--json"))
    return found


def test_a_demand_prints_with_its_words_and_its_doubt(talks: Path) -> None:
    """The only wording of the border by then is refused; the verdict leads with that."""
    shown = page(talks, *EARLY, columns=120)
    lines = shown.splitlines()
    assert lines[0] == (
        "No package is acceptable as things stand: every wording of border is refused."
    )
    assert lines[1] == "That holds for the one package there is, whatever is unknown."
    assert "Southland would never accept a border along the river Lune (Mira Sol" in shown
    assert "[1] No draft is named" in shown
    assert "or a new wording is found that nobody refuses: border" in shown


def test_what_is_known_comes_before_what_is_guessed(talks: Path) -> None:
    """Not ruled out and sure, then how many values are unknown, then the middles as a guess."""
    lines = page(talks, *LATE).splitlines()
    assert "not ruled out" in lines[0] or "Nothing known rules out" in lines[0]
    assert "sure" in " ".join(lines[:2])
    assert any(line.startswith("Of ") and "unknown" in line for line in lines[:4])
    assert "a guess" in " ".join(lines[:6])


@pytest.mark.parametrize("columns", [80, 120])
def test_no_line_is_wider_than_the_terminal(talks: Path, columns: int) -> None:
    """Names and wordings wrap."""
    for words in (EARLY, LATE, (*LATE, "--full", "--front", "9")):
        assert max(map(len, page(talks, *words, columns=columns).splitlines())) <= columns


def test_whole_wordings_on_request(talks: Path) -> None:
    """Options are named by draft and point; --full prints their words."""
    words = "The border follows the river Lune"
    assert "First draft, point" in page(talks, *LATE)
    assert words not in page(talks, *LATE)
    assert words in page(talks, *LATE, "--full")


def test_fewer_words_are_demands_on_request(talks: Path) -> None:
    """The refusal is categorical; the demand came on the day of the draft."""
    parties = {
        read: {
            demand["party"]
            for conflict in answer(talks, *EARLY, "--demands", read)["conflicts"]["sets"]
            for demand in conflict
        }
        for read in ("none", "categorical", "rejections", "all")
    }
    assert parties["none"] == set()
    assert parties["categorical"] == parties["rejections"] == parties["all"] == {"Southland"}


def test_a_demand_that_a_person_reads_otherwise_is_dropped(talks: Path, tmp_path: Path) -> None:
    """By the names that the page shows; a name that is not there is a sentence."""
    overrides = tmp_path / "mine.yaml"
    text = (
        "schema: onetext/overrides/1\nparties:\n  Southland:\n    reservation: 1\n"
        '    red_lines: {drop: [[border, "First draft, point 1"]]}\n'
    )
    overrides.write_text(text, encoding="utf-8")
    asked = (*EARLY, "--demands", "categorical", "--overrides", overrides)
    assert answer(talks, *asked)["feasible"] is True
    overrides.write_text(text.replace("First draft, point 1", "First draft, point 9"), "utf-8")
    done = settle(talks, *asked)
    assert done.exit_code == 1
    assert 'Did you mean "First draft, point 1"?' in done.stderr


def test_what_is_written_settles_to_the_same(talks: Path, tmp_path: Path) -> None:
    """--write-problem writes the record's problem; notes and seconds apart, the answer is one."""
    path = tmp_path / "problem.yaml"
    done = settle(talks, *EARLY, "--write-problem", path)
    assert done.exit_code == 0
    assert done.stdout == ""
    assert "onetext settle" in done.stderr
    first, second = answer(talks, *EARLY), answer(path)
    for key in ("notes", "seconds"):
        first.pop(key), second.pop(key)
    assert first == second


def test_what_ifs_charts_and_drafts_together(talks: Path, tmp_path: Path) -> None:
    """The page, two charts and the draft of a named package, in one call."""
    draft, charts = tmp_path / "next.docx", tmp_path / "charts"
    done = settle(
        talks, *LATE, "--fix", "border=First draft", "--package", "ports=Second",
        "--charts", charts, "--draft", draft, "--title", "Third draft", "--seed", "7",
    )  # fmt: skip
    assert done.exit_code == 0, done.stderr
    assert "What if: border: First draft, point 1 is decided." in done.stdout
    assert "The package that you name" in done.stdout
    assert sorted(one.name for one in charts.iterdir()) == ["front.svg", "gains.svg"]
    assert Document(str(draft)).paragraphs[0].text == "Third draft"


def test_the_draft_of_a_rule_in_markdown_with_its_changes(talks: Path, tmp_path: Path) -> None:
    """--choose says by which rule; the changes stand on a page beside the text."""
    draft = tmp_path / "next.md"
    done = settle(talks, *LATE, "--draft", draft, "--choose", "utilitarian")
    assert done.exit_code == 0, done.stderr
    assert draft.read_text(encoding="utf-8").startswith("---\ntitle:")
    assert "# Changes against" in (tmp_path / "next-changes.md").read_text(encoding="utf-8")


def test_what_must_move_for_a_draft_as_it_stands(talks: Path) -> None:
    """A draft's name stands for its wordings; pairs say what is otherwise; words stand by."""
    shown = page(talks, *EARLY, "--package", "first draft", columns=120)
    assert "- Southland accepts border: First draft, point 1" in shown
    assert "rejects: Southland would never accept a border along the river Lune" in shown
    found = answer(talks, *LATE, "--package", "second, ports=First")["movement"]
    assert found["package"] == {
        "prisoners": "First draft, point 3",
        "border": "Second draft, point 2",
        "ports": "First draft, point 2",
        "observers": "First draft, point 4",
    }
    done = settle(talks, *LATE, "--package", "third draft")
    assert done.exit_code == 1
    assert 'Use "First draft", "Second draft"' in done.stderr


def test_without_a_package_there_is_no_draft(talks: Path, tmp_path: Path) -> None:
    """The sentence says what to try; nothing is written."""
    draft = tmp_path / "next.md"
    done = settle(talks, *EARLY, "--draft", draft)
    assert done.exit_code == 1
    assert "no acceptable package is known" in done.stderr
    assert not draft.exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((*LATE, "--party", "Nortland"), 'Did you mean "Northland"?'),
        ((*LATE, "--issue", "bordr"), 'Did you mean "border"?'),
        (("--draft", "next.pdf"), "Use one of .md, .docx"),
        (("--as-of", "2029-01-01"), "found no draft"),
        (("--overrides", "missing.yaml"), "no such file"),
    ],
)
def test_bad_input_is_a_sentence(talks: Path, words: tuple[str, ...], said: str) -> None:
    """Exit code 1, nothing on standard output."""
    done = settle(talks, *words)
    assert (done.exit_code, done.stdout) == (1, "")
    assert said in done.stderr


def test_one_issue_and_two_parties(talks: Path) -> None:
    """Names in any capitals, and by their beginnings."""
    found = answer(talks, *LATE, "--issue", "Border", "--party", "north", "--party", "south")
    assert list(found["issues"]) == ["border"]
    assert found["parties"] == ["Northland", "Southland"]
