"""The next draft as Markdown that onetext reads again as a draft; its changes as another page.

Each point stands on one line, so that no line within it can be taken for another point. The
changes have a page of their own, so that the text holds nothing but the text.
"""

from __future__ import annotations

import json

from onetext.briefing.pages import escape_markdown
from onetext.settlement.next_draft import DraftedPoint, NextDraft


def render_draft_markdown(draft: NextDraft) -> str:
    """The text with front matter (title, date, language, issues)."""
    kept = [point for point in draft.points if point.number is not None]
    issues = [
        f'  "{point.number}": {_yaml(point.issue)}' for point in kept if point.issue is not None
    ]
    head = [
        "---",
        f"title: {_yaml(draft.title)}",
        f"date: {draft.dated.isoformat()}",
        f"language: {_yaml(draft.language)}",
        *(["issues:", *issues] if issues else []),
        "---",
        "",
    ]
    body = [line for point in kept for line in (f"{point.number}. {_line(point.text)}", "")]
    return "\n".join([*head, *body])


def render_changes_markdown(draft: NextDraft) -> str:
    """A list of what changed against the newest draft: before, after, the reason, the words."""
    lines = [f"# Changes against {escape_markdown(draft.based_on)}", ""]
    if not draft.changes:
        lines += ["Nothing changed.", ""]
    for point in draft.changes:
        lines += [*_change(point), ""]
    return "\n".join(lines)


def _change(point: DraftedPoint) -> list[str]:
    where = "Taken out" if point.number is None else f"Point {point.number}"
    issue = f", {escape_markdown(point.issue)}" if point.issue else ""
    lines = [f"## {where}{issue}", "", escape_markdown(point.reason), ""]
    if point.before:
        lines += [f"- Before: {escape_markdown(point.before)}"]
    if point.text:
        lines += [f"- Now: {escape_markdown(point.text)}"]
    for quote in point.quotes:
        said = ", ".join(
            part
            for part in (
                escape_markdown(quote.speaker),
                quote.said_on.isoformat() if quote.said_on else "",
                escape_markdown(quote.publisher or ""),
            )
            if part
        )
        lines.append(f"- On record ({said}): {escape_markdown(quote.marked)}")
    return lines


def _line(text: str) -> str:
    """A point's words on one line; its brackets are the draft's own and stay."""
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())


def _yaml(text: str | None) -> str:
    """Words as a YAML scalar; JSON strings are YAML."""
    return json.dumps(text or "")
