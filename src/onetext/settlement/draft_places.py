"""The places of a draft: neighbouring wording of one issue inside one top-level point."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onetext.text.drafts import Point


@dataclass(frozen=True, slots=True)
class Place:
    """Wording that stands together and deals with one issue; None for no issue of the record."""

    issue_id: str | None
    text: str


def places(points: Sequence[Point], linked: Mapping[str, str]) -> Iterator[Place]:
    """The wording of the draft, sub-points with their points as long as the issue is the same."""
    for point in points:
        parts: list[tuple[str | None, str]] = []
        _flatten(point, linked, None, parts)
        start = 0
        for end in range(1, len(parts) + 1):
            if end == len(parts) or parts[end][0] != parts[start][0]:
                yield Place(parts[start][0], "\n".join(text for _, text in parts[start:end]))
                start = end


def _flatten(
    point: Point, linked: Mapping[str, str], above: str | None, parts: list[tuple[str | None, str]]
) -> None:
    issue_id = linked.get(point.path, above)
    if point.text.strip():
        parts.append((issue_id, point.text))
    for below in point.points:
        _flatten(below, linked, issue_id, parts)
