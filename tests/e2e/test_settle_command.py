"""`onetext settle` as a process: its JSON, its page, and what it says of bad input."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

FEASIBLE = """\
schema: onetext/problem/1
parties: [Northland, Southland]
issues:
  border: [river, ridge]
  ports: [open, closed]
preferences:
  Northland: {reservation: 10, values: {border: {river: 20, ridge: 5}, ports: {open: 5, closed: 1}}}
  Southland: {reservation: 10, values: {border: {river: 4, ridge: 9}, ports: {open: 8, closed: 0}}}
"""
IMPOSSIBLE = FEASIBLE.replace("Northland: {reservation: 10", "Northland: {reservation: 11").replace(
    "Southland: {reservation: 10", "Southland: {reservation: 14"
)
PROGRAM = Path(sys.executable).with_name("onetext")


def settle(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PROGRAM, "settle", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def written(folder: Path, text: str) -> str:
    path = folder / "talks.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_settlement_in_json(tmp_path: Path) -> None:
    """The keys of onetext/settlement/1, with exact numbers and everything proved."""
    done = settle(written(tmp_path, FEASIBLE), "--json")
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert found["schema"] == "onetext/settlement/1"
    assert found["feasible"] is True
    assert found["acceptable"] == {"count": 2, "exact": True}
    assert found["conflicts"] == found["concessions"] == {"sets": [], "complete": True}
    assert found["front"]["size"] == 2
    assert set(found["solutions"]) == {
        "utilitarian",
        "egalitarian",
        "leximin",
        "nash",
        "kalai_smorodinsky",
    }
    nash = found["solutions"]["nash"]
    assert nash["package"] == {"border": "river", "ports": "open"}
    assert nash["utilities"] == {"Northland": 25, "Southland": 12}
    assert nash["gains"] == {"Northland": 15, "Southland": 2}
    assert (nash["proven"], nash["bound"], nash["ties"]) == (True, 30, [])


def test_why_there_is_no_deal(tmp_path: Path) -> None:
    """The conflict in words, then what to give up; no solution is shown."""
    path = written(tmp_path, IMPOSSIBLE)
    page = settle(path)
    assert page.returncode == 0
    assert "No package is acceptable as things stand." in page.stdout
    assert "Southland must have 14 points or more" in page.stdout
    found = json.loads(settle(path, "--json").stdout)
    assert found["feasible"] is False
    assert found["solutions"] == {}
    assert [len(one) for one in found["conflicts"]["sets"]] == [2]
    assert [[d["party"] for d in one] for one in found["concessions"]["sets"]] == [
        ["Northland"],
        ["Southland"],
    ]


def test_the_same_question_has_the_same_answer(tmp_path: Path) -> None:
    """Equal seeds give equal settlements, the seconds apart."""
    path = written(tmp_path, FEASIBLE.replace("river: 4", "river: [0, 30]"))
    first, second = (json.loads(settle(path, "--json", "--seed", "3").stdout) for _ in range(2))
    assert first.pop("seconds") > 0
    assert second.pop("seconds") > 0
    assert first == second
    assert first["chances"]["nash"]["guaranteed"] is False


def test_bad_input_is_a_sentence(tmp_path: Path) -> None:
    """Exit code 1, one sentence that names the line, no traceback, nothing on standard output."""
    path = written(tmp_path, FEASIBLE.replace("river: 4", "river: .nan"))
    done = settle(path, "--json")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"onetext: {path}, line 8: ")
    assert len(done.stderr.splitlines()) == 1


def test_options_of_a_record_are_refused_for_a_file(tmp_path: Path) -> None:
    """Wrong usage is exit code 2."""
    assert settle(written(tmp_path, FEASIBLE), "--as-of", "2031-05-01").returncode == 2


def test_a_vast_problem_answers_in_time(tmp_path: Path) -> None:
    """1e30 packages are settled by search, and what is not proved is not called so."""
    issues = "\n".join(f"  issue {i}: [a, b, c, d]" for i in range(50))
    values = [
        "\n".join(
            f"      issue {i}: {{a: {i * p % 17}, b: {(i + p) % 13}, c: {(i * i + p) % 19}, d: 5}}"
            for i in range(50)
        )
        for p in (3, 7)
    ]
    text = (
        f"schema: onetext/problem/1\nparties: [A, B]\nissues:\n{issues}\npreferences:\n"
        f"  A:\n    values:\n{values[0]}\n  B:\n    values:\n{values[1]}\n"
    )
    found = json.loads(settle(written(tmp_path, text), "--json", "--time-limit", "20").stdout)
    assert found["feasible"] is True
    assert found["acceptable"] == {"count": 4**50, "exact": True}
    for solution in found["solutions"].values():
        assert solution["proven"] is True


def test_the_surest_package_with_its_worst_case(tmp_path: Path) -> None:
    """Where values are unknown: what is accepted in any case, with the gains at the worst."""
    unknown = FEASIBLE.replace("river: 20", "river: [7, 20]").replace(
        "reservation: 10", "reservation: 8"
    )
    path = written(tmp_path, unknown)
    surest = json.loads(settle(path, "--json").stdout)["surest"]
    assert surest == {
        "package": {"border": "river", "ports": "open"},
        "utilities": {"Northland": 12, "Southland": 12},
        "gains": {"Northland": 4, "Southland": 4},
        "proven": True,
    }
    page = settle(path).stdout
    assert "Sure to be accepted, whatever the unknown values are" in page
    assert "Northland 4, Southland 4." in " ".join(page.split())


def test_a_part_of_a_front_is_not_called_the_front(tmp_path: Path) -> None:
    """Of 4^30 packages and no time, the page says that what it shows is a part."""
    options = "[a, b, c, d]"
    issues = "\n".join(f"  issue {n}: {options}" for n in range(30))
    parties = [
        f"  {party}: {{values: {{"
        + ", ".join(f"issue {n}: {{a: {n * k % 97}, b: {n * n * k % 89}}}" for n in range(30))
        + "}}"
        for party, k in (("Northland", 31), ("Southland", 47), ("Eastland", 59), ("Lune", 71))
    ]
    text = "schema: onetext/problem/1\nparties: [Northland, Southland, Eastland, Lune]\n"
    text += f"issues:\n{issues}\npreferences:\n" + "\n".join(parties) + "\n"
    page = settle(written(tmp_path, text), "--time-limit", "0.01")
    assert page.returncode == 0
    assert "The whole front was not found in time." in " ".join(page.stdout.split())


def test_each_wording_says_who_refuses_it(tmp_path: Path) -> None:
    """Wordings that the same words stand against each name the party; the words are told once."""
    quotes = "quotes: [{words: leave the island, speaker: Lune, statement: s1}]"
    lines = ", ".join(
        f"{{avoid: {{island: {option}}}, basis: demands otherwise, {quotes}}}"
        for option in ("lease", "joint rule")
    )
    text = (
        "schema: onetext/problem/1\nparties: [Lune, Mare]\n"
        "issues: {island: {lease: It is leased., joint rule: Both rule it.}}\n"
        f"preferences: {{Lune: {{red_lines: [{lines}]}}}}\n"
    )
    shown = settle(written(tmp_path, text))
    assert shown.returncode == 0, shown.stderr
    first, second = shown.stdout.split("  joint rule: Both rule it.")
    assert "  lease: It is leased.\n    - Lune demands otherwise, in the same words as below\n" in (
        first
    )
    assert "    - Lune demands otherwise: " in second
    assert shown.stdout.count("leave the island") == 1
