"""`onetext lineage`, `onetext text link` and `onetext compare --match` as a user types them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from onetext.cli.group import onetext
from onetext.testing import sample_record
from onetext.wiring import import_record, open_record

LAST = ("--as-of", "2030-03-12")
DRAFTS = ("First draft", "Second draft")


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    path = tmp_path / "talks.onetext"
    import_record(sample_record().store.entries(), path)
    return path


def run(*args: object, width: int = 80) -> Result:
    return CliRunner(env={"COLUMNS": str(width), "NO_COLOR": "1"}).invoke(
        onetext, [str(arg) for arg in args], prog_name="onetext"
    )


def done(*args: object) -> Any:
    """What the command prints as JSON."""
    result = run(*args, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_every_issue_is_listed(talks: Path) -> None:
    """With its drafts and the draft that changed it last."""
    printed = run("lineage", *LAST, "-r", talks).stdout
    assert [line.split()[1] for line in printed.splitlines()[1:5]] == [
        "prisoners",
        "border",
        "ports",
        "observers",
    ]
    shape = done("lineage", *LAST, "-r", talks)
    assert shape["schema"] == "onetext/lineages/1"
    assert [len(issue["drafts"]) for issue in shape["issues"]] == [2, 2, 2, 2]
    changed = [
        issue["last_changed"] and issue["last_changed"]["draft"]["title"]
        for issue in shape["issues"]
    ]
    assert changed == [None, "Second draft", "Second draft", None]


def test_an_issue_is_followed(talks: Path) -> None:
    """Where it stands in each draft, by whom, and the words that came in."""
    printed = run("lineage", *LAST, "-r", talks, "bord").stdout
    assert printed.startswith("border (territory): 2 wordings")
    assert "2030-03-02  First draft, by Ada Berg" in printed
    assert "point 2 (was 1)" in printed
    assert "{+, save for the town of Holm+}" in printed
    assert "3 statements about this wording" in printed
    shape = done("lineage", *LAST, "-r", talks, "border")
    assert shape["schema"] == "onetext/lineage/1"
    assert [[p["path"] for p in one["points"]] for one in shape["versions"]] == [["1"], ["2"]]
    assert [one["statements"] for one in shape["versions"]] == [3, 0]
    assert shape["versions"][0]["since"] is None
    since = shape["versions"][1]["since"]
    assert {run["edit"] for run in since["words"]} == {"kept", "put in"}


def test_as_of_and_known_on_leave_out_what_came_later(talks: Path) -> None:
    """The second draft is dated 10 March and was recorded on that day."""
    for dates in (("--as-of", "2030-03-09"), ("--known-on", "2030-03-09")):  # the later one counts
        assert len(done("lineage", *LAST, "-r", talks, "border", *dates)["versions"]) == 1


def test_an_issue_is_found_by_its_id_and_an_unknown_one_is_named(talks: Path) -> None:
    """The id as the list prints it; else the nearest labels."""
    ids = {issue["label"]: issue["id"] for issue in done("lineage", *LAST, "-r", talks)["issues"]}
    for typed in (ids["ports"], ids["ports"][-8:]):
        assert done("lineage", *LAST, "-r", talks, typed)["issue"]["label"] == "ports"
    result = run("lineage", *LAST, "-r", talks, "harbours")
    assert result.exit_code == 1
    assert 'The issue "harbours" was asked for' in result.stderr


def test_charts_are_written(talks: Path, tmp_path: Path) -> None:
    """One that cannot be drawn is told with the reason."""
    result = run("lineage", *LAST, "-r", talks, "--charts", tmp_path / "charts")
    assert result.exit_code == 0
    assert [path.name for path in (tmp_path / "charts").iterdir()] == ["flow.svg"]
    assert "No convergence.svg" in result.stderr


def test_a_point_is_linked_by_hand_and_the_link_taken_back(talks: Path) -> None:
    """It moves from one issue to two others; withdrawn, all is as before."""
    before = done("lineage", *LAST, "-r", talks, "border")["versions"]
    linked = done("text", "link", "-r", talks, "second", "2", "ports", "prisoners", "--reason", "x")
    assert linked["issues"] == ["ports", "prisoners"]
    after = done("lineage", *LAST, "-r", talks, "border")["versions"]
    assert [one["deals_with_it"] for one in after] == [True, False]
    ports = done("lineage", *LAST, "-r", talks, "ports")["versions"][1]
    assert [point["path"] for point in ports["points"]] == ["2", "3"]
    assert ports["also_about"] == ["prisoners"]
    assert run("review", "-r", talks, "--withdraw", linked["entries"][0]).exit_code == 0
    assert done("lineage", *LAST, "-r", talks, "border")["versions"] == before


def test_a_new_issue_is_opened_only_when_asked_for(talks: Path) -> None:
    """A slip of the pen opens nothing."""
    assert run("text", "link", "-r", talks, "second", "4", "Fisheries").exit_code == 1
    assert done("text", "link", "-r", talks, "second", "4", "Fisheries", "--new")["issues"] == [
        "Fisheries"
    ]
    found = done("lineage", *LAST, "-r", talks, "fisheries")["versions"]
    assert [point["path"] for point in found[0]["points"]] == ["4"]


@pytest.mark.parametrize(
    ("draft", "point", "said"),
    [("third draft", "1", "The draft"), ("second", "9", 'The point "9" of "Second draft"')],
)
def test_what_is_not_there_is_named(talks: Path, draft: str, point: str, said: str) -> None:
    """One sentence, and nothing is written."""
    result = run("text", "link", "-r", talks, draft, point, "ports")
    assert result.exit_code == 1
    assert said in result.stderr
    assert result.stderr.count("\n") <= 2


def fates(talks: Path) -> dict[str, tuple[str, tuple[str, ...], bool]]:
    """By path in the first draft: what became of the point, where, and whether by hand."""
    points = done("compare", "-r", talks, *DRAFTS)["points"]
    return {
        path: (one["change"], tuple(one["after"]), one["corrected"])
        for one in points
        for path in one["before"]
    }


def test_a_match_by_hand_binds_later_comparisons_until_it_is_taken_back(talks: Path) -> None:
    """One became another, one was split, one dropped; each is an entry with its reason."""
    before = fates(talks)
    assert before["1"][1:] == (("2",), False)
    asked = ("--match", "1=3,4", "--match", "4=", "--reason", "the border became two")
    written = done("compare", "-r", talks, *DRAFTS, *asked)["entries"]
    after = fates(talks)
    assert after["1"] == ("split", ("3", "4"), True)
    assert after["4"] == ("dropped", (), True)
    with open_record(talks) as record:
        matches = record.store.point_matches()
        assert {match.reason for match in matches} == {"the border became two"}
        assert [match.id for match in matches] == written
    for entry in written:
        assert run("review", "-r", talks, "--withdraw", entry).exit_code == 0
    assert fates(talks) == before


def test_a_point_may_be_said_to_be_new(talks: Path) -> None:
    """The point of the second draft then comes from none of the first."""
    done("compare", "-r", talks, *DRAFTS, "--match", "=2")
    assert fates(talks)["1"][0] == "dropped"


def test_what_cannot_hold_together_is_refused_and_nothing_written(talks: Path) -> None:
    """A point that was matched cannot be new as well; a point that is not there is named."""
    for asked, said in (
        (("--match", "1=2", "--match", "=2"), "no partner"),
        (("--match", "1=9"), 'The point "9"'),
    ):
        result = run("compare", "-r", talks, *DRAFTS, *asked)
        assert result.exit_code == 1
        assert said in result.stderr
        with open_record(talks) as record:
            assert record.store.point_matches() == []


@pytest.mark.parametrize("typed", ["7", "=", ""])
def test_a_match_that_says_nothing_is_a_usage_error(talks: Path, typed: str) -> None:
    """It shows how to write one."""
    result = run("compare", "-r", talks, *DRAFTS, "--match", typed)
    assert result.exit_code == 2
    assert "--match 7=9" in result.stderr
