"""The YAML block at the head of a draft: what the file says of itself.

Whatever is wrong with it is a problem to look at, never a refusal: the draft is still read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

import yaml
from dateutil import parser as dates

from onetext.text.drafts import Problem
from onetext.text.spans import Span
from onetext.text.yaml_block import load_block

_BLOCK = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_OPENED = re.compile(r"\A\ufeff?---[ \t]*\r?\n[\w-]+[ \t]*:")
_BY = ("by", "author", "authors", "published_by")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a draft's front matter tells; `body` is where the draft itself begins."""

    title: str | None = None
    by: str | None = None
    dated: date | None = None
    language: str | None = None
    sources: tuple[str, ...] = ()
    issues: dict[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    body: int = 0


def read_front_matter(text: str) -> FrontMatter:
    """The front matter of `text`: title, by (or author, published_by), date, language,
    sources (a list of addresses) and issues (path of a point -> issue it deals with)."""
    found = _BLOCK.match(text)
    if not found:
        if _OPENED.match(text):
            line = Span(0, text.index("\n"))
            return FrontMatter(
                problems=(Problem(line, "The front matter is opened with --- but never closed."),)
            )
        return FrontMatter()
    block = Span(found.start(1), found.end(1))
    try:
        fields = load_block(found.group(1))
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a date such as 2025-02-31
        return FrontMatter(problems=(_not_yaml(block, error),), body=found.end())
    if fields is None:
        return FrontMatter(body=found.end())
    if not isinstance(fields, Mapping):
        message = "The front matter holds no names with values, such as title: and date:."
        return FrontMatter(problems=(Problem(block, message),), body=found.end())
    return _Fields(text, block, fields).read(found.end())


def _not_yaml(block: Span, error: Exception) -> Problem:
    mark = getattr(error, "problem_mark", None)
    told = getattr(error, "problem", None) or str(error)
    start = min(block.start + (mark.index if mark else 0), block.end)
    return Problem(Span(start, block.end), f"The front matter is not valid YAML: {told}.")


@dataclass(slots=True)
class _Fields:
    text: str
    block: Span
    fields: Mapping[object, object]
    problems: list[Problem] = field(default_factory=list)

    def read(self, body: int) -> FrontMatter:
        return FrontMatter(
            title=self.words("title"),
            by=next((words for name in _BY if (words := self.words(name))), None),
            dated=self.date(),
            language=self.words("language"),
            sources=self.sources(),
            issues=self.issues(),
            problems=tuple(self.problems),
            body=body,
        )

    def words(self, name: str) -> str | None:
        value = self.fields.get(name)
        if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
            return ", ".join(value)
        if isinstance(value, str | int | float | date):
            return str(value).strip() or None
        if value is not None:
            self.doubt(name, "is neither words nor a list of words")
        return None

    def date(self) -> date | None:
        value = self.fields.get("date")
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date) or value is None:
            return value
        try:
            # Two defaults that share no year, month or day: what the words leave open differs.
            one, other = (
                dates.parse(str(value), default=datetime(*day)).date()  # noqa: DTZ001 a plain date
                for day in ((2000, 1, 1), (2001, 2, 2))
            )
        except (ValueError, OverflowError):
            one, other = date.min, date.max
        if one == other:
            return one
        self.doubt("date", f'"{str(value)[:40]}" is no date. Write it as 2025-12-31')
        return None

    def sources(self) -> tuple[str, ...]:
        value = self.fields.get("sources", self.fields.get("source"))
        listed = value if isinstance(value, list) else [] if value is None else [value]
        good = tuple(item.strip() for item in listed if isinstance(item, str))
        if len(good) < len(listed):
            self.doubt("sources", "is no list of addresses")
        return good

    def issues(self) -> dict[str, str]:
        value = self.fields.get("issues")
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            self.doubt("issues", "does not map points to issues, as in 10/a: guarantees")
            return {}
        good = {
            str(path): label.strip()
            for path, label in value.items()
            if isinstance(path, str | int | float) and isinstance(label, str) and label.strip()
        }
        if len(good) < len(value):
            self.doubt("issues", "has a point without the name of an issue")
        return good

    def doubt(self, name: str, what: str) -> None:
        line = re.compile(rf"^{re.escape(name)}[ \t]*:.*$", re.M).search(
            self.text, self.block.start, self.block.end
        )
        place = Span(*line.span()) if line else self.block
        self.problems.append(Problem(place, f"In the front matter, {name} {what}."))
