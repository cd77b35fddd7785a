"""The log of entries, which refuses changes and deletions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "entries",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("recorded_at", sa.String(32), nullable=False),
        sa.Column("visibility", sa.Text, nullable=False),
        sa.Column("previous", sa.String(64)),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("short", sa.String(8), nullable=False),
    )
    op.create_index("entries_author", "entries", ["author", "id"])
    op.create_index("entries_short", "entries", ["short"])
    if op.get_bind().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER entries_no_{change.lower()} BEFORE {change} ON entries "
                "BEGIN SELECT RAISE(ABORT, 'entries are never changed or deleted'); END"
            )
