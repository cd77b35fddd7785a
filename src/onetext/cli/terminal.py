"""The console of every table, and the text in its cells: shown, never obeyed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

import rich.text
from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.style import StyleType

from onetext.text.showing import shown


class Text(rich.text.Text):
    """Rich text whose words are pictured before they are measured, so that none is cut off."""

    def __init__(self, text: str = "", style: StyleType = "", **options: Any) -> None:
        super().__init__(shown(text), style, **options)

    def append(self, text: rich.text.Text | str, style: StyleType | None = None) -> Self:
        super().append(shown(text) if isinstance(text, str) else text, style)
        return self


class Terminal(Console):
    """A console that pictures whatever else it is given; its own colours are added after."""

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        for segment in super().render(renderable, options):
            if segment.control:
                yield segment
            else:
                yield Segment(shown(segment.text), segment.style)
