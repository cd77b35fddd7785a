"""How well and how fast the points of two drafts are matched, beside what one would else use.

    make bench, or: python benchmarks/bench_comparing.py

Peers: difflib (the closest match of each point, one by one), rapidfuzz (the best assignment by
`fuzz.ratio` over all pairs) and redlines (the whole texts word by word; a point became the one
that holds most of its kept words). They match one to one; so all are measured by links, a link
being two points that became each other, whatever else did. A peer is left out where it would
take minutes.

Made-up drafts know their own links. Of the drafts of the Paris Agreement of 9 and 12 December
2015, 58 links were read by a person (paris_links.csv); of the bundled case, points deal with the
same issue or not. The articles of Chile's draft of 2022 have their sources by hand. What lies in
../shared is skipped where it is absent, and says so. The texts are never copied here.
"""

from __future__ import annotations

import csv
import difflib
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from itertools import combinations
from pathlib import Path

from rapidfuzz import fuzz, process
from redlines import Redlines
from scipy.optimize import linear_sum_assignment

from onetext.case.bundle import drafts as case_drafts
from onetext.reading.meaning.pieces import load
from onetext.text.comparing import Change, Likeness, compare, trace_all
from onetext.text.drafts import Draft
from onetext.text.parse import parse_draft
from onetext.wiring import likeness

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.made_up_drafts import WORDS, Pair, Revision, made_up_pair

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "corpora"
ALIKE_PCT = 50.0
LIMIT_S = 20.0

Links = set[tuple[str, str]]


MEANING = likeness()


def by_onetext(before: Draft, after: Draft) -> Links:
    return _told(before, after, MEANING)


def by_words_only(before: Draft, after: Draft) -> Links:
    return _told(before, after, None)


def _told(before: Draft, after: Draft, meaning: Likeness | None) -> Links:
    return {
        (one, other)
        for point in compare(before, after, likeness=meaning).points
        for one in point.before
        for other in point.after
    }


def by_rapidfuzz(before: Draft, after: Draft) -> Links:
    old, new = list(before.walk()), list(after.walk())
    table = process.cdist([p.wording for p in old], [p.wording for p in new], scorer=fuzz.ratio)
    taken = zip(*linear_sum_assignment(table, maximize=True), strict=True)
    return {(old[i].path, new[j].path) for i, j in taken if table[i, j] >= ALIKE_PCT}


def by_difflib(before: Draft, after: Draft) -> Links:
    paths: dict[str, str] = {}
    for point in after.walk():
        paths.setdefault(point.wording, point.path)
    found = set()
    for point in before.walk():
        near = difflib.get_close_matches(point.wording, paths, n=1, cutoff=ALIKE_PCT / 100)
        found |= {(point.path, paths[words]) for words in near}
    return found


def by_redlines(before: Draft, after: Draft) -> Links:
    old, new = ([p for p in draft.walk() if p.text.strip()] for draft in (before, after))
    lines = Redlines("\n".join(p.text for p in old), "\n".join(p.text for p in new))
    told = json.loads(lines.output_json())
    ours = _owners(told["source_tokens"], [p.text for p in old])
    theirs = _owners(told["test_tokens"], [p.text for p in new])
    shared: Counter[tuple[int, int]] = Counter()
    for change in told["changes"]:
        if change["type"] == "equal":
            (i, until), (j, _) = change["source_token_position"], change["test_token_position"]
            shared.update((ours[i + k], theirs[j + k]) for k in range(until - i))
    best: dict[int, int] = {}
    for (i, j), _ in shared.most_common():
        best.setdefault(i, j)
    return {(old[i].path, new[j].path) for i, j in best.items()}


def _owners(tokens: Sequence[str], texts: Sequence[str]) -> list[int]:
    """For each token of the joined texts, the text that it stands in."""
    ends, total = [], 0
    for text in texts:
        total += len("".join(text.split()))
        ends.append(total)
    owners, at, seen = [], 0, 0
    for token in tokens:
        seen += len("".join(token.split()))
        while at < len(ends) - 1 and seen > ends[at]:
            at += 1
        owners.append(at)
    return owners


PEERS: dict[str, Callable[[Draft, Draft], Links]] = {
    "onetext": by_onetext, "words only": by_words_only, "rapidfuzz": by_rapidfuzz,
    "redlines": by_redlines, "difflib": by_difflib,
}  # fmt: skip
AT_MOST = {
    "onetext": 10_000,
    "words only": 10_000,
    "rapidfuzz": 2_500,
    "redlines": 900,
    "difflib": 250,
}
"""So many points of a draft before a peer takes minutes."""


def timed(match: Callable[[Draft, Draft], Links], one: Draft, other: Draft) -> tuple[float, Links]:
    """The links, and the seconds of the processor that they took, whatever else is at work."""
    started = time.process_time()
    found = match(one, other)
    return time.process_time() - started, found


def show(title: str, rows: Sequence[Sequence[str]]) -> None:
    print(f"\n{title}")
    for row in rows:
        print("  " + "".join(cell.ljust(width) for cell, width in zip(row, (12, 9, 11, 9, 9, 9),
                                                                    strict=False)))  # fmt: skip


def links_of(pair: Pair) -> Links:
    return {(one, other) for before, after in pair.truth for one in before for other in after}


def made_up() -> None:
    hard = Revision(reworded=0.7, reworded_words=0.45, moved=0.1, shuffle_articles=0.3)
    for points, revision, name in (
        (200, Revision(), "light"), (200, hard, "heavy"), (800, Revision(), "light"),
        (2000, Revision(), "light"), (2000, hard, "heavy"),
    ):  # fmt: skip
        pair = made_up_pair(points, points, revision)
        truth = links_of(pair)
        rows = [("", "seconds", "precision", "recall", "F1")]
        for peer, match in PEERS.items():
            if points > AT_MOST[peer]:
                rows.append((peer, "left out", "", "", ""))
                continue
            seconds, found = timed(match, pair.before, pair.after)
            told = {link for link in found if "/" in link[0] and "/" in link[1]}
            rows.append((peer, f"{seconds:.2f}", *_scores(told, truth)))
            assert peer != "onetext" or points > 2000 or seconds < LIMIT_S
        show(f"Made up, {points} points each, {name} revision", rows)
        _splits(pair)


def _scores(found: Collection[tuple[str, str]], truth: Links) -> tuple[str, str, str]:
    right = len(truth & set(found))
    precision, recall = right / max(1, len(found)), right / len(truth)
    return f"{precision:.3f}", f"{recall:.3f}", f"{2 * right / (len(found) + len(truth)):.3f}"


def _splits(pair: Pair) -> None:
    told = compare(pair.before, pair.after, likeness=MEANING).points
    for change, name in ((Change.SPLIT, "splits"), (Change.MERGED, "mergers")):
        known = {
            (frozenset(before), frozenset(after))
            for before, after in pair.truth
            if len(after if change is Change.SPLIT else before) > 1
            and len(before if change is Change.SPLIT else after) == 1
        }
        found = {(frozenset(x.before), frozenset(x.after)) for x in told if x.change is change}
        if known:
            print(f"  {name}: {len(known & found)} of {len(known)} whole, {len(found)} told")
    links = links_of(pair)
    bins: dict[int, list[bool]] = {}
    for one in told:
        if len(one.before) == len(one.after) == 1 and "/" in one.before[0]:
            level = min(9, int(10 * one.confidence))
            bins.setdefault(level, []).append((one.before[0], one.after[0]) in links)
    told_bins = (
        f"{k / 10:.1f}: {sum(v) / len(v):.2f} of {len(v)}" for k, v in sorted(bins.items())
    )
    print(f"  right by confidence: {', '.join(told_bins)}")


def paris() -> None:
    folder = SHARED / "paris"
    if not folder.is_dir():
        print(f"\nParis: skipped, {folder} is not there")
        return
    one, other = (
        parse_draft((folder / f"paris-agreement-{day}-dec-2015.md").read_text("utf-8"))
        for day in (9, 12)
    )
    with (Path(__file__).parent / "paris_links.csv").open(encoding="utf-8") as lines:
        truth = {(row["before"], row["after"]) for row in csv.DictReader(lines)}
    ours, theirs = {before for before, _ in truth}, {after for _, after in truth}
    rows = [("", "seconds", "precision", "recall", "F1")]
    for peer, match in PEERS.items():
        seconds, found = timed(match, one, other)
        told = {link for link in found if link[0] in ours or link[1] in theirs}
        rows.append((peer, f"{seconds:.2f}", *_scores(told, truth)))
    show(f"Paris Agreement, 9 to 12 December: {len(truth)} links read by a person", rows)


def case() -> None:
    read = [parse_draft(file.read_text("utf-8")) for file in case_drafts()]
    found = sorted(read, key=lambda draft: str(draft.dated))
    pairs = list(combinations(found, 2))
    most = sum(
        min(count, after_count[issue])
        for before, after in pairs
        for after_count in [Counter(after.issues.values())]
        for issue, count in Counter(before.issues.values()).items()
    )
    rows = [("", "seconds", "links", "on one issue")]
    for peer, match in PEERS.items():
        seconds, known = 0.0, []
        for before, after in pairs:
            took, links = timed(match, before, after)
            seconds += took
            known += [
                before.issues[i] == after.issues[j]
                for i, j in links
                if i in before.issues and j in after.issues
            ]
        rows.append((peer, f"{seconds:.2f}", str(len(known)), str(sum(known))))
    show(f"Case, every two of its {len(found)} drafts: {most} links on one issue at most", rows)


def unrelated() -> None:
    """Drafts that have nothing to do with each other: every link is wrong."""
    if not (SHARED / "paris").is_dir():
        return
    others = [parse_draft(path.read_text("utf-8"))
              for path in sorted((SHARED / "paris").glob("paris-agreement-*-2015.md"))]  # fmt: skip
    rows = [("", "links")]
    for peer in ("onetext", "words only", "rapidfuzz"):
        wrong = [
            PEERS[peer](before, after)
            for before in (parse_draft(file.read_text("utf-8")) for file in case_drafts())
            for after in others
        ]
        rows.append((peer, str(sum(map(len, wrong)))))
    show(f"The case's drafts to the {len(others)} of the Paris Agreement: none is right", rows)


def in_english() -> None:
    """Drafts that share a third of their 2,000 points, in English words: most of the others are
    looked at for their meaning."""
    by_number = {number: piece for piece, number in load().tokenizer.get_vocab().items()}
    english = [
        by_number[at] for at in sorted(by_number) if re.fullmatch("[a-z]{4,}", by_number[at])
    ]
    pair = made_up_pair(2000, 7, Revision(dropped=0.7, added=0.7), english[:WORDS])
    rows = [("", "seconds", "precision", "recall", "F1")]
    truth = links_of(pair)
    for peer in ("onetext", "words only"):
        seconds, found = timed(PEERS[peer], pair.before, pair.after)
        told = {link for link in found if "/" in link[0] and "/" in link[1]}
        rows.append((peer, f"{seconds:.2f}", *_scores(told, truth)))
        assert seconds < LIMIT_S
    show("Made up of English words, 2,000 points each, most of them dropped and new", rows)


def chile() -> None:
    if not (SHARED / "chile").is_dir():
        print(f"\nChile: skipped, {SHARED / 'chile'} is not there")
        return
    from tests.real.test_chile_tracing import articles, candidates, is_right

    rows, texts = articles()
    versions = candidates()
    names = [name for name, said in versions.items() for _ in said]
    said = [text for texts_ in versions.values() for text in texts_]
    started = time.process_time()
    traced = [sources[0] for sources in trace_all(texts, versions)]
    middle = time.process_time()
    table = process.cdist(texts, said, scorer=fuzz.ratio)
    ended = time.process_time()
    plain = [(names[row.argmax()], float(row.max()) / 100) for row in table]
    told = [("", "seconds", "identical", "similar", "passes", "right")]
    ours = [(source.name, source.confidence) for source in traced]
    for peer, found, seconds in (
        ("onetext", ours, middle - started), ("rapidfuzz", plain, ended - middle),
    ):  # fmt: skip
        right = [is_right(row, name) for row, (name, _) in zip(rows, found, strict=True)]
        status = [row["traceability_status_primary"] for row in rows]
        counts = Counter(one for one, so in zip(status, right, strict=True) if so)
        sure = sorted((s for (_, s), so in zip(found, right, strict=True) if so), reverse=True)
        threshold = sure[-(-9 * len(sure) // 10) - 1]
        passing = [at for at, (_, s) in enumerate(found) if s >= threshold]
        untraced = sum(status[at] == "not_traced" for at in passing) / status.count("not_traced")
        share = sum(right[at] for at in passing) / len(passing)
        told.append((peer, f"{seconds:.2f}", f"{counts['identical']}/148",
                     f"{counts['similar']}/100", f"{untraced:.1%}", f"{share:.1%}"))  # fmt: skip
    show(
        "Chile: articles traced, top 1; at the threshold that keeps 90% of the right ones, how many"
        " of the not traced pass, and how many that pass are right",
        told,
    )


if __name__ == "__main__":
    made_up()
    paris()
    case()
    unrelated()
    in_english()
    chile()
