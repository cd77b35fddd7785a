"""How well and how fast reports are read: the shipped reader beside others.

    make bench, or: python benchmarks/bench_reading.py

Accuracy is measured by the scorers and on the annotated data that lie beside the checkout in
../shared; where they are absent that part is skipped, and says so. Speed is measured on the
bundled dispatches, from file to reading, on one core, model loading apart. Beside peers (textacy's
quotation extraction, and a rule on quotation marks) attributions alone are measured, as those
know neither speakers nor acts: who says which words, all on the same articles in one run.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from onetext.case.bundle import dispatches
from onetext.reading.attributions import Attribution, Tagger
from onetext.reading.documents import document_from_text, load_document
from onetext.reading.json import reading_as_json
from onetext.reading.reader import read_document
from onetext.text.spans import Span
from onetext.wiring import tagger_named

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.quotation_peers import QuotationMarks, Textacy, textacy_is_there

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
READERS = ("trained", "rules")
RUNS = 3  # the best of which counts


def digest(paths: list[Path]) -> str:
    """One digest over the files' contents, in the order of their names."""
    whole = hashlib.sha256()
    for path in sorted(paths):
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:16]


def read_all(paths: list[Path], tagger: Tagger, folder: Path) -> None:
    for path in paths:
        reading = read_document(load_document(path), tagger=tagger)
        (folder / f"{path.stem}.json").write_text(json.dumps(reading_as_json(reading)), "utf-8")


def score(*arguments: str) -> dict[str, object]:
    done = subprocess.run(  # noqa: S603 # the scorers that lie beside the checkout
        [sys.executable, *arguments, "--json"], capture_output=True, text=True, check=True
    )
    told: dict[str, object] = json.loads(done.stdout)
    return told


def accuracy() -> None:
    gold = sorted((SHARED / "gold" / "reports").glob("*.txt"))
    dev = sorted((SHARED / "corpora" / "polnear" / "data" / "dev" / "text").glob("*.txt"))
    if not gold or not dev:
        print("accuracy: skipped, ../shared/gold and ../shared/corpora/polnear are not there")
        return
    model = sorted((ROOT / "src" / "onetext" / "reading" / "tagger").glob("*.[onj][nps]*"))
    print(f"model {digest(model)}, gold {digest(gold)}, polnear dev {digest(dev)}")
    for name in READERS:
        tagger = tagger_named(name)
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            read_all(gold, tagger, folder)
            pairs = [
                str(p) for g in gold for p in (g.with_suffix(".json"), folder / f"{g.stem}.json")
            ]
            print(f"{name} on gold: {score(str(SHARED / 'score' / 'score_reading.py'), *pairs)}")
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            read_all(dev, tagger, folder)
            found = score(
                str(SHARED / "score" / "score_attribution.py"),
                str(dev[0].parents[1] / "attributions"),
                str(folder),
            )
            print(f"{name} on polnear dev: {found}")


def speed() -> None:
    texts = [dispatch.read_text("utf-8") for dispatch in dispatches()]
    words = sum(len(text.split()) for text in texts)
    taken = {}
    for name in READERS:
        tagger = tagger_named(name)
        read_document(document_from_text(texts[0], "0" * 64), tagger=tagger)
        start = time.perf_counter()
        for text in texts:
            read_document(document_from_text(text, "0" * 64), tagger=tagger)
        taken[name] = time.perf_counter() - start
        print(f"{name}: {words} words, {words / taken[name]:.0f} words/s on one core")
    print(f"trained takes {taken['trained'] / taken['rules']:.2f} times as long as rules")


def beside_peers() -> None:
    """Attributions of PolNeAR's dev articles: F1, recall of direct quotations, words a second."""
    folder = SHARED / "corpora" / "polnear" / "data" / "dev"
    texts = {path: path.read_bytes().decode() for path in sorted((folder / "text").glob("*.txt"))}
    if not texts:
        print("beside peers: skipped, ../shared/corpora/polnear is not there")
        return
    taggers: list[Tagger] = [*map(tagger_named, READERS), QuotationMarks()]
    if textacy_is_there():
        taggers.append(Textacy())
    else:
        print("beside textacy: skipped, it is not installed; make bench installs it")
    words = sum(len(text.split()) for text in texts.values())
    blocks = {path: _paragraphs(text) for path, text in texts.items()}
    first = next(iter(texts))
    speeds: dict[str, float] = {}
    for tagger in taggers:
        tagger.tag(texts[first], blocks[first])  # loads what is loaded once
        found, best = {}, float("inf")
        for _ in range(RUNS):
            start = time.process_time()
            found = {path: tagger.tag(text, blocks[path]) for path, text in texts.items()}
            best = min(best, time.process_time() - start)
        speeds[tagger.name] = words / best
        with tempfile.TemporaryDirectory() as place:
            for path, attributions in found.items():
                shape = json.dumps(_attributions(texts[path], attributions))
                (Path(place) / f"{path.stem}.json").write_text(shape, "utf-8")
            told = score(
                str(SHARED / "score" / "score_attribution.py"), str(folder / "attributions"), place
            )
        print(
            f"attributions by {tagger.name}: {told['attribution']}, "
            f"by kind {told['attribution_recall_by_kind']}, {speeds[tagger.name]:.0f} words/s"
        )
    for name, speed_of in speeds.items():
        ratio = speeds[taggers[0].name] / speed_of
        print(f"{taggers[0].name} reads {ratio:.2f} times as many words in a second as {name}")


def _paragraphs(text: str) -> list[Span]:
    return [Span(*found.span()) for found in re.finditer(r"[^\n]*\S[^\n]*", text)]


def _attributions(text: str, found: list[Attribution]) -> dict[str, object]:
    """The least that the scorer wants of a reading."""
    statements = [
        {
            "content": [{"start": span.start, "end": span.end} for span in one.content],
            "source": one.source and {"start": one.source.start, "end": one.source.end},
        }
        for one in found
    ]
    return {"document": {"text": text}, "statements": statements}


if __name__ == "__main__":
    speed()
    accuracy()
    beside_peers()
