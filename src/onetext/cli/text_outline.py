"""A draft as people read it on a terminal: its points in order, then what to look at."""

from __future__ import annotations

import re
import shutil
import sys
import textwrap
from collections.abc import Iterator

from onetext.cli.text_marginalia import Marginalia, count, summary_lines
from onetext.text.drafts import Draft, Point
from onetext.text.render import line_number
from onetext.text.summary import summary_of

PIPE_COLUMNS = 100
SHORT_CHARS = 240
PROBLEMS_SHOWN = 25
_DEEPEST_INDENT = 24
_EMPHASIS = re.compile(r"\*+(?=\S)|(?<=\S)\*+")


def outline(draft: Draft, *, full: bool = False) -> Iterator[str]:
    """Lines that tell the draft; without `full`, the wording of each point is cut short."""
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else PIPE_COLUMNS
    yield from textwrap.wrap(draft.title, columns)
    if draft.by:
        yield from textwrap.wrap(f"by {draft.by}", columns, subsequent_indent="   ")
    yield f"dated {draft.dated.isoformat()}" if draft.dated else "no date given"
    yield ""
    marginalia = Marginalia.of(draft)
    for point in draft.points:
        yield from _point(point, 0, columns, full, marginalia)
    if not draft.points:
        yield "No numbered points were found."
    yield ""
    for line in summary_lines(summary_of(draft)):
        yield from textwrap.wrap(line, columns, subsequent_indent="   ")
    yield from _problems(draft, columns)


def _point(
    point: Point, depth: int, columns: int, full: bool, marginalia: Marginalia
) -> Iterator[str]:
    indent = " " * min(3 * depth, _DEEPEST_INDENT)
    if point.label.startswith("#"):
        title, _, words = point.text.partition("\n")
        yield ""
        yield from textwrap.wrap(_plain(title).upper() if depth == 0 else _plain(title), columns)
        yield from _wrapped(indent, _cut(words, full), columns)
    else:
        if depth == 0 and point.label[0].isalpha():
            yield ""
        words = _cut(point.text, full)
        label = f"{marginalia.opening(point)}{point.label}"
        yield from _wrapped(f"{indent}{label} ", words, columns) or [indent + label]
    beside = marginalia.beside(point)
    if beside:
        width = len(indent) + (0 if point.label.startswith("#") else len(point.label) + 1)
        yield from _wrapped(" " * min(width, _DEEPEST_INDENT + 8) + "> ", beside, columns)
    for inner in point.points:
        yield from _point(inner, depth + 1, columns, full, marginalia)


def _wrapped(head: str, words: str, columns: int) -> list[str]:
    return textwrap.wrap(
        words,
        max(columns, len(head) + 30),
        initial_indent=head,
        subsequent_indent=" " * len(head),
        break_on_hyphens=False,
    )


def _cut(words: str, full: bool) -> str:
    """The words on one line; where two parts of a wording do not follow on, … stands between."""
    parts = [_plain(part) for part in words.split("\n")]
    joined = ""
    for part in parts:
        follows_on = not joined or joined[-1] in ".;:!?])" or not part[:1].isupper()
        joined += f"{' ' if joined else ''}{part}" if follows_on else f" … {part}"
    if full or not joined:
        return joined
    return textwrap.shorten(joined, SHORT_CHARS, placeholder=" …")


def _plain(words: str) -> str:
    """The words without marks of emphasis."""
    return " ".join(_EMPHASIS.sub("", words).split())


def _problems(draft: Draft, columns: int) -> Iterator[str]:
    if not draft.problems:
        return
    yield ""
    yield f"{count(len(draft.problems), 'place', 'places')} to look at:"
    for problem in draft.problems[:PROBLEMS_SHOWN]:
        head = f"  line {line_number(draft.text, problem.place.start)}: "
        yield from textwrap.wrap(
            f"{problem.message}{_near(draft, problem.place.start)}",
            columns,
            initial_indent=head,
            subsequent_indent="    ",
        )
    more = len(draft.problems) - PROBLEMS_SHOWN
    if more > 0:
        yield f"  and {more} more; --json lists them all."


def _near(draft: Draft, at: int) -> str:
    """A few words from the place on, so that it is found where line numbers differ."""
    if draft.text[at : at + 1] not in ("[", "]"):
        return ""
    line_start = draft.text.rfind("\n", 0, at) + 1
    if draft.text[at] == "[":
        near = draft.text[at : at + 40].split("\n")[0]
        return f"  {near} …"
    return f"  … {draft.text[max(line_start, at - 40) : at + 1]}"
