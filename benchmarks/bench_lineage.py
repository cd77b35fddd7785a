"""How often a point of a draft gets the issue that a person gave it, on the bundled case.

    make bench, or: python benchmarks/bench_lineage.py

The five drafts name the issue of every point in their front matter. For each draft after the
first these names are hidden, and the issue of every point is decided anew, twice: with all the
issues of the drafts before, where the hidden one is right; and with that one issue hidden in
all drafts, where opening an issue is right. Beside it stands the plain rule of the first
version: the issue of the most alike wording, by rapidfuzz's token set ratio of 55 or more.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from rapidfuzz import fuzz

from onetext.case import drafts
from onetext.positions.lineage import decide
from onetext.positions.matters import content_words, matters, point_words
from onetext.record.statements import Topic
from onetext.record.views import Issue, PointLink, RecordedDraft
from onetext.text.drafts import Draft
from onetext.text.parse import parse_draft

NOW = datetime(2026, 1, 1, tzinfo=UTC)
ALIKE_PCT = 55.0
SHARED_WORDS = 2

Issues = dict[str, tuple[str, ...]]
Rule = Callable[[Draft, Sequence[Draft], Collection[str]], Issues]
"""The issues (labels) of the points of a draft, by path; none for one that opens an issue.
Takes the drafts before and the labels that are known."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many points had an issue that was known, and one that was hidden; how many came right.

    `wrong` has the draft's title, the path, the right label and what was found, for each
    point whose issue was known.
    """

    known: int
    known_right: int
    hidden: int
    hidden_right: int
    wrong: tuple[tuple[str, str, str, str], ...]


def case_drafts() -> list[Draft]:
    """The five drafts of the case, in the order of their dates."""
    return [parse_draft(file.read_text(encoding="utf-8")) for file in drafts()]


def by_lineage(draft: Draft, before: Sequence[Draft], labels: Collection[str]) -> Issues:
    """As `onetext text add` decides."""
    issues = [Issue(label, label, Topic.OTHER, NOW) for label in labels]
    known = [RecordedDraft(str(place), one, "", NOW, "public") for place, one in enumerate(before)]
    links = [
        PointLink(recorded.id, path, label, "front matter", 1.0)
        for recorded in known
        for path, label in recorded.draft.issues.items()
        if label in labels
    ]
    return {
        found.path: (found.issue_id, *found.others) if found.issue_id else ()
        for found in decide(draft, known, issues, links)
    }


def by_words_alone(draft: Draft, before: Sequence[Draft], labels: Collection[str]) -> Issues:
    """As the most alike wording of any point before decides."""
    wordings = [
        (label, content_words(point_words(point)))
        for one in before
        for path, label in one.issues.items()
        if label in labels and (point := one.point(path))
    ]
    found: Issues = {}
    for point in matters(draft):
        said = content_words(point_words(point))
        scored = [
            (fuzz.token_set_ratio(" ".join(said), " ".join(words)), label)
            for label, words in wordings
            if len(set(said) & set(words)) >= SHARED_WORDS
        ]
        score, label = max(scored, default=(0.0, ""))
        found[point.path] = (label,) if score >= ALIKE_PCT else ()
    return found


def tally(rule: Rule, all_drafts: Sequence[Draft]) -> Tally:
    """Decide every point of each draft after the first with its issue known, and hidden."""
    known = known_right = hidden_right = 0
    wrong = []
    for place in range(1, len(all_drafts)):
        draft, before = all_drafts[place], all_drafts[:place]
        bare = replace(draft, issues={})
        there = dict.fromkeys(label for one in before for label in one.issues.values())
        found = rule(bare, before, there)
        without = {
            label: rule(bare, before, [one for one in there if one != label])
            for label in set(draft.issues.values())
        }
        for path, label in draft.issues.items():
            assert label in there, f"{label} is new in {draft.title}"
            known += 1
            got = _of(path, found)
            known_right += label in got
            hidden_right += not _of(path, without[label])
            if label not in got:
                wrong.append((draft.title, path, label, ", ".join(got) or "a new issue"))
    return Tally(known, known_right, known, hidden_right, tuple(wrong))


def _of(path: str, found: Issues) -> tuple[str, ...]:
    """The issues of a point: its own, else those of the nearest point above it."""
    while path not in found and "/" in path:
        path = path.rpartition("/")[0]
    return found.get(path, ())


def main() -> None:
    all_drafts = case_drafts()
    rules: dict[str, Rule] = {"words alone": by_words_alone, "lineage": by_lineage}
    for name, rule in rules.items():
        start = time.perf_counter()
        found = tally(rule, all_drafts)
        seconds = time.perf_counter() - start
        print(
            f"{name:12} issue known: {found.known_right} of {found.known} points right; "
            f"issue hidden: {found.hidden_right} of {found.hidden} open one ({seconds:.2f} s)"
        )
    for title, path, label, got in found.wrong:
        print(f"  {title}, {path}: {label}, but got {got}")


if __name__ == "__main__":
    main()
