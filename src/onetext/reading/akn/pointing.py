"""Where references inside an Akoma Ntoso file lead: to notes in its metadata and to its parts.

Every document in a file names its elements for itself, so the nearest document is asked first.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

_NOTES = ("{*}note", "{*}authorialNote")


@dataclass(slots=True)
class Pointing:
    """The notes of each document, by their names, found once."""

    _notes: dict[Any, dict[str, Any]] = field(default_factory=dict)

    def note(self, ref: Any) -> Any:
        """The note that `ref` points at; itself, where it is one or where it points at nothing."""
        name = _name_in_file(ref)
        if not name:
            return ref
        for above in ref.iterancestors():
            if above.find("{*}meta") is None:
                continue
            if above not in self._notes:
                self._notes[above] = {_named(note): note for note in above.iter(*_NOTES)}
            if name in self._notes[above]:
                return self._notes[above][name]
        return ref


def leads_inside(ref: Any) -> bool:
    """Whether a reference to a part leads to a part of the same file."""
    name = _name_in_file(ref)
    parts = ref.getroottree().getroot().iter("{*}component", "{*}attachment")
    return bool(name) and any(_named(part) == name for part in parts)


def unused_notes(root: Any, used: dict[Any, str]) -> list[Any]:
    """Notes in the metadata that have words and that nothing points at."""
    return [note for note in root.iter("{*}note") if note not in used]


def _name_in_file(ref: Any) -> str:
    target = ref.get("href") or ref.get("src") or ""
    return target[1:] if target.startswith("#") else ""


def _named(element: Any) -> str:
    return element.get("eId") or element.get("id") or ""
