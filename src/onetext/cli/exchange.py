"""`onetext text write` and `onetext text columns`: texts as files that delegations exchange."""

from __future__ import annotations

import json
from pathlib import Path

import click

from onetext.briefing.exchange.choices import Choices
from onetext.briefing.exchange.files import (
    COLUMN_SUFFIXES,
    TEXT_SUFFIXES,
    checked,
    columns_file,
    text_file,
)
from onetext.briefing.words import counted
from onetext.cli.lines import say
from onetext.cli.meaning import words_only_option
from onetext.reading.draft_files import read_draft_file
from onetext.reading.word.changes import ChangesRead
from onetext.record.files import whole_file
from onetext.text.comparing import compare
from onetext.wiring import likeness

BRACKETED, CLEAN = "bracketed", "clean"

output_option = click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="The file to write."
)
author_option = click.option(
    "--author",
    envvar="ONETEXT_AUTHOR",
    default="onetext",
    show_default=True,
    help="Who writes the file.",
)
changes_option = click.option(
    "--changes",
    type=click.Choice([reading.value for reading in ChangesRead]),
    default=ChangesRead.ACCEPTED.value,
    show_default=True,
    help="Which text of a file with tracked changes: as it would stand, as it was before, or "
    "both with each change in brackets.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@output_option
@click.option(
    "--edition",
    type=click.Choice([BRACKETED, CLEAN]),
    help="With all brackets, or the text that is agreed with open places listed at the end. "
    f"Default: {BRACKETED}; {CLEAN} where --choose is given.",
)
@click.option(
    "--choose",
    metavar="N=WHAT",
    multiple=True,
    help="In the clean edition, what stands at open place N: the number of a wording, keep or "
    "drop. all=first, all=keep and all=drop are for all others.",
)
@author_option
@changes_option
@json_option
def write(
    file: Path,
    output: Path,
    edition: str | None,
    choose: tuple[str, ...],
    author: str,
    changes: str,
    as_json: bool,
) -> None:
    """Write a draft as DOCX, Akoma Ntoso (.xml), HTML, Markdown or plain text.

    \b
    Example:
      onetext text write draft.md -o draft.docx
      onetext text write draft.docx -o draft.xml --changes accepted
      onetext text write draft.md -o clean.docx --edition clean --choose 1=2 --choose all=drop
    """
    if choose and edition == BRACKETED:
        raise click.UsageError("--choose goes with the clean edition.")
    suffix = checked(output, TEXT_SUFFIXES, "a text")
    choices = Choices.parse(choose) if choose or edition == CLEAN else None
    draft = read_draft_file(file, changes=ChangesRead(changes)).draft
    _save(output, text_file(draft, suffix, choices=choices, author=author), as_json)


@click.command()
@click.argument("base", metavar="[NAME=]BASE")
@click.argument("others", metavar="NAME=FILE...", nargs=-1, required=True)
@words_only_option
@output_option
@author_option
@changes_option
@json_option
def columns(
    base: str,
    others: tuple[str, ...],
    words_only: bool,
    output: Path,
    author: str,
    changes: str,
    as_json: bool,
) -> None:
    """Write texts side by side: BASE, each party's text and a compromise, point by point.

    Points are aligned as onetext compare does. What differs from the first
    column is marked.

    \b
    Example:
      onetext text columns Proposal=a.md Northland=b.docx Southland=c.md -o four.html
      onetext text columns a.md EU=b.md US=c.md Compromise=d.md -o four-columns.docx
    """
    suffix = checked(output, COLUMN_SUFFIXES, "texts in columns")
    reading = ChangesRead(changes)
    head, path = _named(base)
    first = read_draft_file(path, changes=reading).draft
    told = []
    meaning = likeness(words_only=words_only)
    for other in others:
        name, path = _named(other)
        draft = read_draft_file(path, changes=reading).draft
        told.append((name or draft.title, compare(first, draft, likeness=meaning)))
    _save(output, columns_file(head or first.title, first, told, suffix, author=author), as_json)


def _named(given: str) -> tuple[str, Path]:
    """NAME=FILE apart; a file whose own name has the sign in it is a file."""
    name, sign, path = given.partition("=")
    if not sign or Path(given).exists():
        return "", Path(given)
    return name.strip(), Path(path)


def _save(output: Path, content: bytes, as_json: bool) -> None:
    with whole_file(output) as file:
        file.write(content)
    if as_json:
        told = {"schema": "onetext/written/1", "path": str(output), "bytes": len(content)}
        click.echo(json.dumps(told, ensure_ascii=False))
    else:
        say(f"Wrote {output} ({counted(len(content), 'byte')}).")
