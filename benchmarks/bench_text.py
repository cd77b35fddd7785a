"""How fast drafts are parsed, and that time grows as the text does.

    make bench, or: python benchmarks/bench_text.py

The peer is the least that anybody would write: a stack over the square brackets of the text. It
knows nothing but pairs; those of onetext are the same, which is asserted. What onetext takes more
buys points, kinds, alternatives, options, names, status and problems.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable

from onetext.text.parse import parse_draft

GROWTH = (1, 2, 4)
RUNS = 2

SHAPES: dict[str, Callable[[int], str]] = {
    "points with choices": lambda n: "".join(
        f"{at % 900 + 1}. Ports [shall][should] open [Northland: now] (supported by Lune).\n"
        for at in range(5_000 * n)
    ),
    "one long line": lambda n: "Ports [shall] open at dusk and dawn. " * (20_000 * n),
    "nested brackets": lambda n: "[a / " * (2_500 * n) + "b" + "]" * (2_500 * n),
    "labels alone": lambda n: "".join(
        f"{at % 900 + 1}. Ports:\n(a) open;\n(b) shared:\n(i) by day;\n(ii) by night.\n"
        for at in range(2_000 * n)
    ),
    "words alone": lambda n: "ports and roads are open " * (40_000 * n),
    "never closed": lambda n: "Ports [open at [dusk. " * (5_000 * n),
}


def by_stack(text: str) -> list[tuple[int, int]]:
    """Every bracket that closes, by a stack and nothing else."""
    stack: list[int] = []
    pairs = []
    for found in re.finditer(r"[\[\]]", text):
        if found.group() == "[":
            stack.append(found.start())
        elif stack:
            pairs.append((stack.pop(), found.end()))
    return sorted(pairs)


def by_onetext(text: str) -> list[tuple[int, int]]:
    return [(bracket.span.start, bracket.span.end) for bracket in parse_draft(text).brackets]


def best(run: Callable[[str], object], text: str) -> float:
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        run(text)
        times.append(time.perf_counter() - begun)
    return min(times)


def main() -> None:
    print(f"{'':22}{'characters':>12}{'brackets':>10}{'seconds':>9}{'growth':>8}{'stack':>9}")
    for name, shape in SHAPES.items():
        before = 0.0
        for size in GROWTH:
            text = shape(size)
            took, peer = best(by_onetext, text), best(by_stack, text)
            pairs = by_onetext(text)
            closed = by_stack(text)
            if text.count("[") == text.count("]"):
                assert pairs == closed, f"{name}: other pairs than the stack"
            growth = f"x {took / before:.1f}" if before else ""
            brackets = text.count("[")
            print(f"{name:22}{len(text):12,}{brackets:10,}{took:9.2f}{growth:>8}{peer:9.3f}")
            before = took


if __name__ == "__main__":
    main()
