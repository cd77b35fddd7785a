"""Reads a GENIUS domain folder: one domain and the preference profiles of its parties.

The semantics are those of GENIUS itself (genius.core.utility in GENIUS 10.4): weights as they
stand, evaluations of discrete issues divided by the largest, linear evaluations of whole
numbers from the lower bound, of real numbers from the number itself, both cut to 0..1.
Utilities stay on that scale, 0 to 1.

Source: Lin and others (2014), Computational Intelligence 30, 48-70.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from onetext.settlement.genius_file import BadDomain, GeniusFile, GeniusIssue, genius_file, number
from onetext.settlement.genius_values import Options, evaluations, options_of
from onetext.settlement.problem import (
    Agreement,
    Issue,
    Points,
    Preferences,
    Problem,
    Reservation,
)

__all__ = ["REAL_VALUES", "BadDomain", "read_genius"]

REAL_VALUES = 11
"""So many evenly spaced values of a real issue are looked at."""


def read_genius(folder: Path, *, real_values: int = REAL_VALUES) -> Problem:
    """The problem of a domain folder; every profile in it is a party, named by its file.

    Args:
        folder: with one XML file for the domain and one for each profile.
        real_values: how many evenly spaced values of a real issue become options, its bounds
            among them; those at which an evaluator bends are added. A note says so.

    Raises:
        BadDomain: the domain or a profile is missing, broken or incomplete.
    """
    files = [genius_file(path) for path in sorted(folder.glob("*.xml"))]
    with_issues = [file for file in files if file.issues]
    if not with_issues:
        raise BadDomain(folder, "no XML file in it has an issue. Name a GENIUS domain folder.")
    profiles = [file for file in with_issues if file.is_profile]
    domains = [file for file in with_issues if not file.is_profile]
    if len(profiles) < 2:
        found = "one preference profile was" if profiles else "no preference profile was"
        raise BadDomain(
            folder, f"{found} found, two are needed. Add the missing profile's XML file."
        )
    domain = domains[0] if domains else profiles[0]
    issues = domain.issues
    names = [issue.name for issue in issues]
    if len(set(names)) < len(names):
        raise BadDomain(domain.path, "two issues have the same name. Rename one of them.")
    own = [_own_issues(profile, issues) for profile in profiles]
    options = [
        options_of(issue, [one[place] for one in own], real_values)
        for place, issue in enumerate(issues)
    ]
    return Problem(
        folder.name,
        tuple(Issue(name, tuple(one)) for name, one in zip(names, options, strict=True)),
        tuple(
            _preferences(profile, names, one, options)
            for profile, one in zip(profiles, own, strict=True)
        ),
        Agreement(len(profiles)),
        notes=(*_discounts(profiles), *_samples(issues, options, real_values)),
    )


def _own_issues(profile: GeniusFile, issues: list[GeniusIssue]) -> list[GeniusIssue]:
    """The profile's issue for each of the domain's; they go by their index."""
    by_index = {issue.index: issue for issue in profile.issues}
    found = [by_index.get(issue.index) for issue in issues]
    for issue, own in zip(issues, found, strict=True):
        if own is None:
            raise BadDomain(
                profile.path,
                f'nothing is said on the issue "{issue.name}". Add an "issue" element with the '
                f'index "{issue.index}".',
            )
    return [one for one in found if one is not None]


def _preferences(
    profile: GeniusFile, names: list[str], own: list[GeniusIssue], options: list[Options]
) -> Preferences:
    weights = _weights(profile)
    kept = {}
    for name, issue in zip(names, own, strict=True):
        if issue.index not in weights:
            raise BadDomain(
                profile.path,
                f'the issue "{name}" has no weight. Add a "weight" element with the index '
                f'"{issue.index}".',
            )
        kept[name] = weights[issue.index]
    if not any(kept.values()):
        raise BadDomain(
            profile.path, "the weights sum to nothing, so that every package is worth the same."
        )
    return Preferences(
        profile.path.stem,
        kept,
        {
            name: {
                option: Points.exactly(worth) for option, worth in evaluations(issue, one).items()
            }
            for name, issue, one in zip(names, own, options, strict=True)
        },
        Reservation(profile.setting("reservation", Fraction(0))),
    )


def _weights(profile: GeniusFile) -> dict[str | None, Fraction]:
    return {
        element.get("index"): number(
            profile.path,
            element,
            "value",
            f'"weight" element with the index "{element.get("index")}"',
        )
        for element in profile.root.iter("weight")
    }


def _discounts(profiles: list[GeniusFile]) -> list[str]:
    notes = []
    for profile in profiles:
        discount = profile.setting("discount_factor", Fraction(1))
        if 0 < discount < 1:
            notes.append(
                f"{profile.path.stem} discounts by {float(discount):g} a round; "
                "settlement has no rounds and leaves it out."
            )
    return notes


def _samples(issues: list[GeniusIssue], options: list[Options], real_values: int) -> list[str]:
    notes = []
    for issue, one in zip(issues, options, strict=True):
        if issue.kind == "real":
            low, high = issue.bounds
            notes.append(
                f'"{issue.name}" is a real number from {float(low):g} to {float(high):g}; '
                f"{len(one)} values of it are looked at: {real_values} evenly spaced, and those "
                "at which an evaluator bends. Results hold for these values."
            )
    return notes
