"""The register answers as the plain fold does, on any date, whatever happens to the record."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from onetext.positions.fold import matrix
from onetext.positions.register.register import Register
from onetext.positions.register.standings import Standings, standings
from onetext.positions.values import Matrix
from onetext.record.statements import Act, Named, Topic
from onetext.record.store import Store
from onetext.record.views import Verdict
from onetext.testing import make_document, make_reading, make_statement

DAY = date(2030, 2, 1)
POINTS = (
    {"border": "The border follows the river.", "ports": "The ports are open to ships."},
    {"ports": "The ports are open to ships for a fee.", "border": "The border follows the river."},
    {"border": "The border follows the sea and the hills.", "mines": "All mines are cleared."},
)
WORDS = (
    "the border along the river",
    "the border, if others leave the river",
    "the ports are open to ships",
    "the border is closed and so are the ports with their ships",
    "the second draft has the border along the river",
    "the first draft has the ports open to ships",
    "the draft as a whole",
    "the weather at the table",
)
PARTIES = ("Northland", "Southland", "Westland", None)

says = st.tuples(
    st.just("says"),
    st.sampled_from(PARTIES),
    st.sampled_from(WORDS),
    st.sampled_from(list(Act)),
    st.one_of(st.none(), st.integers(-3, 12)),
    st.sampled_from(["Courier", "Herald"]),
    st.sampled_from([Verdict.ACCEPTED, Verdict.PENDING, Verdict.REJECTED]),
)
wires = st.tuples(
    st.just("wire"),
    st.sampled_from(PARTIES[:2]),
    st.sampled_from(
        [
            "the border along the river is what we want",
            "the border along the river is what we wanted",
            "the border along the river is what all want now",
        ]
    ),
    st.sampled_from([Act.ACCEPT, Act.REJECT, Act.REPORT]),
    st.integers(0, 6),
    st.sampled_from(["Courier", "Herald", "Radio"]),
)
WIRE = " ".join(f"Then they spoke of matter {number} at some length." for number in range(12))
drafts = st.tuples(
    st.just("draft"), st.sampled_from(POINTS), st.one_of(st.none(), st.integers(-2, 10))
)
judges = st.tuples(
    st.sampled_from(["accept", "reject", "correct", "link", "unlink"]), st.integers(0, 99)
)
withdraws = st.tuples(st.just("withdraw"), st.integers(0, 99))
merges = st.tuples(st.just("merge"), st.sampled_from(PARTIES[:2]), st.just("Westland"))
events = st.lists(
    st.one_of(says, says, wires, wires, drafts, judges, withdraws, merges), max_size=14
)


def happen(desk: Any, event: tuple[Any, ...], number: int) -> None:
    """Record an event; those that name nothing in the record yet are left out."""
    what, *told = event
    record = desk.record
    statements = record.store.statement_ids()
    if what == "says":
        party, words, act, days, outlet, verdict = told
        on = None if days is None else DAY + timedelta(days)
        desk.says(
            party, words, act, on, outlet=outlet, topic=Topic.PROCESS, verdict=verdict,
            published=DAY + timedelta(number % 5),
        )  # fmt: skip
    elif what == "wire":
        syndicate(desk, *told)
    elif what == "draft":
        points, days = told
        name = ("First", "Second", "Third")[number % 3]
        desk.draft(
            f"{name} draft {number}", None if days is None else DAY + timedelta(days), points
        )
    elif what == "merge":
        record.merge_names(Named.PARTY, [told[0]], told[1])
    elif what == "withdraw":
        entries = [e for e in record.store.entries() if e.kind.value in WITHDRAWABLE]
        if entries:
            record.withdraw(entries[told[0] % len(entries)].id, "test")
    elif statements:
        judge(desk, what, statements[told[0] % len(statements)])


def syndicate(desk: Any, party: str, words: str, act: Act, days: int, outlet: str) -> None:
    """A copy of one wire text, with a word or the day changed, that holds one statement."""
    day = DAY + timedelta(days)
    sentence = f"{outlet}: the envoy said {words}."
    document = make_document(sentence, WIRE, publisher=outlet, published=day)
    said = make_statement(
        document, words, speaker="the envoy", party=party, act=act, topic=Topic.PROCESS, said_on=day
    )
    known = set(desk.store.statement_ids())
    desk.record.receive(make_reading(document, said), origin=outlet, reader="test")
    desk.record.accept([one for one in desk.store.statement_ids() if one not in known])


WITHDRAWABLE = (
    "accepted", "corrected", "rejected", "draft_received", "point_linked", "statement_linked",
)  # fmt: skip


def judge(desk: Any, what: str, statement: str) -> None:
    record = desk.record
    if what == "accept":
        record.accept([statement])
    elif what == "reject":
        record.reject([statement], reason="test")
    elif what == "correct":
        [now] = record.store.statements(verdicts=tuple(Verdict), ids=[statement])
        record.correct(statement, replace(now.statement, act=Act.REJECT), "test")
    else:
        issue = record.store.issues()[0].id
        (record.link_statement if what == "link" else record.unlink_statement)(statement, issue)


def same(one: Matrix, other: Matrix) -> None:
    """Equal in all but the moment at which they were asked for."""
    moment = datetime(2031, 1, 1, tzinfo=UTC)
    assert replace(one, known_on=moment) == replace(other, known_on=moment)


def agree(found: Standings, due: Matrix) -> None:
    """The arrays say of each cell what the fold says; opened, cells are those of the fold."""
    assert (found.parties, found.issues, found.pending) == (due.parties, due.issues, due.pending)
    for cell in due.cells:
        pct = cell.stale.changed_share_pct if cell.stale else 0.0
        due_cell = (cell.stance, cell.since, len(cell.evidence), pct)
        assert found.at(cell.party, cell.issue.id) == due_cell
    same(found.matrix(), due)


def check(store: Store, register: Register, days: int, pending: bool) -> None:
    as_of = DAY + timedelta(days)
    due = matrix(store, as_of=as_of, known_on=register.known_on, include_pending=pending)
    agree(standings(register, as_of, with_pending=pending), due)


@given(events, events, st.integers(-2, 13), st.booleans())
def test_brought_up_to_date_it_answers_as_the_fold(
    new_desk: Any, before: Any, after: Any, days: int, pending: bool
) -> None:
    """Built after some events and brought up to date after others, on any date."""
    desk = new_desk()
    desk.issue("border", Topic.TERRITORY)
    for number, event in enumerate(before):
        happen(desk, event, number)
    register = Register(desk.store)
    check(desk.store, register, days, pending)
    for number, event in enumerate(after, len(before)):
        happen(desk, event, number)
        register.up_to_date()
    check(desk.store, register, days, pending)
    check(desk.store, register, 13 - days, not pending)


@given(events, events, st.integers(-2, 13), st.booleans())
def test_as_known_on_a_moment_it_answers_as_the_fold(
    new_desk: Any, before: Any, after: Any, days: int, pending: bool
) -> None:
    """What came later changes nothing, whether the register was built before it or after."""
    desk = new_desk()
    desk.issue("ports", Topic.TERRITORY)
    for number, event in enumerate(before):
        happen(desk, event, number)
    moment = desk.clock.moment
    desk.clock()
    early = Register(desk.store, moment)
    for number, event in enumerate(after, len(before)):
        happen(desk, event, number)
    check(desk.store, early.up_to_date(), days, pending)
    check(desk.store, Register(desk.store, moment), days, pending)


def test_a_position_that_names_an_older_draft_is_about_its_wording(new_desk: Any) -> None:
    """The wording in force on the day is another; all cells at once tell so, too."""
    desk = new_desk()
    desk.draft("The Harbour plan", DAY, {"border": "The border follows the river."})
    desk.draft("The Lantern plan", DAY + timedelta(2), {"border": "The border follows the hills."})
    desk.says(
        "Northland",
        "the Harbour plan has the border along the river",
        Act.ACCEPT,
        DAY + timedelta(4),
        topic=Topic.TERRITORY,
    )
    register = Register(desk.store)
    check(desk.store, register, 6, pending=False)
    found = standings(register, DAY + timedelta(6))
    assert found.stale_pct.max() > 0
