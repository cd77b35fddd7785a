"""Sentences on a terminal, wrapped between words and set in as a list needs it."""

from __future__ import annotations

import textwrap

from rich.console import Console

from onetext.cli.terminal import Text


def sentence(
    console: Console, text: str, *, first: str = "", rest: str | None = None, style: str = ""
) -> None:
    """Print `text`: the first line set in by `first`, the others by `rest` (default: as that)."""
    filled = textwrap.fill(
        text,
        console.width,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_on_hyphens=False,
    )
    console.print(Text(filled, style=style))


def heading(console: Console, text: str) -> None:
    """Print a heading below an empty line."""
    console.print()
    console.print(Text(text, style="bold"))


def many(count: int, what: str) -> str:
    """A number with its noun: "1 package", "1,360 packages"."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def share(part: float) -> str:
    """A part of 1 in per cent; only what is certain is 0% or 100%."""
    if 0 < part < 0.005:
        return "under 1%"
    if 0.995 <= part < 1:
        return "over 99%"
    return f"{part:.0%}"


def rounded(count: int) -> int:
    """An estimate to three digits, so that it looks like one."""
    digits = max(0, len(str(count)) - 3)
    return round(count, -digits)
