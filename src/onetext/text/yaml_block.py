"""A block of YAML from a file that anybody may have written: no aliases, no abyss."""

from __future__ import annotations

from typing import Any

import yaml


class _PlainLoader(yaml.SafeLoader):
    """Refuses aliases: a few hundred characters of them can stand for billions."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases (*name) are not read here")
        return super().compose_node(parent, index)


def load_block(text: str) -> object:
    """The values in a block of YAML.

    Raises:
        yaml.YAMLError: it is no YAML, holds aliases, or is nested too deeply.
        ValueError: a date in it is none, such as 2025-02-31.
    """
    try:
        return yaml.load(text, _PlainLoader)  # noqa: S506 # a SafeLoader, which builds no objects
    except RecursionError:
        raise yaml.YAMLError("it is nested too deeply") from None
