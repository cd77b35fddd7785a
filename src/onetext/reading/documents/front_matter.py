"""The YAML block at the head of a text or Markdown report: what the file says of itself.

    ---
    title: Five hours in the Kremlin
    published: 2025-12-03
    publisher: The Daily Example
    agencies: [AFP]
    url: https://example.org/report
    language: en
    ---

The block stays part of the text, so that offsets hold, but it is furniture: no statement
is looked for in it. Where it is no such block the text is read as if it were not there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

import yaml

from onetext.reading.documents.language import language_code
from onetext.reading.documents.parts import Told
from onetext.text.spans import Span
from onetext.text.yaml_block import load_block

_BLOCK = re.compile(r"\A\ufeff?(---[ \t]*\r?\n(.*?)^(?:---|\.\.\.))[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_NAMES = frozenset(
    {"title", "headline", "published", "date", "publisher", "outlet", "agencies", "agency"}
    | {"authors", "author", "by", "url", "address", "source", "language", "lang"}
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the block tells; `span` covers it, both fences included."""

    span: Span
    told: Told
    agencies: tuple[str, ...] = ()
    url: str | None = None


def front_matter_of(text: str) -> FrontMatter | None:
    """The front matter at the head of `text`; None where there is none.

    A block counts only if it is valid YAML that names at least one thing which a report tells
    of itself; rules and tables that happen to begin with dashes do not.
    """
    found = _BLOCK.match(text)
    if not found:
        return None
    try:
        fields = load_block(found[2])
    except (yaml.YAMLError, ValueError):  # ValueError: a date such as 2025-02-31
        return None
    if not isinstance(fields, Mapping) or not _NAMES & fields.keys():
        return None
    told = Told(
        title=_words(fields, "title", "headline"),
        publisher=_words(fields, "publisher", "outlet"),
        authors=_list(fields, "authors", "author", "by"),
        published=_day(fields, "published", "date"),
        language=language_code(_words(fields, "language", "lang")),
    )
    return FrontMatter(
        span=Span(*found.span(1)),
        told=told,
        agencies=_list(fields, "agencies", "agency"),
        url=_words(fields, "url", "address", "source"),
    )


def _words(fields: Mapping[object, object], *names: str) -> str | None:
    for name in names:
        value = fields.get(name)
        if isinstance(value, str | int | float) and str(value).strip():
            return " ".join(str(value).split())
    return None


def _list(fields: Mapping[object, object], *names: str) -> tuple[str, ...]:
    for name in names:
        value = fields.get(name)
        items = value if isinstance(value, list) else [value]
        words = tuple(item.strip() for item in items if isinstance(item, str) and item.strip())
        if words:
            return words
    return ()


def _day(fields: Mapping[object, object], *names: str) -> date | None:
    for name in names:
        value = fields.get(name)
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        if isinstance(value, str):
            try:
                return datetime.fromisoformat(value.strip()).date()
            except ValueError:
                continue
    return None


def address_of(text: str) -> str | None:
    """The web address at which a report says that it was published; None where it says none."""
    front = front_matter_of(text)
    url = front.url if front else None
    return url if url and url.startswith(("https://", "http://")) else None
