"""The docs are run: every `$ command` in a console block works and prints what the page shows."""

from __future__ import annotations

import doctest
import os
import subprocess
import sys
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (ROOT / "docs" / "tutorial", ROOT / "docs" / "how-to")
PAGES = [ROOT / "README.md", *sorted(page for folder in FOLDERS for page in folder.glob("*.md"))]
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def blocks(page: Path) -> list[tuple[str, str]]:
    """The fenced blocks of a page that are run (`console`) or written to a file (`file:NAME`)."""
    tokens = MarkdownIt().parse(page.read_text(encoding="utf-8"))
    return [
        (token.info.strip(), token.content)
        for token in tokens
        if token.type == "fence" and token.info.strip().startswith(("console", "file:"))
    ]


def examples(block: str) -> list[tuple[str, str]]:
    """The commands of a console block, each with the output that the page shows for it."""
    found: list[tuple[str, str]] = []
    for line in block.splitlines(keepends=True):
        if line.startswith("$ "):
            found.append((line[2:].strip(), ""))
        elif line.startswith("> ") and found and not found[-1][1]:
            found[-1] = (f"{found[-1][0]}\n{line[2:].rstrip()}", "")
        else:
            command, output = found[-1]
            found[-1] = (command, output + line)
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_does_what_it_shows(page: Path, tmp_path: Path) -> None:
    """Commands run in order in one empty folder; `...` in the output stands for anything."""
    commands = 0
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "100",
        "ONETEXT_AUTHOR": "desk",
    }
    for info, content in blocks(page):
        if info.startswith("file:"):
            (tmp_path / info.removeprefix("file:")).write_text(content, encoding="utf-8")
            continue
        for command, shown in examples(content):
            commands += 1
            done = subprocess.run(
                ["bash", "-c", command],
                cwd=tmp_path,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                timeout=240,
                check=False,
            )
            printed = done.stdout
            assert done.returncode == 0, f"{command}\n{printed}"
            if shown.strip():
                assert doctest.OutputChecker().check_output(shown, printed, FLAGS), (
                    f"{page.name} shows for {command!r}:\n{shown}\nbut it printed:\n{printed}"
                )
    assert commands, f"{page.name} has no console block that could be run"
