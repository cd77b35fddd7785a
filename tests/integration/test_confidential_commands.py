"""Who may see what, on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.integration.test_edition_bytes import sample_into

from onetext.cli.group import onetext
from onetext.record.views import Verdict
from onetext.testing import sample_record
from onetext.wiring import create_record, open_record

Run = Callable[..., Result]


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """The sample talks, all of them public."""
    path = tmp_path / "talks.onetext"
    with create_record(path, "The Lune talks", author="ada") as record:
        sample_into(record)
    return path


@pytest.fixture
def run(talks: Path) -> Run:
    def invoke(command: str, *args: str, code: int = 0, record: Path = talks) -> Result:
        result = CliRunner().invoke(onetext, [command, "-r", str(record), *args])
        assert result.exit_code == code, result.output
        return result

    return invoke


def cells(result: Result) -> dict[tuple[str, str], tuple[str, str, int]]:
    return {
        (one["party"], one["label"]): (one["stance"], one["visibility"], len(one["evidence"]))
        for one in json.loads(result.stdout)["cells"]
    }


def border_statement(talks: Path) -> str:
    with open_record(talks) as record:
        return next(
            one.id
            for one in record.store.statements()
            if one.statement.speaker.party == "Northland" and "border" in one.statement.words
        )


def test_a_position_is_as_confidential_as_what_it_rests_on(run: Run, talks: Path) -> None:
    """One confined statement confines the cell; the public sees the cell without it."""
    as_of = ("--as-of", "2030-03-20")
    before = cells(run("state", *as_of, "--json"))
    assert before["Northland", "border"][1] == "public"
    run("visibility", border_statement(talks), "--to", "confined:Bo,caucus:Northland")
    run("visibility", "--caucus", "Northland", "--member", "Cy")
    whole = cells(run("state", *as_of, "--json"))
    assert whole["Northland", "border"][1] == "confined:Bo,caucus:Northland"
    shown = run("state", *as_of, "--cell", "Northland", "border")
    assert "may be seen by: confined:Bo,caucus:Northland" in " ".join(shown.output.split())
    public = cells(run("state", *as_of, "--json", "--seen-by", "public"))
    assert public["Northland", "border"][2] == whole["Northland", "border"][2] - 1
    for named in ("Bo", "Cy", "caucus:Northland"):
        assert cells(run("state", *as_of, "--json", "--seen-by", named)) == whole
    assert json.loads(run("visibility", "--json").stdout) == {"Northland": ["Cy"]}


def test_a_note_stands_under_its_statement(run: Run, talks: Path) -> None:
    """In the cell view, for who may see it, and until it is taken back."""
    statement = border_statement(talks)
    told = run(
        "note", statement[-8:], "He was sure of it.", "--json", "--visibility", "confined:Bo"
    )
    cell = ("--cell", "Northland", "border", "--as-of", "2030-03-20")
    assert "He was sure of it." in run("state", *cell).output
    assert "He was sure of it." in run("state", *cell, "--seen-by", "Bo").output
    assert "He was sure of it." not in run("state", *cell, "--seen-by", "team").output
    run("review", "--withdraw", json.loads(told.stdout)["id"])
    assert "He was sure of it." not in run("state", *cell).output


def test_what_is_decided_can_be_kept_in_the_team(run: Run, talks: Path) -> None:
    """A verdict is seen by who sees the statement, unless it is said that fewer may."""
    with open_record(talks) as record:
        [*_, last] = record.store.statements(verdicts=[Verdict.PENDING])
    run("review", "--accept", last.id, "--visibility", "team")
    with open_record(talks, viewer="public") as record:
        assert last.id not in {one.id for one in record.store.statements()}
    with open_record(talks, viewer="team") as record:
        assert last.id in {one.id for one in record.store.statements()}
    told = run("export", "-o", str(talks.parent / "public"), "--edition", "public")
    assert "For you alone" in told.stderr
    assert "1 accepted" in told.stderr


def test_an_edition_is_a_folder_for_others(run: Run, talks: Path) -> None:
    """With the exports, a record that opens and proves sound, and a brief; and by what name."""
    folder = talks.parent / "press"
    run("export", "-o", str(folder), "--edition", "public", "--name", "The talks, in public")
    names = {file.name for file in folder.iterdir()}
    assert {"entries.jsonl", "record.onetext", "brief.html", "statements.csv"} <= names
    assert "The talks, in public" in (folder / "brief.html").read_text()
    run("verify", record=folder / "record.onetext")
    run("export", "-o", str(folder), "--edition", "public", code=1)  # there already
    run("export", "-o", str(folder), "--edition", "public", "--overwrite")
    with open_record(folder / "record.onetext") as opened:
        assert next(opened.store.entries()).body == {"name": "Public edition"}


def test_a_brief_for_others_leaves_no_trace_in_the_record(run: Run, talks: Path) -> None:
    """It is composed from the edition, and not noted as the last brief of the team."""
    brief = talks.parent / "public.md"
    run("brief", "-o", str(brief), "--edition", "public", "--as-of", "2030-03-20")
    assert "Public edition" in brief.read_text()
    assert "The Lune talks" not in brief.read_text()
    with open_record(talks) as record:
        assert not record.store.briefs()


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("state", "--seen-by", "publc"), "nobody of that name"),
        (("export", "-o", "out.jsonl", "--edition", "Publc"), "nobody of that name"),
        (("brief", "-o", "b.md", "--edition", "caucus:Nowhere"), "nobody of that name"),
        (("visibility", "00000000", "--to", "team"), "no id in the record ends so"),
    ],
)
def test_a_name_that_is_not_there_is_refused(run: Run, args: tuple[str, ...], told: str) -> None:
    """Before anything is written: a mistyped name must not hand out what is for the team."""
    assert told in run(*args, code=1).output
    assert not Path(args[2]).exists()


@pytest.mark.parametrize(
    "args",
    [
        ("visibility", "00000000"),
        ("visibility", "00000000", "--to", "secret"),
        ("visibility", "--member", "Ada"),
        ("note", "00000000", "text", "--visibility", "inherited"),
        ("note", "00000000", "text", "--visibility", "confined:"),
        ("export", "-o", "out.jsonl", "--name", "x"),
    ],
)
def test_wrong_usage(run: Run, args: tuple[str, ...]) -> None:
    """What cannot be meant is told as such."""
    run(*args, code=2)


def test_old_words_are_for_the_team() -> None:
    """The sample, recorded without a word on it, shows the public nothing."""
    from onetext.record.seen import seen_by
    from onetext.testing import MemoryStore

    assert not list(seen_by(sample_record().store, "public", MemoryStore).entries())
