"""A YAML file as nodes that know their line, so that every message can name it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import yaml
from rapidfuzz import process

from onetext.errors import OnetextError

MOST_BYTES = 5_000_000
DEEPEST = 20
_NUMBER = re.compile(
    r"[+-]?(?:\d{1,18}(?:\.\d{0,18})?|\.\d{1,18})|[+-]?\d{1,18}/[1-9]\d{0,17}", re.ASCII
)


class BadProblem(OnetextError):
    """A problem file does not say what a problem must say; `line` counts from 1."""

    def __init__(self, path: Path, line: int | None, sentence: str) -> None:
        self.path = path
        self.line = line
        place = f"{path}, line {line}" if line else f"{path}"
        super().__init__(f"{place}: {sentence}")


@dataclass(frozen=True, slots=True)
class Place:
    """A node of the file, and how to complain about it; `key` is what names it in a mapping."""

    path: Path
    node: yaml.Node
    key: yaml.Node | None = None

    def problem(self, sentence: str) -> BadProblem:
        return BadProblem(self.path, self.node.start_mark.line + 1, sentence)

    def entries(self, what: str) -> dict[str, Place]:
        """The keys and values of a mapping, keys as written."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.problem(f"{what} must be a mapping (key: value), but is {self._found()}.")
        found: dict[str, Place] = {}
        for key, value in self.node.value:
            name = Place(self.path, key).text(f"A key of {what}")
            if name in found:
                raise Place(self.path, key).problem(
                    f'{what} names "{name}" twice. Leave one of the two out.'
                )
            found[name] = Place(self.path, value, key)
        return found

    def items(self, what: str) -> list[Place]:
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.problem(f"{what} must be a list, but is {self._found()}.")
        return [Place(self.path, item) for item in self.node.value]

    def text(self, what: str) -> str:
        """What is written, as it is written: `yes` and `12` are texts, too."""
        if not isinstance(self.node, yaml.ScalarNode) or not self.node.value.strip():
            raise self.problem(f"{what} must be a name, but is {self._found()}.")
        return str(self.node.value).strip()

    def number(self, what: str) -> Fraction:
        """An exact number: 40, 12.5, 1/3."""
        written = self.text(what)
        if not _NUMBER.fullmatch(written):
            raise self.problem(
                f'{what} must be a number such as 40, 12.5 or 1/3, but is "{written[:40]}".'
            )
        return Fraction(written)

    def truth(self, what: str) -> bool:
        """`true` or `false`, as YAML 1.2 writes them."""
        written = self.text(what)
        if written not in ("true", "false"):
            raise self.problem(f'{what} must be true or false, but is "{written[:40]}".')
        return written == "true"

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written, or nothing but white space."""
        return isinstance(self.node, yaml.ScalarNode) and not self.node.value.strip()

    @property
    def is_list(self) -> bool:
        return isinstance(self.node, yaml.SequenceNode)

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.node, yaml.MappingNode)

    def _found(self) -> str:
        if isinstance(self.node, yaml.ScalarNode):
            return f'"{self.node.value[:40]}"' if self.node.value.strip() else "empty"
        return "a list" if self.is_list else "a mapping"


def known(place: Place, name: str, names: Collection[str], what: str) -> str:
    """`name` if it is one of `names`; else a sentence that tells the nearest."""
    if name in names:
        return name
    near = process.extractOne(name, list(names), score_cutoff=60)
    hint = f'Did you mean "{near[0]}"?' if near else f"Known are: {_listed(names)}."
    raise place.problem(f'There is no {what} "{name}". {hint}')


def only_keys(
    place: Place, entries: Mapping[str, Place], allowed: Collection[str], what: str
) -> None:
    for name, found in entries.items():
        known(Place(place.path, found.key or place.node), name, allowed, f"key in {what}")


def root_of(path: Path) -> Place:
    """The file's one document.

    Raises:
        BadProblem: it cannot be read as YAML, or uses anchors, or is too long or too deep.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadProblem(path, None, f"cannot be read: {error.strerror}.") from error
    if len(content) > MOST_BYTES:
        raise BadProblem(path, None, "is over 5 MB. Leave out what is not part of the problem.")
    try:
        text = content.decode("utf-8-sig")
        depth = 0
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                raise BadProblem(path, None, f"is nested over {DEEPEST} deep. No problem is.")
            if isinstance(event, yaml.AliasEvent):
                line = event.start_mark.line + 1 if event.start_mark else None
                raise BadProblem(path, line, "aliases (*name) are not read. Write the value out.")
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except UnicodeDecodeError as error:
        sentence = f"byte {error.start} is not UTF-8. Save the file as UTF-8."
        raise BadProblem(path, None, sentence) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 1 if mark else None
        if isinstance(error, yaml.composer.ComposerError) and "another document" in str(error):
            raise BadProblem(path, line, "a second document begins. Keep one in a file.") from None
        raise BadProblem(path, line, f"is not YAML: {error.problem}.") from None
    except (yaml.YAMLError, RecursionError):
        raise BadProblem(path, None, "is not YAML that can be read.") from None
    if node is None:
        raise BadProblem(path, None, "is empty. A problem begins with: schema: onetext/problem/1")
    return Place(path, node)


def _listed(names: Collection[str]) -> str:
    shown = [f'"{name}"' for name in list(names)[:8]]
    return ", ".join(shown) + (" and more" if len(names) > len(shown) else "")
