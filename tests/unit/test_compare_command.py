"""`onetext compare`: reads as a delegate would tell it, with words that need no colour."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from onetext.cli.group import onetext

FIRST = """---
title: First draft
date: 2030-03-02
---

## Article 1

1. The border of Northland [shall][should] follow the river Lune.
2. The ports of Southland are open to the ships of Northland for a fee.

## Article 2

1. All prisoners of war are exchanged at the bridge within thirty days.
"""
SECOND = """---
title: Second draft
date: 2030-03-10
---

## Article 1

1. The border of Northland shall follow the river Lune.

## Article 2

1. All prisoners of war are exchanged at the bridge within sixty days.
2. The commission reports to both parties each spring.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("first.md").write_text(FIRST, encoding="utf-8")
    Path("second.md").write_text(SECOND, encoding="utf-8")
    return tmp_path


def run(*arguments: str, code: int = 0) -> str:
    done = CliRunner().invoke(onetext, ["compare", *arguments])
    assert done.exit_code == code, done.output
    return done.output


def test_summary_then_points_with_their_words() -> None:
    """Sentences first; then the words taken out and put in, marked without colour."""
    told = run("first.md", "second.md")
    assert "Of 2 articles, 2 stand; none is new." in told
    assert "Brackets fell from 2 to 0: 2 settled." in told
    assert 'settled as "shall"' in told
    assert "within [-thirty-]{+sixty+} days" in told
    assert "Article 1/2 was dropped." in told
    assert "Article 2/2 is new." in told
    assert "\x1b" not in told


def test_only_some_changes() -> None:
    """--only and --confidence-below choose points; the summary stays."""
    told = run("first.md", "second.md", "--only", "added")
    assert "Article 2/2 is new." in told
    assert "Article 1/2" not in told
    assert "No point is like that." in run("first.md", "first.md", "--confidence-below", "0.1")


def test_json() -> None:
    """Every point of both drafts with its change, partners and words; and the brackets."""
    told = json.loads(run("first.md", "second.md", "--json"))
    assert told["schema"] == "onetext/comparison/1"
    changes = {(one["change"], *one["before"], ">", *one["after"]) for one in told["points"]}
    assert ("reworded", "Article 2/1", ">", "Article 2/1") in changes
    assert ("dropped", "Article 1/2", ">") in changes
    reworded = next(one for one in told["points"] if one["before"] == ["Article 2/1"])
    assert reworded["partners"][0]["path"] == "Article 2/1"
    assert {"edit": "put in", "text": "sixty"} in reworded["words"]
    (settled,) = told["brackets"]["settled"]
    assert (settled["settled_as"], settled["dropped"], settled["count"]) == ("shall", ["should"], 2)
    assert told["summary"]["brackets"]["settled"] == 2


def test_drafts_of_a_record_and_a_persons_word() -> None:
    """With -r, titles and short ids name drafts, and what a person said of a match binds."""
    runner = CliRunner()
    for arguments in (
        ["init", "talks.onetext", "--name", "Talks"],
        ["text", "add", "-r", "talks.onetext", "first.md", "second.md"],
    ):
        assert runner.invoke(onetext, arguments).exit_code == 0
    told = run("-r", "talks.onetext", "First draft", "second draft")
    assert told.startswith("First draft (2030-03-02)")
    from onetext.wiring import open_record

    with open_record(Path("talks.onetext")) as record:
        first, second = record.store.drafts()
        record.match_points(first.id, second.id, "Article 1/2", ["Article 2/2"], reason="said so")
    told = run("-r", "talks.onetext", first.id[-8:], second.id[-8:])
    assert "Article 1/2 is now Article 2/2, moved and reworded (by a person's word)." in told
    told = run("-r", "talks.onetext", second.id, first.id)
    assert "Article 2/2 is now Article 1/2, moved and reworded (by a person's word)." in told


def test_what_is_not_there_is_named() -> None:
    """One sentence, exit code 1."""
    assert "Cannot read none.md" in run("none.md", "first.md", code=1)
    CliRunner().invoke(onetext, ["init", "talks.onetext", "--name", "Talks"])
    told = run("-r", "talks.onetext", "Third draft", "first.md", code=1)
    assert 'Draft "Third draft" was asked for; the record holds no drafts.' in told


def test_a_source_is_shown_and_not_obeyed() -> None:
    """An escape sequence in a draft becomes a picture."""
    Path("bad.md").write_text(SECOND.replace("sixty", "\x1b[31msixty"), encoding="utf-8")
    told = run("first.md", "bad.md")
    assert "\x1b" not in told
    assert "␛" in told
