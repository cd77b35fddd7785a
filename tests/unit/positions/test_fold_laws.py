"""Laws of the fold: the past stays what it was, order does not matter, rejection is final."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.positions.values import Matrix
from onetext.record.statements import Act, Topic
from onetext.record.views import Verdict

DAY = date(2030, 2, 1)
WORDS = (
    "the border along the river",
    "the ports are open to ships",
    "the border is closed and so are the ports",
    "the draft as a whole",
    "the weather at the table",
)
Said = tuple[str, str, Act, int, str, Verdict]

statements = st.tuples(
    st.sampled_from(["Northland", "Southland", "Westland"]),
    st.sampled_from(WORDS),
    st.sampled_from(list(Act)),
    st.integers(0, 4),
    st.sampled_from(["Courier", "Herald"]),
    st.sampled_from([Verdict.ACCEPTED, Verdict.PENDING]),
)
some = st.lists(statements, max_size=8)
POINTS = {"border": "The border follows the river.", "ports": "The ports are open to ships."}


def started(new_desk: Any) -> Any:
    desk = new_desk()
    desk.issue("border", Topic.TERRITORY)
    desk.draft("First draft", DAY, POINTS)
    return desk


def say(desk: Any, said: Said, *, later_days: int = 0, verdict: Verdict | None = None) -> None:
    party, words, act, days, outlet, judged = said
    desk.says(
        party, words, act, DAY + timedelta(days=days + later_days), outlet=outlet,
        topic=Topic.PROCESS, verdict=verdict or judged,
    )  # fmt: skip


def seen(state: Matrix) -> object:
    """What a reader sees of a state of play, without the ids."""
    return (
        state.parties,
        [issue.label for issue in state.issues],
        [
            (
                cell.party,
                cell.issue.label,
                cell.stance,
                cell.since,
                [
                    (
                        one.recorded.statement.words,
                        one.recorded.dated,
                        one.recorded.source.publisher,
                        one.stance,
                        [note.publisher for note in one.copies],
                    )
                    for one in cell.evidence
                ],
            )
            for cell in state.cells
        ],
        state.pending,
    )


@settings(deadline=None, max_examples=40)
@given(first=some, later=some, pending=st.booleans())
def test_what_is_said_later_leaves_an_earlier_day_as_it_was(
    new_desk: Any, first: list[Said], later: list[Said], pending: bool
) -> None:
    """Positions as of a past day do not change when statements of later days are added."""
    desk = started(new_desk)
    for said in first:
        say(desk, said)
    as_of = DAY + timedelta(days=4)
    before = desk.state(as_of, include_pending=pending)
    for said in later:
        say(desk, said, later_days=5)
    after = desk.state(as_of, include_pending=pending)
    assert (after.parties, after.issues, after.cells, after.pending) == (
        before.parties,
        before.issues,
        before.cells,
        before.pending,
    )


@settings(deadline=None, max_examples=40)
@given(first=some, later=some, reworded=st.booleans())
def test_what_is_recorded_later_leaves_what_was_known_as_it_was(
    new_desk: Any, first: list[Said], later: list[Said], reworded: bool
) -> None:
    """The answer as known on a past moment never changes, whatever is recorded afterwards."""
    desk = started(new_desk)
    for said in first:
        say(desk, said)
    known_on = datetime(2030, 3, 1, tzinfo=UTC)
    as_of = DAY + timedelta(days=30)
    before = desk.state(as_of, known_on=known_on)
    desk.clock.moment = known_on + timedelta(seconds=1)
    if reworded:
        desk.draft("Second draft", DAY, {"border": "The border is a road.", "fish": "Free."})
    for one in desk.store.statements(verdicts=(Verdict.PENDING,)):
        desk.record.accept([one.id])
    for said in later:
        say(desk, said)
    assert desk.state(as_of, known_on=known_on) == before


@settings(deadline=None, max_examples=40)
@given(data=st.data(), said=some)
def test_the_order_of_recording_does_not_matter(
    new_desk: Any, data: st.DataObject, said: list[Said]
) -> None:
    """The same statements recorded in any order give the same state of play."""
    ordered, shuffled = started(new_desk), started(new_desk)
    for one in said:
        say(ordered, one)
    for one in data.draw(st.permutations(said)):
        say(shuffled, one)
    as_of = DAY + timedelta(days=9)
    assert seen(ordered.state(as_of)) == seen(shuffled.state(as_of))


@settings(deadline=None, max_examples=40)
@given(kept=some, rejected=some)
def test_a_rejected_statement_is_as_if_never_read(
    new_desk: Any, kept: list[Said], rejected: list[Said]
) -> None:
    """Rejected statements change nothing, whether pending ones count or not."""
    plain, mixed = started(new_desk), started(new_desk)
    for said in kept:
        say(plain, said)
        say(mixed, said)
    for said in rejected:
        say(mixed, said, verdict=Verdict.REJECTED)
    as_of = DAY + timedelta(days=9)
    for pending in (False, True):
        assert seen(plain.state(as_of, include_pending=pending)) == seen(
            mixed.state(as_of, include_pending=pending)
        )


@settings(deadline=None, max_examples=40)
@given(said=some)
def test_every_position_rests_on_its_evidence(new_desk: Any, said: list[Said]) -> None:
    """No cell has a stance or a date that none of its statements has; there is a cell for each."""
    desk = started(new_desk)
    for one in said:
        say(desk, one)
    state = desk.state(DAY + timedelta(days=9))
    assert len(state.cells) == len(state.parties) * len(state.issues)
    for cell in state.cells:
        dates = {one.recorded.dated for one in cell.evidence if one.stance is not None}
        taken = {one.stance for one in cell.evidence if one.stance is not None}
        assert (cell.since is None) == (not taken)
        assert cell.since is None or cell.since in dates
        assert cell.stance in taken or str(cell.stance) in {"no evidence", "contradictory"}
