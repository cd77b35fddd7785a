"""Run by Alembic: migrates the connection that `onetext.record.stores.schema` hands over."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
