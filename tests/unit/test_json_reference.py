"""The reference names every field of the JSON that the commands on drafts print."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from onetext.cli.group import onetext

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "json.md"
COUNTED = {"kinds", "depths", "statuses", "marks", "ended"}
"""Objects whose keys are values: what is counted."""

BEFORE = """# Draft A

Preamble.

1. [Northland: Ports [shall][should] open.] (agreed ad ref)
2. Roads reopen within [30] days. Schools reopen in the spring of next year.

Option 1: No text

ADD 3 ~~Old~~ [Note: to be moved]

4. It stays (Lune; DEL: Marrow), as ever ]
"""
AFTER = """# Draft B

1. Roads reopen within 45 days.
2. Schools reopen in the spring of next year.
3. [Northland: Ports shall open.]
"""


def _fields(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            if name not in COUNTED:
                yield from _fields(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _fields(inner)


def _unnamed(arguments: list[str]) -> tuple[str, set[str]]:
    done = CliRunner().invoke(onetext, [*arguments, "--json"])
    assert done.exit_code == 0, done.output
    printed = json.loads(done.stdout)
    reference = REFERENCE.read_text("utf-8")
    section = reference.split(f"## {printed['schema']}\n")[1].split("\n## ")[0]
    named = set(re.findall(r"\w+", section))
    return printed["schema"], set(_fields(printed)) - named - {"schema"}


def test_every_field_of_a_draft_is_named(tmp_path: Path) -> None:
    """`onetext text --json`, with every part that a draft may have."""
    draft = tmp_path / "draft.md"
    draft.write_text(BEFORE, "utf-8")
    assert _unnamed(["text", str(draft)]) == ("onetext/draft/1", set())


def test_every_field_of_a_comparison_is_named(tmp_path: Path) -> None:
    """`onetext compare --json`, with splits, brackets and words."""
    before, after = tmp_path / "before.md", tmp_path / "after.md"
    before.write_text(BEFORE, "utf-8")
    after.write_text(AFTER, "utf-8")
    arguments = ["compare", str(before), str(after)]
    assert _unnamed(arguments) == ("onetext/comparison/1", set())
