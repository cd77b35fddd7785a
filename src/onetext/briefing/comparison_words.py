"""A comparison of two drafts in sentences, as a delegate would tell it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onetext.briefing.words import counted, listed
from onetext.text.comparing.shapes import (
    BracketChange,
    BracketFate,
    Change,
    Comparison,
    Outcome,
    PointChange,
)
from onetext.text.comparing.summary import (
    UNSURE,
    BracketCounts,
    PointCounts,
    articles,
    count_brackets,
    count_points,
    unsure,
)

QUOTED_CHARS = 160


def summary(comparison: Comparison) -> list[str]:
    """What became of the articles, of all points and of the brackets; and what is not sure."""
    before, after, told = comparison.before, comparison.after, comparison.points
    name, units = articles(before)
    lines = []
    if name == "article":
        lines.append(_points(count_points(told, units, articles(after)[1]), name))
    every = count_points(told, before.walk(), after.walk())
    lines.append(_points(every, "numbered place" if name == "article" else "point"))
    brackets = count_brackets(comparison)
    if brackets.before or brackets.after:
        lines.append(_brackets(brackets))
        lines += _ended(brackets)
    doubtful = len(unsure(told))
    if doubtful:
        lines.append(
            f"{counted(doubtful, 'match')[:-1] + 'es' if doubtful > 1 else '1 match'} "
            f"{'are' if doubtful > 1 else 'is'} less than {UNSURE:.0%} sure: look with "
            f"--confidence-below {UNSURE}."
        )
    return lines


def became(one: PointChange) -> str:
    """What a change is called: "moved and reworded, now 3", "split into 4, 5 and 6"."""
    ours, theirs = listed(one.before), listed(one.after)
    if one.change is Change.DROPPED:
        said = f"{ours} was dropped"
    elif one.change is Change.ADDED:
        said = f"{theirs} is new"
    elif one.change is Change.SPLIT:
        said = f"{ours} was split into {theirs}"
    elif one.change is Change.MERGED:
        said = f"{ours} were merged into {theirs}"
    else:
        reworded = "put in other words" if one.restated else "reworded"
        how = [word for word, so in (("moved", one.moved), (reworded, one.reworded)) if so]
        stands = " and ".join(how)
        if ours == theirs:
            said = f"{ours} was {stands}" if how else f"{ours} is kept"
        else:
            said = f"{ours} is now {theirs}, {stands or 'its words kept'}"
    if one.corrected:
        return f"{said} (by a person's word)"
    return said if one.confidence >= UNSURE else f"{said} ({one.confidence:.0%} sure)"


def bracket_line(one: BracketChange, before: str) -> str:
    """How a bracket ended, in a line: `[shall][should] settled as "shall"`."""
    if one.before is None:
        return "opened"
    words = quoted(one.before.of(before))
    whose = f", the wording of {listed(one.whose)}" if one.whose else ""
    now = quoted(one.settled_as or "")
    if one.how is BracketFate.MOVED:
        return f"{words} moved, still in brackets"
    if one.how is BracketFate.KEPT:
        return f"{words} stands"
    if one.outcome is Outcome.DROPPED:
        return f"{words} dropped"
    if one.how is BracketFate.SETTLED:
        how = "settled as" if one.outcome is Outcome.ACCEPTED else "settled in other words:"
        return f'{words} {how} "{now}"{whose}'
    if one.outcome is Outcome.ACCEPTED:
        return f"{words} accepted{whose}"
    if now.isdigit():
        return f'{words} settled as "{now}"{whose}'
    return f'{words} closed in other words: "{now}"{whose}'


def quoted(words: str) -> str:
    """Words in one line, cut short in their middle."""
    whole = " ".join(words.split())
    if len(whole) <= QUOTED_CHARS:
        return whole
    half = QUOTED_CHARS // 2 - 2
    return f"{whole[:half].rstrip()} … {whole[-half:].lstrip()}"


def _points(counts: PointCounts, name: str) -> str:
    number = counts.became
    parts = []
    reworded, moved = number[Change.REWORDED], number[Change.MOVED]
    if name == "article":
        parts.append(f"{counts.stand} stand" if counts.stand != 1 else "1 stands")
    else:
        parts.append(f"{number[Change.KEPT]} {_are(number[Change.KEPT])} kept word for word")
        parts += _some(reworded, "reworded")
        parts += _some(moved, "moved")
    parts += _some(number[Change.SPLIT], "split")
    parts += _some(number[Change.MERGED], "merged")
    parts += _some(number[Change.DROPPED], "dropped", "was", "were")
    new = number[Change.ADDED]
    told = f"Of {counted(counts.before, name)}, {listed(parts)}"
    return f"{told}; {new} {_are(new)} new." if new else f"{told}; none is new."


def _brackets(counts: BracketCounts) -> str:
    before, after = counts.before, counts.after
    way = "fell" if after < before else "rose" if after > before else "stay"
    told = (
        f"There {_are(before)} {counted(before, 'bracket')} before and after"
        if way == "stay"
        else f"Brackets {way} from {before:,} to {after:,}"
    )
    fates = counts.fates
    parts = [
        f"{fates[fate]:,} {word}"
        for fate, word in (
            (BracketFate.SETTLED, "settled"),
            (BracketFate.CLOSED, "closed"),
            (BracketFate.KEPT, "stand"),
            (BracketFate.MOVED, "moved with their words"),
            (BracketFate.OPENED, "opened"),
        )
        if fates[fate]
    ]
    return f"{told}: {listed(parts)}." if parts else f"{told}."


def _ended(counts: BracketCounts) -> list[str]:
    """How those ended that are gone: choices settled first, then single brackets closed."""
    lines = []
    settled = [
        (Outcome.ACCEPTED, "as one of the alternatives"),
        (Outcome.REWORDED, "in other words"),
        (Outcome.DROPPED, "with none of them"),
    ]
    closed = [
        (Outcome.ACCEPTED, "with the text accepted"),
        (Outcome.REWORDED, "in other words"),
        (Outcome.DROPPED, "with the text dropped"),
    ]
    for fate, what, ways in (
        (BracketFate.SETTLED, "settled", settled),
        (BracketFate.CLOSED, "closed", closed),
    ):
        parts = [
            f"{counts.ended[fate, outcome]:,} {words}"
            for outcome, words in ways
            if (fate, outcome) in counts.ended
        ]
        if parts:
            lines.append(f"Of those {what}, {listed(parts)}.")
    if counts.with_their_point:
        gone = counts.with_their_point
        lines.append(
            f"{gone:,} of the dropped {'was' if gone == 1 else 'were'} in points that are gone."
        )
    return lines


def _some(number: int, what: str, one: str = "is", many: str = "are") -> list[str]:
    return [f"{number:,} {one if number == 1 else many} {what}"] if number else []


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def told_with(one: PointChange, brackets: Iterable[BracketChange]) -> Sequence[BracketChange]:
    """The brackets whose ending a change should tell: those of its points that were settled,
    closed with words that stand, or moved."""
    if one.change is Change.DROPPED:
        return []
    return [
        bracket
        for bracket in brackets
        if bracket.path in one.before
        and bracket.before is not None
        and (
            bracket.how is BracketFate.SETTLED
            or bracket.how is BracketFate.MOVED
            or (bracket.how is BracketFate.CLOSED)
        )
    ]
