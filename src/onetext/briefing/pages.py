"""The brief as Markdown and as one self-contained HTML page."""

from __future__ import annotations

import re

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from onetext.briefing.brief import Brief

MARKDOWN_SIGNS = re.compile(r"([\\`*_\[\]<>|#~])")


def escape_markdown(text: str) -> str:
    """Text from a source as Markdown shows it: on one line, with no sign that means anything."""
    return MARKDOWN_SIGNS.sub(r"\\\1", " ".join(text.split()))


def render_markdown(brief: Brief) -> str:
    return _render("brief.md.j2", brief)


def render_html(brief: Brief) -> str:
    return _render("brief.html.j2", brief)


def _render(template: str, brief: Brief) -> str:
    environment = Environment(
        loader=PackageLoader("onetext.briefing"),
        autoescape=select_autoescape(["html.j2"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["md"] = escape_markdown
    return environment.get_template(template).render(brief=brief)
