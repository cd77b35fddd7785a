"""What a record tells the reader of the next report."""

from __future__ import annotations

from datetime import UTC, datetime

from onetext.reading.who.known import known_parties, known_people
from onetext.record.statements import Person
from onetext.record.views import RecordedPerson, SourceNote, Verdict

NOW = datetime(2031, 5, 7, tzinfo=UTC)
SOURCE = SourceNote("s", "0" * 64, None, None, (), None, "report.txt", 9, 1, NOW, "team")


def recorded(name: str, party: str | None, verdict: Verdict) -> RecordedPerson:
    return RecordedPerson("p", SOURCE, Person(name, party, (), ()), verdict, NOW, "team")


def test_only_accepted_people_with_a_party_are_known() -> None:
    """What nobody has looked at does not colour the next reading."""
    people = [
        recorded("Ada Berg", "Dockers’ Union", Verdict.ACCEPTED),
        recorded("Luis Quispe", "Peru", Verdict.PENDING),
        recorded("Kim Ek", None, Verdict.ACCEPTED),
    ]
    assert known_people(people) == {"Ada Berg": "Dockers’ Union"}


def test_countries_need_not_be_told() -> None:
    """Only parties that no gazetteer has are passed on."""
    people = [
        recorded("Ada Berg", "Dockers’ Union", Verdict.ACCEPTED),
        recorded("Luis Quispe", "Peru", Verdict.ACCEPTED),
    ]
    assert known_parties(people, []) == ("Dockers’ Union",)
