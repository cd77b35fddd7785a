"""Editions and columns as self-contained HTML pages, for a screen and for paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from onetext.briefing.exchange.clean import CleanText, told
from onetext.briefing.exchange.columns import Columns
from onetext.briefing.exchange.editions import ATTRIBUTION, Looks, bracket_statement, open_marks
from onetext.briefing.exchange.paragraphs import Form, Paragraph, paragraphs_of
from onetext.briefing.exchange.stretches import Stretch
from onetext.text.drafts import Draft
from onetext.text.emphasis import Letters
from onetext.text.showing import shown
from onetext.text.word_changes import Edit

_EDITS = {Edit.KEPT: "", Edit.PUT_IN: "ins", Edit.TAKEN_OUT: "del"}
_LOOKS = ((1, "b"), (2, "i"))
_UNKNOWN = "und"


def columns_html(table: Columns) -> str:
    """The page; words that changed are ins and del elements."""
    counts = list(zip(table.heads[1:], table.changed, strict=True))
    return _page("columns.html.j2", table=table, counts=counts, language=table.language)


def bracketed_html(draft: Draft) -> str:
    """The page; brackets are bold and coloured by depth."""
    looks = Looks(draft)
    return _page(
        "edition.html.j2",
        title=draft.title,
        language=draft.language,
        statement=bracket_statement(draft),
        paragraphs=list(_paragraphs(paragraphs_of(draft), looks)),
        places=[],
    )


def clean_html(text: CleanText) -> str:
    """The page; open places are links to the list at its end."""
    return _page(
        "edition.html.j2",
        title=text.draft.title,
        language=text.draft.language,
        statement=text.statement,
        paragraphs=list(_paragraphs(paragraphs_of(text.draft), None)),
        places=[(place.number, told(place, text.source)) for place in text.left],
    )


@dataclass(frozen=True, slots=True)
class _Shown:
    """A paragraph as the template writes it."""

    tag: str
    level: int
    label: Markup
    words: Markup


def _paragraphs(paragraphs: tuple[Paragraph, ...], looks: Looks | None) -> Iterator[_Shown]:
    for paragraph in paragraphs:
        if paragraph.form is Form.TITLE:
            continue
        tag = {
            Form.HEADING: f"h{min(paragraph.level + 1, 6)}",
            Form.POINT: "point",
            Form.NOTE: "note",
        }.get(paragraph.form, "goes-on" if paragraph.level else "words")
        words = _line(paragraph.words, looks)
        status = looks.status(paragraph) if looks else None
        if status:
            words += Markup(' <span class="status">({})</span>').format(status)
        yield _Shown(tag, paragraph.level, _line(paragraph.label, looks), words)


def _line(line: Letters, looks: Looks | None) -> Markup:
    made = Markup("")
    at = 0
    for mark in open_marks(line.text) if looks is None else ():
        made += _styled(line, at, mark.start(), None)
        made += Markup('<sup><a href="#open-{0}">{0}</a></sup>').format(mark[1])
        at = mark.end()
    return made + _styled(line, at, len(line.text), looks)


def _styled(line: Letters, start: int, end: int, looks: Looks | None) -> Markup:
    made = Markup("")
    begin = start
    styles = [looks.style(at) if looks else None for at in line.origins]
    for at in range(start + 1, end + 1):
        if at == end or (styles[at], line.looks[at]) != (styles[begin], line.looks[begin]):
            words = _looking(line.text[begin:at], line.looks[begin])
            style = styles[begin]
            if style == ATTRIBUTION:
                words = Markup('<span class="who">{}</span>').format(words)
            elif style:
                words = Markup('<b class="b{}">{}</b>').format(style[-1], words)
            made += words
            begin = at
    return made


def _looking(text: str, look: int) -> Markup:
    words = escape(shown(text))
    for bit, tag in _LOOKS:
        if look & bit:
            words = Markup("<{0}>{1}</{0}>").format(tag, words)
    return words


def _words(stretch: Stretch) -> Markup:
    words = _looking(stretch.text.replace("\t", " "), stretch.look)
    tag = _EDITS[stretch.edit]
    return Markup("<{0}>{1}</{0}>").format(tag, words) if tag else words


def _page(template: str, **given: object) -> str:
    environment = Environment(
        loader=PackageLoader("onetext.briefing"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda value: shown(value) if type(value) is str else value,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["words"] = _words
    if given.get("language") == _UNKNOWN:
        given["language"] = ""
    return environment.get_template(template).render(**given)
