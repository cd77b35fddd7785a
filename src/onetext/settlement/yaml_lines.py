"""YAML as lines that a person can edit: names as they stand, quoted only where they must be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import yaml

LONGEST_SIMPLE_KEY = 900
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ()',;_-]*(?<! )")
_NOT_TEXT = re.compile(r"(?:y|n|yes|no|on|off|true|false|null|inf|nan)", re.IGNORECASE)

Node = str | Mapping[str, "Node"] | list["Node"]
"""What stands at a place of the file: a scalar as it is written, names with nodes, or a list."""


def flow_list(names: Iterable[str]) -> str:
    """Names in brackets, each in quotation marks."""
    return f"[{', '.join(_quoted(name) for name in names)}]"


def scalar(text: str) -> str:
    """The text as it stands where that reads back as text, else in quotation marks."""
    plain = _PLAIN.fullmatch(text) and not _NOT_TEXT.fullmatch(text)
    return text if plain else _quoted(text)


def _quoted(text: str) -> str:
    dumped: str = yaml.safe_dump(text, default_style='"', allow_unicode=True, width=float("inf"))
    return dumped.rstrip("\n")


def lines_of(node: Node, depth: int = 0) -> Iterator[str]:
    """The lines of a node, set in by two spaces for each depth."""
    pad = "  " * depth
    if isinstance(node, Mapping):
        for name, below in node.items():
            key = scalar(name)
            long = len(key) > LONGEST_SIMPLE_KEY
            if long:
                yield f"{pad}? {key}"
            start = f"{pad}:" if long else f"{pad}{key}:"
            if isinstance(below, str):
                yield f"{start} {below}"
            else:
                yield start
                yield from lines_of(below, depth + 1)
    elif not isinstance(node, str):
        for item in node:
            if isinstance(item, str):
                yield f"{pad}- {item}"
                continue
            first, *others = lines_of(item, depth + 1)
            yield f"{pad}- {first.lstrip()}"
            yield from others
