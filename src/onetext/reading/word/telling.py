"""What a DOCX file held besides its text, as problems to look at and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from onetext.reading.word.changes import ChangeKind, ChangesRead, TrackedChange
from onetext.reading.word.text import DocxText
from onetext.text.drafts import Problem
from onetext.text.spans import Span

_READ_AS = {
    ChangesRead.ACCEPTED: "what was put in is read as text, what was taken out is left out",
    ChangesRead.REJECTED: "the text is read as it was before them",
    ChangesRead.MARKED: "each is read in brackets with its author",
}
_NAMES = {
    ChangeKind.INSERTION: ("insertion", "insertions"),
    ChangeKind.DELETION: ("deletion", "deletions"),
    ChangeKind.MOVED_FROM: ("text moved away", "texts moved away"),
    ChangeKind.MOVED_TO: ("text moved in", "texts moved in"),
    ChangeKind.FORMATTING: ("change of form", "changes of form"),
}
_NAMED = 5
_SHOWN_CHARS = 80


def problems_of(word: DocxText, changes: ChangesRead) -> Iterator[Problem]:
    """One sentence for each thing that the text alone does not show."""
    if word.tracked_changes:
        yield Problem(Span(0, 0), _tracked(word.tracked_changes, changes))
    if word.comments:
        people = _people(comment.author for comment in word.comments)
        told = _count(len(word.comments), "comment", "comments")
        yield Problem(Span(0, 0), f"The file holds {told}{people}; --json shows them.")
    if word.hidden:
        first = word.hidden[0].strip()[:_SHOWN_CHARS]
        told = _count(len(word.hidden), "stretch of hidden text", "stretches of hidden text")
        yield Problem(
            Span(0, 0), f'The file holds {told}, read all the same; the first is "{first}".'
        )
    if word.shown.struck:
        more = " and underlined ones as proposed additions" if word.shown.underlined else ""
        yield Problem(
            Span(0, 0),
            "Words are struck through without a tracked change or a sentence that explains it: "
            f"they are read as proposed deletions{more}.",
        )
    if word.unread:
        told = _count(word.unread, "file", "files")
        yield Problem(Span(0, 0), f"The file holds {told} inside itself that nobody read.")


def word_json(word: DocxText) -> dict[str, Any]:
    """The keys that a DOCX file adds to onetext/draft/1."""
    return {
        "tracked_changes": [
            {
                "kind": change.kind.value,
                "author": change.author or None,
                "date": change.when,
                "text": change.text,
                "span": _span(change.span),
                "at": change.at,
                "moved_to": _span(change.moved_to),
            }
            for change in word.tracked_changes
        ],
        "comments": [
            {
                "author": comment.author or None,
                "date": comment.when,
                "text": comment.text,
                "span": _span(comment.span),
            }
            for comment in word.comments
        ],
        "colours": [{"span": _span(found.span), "colour": found.colour} for found in word.colours],
        "hidden": list(word.hidden),
        "margins": list(word.margins),
    }


def _tracked(tracked: tuple[TrackedChange, ...], changes: ChangesRead) -> str:
    kinds = Counter(change.kind for change in tracked)
    told = ", ".join(_count(kinds[kind], *_NAMES[kind]) for kind in ChangeKind if kinds[kind])
    number = _count(len(tracked), "tracked change", "tracked changes")
    people = _people(change.author for change in tracked)
    return f"The file holds {number} ({told}){people}: {_READ_AS[changes]}."


def _people(authors: Iterator[str]) -> str:
    counted = Counter(author for author in authors if author).most_common()
    if not counted:
        return ""
    named = ", ".join(author for author, _ in counted[:_NAMED])
    more = len(counted) - _NAMED
    return f" by {named}{f' and {more} more' if more > 0 else ''}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _span(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span.start, "end": span.end}
