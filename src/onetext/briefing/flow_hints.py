"""What each part of a flow chart says where a pointer rests on it."""

from __future__ import annotations

from onetext.briefing.flow_bundles import Bundle, bundles
from onetext.briefing.flow_names import draft_name, named, names
from onetext.briefing.flow_words import back_again, became
from onetext.briefing.words import counted, listed
from onetext.positions.flow_shapes import Flow, Ribbon, Way


def box_id(column: int, at: int) -> str:
    return f"box-{column}-{at}"


def ribbon_id(column: int, ribbon: Ribbon) -> str:
    return f"ribbon-{column}-{ribbon.before}-{ribbon.after}"


def bundle_id(bundle: Bundle) -> str:
    one = bundle.returns[0]
    return f"return-{one.last}-{one.before}-{one.back}-{one.after}"


def hints(flow: Flow) -> dict[str, str]:
    """The hint of each box, ribbon and bundle of returns, by the id under which it is drawn."""
    found = {}
    for column, matters in enumerate(flow.matters):
        for at in range(len(matters)):
            found[box_id(column, at)] = _box(flow, column, at)
    for column, ribbons in enumerate(flow.ribbons):
        for one in ribbons:
            alike = "" if one.way is Way.ISSUE else f", {one.similarity:.0%} alike"
            found[ribbon_id(column, one)] = f"{became(flow, column, one)}: {one.way}{alike}"
    for bundle in bundles(flow):
        found[bundle_id(bundle)] = _returned(flow, bundle)
    return found


def _box(flow: Flow, column: int, at: int) -> str:
    gone, new = flow.gone(column), flow.new(column)
    parts = [named(flow, column, at), counted(flow.matters[column][at].words, "word")]
    if at in new and not new[at]:
        parts.append("new")
    parts += [
        f"back: {back_again(flow, bundle)}"
        for bundle in bundles(flow)
        if bundle.back == column and at in bundle.after
    ]
    if at in gone:
        parts.append("left out for a while" if gone[at] else "dropped")
    return "; ".join(parts)


def _returned(flow: Flow, bundle: Bundle) -> str:
    before, after = names(flow, bundle.last, bundle.before), names(flow, bundle.back, bundle.after)
    without = listed([draft_name(flow, column) for column in bundle.without])
    return (
        f"{before} in {draft_name(flow, bundle.last)}, left out of {without}, "
        f"back as {after} in {draft_name(flow, bundle.back)}"
    )
