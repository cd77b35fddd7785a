"""What an edition's folder holds beside the exports, and what its owner is told of it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from onetext.record.entries import EntryKind
from onetext.record.record import Record
from onetext.wiring import write_record


def edition_files(folder: Path) -> dict[Path, Callable[[Record, Path], int]]:
    """The files and what writes each; they return how many entries or sources it holds."""
    return {folder / "record.onetext": _write_record, folder / "brief.html": _write_brief}


def told_of(kept_back: Mapping[EntryKind, int]) -> str:
    """That things stand in the edition as some of what was said of them would not have it."""
    counts = ", ".join(f"{count} {kind.replace('_', ' ')}" for kind, count in kept_back.items())
    return (
        f"For you alone: the edition shows things of which it does not show all that was said "
        f"({counts}), so that they stand in it as if that had not been. If that is not meant, "
        "say who may see the rest with: onetext visibility -r RECORD ID --to WHO"
    )


def _write_record(opened: Record, path: Path) -> int:
    making = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        count = write_record(opened.store, making)
        making.replace(path)
    finally:
        making.unlink(missing_ok=True)
    return count


def _write_brief(opened: Record, path: Path) -> int:
    from onetext.briefing.write import write_brief  # loads the charts

    today = datetime.now(UTC).date()
    return len(write_brief(opened, path, as_of=today, publish=False).sources)
