"""An issue through the drafts: its wordings in order of time, and what each draft did to them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.positions.history import history
from onetext.positions.history_shapes import history_shape
from onetext.positions.intake import take_in
from onetext.positions.issue_list import issue_list
from onetext.positions.versions import History
from onetext.record.record import Record
from onetext.record.statements import Act
from onetext.testing import Clock, MemoryStore
from onetext.text.comparing import Change
from onetext.text.parse import parse_draft
from onetext.text.word_changes import Edit

START = date(2030, 3, 1)
FIRST = """---
issues: {1: Border, 2: Ports, 3: Prisoners}
---

1. The border between Northland and Southland follows the river Lune from its spring to the sea.

2. The ports of Southland are open to [all] ships of Northland. Every ship pays the harbour dues
that ships of Southland pay.

3. All prisoners of war are exchanged within thirty days of the signature.
"""
RENUMBERED = """
1. All prisoners of war are exchanged within thirty days of the signature.

2. The border between Northland and Southland follows the river Lune from its spring to the sea.

3. The ports of Southland are open to [all] ships of Northland. Every ship pays the harbour dues
that ships of Southland pay.
"""
SPLIT = """
1. All prisoners of war are exchanged within thirty days of the signature.

2. The border between Northland and Southland follows the river Lune from its spring to the sea.

3. The ports of Southland are open to all ships of Northland.

4. Every ship pays the harbour dues that ships of Southland pay.
"""
WITHOUT_PORTS = """
1. All prisoners of war are exchanged within thirty days of the signature.

2. The border between Northland and Southland follows the old road from the hills to the sea.
"""


class Talks:
    """A record into which drafts come a day apart, as `onetext text add` takes them in."""

    def __init__(self) -> None:
        self.clock = Clock(datetime(2030, 3, 1, 9, tzinfo=UTC))
        self.record = Record(MemoryStore(), author="desk", clock=self.clock)
        self.record.opened("Talks")
        self.days = 0

    def add(self, text: str, day: int | None = None) -> str:
        self.days += 1
        at = self.days if day is None else day
        self.clock.moment += timedelta(days=1)
        draft = replace(
            parse_draft(text, title=f"Draft {self.days}"),
            by="Ada Berg",
            dated=START + timedelta(days=at),
            language="en",
        )
        digest = hashlib.sha256(f"{self.days}{text}".encode()).hexdigest()
        return take_in(self.record, draft, sha256=digest, origin="d.md").draft_id

    def listed(self, day: int) -> list[tuple[str, int, str | None]]:
        """Every issue as of a day: its label, how many drafts word it, which changed it last."""
        lines = issue_list(self.record.store, as_of=START + timedelta(days=day))
        return [
            (
                one.issue.label,
                len(one.drafts),
                one.changed.draft.draft.title if one.changed else None,
            )
            for one in lines
        ]

    def of(self, label: str, *, day: int = 99, **asked: Any) -> History:
        [issue] = [one for one in self.record.store.issues() if one.label == label]
        return history(self.record.store, issue, as_of=START + timedelta(days=day), **asked)


def talks(*texts: str) -> Talks:
    made = Talks()
    for text in texts:
        made.add(text)
    return made


def paths(found: History) -> list[tuple[str, ...]]:
    return [tuple(point.path for point in version.points) for version in found.versions]


def test_a_renumbered_point_keeps_its_issue_and_its_words() -> None:
    """The lineage says where it stands now, and that no word changed."""
    found = talks(FIRST, RENUMBERED).of("Ports")
    assert paths(found) == [("2",), ("3",)]
    since = found.versions[1].since
    assert since is not None
    assert since.changed_share_pct == 0
    assert [(one.before, one.after) for one in since.points] == [(("2",), ("3",))]


def test_a_split_point_gives_its_issue_to_both_parts() -> None:
    """Both parts word the issue, which is not reworded by that."""
    found = talks(FIRST, SPLIT).of("Ports")
    assert paths(found) == [("2",), ("3", "4")]
    since = found.versions[1].since
    assert since is not None
    assert since.changed_share_pct == 0
    assert [one.change for one in since.points] == [Change.SPLIT]


def test_a_merged_point_has_the_issues_of_both() -> None:
    """The issue with most words first; the lineage of the other tells of it, too."""
    merged = SPLIT.replace("of the signature.\n\n2. The", "of the signature. The")
    made = talks(SPLIT.replace("\n1.", "---\nissues: {1: Prisoners, 2: Border}\n---\n\n1."), merged)
    [link] = [one for one in made.record.store.point_links() if one.others]
    assert link.path == "1"
    for label, other in (("Border", "Prisoners"), ("Prisoners", "Border")):
        found = made.of(label)
        assert paths(found)[1] == ("1",)
        assert [issue.label for issue in found.versions[1].also] == [other]
        since = found.versions[1].since
        assert since is not None
        assert since.changed_share_pct == 0
        assert [one.change for one in since.points] == [Change.MERGED]


def test_a_draft_that_does_not_deal_with_the_issue_is_a_gap() -> None:
    """It is told as such; before the first wording there is nothing to miss."""
    made = talks(WITHOUT_PORTS, FIRST, WITHOUT_PORTS, RENUMBERED)
    found = made.of("Ports")
    assert [version.wording is not None for version in found.versions] == [True, False, True]
    assert found.versions[2].since is not None
    assert history_shape(found)["versions"][1]["deals_with_it"] is False


def test_the_draft_that_closed_a_bracket_is_told_with_what_survived() -> None:
    """The bracket around "all" is open in the first draft and gone in the second."""
    found = talks(FIRST, SPLIT).of("Ports")
    assert [len(version.brackets) for version in found.versions] == [1, 0]
    since = found.versions[1].since
    assert since is not None
    [bracket] = since.brackets
    assert bracket.settled_as == "all"
    told = history_shape(found)["versions"][1]["since"]["brackets"]
    assert [(one["before"], one["settled_as"]) for one in told] == [("[all]", "all")]


def test_the_words_that_changed_are_told() -> None:
    """Put in and taken out, between one wording and the next."""
    since = talks(FIRST, WITHOUT_PORTS).of("Border").versions[1].since
    assert since is not None
    words = {edit: " ".join(r.text for r in since.words if r.edit is edit) for edit in Edit}
    assert "river Lune" in words[Edit.TAKEN_OUT]
    assert "old road" in words[Edit.PUT_IN]
    assert 0 < since.changed_share_pct < 100


def test_a_person_s_match_binds_and_its_withdrawal_undoes_it() -> None:
    """The border did not become point 2, she says; taken back, it did."""
    made = Talks()
    first, second = made.add(FIRST), made.add(RENUMBERED)

    def fate() -> list[tuple[str, bool]]:
        since = made.of("Border").versions[1].since
        assert since is not None
        return [(one.change, one.corrected) for one in since.points]

    before = fate()
    entry = made.record.match_points(first, second, "1", (), reason="another border")
    assert ("dropped", True) in fate()
    made.record.withdraw(entry, "it was the same")
    assert fate() == before == [("kept", False)]


def test_a_person_s_issue_binds_and_its_withdrawal_undoes_it() -> None:
    """Point 3 is about prisoners, he says; taken back, it is about the ports again."""
    made = Talks()
    made.add(FIRST)
    second = made.add(RENUMBERED)
    prisoners = next(i.id for i in made.record.store.issues() if i.label == "Prisoners")
    entry = made.record.assign_point(
        second, "3", [prisoners], rule="person", confidence=1, reason="misread"
    )
    assert paths(made.of("Prisoners")) == [("3",), ("1", "3")]
    assert paths(made.of("Ports")) == [("2",), ()]
    made.record.withdraw(entry, "no")
    assert paths(made.of("Prisoners")) == [("3",), ("1",)]
    assert paths(made.of("Ports")) == [("2",), ("3",)]


def test_statements_are_counted_by_the_wording_that_they_are_about(desk: Any) -> None:
    """The one in force on their day; one that names an older draft is about that."""
    desk.draft("Second draft", date(2030, 2, 5), {"border": "The border follows the old road."})
    for words, day in (
        ("it accepts the border along the river", date(2030, 2, 1)),
        ("it accepts the border along the road", date(2030, 2, 9)),
        ("it accepts the border of the first draft", date(2030, 2, 9)),
        ("it accepts the border", date(2029, 12, 1)),
    ):
        desk.says("Northland", words, Act.ACCEPT, day)
    border = next(issue for issue in desk.store.issues() if issue.label == "border")
    found = history(desk.store, border, as_of=date(2030, 3, 1))
    assert [version.statements for version in found.versions] == [2, 1]
    assert found.earlier == 1


def test_the_list_tells_how_many_drafts_word_an_issue_and_when_it_changed() -> None:
    """Renumbering is no change; an issue that was never reworded has none."""
    made = talks(FIRST, RENUMBERED, WITHOUT_PORTS)
    lines = {
        line.issue.label: line
        for line in issue_list(made.record.store, as_of=START + timedelta(days=9))
    }
    assert {label: len(line.drafts) for label, line in lines.items()} == {
        "Border": 3,
        "Ports": 2,
        "Prisoners": 3,
    }
    changed = lines["Border"].changed
    assert changed is not None
    assert changed.draft.draft.title == "Draft 3"
    assert lines["Ports"].changed is lines["Prisoners"].changed is None


TEXTS = st.lists(st.sampled_from([FIRST, RENUMBERED, SPLIT, WITHOUT_PORTS]), min_size=1, max_size=3)


@settings(max_examples=10, deadline=None)
@given(before=TEXTS, after=TEXTS)
def test_a_later_draft_never_changes_the_lineage_as_of_an_earlier_day(
    before: list[str], after: list[str]
) -> None:
    """Nor as known on an earlier moment, whatever its date."""
    made = talks(*before)
    labels = [issue.label for issue in made.record.store.issues()]
    day, moment = made.days, made.clock.moment
    as_of = [made.of(label, day=day).versions for label in labels]
    before_any = made.listed(day)
    known = [made.of(label, known_on=moment).versions for label in labels]
    for text in after:
        made.add(text)
    made.add(SPLIT, day=0)
    assert [made.of(label, known_on=moment).versions for label in labels] == known
    later = Talks()
    for text in (*before, *after):
        later.add(text)
    then = [
        [(v.draft.draft.title, v.wording.text if v.wording else None) for v in versions]
        for versions in as_of
    ]
    assert [seen(later.of(label, day=day)) for label in labels] == then
    assert later.listed(day) == before_any


def seen(found: History) -> list[tuple[str, str | None]]:
    return [(v.draft.draft.title, v.wording.text if v.wording else None) for v in found.versions]


@settings(max_examples=6, deadline=None)
@given(order=st.permutations([0, 1, 2]))
def test_renumbering_changes_nothing(order: list[int]) -> None:
    """The points of the first draft in any order: each issue keeps its words, none is reworded."""
    points = [part.partition(". ")[2] for part in FIRST.split("---\n\n")[1].strip().split("\n\n")]
    text = "\n\n".join(f"{number}. {points[at]}" for number, at in enumerate(order, 1))
    made = talks(FIRST, text)
    for label in ("Border", "Ports", "Prisoners"):
        since = made.of(label).versions[1].since
        assert since is not None, label
        assert since.changed_share_pct == 0
        assert [one.change for one in since.points] in ([Change.KEPT], [Change.MOVED])


CORRECTIONS = st.lists(
    st.tuples(
        st.sampled_from(["1", "2", "3"]),
        st.sets(st.sampled_from(["1", "2", "3", "4"]), max_size=2).map(sorted),
        st.sampled_from(["1", "2", "3", "4"]),
        st.sampled_from([0, 1, 2]),
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda one: one[0],
)


@settings(max_examples=10, deadline=None)
@given(said=CORRECTIONS)
def test_corrections_taken_back_leave_every_lineage_as_it_was(
    said: list[tuple[str, list[str], str, int]],
) -> None:
    """Whatever was said of points and issues: after the withdrawals nothing of it is left."""
    made = Talks()
    first, second = made.add(FIRST), made.add(SPLIT)
    labels = ["Border", "Ports", "Prisoners"]
    before = [made.of(label).versions for label in labels]
    issues = [issue.id for issue in made.record.store.issues()]
    entries = []
    taken: set[str] = set()
    for path, partners, point, issue in said:
        free = [partner for partner in partners if partner not in taken]
        taken.update(free)
        entries.append(made.record.match_points(first, second, path, free))
        entries.append(
            made.record.assign_point(second, point, [issues[issue]], rule="person", confidence=1)
        )
    changed = [made.of(label).versions for label in labels]
    decided = {
        path: tuple(partners)
        for versions in changed
        for version in versions
        for change in (version.since.points if version.since else ())
        if change.corrected
        for path, partners in [(path, change.after) for path in change.before]
    }
    matched = {match.path: match.partners for match in made.record.store.point_matches()}
    assert all(matched[path] == partners for path, partners in decided.items() if path in matched)
    for entry in entries:
        made.record.withdraw(entry, "taken back")
    assert [made.of(label).versions for label in labels] == before
