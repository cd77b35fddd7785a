"""Which kind each part of a text is: headline, key point, caption, credit, heading, paragraph or
furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onetext.reading.documents.captions import picture_kind
from onetext.reading.documents.furniture import RELATED, RELATED_LINK, TEASER, furniture_rule
from onetext.reading.documents.parts import Hint, Judged, Part
from onetext.reading.documents.wording import ends_sentence, is_line, word_count
from onetext.record.documents import BlockKind

_HEADLINE_WORDS, _HEADING_WORDS, _KEY_POINT_WORDS = 30, 14, 45
_FOOT_PARTS = 40
_KEY_POINTS = re.compile(
    r"(?:(?:the )?key (?:points|takeaways|facts|developments)|(?:the )?main points|summary"
    r"|at a glance|in (?:brief|short)|highlights|takeaways|what (?:you need )?to know"
    r"|(?:the )?bottom line|tl;?dr)\W*",
    re.I,
)
_ASKS = re.compile(
    r"(?:what|who|why|how|when|where|which|is|are|will|can|could|does|do|did|has)\b.*\?$", re.I
)
_OPENS_LINE = re.compile(r"[\"'“‘«(]?[\w¿¡]")


def judge(text: str, parts: Sequence[Part], title: str | None = None) -> tuple[Judged, ...]:
    """Each part with its kind, in order.

    `title` is what the file itself gives as its headline; without one, the first line before
    the first paragraph that looks like one is the headline.
    """
    judging = _Judging(text, parts, title, _last_of_report(text, parts))
    return tuple(judging.one(at, part) for at, part in enumerate(parts))


def _last_of_report(text: str, parts: Sequence[Part]) -> int:
    """The place of the last part not plainly furniture: what may be a note on the author."""
    at = len(parts) - 1
    while at > max(0, len(parts) - _FOOT_PARTS) and furniture_rule(parts[at].span.of(text)):
        at -= 1
    return at


@dataclass(slots=True)
class _Judging:
    text: str
    parts: Sequence[Part]
    title: str | None
    last: int
    headline: bool = False
    body: bool = False
    key_points: Part | None = None
    related: bool = False

    def one(self, at: int, part: Part) -> Judged:
        words = part.span.of(self.text)
        rule = self.furniture(at, part, words)
        if rule:
            self.related = rule == RELATED or (self.related and rule in (RELATED_LINK, TEASER))
            return Judged(part.span, BlockKind.FURNITURE, rule)
        kind = self.kind(at, part, words)
        if kind is not BlockKind.KEY_POINT and not _KEY_POINTS.fullmatch(words):
            self.key_points = None
        self.headline |= kind is BlockKind.HEADLINE
        self.body |= kind is BlockKind.PARAGRAPH
        return Judged(part.span, kind)

    def furniture(self, at: int, part: Part, words: str) -> str | None:
        if part.hint is Hint.FURNITURE:
            return "format"
        if part.hint is Hint.HEADLINE or words == self.title:
            return None
        rule = furniture_rule(words, last=at >= self.last)
        if rule == TEASER and (part.hint is Hint.CAPTION or picture_kind(words)):
            return None
        opening = not (self.headline or self.body or self.title)
        if rule in (RELATED_LINK, TEASER) and opening:
            return None  # "Explainer: ..." may be the headline itself
        if rule is None and self.related and self.is_listed(part, words):
            return RELATED_LINK
        self.related = self.related and rule is not None
        return rule

    def is_listed(self, part: Part, words: str) -> bool:
        """Whether this goes on a list of related items: titles, no sentences."""
        shaped = part.hint in (Hint.UNKNOWN, Hint.ITEM)
        return shaped and is_line(words, 25) and not ends_sentence(words)

    def kind(self, at: int, part: Part, words: str) -> BlockKind:
        if part.hint is Hint.CAPTION:
            return picture_kind(words) or BlockKind.CAPTION
        if part.hint is not Hint.HEADLINE and (picture := picture_kind(words)):
            return picture
        if self.is_headline(at, part, words):
            return BlockKind.HEADLINE
        if _KEY_POINTS.fullmatch(words) and at + 1 < len(self.parts):
            self.key_points = part
            return BlockKind.HEADING
        if self.is_key_point(part, words):
            return BlockKind.KEY_POINT
        return BlockKind.HEADING if self.is_heading(at, part, words) else BlockKind.PARAGRAPH

    def is_headline(self, at: int, part: Part, words: str) -> bool:
        if self.headline:
            return False
        if part.hint is Hint.HEADLINE or words == self.title:
            return True
        shaped = part.hint in (Hint.UNKNOWN, Hint.HEADING)
        alone = at + 1 == len(self.parts)
        fits = is_line(words, _HEADLINE_WORDS) or (words.endswith("?") and word_count(words) <= 30)
        return shaped and not self.title and not self.body and not alone and fits

    def is_key_point(self, part: Part, words: str) -> bool:
        if word_count(words) > _KEY_POINT_WORDS:
            return False
        label = self.key_points
        if label is None:
            return part.hint is Hint.ITEM and not self.body
        return part.hint is Hint.ITEM or (part.hint is Hint.UNKNOWN and part.group == label.group)

    def is_heading(self, at: int, part: Part, words: str) -> bool:
        if part.hint is Hint.HEADING:
            return True
        after = self.parts[at + 1] if at + 1 < len(self.parts) else None
        if part.hint is not Hint.UNKNOWN or after is None or (not self.headline and not self.body):
            return False
        asks = word_count(words) <= 10 and bool(_ASKS.fullmatch(words))
        shaped = is_line(words, _HEADING_WORDS) and bool(_OPENS_LINE.match(words))
        follows = word_count(after.span.of(self.text)[:2000]) > word_count(words)
        return (asks or shaped) and not words[0].islower() and follows
