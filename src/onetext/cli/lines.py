"""Lines for people: what a source holds is shown on a terminal and never obeyed."""

from __future__ import annotations

import click

from onetext.text.showing import shown


def say(text: str = "", *, err: bool = False) -> None:
    """Print a line for people; to standard error with `err`."""
    click.echo(shown(text), err=err)
