"""The mean of the weights of several runs that started from the same weights.

    python average.py OUT.pt WEIGHTS.pt WEIGHTS.pt [...]

Source:
    Wortsman et al. (2022), ICML, "Model soups": runs from one start can be averaged.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("weights", type=Path, nargs="+")
    asked = parser.parse_args()
    found = [torch.load(path, weights_only=True) for path in asked.weights]
    assert all(one.keys() == found[0].keys() for one in found), "these are different networks"
    torch.save({name: sum(one[name] for one in found) / len(found) for name in found[0]}, asked.out)


if __name__ == "__main__":
    main()
