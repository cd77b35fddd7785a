"""Talks that never were, of any size: sixty parties, two thousand issues, many reports.

The same seed makes the same reports, statements and drafts. Every statement speaks of one
issue in words that the drafts use for it, so that the rule links it; some speak of the text as a
whole, name a draft or speak of nothing that is at stake. Parties and issues are not spoken of
equally often: the most spoken-of cell has some thousand statements in a million.
"""

from __future__ import annotations

import hashlib
import random
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import accumulate, islice

from onetext.record.bodies import IssueOpened
from onetext.record.chain import Unsealed
from onetext.record.codec import body_value, to_json
from onetext.record.documents import Block, BlockKind, Document
from onetext.record.entries import Entry, EntryKind
from onetext.record.passages import Passage
from onetext.record.record import Record
from onetext.record.statements import (
    Act,
    Reading,
    Speaker,
    SpeakerKind,
    Statement,
    StatementKind,
    Topic,
)
from onetext.testing import Clock, make_draft
from onetext.text.drafts import Draft
from onetext.text.spans import Span

FIRST_DAY = date(2030, 1, 1)
DAYS = 730
A_SOURCE = 10  # statements
DRAFTED_ON = (0, 200, 400, 600)
PENDING_EVERY, REJECTED_EVERY, CORRECTED_EVERY, LINKED_EVERY = 50, 60, 700, 900
TOGETHER = 100  # sources in one transaction
_ONSETS = (*tuple("bdfghklmnprstvwz"), "br", "dr", "gl", "kl", "pr", "sk", "st", "tr")
_NUCLEI = ("a", "e", "i", "o", "u", "ai", "au", "ei", "ou")
_CODAS = ("l", "m", "n", "r", "s", "t", "k", "nd", "rk", "lm", "st", "sk", "rt")
_VERBS = {
    Act.ACCEPT: "accepts",
    Act.OPEN: "can talk about",
    Act.REJECT: "will never accept",
    Act.DEMAND: "insists on",
    Act.OFFER: "offers",
    Act.REPORT: "has described",
}
_TOPICS = [topic for topic in Topic if topic not in (Topic.PROCESS, Topic.BATTLEFIELD)]


@dataclass(frozen=True, slots=True)
class Matter:
    """An issue: its label, and the words that drafts and statements use for it."""

    label: str
    topic: Topic
    rare: tuple[str, ...]
    shared: tuple[str, ...]


class Talks:
    """Reports and drafts on the talks; what one method gives depends on nothing but the seed."""

    def __init__(self, *, issues: int = 2000, parties: int = 60, seed: int = 6) -> None:
        chance = random.Random(seed)  # noqa: S311 # made-up reports, no secrets
        words = _words(chance, 2 * issues + max(60, issues // 3) + parties)
        self._seed = seed
        self.parties = [f"{words.pop().capitalize()}land" for _ in range(parties)]
        common = [words.pop() for _ in range(max(60, issues // 3))]
        self.matters = [
            Matter(f"{one} and {other}", chance.choice(_TOPICS), (one, other), tuple(shared))
            for one, other, shared in (
                (words.pop(), words.pop(), chance.sample(common, 4)) for _ in range(issues)
            )
        ]
        self._common = common
        self._party_odds = _odds(parties)
        self._matter_odds = _odds(issues)

    def drafts(self) -> list[Draft]:
        """Four drafts on all issues; each rewords a third of the points of the one before."""
        chance = random.Random(self._seed + 1)  # noqa: S311 # made-up talks
        wordings = [self._wording(chance, matter) for matter in self.matters]
        found = []
        for number, day in enumerate(DRAFTED_ON, start=1):
            if number > 1:
                for place in chance.sample(range(len(wordings)), len(wordings) // 3):
                    wordings[place] = self._wording(chance, self.matters[place])
            points = [(str(place), words) for place, words in enumerate(wordings, start=1)]
            name = ("Harbour", "Lantern", "Meadow", "Quarry")[number - 1]
            dated = FIRST_DAY + timedelta(day)
            found.append(make_draft(f"The {name} draft", points, by="Ada Berg", dated=dated))
        return found

    def readings(self, sources: int) -> Iterator[Reading]:
        """A reading of `A_SOURCE` statements for each of so many sources, in order of time."""
        for number in range(sources):
            chance = random.Random(f"{self._seed}:{number}")  # noqa: S311 # made-up talks
            yield self._reading(chance, number, FIRST_DAY + timedelta(DAYS * number // sources))

    def _wording(self, chance: random.Random, matter: Matter) -> str:
        telling = [*matter.rare, *matter.shared[:3]]
        chance.shuffle(telling)
        return f"The parties shall see to the {' and the '.join(telling)} within a year."

    def _reading(self, chance: random.Random, number: int, day: date) -> Reading:
        title = f"Dispatch {number} from the talks"
        text, blocks = title, [Block(BlockKind.HEADLINE, 0, len(title))]
        drawn = []
        parties = chance.choices(self.parties, cum_weights=self._party_odds, k=A_SOURCE)
        matters = chance.choices(self.matters, cum_weights=self._matter_odds, k=A_SOURCE)
        for party, matter in zip(parties, matters, strict=True):
            act = chance.choice(tuple(_VERBS))
            content = f"{party} {_VERBS[act]} {self._said(chance, matter)}"
            start = len(text) + 2
            speaker = f"Envoy {chance.randrange(1, 9)} of {party}"
            text += f"\n\n{speaker} said that {content}."
            blocks.append(Block(BlockKind.PARAGRAPH, start, len(text)))
            drawn.append((start, speaker, party, act, matter, content))
        words = text.count(" ") + A_SOURCE + 1
        document = Document(
            hashlib.sha256(text.encode()).hexdigest(),
            title,
            chance.choice(("The Courier", "The Gazette", "Lune Radio", "The Observer")),
            (chance.choice(("LPA", "NNS")),),
            (),
            day,
            "en",
            words,
            max(1, round(words / 220)),
            text,
            tuple(blocks),
        )
        statements = tuple(_statement(chance, text, day, *one) for one in drawn)
        return Reading(document, statements, (), (), (), ())

    def _said(self, chance: random.Random, matter: Matter) -> str:
        kind = chance.random()
        if kind < 0.03:
            return "the plan of the mediator"
        if kind < 0.06:
            return f"what was heard on {chance.choice(self._common)} lately"
        one, two = chance.sample(matter.shared, 2)
        named = "the Meadow draft words it on " if kind < 0.09 else ""
        condition = " if others do" if kind > 0.9 else ""
        return f"{named}the {chance.choice(matter.rare)} with {one} and {two}{condition}"


@dataclass(frozen=True, slots=True)
class Step:
    """What was kept in one step: what it was, how many entries, and in how many seconds."""

    what: str
    entries: int
    seconds: float


def fill(record: Record, clock: Clock, talks: Talks, sources: int) -> Iterator[Step]:
    """Keep the drafts and so many reports, with verdicts, and tell of each step.

    Nearly all statements are accepted by a rule; some are rejected, corrected, left pending
    or linked to an issue by hand. What is kept is made before the clock of a step starts.
    """
    issues = [Unsealed(EntryKind.ISSUE_OPENED, _issue(one)) for one in talks.matters]
    written = record.store.write(issues, author=record.author, recorded_at=clock())
    ids = [entry.id for entry in written]
    drafts = deque(zip(DRAFTED_ON, talks.drafts(), strict=True))
    readings = talks.readings(sources)
    count, latest = 0, ids[-1]
    judged: list[str] = []
    while together := list(islice(readings, TOGETHER)):
        day = together[-1].document.published or FIRST_DAY
        while drafts and FIRST_DAY + timedelta(drafts[0][0]) <= day:
            clock.moment = _morning(FIRST_DAY + timedelta(drafts[0][0]))
            draft = drafts.popleft()[1]
            yield _timed("drafts", 1 + len(ids), partial(_keep_draft, record, draft, ids))
        clock.moment = max(clock.moment, _morning(day))
        yield _timed("reports", len(together) * (1 + A_SOURCE), partial(_keep, record, together))
        there = record.store.entries(after=latest)
        kept = [one for one in there if one.kind is EntryKind.STATEMENT_PROPOSED]
        accepted = _judge(record, kept, ids, count)
        rule = "confidence of at least 0.9"
        accept = partial(record.accept, accepted, rule=rule)
        yield _timed("verdicts", len(accepted), partial(_into, judged, accept))
        latest = judged.pop()
        count += len(kept)


def _judge(record: Record, kept: list[Entry], issues: list[str], count: int) -> list[str]:
    """Judge some of the statements one by one; what is left to accept. `count` came before."""
    accepted = []
    for place, entry in enumerate(kept, start=count):
        if place % PENDING_EVERY == 0:
            continue
        if place % REJECTED_EVERY == 1:
            record.reject([entry.id], reason="It is not about the talks")
        elif place % CORRECTED_EVERY == 2:
            said: Statement = body_value(entry.kind, entry.body).statement
            record.correct(entry.id, replace(said, act=Act.REJECT), "They reject it")
        else:
            accepted.append(entry.id)
        if place % LINKED_EVERY == 3:
            record.link_statement(entry.id, issues[place % len(issues)])
    return accepted


def _into(found: list[str], work: Callable[[], list[str]]) -> None:
    found.extend(work())


def _keep(record: Record, readings: list[Reading]) -> None:
    with record.batch():
        for one in readings:
            record.receive(one, origin=f"{one.document.title}.txt", reader="made up")


def _keep_draft(record: Record, draft: Draft, issues: Sequence[str]) -> None:
    digest = hashlib.sha256(draft.text.encode()).hexdigest()
    with record.batch():
        draft_id, _ = record.receive_draft(draft, sha256=digest, origin=f"{draft.title}.md")
        for point, issue in zip(draft.points, issues, strict=True):
            record.link_point(draft_id, point.path, issue, rule="wording", confidence=0.9)


def _issue(matter: Matter) -> dict[str, object]:
    return to_json(IssueOpened(matter.label, matter.topic))


def _timed(what: str, entries: int, work: Callable[[], object]) -> Step:
    start = time.perf_counter()
    work()
    return Step(what, entries, time.perf_counter() - start)


def _morning(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=9)


def _statement(
    chance: random.Random,
    text: str,
    day: date,
    start: int,
    speaker: str,
    party: str,
    act: Act,
    matter: Matter,
    content: str,
) -> Statement:
    at = text.index(content, start)
    said = start + len(speaker) + 1
    return Statement(
        content=(Passage.of(text, Span(at, at + len(content))),),
        cue=Passage.of(text, Span(said, said + len("said"))),
        source=Passage.of(text, Span(start, start + len(speaker))),
        speaker=Speaker(speaker, SpeakerKind.GOVERNMENT, f"envoy of {party}", party),
        holder=party,
        kind=StatementKind.INDIRECT,
        act=act,
        target=None,
        topic=matter.topic if chance.random() < 0.6 else Topic.OTHER,
        said_on=day - timedelta(chance.randrange(3)) if chance.random() < 0.5 else None,
        venue=None,
        addressee=None,
        via=(),
        confidence=round(chance.uniform(0.6, 1.0), 2),
    )


def _words(chance: random.Random, number: int) -> list[str]:
    """So many made-up words of two or three syllables, no two the same."""
    found: dict[str, None] = {}
    while len(found) < number:
        syllables = chance.randrange(2, 4)
        word = "".join(chance.choice(_ONSETS) + chance.choice(_NUCLEI) for _ in range(syllables))
        found[word + chance.choice(_CODAS)] = None
    return list(found)


def _odds(number: int) -> list[float]:
    """Cumulative weights: the first come up more often, but none hardly ever."""
    return list(accumulate(1 / (place + 10) for place in range(number)))
