"""Write docs/reference/codebook.md from the tables of an export; with --check, only compare."""

from __future__ import annotations

import sys
from pathlib import Path

from onetext.briefing.exports import TABLES
from onetext.record.tables.codebook import codebook_markdown

PAGE = Path(__file__).parent / "reference" / "codebook.md"


def main() -> int:
    text = codebook_markdown(TABLES)
    if "--check" not in sys.argv:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == text:
        return 0
    print("docs/reference/codebook.md is not what the tables say. Run: make reference")
    return 1


if __name__ == "__main__":
    sys.exit(main())
