"""The command line: a thin door. Each command parses, calls a room and prints the result."""

from __future__ import annotations

import sys

from onetext.cli.group import onetext


def main() -> None:
    """Run `onetext`; a named problem prints its sentence and ends with exit code 1."""
    sys.exit(onetext.main(standalone_mode=True))
