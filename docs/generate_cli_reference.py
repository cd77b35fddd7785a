"""Write docs/reference/cli.md from every command's --help; with --check, only compare."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from onetext.cli.group import onetext

PAGE = Path(__file__).parent / "reference" / "cli.md"
WIDTH = 88


def pages(command: click.Command, parents: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """The full name and the help of `command` and of every command below it."""
    path = (*parents, command.name or "")
    context = click.Context(command, info_name=" ".join(path), terminal_width=WIDTH)
    context.max_content_width = WIDTH
    yield " ".join(path), command.get_help(context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None and not below.hidden:
                below.name = name
                yield from pages(below, path)


def reference() -> str:
    lines = ["# Commands", "", "Written from `--help` by `make reference`; do not edit.", ""]
    for name, text in pages(onetext):
        lines += [f"## {name}", "", "```text", text.rstrip(), "```", ""]
    return "\n".join(lines)


def main() -> int:
    text = reference()
    if "--check" not in sys.argv:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    if PAGE.read_text(encoding="utf-8") == text:
        return 0
    print("docs/reference/cli.md is not what --help says. Run: make reference", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
