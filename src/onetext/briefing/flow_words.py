"""A flow chart in words: the whole of it in paragraphs, and each of its parts in a hint."""

from __future__ import annotations

from collections.abc import Iterator

from onetext.briefing.flow_bundles import Bundle, bundles
from onetext.briefing.flow_names import draft_name, named, origin
from onetext.briefing.words import counted, listed
from onetext.positions.flow_shapes import Flow, Ribbon, Way


def told(flow: Flow) -> str:
    """A line for all drafts, and one for every step: how many points went which way, and which."""
    drafts = [
        f"{draft_name(flow, column)} ({counted(len(matters), 'point')})"
        for column, matters in enumerate(flow.matters)
    ]
    first = "; ".join(named(flow, 0, at) for at in range(len(flow.matters[0])))
    return "\n".join(
        [
            f"{counted(len(drafts), 'draft')}, in order of time: {listed(drafts)}.",
            f"{draft_name(flow, 0)}: {first or 'no point'}.",
            *(" ".join(_step(flow, column)) for column in range(len(flow.ribbons))),
        ]
    )


def _step(flow: Flow, column: int) -> Iterator[str]:
    ribbons = flow.ribbons[column]
    gone, new = flow.gone(column), flow.new(column + 1)
    left = {
        "dropped": [at for at, back in gone.items() if not back],
        "left out for a while": [at for at, back in gone.items() if back],
    }
    came = {
        "new": [at for at, known in new.items() if not known],
        "back": [at for at, known in new.items() if known],
    }
    parts = [
        f"{len({one.before for one in ribbons if one.way is way})} {way}"
        for way in Way
        if any(one.way is way for one in ribbons)
    ]
    parts += [f"{len(found)} {what}" for what, found in (left | came).items() if found]
    yield f"To {draft_name(flow, column + 1)}: {listed(parts) or 'nothing went on'}."
    for way in Way:
        tied = [
            _became(flow, column, one)
            for one in ribbons
            if one.way is way and not _as_before(flow, column, one)
        ]
        if tied:
            yield f"{way.capitalize()}: {'; '.join(tied)}."
    for what, found in left.items():
        if found:
            yield f"{what.capitalize()}: {'; '.join(named(flow, column, at) for at in found)}."
    for what, found in came.items():
        if found:
            yield f"{what.capitalize()}: {'; '.join(_came(flow, column + 1, at) for at in found)}."


def _as_before(flow: Flow, column: int, ribbon: Ribbon) -> bool:
    """Whether there is nothing to tell: in its place, with its number and its name."""
    same = named(flow, column, ribbon.before) == named(flow, column + 1, ribbon.after)
    return same and ribbon.way is Way.IN_PLACE


def _became(flow: Flow, column: int, ribbon: Ribbon) -> str:
    one, other = named(flow, column, ribbon.before), named(flow, column + 1, ribbon.after)
    return f"{one} became {other}"


def _came(flow: Flow, column: int, at: int) -> str:
    """A point that is new or back, and where it stood last."""
    origins = [origin(flow, one) for one in flow.returns if (one.back, one.after) == (column, at)]
    name = named(flow, column, at)
    return f"{name} (last {listed(origins)})" if origins else name


def hints(flow: Flow) -> dict[str, str]:
    """What each box, ribbon and return says where a pointer rests on it, by the id it is drawn
    under."""
    found = {}
    for column, matters in enumerate(flow.matters):
        gone, new = flow.gone(column), flow.new(column)
        for at, matter in enumerate(matters):
            parts = [named(flow, column, at), counted(matter.words, "word")]
            if at in new:
                parts.append(f"back: {_came(flow, column, at)}" if new[at] else "new")
            if at in gone:
                parts.append("left out for a while" if gone[at] else "dropped")
            found[f"box-{column}-{at}"] = "; ".join(parts)
    for column, ribbons in enumerate(flow.ribbons):
        for one in ribbons:
            alike = "" if one.way is Way.ISSUE else f", {one.similarity:.0%} alike"
            gid = f"ribbon-{column}-{one.before}-{one.after}"
            found[gid] = f"{_became(flow, column, one)}: {one.way}{alike}"
    for bundle in bundles(flow):
        found[f"return-{flow.returns.index(bundle.returns[0])}"] = _returned(flow, bundle)
    return found


def _returned(flow: Flow, bundle: Bundle) -> str:
    before = listed([named(flow, bundle.last, at) for at in bundle.before])
    after = listed([named(flow, bundle.back, at) for at in bundle.after])
    without = listed([draft_name(flow, column) for column in bundle.without])
    return (
        f"{before} in {draft_name(flow, bundle.last)}, left out in {without}, "
        f"back as {after} in {draft_name(flow, bundle.back)}"
    )
