"""Writes a brief to a file, whole or not at all, and notes in the record that it was published."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from onetext.briefing.brief import Brief
from onetext.briefing.compose import compose
from onetext.briefing.docx import render_docx
from onetext.briefing.pages import render_html, render_markdown
from onetext.errors import OnetextError
from onetext.record.files import whole_file
from onetext.record.record import Record
from onetext.text.comparing import Likeness

FORMATS: dict[str, Callable[[Brief], bytes]] = {
    ".html": lambda brief: render_html(brief).encode("utf-8"),
    ".md": lambda brief: render_markdown(brief).encode("utf-8"),
    ".docx": render_docx,
}


class UnwritableBrief(OnetextError):
    """The brief was asked for in a format that there is not."""


def write_brief(
    record: Record,
    path: Path,
    *,
    as_of: date,
    known_on: datetime | None = None,
    since: date | None = None,
    publish: bool = True,
    likeness: Likeness | None = None,
) -> Brief:
    """Compose the brief and write it to `path`, in the format that its suffix names.

    With `publish`, an entry says that this brief was published, so that the next one tells
    what changed since. `likeness` reads meanings where drafts are compared; words alone where None.

    Raises:
        UnwritableBrief: the suffix names no format.
        UnwritableFile: the file cannot be written; what stood there before still does.
    """
    render = FORMATS.get(path.suffix.lower())
    if render is None:
        raise UnwritableBrief(
            f"Cannot write the brief to {path}: its suffix names no format. "
            f"Use one of {', '.join(FORMATS)}."
        )
    brief = compose(record.store, as_of=as_of, known_on=known_on, since=since)
    from onetext.briefing.draft_charts import pictures  # loads matplotlib

    drawn = pictures(
        record.store, brief.record_name, as_of=as_of, known_on=known_on, likeness=likeness
    )
    brief = replace(brief, pictures=drawn)
    content = render(brief)
    with whole_file(path) as file:
        file.write(content)
    if publish:
        record.publish_brief(
            as_of=as_of,
            known_on=brief.known_on,
            sha256=hashlib.sha256(content).hexdigest(),
            name=path.name,
        )
    return brief
