"""What a viewer is told: what a record would tell that holds only what they may see."""

from __future__ import annotations

import inspect
import random
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.integration.test_store_laws import COMMANDS, START, answers, work

from onetext.errors import NotInRecord
from onetext.positions.fold import matrix
from onetext.positions.moves import changes
from onetext.record.entries import Body, Entry, EntryKind
from onetext.record.record import Record
from onetext.record.references import rests_on
from onetext.record.seen import _Seen, seen_by
from onetext.record.statements import Act, Topic
from onetext.record.store import Store
from onetext.record.stores.sqlite import private_store
from onetext.record.views import Verdict
from onetext.record.visibility import THE_TEAM_ALONE, Visibility, strictest
from onetext.testing import Clock, MemoryStore, make_document, make_reading, make_statement

EmptyStore = Callable[[], AbstractContextManager[Store]]
VIEWERS = ("public", "team", "author 0", "Ada", "Bo", "Cy", "caucus:Southland")
LAWS = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # it lends stores
)


def everyone(store: Store) -> None:
    """Make all of VIEWERS known to the record."""
    record = Record(store, author="author 0", clock=Clock(START - timedelta(days=1)))
    record.opened("The Lune talks")
    record.name_caucus("Southland", ["Ada"])
    source = record.receive(
        make_reading(make_document("Nothing was said.")),
        origin="n.txt",
        reader="test",
        visibility="confined:Bo,Cy",
    )
    record.note(source.source_id, "so it seems")


def plainly_visible(entries: Sequence[Entry], named: str) -> list[Entry]:
    """What a viewer may see, written as plainly as can be: the reference."""
    known = {entry.id: entry for entry in entries}
    words: dict[str, str] = {}
    sits: dict[str, list[str]] = {}
    for entry in sorted(entries, key=lambda one: (one.recorded_at, one.id)):
        if entry.kind is EntryKind.VISIBILITY_CHANGED:
            words[entry.body["of"]] = entry.body["visibility"]
        elif entry.kind is EntryKind.CAUCUS_NAMED:
            sits[entry.body["party"]] = entry.body["members"]
    caucuses = {f"caucus:{party}" for party, members in sits.items() if named in members}
    outside = named == "public" or named.startswith("caucus:")
    names = caucuses | {named} if outside else caucuses | {named, "team"}

    def own(entry: Entry) -> Visibility:
        written = words.get(entry.id, entry.visibility)
        if written == "inherited":
            alone = not rests_on(entry.kind, entry.body)
            return THE_TEAM_ALONE if alone else Visibility.of("public")
        return Visibility.of(written)

    def under(entry: Entry) -> list[Visibility]:
        above = [known[one] for one in rests_on(entry.kind, entry.body)]
        return [own(entry), *(found for one in above for found in under(one))]

    seen = [
        entry
        for entry in entries
        if entry.kind is not EntryKind.VISIBILITY_CHANGED
        and all(names & listed for found in under(entry) for listed in found.lists)
    ]
    ids = {entry.id for entry in seen}
    return [
        replace(entry, visibility=str(strictest(under(entry))), body=_over(entry, ids))
        for entry in seen
    ]


def _over(entry: Entry, seen: set[str]) -> Body:
    """The body of a verdict without the verdicts that it was given over and nobody sees."""
    if not entry.body.get("over"):
        return entry.body
    return {**entry.body, "over": [one for one in entry.body["over"] if one in seen]}


def told(store: Store, known_on: datetime | None) -> list[object]:
    """All that a store can be asked, and what is worked out from it."""
    state = matrix(store, as_of=date(2030, 2, 1), known_on=known_on or datetime.max.replace(
        tzinfo=UTC), include_pending=True)  # fmt: skip
    moved = changes(
        store, since=date(2029, 12, 1), until=date(2030, 2, 1), known_on=known_on,
        include_pending=True,
    )  # fmt: skip
    return [*answers(store, known_on), state, moved]


def without_visibility(entries: Sequence[Entry]) -> list[Entry]:
    return [replace(entry, visibility="") for entry in entries]


@LAWS
@given(
    commands=st.lists(st.sampled_from(COMMANDS), max_size=14),
    seed=st.integers(0, 2**32),
    named=st.sampled_from(VIEWERS),
)
def test_a_viewer_is_told_what_a_record_would_tell_that_holds_nothing_else(
    empty_store: EmptyStore, commands: list[str], seed: int, named: str
) -> None:
    """Every answer, on any date, is that of a record with only the entries they may see."""
    chance = random.Random(seed)  # noqa: S311 -- picks test cases, keeps no secret
    whole = MemoryStore()
    everyone(whole)
    clock = Clock(START)
    records = [Record(whole, author=f"author {n}", clock=clock) for n in range(2)]
    for day, command in enumerate(commands):
        clock.moment = START + timedelta(days=day)
        work(chance.choice(records), command, chance)
    reference = MemoryStore()
    reference.append(plainly_visible(list(whole.entries()), named))
    with empty_store() as store:
        store.append(whole.entries())
        seen = seen_by(store, named, private_store)
        assert without_visibility(list(seen.entries())) == without_visibility(
            list(reference.entries())
        )
        for known_on in (None, *(START + timedelta(days=d) for d in range(0, len(commands), 5))):
            assert told(seen, known_on) == told(reference, known_on)
        for entry in whole.entries():
            assert (seen.entry(entry.id) is None) == (reference.entry(entry.id) is None)
            assert seen.kinds([entry.id]) == reference.kinds([entry.id])
            assert seen.ending(entry.id[-8:]) == reference.ending(entry.id[-8:])
            assert len(seen.about(entry.id)) == len(reference.about(entry.id))
        assert seen.head("author 1") == reference.head("author 1")


@LAWS
@given(
    commands=st.lists(st.sampled_from(COMMANDS), max_size=10),
    hidden=st.lists(st.sampled_from(COMMANDS), min_size=1, max_size=6),
    seed=st.integers(0, 2**32),
    named=st.sampled_from(["public", "team", "Bo", "caucus:Southland"]),
)
def test_what_is_confined_changes_nothing_that_others_are_told(
    commands: list[str], hidden: list[str], seed: int, named: str
) -> None:
    """Whatever is recorded for Zoe alone, nobody else can tell it from its not being there."""
    chance = random.Random(seed)  # noqa: S311 -- picks test cases, keeps no secret
    whole = MemoryStore()
    everyone(whole)
    record = Record(whole, author="author 0", clock=Clock(START))
    for command in commands:
        work(record, command, chance)
    before = told(seen_by(whole, named, MemoryStore), None)
    confined = MemoryStore()
    confined.append(whole.entries())
    zoe = Record(confined, author="zoe", clock=Clock(START + timedelta(days=9)))
    for command in hidden:
        if command not in ("visibility", "caucus"):  # these are about what others see
            work(zoe, command, chance)
    for entry in list(confined.entries())[len(list(whole.entries())) :]:
        if entry.kind is not EntryKind.VISIBILITY_CHANGED:
            whole.append([replace(entry, visibility="confined:Zoe", previous=None)])
    assert told(seen_by(whole, named, MemoryStore), None) == before


@pytest.fixture
def record(store: Store) -> Record:
    everyone(store)
    return Record(store, author="ada", clock=Clock(START))


def received(record: Record, visibility: str, words: str = "it was fine") -> tuple[str, str]:
    document = make_document(f"Mira Sol said that {words}.")
    said = make_statement(
        document, words, speaker="Mira Sol", party="Southland", act=Act.ACCEPT, topic=Topic.OTHER
    )
    got = record.receive(
        make_reading(document, said), origin="a.txt", reader="test", visibility=visibility
    )
    return got.source_id, record.store.statements(verdicts=[Verdict.PENDING])[-1].id


def test_what_is_said_of_a_thing_is_seen_by_who_sees_it(record: Record) -> None:
    """A verdict, a note and a withdrawal of what is confined are not there for others."""
    source, statement = received(record, "confined:Bo")
    [verdict] = record.accept([statement])
    note = record.note(statement, "he was sure", visibility="public")
    taken = record.withdraw(verdict, "no")
    others = seen_by(record.store, "Cy", MemoryStore)
    assert not others.kinds([source, statement, verdict, note, taken])
    bo = seen_by(record.store, "Bo", MemoryStore)
    assert len(bo.kinds([source, statement, verdict, note, taken])) == 5


def test_a_later_word_counts_for_all_dates(record: Record) -> None:
    """What is confined today is not shown by asking what was known yesterday."""
    source, _ = received(record, "public")
    yesterday = record.store.sources()[-1].recorded_at
    record.change_visibility([source], "confined:Bo", reason="named by mistake")
    public = seen_by(record.store, "public", MemoryStore)
    assert not public.sources(known_on=yesterday)
    assert record.store.sources()[-1].visibility == "confined:Bo"
    record.change_visibility([source], "public")
    public = seen_by(record.store, "public", MemoryStore)
    [shown] = public.sources()
    assert shown.id == source
    assert all(entry.kind is not EntryKind.VISIBILITY_CHANGED for entry in public.entries())


def test_who_leaves_a_caucus_no_longer_sees_what_is_its_own(record: Record) -> None:
    """The last word on who sits in a caucus decides; its name alone lets in no team."""
    _, statement = received(record, "confined:caucus:Southland")
    note = record.note(statement, "so she said")
    assert len(seen_by(record.store, "Ada", MemoryStore).kinds([statement, note])) == 2
    assert not seen_by(record.store, "Cy", MemoryStore).kinds([statement, note])
    caucus = seen_by(record.store, "caucus:Southland", MemoryStore)
    assert list(caucus.kinds([statement, note])) == [statement]  # the note is the team's
    record.name_caucus("Southland", ["Cy"])
    assert not seen_by(record.store, "Ada", MemoryStore).kinds([statement, note])
    assert len(seen_by(record.store, "Cy", MemoryStore).kinds([statement, note])) == 2


@pytest.mark.parametrize("named", ["publc", "Public", "", "caucus:Nowhere", "nobody"])
def test_a_viewer_whom_the_record_does_not_know_is_refused(record: Record, named: str) -> None:
    """A mistyped "public" is not taken for the name of one of the team."""
    with pytest.raises(NotInRecord, match="nobody of that name"):
        seen_by(record.store, named, MemoryStore)


def test_what_a_viewer_writes_is_kept_and_seen(record: Record) -> None:
    """It goes into the whole record, after the entries that the viewer cannot see."""
    received(record, "confined:Ada")
    bo = Record(seen_by(record.store, "Bo", private_store), author="ada", clock=Clock(START))
    with bo.batch():
        _, statement = received(bo, "team", "it was late")
        bo.accept([statement])
    [seen] = bo.store.statements()
    assert seen.id == statement
    assert record.store.entry(statement) is not None
    document = make_document("Mira Sol said that it was fine.")  # Ada has it already
    again = bo.receive(make_reading(document), origin="b.txt", reader="test")
    assert not again.already
    extent = bo.store.extent()
    bo.change_visibility([statement], "confined:Cy")
    assert not bo.store.statements()
    assert bo.store.extent().imports != extent.imports  # whoever remembers answers asks again


def test_what_a_viewer_cannot_see_they_cannot_write_about(record: Record) -> None:
    """They are told what they would be told if it had never been recorded."""
    _, statement = received(record, "confined:Ada")
    bo = Record(seen_by(record.store, "Bo", MemoryStore), author="bo", clock=Clock(START))
    before = len(list(record.store.entries()))
    with pytest.raises(NotInRecord, match="is not in the record"):
        bo.accept([statement])
    with pytest.raises(NotInRecord, match="no id in the record ends so"):
        bo.resolve(statement[-8:])
    assert len(list(record.store.entries())) == before


def test_what_is_undone_is_not_seen(record: Record) -> None:
    """A batch that fails leaves nothing, neither in the record nor in what a viewer sees."""
    bo = Record(seen_by(record.store, "Bo", private_store), author="bo", clock=Clock(START))
    before = len(bo.store.sources())
    with pytest.raises(RuntimeError), bo.batch():  # noqa: PT012 -- a batch that breaks off
        received(bo, "team")
        raise RuntimeError
    assert len(bo.store.sources()) == before


def test_whatever_writes_goes_through_the_choke_point() -> None:
    """What the store is asked is answered from what may be seen; what writes is handled there.

    A method that returns nothing, or is given entries, is taken for one that writes.
    """
    for name, method in vars(Store).items():
        if name.startswith("_") or name == "shelve":  # put beside what was worked out from
            continue
        about = inspect.signature(method)
        given = set(about.parameters) & {"entries", "unsealed", "recorded_at", "entry"}
        returns = str(about.return_annotation)
        writes = bool(given) or returns == "None" or returns.startswith("AbstractContextManager")
        assert writes == (name in vars(_Seen) and name != "extent"), name
