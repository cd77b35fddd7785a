"""The log of entries, which refuses changes and deletions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


REFUSE = """
CREATE FUNCTION entries_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'entries are never changed or deleted';
END
$$
"""


def upgrade() -> None:
    op.create_table(
        "entries",
        sa.Column("id", _key(36), primary_key=True),
        sa.Column("kind", _key(32), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("recorded_at", _key(32), nullable=False),
        sa.Column("visibility", sa.Text, nullable=False),
        sa.Column("previous", _key(64)),
        sa.Column("digest", _key(64), nullable=False),
        sa.Column("short", _key(8), nullable=False),
        comment="The log of a onetext record: never changed by hand",
    )
    op.create_index("entries_author", "entries", ["author", "id"])
    op.create_index("entries_short", "entries", ["short"])
    if op.get_bind().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER entries_no_{change.lower()} BEFORE {change} ON entries "
                "BEGIN SELECT RAISE(ABORT, 'entries are never changed or deleted'); END"
            )
    else:
        op.execute(REFUSE)
        op.execute(
            "CREATE TRIGGER entries_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON entries "
            "FOR EACH STATEMENT EXECUTE FUNCTION entries_refuse_change()"
        )


def _key(length: int) -> sa.String:
    """On PostgreSQL it sorts by the codes of its characters, as on SQLite."""
    return sa.String(length).with_variant(postgresql.VARCHAR(length, collation="C"), "postgresql")
