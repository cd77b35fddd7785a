"""A source's text is shown on a terminal and never obeyed."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from rich.table import Table

from onetext.cli.group import onetext
from onetext.cli.terminal import Terminal, Text
from onetext.text.showing import shown

HOSTILE = "rejects\x1b[31m\x07 the \x9b2J\u202edraft\u2066"


@given(st.text())
def test_nothing_is_left_that_a_terminal_would_obey(text: str) -> None:
    """No control character but line ends and tabs, no mark of direction; the length stays."""
    told = shown(text)
    assert len(told) == len(text)
    assert not any(c != "\n" and c != "\t" and (ord(c) < 32 or 127 <= ord(c) < 160) for c in told)
    assert not any(c in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e" for c in told)


def test_tables_show_what_they_are_given() -> None:
    """The only escape sequences in a coloured table are its own."""
    out = io.StringIO()
    table = Table()
    table.add_column("Words")
    table.add_row(Text(HOSTILE, style="red"))
    Terminal(file=out, force_terminal=True, color_system="standard", width=60).print(table)
    assert "\x1b[31m" in out.getvalue()
    assert "rejects\u241b[31m\u2407 the \ufffd2J\ufffddraft\ufffd" in out.getvalue()


@pytest.mark.parametrize("arguments", [[], ["--reader", "rules"]])
def test_a_hostile_report_cannot_write_on_the_screen(tmp_path: Path, arguments: list[str]) -> None:
    """What `onetext read` prints for people holds no control character of the report."""
    path = tmp_path / "report.txt"
    path.write_text(f"No deal\n\nMira Sol, the envoy of Southland, said that she {HOSTILE}.\n")
    done = CliRunner().invoke(onetext, ["read", str(path), *arguments])
    assert done.exit_code == 0
    assert "rejects" in done.output
    assert not any(c in done.output for c in "\x1b\x07\x9b\u202e\u2066")
