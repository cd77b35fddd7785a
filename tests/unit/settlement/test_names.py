"""Names as people type them: capitals, beginnings, signs inside of names, quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetext.settlement.named_package import named_package
from onetext.settlement.names import NoSuchThing, named, paired
from onetext.settlement.problem import (
    Agreement,
    Issue,
    Points,
    Preferences,
    Problem,
    RedLine,
    Reservation,
)
from onetext.settlement.what_if import fix, relax

NAMES = ("North: coast", "North", "ports, and fees", "a=b", "a")
texts = st.text(st.sampled_from('ab:=, "'), min_size=1, max_size=6).map(str.strip).filter(bool)


def problem_of(*issues: Issue, parties: tuple[str, ...] = ("Northland", "Southland")) -> Problem:
    """Nobody minds anything; each party refuses the first option of every issue."""
    one = [
        Preferences(
            party=party,
            weights=dict.fromkeys((issue.name for issue in issues), Points.exactly(1).low),
            values={i.name: dict.fromkeys(i.options, Points.exactly(1)) for i in issues},
            reservation=Reservation(),
            red_lines=tuple(RedLine(((i.name, i.options[0]),)) for i in issues),
        )
        for party in parties
    ]
    return Problem("made up", issues, tuple(one), Agreement(len(parties)))


def test_a_name_is_found_by_capitals_and_by_its_beginning() -> None:
    """As typed before all; else without regard to capitals; else what begins so."""
    assert named("party", "NORTH", NAMES) == "North"
    assert named("party", "por", NAMES) == "ports, and fees"
    assert named("option", "a", NAMES) == "a"
    assert named("option", "b", ("B", "b")) == "b"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Nroth", 'Did you mean "North"'),
        ("nor", "2 begin so"),
        ("moon", "Use "),
        ("", "there is none such"),
    ],
)
def test_a_name_that_is_not_there_has_a_suggestion(typed: str, said: str) -> None:
    """The nearest, or all there are."""
    with pytest.raises(NoSuchThing, match=said):
        named("party", typed, NAMES)


def test_the_longest_name_that_exists_is_meant() -> None:
    """Quotation marks are for the other cases."""
    assert paired("North: coast:border", ":", "party", NAMES, "P:I") == ("North: coast", "border")
    assert paired('North:" coast:border"', ":", "party", NAMES, "P:I") == (
        "North",
        '" coast:border"',
    )
    assert paired("a=b=c", "=", "issue", NAMES, "I=O") == ("a=b", "c")
    with pytest.raises(NoSuchThing, match="Write PARTY:ISSUE"):
        paired("North", ":", "party", NAMES, "PARTY:ISSUE")


@given(st.data())
def test_every_name_can_be_typed_in_quotation_marks(data: st.DataObject) -> None:
    """Whatever signs it holds, so long as it has no quotation mark of its own."""
    free = texts.filter(lambda name: '"' not in name)
    issues = data.draw(st.lists(free, min_size=1, max_size=3, unique_by=str.casefold))
    options = data.draw(st.lists(free, min_size=1, max_size=3, unique_by=str.casefold))
    problem = problem_of(*(Issue(name, tuple(options)) for name in issues))
    chosen = {name: data.draw(st.sampled_from(options)) for name in issues}
    typed = ",".join(f'"{issue}"="{option}"' for issue, option in chosen.items())
    assert named_package(problem, typed) == chosen
    issue = issues[0]
    assert fix(problem, f'"{issue}"="{chosen[issue]}"').issue(issue).options == (chosen[issue],)
    relaxed = relax(problem, f'"Northland":"{issue}"')
    assert len(relaxed.of("Northland").red_lines) == len(issues) - 1


def test_a_package_with_commas_in_its_options() -> None:
    """A comma that no issue follows belongs to the option."""
    problem = problem_of(Issue("border", ("river, ridge", "sea")), Issue("ports", ("open", "shut")))
    assert named_package(problem, "border=river, ridge, ports=open") == {
        "border": "river, ridge",
        "ports": "open",
    }
    with pytest.raises(NoSuchThing, match='names "border" twice'):
        named_package(problem, "border=sea, border=sea, ports=open")
    with pytest.raises(NoSuchThing, match='no option for "ports"'):
        named_package(problem, "border=sea")
    with pytest.raises(NoSuchThing, match='Did you mean "shut"'):
        named_package(problem, "border=sea, ports=shutt")
