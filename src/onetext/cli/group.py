"""The group of commands. A command's module is loaded only when the command is asked for."""

from __future__ import annotations

import importlib
from typing import Any

import click

from onetext import __version__
from onetext.errors import OnetextError
from onetext.text.showing import shown

# Name of the command -> the module that holds it, as a click command called `command`,
# and the line that `onetext --help` shows for it.
COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("demo", "Build the bundled case, show the state of play and write its brief."),
    "init": ("init", "Make a new record."),
    "read": ("read", "Read reports: statements, people, meetings and proposals with their words."),
    "text": ("text", "Read a draft: its points, brackets and problems."),
    "compare": ("compare", "Tell what became of every point and bracket between two drafts."),
    "lineage": ("lineage", "Follow an issue through all drafts."),
    "review": ("review", "Accept, correct or reject what was read."),
    "note": ("note", "Note something on a source, a draft, an issue or a statement."),
    "visibility": ("visibility", "Say who may see what from now on."),
    "state": ("state", "Show where every party stands on every issue."),
    "contradictions": ("contradictions", "List where sources disagree."),
    "sources": ("sources", "List the sources: their grades, and which are copies of one text."),
    "grade": ("grade", "Grade a source or a statement: A to F, 1 to 6."),
    "search": ("search", "Find words in sources, statements and drafts."),
    "changes": ("changes", "List what moved since a date."),
    "settle": ("settle", "Show why there is no deal, and what packages all could accept."),
    "brief": ("brief", "Write the brief as HTML, Markdown or DOCX."),
    "merge": ("merge", "Take in what another record of the same negotiation holds."),
    "sync": ("sync", "Take in and hand over what two records hold, both ways."),
    "export": ("export", "Write the whole record, its tables, annotations and a feed."),
    "import": ("import_", "Make a record from an export, or take in annotations."),
    "keys": ("keys", "Make, show, publish or withdraw the key that signs your entries."),
    "verify": ("verify", "Check every entry against its digest."),
}


class Lazy(click.Group):
    """Lists commands without importing them, and turns named problems into sentences."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"onetext.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except OnetextError as error:
            raise NamedProblem(str(error)) from error


class NamedProblem(click.ClickException):
    """A problem with the input: its sentence on standard error, exit code 1."""

    exit_code = 1

    def show(self, file: Any = None) -> None:
        click.echo(shown(f"onetext: {self.format_message()}"), err=True, file=file)


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="onetext")
def onetext() -> None:
    """The secretary's record for a text that is still being negotiated.

    Start with: onetext demo
    """
