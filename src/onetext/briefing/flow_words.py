"""A flow chart in words, for who does not see it."""

from __future__ import annotations

from collections.abc import Iterator

from onetext.briefing.flow_bundles import Bundle, bundles
from onetext.briefing.flow_names import draft_name, named, names
from onetext.briefing.words import counted, listed
from onetext.positions.flow_shapes import Flow, Ribbon, Way


def told(flow: Flow) -> str:
    """A line for all drafts, one for the points of the first, and one for every step: how many
    points went which way, and all that did not stay as they were."""
    drafts = [
        f"{draft_name(flow, column)} ({counted(len(matters), 'point')})"
        for column, matters in enumerate(flow.matters)
    ]
    first = names(flow, 0, range(len(flow.matters[0])))
    return "\n".join(
        [
            f"{counted(len(drafts), 'draft')}, in order of time: {listed(drafts)}.",
            f"{draft_name(flow, 0)}: {first or 'no point'}.",
            *(" ".join(_step(flow, column)) for column in range(len(flow.ribbons))),
        ]
    )


def became(flow: Flow, column: int, ribbon: Ribbon) -> str:
    """Which point of a draft is which of the next."""
    one, other = named(flow, column, ribbon.before), named(flow, column + 1, ribbon.after)
    return one if one == other else f"{one} became {other}"


def back_again(flow: Flow, bundle: Bundle) -> str:
    """Which points are back, and where they stood last."""
    before = names(flow, bundle.last, bundle.before)
    after = names(flow, bundle.back, bundle.after)
    return f"{after} (last {before} in {draft_name(flow, bundle.last)})"


def _step(flow: Flow, column: int) -> Iterator[str]:
    ribbons = flow.ribbons[column]
    gone, new = flow.gone(column), flow.new(column + 1)
    dropped = [at for at, returns in gone.items() if not returns]
    left_out = [at for at, returns in gone.items() if returns]
    added = [at for at, known in new.items() if not known]
    back = [at for at, known in new.items() if known]
    ways = [(len({one.before for one in ribbons if one.way is way}), str(way)) for way in Way]
    ends = [
        (len(dropped), "dropped"),
        (len(left_out), "left out for a while"),
        (len(added), "new"),
        (len(back), "back"),
    ]
    counts = [f"{number} {what}" for number, what in (*ways, *ends) if number]
    after = column + 1
    yield f"To {draft_name(flow, after)}: {listed(counts) or 'nothing went on'}."
    for way in Way:
        tied = [one for one in ribbons if one.way is way and not _as_before(flow, column, one)]
        yield from _sentence(str(way), "; ".join(became(flow, column, one) for one in tied))
    yield from _sentence("dropped", names(flow, column, dropped))
    yield from _sentence("left out for a while", names(flow, column, left_out))
    yield from _sentence("new", names(flow, after, added))
    coming = [bundle for bundle in bundles(flow) if bundle.back == after]
    yield from _sentence("back", "; ".join(back_again(flow, bundle) for bundle in coming))


def _sentence(what: str, said: str) -> Iterator[str]:
    if said:
        yield f"{what.capitalize()}: {said}."


def _as_before(flow: Flow, column: int, ribbon: Ribbon) -> bool:
    """Whether there is nothing to tell: in its place, with its number and its name."""
    same = named(flow, column, ribbon.before) == named(flow, column + 1, ribbon.after)
    return same and ribbon.way is Way.IN_PLACE
