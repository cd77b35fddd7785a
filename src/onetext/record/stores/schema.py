"""The form of the tables: made, checked and brought up to date when a record is opened."""

from __future__ import annotations

from sqlalchemy import Connection, inspect, select, text

from onetext.errors import NewerRecord
from onetext.record.stores import keeping, tables

REVISION = "0002"
REVISIONS = ("0001", REVISION)


def revision(connection: Connection) -> str | None:
    """The revision that the log has; None where there is no log."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def derivation(connection: Connection) -> int | None:
    """The number of the form that the derived tables have; None where there are none."""
    if not inspect(connection).has_table(tables.derivation.name):
        return None
    return connection.scalar(select(tables.derivation.c.version))


def is_current(connection: Connection) -> bool:
    return revision(connection) == REVISION and derivation(connection) == tables.DERIVATION


def bring_up_to_date(connection: Connection, name: str) -> None:
    """Migrate the log and derive the derived tables anew where their form has changed.

    Args:
        connection: in a transaction for writing, so that no one else does the same.
        name: what the record is called in a sentence.

    Raises:
        NewerRecord: a newer version of onetext has written this record.
    """
    found, form = revision(connection), derivation(connection)
    if (found is not None and found not in REVISIONS) or (form or 0) > tables.DERIVATION:
        raise NewerRecord(
            f"{name} was made by a newer version of onetext, which this version cannot read. "
            "Upgrade onetext: pip install --upgrade onetext"
        )
    if found != REVISION:
        _migrate(connection)
    if form != tables.DERIVATION:
        keeping.rebuild(connection)


def make(connection: Connection) -> None:
    """The tables in a database that holds nothing and is nobody's to keep."""
    tables.log.create_all(connection)
    keeping.rebuild(connection)


def _migrate(connection: Connection) -> None:
    # Alembic takes a while to import, and most runs need no migration.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "onetext.record.stores:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
