"""The paragraphs of a draft, with what was taken out since the one before."""

from __future__ import annotations

from dataclasses import replace

from onetext.briefing.exchange.aligned import aligned
from onetext.briefing.exchange.paragraphs import Form, Paragraph, paragraphs_of
from onetext.briefing.exchange.readable import readable_changes
from onetext.text.comparing import Comparison
from onetext.text.emphasis import NO_LETTERS, Letters
from onetext.text.word_changes import Edit

Edited = tuple[Letters, tuple[Edit, ...]]


def changed_paragraphs(comparison: Comparison) -> tuple[list[Paragraph], dict[int, Edited]]:
    """The paragraphs of both drafts in one order, and the edits of their lines by identity.

    What is gone as a whole stands as words in the point before it. A move is words taken out in
    one place and put in at another.
    """
    edits: dict[int, Edited] = {}
    found: list[Paragraph] = []
    path = None
    rows = aligned(paragraphs_of(comparison.before), paragraphs_of(comparison.after), comparison)
    for row in rows:
        if row.after is None:
            gone = row.before
            assert gone is not None  # noqa: S101 a row has a side
            line = _all(gone.line, Edit.TAKEN_OUT, edits)
            found.append(Paragraph(Form.WORDS, 0, NO_LETTERS, line, path))
            continue
        now = row.after
        if now.form is not Form.NOTE:
            path = now.path
            if row.before is None:
                label, words = (_all(part, Edit.PUT_IN, edits) for part in (now.label, now.words))
            else:
                label = _both(row.before.label, now.label, edits)
                words = _both(row.before.words, now.words, edits)
            now = replace(now, label=label, words=words)
        found.append(now)
    return found, edits


def _all(line: Letters, edit: Edit, edits: dict[int, Edited]) -> Letters:
    same = Letters(
        line.text,
        line.origins if edit is Edit.PUT_IN else (-1,) * len(line.text),
        line.looks,
    )
    edits[id(same)] = (same, (edit,) * len(line.text))
    return same


def _both(before: Letters, after: Letters, edits: dict[int, Edited]) -> Letters:
    """Both lines as one."""
    origins: list[int] = []
    looks: list[int] = []
    became: list[Edit] = []
    text = ""
    i = j = 0
    for change in readable_changes(before.text, after.text):
        length = len(change.text)
        gone = change.edit is Edit.TAKEN_OUT
        origins += [-1] * length if gone else after.origins[j : j + length]
        looks += before.looks[i : i + length] if gone else after.looks[j : j + length]
        became += [change.edit] * length
        text += change.text
        i += length if change.edit is not Edit.PUT_IN else 0
        j += 0 if gone else length
    line = Letters(text, tuple(origins), tuple(looks))
    edits[id(line)] = (line, tuple(became))
    return line
