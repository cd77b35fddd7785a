"""`onetext read`: reads reports and prints or keeps what they hold."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable, Generator, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onetext.cli.asking import Asking, asking, asking_options, tell_account
from onetext.cli.lines import say
from onetext.cli.options import Day, RecordPlace, visibility_option
from onetext.record.addresses import RecordAt

if TYPE_CHECKING:
    from rich.progress import Progress

    from onetext.reading.batch import ReadFile, Settings
    from onetext.record.record import Record


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)
@click.option(
    "-r",
    "--record",
    envvar="ONETEXT_RECORD",
    type=RecordPlace(),
    help="Keep what is read in this record (or set ONETEXT_RECORD).",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON; JSON Lines for several files.")
@click.option("--published", type=Day(), help="When the reports appeared, if they do not say.")
@click.option("--publisher", help="Who published the reports, if they do not say.")
@click.option("--encoding", help="The encoding of text files, if it is not recognised.")
@visibility_option
@click.option(
    "--reader",
    type=click.Choice(["trained", "rules", "llm"]),
    default="trained",
    show_default=True,
    help="What finds the statements; llm asks a language model that you name.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=0),
    default=0,
    help="Processes; 0 means one for each core, with --reader llm one.",
)
@asking_options
def command(
    files: tuple[Path, ...],
    record: RecordAt | None,
    as_json: bool,
    published: date | None,
    publisher: str | None,
    encoding: str | None,
    visibility: str,
    reader: str,
    jobs: int,
    **model_options: Any,
) -> None:
    """Read reports: who said what, people, meetings and proposals, with the exact words.

    FILE is plain text, Markdown, HTML, PDF, DOCX or e-mail; a folder stands for the reports in
    it. With a record every file is kept as soon as it is read, and files that the record holds
    are skipped, so that a batch that was stopped goes on with the same command.

    \b
    Example:
      onetext read report.txt --published 2025-12-03
      onetext read report.html --json > reading.json
      onetext read reports/ -r talks.onetext
      onetext read report.txt --reader llm --endpoint http://127.0.0.1:8080/v1 --model NAME
    """
    asked = asking(reader, model_options)
    from onetext.reading.batch import Settings, files_in  # loads the reader: not for --help

    paths = files_in(files)
    if not paths:
        raise click.ClickException(
            "No reports were found there. Name files, or folders with files."
        )
    several = len(paths) > 1
    with _opened(record) as kept:
        settings = Settings(encoding, published, publisher, *_known_to(kept))
        failed = 0
        with contextlib.closing(
            _results(paths, kept, settings, reader=asked or reader, jobs=jobs)
        ) as results:
            for result in results:
                failed += result.problem is not None
                _show(result, kept, as_json=as_json, several=several, visibility=visibility)
    if several and failed:
        say(f"onetext: {failed} of {len(paths)} files could not be read.", err=True)
    sys.exit(1 if failed else 0)


@contextlib.contextmanager
def _opened(at: RecordAt | None) -> Iterator[Record | None]:
    if at is None:
        yield None
        return
    from onetext.wiring import open_record

    with open_record(at) as record:
        yield record


def _results(
    paths: list[Path],
    kept: Record | None,
    settings: Settings,
    *,
    reader: Asking | str,
    jobs: int,
) -> Generator[ReadFile, None, None]:
    """Every file that is not yet in the record, read, with a progress bar on a terminal."""
    from rich.progress import Progress

    from onetext.cli.terminal import Terminal
    from onetext.reading.batch import read_files
    from onetext.wiring import language_model_tagger, tagger_named

    pending = [path for path in paths if not _known(path, kept)]
    if not pending:
        return
    asks = isinstance(reader, Asking)
    shown = sys.stderr.isatty() and (asks or len(pending) > 1)
    with Progress(console=Terminal(stderr=True), disable=not shown, transient=True) as progress:
        if isinstance(reader, Asking):
            jobs = jobs or 1  # a server answers one question after the other
            make_tagger = partial(
                language_model_tagger,
                reader.endpoint,
                fallback=reader.fallback,
                words=reader.portion_words,
                progress=_portions_shown(progress) if jobs == 1 else None,
            )
        else:
            make_tagger = partial(tagger_named, reader)
        with contextlib.closing(
            read_files(pending, make_tagger=make_tagger, settings=settings, jobs=jobs)
        ) as read:
            yield from progress.track(read, total=len(pending), description="Reading")


def _portions_shown(progress: Progress) -> Callable[[int, int], None]:
    """Shows how much of the report that is being read the language model has answered."""
    task = progress.add_task("Asking", total=None)

    def told(done: int, whole: int) -> None:
        progress.update(task, completed=done, total=whole)

    return told


def _known_to(kept: Record | None) -> tuple[tuple[str, ...], dict[str, str]]:
    """The parties and people that the record knows when the command starts."""
    from onetext.reading.who.known import known_parties, known_people

    if kept is None:
        return (), {}
    people = kept.store.people()
    return known_parties(people, kept.store.drafts()), known_people(people)


def _known(path: Path, kept: Record | None) -> bool:
    from onetext.reading.batch import digest_of

    if kept is None:
        return False
    digest = digest_of(path)
    known = kept.store.find_source(digest) if digest else None
    if known is not None:
        say(f"{path}: already in the record.", err=True)
    return known is not None


def _show(
    result: ReadFile,
    kept: Record | None,
    *,
    as_json: bool,
    several: bool,
    visibility: str,
) -> None:
    from onetext.reading.documents.front_matter import address_of
    from onetext.reading.json import reader_as_json, reading_as_json

    reading = result.reading
    if reading is None:
        say(f"onetext: {result.problem}", err=True)
        return
    tell_account(result)
    for doubt in result.doubts:
        say(f"onetext: {result.path}: {doubt}", err=True)
    if kept is not None:
        received = kept.receive(
            reading,
            origin=address_of(reading.document.text) or str(result.path),
            reader=result.reader,
            visibility=visibility,
        )
        told = "already in the record" if received.already else _counted(result)
        if not received.already and reading.document.published is None:
            told += "; it tells no date of publication, give it with --published"
        say(f"{result.path}: {told}.", err=as_json)
    if as_json:
        indent = None if several else 1
        shape = reading_as_json(reading)
        if result.account is not None:
            shape["reader"] = reader_as_json(result.reader, result.account)
        click.echo(json.dumps(shape, ensure_ascii=False, indent=indent))
    elif kept is None:
        from onetext.cli.reading_table import print_reading

        print_reading(reading, origin=str(result.path))


def _counted(result: ReadFile) -> str:
    if result.reading is None:
        return "nothing"
    counts = (
        (len(result.reading.statements), "statement"),
        (len(result.reading.people), "person"),
        (len(result.reading.meetings), "meeting"),
        (len(result.reading.proposals), "proposal"),
    )
    plurals = {"person": "people"}
    return ", ".join(
        f"{count} {noun if count == 1 else plurals.get(noun, noun + 's')}" for count, noun in counts
    )
