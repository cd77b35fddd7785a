"""The bundled case as files: unpacked as they are, and complete."""

from __future__ import annotations

from pathlib import Path

from onetext.case import dispatches, drafts, unpack


def test_unpack_copies_every_byte(tmp_path: Path) -> None:
    """A user gets the same files that the package holds, in the same order."""
    placed_drafts, placed_dispatches = unpack(tmp_path / "case")
    for placed, held in ((placed_drafts, drafts()), (placed_dispatches, dispatches())):
        assert [path.name for path in placed] == [file.name for file in held]
        assert all(
            path.read_bytes() == file.read_bytes() for path, file in zip(placed, held, strict=True)
        )
    assert "How it was written" in (tmp_path / "case" / "README.md").read_text(encoding="utf-8")
