"""How far reviewers agree, as tables and as JSON (onetext/agreement/1)."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.table import Table

from onetext.cli.terminal import Text
from onetext.record.agreement import Agreement, Alpha
from onetext.record.record import short_id

WORDS_SHOWN = 60


def agreement_shape(found: Agreement) -> dict[str, Any]:
    """The JSON that `onetext review --agreement --json` prints."""
    return {
        "schema": "onetext/agreement/1",
        "coders": list(found.coders),
        "units": found.units,
        "metric": "nominal",
        "fields": [_alpha(one) for one in found.fields],
        "pairs": [{"pair": list(one.pair), **_alpha(one.of)} for one in found.pairs],
        "disagreements": [
            {
                "id": one.recorded.id,
                "field": one.field,
                "words": one.recorded.statement.words,
                "values": dict(one.values),
            }
            for one in found.disagreements
        ],
    }


def show_agreement(found: Agreement, console: Console, limit: int) -> None:
    """Alpha for each field and pair, and what people disagree about."""
    if found.units == 0:
        console.print(
            Text(
                "Nobody has judged what another judged, so there is no agreement to measure. A "
                "second person finds what to judge with: onetext review -r RECORD --second --walk"
            )
        )
        return
    coders = ", ".join(found.coders)
    units = "1 statement" if found.units == 1 else f"{found.units} statements"
    console.print(Text(f"{units} that several of {coders} judged. Krippendorff's alpha, nominal:"))
    console.print(_table([("all", one) for one in found.fields]))
    if len(found.coders) > 2:
        console.print(_table([(" / ".join(one.pair), one.of) for one in found.pairs]))
    if found.disagreements:
        console.print(Text(f"{len(found.disagreements)} disagreements:"))
    for one in found.disagreements[:limit]:
        words = one.recorded.statement.words
        cut = words if len(words) <= WORDS_SHOWN else f"{words[:WORDS_SHOWN]}…"
        values = "; ".join(f"{who}: {value}" for who, value in one.values)
        line = f"  {short_id(one.recorded.id)}  {one.field}: {values}  “{cut}”"
        console.print(Text(line), soft_wrap=True)


def _table(rows: list[tuple[str, Alpha]]) -> Table:
    table = Table("who", "field", "alpha", "equal", "units", "values", "missing", box=None)
    for who, one in rows:
        table.add_row(
            Text(who),
            one.field,
            "not defined" if one.alpha is None else f"{one.alpha:.3f}",
            "" if one.equal_share is None else f"{100 * one.equal_share:.0f}%",
            str(one.units),
            str(one.values),
            str(one.missing),
        )
    return table


def _alpha(one: Alpha) -> dict[str, Any]:
    return {
        "field": one.field,
        "alpha": one.alpha,
        "units": one.units,
        "values": one.values,
        "missing": one.missing,
        "equal_share": one.equal_share,
    }
