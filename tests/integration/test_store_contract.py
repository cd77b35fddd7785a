"""What every store does, whichever database stands behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from onetext.errors import NotInRecord, RecordProblem
from onetext.record.entries import EntryKind
from onetext.record.grades import Credibility, Gradings, Reliability, grade_of
from onetext.record.record import Record
from onetext.record.statements import Act, Named, Topic
from onetext.record.store import Store
from onetext.record.verify import verify
from onetext.record.views import Verdict
from onetext.testing import (
    Clock,
    make_document,
    make_draft,
    make_reading,
    make_statement,
    sample_record,
)

ALL = tuple(Verdict)


@pytest.fixture
def record(store: Store) -> Record:
    return Record(store, author="ada", clock=Clock(datetime(2030, 1, 1, tzinfo=UTC)))


def received(record: Record, text: str = "Tomas Hale said that it was fine.") -> tuple[str, str]:
    """Receives a report with one statement; the ids of the source and of the statement."""
    document = make_document(text)
    said = make_statement(
        document, text[:12], speaker=None, party="Northland", act=Act.ACCEPT, topic=Topic.OTHER
    )
    got = record.receive(make_reading(document, said), origin="a.txt", reader="test")
    proposed = record.store.statements(verdicts=ALL)
    return got.source_id, proposed[-1].id


def verdict_of(record: Record, statement_id: str, known_on: datetime | None = None) -> Verdict:
    found = record.store.statements(verdicts=ALL, known_on=known_on)
    return next(one.verdict for one in found if one.id == statement_id)


def test_a_reading_comes_back_as_it_was_received(record: Record) -> None:
    """The document, its blocks and the statement's passages are equal to what was given."""
    document = make_document("Mira Sol said no.", title="No", published=date(2030, 1, 1))
    said = make_statement(
        document, "no", speaker="Mira Sol", party="Southland", act=Act.REJECT, topic=Topic.OTHER
    )
    got = record.receive(make_reading(document, said), origin="no.txt", reader="test")
    source = record.store.source(got.source_id)
    assert source is not None
    assert source.document == document
    assert source.origin == "no.txt"
    [statement] = record.store.statements(verdicts=[Verdict.PENDING])
    assert statement.statement == said
    assert statement.source.id == got.source_id
    assert (statement.dated, statement.dated_by) == (date(2030, 1, 1), "published")


def test_a_document_is_received_once(record: Record) -> None:
    """The second time, nothing is added and the first source is named."""
    source, _ = received(record)
    before = list(record.store.entries())
    document = make_document("Tomas Hale said that it was fine.")
    again = record.receive(make_reading(document), origin="copy.txt", reader="test")
    assert (again.source_id, again.already, again.statements) == (source, True, 0)
    assert list(record.store.entries()) == before


def test_a_batch_that_fails_leaves_nothing(record: Record) -> None:
    """All that was recorded inside is gone, also what a nested transaction recorded."""

    def fail() -> None:
        with record.batch():
            received(record)
            record.open_issue("border", Topic.TERRITORY)
            assert record.store.issues(), "inside, what was recorded can be asked for"
            raise KeyError("stop")

    with pytest.raises(KeyError):
        fail()
    assert list(record.store.entries()) == []
    assert record.store.issues() == []
    received(record)
    assert verify(record.store).sound


def test_in_a_batch_what_fails_is_undone_alone(record: Record) -> None:
    """A reading that cannot be kept leaves nothing; those before and after it are kept whole."""
    document = make_document("Mira Sol said no.")
    said = make_statement(
        document, "no", speaker="Mira Sol", party="\udc00", act=Act.REJECT, topic=Topic.OTHER
    )
    with record.batch():
        received(record, "The first was fine.")
        with pytest.raises(RecordProblem):
            record.receive(make_reading(document, said), origin="b.txt", reader="test")
        received(record, "The third was fine.")
    assert [one.document.text for one in record.store.sources()] == [
        "The first was fine.",
        "The third was fine.",
    ]
    assert len(record.store.statements(verdicts=ALL)) == 2
    assert verify(record.store).sound


def test_in_a_batch_what_is_refused_leaves_nothing(record: Record) -> None:
    """Verdicts of which one names nothing are refused together; the batch goes on without them."""
    _, statement = received(record)
    with record.batch():
        record.link_statement(statement, record.open_issue("Ports", Topic.OTHER))
        with pytest.raises(NotInRecord):
            record.accept([statement, "01890000-0000-7000-8000-000000000000"])
        record.open_issue("Border", Topic.TERRITORY)
    assert verdict_of(record, statement) is Verdict.PENDING
    assert [issue.label for issue in record.store.issues()] == ["Ports", "Border"]
    assert verify(record.store).sound


def test_the_latest_verdict_that_stands_decides(record: Record) -> None:
    """Accept, reject, correct follow one another; withdrawing one brings back the one before."""
    _, statement = received(record)
    assert verdict_of(record, statement) is Verdict.PENDING
    record.accept([statement])
    assert verdict_of(record, statement) is Verdict.ACCEPTED
    [rejection] = record.reject([statement], reason="no")
    assert verdict_of(record, statement) is Verdict.REJECTED
    record.withdraw(rejection, "too hasty")
    assert verdict_of(record, statement) is Verdict.ACCEPTED


def test_a_correction_replaces_the_whole_statement(record: Record) -> None:
    """Answers hold the corrected statement, and before it was known the proposed one."""
    _, statement = received(record)
    [proposed] = record.store.statements(verdicts=ALL)
    better = replace(proposed.statement, act=Act.REJECT, said_on=date(2029, 12, 30))
    record.correct(statement, better, "misread")
    [now] = record.store.statements()
    assert now.statement == better
    assert now.verdict is Verdict.CORRECTED
    assert (now.dated, now.dated_by) == (date(2029, 12, 30), "said")
    [then] = record.store.statements(verdicts=ALL, known_on=proposed.recorded_at)
    assert then == proposed


def test_questions_as_known_on_a_date_leave_out_what_came_later(record: Record) -> None:
    """A verdict, and the statement itself, count from the moment at which they were recorded."""
    _, statement = received(record)
    record.accept([statement])
    moments = [entry.recorded_at for entry in record.store.entries()]
    assert record.store.statements(known_on=moments[-1]) == record.store.statements()
    assert verdict_of(record, statement, known_on=moments[-2]) is Verdict.PENDING
    assert record.store.statements(verdicts=ALL, known_on=moments[0].replace(year=2029)) == []
    assert record.store.sources(known_on=moments[0].replace(year=2029)) == []


def test_accepting_an_unknown_id_names_it_and_records_nothing(record: Record) -> None:
    """One unknown id among known ones stops all of them."""
    _, statement = received(record)
    before = list(record.store.entries())
    with pytest.raises(NotInRecord, match="01234567-unknown"):
        record.accept([statement, "01234567-unknown"])
    assert list(record.store.entries()) == before


def test_a_reference_must_be_of_the_right_kind(record: Record) -> None:
    """A source is not accepted, a verdict is not linked, an issue is not withdrawn."""
    source, statement = received(record)
    issue = record.open_issue("border", Topic.TERRITORY)
    with pytest.raises(NotInRecord, match="source received"):
        record.accept([source])
    with pytest.raises(NotInRecord, match="statement proposed"):
        record.link_statement(issue, issue)
    with pytest.raises(NotInRecord, match="issue opened"):
        record.withdraw(issue, "no")
    with pytest.raises(NotInRecord):
        record.link_statement(statement, statement)


def test_an_issue_is_opened_once_whatever_its_capitals(record: Record) -> None:
    """The same label gives the same issue, and other labels others."""
    border = record.open_issue("Border", Topic.TERRITORY)
    assert record.open_issue("bOrDER", Topic.OTHER) == border
    ports = record.open_issue("ports", Topic.OTHER)
    assert [issue.id for issue in record.store.issues()] == [border, ports]


def test_drafts_come_by_date_and_withdrawn_ones_do_not(record: Record) -> None:
    """Undated drafts come last; a withdrawn draft, with its links, can be received again."""
    issue = record.open_issue("border", Topic.TERRITORY)
    ids = {}
    for title, dated in (("c", None), ("b", date(2030, 2, 2)), ("a", date(2030, 2, 1))):
        draft = make_draft(title, [("1", "The border.")], by=None, dated=dated)
        ids[title], already = record.receive_draft(draft, sha256=title * 64, origin=f"{title}.md")
        assert not already
        record.link_point(ids[title], "1", issue, rule="words", confidence=0.5)
    assert [one.draft.title for one in record.store.drafts()] == ["a", "b", "c"]
    assert record.receive_draft(draft, sha256="a" * 64, origin="again.md") == (ids["a"], True)
    record.withdraw(ids["a"], "superseded")
    assert [one.draft.title for one in record.store.drafts()] == ["b", "c"]
    assert ids["a"] not in {link.draft_id for link in record.store.point_links()}
    new, already = record.receive_draft(draft, sha256="a" * 64, origin="again.md")
    assert (new != ids["a"], already) == (True, False)


def test_a_person_links_a_point_above_any_rule(record: Record) -> None:
    """A later rule does not undo a person's link; withdrawing that link brings the rule back."""
    border = record.open_issue("border", Topic.TERRITORY)
    ports = record.open_issue("ports", Topic.OTHER)
    draft = make_draft("a", [("1", "The border.")], by=None, dated=None)
    draft_id, _ = record.receive_draft(draft, sha256="a" * 64, origin="a.md")
    record.link_point(draft_id, "1", border, rule="words", confidence=0.5)
    by_hand = record.link_point(draft_id, "1", ports, rule="person", confidence=1.0)
    record.link_point(draft_id, "1", border, rule="words", confidence=0.9)
    [link] = record.store.point_links()
    assert (link.issue_id, link.rule) == (ports, "person")
    record.withdraw(by_hand, "wrong")
    [link] = record.store.point_links()
    assert (link.issue_id, link.confidence) == (border, 0.9)


def two_drafts(record: Record) -> tuple[str, str]:
    """Two drafts of two points each."""
    points = [("1", "The border."), ("2", "The ports.")]
    made = [make_draft(name, points, by=None, dated=None) for name in "ab"]
    return tuple(  # type: ignore[return-value]
        record.receive_draft(draft, sha256=draft.title * 64, origin="d.md")[0] for draft in made
    )


def test_a_point_may_deal_with_several_issues(record: Record) -> None:
    """It is one link, ranked among the others: a person's word first, then the latest."""
    border = record.open_issue("border", Topic.TERRITORY)
    ports = record.open_issue("ports", Topic.OTHER)
    draft_id, _ = two_drafts(record)
    record.link_point(draft_id, "1", border, rule="words", confidence=0.5)
    both = record.assign_point(
        draft_id, "1", [ports, border], rule="person", confidence=1.0, reason="merged"
    )
    record.assign_point(draft_id, "1", [border], rule="words", confidence=0.9)
    [link] = record.store.point_links()
    assert (link.issue_ids, link.rule) == ((ports, border), "person")
    record.withdraw(both, "they were not")
    [link] = record.store.point_links()
    assert (link.issue_ids, link.confidence) == ((border,), 0.9)
    with pytest.raises(NotInRecord, match="issue opened"):
        record.assign_point(
            draft_id, "1", [border, draft_id[:-8] + "0" * 8], rule="words", confidence=1
        )
    with pytest.raises(ValueError, match="at least one"):
        record.assign_point(draft_id, "1", [], rule="words", confidence=1)


def test_a_match_of_points_binds_until_it_is_taken_back(record: Record) -> None:
    """The latest word on a point counts; withdrawn, the one before it does; then none."""
    before, after = two_drafts(record)
    first = record.match_points(before, after, "1", ["2"], reason="renumbered")
    second = record.match_points(before, after, "1", [])
    record.match_points(before, after, "2", ["1", "2"])
    one, other = record.store.point_matches()
    assert (one.id, one.path, one.partners, one.reason) == (second, "1", (), None)
    assert (other.path, other.partners, other.author) == ("2", ("1", "2"), record.author)
    record.withdraw(second, "it was kept")
    assert (first, ("2",)) in [(m.id, m.partners) for m in record.store.point_matches()]
    record.withdraw(first, "not that one")
    assert [m.path for m in record.store.point_matches()] == ["2"]
    record.withdraw(before, "superseded")
    assert record.store.point_matches() == []
    with pytest.raises(NotInRecord, match="draft received"):
        record.match_points(first, after, "1", ["1"])


def test_the_latest_word_on_a_statement_and_an_issue_counts(record: Record) -> None:
    """Linked, then unlinked: there is one link, and it says no."""
    _, statement = received(record)
    issue = record.open_issue("border", Topic.TERRITORY)
    record.link_statement(statement, issue)
    assert [link.linked for link in record.store.statement_links()] == [True]
    undone = record.unlink_statement(statement, issue)
    assert [link.linked for link in record.store.statement_links()] == [False]
    record.withdraw(undone, "it is after all")
    assert [link.linked for link in record.store.statement_links()] == [True]


def test_ids_rise_and_chains_hold_even_where_the_clock_goes_back(store: Store) -> None:
    """Entries come by id in the order of writing, whatever the clock says."""
    clock = Clock(datetime(2030, 1, 2, tzinfo=UTC))
    record = Record(store, author="ada", clock=clock)
    first = record.open_issue("one", Topic.OTHER)
    clock.moment = datetime(2030, 1, 1, tzinfo=UTC)
    second = record.open_issue("two", Topic.OTHER)
    assert [entry.id for entry in store.entries()] == [first, second] == sorted([first, second])
    assert [entry.id for entry in store.entries(after=first)] == [second]
    assert verify(store).sound


def test_a_verdict_counts_even_where_the_clock_has_gone_back(store: Store) -> None:
    """It is recorded at the moment of the entry before it, so that it comes after it."""
    clock = Clock(datetime(2030, 1, 2, tzinfo=UTC))
    record = Record(store, author="ada", clock=clock)
    _, statement = received(record)
    record.accept([statement])
    clock.moment = datetime(2030, 1, 1, tzinfo=UTC)
    Record(store, author="eve", clock=clock).reject([statement], reason="no")
    assert verdict_of(record, statement) is Verdict.REJECTED
    moments = [entry.recorded_at for entry in store.entries()]
    assert moments == sorted(moments)
    assert moments[-1] == moments[-2]
    clock.moment = datetime(2030, 1, 3, tzinfo=UTC)
    record.accept([statement])
    assert list(store.entries())[-1].recorded_at.day == 3
    assert verify(store).sound


def test_an_id_is_found_by_its_end(record: Record) -> None:
    """At least eight characters; unknown and short ones are refused by name."""
    source, _ = received(record)
    assert record.resolve(source) == source
    assert record.resolve(source[-8:].upper()) == source
    with pytest.raises(RecordProblem, match="at least 8"):
        record.resolve(source[-7:])
    with pytest.raises(NotInRecord, match="00000000zz"):
        record.resolve("00000000zz")


def test_an_entry_is_kept_once(record: Record, store: Store) -> None:
    """Appending an entry that is there already is refused and changes nothing."""
    received(record)
    before = list(store.entries())
    with pytest.raises(RecordProblem):
        store.append(before[-1:])
    assert list(store.entries()) == before


def test_entries_may_refer_to_later_ones_of_the_same_import(
    record: Record, new_store: Callable[[], Store]
) -> None:
    """Merged records hold entries whose ids do not sort as they refer; missing ones are named."""
    _, statement = received(record)
    record.accept([statement])
    entries = list(record.store.entries())
    with pytest.raises(NotInRecord, match="source received"):
        new_store().append(entries[1:])
    other = new_store()
    assert other.append(reversed(entries)) == len(entries)
    assert list(other.entries()) == entries
    assert other.statements() == record.store.statements()


def test_text_that_is_not_unicode_is_refused_with_a_sentence(record: Record) -> None:
    """Half of a surrogate pair cannot be written; nothing of the reading is kept."""
    with pytest.raises(RecordProblem, match="Nothing was recorded"):
        received(record, "half a character: \ud800, and nothing more")
    assert list(record.store.entries()) == []


def test_any_text_comes_back_as_it_was(record: Record) -> None:
    """NUL, right-to-left overrides, zero-width characters and SQL are text like any other."""
    text = "\x00 \u202e \u200b '); DROP TABLE entries; -- 𝔘 é e\u0301 \r\n\u2028"
    source, _ = received(record, text)
    found = record.store.source(source)
    assert found is not None
    assert found.document.text == text
    assert verify(record.store).sound


def test_visibility_is_kept(record: Record) -> None:
    """What was received with a visibility has it, the statements of a source too."""
    document = make_document("Mira Sol said no.")
    said = make_statement(
        document, "no", speaker="Mira Sol", party=None, act=Act.REJECT, topic=Topic.OTHER
    )
    reading = make_reading(document, said)
    record.receive(reading, origin="a", reader="b", visibility="public")
    assert [one.visibility for one in record.store.sources()] == ["public"]
    assert [one.visibility for one in record.store.statements(verdicts=ALL)] == ["public"]


def test_published_briefs_are_remembered(record: Record) -> None:
    """With the two dates they were made for."""
    known_on = datetime(2030, 1, 1, 12, tzinfo=UTC)
    record.publish_brief(date(2030, 1, 1), known_on, "f" * 64, "brief.html")
    [brief] = record.store.briefs()
    assert (brief.as_of, brief.known_on, brief.name) == (date(2030, 1, 1), known_on, "brief.html")


def test_the_sample_holds_what_it_says(store: Store) -> None:
    """Other rooms' tests count on these numbers."""
    record = sample_record(store)
    counts = {verdict: len(record.store.statements(verdicts=[verdict])) for verdict in Verdict}
    assert counts == {
        Verdict.PENDING: 2,
        Verdict.ACCEPTED: 7,
        Verdict.CORRECTED: 1,
        Verdict.REJECTED: 1,
    }
    assert [issue.label for issue in store.issues()] == [
        "border",
        "ports",
        "prisoners",
        "observers",
    ]
    assert len(store.point_links()) == 8
    assert store.entry(next(store.entries()).id) == next(store.entries())
    assert next(store.entries()).kind is EntryKind.RECORD_OPENED
    assert verify(store).sound


def test_merged_names_are_one_everywhere_until_taken_back(store: Store) -> None:
    """Statements, people, meetings, proposals and drafts call a party or person by one name."""
    record = sample_record(store)
    before = record.store.statements(verdicts=ALL)
    then = before[-1].recorded_at
    party = record.merge_names(Named.PARTY, ["Southland", "South"], "Republic of the South")
    person = record.merge_names(Named.PERSON, ["Tomas Hale", "Ada Berg"], "T. Hale")
    said = store.statements(verdicts=ALL)
    assert {one.statement.holder for one in said} == {"Northland", "Republic of the South", None}
    assert {one.statement.speaker.name for one in said} == {"T. Hale", "Mira Sol", None}
    assert [one.person.name for one in store.people()] == ["T. Hale"]
    assert [one.meeting.participants for one in store.meetings()] == [("T. Hale", "Mira Sol")]
    assert [one.proposal.by for one in store.proposals()] == ["T. Hale"]
    assert {one.draft.by for one in store.drafts()} == {"T. Hale"}
    assert store.statements(verdicts=ALL, known_on=then) == before
    record.withdraw(person, "two people")
    record.withdraw(party, "not the same")
    assert store.statements(verdicts=ALL) == before
    assert store.name_merges() == []
    with pytest.raises(RecordProblem, match="no other name"):
        record.merge_names(Named.PARTY, ["South"], "South")


def test_every_author_s_own_verdict_is_kept(store: Store) -> None:
    """The later one decides; the earlier one is still found, with its author, until withdrawn."""
    clock = Clock(datetime(2030, 1, 1, tzinfo=UTC))
    ada, eve = (Record(store, author=name, clock=clock) for name in ("ada", "eve"))
    _, one = received(ada)
    _, other = received(ada, "Mira Sol said that it was not fine.")
    mine, theirs = ada.accept([one, other])
    hers = eve.reject([one], reason="misread")[0]
    assert verdict_of(ada, one) is Verdict.REJECTED
    assert [(j.id, j.author) for j in store.judgements(shared=True)] == [
        (mine, "ada"),
        (hers, "eve"),
    ]
    assert [j.id for j in store.judgements(author="ada")] == [mine, theirs]
    gone = eve.withdraw(hers, "I misread it myself")
    assert store.judgements(shared=True) == []
    assert [entry.id for entry in store.about(one)] == [mine, hers, gone]
    latest = store.latest("ada", {EntryKind.ACCEPTED})
    assert latest is not None
    assert latest.id == theirs
    assert store.latest("eve", {EntryKind.REJECTED}) is None


def test_the_latest_grade_counts_and_every_persons_is_kept(store: Store) -> None:
    """A person's new grade replaces their own; another's stands beside it; each can be undone."""
    clock = Clock(datetime(2030, 1, 1, tzinfo=UTC))
    ada, ben = (Record(store, author=name, clock=clock) for name in ("ada", "ben"))
    source, statement = received(ada)
    ada.grade(source, *grade_of("f6"), reason="not known")
    first = clock()
    ada.grade(source, *grade_of("B2"), reason="was right twice")
    last = ben.grade(source, Reliability.UNRELIABLE, Credibility.DOUBTFUL, reason="was wrong once")
    found = Gradings(store.grades()).of_source(source)
    assert [(one.author, one.code) for one in found.grades] == [("ben", "E4"), ("ada", "B2")]
    assert found.counts is not None
    assert found.counts.words == "unreliable; doubtful"
    assert Gradings(store.grades(known_on=first)).of_source(source).code == "F6"
    inherited = Gradings(store.grades()).of_statement(statement, source)
    assert (inherited.code, inherited.of_source) == ("E4", True)
    ben.grade(statement, *grade_of("A1"), reason="heard it")
    own = Gradings(store.grades()).of_statement(statement, source)
    assert (own.code, own.of_source) == ("A1", False)
    ben.withdraw(last, "too harsh")
    assert Gradings(store.grades()).of_source(source).code == "B2"


def test_what_is_no_source_and_no_statement_cannot_be_graded(record: Record) -> None:
    """An issue has no reliability, and neither has what is not in the record."""
    issue = record.open_issue("border", Topic.TERRITORY)
    for of in (issue, "nothing"):
        with pytest.raises(NotInRecord):
            record.grade(of, *grade_of("B2"), reason="so")


WIRE = (
    "The ministers left the town of Holm at dusk without a word to the reporters who had waited "
    "at the bridge since the morning, and no date was set for another round of the talks."
)


def test_copies_are_found_whatever_the_order_of_entries(
    new_store: Callable[[], Store],
) -> None:
    """A text inside a longer report is a copy, also where the report came in before it."""
    texts = ("Our reporter adds: it rained.", WIRE), (WIRE,), ("It rained in Holm all day.",)
    first = Record(new_store(), author="ada", clock=Clock(datetime(2030, 1, 1, tzinfo=UTC)))
    ids = []
    for number, paragraphs in enumerate(texts):
        document = make_document(*paragraphs)
        got = first.receive(make_reading(document), origin=f"{number}.txt", reader="test")
        ids.append(got.source_id)
    entries = list(first.store.entries())
    other = new_store()
    other.append(reversed(entries))
    for store in (first.store, other):
        [pair] = store.source_likenesses()
        assert (pair.one_id, pair.other_id) == (ids[0], ids[1])
        assert pair.likeness.containment == 1.0
        assert pair.recorded_at == entries[1].recorded_at
        assert store.source_likenesses(known_on=entries[0].recorded_at) == []
        assert not store.damage()
    before = first.store.source_likenesses()
    first.store.rebuild()
    assert first.store.source_likenesses() == before


def test_the_latest_word_on_a_pair_of_sources_counts(record: Record) -> None:
    """Whichever of the two is named first; taken back, the word before it counts again."""
    one, other = received(record)[0], received(record, "Tomas Hale said that it was not.")[0]
    record.mark_copies(one, other, copies=True)
    last = record.mark_copies(other, one, copies=False, reason="two reporters")
    [word] = record.store.copy_words()
    assert (word.one_id, word.other_id, word.copies) == (one, other, False)
    record.withdraw(last, "no")
    assert [word.copies for word in record.store.copy_words()] == [True]
