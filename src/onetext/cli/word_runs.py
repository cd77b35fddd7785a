"""Word changes on a terminal: struck through in red and underlined in green, or else, where
there is no colour, as [-out-] and {+in+}."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console

from onetext.cli.terminal import Text
from onetext.text.word_changes import Edit, Run

_MARKS = {Edit.PUT_IN: ("{+", "+}"), Edit.TAKEN_OUT: ("[-", "-]")}
_STYLES = {Edit.PUT_IN: "green underline", Edit.TAKEN_OUT: "red strike"}


def marked(runs: Iterable[Run], console: Console) -> Text:
    """The runs in one flow of text. White space that was taken out is left out."""
    coloured = console.is_terminal and console.color_system is not None
    text = Text()
    for run in runs:
        words = run.text.strip()
        if run.edit is Edit.KEPT:
            text.append(run.text)
        elif words:
            opened, closed = ("", "") if coloured else _MARKS[run.edit]
            text.append(run.text[: run.text.index(words)])
            text.append(f"{opened}{words}{closed}", _STYLES[run.edit] if coloured else None)
            text.append(run.text[run.text.index(words) + len(words) :])
        elif run.edit is Edit.PUT_IN:
            text.append(run.text)
    return text
