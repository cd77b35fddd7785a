"""Results -> the brief, as HTML, Markdown and DOCX."""

from onetext.briefing.brief import Brief
from onetext.briefing.compose import compose
from onetext.briefing.write import write_brief

__all__ = ["Brief", "compose", "write_brief"]
