"""The state of play as rows and as JSON."""

from __future__ import annotations

import json
from datetime import date

from onetext.positions.fold import matrix
from onetext.positions.moves import changes
from onetext.positions.shapes import changes_shape, state_shape
from onetext.positions.tables import POSITIONS, cells
from onetext.testing import sample_record

LAST = date(2030, 3, 12)


def test_a_row_for_every_cell() -> None:
    """Every row has a value in every column; what is unknown is empty."""
    rows = [
        {column.name: column.value(cell) for column in POSITIONS.columns}
        for cell in cells(matrix(sample_record().store, as_of=LAST))
    ]
    assert len(rows) == 8
    border = next(r for r in rows if (r["party"], r["issue"]) == ("Southland", "border"))
    assert border["stance"] == "accepts"
    assert border["since"] == date(2030, 3, 6)
    assert (border["statements"], border["outlets"]) == (2, ("The Northland Courier",))
    assert (border["stale_by_draft"], border["changed_share_pct"]) == ("Second draft", 33.3)
    nothing = next(r for r in rows if (r["party"], r["issue"]) == ("Northland", "observers"))
    assert nothing["stance"] == "no evidence"
    assert (nothing["since"], nothing["statements"], nothing["statement_ids"]) == (None, 0, ())


def test_the_state_as_json() -> None:
    """onetext/state/1 holds every cell with the exact words, and is JSON."""
    shape = state_shape(matrix(sample_record().store, as_of=LAST))
    assert json.loads(json.dumps(shape)) == shape
    assert list(shape) == [
        "schema", "as_of", "known_on", "with_pending", "pending", "parties", "issues", "cells",
    ]  # fmt: skip
    assert shape["schema"] == "onetext/state/1"
    border = next(c for c in shape["cells"] if (c["party"], c["label"]) == ("Southland", "border"))
    assert border["evidence"][0]["words"] == "Southland accepts the river Lune as the border."
    assert border["evidence"][0]["verdict"] == "corrected"
    assert border["stale"]["draft"]["title"] == "Second draft"


def test_the_changes_as_json() -> None:
    """onetext/changes/1 holds moves with both positions, statements, drafts and meetings."""
    found = changes(sample_record().store, since=date(2030, 3, 4), until=LAST)
    shape = changes_shape(found)
    assert json.loads(json.dumps(shape)) == shape
    assert shape["schema"] == "onetext/changes/1"
    assert (shape["since"], shape["until"]) == ("2030-03-04", "2030-03-12")
    assert shape["moves"][0]["before"]["stance"] == "rejects"
    assert shape["moves"][0]["after"]["stance"] == "accepts"
    assert [len(shape[k]) for k in ("moves", "statements", "drafts", "meetings")] == [3, 3, 1, 1]
