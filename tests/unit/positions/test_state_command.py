"""`onetext state` and `onetext changes` as a user types them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from onetext.cli.group import onetext
from onetext.record.statements import Act
from onetext.testing import sample_record
from onetext.wiring import create_record, import_record

LAST = ("--as-of", "2030-03-12")


@pytest.fixture(scope="session")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("records") / "talks.onetext"
    import_record(sample_record().store.entries(), path)
    return path


def run(*args: object, width: int = 80) -> Result:
    return CliRunner(env={"COLUMNS": str(width), "NO_COLOR": "1"}).invoke(
        onetext, [str(arg) for arg in args], prog_name="onetext"
    )


def test_the_matrix(talks: Path) -> None:
    """Issues down, parties across: word, sign, number, date and stale mark; what waits is said."""
    result = run("state", "-r", talks, *LAST)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "State of play as of 2030-03-12"
    assert lines[1].split() == ["Issue", "Southland", "Northland"]
    border = next(i for i, line in enumerate(lines) if line.startswith("border"))
    assert lines[border].split() == ["border", "+", "accepts", "+", "accepts"]
    assert lines[border + 1].rstrip().split("  ")[-1].strip() == "1 · 2030-03-02"
    assert lines[border + 2].split() == ["~", "stale", "33%", "~", "stale", "33%"]
    assert "no evidence" in result.stdout
    assert "≠ demands" in result.stdout
    assert "2 statements wait for review and do not count." in result.stdout
    assert f"onetext review -r {talks}" in result.stdout
    assert "\x1b[" not in result.stdout


def test_many_parties_become_a_list_that_fits(tmp_path: Path, desk: Any) -> None:
    """Where the matrix is wider than the terminal, each issue lists its parties."""
    for party in ("Northland", "Southland", "Eastland", "Westland", "Midland"):
        desk.says(party, "it refuses the border along the river", Act.REJECT, date(2030, 2, 1))
    path = tmp_path / "wide.onetext"
    import_record(desk.store.entries(), path)
    narrow = run("state", "-r", path, *LAST).stdout
    assert max(len(line) for line in narrow.splitlines()) <= 80
    assert "  Midland    − rejects  1 · 2030-02-01" in narrow
    assert "No evidence from anybody\n  ports" in narrow
    wide = run("state", "-r", path, *LAST, width=120).stdout
    assert wide.splitlines()[1].split()[0] == "Issue"


@pytest.mark.parametrize("parties", [1, 2, 3, 4])
def test_the_matrix_fits_80_columns(tmp_path: Path, desk: Any, parties: int) -> None:
    """Up to four parties stand side by side, and nothing of a cell is cut off."""
    for number in range(parties):
        name = f"Party number {number}"
        for act in (Act.ACCEPT, Act.REJECT):
            words = f"the border along the river {act}"
            desk.says(name, words, act, date(2030, 2, 1))
    path = tmp_path / "narrow.onetext"
    import_record(desk.store.entries(), path)
    lines = run("state", "-r", path, *LAST).stdout.splitlines()
    assert lines[1].startswith("Issue")
    assert max(len(line) for line in lines[:12]) <= 80
    border = next(i for i, line in enumerate(lines) if line.startswith("border"))
    assert lines[border].count("± contradictory") == parties
    assert lines[border + 1].count("2 · 2030-02-01") == parties


def test_one_cell_opens_to_the_exact_words(talks: Path) -> None:
    """Newest first: date and how dated, speaker, words, outlet, link, id, review."""
    result = run("state", "-r", talks, *LAST, "--cell", "southl", "bord")
    assert result.exit_code == 0
    text = result.stdout
    assert text.startswith("Southland on border: + accepts, since 2030-03-06")
    assert "~ stale: 33% of the wording has changed since, in “Second draft” (2030-03-10)" in text
    assert "2030-03-06 (said that day)  Mira Sol, Southland" in text
    assert "“Southland accepts the river Lune as the border.”" in text
    assert "The Northland Courier (LPA, NNS), published 2030-03-07" in text
    assert "https://courier.example/2030/03/07/border" in text
    assert "linked by words and topic (border, Lune, river), confidence" in text
    assert "corrected in review" in text
    assert text.index("2030-03-06 (said") < text.index("2030-03-02 (said")
    indirect = "\n  Southland would never accept a border along the river Lune\n"
    assert indirect in text


def test_a_cell_linked_by_hand_and_a_cell_without_evidence(talks: Path) -> None:
    """A person's link is named as such; a cell that rests on nothing says so."""
    by_hand = run("state", "-r", talks, *LAST, "--cell", "Southland", "observers").stdout
    assert "linked by a person" in by_hand
    empty = run("state", "-r", talks, *LAST, "--cell", "Northland", "observers").stdout
    assert "no evidence" in empty
    assert "No statement in the record is linked to this cell." in empty


def test_json_only_on_stdout(talks: Path) -> None:
    """--json prints onetext/state/1 and nothing else; filters apply to it."""
    result = run("state", "-r", talks, *LAST, "--party", "north", "--issue", "ports", "--json")
    shape = json.loads(result.stdout)
    assert (shape["schema"], shape["parties"]) == ("onetext/state/1", ["Northland"])
    assert [cell["stance"] for cell in shape["cells"]] == ["demands otherwise"]
    assert result.stderr == ""


def test_pending_on_request(talks: Path) -> None:
    """--include-pending counts what nobody has reviewed, and says so."""
    result = run("state", "-r", talks, *LAST, "--include-pending")
    assert "2 statements wait for review and are counted here." in result.stdout
    cell = run("state", "-r", talks, *LAST, "--include-pending", "--cell", "north", "ports")
    assert "not reviewed" in cell.stdout


def test_known_on_is_the_end_of_the_day(talks: Path) -> None:
    """A date for --known-on means its end in UTC."""
    asked = ("state", "-r", talks, *LAST, "--json", "--cell", "Southland", "border")
    on_the_day = json.loads(run(*asked, "--known-on", "2030-03-08").stdout)
    the_day_before = json.loads(run(*asked, "--known-on", "2030-03-07").stdout)
    assert on_the_day["cells"][0]["stance"] == "accepts"
    assert the_day_before["cells"][0]["stance"] == "rejects"


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--party", "Nortland"), 'the nearest are "Northland"'),
        (("--cell", "Northland", "land"), '"land" was asked for'),
        (("--issue", "prisners"), '"prisoners"'),
    ],
)
def test_an_unknown_name_is_a_named_problem(talks: Path, args: tuple[str, ...], told: str) -> None:
    """Exit code 1 and a sentence on standard error, without a traceback."""
    result = run("state", "-r", talks, *LAST, *args)
    assert (result.exit_code, result.stdout) == (1, "")
    assert told in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "args",
    [
        ("state", "--as-of", "3 December"),
        ("state", "--known-on", "2030-02-30"),
        ("state", "--cell", "Northland", "border", "--party", "Northland"),
        ("changes",),
        ("changes", "--since", "yesterday"),
        ("changes", "--since", "2030-03-05", "--until", "2030-03-04"),
    ],
)
def test_wrong_usage(talks: Path, args: tuple[str, ...]) -> None:
    """A date that is none, or options that exclude each other, exit with code 2."""
    assert run(args[0], "-r", talks, *args[1:]).exit_code == 2


def test_no_record_is_a_named_problem(tmp_path: Path) -> None:
    """A record that is not there is exit code 1."""
    for name in ("state", "changes"):
        args = [name, "-r", tmp_path / "none.onetext", "--since", "2020-03-04"]
        result = run(*(args if name == "changes" else args[:3]))
        assert result.exit_code == 1
        assert "none.onetext" in result.stderr


def test_an_empty_record_says_what_to_do(tmp_path: Path) -> None:
    """No draft and no statement: the sentence names the commands that bring them."""
    path = tmp_path / "new.onetext"
    create_record(path, "New talks").close()
    result = run("state", "-r", path)
    assert result.exit_code == 0
    assert f"onetext text add -r {path} FILE" in result.stdout


def test_changes_in_words(talks: Path) -> None:
    """Moves with the words they rest on, new drafts, meetings, number of statements."""
    result = run("changes", "-r", talks, "--since", "2030-03-04", "--until", "2030-03-12")
    assert result.exit_code == 0
    text = " ".join(result.stdout.split())
    assert "After 2030-03-04, up to 2030-03-12" in text
    assert (
        "Southland on border: rejects (2030-03-02) → accepts (2030-03-06): “Southland accepts "
        "the river Lune as the border.” — The Northland Courier (LPA, NNS)"
    ) in text
    assert "2030-03-10: Second draft, by Ada Berg" in text
    assert "2030-03-11: Ada Berg meets both foreign ministers, Holm (planned)" in text
    assert text.endswith("3 new statements.")


def test_changes_of_a_quiet_period(talks: Path) -> None:
    """What there is none of is said so."""
    text = run("changes", "-r", talks, "--since", "2030-03-20", "--until", "2030-03-21").stdout
    for none in ("No position moved.", "No new draft.", "No meeting.", "0 new statements."):
        assert none in text


def test_changes_as_json(talks: Path) -> None:
    """--json prints onetext/changes/1 and nothing else."""
    args = ("--since", "2030-03-04", "--until", "2030-03-12", "--json")
    result = run("changes", "-r", talks, *args)
    assert json.loads(result.stdout)["schema"] == "onetext/changes/1"
    assert result.stderr == ""


def test_a_contradiction_shows_both_sides(tmp_path: Path, desk: Any) -> None:
    """A move to contradictory quotes every statement of that day."""
    day = date(2030, 2, 1)
    desk.says("Northland", "the border along the river is fine", Act.ACCEPT, day, outlet="Courier")
    desk.says("Northland", "the border along the river is bad", Act.REJECT, day, outlet="Herald")
    path = tmp_path / "both.onetext"
    import_record(desk.store.entries(), path)
    found = run("changes", "-r", path, "--since", "2030-01-31", "--until", "2030-02-02").stdout
    text = " ".join(found.split())
    assert "no evidence → contradictory (2030-02-01)" in text
    assert "the border along the river is fine — Courier" in text
    assert "the border along the river is bad — Herald" in text
