"""The shortcut past issues that share no word leaves every link as it was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from onetext.positions.issue_words import Said
from onetext.positions.linking import Linker
from onetext.positions.wordings import wordings
from onetext.record.statements import Act, Statement, Topic
from onetext.record.views import Issue, PointLink, RecordedDraft
from onetext.testing import make_document, make_draft, make_statement

MOMENT = datetime(2030, 1, 1, tzinfo=UTC)
WORDS = ("border", "river", "ports", "ships", "Holm", "fee", "the", "plan", "prisoners", "30")
some_words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
topics = st.sampled_from([Topic.TERRITORY, Topic.CEASEFIRE, Topic.OTHER, Topic.PROCESS])


class Thorough(Linker):
    """Looks at every issue, as the rule reads."""

    def _worth_a_look(self, statement: Statement, said: Said) -> list[int]:
        return list(range(len(self.issues)))


def made(
    labels: Sequence[tuple[str, Topic]], points: Sequence[tuple[str, int]], languages: Sequence[str]
) -> tuple[list[Issue], list[RecordedDraft], list[PointLink]]:
    issues = [Issue(f"i{n}", label, topic, MOMENT) for n, (label, topic) in enumerate(labels)]
    drafts, links = [], []
    for number, language in enumerate(languages):
        texts = [(str(place), words) for place, (words, _) in enumerate(points, 1)]
        draft = make_draft(f"Plan {number}", texts, by=None, dated=date(2030, 1, 1))
        object.__setattr__(draft, "language", language)
        drafts.append(RecordedDraft(f"d{number}", draft, "test", MOMENT, "team"))
        links += [
            PointLink(f"d{number}", path, issues[to % len(issues)].id, "rule", 1.0)
            for (path, _), (_, to) in zip(texts, points, strict=True)
        ]
    return issues, drafts, links


@given(
    st.lists(st.tuples(some_words, topics), min_size=1, max_size=6),
    st.lists(st.tuples(some_words, st.integers(0, 9)), max_size=6),
    st.lists(st.sampled_from(["en", "de-AT", "xx"]), min_size=1, max_size=2),
    some_words,
    topics,
)
def test_an_issue_without_a_shared_word_is_passed_by_and_never_missed(
    labels: list[tuple[str, Topic]],
    points: list[tuple[str, int]],
    languages: list[str],
    words: str,
    topic: Topic,
) -> None:
    """The same issues, in the same order, by the same rules, words and confidence."""
    issues, drafts, links = made(labels, points, languages)
    document = make_document(f"Mira Sol accepted {words}.")
    said = make_statement(
        document, words, speaker="Mira Sol", party="Southland", act=Act.ACCEPT, topic=topic
    )
    found = wordings(drafts, links)
    due = Thorough(issues, drafts, found).links(said)
    assert Linker(issues, drafts, found).links(said) == due
