"""Drafts that hypothesis makes, and what a DOCX file says when it is read again."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import strategies as st

from onetext.briefing.exchange.paragraphs import paragraphs_of
from onetext.case.bundle import drafts
from onetext.reading.word.changes import ChangesRead
from onetext.reading.word.text import docx_text
from onetext.text.drafts import Draft
from onetext.text.parse import parse_draft

WORDS = ["the", "ports", "open", "Lune", "[shall]", "[should]", "*free*", "border", "ships", "fee;"]
NOTES = "\n\n[^a]: A *first* note.\n\n[^2]: Another note."
LABELS = st.sampled_from(
    ("1. ", "2. ", "3. ", "(a) ", "    (a) ", "    (b) ", "## Article 2: ", "## ", "[4. ", "- ", "")
)
_NOTE = re.compile(r"\[\^([^\[\]\s]+)\]:\s*")
_MARK = re.compile(r"\[\^([^\[\]\s]+)\]")


def _drafts(words: list[str], notes: str = "") -> st.SearchStrategy[Draft]:
    sentences = st.lists(st.sampled_from(words), min_size=1, max_size=12).map(" ".join)
    lines = st.tuples(LABELS, sentences).map("".join)
    return st.lists(lines, min_size=1, max_size=10).map(
        lambda found: parse_draft("# Plan\n\n" + "\n\n".join(found) + notes + "\n")
    )


DRAFTS = _drafts(WORDS)
NOTED_DRAFTS = _drafts([*WORDS, "it[^a]", "it[^2]"], NOTES)


def lines_of(draft: Draft) -> list[str]:
    """The paragraphs of a draft as one line each; notes numbered as called, at the end."""
    lines = [paragraph.text.replace("\t", " ") for paragraph in paragraphs_of(draft)]
    notes = {found[1]: line[found.end() :] for line in lines if (found := _NOTE.match(line))}
    text = [line for line in lines if not _NOTE.match(line)]
    called = [name for line in text for name in _MARK.findall(line) if name in notes]
    numbers = iter(range(1, len(called) + 1))

    def numbered(line: str) -> str:
        return _MARK.sub(lambda m: f"[^{next(numbers)}]" if m[1] in notes else m[0], line)

    shown = []
    for line in lines:
        note = _NOTE.match(line)
        if note is None:
            shown.append(numbered(line))
        elif note[1] not in called:
            shown.append(line)
    return [*shown, *(f"[^{number}]: {notes[name]}" for number, name in enumerate(called, 1))]


def read_lines(document: bytes, changes: str = "accepted") -> list[str]:
    """The paragraphs of a DOCX file, without the marks of headings and indentation."""
    text = docx_text(Path("x.docx"), document, changes=ChangesRead(changes)).text
    return [line.lstrip("# ") for line in text.split("\n") if line.strip("# ")]


def case_drafts() -> list[Draft]:
    """The drafts of the bundled case, in the order of their dates."""
    return [parse_draft(page.read_text("utf-8")) for page in drafts()]
