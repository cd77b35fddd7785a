"""The printed lines of a PDF, by a process of its own that may take so much and no more.

A PDF draws forms that draw forms. One that draws itself twice keeps PDFium busy until the
machine's memory is gone, and damaged ones have crashed it: so it works where neither matters.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from onetext.errors import UnreadableFile
from onetext.reading.printed.limits import SECONDS

_REMEDY = "It may be damaged or made to hurt: print it anew to a PDF file, and read that."


def pages_apart(raw: bytes, path: Path) -> tuple[list[list[Any]], str | None, list[int]]:
    """What `onetext.reading.printed.layer.printed` finds in `raw`.

    At most a minute of processor time and, where the system can hold a process to it, 2 GB.

    Raises:
        UnreadableFile: as `printed`, or it took more than that, or PDFium crashed over it.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "onetext.reading.printed.layer"],
            input=raw,
            capture_output=True,
            timeout=4 * SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile(path, "the PDF takes minutes to open", _REMEDY) from error
    if done.returncode:
        found = f"the PDF takes more than {SECONDS} seconds or 2 GB to open, or cannot be opened"
        raise UnreadableFile(path, found, _REMEDY)
    answer = json.loads(done.stdout)
    if "found" in answer:
        raise UnreadableFile(path, answer["found"], answer["remedy"])
    return answer["pages"], answer["title"], answer["in_doubt"]
