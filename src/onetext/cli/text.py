"""`onetext text`: reads a draft; other commands of the group keep, link and write it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from onetext.cli.exchange import changes_option, columns, write
from onetext.cli.lines import say
from onetext.cli.options import encoding_option
from onetext.cli.text_add import add
from onetext.cli.text_link import link
from onetext.cli.text_outline import outline
from onetext.reading.draft_files import read_draft_file
from onetext.reading.word.changes import ChangesRead
from onetext.reading.word.telling import word_json
from onetext.text.render import draft_json


class ShowByDefault(click.Group):
    """A group in which what is no command's name is a file to show."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = ["show", *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(
            ctx.command_path, "FILE [--json] [--full] [--changes accepted|rejected|marked]"
        )
        formatter.write_usage(ctx.command_path, "add -r RECORD FILE... [OPTIONS]", "      ")
        formatter.write_usage(
            ctx.command_path, "link -r RECORD DRAFT POINT ISSUE... [OPTIONS]", "      "
        )
        formatter.write_usage(ctx.command_path, "write FILE -o OUT [OPTIONS]", "      ")
        formatter.write_usage(ctx.command_path, "columns BASE NAME=FILE... -o OUT", "      ")


@click.group(cls=ShowByDefault, context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Read a draft: its points, brackets, options, status and problems.

    A draft is a Markdown, plain text, DOCX, PDF or Akoma Ntoso file. Whatever is wrong with its
    numbering or brackets is told with its line, and the draft is read all the same. A file that
    is called as a command, such as "add", is given as ./add.

    \b
    Example:
      onetext text draft.md
      onetext text draft.docx --json
      onetext text add -r talks.onetext draft-1.md draft-2.md
    """


command.add_command(add)
command.add_command(link)
command.add_command(write)
command.add_command(columns)


@command.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print onetext/draft/1 as JSON.")
@click.option("--full", is_flag=True, help="Do not cut long points short.")
@encoding_option
@changes_option
def show(file: Path, as_json: bool, full: bool, encoding: str | None, changes: str) -> None:
    """Show a draft: its points, what is open beside each, a summary, and what to look at.

    Beside a point stand its brackets and the choices in them, how far it is agreed, and who is
    named. Below all points: brackets by kind and depth, options, status, who proposes what.

    \b
    Example:
      onetext text draft.md
      onetext text show draft.txt --encoding cp1252 --json
      onetext text draft.docx --changes marked
    """
    found = read_draft_file(file, encoding=encoding, changes=ChangesRead(changes))
    if as_json:
        told = {**draft_json(found.draft), **(word_json(found.word) if found.word else {})}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for line in outline(found.draft, full=full):
        say(line)
