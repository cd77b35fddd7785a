"""Signatures of entries; and what finds the latest moment, and the digests of many ids, at once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("entries", sa.Column("signature", sa.Text))
    op.create_index("entries_recorded", "entries", ["recorded_at"])
    op.create_index("entries_digest", "entries", ["id", "digest", "signature"])
