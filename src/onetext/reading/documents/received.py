"""The bytes of a file that was asked for, or a sentence that says why they cannot be had."""

from __future__ import annotations

import stat
from pathlib import Path

from onetext.errors import UnreadableFile

MAX_BYTES = 50_000_000


def received_bytes(path: Path) -> bytes:
    """The bytes of the regular file at `path`, at most 50 MB.

    Raises:
        UnreadableFile: there is no such file, it is a folder, a pipe or a device, it may not be
            read, it is empty, or it is too large.
    """
    try:
        kind = path.stat()
        if stat.S_ISDIR(kind.st_mode):
            raise UnreadableFile(
                path, "it is a folder", "Name the files in it, as in FOLDER/*.txt."
            )
        if not stat.S_ISREG(kind.st_mode):
            raise UnreadableFile(
                path, "it is a pipe or a device, not a file", "Save what it gives to a file first."
            )
        if kind.st_size > MAX_BYTES:
            found = f"it has {kind.st_size:,} bytes, more than the {MAX_BYTES:,} that are read"
            raise UnreadableFile(path, found, "Split it into smaller files.")
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile(path, "there is no such file", "Check the name.") from error
    except PermissionError as error:
        remedy = "Give yourself the right to read it."
        raise UnreadableFile(path, "reading it is not permitted", remedy) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        found = f"the system says: {getattr(error, 'strerror', None) or error}"
        raise UnreadableFile(path, found, "Check the name and the disk.") from error
    if not raw:
        raise UnreadableFile(path, "the file is empty", "Save it again, with its text in it.")
    return raw
