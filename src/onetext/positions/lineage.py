"""Which issue each point of a new draft deals with: the lineage of points through drafts.

A point that the draft's front matter names has the issue that is named there. Any other point
that stands for a matter of its own is compared with the wordings of points whose issue is
known, by the content words that they share; the most alike gives its issue if it is alike
enough, else the point opens an issue. Words that many points of the drafts hold (the parties'
names, say) tell little and are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from onetext.record.statements import Topic
from onetext.record.topics import topic_of_words
from onetext.record.views import Issue, PointLink, RecordedDraft
from onetext.text.drafts import Draft, Point

FRONT_MATTER = "front matter"
WORDING = "wording"
NEW = "new"

ALIKE_PCT = 55.0
"""The similarity (0 to 100) from which on two points deal with one issue."""
ALIKE_ACROSS_TOPICS_PCT = 70.0
"""The same for two points whose vocabulary belongs to different topics."""
SHARED_WORDS = 2
"""Fewer shared content words than this are no likeness."""
COMMON_SHARE = 0.2
COMMON_AT_LEAST = 4
COMPARED_WORDS = 80
LABEL_WORDS = 8
_LABEL_AT_LEAST = 3

_STATUS = re.compile(r"^(?:[A-Z]{2,}(?:[ -][A-Z]{2,})*[.:]\s+)+")
_NOTE_AFTER_SENTENCE = re.compile(r"(?<=[.;:!?\]])\s*\[[^\[\]]*\]")
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_EDITORIAL = re.compile(
    r"(?:not (?:found|available)|sources?|references?|footnotes?|(?:editor.?s? )?notes?"
    r"|discrepanc\w+|table of contents|contents|preamble|signatures?|annotations?)\b",
    re.I,
)
_STOP_WORDS = """
a an and are as at be been before being both but by can could do does each for from
further had has have if in into is it its itself may more most must no nor not of on
only or other our out over own shall should so some such than that the their them
then there these they this those through to under until up upon was were what when
where which while who will with within without would any all also between during one
two very
"""
_STOP = frozenset(_STOP_WORDS.split())


@dataclass(frozen=True, slots=True)
class PointDecision:
    """The issue of a point. `issue_id` is None where an issue of `label` is to be opened."""

    path: str
    issue_id: str | None
    label: str
    topic: Topic
    rule: str
    confidence: float


def decide(
    draft: Draft,
    known: Sequence[RecordedDraft],
    issues: Sequence[Issue],
    links: Sequence[PointLink],
) -> list[PointDecision]:
    """The issue of every point of `draft` that is named in its front matter or is a matter.

    Args:
        draft: the new draft.
        known: the drafts in the record, without the new one.
        issues: the issues in the record.
        links: which points of `known` deal with which of `issues`.
    """
    return list(_decisions(draft, _Known.of(known, issues, links)))


def matters(draft: Draft) -> Iterator[Point]:
    """The points that stand for a matter of their own: those at the top, and those right
    under a heading without a number, unless that heads notes or sources."""
    for point in draft.points:
        yield from _matters(point)


def point_words(point: Point) -> str:
    """The wording of a point without status words before it and notes after its sentences."""
    words = _STATUS.sub("", " ".join(point.wording.split()))
    return _NOTE_AFTER_SENTENCE.sub("", words).strip()


def issue_label(words: str) -> str:
    """What to call the issue of a point: its first words, at most eight, cut at a clause."""
    plain = re.sub(r"[*_\[\]{}#\"“”«»]|\s+(?=[,.;:])", "", words).strip(" -–—.,;:()")
    tokens = plain.split()
    kept: list[str] = []
    for token in tokens[:LABEL_WORDS]:
        if token.startswith("(") and kept:
            break
        kept.append(token)
        if token[-1] in ",;:.–—)" and len(kept) >= _LABEL_AT_LEAST:
            break
    while len(kept) > _LABEL_AT_LEAST and kept[-1].lower().strip(",;:.") in _STOP:
        kept.pop()
    return " ".join(kept).strip(" -–—.,;:()")


@dataclass(frozen=True, slots=True)
class _Linked:
    issue: Issue
    words: tuple[str, ...]
    topic: Topic


@dataclass(frozen=True, slots=True)
class _Known:
    issues: Sequence[Issue]
    linked: Sequence[_Linked]

    @classmethod
    def of(
        cls, known: Sequence[RecordedDraft], issues: Sequence[Issue], links: Sequence[PointLink]
    ) -> _Known:
        by_id = {issue.id: issue for issue in issues}
        points = {
            (recorded.id, point.path): point
            for recorded in known
            for point in recorded.draft.walk()
        }
        linked = []
        for link in links:
            point, issue = points.get((link.draft_id, link.path)), by_id.get(link.issue_id)
            if point is not None and issue is not None:
                said = point_words(point)
                linked.append(_Linked(issue, content_words(said), topic_of_words(said)))
        return cls(issues, linked)


def content_words(words: str) -> tuple[str, ...]:
    """The words that carry a meaning, each once, in lower case, in their order."""
    found = (word.lower() for word in _WORD.findall(words.replace("’s", "").replace("'s", "")))
    return tuple(dict.fromkeys(word for word in found if word not in _STOP and len(word) > 1))


def similarity_pct(one: Sequence[str], other: Sequence[str]) -> float:
    """How alike two lists of content words are, 0 to 100; 0 with fewer than two in common."""
    if len({_stem(word) for word in one} & {_stem(word) for word in other}) < SHARED_WORDS:
        return 0.0
    return fuzz.token_set_ratio(
        " ".join(map(_stem, one[:COMPARED_WORDS])), " ".join(map(_stem, other[:COMPARED_WORDS]))
    )


def _decisions(draft: Draft, known: _Known) -> Iterator[PointDecision]:
    labels = {issue.label.casefold(): issue for issue in known.issues}
    named = set()
    for path, label in draft.issues.items():
        point = draft.point(path)
        if point is None:
            continue
        named.add(path)
        issue = labels.get(label.casefold())
        topic = issue.topic if issue else topic_of_words(f"{label} {point_words(point)}")
        issue_id = issue.id if issue else None
        yield PointDecision(path, issue_id, label, topic, FRONT_MATTER, 1.0)
    open_points = [
        point for point in matters(draft) if not any(inner.path in named for inner in point.walk())
    ]
    words = {point.path: content_words(point_words(point)) for point in open_points}
    common = _common([*words.values(), *(linked.words for linked in known.linked)])
    for point in open_points:
        yield _decision(point, words[point.path], known, common)


def _decision(
    point: Point, words: Sequence[str], known: _Known, common: frozenset[str]
) -> PointDecision:
    said = point_words(point)
    topic = topic_of_words(said)
    telling = [word for word in words if word not in common]
    best: tuple[float, Issue] | None = None
    for linked in known.linked:
        score = similarity_pct(telling, [word for word in linked.words if word not in common])
        needed = ALIKE_PCT if linked.topic == topic else ALIKE_ACROSS_TOPICS_PCT
        if score >= needed and (best is None or score > best[0]):
            best = (score, linked.issue)
    if best is not None:
        score, issue = best
        return PointDecision(
            point.path, issue.id, issue.label, issue.topic, WORDING, round(score / 100, 3)
        )
    return PointDecision(
        point.path, None, issue_label(said) or f"Point {point.path}", topic, NEW, 1.0
    )


def _matters(point: Point) -> Iterator[Point]:
    if not point.label.startswith("#"):
        if content_words(point_words(point)):
            yield point
    elif not _EDITORIAL.match(point.text):
        for inner in point.points:
            yield from _matters(inner)


def _common(all_words: Iterable[Sequence[str]]) -> frozenset[str]:
    lists = list(all_words)
    counts = Counter(word for words in lists for word in words)
    limit = max(COMMON_AT_LEAST, COMMON_SHARE * len(lists))
    return frozenset(word for word, count in counts.items() if count > limit)


def _stem(word: str) -> str:
    return word[:7]
