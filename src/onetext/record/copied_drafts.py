"""One draft received several times, as on two laptops: what was said of its copies, as one.

Which copy stands depends on what was withdrawn by a date, so it is found when it is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onetext.record.derivation import BY_PERSON
from onetext.record.entries import Entry


def first_received(drafts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each draft that stands, the first that was received from the same bytes.

    `drafts` are pairs of id and SHA-256, in the order of recording.
    """
    by_bytes: dict[str, str] = {}
    return {draft_id: by_bytes.setdefault(sha256, draft_id) for draft_id, sha256 in drafts}


def strongest(words: Iterable[Entry], first: Mapping[str, str]) -> list[Entry]:
    """Of the links of each point, over all copies of its draft, a person's latest, else the latest.

    `words` come in the order of recording, and so does what is returned.
    """
    found: dict[tuple[str, str], Entry] = {}
    for entry in words:
        key = first[entry.body["draft"]], entry.body["path"]
        before = found.get(key)
        if before and before.body["rule"] == BY_PERSON != entry.body["rule"]:
            continue
        found[key] = entry
    return sorted(found.values(), key=_recorded)


def newest(words: Iterable[Entry], first: Mapping[str, str]) -> list[tuple[Entry, str, str]]:
    """The latest word on what became of each point, over all copies of both drafts, with the
    ids of the two drafts that stand."""
    found: dict[tuple[str, str, str], Entry] = {}
    for entry in words:
        found[first[entry.body["before"]], first[entry.body["after"]], entry.body["path"]] = entry
    latest = sorted(found.items(), key=lambda item: _recorded(item[1]))
    return [(entry, before, after) for (before, after, _), entry in latest]


def _recorded(entry: Entry) -> tuple[object, str]:
    return entry.recorded_at, entry.id
