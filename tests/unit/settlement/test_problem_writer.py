"""A problem as YAML: what is written reads back as the same problem."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.oracles.brute_force import problems

from onetext.settlement.from_record import problem_from_record
from onetext.settlement.problem import (
    Agreement,
    Issue,
    Points,
    Preferences,
    Problem,
    Quote,
    RedLine,
    Reservation,
)
from onetext.settlement.problem_writer import UnwritableProblem, write_problem
from onetext.settlement.problem_yaml import read_problem_yaml
from onetext.testing import sample_record

names = st.text(min_size=1, max_size=12).map(str.strip).filter(bool)


def read_back(problem: Problem) -> Problem:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "problem.yaml"
        path.write_text(write_problem(problem), encoding="utf-8")
        return replace(read_problem_yaml(path), notes=problem.notes)


@settings(max_examples=150, deadline=None)
@given(problems(certain=False, rules=True))
def test_what_is_written_reads_back(problem: Problem) -> None:
    """Weights, intervals, costs, agreed points, rules of agreement, interactions."""
    assume(all(any(one.weights.values()) for one in problem.preferences))
    assert read_back(problem) == problem


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_names_and_words_are_kept_whatever_they_hold(data: st.DataObject) -> None:
    """Signs of YAML, quotation marks, other scripts, line breaks, control characters."""
    parties = data.draw(st.lists(names, min_size=2, max_size=3, unique=True))
    options = data.draw(st.lists(names, min_size=1, max_size=3, unique=True))
    issue, words = data.draw(names), data.draw(names)
    quote = Quote(
        words,
        data.draw(names),
        date(2030, 4, 1),
        data.draw(st.none() | names),
        "id",
        verbatim=data.draw(st.booleans()),
    )
    line = RedLine(((issue, options[0]),), Fraction(1, 7), (quote,), words, words, words)
    one = Preferences(
        party="",
        weights={issue: Fraction(1)},
        values={issue: {name: Points(Fraction(-1, 3), Fraction("0.125")) for name in options}},
        reservation=Reservation(Fraction(-40)),
        red_lines=(line,),
        quotes={(issue, options[-1]): (quote, quote)},
    )
    problem = Problem(
        name=words,
        issues=(Issue(issue, tuple(options)),),
        preferences=tuple(replace(one, party=party) for party in parties),
        agreement=Agreement(len(parties), (parties[0],)),
        wordings={(issue, options[0]): words},
    )
    assert read_back(problem) == problem


def test_the_problem_of_a_record_can_be_written_and_read() -> None:
    """Wordings and quotes come along; the notes stand as comments above."""
    problem = problem_from_record(sample_record().store, as_of=date(2030, 3, 5))
    assert read_back(problem) == problem
    written = write_problem(problem)
    assert written.startswith(f"# {problem.notes[0]}")
    assert "[0, 100]  # unknown" in written


def test_names_too_long_for_a_simple_key_are_kept() -> None:
    """YAML allows 1,024 characters before the colon; longer names take its long form."""
    long = "border " * 200
    issue = Issue(long.strip(), ("a", "b"))
    one = Preferences(
        party="",
        weights={issue.name: Fraction(1)},
        values={issue.name: {"a": Points.exactly(1), "b": Points.exactly(2)}},
    )
    parties = tuple(replace(one, party=party) for party in ("Northland", "Southland"))
    problem = Problem("made up", (issue,), parties, Agreement(2))
    assert read_back(problem) == problem


def test_a_number_with_too_many_digits_is_refused() -> None:
    """It is never rounded in silence."""
    one = Preferences(
        party="",
        weights={"border": Fraction(1)},
        values={"border": {"a": Points.exactly(Fraction(1, 3**60))}},
    )
    parties = tuple(replace(one, party=party) for party in ("Northland", "Southland"))
    with pytest.raises(UnwritableProblem, match="more than 18 digits"):
        write_problem(Problem("made up", (Issue("border", ("a",)),), parties, Agreement(2)))


def test_only_a_speakers_own_words_stand_in_quotation_marks() -> None:
    """What an outlet says that somebody said is shown as that: without marks."""
    quote = Quote("we will not", "Mira Sol", date(2030, 4, 1), "Courier", "id")
    assert quote.marked == "“we will not”"
    assert replace(quote, verbatim=False).marked == "we will not"
