"""Problems in YAML: what is read, and what is said of what cannot be."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from onetext.errors import UnreadableFile
from onetext.settlement.named_package import named_package
from onetext.settlement.problem import Agreement, Points, Reservation
from onetext.settlement.problem_files import read_problem
from onetext.settlement.problem_nodes import BadProblem

EXAMPLE = """\
schema: onetext/problem/1
parties: [North, South]
issues:
  border: [line of contact, old line]
  ports: [open, shared, closed]
agreement: {at_least: 2, vetoes: [North]}      # default: all parties
preferences:
  North:
    reservation: 55
    weights: {border: 1.0, ports: 0.5}          # default 1 for each issue
    values:                                     # points per option; [low, high] if unknown
      border: {line of contact: 40, old line: 0}
      ports: {open: 30, shared: [10, 25], closed: 0}
    red_lines: [{border: old line}, {border: line of contact, ports: closed}]
    interactions: [{when: {border: line of contact, ports: open}, value: 5}]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "problem.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_example_of_the_format_is_read(tmp_path: Path) -> None:
    """Every part of the example arrives, exactly; who says nothing is unknown throughout."""
    problem = read_problem(written(tmp_path, EXAMPLE))
    assert problem.parties == ("North", "South")
    assert problem.agreement == Agreement(2, ("North",))
    north, south = problem.preferences
    assert north.reservation.points == 55
    assert north.weights == {"border": 1, "ports": Fraction(1, 2)}
    assert north.values["ports"]["shared"] == Points(Fraction(10), Fraction(25))
    assert [line.combination for line in north.red_lines] == [
        (("border", "old line"),),
        (("border", "line of contact"), ("ports", "closed")),
    ]
    assert north.interactions[0].points == Points.exactly(5)
    assert south.values["border"]["old line"] == Points(Fraction(0), Fraction(100))
    assert problem.notes == (
        "5 of the values of South are unknown and may be anything from 0 to 100.",
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("border: 1.0, ports: 0.5", "border: 0, ports: 0", 10, "sum to nothing"),
        ("reservation: 55", "reservation: .nan", 9, "must be a number"),
        ("reservation: 55", "reservation: 1e400", 9, "must be a number"),
        ("  North:\n", "  Nort:\n", 9, 'Did you mean "North"'),
        ("red_lines: [{border: old line}", "red_lines: [{border: odd line}", 14, "old line"),
        ("ports: [open, shared, closed]", "ports: []", 5, "has no options"),
        ("parties: [North, South]", "parties: [North]", 2, "two parties or more"),
        ("shared: [10, 25]", "shared: [25, 10]", 13, "[lowest, highest]"),
        ("at_least: 2", "at_least: 3", 6, "from 1 to 2"),
        ("vetoes: [North]", "vetoes: [West]", 6, 'no party "West"'),
        ("reservation: 55", "reservations: 55", 9, 'Did you mean "reservation"'),
        ("[line of contact, old line]", "[old line, old line]", 4, "twice"),
        ("problem/1", "problem/9", 1, 'must be "onetext/problem/1"'),
        ("parties: [North, South]", "parties: {North: 1}", 2, "must be a list"),
        ("parties: [North, South]", "parties: [North, *x]", 2, "aliases"),
        ("parties: [North, South]", "parties: [North, South", 3, "is not YAML"),
    ],
)
def test_bad_problems_are_named_with_their_line(
    tmp_path: Path, old: str, new: str, line: int, said: str
) -> None:
    """The message names the line and what to do; nothing is guessed."""
    assert old in EXAMPLE
    with pytest.raises(BadProblem) as caught:
        read_problem(written(tmp_path, EXAMPLE.replace(old, new)))
    assert caught.value.line == line
    assert said in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"[" * 5000, b"- a\n", b"just words"])
def test_what_is_no_problem_is_refused(tmp_path: Path, content: bytes) -> None:
    """Empty files, other encodings, endless nesting and other YAML are refused by name."""
    path = tmp_path / "problem.yaml"
    path.write_bytes(content)
    with pytest.raises(BadProblem, match=r"problem\.yaml"):
        read_problem(path)


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    """What is asked for must exist, and be a kind that can hold a problem."""
    with pytest.raises(UnreadableFile, match="no such file"):
        read_problem(tmp_path / "missing.yaml")
    other = tmp_path / "problem.txt"
    other.write_text("x", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="GENIUS domain folder"):
        read_problem(other)


def test_costs_and_agreed_points_are_read(tmp_path: Path) -> None:
    """The long forms carry costs; names are taken as written, `yes` and 12 too."""
    text = """\
schema: onetext/problem/1
parties: [A, B]
issues: {pay: [yes, 12], rest: [on, off]}
agreed: [{point: {pay: 12}, cost: 3}]
preferences:
  A:
    reservation: {points: 1/3, cost: 2}
    red_lines: [{avoid: {rest: on}, cost: 0.5}]
"""
    problem = read_problem(written(tmp_path, text))
    assert problem.issues[0].options == ("yes", "12")
    assert problem.agreed[0].option == "12"
    assert problem.agreed[0].cost == 3
    first = problem.preferences[0]
    assert first.reservation == Reservation(Fraction(1, 3), Fraction(2))
    assert first.red_lines[0].cost == Fraction(1, 2)


def test_packages_may_have_names(tmp_path: Path) -> None:
    """Each has an option for every issue; what is missing is named with its line."""
    text = """\
schema: onetext/problem/1
parties: [A, B]
issues: {pay: [high, low], rest: [on, off]}
packages:
  old: {pay: low, rest: on}
"""
    problem = read_problem(written(tmp_path, text))
    assert problem.named == {"old": {"pay": "low", "rest": "on"}}
    assert named_package(problem, "old, pay=high") == {"pay": "high", "rest": "on"}
    with pytest.raises(BadProblem, match=r'line 5: The package "old" has no option of "rest"'):
        read_problem(written(tmp_path, text.replace(", rest: on}", "}")))


def test_options_may_have_wordings(tmp_path: Path) -> None:
    """Options with their words as a mapping; without words, a plain list."""
    text = """\
schema: onetext/problem/1
parties: [A, B]
issues: {pay: {high: Wages are high., low: }, rest: [on, off]}
"""
    problem = read_problem(written(tmp_path, text))
    assert problem.issues[0].options == ("high", "low")
    assert problem.wordings == {("pay", "high"): "Wages are high."}
