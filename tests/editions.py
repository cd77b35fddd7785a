"""An edition in every form in which it is given to others."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from onetext.briefing.exports import EXPORTS
from onetext.briefing.write import FORMATS, write_brief
from onetext.wiring import open_edition, write_record

AS_OF = date(2030, 3, 20)
KNOWN_ON = datetime(2063, 1, 1, tzinfo=UTC)


def written_out(path: Path, readers: str, folder: Path) -> list[Path]:
    """All files of an edition of the record at `path`: each export, the record, and briefs."""
    folder.mkdir()
    written = []
    with open_edition(path, readers).record as record:
        for name, one in EXPORTS.items():
            with (folder / name).open("wb") as file:
                one.write(record.store, file)
            written.append(folder / name)
        write_record(record.store, folder / "record.onetext")
        written.append(folder / "record.onetext")
        for suffix in FORMATS:
            brief = folder / f"brief{suffix}"
            write_brief(record, brief, as_of=AS_OF, known_on=KNOWN_ON, publish=False)
            written.append(brief)
    return written
