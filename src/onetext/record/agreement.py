"""Whether people who reviewed the same statements agree: Krippendorff's alpha.

A unit is a proposed statement that two people or more judged, each looking at it (what was
accepted by a rule alone was looked at by nobody). The value that a person gave is, for

    verdict                 accepted, corrected or rejected
    act, speaker, party     that of the proposal where they accepted it, that of their correction
                            where they corrected it; missing where they rejected it

Each person's latest verdict that stands counts. Alpha is computed by nltk's AnnotationTask with
the nominal metric. Krippendorff's definition leaves a missing value out and with it every unit
that fewer than two people have a value for; nltk does the same where the triple (coder, unit,
value) is left out, which is how it is called here. Where nobody ever gave a second value alpha is
0/0: nltk then says 1, we say that it is not defined.

Source: K. Krippendorff (2019), Content Analysis, 4th edition, chapter 12; K. Krippendorff (2011),
Computing Krippendorff's Alpha-Reliability.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from onetext.record.review import as_proposed
from onetext.record.statements import Statement
from onetext.record.store import Store
from onetext.record.views import Judgement, RecordedStatement, Verdict

FIELDS = ("verdict", "act", "speaker", "party")
NOT_KNOWN = "(not known)"

Ratings = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Alpha:
    """Agreement on one field.

    Attributes:
        alpha: 1 for full agreement, 0 for what chance would give, less than 0 for less than
            that; None where it is not defined.
        units: statements with two values or more, which are those that count.
        values: values on these units.
        missing: values that the coders did not give on all units that several judged.
        equal_share: of the pairs of values on a unit, how many are equal (0 to 1); None without.
    """

    field: str
    alpha: float | None
    units: int
    values: int
    missing: int
    equal_share: float | None


@dataclass(frozen=True, slots=True)
class PairAlpha:
    """Agreement of two people on one field, over what both judged."""

    pair: tuple[str, str]
    of: Alpha


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A statement, a field, and the values that people gave."""

    recorded: RecordedStatement
    field: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """`units` counts statements that two people or more judged; `coders` are those people."""

    coders: tuple[str, ...]
    units: int
    fields: tuple[Alpha, ...]
    pairs: tuple[PairAlpha, ...]
    disagreements: tuple[Disagreement, ...]


def agreement(store: Store) -> Agreement:
    """How far those who reviewed the same statements agree."""
    latest: dict[str, dict[str, Judgement]] = {}
    for given in store.judgements(shared=True):  # in the order of recording
        if given.rule is None:
            latest.setdefault(given.of, {})[given.author] = given
    shared = {of: given for of, given in latest.items() if len(given) > 1}
    found = store.statements(verdicts=tuple(Verdict)) if shared else []
    units = {one.id: as_proposed(store, one) for one in found if one.id in shared}
    shared = {of: given for of, given in shared.items() if of in units}
    coders = tuple(sorted({author for given in shared.values() for author in given}))
    ratings = {field: _ratings(field, shared, units) for field in FIELDS}
    return Agreement(
        coders,
        len(shared),
        tuple(measured(field, ratings[field], coders) for field in FIELDS),
        tuple(
            PairAlpha(pair, measured(field, _of_pair(ratings[field], pair, shared), pair))
            for pair in combinations(coders, 2)
            for field in FIELDS
        ),
        tuple(_disagreements(ratings, units)),
    )


def measured(field: str, ratings: Ratings, coders: Iterable[str]) -> Alpha:
    """Alpha of `ratings`: by unit, what each coder gave; a coder who gave nothing is left out."""
    pairable = {unit: given for unit, given in ratings.items() if len(given) > 1}
    values = sum(len(given) for given in pairable.values())
    missing = len(ratings) * len(list(coders)) - sum(len(given) for given in ratings.values())
    equal = pairs = 0
    for given in pairable.values():
        for one, other in combinations(given.values(), 2):
            pairs += 1
            equal += one == other
    return Alpha(
        field, alpha(pairable), len(pairable), values, missing, equal / pairs if pairs else None
    )


def alpha(ratings: Ratings) -> float | None:
    """Krippendorff's nominal alpha; None where there are not two different values."""
    triples = [
        (coder, unit, value)
        for unit, given in ratings.items()
        if len(given) > 1
        for coder, value in given.items()
    ]
    if len({value for _, _, value in triples}) < 2:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # nltk warns of parts of it that are not installed
        from nltk.metrics.agreement import AnnotationTask

    return float(AnnotationTask(data=triples).alpha())


def _ratings(
    field: str,
    shared: Mapping[str, Mapping[str, Judgement]],
    units: Mapping[str, RecordedStatement],
) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for of, given in shared.items():
        values = {who: _value(field, one, units[of].statement) for who, one in given.items()}
        found[of] = {who: value for who, value in values.items() if value is not None}
    return found


def _value(field: str, given: Judgement, proposed: Statement) -> str | None:
    if field == "verdict":
        return str(given.verdict)
    if given.verdict is Verdict.REJECTED:
        return None
    said = given.statement or proposed
    value = {"act": str(said.act), "speaker": said.speaker.name, "party": said.speaker.party}[field]
    return value or NOT_KNOWN


def _of_pair(
    ratings: Ratings, pair: tuple[str, str], shared: Mapping[str, Mapping[str, Judgement]]
) -> Ratings:
    return {
        unit: {who: value for who, value in given.items() if who in pair}
        for unit, given in ratings.items()
        if all(who in shared[unit] for who in pair)
    }


def _disagreements(
    ratings: Mapping[str, Ratings], units: Mapping[str, RecordedStatement]
) -> Iterable[Disagreement]:
    for unit, recorded in units.items():
        for field in FIELDS:
            given = ratings[field].get(unit, {})
            if len(set(given.values())) > 1:
                yield Disagreement(recorded, field, tuple(sorted(given.items())))
