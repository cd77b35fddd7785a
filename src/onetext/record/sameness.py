"""When entries of two records tell of the same thing, so that it stands once after a merge.

The same report read twice has the same bytes; what was found in it is the same where it
stands at the same place and says the same of the same speaker. Of entries for one thing the
first recorded (by time, then id) stands, whichever record was merged into which, and what was
said of any of them is said of that one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import rfc8785

from onetext.record.entries import Entry, EntryKind

MARK_CHARS = 16

_FOUND = {
    EntryKind.PERSON_PROPOSED: "person",
    EntryKind.MEETING_PROPOSED: "meeting",
    EntryKind.PROPOSAL_PROPOSED: "proposal",
}


def mark(entry: Entry) -> str:
    """What tells a proposed entry from the others of its kind in the same source, as a digest.

    A statement is known by its words' places, the names of its speaker and of the party it is
    said for, its holder, act and target: readings that differ in the rest, as in how sure they
    are, are readings of one statement.
    People, meetings and proposals are the same only where all that is told of them is.
    """
    if entry.kind is EntryKind.STATEMENT_PROPOSED:
        known = _known_by(entry.body["statement"])
    else:
        known = entry.body[_FOUND[entry.kind]]
    return hashlib.sha256(rfc8785.dumps(known)).hexdigest()[:MARK_CHARS]


def label_key(label: str) -> str:
    """The label of an issue as it is compared: whatever its capitals."""
    return label.casefold()


def _known_by(statement: Mapping[str, Any]) -> Any:
    speaker = statement["speaker"]
    places = [[passage["start"], passage["end"]] for passage in statement["content"]]
    by = [speaker["name"], speaker["party"], statement["holder"]]
    return [places, by, statement["act"], statement["target"]]
