"""Full-text search: what is asked, what holds it, and where in a text it stands.

A word is a run of letters and digits, whatever its capitals and accents. What is asked is a list
of words and of "words in quotation marks", which stand together in this order; a text that holds
all of them is found. Nothing that is typed is an operator.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onetext.errors import RecordProblem
from onetext.record.entries import Entry, EntryKind
from onetext.record.views import RecordedDraft, RecordedSource, RecordedStatement, Verdict
from onetext.text.spans import Span

if TYPE_CHECKING:
    from onetext.record.names import Names

LONGEST = 64  # characters of a word that are compared
MOST_WORDS = 32
EXCERPT_CHARS = 160

Item = RecordedSource | RecordedStatement | RecordedDraft
Phrase = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]')


@dataclass(frozen=True, slots=True)
class Asked:
    """Phrases of one word or more, each of which has to be there."""

    phrases: tuple[Phrase, ...]

    @classmethod
    def of(cls, typed: str) -> Asked:
        """What somebody typed.

        Raises:
            RecordProblem: it holds no word, or very many.
        """
        quoted = [words(found) for found in _QUOTED.findall(typed)]
        single = [(word,) for word in words(_QUOTED.sub(" ", typed))]
        phrases = tuple(dict.fromkeys(found for found in (*quoted, *single) if found))
        if not phrases:
            raise RecordProblem(
                f'"{typed}" was to be searched for, but it holds no word. '
                "Give a word, or several in quotation marks that stand together."
            )
        if sum(len(one) for one in phrases) > MOST_WORDS:
            raise RecordProblem(
                f"More than {MOST_WORDS} words were to be searched for. Leave the common ones out."
            )
        return cls(phrases)

    def holds(self, text: str) -> bool:
        """Whether a text holds all of it."""
        found = words(text)
        return all(_starts(phrase, found) for phrase in self.phrases)

    def places(self, text: str) -> list[Span]:
        """Where in a text each phrase stands, in order, none inside another."""
        spans = [Span(*match.span()) for match in _WORD.finditer(text)]
        found = [_plain(span.of(text)) for span in spans]
        hits = sorted(
            (at, at + len(phrase))
            for phrase in self.phrases
            for at in _starts(phrase, tuple(found))
        )
        places: list[Span] = []
        for first, after in hits:
            if not places or spans[first].start >= places[-1].end:
                places.append(Span(spans[first].start, spans[after - 1].end))
        return places


@dataclass(frozen=True, slots=True)
class Filter:
    """Which of the texts that hold the words are wanted.

    Attributes:
        sources, statements, drafts: whether these are.
        parties: statements made for one of these only, and neither sources nor drafts; all
            where there is none.
    """

    sources: bool = True
    statements: bool = True
    drafts: bool = True
    parties: tuple[str, ...] = ()

    def takes(self, item: Item) -> bool:
        if isinstance(item, RecordedStatement):
            said = item.statement
            ours = not self.parties or (said.holder or said.speaker.party) in self.parties
            return self.statements and ours
        return not self.parties and (
            self.sources if isinstance(item, RecordedSource) else self.drafts
        )

    def under(self, names: Names) -> Filter:
        """The same for texts whose parties stand there under any of their names."""
        merged = (name for name, one in names.parties.items() if one in self.parties)
        return replace(self, parties=tuple(dict.fromkeys((*self.parties, *merged))))


EVERYTHING: Filter = Filter()
SHOWN = (Verdict.ACCEPTED, Verdict.CORRECTED, Verdict.PENDING)
"""Statements that are found: what was rejected is no statement."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a text around the first place that was found; `marks` are places in it."""

    text: str
    marks: tuple[Span, ...]
    cut_before: bool
    cut_after: bool


def excerpt(text: str, asked: Asked, chars: int = EXCERPT_CHARS) -> Excerpt:
    """About so many characters around where the first phrase stands; from the start if nowhere."""
    places = asked.places(text)
    first = places[0].start if places else 0
    start = max(0, min(first - chars // 4, len(text) - chars))
    start = 0 if start == 0 else min(first, text.find(" ", start) + 1 or first)
    end = start + chars
    end = len(text) if end >= len(text) else max(text.rfind(" ", start, end), start + 1)
    if places:
        end = max(end, places[0].end)
    marks = [Span(one.start - start, one.end - start) for one in places if one.end <= end]
    return Excerpt(text[start:end], tuple(marks), start > 0, end < len(text))


def text_of(item: Item) -> str:
    """The text of an item that is searched."""
    if isinstance(item, RecordedStatement):
        return item.statement.words
    if isinstance(item, RecordedSource):
        return titled(item.document.title, item.document.text)
    return titled(item.draft.title, item.draft.text)


@dataclass(frozen=True, slots=True)
class Told:
    """A text that an entry brings and that can be found; for a statement its id and party."""

    text: str
    of: str | None = None
    party: str | None = None


def told_by(entry: Entry) -> Told | None:
    """The text of a source, a draft, or a statement as proposed or corrected; else None."""
    body = entry.body
    if entry.kind in (EntryKind.STATEMENT_PROPOSED, EntryKind.CORRECTED):
        said = body["statement"]
        of = body["of"] if entry.kind is EntryKind.CORRECTED else entry.id
        exact = " … ".join(passage["exact"] for passage in said["content"])
        return Told(exact, of, said["holder"] or said["speaker"]["party"])
    for kind, key in _WHOLE.items():
        if entry.kind is kind:
            return Told(titled(body[key]["title"], body[key]["text"]))
    return None


_WHOLE = {EntryKind.SOURCE_RECEIVED: "document", EntryKind.DRAFT_RECEIVED: "draft"}


def titled(title: str | None, text: str) -> str:
    """A text under its title; a title with which it begins stands there once."""
    return text if not title or text.startswith(title) else f"{title}\n\n{text}"


def words(text: str) -> tuple[str, ...]:
    """The words of a text, as they are compared."""
    if text.isascii():
        return tuple(word[:LONGEST] for word in _WORD.findall(text.lower()))
    return tuple(_plain(word) for word in _WORD.findall(text))


def _plain(word: str) -> str:
    bare = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in bare if not unicodedata.combining(char))[:LONGEST]


def _starts(phrase: Phrase, found: tuple[str, ...]) -> list[int]:
    """At which words of a text a phrase begins."""
    size = len(phrase)
    return [
        at
        for at in range(len(found) - size + 1)
        if found[at] == phrase[0] and found[at : at + size] == phrase
    ]
