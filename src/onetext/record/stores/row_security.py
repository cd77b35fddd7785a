"""On PostgreSQL, a second wall behind `onetext.record.seen`: row-level security.

People who may see a part of a record can be given logins of their own for other tools than
onetext. Such a login may read, and every row of the log and of the tables derived from it is
shown only where all entries that it names may be seen by who the login is said to be. Who that
is, the owner of the record says, in a table that logins cannot read; no setting of a session
changes it. A login that is not in that table sees nothing. The owner, as whom onetext connects,
stands before the wall and sees all.

Source: PostgreSQL documentation, 5.9 "Row Security Policies".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Connection, Index, MetaData, String, Table, Text, text

from onetext.record.entries import Entry
from onetext.record.references import mentions, rests_on
from onetext.record.stores import tables
from onetext.record.stores.bulk import insert_rows
from onetext.record.stores.column_types import POSTGRESQL, key

ID_CHARS = 36

wall = MetaData()
rests = Table(
    "rests",
    wall,
    Column("id", key(ID_CHARS), primary_key=True),
    Column("on_id", key(ID_CHARS), primary_key=True),
    Index("rests_on", "on_id"),
)
viewers = Table(
    "viewers",
    wall,
    Column("login", Text, primary_key=True),
    Column("named", Text, nullable=False),  # "public", "team", "caucus:PARTY" or a person's name
)

_NAMES = """
CREATE OR REPLACE FUNCTION onetext_names() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
SELECT CASE
  WHEN named = 'public' THEN CAST('{{}}' AS text[])
  WHEN named = 'team' OR starts_with(named, 'caucus:') THEN ARRAY[named]
  ELSE ARRAY['team', named] || ARRAY(
    SELECT 'caucus:' || latest.party
    FROM (SELECT DISTINCT ON (party) id, party FROM caucuses
          ORDER BY party, recorded_at DESC, id DESC) AS latest
    JOIN entries ON entries.id = latest.id
    WHERE CAST(entries.body AS jsonb) -> 'members' ? named)
END FROM viewers WHERE login = session_user
$$"""
_ADMITS = """
CREATE OR REPLACE FUNCTION onetext_admits(said text, rests boolean, names text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
SELECT CASE
  WHEN names IS NULL THEN false
  WHEN said = 'public' OR (said = 'inherited' AND rests) THEN true
  WHEN said IN ('team', 'inherited') THEN 'team' = ANY (names)
  WHEN starts_with(said, 'confined:') AND length(said) > 9 THEN NOT EXISTS (
    SELECT FROM unnest(string_to_array(substr(said, 10), ';')) AS list
    WHERE NOT names && ARRAY(
      SELECT btrim(regexp_replace(name, '\\s+', ' ', 'g'))
      FROM unnest(string_to_array(list, ',')) AS name))
  ELSE false
END
$$"""
_SEEN = """
CREATE OR REPLACE FUNCTION onetext_seen() RETURNS SETOF varchar
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
WITH RECURSIVE me AS MATERIALIZED (SELECT onetext_names() AS names),
latest AS (
  SELECT DISTINCT ON (changed) changed, said FROM (
    SELECT CAST(body AS jsonb) ->> 'of' AS changed, CAST(body AS jsonb) ->> 'visibility' AS said,
      recorded_at, id
    FROM entries WHERE kind = 'visibility_changed') AS words
  ORDER BY changed, recorded_at DESC, id DESC),
hidden (id) AS (
  SELECT entries.id FROM entries CROSS JOIN me LEFT JOIN latest ON latest.changed = entries.id
  WHERE entries.kind = 'visibility_changed' OR NOT onetext_admits(
    coalesce(latest.said, entries.visibility),
    EXISTS (SELECT FROM rests WHERE rests.id = entries.id), me.names)
  UNION SELECT rests.id FROM rests JOIN hidden ON hidden.id = rests.on_id)
SELECT id FROM entries WHERE id NOT IN (SELECT id FROM hidden)
$$"""


def follow(connection: Connection, entries: Sequence[Entry]) -> None:
    """Note what entries rest on."""
    if connection.dialect.name != POSTGRESQL:
        return
    insert_rows(
        connection,
        rests,
        [
            {"id": entry.id, "on_id": one}
            for entry in entries
            for one in dict.fromkeys(_named_by(entry))
        ],
    )


def _named_by(entry: Entry) -> list[str]:
    """What an entry rests on, and what it only mentions: a row is shown whole or not at all."""
    mentioned = mentions(entry.kind, entry.body).values()
    return [*rests_on(entry.kind, entry.body), *(one for ids in mentioned for one in ids)]


def raise_wall(connection: Connection) -> None:
    """Put policies on the tables, which were made anew and are empty but for the log.

    What entries rest on is to be noted again; whoever was let in stays so.
    """
    if connection.dialect.name != POSTGRESQL:
        return
    rests.drop(connection, checkfirst=True)
    wall.create_all(connection)
    schema = connection.scalar(text("SELECT quote_ident(current_schema())"))
    for function in (_NAMES.format(schema=schema), _ADMITS, _SEEN.format(schema=schema)):
        connection.exec_driver_sql(function)
    there = set(
        connection.scalars(
            text("SELECT tablename FROM pg_policies WHERE schemaname = current_schema()")
        )
    )
    for table in _guarded():
        if table.name in there:  # the log, which stays when the others are made anew
            continue
        name = connection.dialect.identifier_preparer.format_table(table)
        connection.exec_driver_sql(f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY")
        seen = _seen_row(table, connection)
        connection.exec_driver_sql(
            f"CREATE POLICY onetext_seen ON {name} FOR SELECT USING ({seen})"
        )
    logins = connection.scalars(
        text("SELECT login FROM viewers WHERE login IN (SELECT rolname FROM pg_roles)")
    )
    for login in logins.all():
        _grant(connection, login)


def let_in(connection: Connection, login: str, named: str) -> None:
    """Let a login of the server read what `named` may see, and nothing else."""
    connection.execute(
        text(
            "INSERT INTO viewers (login, named) VALUES (:login, :named) "
            "ON CONFLICT (login) DO UPDATE SET named = excluded.named"
        ),
        {"login": login, "named": named},
    )
    _grant(connection, login)


def _grant(connection: Connection, login: str) -> None:
    quoted = connection.dialect.identifier_preparer.quote_identifier(login)
    schema = connection.scalar(text("SELECT quote_ident(current_schema())"))
    connection.exec_driver_sql(f"GRANT USAGE ON SCHEMA {schema} TO {quoted}")
    for table in _guarded():
        name = connection.dialect.identifier_preparer.format_table(table)
        connection.exec_driver_sql(f"GRANT SELECT ON {name} TO {quoted}")


def _guarded() -> list[Table]:
    """The tables whose rows name entries; what was counted over all of them is shown to nobody."""
    return [one for one in (tables.entries, *tables.derived.sorted_tables) if _ids(one)]


def _ids(table: Table) -> list[Column[Any]]:
    """The columns of a table that hold ids of entries."""
    return [
        one for one in table.columns if isinstance(one.type, String) and one.type.length == ID_CHARS
    ]


def _seen_row(table: Table, connection: Connection) -> str:
    """That every entry that a row names may be seen."""
    quoted = connection.dialect.identifier_preparer.quote_identifier
    return " AND ".join(
        f"({quoted(one.name)} IS NULL OR {quoted(one.name)} IN (SELECT onetext_seen()))"
        for one in _ids(table)
    )
