"""The charts of a record's drafts: what is open in each, and the flow between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from onetext.briefing.brief import Picture
from onetext.briefing.charts import Chart, NothingToDraw, plain, to_part, to_png
from onetext.briefing.convergence_chart import convergence_chart
from onetext.briefing.flow_chart import MOST_DRAFTS, flow_chart
from onetext.positions.convergence import convergence
from onetext.positions.flow import flow
from onetext.positions.flow_shapes import Flow
from onetext.positions.history import corrections, dated_by
from onetext.positions.lineage import issues_of_points
from onetext.record.store import Store
from onetext.record.views import RecordedDraft
from onetext.text.comparing import Likeness, compare


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart by its name; None with the reason in a sentence where there is nothing to draw."""

    name: str
    chart: Chart | None
    reason: str = ""


def draft_charts(
    store: Store,
    record_name: str,
    *,
    as_of: date,
    known_on: datetime | None = None,
    likeness: Likeness | None = None,
) -> Iterator[Drawn]:
    """The charts "convergence" and "flow" of the drafts up to a date; the flow of the last 8.

    `likeness` reads meanings where drafts are compared; words alone where None.
    """
    drafts = dated_by(store.drafts(known_on=known_on), as_of)
    yield _drawn("convergence", lambda: convergence_chart(convergence(drafts), record_name))
    yield _drawn(
        "flow", lambda: flow_chart(draft_flow(store, drafts, known_on, likeness), record_name)
    )


def pictures(
    store: Store,
    record_name: str,
    *,
    as_of: date,
    known_on: datetime | None = None,
    likeness: Likeness | None = None,
) -> tuple[Picture, ...]:
    """The charts as a brief holds them; those for which there is nothing to draw are left out."""
    return tuple(
        Picture(
            drawn.name,
            plain(drawn.chart.title),
            "\n".join(plain(line) for line in drawn.chart.told.splitlines()),
            to_part(drawn.chart, drawn.name),
            to_png(drawn.chart),
        )
        for drawn in draft_charts(
            store, record_name, as_of=as_of, known_on=known_on, likeness=likeness
        )
        if drawn.chart is not None
    )


def draft_flow(
    store: Store,
    drafts: list[RecordedDraft],
    known_on: datetime | None = None,
    likeness: Likeness | None = None,
) -> Flow:
    """The flow through the last of some drafts of a record, with the issues of their points.

    Raises:
        NothingToDraw: there are fewer than two drafts.
    """
    shown = drafts[-MOST_DRAFTS:]
    if len(shown) < 2:
        raise NothingToDraw(
            "The flow from draft to draft was to be drawn, but it takes at least 2 drafts. "
            "Add drafts with: onetext text add -r RECORD FILE"
        )
    matches = store.point_matches(known_on=known_on)
    issues = {issue.id: issue for issue in store.issues(known_on=known_on)}
    links = store.point_links(known_on=known_on)
    of_points = issues_of_points(shown, links, issues)
    comparisons = [
        compare(
            before.draft,
            after.draft,
            likeness=likeness,
            corrections=corrections(matches, before.id, after.id),
        )
        for before, after in pairwise(shown)
    ]

    def labels(column: int, path: str) -> tuple[str, ...]:
        found = of_points[shown[column].id].get(path, ())
        return tuple(issues[issue_id].label for issue_id in found)

    return flow(comparisons, labels)


def _drawn(name: str, draw: Callable[[], Chart]) -> Drawn:
    try:
        return Drawn(name, draw())
    except NothingToDraw as nothing:
        return Drawn(name, None, str(nothing))
