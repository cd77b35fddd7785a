"""Names as a person types them: capitals do not matter, a unique beginning is enough.

A name that holds a sign which separates names (":", "=", ",") is found all the same: of all
places of the sign, the one counts that leaves the longest name which exists. Where that is not
what is meant, quotation marks keep a name together: "a:b":c.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import process, utils

from onetext.errors import OnetextError

MOST_LISTED = 8
LEAST_ALIKE = 75
QUOTE = '"'


class NoSuchThing(OnetextError):
    """A party, an issue, an option or a demand was named that the problem does not have."""


def named(what: str, typed: str, names: Sequence[str]) -> str:
    """The one of `names` that is meant.

    Args:
        what: what the names are of, for the message: "party", "issue".

    Raises:
        NoSuchThing: none is meant, or several are; the message names the nearest.
    """
    found = _matches(typed, names)
    if len(found) == 1:
        return found[0]
    wanted = unquoted(typed)
    if found:
        listed = _listed(found)
        raise NoSuchThing(
            f'The {what} "{wanted}" was asked for, but {len(found)} begin so: use {listed}.'
        )
    raise NoSuchThing(
        f'The {what} "{wanted}" was asked for, but there is none such. {nearest(wanted, names)}'
    )


def nearest(typed: str, names: Sequence[str]) -> str:
    """A sentence that tells the name most like `typed`, or else what names there are."""
    found = process.extractOne(
        typed, names, processor=utils.default_process, score_cutoff=LEAST_ALIKE
    )
    if found is not None:
        return f'Did you mean "{found[0]}"?'
    return f"Use {_listed(names)}." if names else "There are none at all."


def paired(typed: str, sign: str, what: str, names: Sequence[str], form: str) -> tuple[str, str]:
    """The name before one of the `sign`s in `typed`, and what stands behind that sign.

    Args:
        what: what `names` are of.
        form: how such a pair is written, for the message: "PARTY:ISSUE".

    Raises:
        NoSuchThing: there is no sign, or no name before it.
    """
    places = list(outside_quotes(typed, sign))
    if not places:
        raise NoSuchThing(f'"{typed}" was given, but it is no {form}. Write {form}.')
    for exactly in (True, False):
        for place in reversed(places):
            found = _matches(typed[:place], names, exactly=exactly)
            if len(found) == 1:
                return found[0], typed[place + 1 :]
    return named(what, typed[: places[0]], names), typed[places[0] + 1 :]


def outside_quotes(typed: str, sign: str) -> Iterator[int]:
    """The places of `sign` that stand outside of quotation marks."""
    quoted = False
    for place, character in enumerate(typed):
        if character == QUOTE:
            quoted = not quoted
        elif character == sign and not quoted:
            yield place


def unquoted(typed: str) -> str:
    """Without the white space around it, and without quotation marks that hold all of it."""
    bare = typed.strip()
    inside = bare[1:-1]
    if len(bare) > 1 and bare[0] == bare[-1] == QUOTE and QUOTE not in inside:
        return inside
    return bare


def _matches(typed: str, names: Sequence[str], *, exactly: bool = False) -> list[str]:
    """The names that are meant: as typed, else but for capitals, else beginning so."""
    wanted = unquoted(typed)
    folded = wanted.casefold()
    same = [name for name in names if name == wanted]
    alike = [name for name in names if name.casefold() == folded]
    begun = [name for name in names if folded and name.casefold().startswith(folded)]
    return same or alike or ([] if exactly else begun)


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(f'"{name}"' for name in names[:MOST_LISTED])
    hidden = len(names) - MOST_LISTED
    return f"{shown} or one of {hidden} more" if hidden > 0 else shown
