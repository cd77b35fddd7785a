"""From places to a draft: one text that the parser of drafts reads, and the same points in it.

The text is laid out as Markdown. Where the parser finds the very places that the file names, its
reading stands; where a file is built in a way that a text cannot show, the file's points stand,
with the brackets and attributions that the parser found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from onetext.reading.akn.tree import Place
from onetext.text.drafts import Draft, Mark, Point, Status
from onetext.text.labels import label_at
from onetext.text.parse import parse_draft
from onetext.text.spans import Span

_INDENT = "    "
_DEEPEST_INDENT = 20
_SLUG_WORDS = 4
_NO_LABEL = re.compile(r"[*#](?=\s)")
"""Words that begin like this would be read as a bullet or a heading, which they are not."""


@dataclass(slots=True)
class _Text:
    parts: list[str] = field(default_factory=list)
    length: int = 0

    def paragraph(self, words: str, indent: int = 0, *, tight: bool = False) -> Span:
        lead = (("\n" if tight else "\n\n") if self.length else "") + _INDENT * min(
            indent, _DEEPEST_INDENT
        )
        self.parts += [lead, words]
        start = self.length + len(lead)
        self.length = start + len(words)
        return Span(start, self.length)


@dataclass(slots=True)
class _Laid:
    """A place with where it stands in the text; `own` are the spans of its own words."""

    place: Place
    start: int
    end: int
    own: list[Span]
    below: list[_Laid]


def composed(title: str, items: Sequence[str | Place], notes: dict[str, str]) -> Draft:
    """The draft whose title, words and places these are."""
    text = _Text()
    if title:
        text.paragraph(f"# {title}")
    laid = [found for found in _lay(text, items, 0, 2) if isinstance(found, _Laid)]
    for marker, words in notes.items():
        text.paragraph(f"[^{marker}]: {words}")
    whole = "".join(text.parts)
    draft = parse_draft(f"{whole}\n" if whole else "", title=title or None)
    points = draft.points if _is_same(draft, laid) else _points(draft, laid)
    return replace(draft, points=points, issues=_issues(laid))


def _lay(
    text: _Text, items: Iterable[str | Place], depth: int, heading: int
) -> Iterable[Span | _Laid]:
    before = True
    for item in items:
        if isinstance(item, str):  # below the words of its place, or beside its label
            indent = depth if before else max(depth - 1, 0)
            yield text.paragraph(_NO_LABEL.sub(r"\\\g<0>", item), indent)
        else:
            before = False
            yield _laid(text, item, depth, heading)


def _laid(text: _Text, place: Place, depth: int, heading: int) -> _Laid:
    items = list(place.items)
    if place.is_heading:
        said = place.said_label or ""
        marks = said if said and not said.strip("#") else "#" * min(heading, 6)
        head, first, indent = f"{marks} {place.label}".strip(), place.heading, 0
        inner, heading = depth, len(marks) + 1
    else:
        head, first, indent = place.label, "", depth
        if items and isinstance(items[0], str):
            first = items[0]
            del items[0]
        inner = depth + 1
    line = text.paragraph(f"{head} {first}".strip(), indent, tight=place.is_tight)
    own = [Span(line.end - len(first), line.end)] if first else []
    below = []
    for found in _lay(text, items, inner, heading):
        if isinstance(found, Span):
            own.append(found)
        else:
            below.append(found)
    return _Laid(place, line.start, text.length, own, below)


def _is_same(draft: Draft, laid: Sequence[_Laid]) -> bool:
    """Whether the parser found the file's places, where they are and with their names."""
    found = {point.span.start: point for point in draft.walk() if _begins_line(draft.text, point)}
    wanted = list(_walk(laid))
    if len(found) != len(wanted):
        return False
    for one in wanted:
        point = found.get(one.start)
        place = one.place
        if point is None or point.span.end != one.end:
            return False
        if place.path is not None and place.path != point.path:
            return False
        if place.said_label is not None and place.said_label != point.label:
            return False
        if place.status != (point.status.value if point.status else None) and place.path:
            return False
        if place.path is None and not place.is_heading and not _names(place.label, point.label):
            return False
    return True


def _names(num: str, label: str) -> bool:
    """Whether a label of the text is the whole of what the file says for one."""
    return "".join(re.findall(r"\w", num)) == "".join(re.findall(r"\w", label))


def _begins_line(text: str, point: Point) -> bool:
    return not text[text.rfind("\n", 0, point.span.start) + 1 : point.span.start].strip()


def _walk(laid: Iterable[_Laid]) -> Iterable[_Laid]:
    for one in laid:
        yield one
        yield from _walk(one.below)


def _points(draft: Draft, laid: Sequence[_Laid], above: str = "") -> tuple[Point, ...]:
    """The file's own points."""
    used: Counter[str] = Counter()
    made = []
    for number, one in enumerate(laid, 1):
        place = one.place
        bare = _bare(place, number)
        used[bare] += 1
        name = bare if used[bare] == 1 else f"{bare}~{used[bare]}"
        path = place.path if place.path is not None else f"{above}{name}"
        marks = "#" * (above.count("/") + 2)
        words, listed = _own(draft.text, one, path)
        made.append(
            Point(
                place.said_label if place.said_label is not None else place.label or marks,
                path,
                words,
                Span(one.start, one.end),
                (*listed, *_points(draft, one.below, f"{path}/")),
                Status(place.status) if place.status in list(Status) else None,
                Mark(place.mark) if place.mark in list(Mark) else None,
                tuple(
                    attribution
                    for point in draft.walk()
                    for attribution in point.attributions
                    if _holds(one, attribution.span)
                ),
            )
        )
    return tuple(made)


def _own(text: str, one: _Laid, path: str) -> tuple[str, list[Point]]:
    """A place's own words, apart from an enumeration or a second label inside its paragraph."""
    below = one.below[0].start if one.below else one.end
    first = [span for span in one.own if span.start < below]
    rest = [span.of(text) for span in one.own if span.start >= below]
    if not first or one.place.is_heading:
        return "\n".join([*(span.of(text) for span in first), *rest]), []
    alone = parse_draft(text[one.start : first[-1].end]).points
    whole = text[one.start : first[-1].end]
    inner = alone[0].points if len(alone) == 1 and not alone[0].span.start else ()
    if not inner or any(_begins_line(whole, point) for point in inner):
        return "\n".join([*(span.of(text) for span in first), *rest]), []
    words = "\n".join(part for part in (alone[0].text, *rest) if part)
    return words, [_moved(p, one.start, alone[0].path, path) for p in alone[0].points]


def _moved(point: Point, by: int, old: str, new: str) -> Point:
    """A point that was read by itself, at its place in the whole text."""
    return replace(
        point,
        path=new + point.path.removeprefix(old),
        span=Span(point.span.start + by, point.span.end + by),
        points=tuple(_moved(inner, by, old, new) for inner in point.points),
        attributions=tuple(
            replace(a, span=Span(a.span.start + by, a.span.end + by)) for a in point.attributions
        ),
    )


def _holds(one: _Laid, span: Span) -> bool:
    """Whether `span` stands in the place's own words and in none below it."""
    inside = one.start <= span.start < one.end
    return inside and not any(low.start <= span.start < low.end for low in one.below)


def _bare(place: Place, number: int) -> str:
    label = label_at(place.label, 0, len(place.label)) if place.label else None
    if label is not None and label.bare != "-":
        return label.bare
    if place.label.strip("-–—•* "):
        return place.label.strip(" .():–—-*")
    words = re.findall(r"\w+", (place.heading or "").lower())
    if place.is_heading and words:
        return "-".join(words[:_SLUG_WORDS])
    return f"-{number}"


def _issues(laid: Sequence[_Laid]) -> dict[str, str]:
    return {
        one.place.path: one.place.issue for one in _walk(laid) if one.place.path and one.place.issue
    }
