"""The files of the bundled case, wherever the package is installed, an archive included."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

NAME = "The US plan for Ukraine, November 2025 to March 2026"


def drafts() -> list[Traversable]:
    """The drafts, by name, which begins with the date."""
    return _listed("drafts", ".md")


def dispatches() -> list[Traversable]:
    """The dispatches, by name, which begins with the date of publication."""
    return _listed("dispatches", ".txt")


def unpack(folder: Path) -> tuple[list[Path], list[Path]]:
    """Copy the case into `folder`, which is made where it is missing.

    Returns the paths of the drafts and of the dispatches, in the order of their names.

    Raises:
        OSError: something there cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _copy(files(__package__) / "README.md", folder)
    return (
        [_copy(file, folder / "drafts") for file in drafts()],
        [_copy(file, folder / "dispatches") for file in dispatches()],
    )


def _listed(room: str, suffix: str) -> list[Traversable]:
    inside = (files(__package__) / room).iterdir()
    return sorted(
        (file for file in inside if file.name.endswith(suffix)), key=lambda file: file.name
    )


def _copy(file: Traversable, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / file.name
    path.write_bytes(file.read_bytes())
    return path
