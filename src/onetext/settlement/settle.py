"""The settlement of a problem: one question, answered by whichever solvers wiring chose.

Every package that a solver names is computed again from the problem itself, in exact
fractions, before it is believed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from onetext.errors import OnetextError
from onetext.settlement.chances import chance, surest
from onetext.settlement.conflicts import impasse
from onetext.settlement.demands import DemandKind, MinimalSet, MinimalSets, without
from onetext.settlement.nearest import nearest_packages
from onetext.settlement.next_question import next_questions
from onetext.settlement.problem import Choice, Problem
from onetext.settlement.result import (
    FrontOffers,
    Known,
    NearestOffer,
    Offer,
    Question,
    Settlement,
    Solution,
    Surest,
)
from onetext.settlement.rules import Rule, key
from onetext.settlement.solver import Best, Chooser, Count, Deadline, Ideals, Oracles, Surveyor
from onetext.settlement.space import (
    Package,
    Space,
    acceptable_spaces,
    choice_of,
    package_of,
    points,
    unbarred_space,
    whole_space,
)
from onetext.settlement.utility import Reading, acceptable, gain, highest, lowest, middle, utility

NONE_KNOWN = MinimalSets((), complete=True)

FOR_IDEALS, FOR_COUNT, FOR_IMPASSE, FOR_NEAREST = 0.3, 0.2, 0.7, 0.3
FOR_FRONT, FOR_SUREST = 0.6, 0.4
FOR_RULES = dict(zip(Rule, (0.15, 0.2, 0.25, 0.3, 0.4), strict=True))
"""Of the time that is left at each step: what a step does not need, those after it have."""


class SolverDisagrees(OnetextError):
    """A solver's package is not worth what the solver says, or may not be chosen."""


@dataclass(frozen=True, slots=True)
class Solvers:
    """The solvers that a settlement needs; `name` is for the person who reads the result."""

    chooser: Chooser
    surveyor: Surveyor
    oracles: Oracles
    name: str


def settle(
    problem: Problem,
    solvers: Solvers,
    *,
    time_limit_s: float = 60.0,
    seed: int = 0,
    most_front: int = 1000,
    most_ties: int = 20,
    most_questions: int = 5,
    on_step: Callable[[str], None] | None = None,
    on_found: Callable[[MinimalSet], None] | None = None,
) -> Settlement:
    """Say why there is no agreement, or which packages all could accept.

    Args:
        problem: what the parties want; values that are not known count with their middle.
        solvers: as chosen by wiring.
        time_limit_s: wall-clock seconds for the whole; what is not proved by then says so.
        seed: of everything that is drawn at random.
        most_front: so many packages of the front are given; its size is always told.
        most_ties: so many packages of equal merit are given for each solution.
        most_questions: so many questions are given where values are unknown.
        on_step: told what is being computed, in a few words.
        on_found: told every conflict and every concession as soon as it is found, concessions
            in ascending order of their costs.

    Raises:
        SolverDisagrees: a solver's answer did not stand up to the exact computation.
    """
    started = time.monotonic()
    deadline = Deadline(time_limit_s)
    tell = on_step or (lambda _: None)
    base = whole_space(problem)
    spaces = acceptable_spaces(problem, base=base)
    tell("what each party could gain")
    for_ideals = deadline.part(FOR_IDEALS)
    ideals = [solvers.chooser.ideals(space, for_ideals) for space in spaces]
    solutions = {}
    possible = [space for space, one in zip(spaces, ideals, strict=True) if one.gains]
    known = all(one.proven for one in ideals if not one.gains)
    if possible:
        most = _most(ideals, len(problem.parties))
        for rule in Rule:
            tell(rule.value)
            time_left = deadline.part(FOR_RULES[rule])
            found = _solution(problem, solvers.chooser, possible, rule, most, time_left, most_ties)
            if found is not None:
                solutions[rule] = found
    feasible = True if solutions else (False if known and not possible else None)
    tell("the number of packages")
    if feasible is False:
        count = Count(0, exact=True)
    else:
        count = solvers.surveyor.count(spaces, deadline.part(FOR_COUNT), seed=seed)
        count = _at_least(count, solutions.values())
    conflicts, concessions = NONE_KNOWN, NONE_KNOWN
    if not feasible:
        tell("why not")
        conflicts, concessions = impasse(
            problem, solvers.oracles, deadline.part(FOR_IMPASSE), on_found=on_found
        )
    near = deadline.part(FOR_NEAREST)
    nearest = tuple(_nearest(problem, solvers.chooser, concessions, near))
    known_counts = _known(problem, solvers.surveyor, count, conflicts, deadline, seed)
    tell("the front")
    for_front = deadline if problem.certain else deadline.part(FOR_FRONT)
    unbarred = unbarred_space(problem, base=base)
    front = _front(problem, solvers.surveyor, unbarred, for_front, most_front, solutions.values())
    chances = {}
    sure: Surest | None = None
    questions: tuple[Question, ...] = ()
    if not problem.certain:
        tell("chances and questions")
        offered = {rule: tuple(one.offer.choice.items()) for rule, one in solutions.items()}
        each = {choice: chance(problem, dict(choice), seed=seed) for choice in offered.values()}
        chances = {rule: each[choice] for rule, choice in offered.items()}
        sure = _surest(problem, solvers.chooser, deadline.part(FOR_SUREST))
        questions = next_questions(problem, seed=seed, deadline=deadline, most=most_questions)
    return Settlement(
        problem=problem,
        feasible=feasible,
        acceptable=count,
        known=known_counts,
        conflicts=conflicts,
        concessions=concessions,
        nearest=nearest,
        front=front,
        solutions=solutions,
        chances=chances,
        surest=sure,
        questions=questions,
        solver=solvers.name,
        seed=seed,
        seconds=time.monotonic() - started,
    )


def _nearest(
    problem: Problem, chooser: Chooser, concessions: MinimalSets, deadline: Deadline
) -> Iterator[NearestOffer | None]:
    found = nearest_packages(problem, concessions.sets, chooser, deadline)
    for concession, one in zip(concessions.sets, found, strict=False):
        if one is None:
            yield None
            continue
        if not acceptable(without(problem, concession), one.choice):
            raise SolverDisagrees(
                f"The package {dict(one.choice)} was found to be opened by a concession, but "
                "computed again it is not. Please report this with the problem file."
            )
        yield NearestOffer(offer_of(problem, one.choice), one.proven)


def _known(
    problem: Problem,
    surveyor: Surveyor,
    by_middle: Count,
    conflicts: MinimalSets,
    deadline: Deadline,
    seed: int,
) -> Known:
    """The counts at the worst and at the best of unknown values; without any, the one there is.

    Where demands are in conflict that no value has a part in, no package can be acceptable.
    """
    if problem.certain:
        return Known(by_middle, by_middle)
    if any(all(one.kind is not DemandKind.RESERVATION for one in each) for each in conflicts.sets):
        return Known(Count(0, exact=True), Count(0, exact=True))
    guaranteed, possible = (
        surveyor.count(acceptable_spaces(problem, reading), deadline, seed=seed)
        for reading in (lowest, highest)
    )
    return Known(guaranteed, possible)


def _surest(problem: Problem, chooser: Chooser, deadline: Deadline) -> Surest:
    best = surest(problem, chooser, deadline)
    if not best.packages:
        return Surest(None, best.proven)
    choice = choice_of(problem, best.packages[0])
    if not acceptable(problem, choice, lowest):
        raise SolverDisagrees(
            f"The package {best.packages[0]} was found to be acceptable in any case, but computed "
            "again it is not. Please report this with the problem file."
        )
    return Surest(offer_of(problem, choice, lowest), best.proven)


def _at_least(count: Count, solutions: Iterable[Solution]) -> Count:
    """No estimate below the number of packages that are known."""
    if count.exact:
        return count
    known = {tuple(one.choice.items()) for each in solutions for one in (each.offer, *each.ties)}
    return Count(max(count.count, len(known)), exact=False)


def offer_of(problem: Problem, choice: Choice, reading: Reading = middle) -> Offer:
    """The package with its points and gains, in exact fractions."""
    return Offer(
        choice,
        tuple(utility(one, choice, reading) for one in problem.preferences),
        tuple(gain(one, choice, reading) for one in problem.preferences),
    )


def _most(ideals: Sequence[Ideals], parties: int) -> tuple[int, ...]:
    """The largest gain of each party over the union of the spaces."""
    named = [one.gains for one in ideals if one.gains]
    return tuple(max(gains[party] for gains in named) for party in range(parties))


def _solution(
    problem: Problem,
    chooser: Chooser,
    spaces: Sequence[Space],
    rule: Rule,
    ideals: Sequence[int],
    deadline: Deadline,
    most_ties: int,
) -> Solution | None:
    """The best over the union of `spaces`: the best of the best."""
    answers = [
        chooser.best(space, rule, deadline, ideals=ideals, most_ties=most_ties + 1)
        for space in spaces
    ]
    keys = {
        package: key(rule, _gains(space, package), ideals)
        for space, answer in zip(spaces, answers, strict=True)
        for package in answer.packages
    }
    if not keys:
        return None
    top = max(keys.values())
    packages = sorted(package for package, value in keys.items() if value == top)
    offers = [_checked(problem, package, spaces[0]) for package in packages[: most_ties + 1]]
    return Solution(
        rule=rule,
        offer=offers[0],
        proven=all(answer.proven for answer in answers),
        bound=_bound(rule, answers, spaces, offers[0]),
        ties=tuple(offers[1:]),
        ties_complete=all(one.ties_complete for one in answers) and len(packages) <= most_ties + 1,
        solver=answers[0].solver,
    )


def _gains(space: Space, package: Package) -> list[int]:
    return [
        amount - reservation
        for amount, reservation in zip(space.utilities(package), space.reservations, strict=True)
    ]


def _checked(problem: Problem, package: Package, space: Space) -> Offer:
    choice = choice_of(problem, package)
    offer = offer_of(problem, choice)
    told = tuple(Fraction(amount, space.scale) for amount in space.utilities(package))
    if told != offer.utilities or not acceptable(problem, choice):
        raise SolverDisagrees(
            f"The package {package} was found, but computed again it is not acceptable or is "
            "worth something else. Please report this with the problem file."
        )
    return offer


def _bound(
    rule: Rule, answers: Sequence[Best], spaces: Sequence[Space], top: Offer
) -> Fraction | None:
    """The bound in points, of the offers that are as good as `top` but for the number bounded.

    A product of gains has the scale once for each party that gains, and is compared only with
    products of as many.
    """
    [scale, *_] = {space.scale for space in spaces}
    factors = sum(gain > 0 for gain in top.gains)
    if rule is Rule.NASH:
        answers = [
            one
            for one, space in zip(answers, spaces, strict=True)
            if not one.packages
            or sum(gain > 0 for gain in _gains(space, one.packages[0])) == factors
        ]
    bounds = [one.bound for one in answers if one.packages or not one.proven]
    if any(one is None for one in bounds):
        return None
    largest = max(one for one in bounds if one is not None)
    if rule is Rule.KALAI_SMORODINSKY:
        return largest
    return largest / Fraction(scale) ** (factors if rule is Rule.NASH else 1)


def _front(
    problem: Problem,
    surveyor: Surveyor,
    space: Space,
    deadline: Deadline,
    most_front: int,
    solutions: Iterable[Solution],
) -> FrontOffers:
    known = [
        package_of(problem, one.choice) for each in solutions for one in (each.offer, *each.ties)
    ]
    front = surveyor.front(space, deadline, known=list(dict.fromkeys(known)))
    shown = [
        _shown(problem, space, tuple(map(int, row)), tuple(map(int, told)))
        for row, told in zip(front.packages[:most_front], front.utilities[:most_front], strict=True)
    ]
    return FrontOffers(len(front.packages), front.exact, tuple(shown))


def _shown(problem: Problem, space: Space, package: Package, told: tuple[int, ...]) -> Offer:
    """A package of the front, computed again from the space's own integers."""
    utilities = space.utilities(package)
    if utilities != told or not space.allows(package):
        raise SolverDisagrees(
            f"The package {package} was found on the front, but computed again it breaks a red "
            "line or is worth something else. Please report this with the problem file."
        )
    gains = _gains(space, package)
    return Offer(
        choice_of(problem, package),
        tuple(points(space, amount) for amount in utilities),
        tuple(points(space, amount) for amount in gains),
    )
