"""What stands beside each point of an outline: brackets, options, status, who is named."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from onetext.text.drafts import Attribution, AttributionStance, Bracket, BracketKind, Draft, Point
from onetext.text.pieces import Paths
from onetext.text.summary import Summary

_OPENED = re.compile(r"(?:\\?\[|[*_ ])*")
CHOICES_SHOWN = 4
CHOICE_CHARS = 28
NAMES_SHOWN = 12
_KINDS = {
    BracketKind.ALTERNATIVE: ("alternative", "alternatives"),
    BracketKind.ADDITION: ("addition", "additions"),
    BracketKind.DELETION: ("deletion", "deletions"),
    BracketKind.PLACEHOLDER: ("placeholder", "placeholders"),
    BracketKind.WHOLE_OPTION: ("whole paragraph or option", "whole paragraphs or options"),
}
_DO = {
    AttributionStance.PROPOSES: "proposed by",
    AttributionStance.SUPPORTS: "supported by",
    AttributionStance.OPPOSES: "opposed by",
    AttributionStance.RESERVES: "reserved by",
}
_DOES = {
    AttributionStance.PROPOSES: "proposes",
    AttributionStance.SUPPORTS: "supports",
    AttributionStance.OPPOSES: "opposes",
    AttributionStance.RESERVES: "reserves",
}


@dataclass(slots=True)
class Marginalia:
    """The brackets of each point, by its path."""

    text: str
    brackets: dict[str | None, list[Bracket]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, draft: Draft) -> Marginalia:
        marginalia = cls(draft.text)
        paths = Paths(draft)
        for bracket in draft.brackets:
            marginalia.brackets[paths.at(bracket.span.start)].append(bracket)
        return marginalia

    def opening(self, point: Point) -> str:
        """The brackets that open before the point's label."""
        opened = _OPENED.match(self.text, point.span.start)
        return "[" * opened.group().count("[") if opened else ""

    def beside(self, point: Point) -> str:
        """What is told beside a point, on one line; "" where there is nothing to tell."""
        brackets = self.brackets.get(point.path, [])
        attributions = [
            *point.attributions,
            *(said for bracket in brackets for said in bracket.attributions),
        ]
        parts = [
            point.mark.value if point.mark else "",
            point.status.value if point.status else "",
            _brackets(brackets),
            *_said(attributions),
        ]
        return "; ".join(part for part in parts if part)


def _brackets(brackets: list[Bracket]) -> str:
    if not brackets:
        return ""
    kinds = Counter(bracket.kind for bracket in brackets)
    told = ", ".join(count(number, *_KINDS[kind]) for kind, number in kinds.most_common())
    deepest = max(bracket.depth for bracket in brackets)
    deep = f", to depth {deepest}" if deepest > 1 else ""
    choices = list(dict.fromkeys(one.alternatives for one in brackets if one.alternatives))
    shown = "; ".join(" | ".join(map(_short, choice[:8])) for choice in choices[:CHOICES_SHOWN])
    more = "; ..." if len(choices) > CHOICES_SHOWN else ""
    return f"{told}{deep}{f' ({shown}{more})' if shown else ''}"


def _short(words: str) -> str:
    said = " ".join(words.split())
    return said if len(said) <= CHOICE_CHARS else f"{said[: CHOICE_CHARS - 1].rstrip()}…"


def _said(attributions: list[Attribution]) -> list[str]:
    names: dict[AttributionStance, dict[str, None]] = {}
    for said in attributions:
        names.setdefault(said.stance, {}).update(dict.fromkeys(said.names))
    return [
        f"{_DO[stance]} {', '.join(names[stance])}"
        for stance in AttributionStance
        if stance in names
    ]


def summary_lines(summary: Summary) -> list[str]:
    """What the draft comes to, one matter a line."""
    brackets = sum(summary.depths.values())
    points = count(summary.points, "point", "points")
    options = count(summary.options, "option", "options")
    none = f" ({summary.no_text} of them no text)" if summary.no_text else ""
    if not brackets:
        lines = [f"{points}, {options}{none}, no brackets."]
    else:
        told = ", ".join(count(number, *_KINDS[kind]) for kind, number in summary.kinds.items())
        deepest = max(summary.depths)
        nested = f", nested up to {deepest} deep" if deepest > 1 else ""
        lines = [
            f"{points}, {options}{none}, {count(brackets, 'bracket', 'brackets')} ({told}{nested})."
        ]
        if deepest > 1:
            depths = list(summary.depths.items())
            shown = ", ".join(f"{number:,} at depth {depth}" for depth, number in depths[:12])
            lines.append(f"Depth: {shown}{', ...' if len(depths) > 12 else ''}.")
    if summary.openings != summary.closings:
        lines.append(f"{summary.openings:,} brackets open and {summary.closings:,} close.")
    if summary.statuses:
        shares = ", ".join(
            f"{status.value} {number:,} ({round(100 * number / summary.points)}%)"
            for status, number in summary.statuses.items()
        )
        lines.append(f"Status of points: {shares}.")
    if summary.marks:
        marks = ", ".join(f"{mark.value} {number:,}" for mark, number in summary.marks.items())
        lines.append(f"Marks: {marks}.")
    if summary.notes:
        lines.append(f"{count(summary.notes, 'note', 'notes')} beside the text.")
    if summary.named:
        named = "; ".join(
            f"{each.name} "
            + ", ".join(f"{_DOES[stance]} {number}" for stance, number in each.stances.items())
            for each in summary.named[:NAMES_SHOWN]
        )
        more = len(summary.named) - NAMES_SHOWN
        lines.append(f"Named: {named}{f'; and {more} more' if more > 0 else ''}.")
    return lines


def count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
