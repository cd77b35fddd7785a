"""From a document to a reading: statements with their speakers, people, meetings, proposals."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onetext.reading.acts import act_of, addressee_of, target_of, topic_of, venue_of, via_of
from onetext.reading.attributions import Attribution, Tagger
from onetext.reading.dates import carry, said_on
from onetext.reading.events.meetings import find_meetings
from onetext.reading.events.proposals import find_proposals
from onetext.reading.nested import inner_stances
from onetext.reading.quotation import kind_of, quotations
from onetext.reading.sentences import sentence_at
from onetext.reading.stage import Stage, set_stage
from onetext.reading.who.affiliation import party_mentions, with_parties
from onetext.reading.who.bodies import acronyms_of, owners_of
from onetext.reading.who.cast import people_of
from onetext.reading.who.dialogue import Spoken, mentions_of, pronoun_mentions, who_speaks
from onetext.reading.who.nearness import Company
from onetext.reading.who.pronouns import pronouns_in
from onetext.reading.who.sides import sides_in
from onetext.reading.who.surroundings import Surroundings
from onetext.reading.wholes import whole
from onetext.record.documents import Document
from onetext.record.passages import Passage
from onetext.record.statements import Person, Reading, Statement, StatementKind
from onetext.text.spans import Span

ASKED = re.compile(r"(?:when\s+|if\s+|being\s+)?asked\b", re.IGNORECASE)
NO_ANSWER = re.compile(
    r"(?:did|do|does|has|have|had)(?:\s+not|n[’']t)(?:\s+immediately)?\s+"
    r"(?:responded|respond|replied|reply|returned|return|answered|answer)\b"
)
POINTING = frozenset(
    [
        "this",
        "that",
        "these",
        "those",
        "it",
        "something",
        "anything",
        "nothing",
        "so",
        "what",
        "which",
    ]
)


def read_document(
    document: Document,
    *,
    tagger: Tagger,
    known_parties: Sequence[str] = (),
    known_people: Mapping[str, str] | None = None,
) -> Reading:
    """Read a document.

    Args:
        document: what is read; its furniture and credits are left alone.
        tagger: finds which words are said, and by which words that is told.
        known_parties: names of parties that are no country or well-known body; those that
            the document itself shows are found without it.
        known_people: name of a person -> the party that the record knows them to speak for;
            what the document itself says of a person goes before it.
    """
    stage = set_stage(document)
    blocks = [scene.block.span for scene in stage.scenes]
    inside = [one for one in tagger.tag(document.text, blocks) if _inside(one, blocks)]
    tagged = whole(document.text, blocks, inside)
    parties = tuple(dict.fromkeys((*known_parties, *sides_in(document.text))))
    around = _surroundings(document, stage, tagged, parties, known_people or {})
    spoken = [one for one in who_speaks(around, tagged) if _somebody_says(one, around)]
    statements = _statements(
        document, around, [*((one, None) for one in spoken), *inner_stances(around, spoken)]
    )
    also = pronoun_mentions(spoken, document.text)
    people = tuple(
        Person(one.name, one.party, one.roles, mentions_of(one, also)) for one in around.people
    )
    return Reading(
        document=document,
        statements=statements,
        people=people,
        parties=_parties(statements, people),
        meetings=find_meetings(document),
        proposals=find_proposals(document),
    )


def _surroundings(
    document: Document,
    stage: Stage,
    tagged: Sequence[Attribution],
    known_parties: Sequence[str],
    known_people: Mapping[str, str],
) -> Surroundings:
    quoted = [quote for scene in stage.scenes for quote in quotations(stage.text, scene.block.span)]
    company = Company(stage, party_mentions(stage, known_parties), tuple(quoted))
    sources = [one.source for one in tagged if one.source]
    people = with_parties(
        company, people_of(stage, sources), known_parties=known_parties, known_people=known_people
    )
    acronyms = acronyms_of(stage)
    outlets = frozenset(filter(None, (*document.agencies, document.publisher)))
    contents = tuple(span for one in tagged for span in one.content)
    owners = owners_of(stage, acronyms)
    pronouns = dict(pronouns_in(stage, people, [*contents, *quoted]))
    return Surroundings(
        company, people, acronyms, owners, outlets, known_parties, contents, pronouns
    )


def _inside(attribution: Attribution, blocks: Sequence[Span]) -> bool:
    """Whether every span of the attribution lies in a block that is read."""
    spans = [*attribution.content, attribution.cue, attribution.source]
    return all(any(block.contains(span) for block in blocks) for span in spans if span)


def _somebody_says(one: Spoken, around: Surroundings) -> bool:
    """Whether there is a source, a speaker from the context, or at least a quotation.

    "Is expected to", "is seen as": what is in the air, and nobody's, is no statement; nor is the
    question that somebody was asked ("Asked whether ..., he said"), which is not theirs, or did
    not answer ("did not respond to a request for comment"); nor are words that only point to
    others ("confirmed this").
    """
    text, cue = around.company.stage.text, one.attribution.cue
    if cue and one.attribution.source is None and ASKED.match(text, cue.start, cue.end):
        return False
    if cue and NO_ANSWER.match(text, cue.start, cue.end):
        return False
    if {word for span in one.attribution.content for word in span.of(text).lower().split()} <= (
        POINTING
    ):
        return False
    if one.attribution.source is not None or one.resolved.speaker.name is not None:
        return True
    kind = kind_of(one.attribution.content, around.company.quoted, text)
    return kind is not StatementKind.INDIRECT


def _statements(
    document: Document, around: Surroundings, told: Sequence[tuple[Spoken, str | None]]
) -> tuple[Statement, ...]:
    """What is told, in the order of the text; `told` names the holder if it is another party."""
    stage = around.company.stage
    told = sorted(told, key=lambda one: one[0].attribution.content[0].start)
    spoken = [one for one, _ in told]
    scenes = [stage.scene_index(one.attribution.content[0].start) for one in spoken]
    days = carry(
        [
            said_on(
                stage.text,
                one.attribution,
                stage.scenes[scene].block.span,
                document.published,
            )
            for one, scene in zip(spoken, scenes, strict=True)
        ],
        [one.resolved.speaker.name for one in spoken],
        scenes,
    )
    made = []
    for (one, holder), scene, day in zip(told, scenes, days, strict=True):
        text, attribution, speaker = stage.text, one.attribution, one.resolved.speaker
        block = stage.scenes[scene].block.span
        sentence = sentence_at(text, block, attribution.cue or attribution.content[0])
        act = act_of(text, attribution, sentence, speaker.party)
        made.append(
            Statement(
                content=tuple(Passage.of(text, span) for span in attribution.content),
                cue=Passage.of(text, attribution.cue) if attribution.cue else None,
                source=Passage.of(text, attribution.source) if attribution.source else None,
                speaker=speaker,
                holder=holder or speaker.party,
                kind=kind_of(attribution.content, around.company.quoted, text),
                act=act,
                target=target_of(text, attribution, act, sentence),
                topic=topic_of(text, attribution, sentence),
                said_on=day,
                venue=venue_of(text, attribution, sentence),
                addressee=addressee_of(text, attribution, sentence),
                via=via_of(text, attribution, sentence),
                confidence=round(attribution.confidence, 4),
            )
        )
    return tuple(made)


def _parties(statements: Sequence[Statement], people: Sequence[Person]) -> tuple[str, ...]:
    """The parties that speak or are spoken for, then those of other people, each once."""
    named = [party for one in statements for party in (one.speaker.party, one.holder)]
    return tuple(dict.fromkeys(filter(None, [*named, *(person.party for person in people)])))
