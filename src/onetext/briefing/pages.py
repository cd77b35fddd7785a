"""The brief as Markdown and as one self-contained HTML page."""

from __future__ import annotations

import re

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from onetext.briefing.brief import Brief
from onetext.text.showing import shown

MARKDOWN_SIGNS = re.compile(r"([\\`*_\[\]<>|#~])")


def escape_markdown(text: str) -> str:
    """Text from a source as Markdown shows it: on one line, with no sign that means anything."""
    return MARKDOWN_SIGNS.sub(r"\\\1", shown(" ".join(text.split())))


def render_markdown(brief: Brief) -> str:
    return _render("brief.md.j2", brief)


def render_html(brief: Brief) -> str:
    return _render("brief.html.j2", brief)


def _pictured(value: object) -> object:
    """What a page holds in a place of the template, with no control character left in it."""
    return shown(value) if type(value) is str else value


def _render(template: str, brief: Brief) -> str:
    environment = Environment(
        loader=PackageLoader("onetext.briefing"),
        autoescape=select_autoescape(["html.j2"]),
        undefined=StrictUndefined,
        finalize=_pictured,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["md"] = escape_markdown
    return environment.get_template(template).render(brief=brief)
