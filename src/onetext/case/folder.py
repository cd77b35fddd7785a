"""The folder that the demo builds in: its own, or not touched."""

from __future__ import annotations

from pathlib import Path

from onetext.case.bundle import unpack
from onetext.errors import OnetextError

RECORD = "talks.onetext"
BRIEF = "brief.html"
MARK = ".onetext-demo"


class DemoProblem(OnetextError):
    """The demo cannot be built where it was asked for."""


def claim(folder: Path) -> None:
    """Make `folder` the demo's own; remove what an earlier demo made there, and nothing else.

    Raises:
        DemoProblem: it holds files that no demo made, or it cannot be written.
    """
    try:
        if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
            raise DemoProblem(
                f"The demo was to be built in {folder}, which holds files that no demo made. "
                "Name a new folder with: onetext demo --to FOLDER"
            )
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MARK).touch()
        for name in (RECORD, f"{RECORD}-wal", f"{RECORD}-shm", BRIEF):
            (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from error


def expect_earlier(folder: Path) -> None:
    """Raises DemoProblem where no demo was built in `folder`."""
    if not (folder / MARK).exists() or not (folder / RECORD).exists():
        raise DemoProblem(
            f"The demo in {folder} was to be kept, but there is none. "
            f"Build it with: onetext demo --to {folder}"
        )


def place_case(folder: Path) -> tuple[list[Path], list[Path]]:
    """Put the files of the case into `folder`; returns the drafts and the dispatches.

    Raises:
        DemoProblem: they cannot be written.
    """
    try:
        return unpack(folder / "case")
    except OSError as error:
        raise _unwritable(folder, error) from error


def _unwritable(folder: Path, error: OSError) -> DemoProblem:
    return DemoProblem(
        f"Cannot build the demo in {folder}: {error.strerror or error}. "
        "Name another folder with: onetext demo --to FOLDER"
    )
