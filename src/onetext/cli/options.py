"""Options that several commands share, so that they mean the same everywhere."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

import click

from onetext.record.addresses import BadAddress, RecordAt, ServerAddress, record_at


class RecordPlace(click.ParamType[RecordAt]):
    """The path of a file, or the address of a database on a server."""

    name = "path|address"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> RecordAt:
        if isinstance(value, ServerAddress | Path):
            return value
        try:
            return record_at(str(value))
        except BadAddress as error:
            self.fail(str(error), param, ctx)


record_option = click.option(
    "-r",
    "--record",
    required=True,
    envvar="ONETEXT_RECORD",
    type=RecordPlace(),
    help="The record: a file, or postgresql://USER@HOST/DATABASE (or set ONETEXT_RECORD).",
)


class Day(click.ParamType[date]):
    """An ISO date, YYYY-MM-DD."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no date. Write it as YYYY-MM-DD.", param, ctx)


class Moment(click.ParamType[datetime]):
    """An ISO date, which means its end in UTC, or an ISO timestamp."""

    name = "date|timestamp"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        if isinstance(value, datetime):
            return value
        text = str(value)
        try:
            if len(text) == len("YYYY-MM-DD"):
                return datetime.combine(date.fromisoformat(text), time.max, UTC)
            moment = datetime.fromisoformat(text)
        except ValueError:
            self.fail(
                f"{value!r} is no date. Write it as YYYY-MM-DD or YYYY-MM-DDTHH:MM.", param, ctx
            )
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


class VisibilityName(click.ParamType[str]):
    """public, team, or confined:NAMES."""

    name = "public|team|confined:NAMES"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        from onetext.errors import RecordProblem
        from onetext.record.entries import INHERITED
        from onetext.record.visibility import typed_visibility

        try:
            found = typed_visibility(str(value))
        except RecordProblem as error:
            self.fail(str(error), param, ctx)
        if found == INHERITED:
            self.fail("what is recorded about an entry inherits unless you say otherwise.")
        return found


visibility_option = click.option(
    "--visibility",
    type=VisibilityName(),
    default="team",
    show_default=True,
    help="Who may see it; NAMES are people and caucus:PARTY, with commas between.",
)
viewer_option = click.option(
    "--seen-by",
    "viewer",
    metavar="WHO",
    envvar="ONETEXT_SEEN_BY",
    help="Only what WHO may see: public, team, caucus:PARTY or a name (default: everything).",
)
as_of_option = click.option(
    "--as-of", type=Day(), help="Count what was said up to this date (default: today)."
)
known_on_option = click.option(
    "--known-on", type=Moment(), help="Count what was recorded by then (default: now)."
)

encoding_option = click.option(
    "--encoding", metavar="NAME", help="Encoding of a text file that is not UTF-8."
)
