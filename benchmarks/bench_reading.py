"""How well and how fast reports are read: the shipped reader beside the rule-based one.

    make bench, or: python benchmarks/bench_reading.py

Accuracy is measured by the scorers and on the annotated data that lie beside the checkout in
../shared; where they are absent that part is skipped, and says so. Speed is measured on the
bundled dispatches, from file to reading, on one core, model loading apart.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from onetext.case.bundle import dispatches
from onetext.reading.attributions import Tagger
from onetext.reading.documents import document_from_text, load_document
from onetext.reading.json import reading_as_json
from onetext.reading.reader import read_document
from onetext.wiring import tagger_named

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
READERS = ("trained", "rules")


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


if __name__ == "__main__":
    speed()
    accuracy()
