"""From the paragraphs of a DOCX file to the text that is read, with the place of every change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from onetext.reading.word.changes import (
    ChangeKind,
    ChangesRead,
    Coloured,
    Revision,
    TrackedChange,
)
from onetext.reading.word.flow import Block, Piece
from onetext.reading.word.notation import NO_NOTATION, Notation, is_legend
from onetext.text.labels import label_at
from onetext.text.spans import Span

_FOR_BRACKETS = str.maketrans("[]:\n", "()  ")


@dataclass(slots=True)
class Composed:
    """The text so far, and what was found in it. `anchors` are the ends of comments, by id."""

    reading: ChangesRead
    notation: Notation = NO_NOTATION
    parts: list[str] = field(default_factory=list)
    length: int = 0
    changes: list[TrackedChange] = field(default_factory=list)
    moves: list[str | None] = field(default_factory=list)
    """For each of `changes`, the name of the move that it belongs to."""
    colours: list[Coloured] = field(default_factory=list)
    opened: dict[str, int] = field(default_factory=dict)
    closed: dict[str, int] = field(default_factory=dict)
    hidden: list[str] = field(default_factory=list)

    def text(self) -> str:
        return "".join(self.parts)

    def add(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)

    def note(self, revision: Revision, text: str, span: Span | None, at: int) -> None:
        self.moves.append(revision.move)
        self.changes.append(
            TrackedChange(revision.kind, revision.author, revision.when, text, span, at)
        )

    def tracked(self) -> tuple[TrackedChange, ...]:
        """The changes; what was moved away knows where it stands now."""
        targets = {
            move: change.span
            for change, move in zip(self.changes, self.moves, strict=True)
            if move and change.kind is ChangeKind.MOVED_TO
        }
        return tuple(
            replace(change, moved_to=targets.get(move or ""))
            if change.kind is ChangeKind.MOVED_FROM
            else change
            for change, move in zip(self.changes, self.moves, strict=True)
        )


def joined(blocks: Sequence[Block], reading: ChangesRead) -> Iterator[tuple[Block, list[Piece]]]:
    """The paragraphs as `reading` has them: one whose end is not in it goes on in the next."""
    carried: list[Piece] = []
    for block in blocks:
        pieces = [*carried, *block.pieces, Piece("\n", block.mark)]
        is_in = all(revision.is_in(reading) for revision in block.mark)
        if is_in or block.last or reading is ChangesRead.MARKED:
            yield block, pieces
            carried = []
        else:
            carried = pieces
    if carried:
        yield blocks[-1], carried


def plain(pieces: Iterable[Piece], reading: ChangesRead) -> str:
    """The words of a paragraph, without any notation."""
    return "".join(p.text for p in pieces if p.text != "\n" and _is_in(p, reading)).strip()


@dataclass(frozen=True, slots=True)
class _Part:
    """What is shown of a piece; brackets that notation puts around it are parts of no text."""

    shown: str
    piece: Piece


def compose(
    into: Composed, pieces: Sequence[Piece], prefix: str, formatting: Sequence[Revision]
) -> None:
    """Add one paragraph after `prefix`; one without words adds nothing but its changes."""
    legend = is_legend(plain(pieces, into.reading))
    notation = NO_NOTATION if legend else into.notation
    parts = list(_parts(pieces, into.reading, notation))
    whole = "".join(part.shown for part in parts)
    words = whole.strip()
    if words:
        into.add(("\n\n" if into.length else "") + prefix)
    start, end = into.length, into.length + len(words)
    at = start - (len(whole) - len(whole.lstrip()))
    placed = []
    for part in parts:
        span = Span(*(min(max(place, start), end) for place in (at, at + len(part.shown))))
        at += len(part.shown)
        placed.append((part, span))
    into.add(words)
    _note_changes(into, placed)
    for revision in formatting:
        whole_span = Span(start, end) if words else None
        into.note(revision, plain(pieces, into.reading), whole_span, start)
    for part, span in placed:
        _note_look(into, part, span)


def _parts(pieces: Sequence[Piece], reading: ChangesRead, notation: Notation) -> Iterator[_Part]:
    def key(piece: Piece) -> tuple[object, ...]:
        return (_moving(piece), notation.proposes(piece.look) if piece.text else None)

    begun = False
    for _, group in groupby(pieces, key):
        run = list(group)
        shown = [p.text if _is_in(p, reading) and p.text != "\n" else "" for p in run]
        before, after = "", ""
        if any(words.strip() for words in shown):
            before, after = _around(run, reading, notation)
        if before:
            words = "".join(shown)
            lead = words[: len(words) - len(words.lstrip())]
            if not begun:  # the label of a point stands before its brackets
                label = label_at(words, len(lead), len(words))
                if label and label.end < len(words.rstrip()):
                    lead = words[: len(words) - len(words[label.end :].lstrip())]
            trail = words[len(words.rstrip()) :]
            shown = _without_ends(shown, len(lead), len(trail))
            yield _Part(lead, Piece(""))
            yield _Part(before, Piece("", run[0].revisions))
            yield from map(_Part, shown, run)
            yield _Part(after, Piece("", run[0].revisions))
            yield _Part(trail, Piece(""))
        else:
            yield from map(_Part, shown, run)
        begun = begun or any(words.strip() for words in shown)


def _without_ends(shown: list[str], lead: int, trail: int) -> list[str]:
    whole = "".join(shown)
    stop = len(whole) - trail
    parts, at = [], 0
    for words in shown:
        parts.append(whole[max(at, lead) : max(min(at + len(words), stop), lead)])
        at += len(words)
    return parts


def _around(run: Sequence[Piece], reading: ChangesRead, notation: Notation) -> tuple[str, str]:
    """The brackets that stand around words: their author and what is proposed."""
    marks = []
    if reading is ChangesRead.MARKED:
        for revision in _moving(run[0]):
            author = " ".join(revision.author.translate(_FOR_BRACKETS).split())
            deletes = "delete: " if revision.kind.takes_out else ""
            marks.append(f"[{f'{author}: ' if author else ''}{deletes}")
    proposed = next((p for piece in run if (p := notation.proposes(piece.look)) is not None), None)
    if proposed is not None:
        marks.append(f"[{proposed}")
    return "".join(marks), "]" * len(marks)


def _moving(piece: Piece) -> tuple[Revision, ...]:
    """The revisions of a piece that decide whether it stands in a text."""
    return tuple(r for r in piece.revisions if r.kind is not ChangeKind.FORMATTING)


def _is_in(piece: Piece, reading: ChangesRead) -> bool:
    return all(revision.is_in(reading) for revision in piece.revisions)


def _note_changes(into: Composed, placed: Sequence[tuple[_Part, Span]]) -> None:
    """One change for each stretch under one revision."""
    under: dict[Revision, list[tuple[_Part, Span]]] = {}
    for part, span in placed:
        if not part.shown and not part.piece.text:
            continue
        ended = [revision for revision in under if revision not in part.piece.revisions]
        for revision in ended:
            _note(into, revision, under.pop(revision))
        for revision in part.piece.revisions:
            under.setdefault(revision, []).append((part, span))
    for revision, stretch in under.items():
        _note(into, revision, stretch)


def _note(into: Composed, revision: Revision, stretch: Sequence[tuple[_Part, Span]]) -> None:
    text = "".join(part.piece.text for part, _ in stretch)
    if not text:
        return
    whole = Span(stretch[0][1].start, stretch[-1][1].end)
    is_read = any(part.shown for part, _ in stretch)
    into.note(revision, text, whole if is_read else None, whole.start)


def _note_look(into: Composed, part: _Part, span: Span) -> None:
    piece = part.piece
    if piece.opens is not None:
        into.opened[piece.opens] = span.start
    if piece.closes is not None:
        into.closed[piece.closes] = span.end
    if piece.look.hidden and part.shown.strip():
        into.hidden.append(part.shown)
    if piece.look.colour and len(span):
        last = into.colours[-1] if into.colours else None
        if last and last.colour == piece.look.colour and last.span.end == span.start:
            into.colours[-1] = Coloured(Span(last.span.start, span.end), last.colour)
        else:
            into.colours.append(Coloured(span, piece.look.colour))
