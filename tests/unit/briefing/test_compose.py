"""What a brief says, on the sample record of talks that never were."""

from __future__ import annotations

from datetime import date

from onetext.briefing.brief import Brief, Cell
from onetext.briefing.compose import compose
from onetext.record.record import Record
from onetext.record.statements import Act, Meeting, MeetingStatus, Reading, Topic
from onetext.record.views import Verdict
from onetext.testing import make_document, make_statement, passage_of, sample_record


def brief(as_of: date = date(2030, 3, 12), since: date | None = None) -> Brief:
    return compose(sample_record().store, as_of=as_of, since=since)


def test_every_citation_names_a_listed_source() -> None:
    """Numbers run from 1 without gaps, and nothing cites a number that is not in the list."""
    made = brief()
    listed = [source.number for source in made.sources]
    assert listed == list(range(1, len(listed) + 1))
    claims = (made.headline, *made.key_points, *made.changes, *made.open_matters)
    quotes = [quote for _, group in made.quotes for quote in group]
    events = (*made.held, *made.ahead)
    citations = [
        *(claim.citations for claim in claims),
        *(quote.citations for quote in quotes),
        *(event.citations for event in events),
    ]
    assert {number for numbers in citations for number in numbers} <= set(listed)
    assert all(claim.citations for claim in (made.headline, *made.key_points, *made.changes))


def test_every_quotation_stands_in_a_source() -> None:
    """The words of every quote stand, to the letter, in a source of the record."""
    record = sample_record()
    texts = [source.document.text for source in record.store.sources()]
    made = compose(record.store, as_of=date(2030, 3, 12))
    cells = [cell for _, row in made.rows for cell in row]
    quotes = [q for _, group in made.quotes for q in group] + [q for c in cells for q in c.quotes]
    assert quotes
    for quote in quotes:
        for words in quote.words.split(" … "):
            assert any(words in text for text in texts)


def test_the_headline_names_what_divides_the_parties() -> None:
    """On 3 March Southland rejects the border and Northland accepts it: that is the headline."""
    made = brief(as_of=date(2030, 3, 3))
    assert made.headline.text.startswith("border: ")
    assert "Southland rejects" in made.headline.text
    assert "Northland accepts" in made.headline.text


def test_what_is_pending_or_rejected_is_not_in_the_brief() -> None:
    """The rejected remark on the weather and the pending one on fees appear nowhere."""
    made = brief()
    words = [quote.words for _, group in made.quotes for quote in group]
    words += [q.words for _, row in made.rows for cell in row for q in cell.quotes]
    assert not any("weather" in told or "fee in any port" in told for told in words)
    assert made.matrix.pending == 2


def test_a_move_since_a_date_is_told_from_which_stance_to_which() -> None:
    """Southland rejected the border on 3 March and accepts it from 6 March."""
    texts = [claim.text for claim in brief(since=date(2030, 3, 4)).changes]
    assert "Southland on border: rejects → accepts (2030-03-06)." in texts
    assert any(text.startswith("New draft: Second draft (2030-03-10") for text in texts)


def test_a_second_brief_tells_what_changed_since_the_first() -> None:
    """A brief published for 4 March is where the next one starts."""
    record = sample_record()
    first = compose(record.store, as_of=date(2030, 3, 4))
    record.publish_brief(
        as_of=date(2030, 3, 4), known_on=first.known_on, sha256="0" * 64, name="brief.html"
    )
    second = compose(record.store, as_of=date(2030, 3, 12))
    assert second.follows_a_brief
    assert second.since == date(2030, 3, 4)


def test_a_late_leak_shows_as_a_change_since_the_last_brief() -> None:
    """Words of 3 March that were recorded after the brief of 4 March are news in the next."""
    record = sample_record()
    first = compose(record.store, as_of=date(2030, 3, 12))
    record.publish_brief(
        as_of=date(2030, 3, 12), known_on=first.known_on, sha256="0" * 64, name="brief.html"
    )
    document = make_document(
        "Tomas Hale said that Northland rejects any joint force of observers.",
        published=date(2030, 3, 3),
    )
    leak = make_statement(
        document,
        "Northland rejects any joint force of observers",
        speaker="Tomas Hale",
        party="Northland",
        act=Act.REJECT,
        topic=Topic.CEASEFIRE,
    )
    record.receive(Reading(document, (leak,), (), (), (), ()), origin="leak.txt", reader="by hand")
    pending = record.store.statements(verdicts=(Verdict.PENDING,))
    record.accept([s.id for s in pending if s.source.origin == "leak.txt"])
    later = compose(record.store, as_of=date(2030, 3, 13))
    assert any(
        claim.text.startswith("Northland on observers: no evidence → rejects")
        for claim in later.changes
    )


def test_reports_of_one_meeting_are_one_event_with_all_sources() -> None:
    """Two reports of a meeting on the same day in the same place are told once."""
    record = sample_record()
    document = make_document("Ada Berg met both ministers in Holm.", published=date(2030, 3, 12))
    held = Meeting(
        "Ada Berg and both ministers",
        "Holm",
        "2030-03-11",
        ("Ada Berg",),
        MeetingStatus.HELD,
        passage_of(document.text, "Ada Berg met both ministers in Holm"),
    )
    record.receive(Reading(document, (), (), (), (held,), ()), origin="holm.txt", reader="by hand")
    made = compose(record.store, as_of=date(2030, 3, 12))
    [event] = made.held
    assert (event.on, event.place, event.status) == (date(2030, 3, 11), "Holm", "held")
    assert len(event.citations) == 2
    assert not made.ahead


def test_a_meeting_to_come_stands_ahead() -> None:
    """On 9 March the meeting in Holm on 11 March is planned; nothing claims it was held."""
    made = brief(as_of=date(2030, 3, 9))
    assert [event.status for event in made.ahead] == ["planned"]
    assert not made.held


def test_what_is_not_public_is_marked() -> None:
    """The sample's sources are for the team only, and the brief says so."""
    assert brief().confined


def test_a_plan_whose_day_has_passed_is_not_told_as_held() -> None:
    """On 12 March the meeting planned for 11 March stands as planned and not reported as held."""
    [event] = brief(as_of=date(2030, 3, 12)).held
    assert event.status == "planned, not reported as held"


def test_the_table_leaves_out_whoever_and_whatever_has_no_position() -> None:
    """An issue nobody spoke about has no row; it is named beside the table instead."""
    made = brief(as_of=date(2030, 3, 5))
    assert "observers" in made.unspoken
    assert "observers" not in [label for label, _ in made.table]
    assert set(made.voices) == {"Northland", "Southland"}


def test_syndicated_copies_are_quoted_once_with_all_their_sources() -> None:
    """The same words in a second outlet add a source to the quote, not a second quote."""
    record = sample_record()
    said = "Northland accepted the river Lune as the border"
    document = make_document(
        f"Tomas Hale said that {said}.", publisher="Southland Radio", published=date(2030, 3, 3)
    )
    copy = make_statement(
        document,
        said,
        speaker="Tomas Hale",
        party="Northland",
        act=Act.ACCEPT,
        topic=Topic.TERRITORY,
        said_on=date(2030, 3, 2),
    )
    record.receive(Reading(document, (copy,), (), (), (), ()), origin="copy.txt", reader="by hand")
    pending = record.store.statements(verdicts=(Verdict.PENDING,))
    record.accept([s.id for s in pending if s.source.origin == "copy.txt"])
    made = compose(record.store, as_of=date(2030, 3, 3))
    [quote] = [q for _, group in made.quotes for q in group if q.words == said]
    assert len(quote.citations) == 2


def add(record: Record, words: str, act: Act, day: date, outlet: str) -> None:
    """One more accepted statement of Southland, in a report of its own."""
    document = make_document(f"Mira Sol said that {words}.", publisher=outlet, published=day)
    statement = make_statement(
        document, words, speaker="Mira Sol", party="Southland", act=act, topic=Topic.TERRITORY
    )
    record.receive(Reading(document, (statement,), (), (), (), ()), origin=outlet, reader="by hand")
    pending = record.store.statements(verdicts=(Verdict.PENDING,))
    record.accept([s.id for s in pending if s.source.origin == outlet])


def outlets(made: Brief, citations: tuple[int, ...]) -> set[str | None]:
    return {source.publisher for source in made.sources if source.number in citations}


def southland_on_the_border(made: Brief) -> Cell:
    cells = [cell for _, row in made.rows for cell in row]
    return next(c for c in cells if (c.party, c.issue) == ("Southland", "border"))


def test_a_claim_cites_what_decides_the_position_and_not_what_came_after() -> None:
    """A later refusal to comment leaves the rejection standing, and the rejection is cited."""
    record = sample_record()
    add(record, "the border along the Lune is rejected", Act.REJECT, date(2030, 3, 8), "Gazette")
    add(record, "she declined to comment on the border", Act.REPORT, date(2030, 3, 9), "Herald")
    made = compose(record.store, as_of=date(2030, 3, 9))
    cell = southland_on_the_border(made)
    assert cell.stance == "rejects"
    assert outlets(made, cell.citations) == {"Gazette"}
    assert outlets(made, made.headline.citations) >= {"Gazette"}
    assert "Herald" not in outlets(made, made.headline.citations)


def test_a_contradiction_is_contested_and_cites_both_sides() -> None:
    """Accepted and rejected on one day: the brief does not say that nothing is contested."""
    record = sample_record()
    add(record, "the border along the Lune is accepted", Act.ACCEPT, date(2030, 3, 8), "Gazette")
    add(record, "the border along the Lune is rejected", Act.REJECT, date(2030, 3, 8), "Herald")
    made = compose(record.store, as_of=date(2030, 3, 9))
    cell = southland_on_the_border(made)
    assert cell.stance == "contradictory"
    assert outlets(made, cell.citations) == {"Gazette", "Herald"}
    told = [made.headline.text, *(claim.text for claim in made.key_points)]
    assert any("Southland is reported in contradictory ways" in text for text in told)


def test_the_first_days_of_the_calendar_have_a_brief_too() -> None:
    """Two weeks before the first day there is nothing, and nothing breaks."""
    assert compose(sample_record().store, as_of=date(1, 1, 2)).since == date.min
