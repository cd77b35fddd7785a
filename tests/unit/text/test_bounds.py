"""Work grows as the text does: counted in calls, not in seconds."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from onetext.text.parse import parse_draft

SHAPES = {
    "choices": "1. Ports [shall][should] open [Northland: now] (supported by Lune).\n",
    "one line": "Ports [shall] open, ",
    "options": "Option 1: Open.\nOption 2: No text\n",
    "marks": "MOD 4.1\nADD\n",
    "labels": "1. Ports:\n(a) open;\n(b) shared:\n(i) by day.\n",
    "never closed": "Ports [open ",
    "never opened": "open] ",
    "names": "[Northland, Lune: ",
    "dashes": "[a - B - C",
    "comments": "<!-- ",
    "struck": "~~a ",
}


def calls(text: str) -> int:
    """How many calls, of Python functions and of those in C, it takes to parse `text`."""
    counted = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        parse_draft(text)
    finally:
        sys.setprofile(before)
    return counted


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_twice_the_text_is_twice_the_work(shape: str) -> None:
    """No part of parsing looks at all that it has seen for each thing that it sees."""
    calls(shape)  # what is compiled once is compiled now
    assert calls(shape * 400) < 2.3 * calls(shape * 200)


def test_depth_is_work_for_each_bracket_alone() -> None:
    """Nesting ten thousand deep asks for no recursion, and for no more than depth has brackets."""
    draft = parse_draft("[a / " * 10_000 + "b" + "]" * 10_000)
    assert max(bracket.depth for bracket in draft.brackets) == 10_000
    assert calls("[a " * 400 + "]" * 400) < 2.3 * calls("[a " * 200 + "]" * 200)
