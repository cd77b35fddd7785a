"""`onetext search`, as somebody at the desk uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from onetext.cli.group import onetext
from onetext.record.search import Asked, excerpt
from onetext.record.stores.sqlite import create_store
from onetext.testing import sample_record


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "talks.onetext"
    create_store(path, lambda store: sample_record(store).store.rebuild())
    return path


def run(*given: str) -> str:
    done = CliRunner().invoke(onetext, list(given))
    assert done.exit_code == 0, done.output
    return done.output


def test_what_is_found_is_told_with_its_day_and_the_words_marked(sample: Path) -> None:
    """The latest that came in first; sources, statements and drafts."""
    told = run("search", "-r", str(sample), "fee")
    assert "»fee«" in told
    assert told.index("2030-03-11  statement  Tomas Hale") < told.index("draft  Second draft")


def test_statements_on_an_issue_or_of_a_party_are_found_alone(sample: Path) -> None:
    """No sources and no drafts then; dates bound what is found."""
    told = json.loads(run("search", "-r", str(sample), "border", "--party", "Southland", "--json"))
    assert {one["kind"] for one in told["found"]} == {"statement"}
    assert [one["dated"] for one in told["found"]] == ["2030-03-06", "2030-03-02"]
    about = run("search", "-r", str(sample), "Southland", "--issue", "ports", "--json")
    assert all("ports" in one["excerpt"] for one in json.loads(about)["found"])
    late = run("search", "-r", str(sample), "border", "--since", "2030-03-12", "--json")
    assert json.loads(late)["found"] == []


def test_more_than_was_asked_for_is_said(sample: Path) -> None:
    told = json.loads(run("search", "-r", str(sample), "border", "-n", "1", "--json"))
    assert len(told["found"]) == 1
    assert told["more"] is True
    assert "list more than 1" in run("search", "-r", str(sample), "border", "-n", "1")


def test_an_excerpt_is_cut_between_words_around_what_was_found() -> None:
    """The marks are places in the excerpt itself, and hold the words."""
    text = "one two three " * 40 + "the ports are open " + "four five six " * 40
    found = excerpt(text, Asked.of('"ports are"'), chars=60)
    assert [mark.of(found.text) for mark in found.marks] == ["ports are"]
    assert found.cut_before
    assert found.cut_after
    assert len(found.text) <= 60
    assert found.text in text
