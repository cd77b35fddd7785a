"""`onetext settle` with input that is wrong: a sentence each, exit code 1; wrong usage, 2."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onetext.cli.group import onetext

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


def settle(*arguments: str) -> Result:
    return CliRunner().invoke(onetext, ["settle", *arguments])


def written(folder: Path, text: str) -> str:
    path = folder / "talks.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        (
            "{reservation: 10, values",
            "{weights: {border: 0, ports: 0}, values",
            7,
            "sum to nothing",
        ),
        ("river: 4", "river: .nan", 8, "must be a number"),
        ("river: 4", "river: .inf", 8, "must be a number"),
        ("river: 4", "river: 1e999", 8, "must be a number"),
        ("  Southland:", "  Southlnad:", 8, 'no party "Southlnad". Did you mean "Southland"?'),
        (
            "  Southland: {",
            "  Southland: {red_lines: [{border: brook}], ",
            8,
            'no option of "border"',
        ),
        ("[open, closed]", "[]", 5, "has no options"),
        ("[Northland, Southland]", "[Northland]", 2, "two parties or more"),
        ("[Northland, Southland]", "[Northland, Northland]", 2, 'names "Northland" twice'),
        ("  ports: [open, closed]", "  border: [open, closed]", 5, 'names "border" twice'),
        ("[open, closed]", "[open, open]", 5, 'names "open" twice'),
        ("ports: {open: 8, closed", "ports: {open: 8, open", 8, 'names "open" twice'),
        ("[open, closed]", "&a [open, closed]\n  fees: [*a, *a]", 6, "aliases"),
        ("onetext/problem/1", "onetext/problem/2", 1, "schema must be"),
        ("schema: onetext/problem/1", "", 2, "schema must be"),
        ("preferences:", "preference:", 6, 'Did you mean "preferences"?'),
        ("reservation: 10", "reservation: ten", 7, "must be a number"),
    ],
)
def test_bad_problems_are_sentences(
    tmp_path: Path, old: str, new: str, line: int, said: str
) -> None:
    """Exit code 1, one sentence that names the file and the line, no traceback."""
    assert old in FEASIBLE
    path = written(tmp_path, FEASIBLE.replace(old, new, 1))
    done = settle(path, "--json")
    assert done.exit_code == 1
    assert f"{path}, line {line}: " in done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_an_empty_problem_and_a_domain_without_profiles_are_sentences(tmp_path: Path) -> None:
    """What is no problem at all is told as well."""
    assert "is empty" in settle(written(tmp_path, "")).stderr
    folder = tmp_path / "domain"
    folder.mkdir()
    (folder / "ports.xml").write_text(
        '<negotiation_template><utility_space number_of_issues="1">'
        '<objective index="0" name="any" etype="objective">'
        '<issue etype="discrete" index="1" name="ports" type="discrete" vtype="discrete">'
        '<item index="1" value="open"/><item index="2" value="closed"/></issue>'
        "</objective></utility_space></negotiation_template>",
        encoding="utf-8",
    )
    done = settle(str(folder))
    assert done.exit_code == 1
    assert "profile" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--relax", "Nothland:border"), 'Did you mean "Northland"?'),
        (("--relax", "Northland:bordr"), 'Did you mean "border"?'),
        (("--relax", "Northland:border"), "no red line"),
        (("--relax", "Northland"), "Write PARTY:ISSUE"),
        (("--fix", "ports=opne"), 'Did you mean "open"?'),
        (("--fix", "prots=open"), 'Did you mean "ports"?'),
        (("--fix", "ports"), "Write ISSUE=OPTION"),
        (("--without", "Soutland"), 'Did you mean "Southland"?'),
        (("--without", "Southland"), "needs two"),
        (("--package", "border=river"), 'no option for "ports"'),
        (("--package", "border=river, ports=opne"), 'Did you mean "open"?'),
        (("--write-problem", "problem.txt"), "Use one of .yaml, .yml"),
    ],
)
def test_names_that_are_not_there_are_sentences(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    """Exit code 1, and the nearest name."""
    done = settle(written(tmp_path, FEASIBLE), *arguments)
    assert done.exit_code == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ("--choose", "fairest"),
        ("--demands", "some"),
        ("--time-limit", "nan"),
        ("--time-limit", "-1"),
        ("--front", "-1"),
        ("--seed", "one"),
        ("--as-of", "2031-05-01"),
        ("--draft", "next.md"),
        ("--demands", "all"),
    ],
)
def test_wrong_usage_is_exit_code_2(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Options that no problem file can answer, and values that an option does not take."""
    done = settle(written(tmp_path, FEASIBLE), *arguments)
    assert done.exit_code == 2
    assert "Traceback" not in done.stderr
