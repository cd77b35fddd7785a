"""The command line: a thin door. Each command parses, calls a room and prints the result."""

from __future__ import annotations

import io
import sys

from onetext.cli.group import onetext


def main() -> None:
    """Run `onetext`; a named problem prints its sentence and ends with exit code 1.

    A terminal that cannot show a character gets its escape, not a traceback.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(onetext.main(standalone_mode=True))
