"""What `onetext read --reader llm` needs to know of the language model that it asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from onetext.cli.lines import say

if TYPE_CHECKING:
    from onetext.reading.batch import ReadFile
    from onetext.reading.language_model import Endpoint

Wrapped = TypeVar("Wrapped", bound=Callable[..., Any])
OPTIONS = ("endpoint", "model", "key_file", "timeout_s", "portion_words", "fallback")


@dataclass(frozen=True, slots=True)
class Asking:
    """The options of a command that asks a language model."""

    endpoint: Endpoint
    portion_words: int | None
    fallback: bool


def asking_options(command: Wrapped) -> Wrapped:
    """Add the options for `--reader llm` to a command; they arrive under the names in `OPTIONS`."""
    for option in reversed(
        (
            click.option(
                "--endpoint",
                metavar="URL",
                help="With --reader llm: the OpenAI-compatible interface to ask, such as "
                "http://127.0.0.1:8080/v1 (or set ONETEXT_LLM_ENDPOINT). Reports are sent to it.",
            ),
            click.option(
                "--model",
                metavar="NAME",
                help="With --reader llm: the model's name there (or set ONETEXT_LLM_MODEL).",
            ),
            click.option(
                "--key-file",
                type=click.Path(path_type=Path),
                help="With --reader llm: a file that holds the key (or set ONETEXT_LLM_KEY_FILE, "
                "or ONETEXT_LLM_KEY to the key itself).",
            ),
            click.option(
                "--timeout",
                "timeout_s",
                type=click.FloatRange(min=0, min_open=True),
                metavar="SECONDS",
                help="With --reader llm: how long to wait for one answer.  [default: 120]",
            ),
            click.option(
                "--portion",
                "portion_words",
                type=click.IntRange(min=20),
                metavar="WORDS",
                help="With --reader llm: how much of a report to send at once.  [default: 600]",
            ),
            click.option(
                "--fallback",
                is_flag=True,
                help="With --reader llm: read with the shipped reader what the model cannot.",
            ),
        )
    ):
        command = option(command)
    return command


def asking(reader: str, options: dict[str, Any]) -> Asking | None:
    """What `options` say, if a language model is to be asked.

    Raises:
        click.UsageError: an option for it is given, but another reader is asked for.
        LanguageModelProblem: what it needs is missing or wrong.
    """
    if reader != "llm":
        given = next((name for name in OPTIONS if options[name]), None)
        if given:
            flag = {"timeout_s": "timeout", "portion_words": "portion"}.get(given, given)
            raise click.UsageError(f"--{flag.replace('_', '-')} is for --reader llm only.")
        return None
    import os

    from onetext.reading.language_model.endpoint import TIMEOUT_S, endpoint_of

    endpoint = endpoint_of(
        options["endpoint"],
        options["model"],
        key_file=options["key_file"],
        environment=os.environ,
        timeout_s=options["timeout_s"] or TIMEOUT_S,
    )
    return Asking(endpoint, options["portion_words"], options["fallback"])


def tell_account(result: ReadFile) -> None:
    """One line for what was refused, and one for a text that another reader read."""
    account = result.account
    if account is None:
        return
    if account.instead_of:
        say(
            f"onetext: {result.path} was read by {result.reader}, as asked for with --fallback. "
            f"{account.because}",
            err=True,
        )
    elif account.refused:
        say(
            f"onetext: {result.path}: {account.refused} of {account.told} statements that the "
            "model told were refused, as their words do not stand in the report, or twice.",
            err=True,
        )
