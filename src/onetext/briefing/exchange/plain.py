"""A draft as Markdown that onetext reads again, and as plain text."""

from __future__ import annotations

import json
from collections.abc import Iterator

from onetext.briefing.exchange.clean import CleanText, told
from onetext.briefing.exchange.paragraphs import Form, Paragraph, paragraphs_of
from onetext.text.drafts import Draft
from onetext.text.emphasis import marked
from onetext.text.parse import UNDETERMINED

_INDENT = "    "


def markdown(draft: Draft) -> str:
    """The draft with front matter: title, by, date, language, issues, sources."""
    return "\n".join([*_front_matter(draft), *_lines(draft)])


def clean_markdown(text: CleanText) -> str:
    """The clean text; open places are footnotes with every wording that is on the table."""
    notes = [
        line
        for place in text.left
        for line in (f"[^open-{place.number}]: {told(place, text.source)}", "")
    ]
    return "\n".join([*_front_matter(text.draft), *_lines(text.draft), *notes])


def plain_text(draft: Draft) -> str:
    """The paragraphs, without marks of Markdown."""
    return "\n".join(_plain(draft))


def clean_plain_text(text: CleanText) -> str:
    """The paragraphs of the clean text, then what is open."""
    lines = list(_plain(text.draft))
    if text.left:
        lines += ["Open places", ""]
        for place in text.left:
            lines += [f"{place.number}. {told(place, text.source)}", ""]
    return "\n".join(line.replace("[^open-", "[") for line in lines)


def _front_matter(draft: Draft) -> Iterator[str]:
    yield "---"
    yield f"title: {json.dumps(draft.title, ensure_ascii=False)}"
    if draft.by:
        yield f"by: {json.dumps(draft.by, ensure_ascii=False)}"
    if draft.dated:
        yield f"date: {draft.dated.isoformat()}"
    if draft.language != UNDETERMINED:
        yield f"language: {json.dumps(draft.language)}"
    if draft.issues:
        yield "issues:"
        for path, issue in draft.issues.items():
            yield f"  {json.dumps(path)}: {json.dumps(issue, ensure_ascii=False)}"
    if draft.sources:
        yield "sources:"
        yield from (f"  - {json.dumps(source)}" for source in draft.sources)
    yield "---"
    yield ""


def _lines(draft: Draft) -> Iterator[str]:
    for paragraph in paragraphs_of(draft):
        words = " ".join(
            part for part in (marked(paragraph.label), marked(paragraph.words)) if part
        )
        if paragraph.form is Form.TITLE:
            yield f"# {words}"
        elif paragraph.form is Form.HEADING:
            yield f"{'#' * min(paragraph.level + 1, 6)} {words}"
        else:
            yield f"{_indent(paragraph)}{words}"
        yield ""


def _plain(draft: Draft) -> Iterator[str]:
    for paragraph in paragraphs_of(draft):
        yield f"{_indent(paragraph)}{paragraph.text.replace(chr(9), ' ')}"
        yield ""


def _indent(paragraph: Paragraph) -> str:
    return _INDENT * max(paragraph.level - 1, 0) if paragraph.form is not Form.HEADING else ""
