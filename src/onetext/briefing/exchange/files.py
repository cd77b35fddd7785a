"""Which file a name asks for, and its bytes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from onetext.briefing.exchange.choices import Choices
from onetext.briefing.exchange.clean import clean
from onetext.errors import OnetextError
from onetext.text.comparing import Comparison
from onetext.text.drafts import Draft

TEXT_SUFFIXES = (".docx", ".xml", ".html", ".md", ".txt")
COLUMN_SUFFIXES = (".html", ".docx")
CHANGE_SUFFIXES = (".docx", ".xml")


class UnwritableFormat(OnetextError):
    """A file was asked for in a format that there is not."""


def checked(path: Path, suffixes: Sequence[str], what: str) -> str:
    """The suffix of `path`, in small letters.

    Raises:
        UnwritableFormat: it names none of the formats in which `what` is written.
    """
    suffix = path.suffix.lower()
    if suffix not in suffixes:
        raise UnwritableFormat(
            f"Cannot write {what} to {path}: its suffix names no format for that. "
            f"Use one of {', '.join(suffixes)}."
        )
    return suffix


def text_file(draft: Draft, suffix: str, *, choices: Choices | None, author: str) -> bytes:
    """A draft as the file that `suffix` names; the clean edition where `choices` are given."""
    from onetext.briefing.exchange import editions, html, plain  # load python-docx and jinja2
    from onetext.briefing.exchange.akn import render_akn

    text = None if choices is None else clean(draft, choices)
    if suffix == ".xml":
        return render_akn(text.draft if text else draft, author=author)
    if suffix == ".docx":
        if text:
            return editions.clean_docx(text, author=author)
        return editions.bracketed_docx(draft, author=author)
    if suffix == ".html":
        page = html.clean_html(text) if text else html.bracketed_html(draft)
    elif suffix == ".md":
        page = plain.clean_markdown(text) if text else plain.markdown(draft)
    else:
        page = plain.clean_plain_text(text) if text else plain.plain_text(draft)
    return page.encode("utf-8")


def changes_file(comparison: Comparison, suffix: str, *, author: str) -> bytes:
    """What changed between two drafts as the file that `suffix` names."""
    from onetext.briefing.exchange.akn import render_akn_changes
    from onetext.briefing.exchange.tracked import render_tracked

    if suffix == ".xml":
        return render_akn_changes(comparison, author=author)
    return render_tracked(comparison, author=author)


def columns_file(
    head: str, first: Draft, others: Sequence[tuple[str, Comparison]], suffix: str, *, author: str
) -> bytes:
    """Texts in columns as the file that `suffix` names."""
    from onetext.briefing.exchange import columns_docx, html
    from onetext.briefing.exchange.columns import columns

    table = columns(head, first, others)
    if suffix == ".docx":
        return columns_docx.columns_docx(table, author=author)
    return html.columns_html(table).encode("utf-8")
