"""Files that appear whole or not at all."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from onetext.errors import OnetextError


class UnwritableFile(OnetextError):
    """A file that was to be written cannot be.

    Attributes:
        path: the file that was to be written.
    """

    def __init__(self, path: Path, found: str) -> None:
        self.path = path
        super().__init__(
            f"{path} was to be written, but {found}. Nothing was left half-written. "
            "Make room or give another place with -o."
        )


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A file to write to, which takes its place at `path` only when all of it is there.

    Raises:
        UnwritableFile: the disk is full, the folder is missing, or writing is not allowed.
    """
    making = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        with making.open("xb") as file:
            yield file
        making.replace(path)
    except OSError as error:
        raise UnwritableFile(path, (error.strerror or str(error)).lower()) from error
    finally:
        making.unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """The folder at `path`, and those above it, where they are not there yet.

    Raises:
        UnwritableFile: there is a file in its place, or making it is not allowed.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableFile(path, (error.strerror or str(error)).lower()) from error
