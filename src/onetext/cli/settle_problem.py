"""The problem that `onetext settle` was asked about, and what is assumed of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from onetext.cli.settle_options import Asked
from onetext.errors import UnreadableFile
from onetext.record.addresses import RecordAt
from onetext.settlement.demand_rule import DemandRule, DemandsRead
from onetext.settlement.demands import Demand, demands
from onetext.settlement.overrides import Overrides
from onetext.settlement.overrides_yaml import read_overrides
from onetext.settlement.problem import Problem
from onetext.settlement.problem_files import read_problem
from onetext.settlement.what_if import fix, leave_out, relax
from onetext.settlement.words import concession_sentence

SQLITE = b"SQLite format 3\x00"


def is_record(at: RecordAt) -> bool:
    """Whether a record stands at `at`: a file is told by its first bytes."""
    if not isinstance(at, Path):
        return True
    if not at.is_file():
        return False
    try:
        with at.open("rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnreadableFile(at, reason, "See who may read it.") from error


def problem_asked(at: RecordAt, asked: Asked, day: date, recorded: bool) -> Problem:
    """The problem at `at`, from the record as of `day` or from a file or folder."""
    if isinstance(at, Path) and not recorded:
        return read_problem(at, real_values=asked.real_values)
    from onetext.settlement.from_record import problem_from_record  # loads the positions
    from onetext.wiring import open_record

    overrides = _overrides(asked.overrides) if asked.overrides else None
    with open_record(at, viewer=asked.viewer) as opened:
        return problem_from_record(
            opened.store,
            as_of=day,
            known_on=asked.known_on,
            include_pending=asked.include_pending,
            parties=asked.parties,
            issues=asked.issues,
            overrides=overrides,
            demand_rule=DemandRule(DemandsRead(asked.demands)) if asked.demands else None,
        )


def assumed(problem: Problem, asked: Asked) -> tuple[Problem, tuple[str, ...]]:
    """The problem under the what-ifs, and what they are in words.

    Raises:
        NoSuchThing: a what-if names what the problem does not have.
    """
    told: list[str] = []
    for party in asked.left_out:
        left = leave_out(problem, party)
        gone = next(one for one in problem.parties if one not in left.parties)
        told.append(f"{gone} is not asked")
        problem = left
    for typed in asked.relaxed:
        relaxed = relax(problem, typed)
        remaining = {_made(demand) for demand in demands(relaxed)}
        told += [
            concession_sentence(demand)
            for demand in demands(problem)
            if _made(demand) not in remaining
        ]
        problem = relaxed
    for typed in asked.fixed:
        fixed = fix(problem, typed)
        told += [
            f"{after.name}: {after.options[0]} is decided"
            for before, after in zip(problem.issues, fixed.issues, strict=True)
            if before.options != after.options
        ]
        problem = fixed
    return problem, tuple(told)


def _made(demand: Demand) -> tuple[object, ...]:
    """What makes a demand the same before and after, whatever its number."""
    return demand.kind, demand.party, demand.combination, demand.least


def _overrides(path: Path) -> Overrides:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise UnreadableFile(path, "there is no such file", "Name another.") from error
    except UnicodeDecodeError as error:
        raise UnreadableFile(path, "it is not UTF-8", "Save it as UTF-8.") from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnreadableFile(path, reason, "See who may read it.") from error
    return read_overrides(text)
