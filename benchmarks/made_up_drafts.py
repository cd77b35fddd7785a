"""Made-up drafts and what became of their points: shuffled, reworded, split and merged, seeded.

Words are made of syllables and drawn by a power law, as in real texts, so that a few stand in
every point and most in few; every point opens with one of a handful of set phrases.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from onetext.text.drafts import Draft
from onetext.text.parse import parse_draft

SYLLABLES = (
    "ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "wu",
    "sha", "lor", "men", "tan", "dis", "per", "con",
)  # fmt: skip
OPENINGS = (
    "The Parties shall", "Each Party shall", "The Conference of the Parties shall",
    "Northland and Southland shall", "Nothing in this Agreement shall",
    "The Parties recognize that",
)  # fmt: skip
LINKS = (
    "of", "the", "and", "to", "in", "for", "with", "that", "by", "on", "as", "its", "from", "all",
)  # fmt: skip
WORDS = 4000


@dataclass(frozen=True, slots=True)
class Revision:
    """How much of a draft changes: shares of its points, and `reworded_words` of the words of
    those that are reworded."""

    reworded: float = 0.35
    reworded_words: float = 0.3
    split: float = 0.05
    merged: float = 0.05
    moved: float = 0.05
    dropped: float = 0.08
    added: float = 0.08
    shuffle_articles: float = 0.1


@dataclass(slots=True)
class _Item:
    """A point while it is being made: its sentences, and the points before that it comes from."""

    sentences: list[list[str]]
    origin: tuple[int, ...]


@dataclass(slots=True)
class Pair:
    """Two drafts, and which paths of the one became which of the other, as the maker knows."""

    before: Draft
    after: Draft
    truth: list[tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=list)


def made_up_pair(
    points: int,
    seed: int,
    revision: Revision | None = None,
    vocabulary: Sequence[str] | None = None,
) -> Pair:
    """Two drafts of about so many points each, below articles of five to twelve.

    The words are of `vocabulary`, the commonest first, where it is given.
    """
    rng = random.Random(seed)  # noqa: S311 # for made-up drafts
    revision = revision or Revision()
    words = _vocabulary(rng) if vocabulary is None else list(vocabulary)
    articles: list[list[_Item]] = []
    number = 0
    while number < points:
        size = min(rng.randint(5, 12), points - number)
        articles.append([_Item(_wording(rng, words), (number + k,)) for k in range(size)])
        number += size
    after = _revised(articles, rng, words, revision)
    old, old_paths = _drafted(articles)
    new, new_paths = _drafted(after)
    truth: dict[tuple[int, ...], list[str]] = {}
    for path, item in new_paths:
        truth.setdefault(item.origin, []).append(path)
    named = {item.origin[0]: path for path, item in old_paths}
    found = [
        (tuple(named[at] for at in origin), tuple(paths))
        for origin, paths in truth.items()
        if origin
    ]
    found += [((), (path,)) for path in truth.get((), [])]
    survived = {at for origin in truth for at in origin}
    found += [((path,), ()) for at, path in named.items() if at not in survived]
    return Pair(old, new, found)


def _vocabulary(rng: random.Random) -> list[str]:
    found: set[str] = set()
    while len(found) < WORDS:
        found.add("".join(rng.choices(SYLLABLES, k=rng.randint(2, 4))))
    words = sorted(found)
    rng.shuffle(words)
    return words


def _word(rng: random.Random, words: list[str]) -> str:
    return words[min(len(words) - 1, int(rng.paretovariate(0.45)) - 1)]


def _sentence(rng: random.Random, words: list[str]) -> list[str]:
    said = rng.choice(OPENINGS).split()
    for _ in range(rng.randint(4, 18)):
        said.append(rng.choice(LINKS) if rng.random() < 0.4 else _word(rng, words))
    return said


def _wording(rng: random.Random, words: list[str]) -> list[list[str]]:
    return [_sentence(rng, words) for _ in range(rng.choice((1, 1, 2, 2, 3)))]


def _revised(
    articles: list[list[_Item]], rng: random.Random, words: list[str], revision: Revision
) -> list[list[_Item]]:
    after = [
        [_Item([s[:] for s in item.sentences], item.origin) for item in one] for one in articles
    ]
    for one in after:
        changed: list[_Item] = []
        at = 0
        while at < len(one):
            item, draw = one[at], rng.random()
            at += 1
            if draw < revision.dropped:
                continue
            if draw < revision.dropped + revision.split and len(item.sentences) > 1:
                cut = rng.randint(1, len(item.sentences) - 1)
                changed += [_Item(item.sentences[:cut], item.origin),
                            _Item(item.sentences[cut:], item.origin)]  # fmt: skip
            elif draw > 1 - revision.merged and at < len(one):
                other = one[at]
                at += 1
                changed.append(
                    _Item([*item.sentences, *other.sentences], (*item.origin, *other.origin))
                )
            else:
                changed.append(item)
            if rng.random() < revision.added:
                changed.append(_Item(_wording(rng, words), ()))
        for item in changed:
            if item.origin and rng.random() < revision.reworded:
                _reword(item, rng, words, revision.reworded_words)
        one[:] = changed
    for one in list(after):
        for item in list(one):
            if len(one) > 1 and item.origin and rng.random() < revision.moved:
                one.remove(item)
                target = rng.choice(after)
                target.insert(rng.randint(0, len(target)), item)
    for place in range(len(after)):
        if rng.random() < revision.shuffle_articles:
            there = rng.randrange(len(after))
            after[place], after[there] = after[there], after[place]
    return [one for one in after if one]


def _reword(item: _Item, rng: random.Random, words: list[str], share: float) -> None:
    share *= 2 * rng.random()
    for sentence in item.sentences:
        for at in range(len(sentence) - 1, -1, -1):
            if rng.random() < share:
                draw = rng.random()
                if draw < 0.5:
                    sentence[at] = _word(rng, words)
                elif draw < 0.75:
                    sentence.insert(at, _word(rng, words))
                elif len(sentence) > 1:
                    del sentence[at]


def _drafted(articles: list[list[_Item]]) -> tuple[Draft, list[tuple[str, _Item]]]:
    lines: list[str] = []
    paths: list[tuple[str, _Item]] = []
    for number, one in enumerate(articles, 1):
        lines += [f"## Article {number}", ""]
        for at, item in enumerate(one, 1):
            lines += [f"{at}. {' '.join(' '.join(s) + '.' for s in item.sentences)}", ""]
            paths.append((f"Article {number}/{at}", item))
    draft = parse_draft("\n".join(lines), title="A made-up draft")
    assert {path for path, _ in paths} <= {point.path for point in draft.walk()}
    return draft, paths
