"""The command line: a thin door. Each command parses, calls a room and prints the result."""

from __future__ import annotations

import io
import os
import sys

from onetext.cli.group import onetext


def main() -> None:
    """Run `onetext`; a named problem prints its sentence and ends with exit code 1.

    A terminal that cannot show a character gets its escape, not a traceback; output that
    cannot be written, as to a full disk, is named.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        try:
            onetext.main(standalone_mode=True)
        finally:
            sys.stdout.flush()
    except OSError as error:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 # for the exit
        if not isinstance(error, BrokenPipeError):
            reason = (error.strerror or str(error)).lower()
            print(f"onetext: The output cannot be written: {reason}. Make room.", file=sys.stderr)
        sys.exit(1)
