"""A draft that was kept in a record: with which issue of every point, as JSON and in lines."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.table import Table

from onetext.briefing.words import counted
from onetext.cli.lines import say
from onetext.cli.terminal import Terminal, Text
from onetext.positions.intake import take_in
from onetext.positions.lineage import NEW, PointDecision
from onetext.reading.draft_files import DraftFile
from onetext.record.record import Record, short_id
from onetext.wiring import likeness


def keep(record: Record, found: DraftFile, file: Path, visibility: str) -> dict[str, Any]:
    """Keep a draft with the issues of its points, all or nothing."""
    draft = found.draft
    taken = take_in(
        record,
        draft,
        sha256=found.sha256,
        origin=str(file),
        visibility=visibility,
        likeness=likeness(),
    )
    labels = {issue.id: issue.label for issue in record.store.issues()}
    return {
        "file": str(file),
        "id": taken.draft_id,
        "title": draft.title,
        "date": draft.dated.isoformat() if draft.dated else None,
        "already": taken.already,
        "issues_opened": len(taken.opened),
        "points": [_told(decision, labels) for decision in taken.decisions],
        "problems": len(draft.problems),
    }


def _told(decision: PointDecision, labels: Mapping[str, str]) -> dict[str, Any]:
    return {
        "path": decision.path,
        "issue": decision.label,
        "also": [labels[issue_id] for issue_id in decision.others],
        "topic": decision.topic.value,
        "rule": decision.rule,
        "confidence": decision.confidence,
    }


def print_kept(told: dict[str, Any]) -> None:
    """What `keep` tells, in lines."""
    if told["already"]:
        say(
            f"{told['file']}: the record holds this draft already ({short_id(told['id'])}); "
            "nothing was changed."
        )
        return
    say(
        f"{told['title']} ({told['date'] or 'no date'}): kept as {short_id(told['id'])}, "
        f"{counted(len(told['points']), 'point')} linked, "
        f"{counted(told['issues_opened'], 'issue')} opened."
    )
    if not told["points"]:
        return
    table = Table("Point", "Issue", "Topic", "Found by", box=None, pad_edge=False)
    for point in told["points"]:
        how = point["rule"]
        if how not in (NEW, "front matter"):
            how = f"{how} ({point['confidence']:.2f})"
        issue = "; also ".join((point["issue"], *point["also"]))
        cells = (point["path"], issue, point["topic"], how)
        table.add_row(*(Text(cell) for cell in cells))
    Terminal(width=None if sys.stdout.isatty() else 110, highlight=False).print(table)
    if told["problems"]:
        say(
            f"{counted(told['problems'], 'place')} to look at: onetext text {told['file']}",
            err=True,
        )
    say()
