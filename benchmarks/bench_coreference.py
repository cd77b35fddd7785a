"""Whom names and pronouns mean, against GUM's annotated documents, beside two baselines.

    make bench, or: python benchmarks/bench_coreference.py

Pronouns: of "he", "him", "his", "she", "her" and the like that mean somebody whom the document
names, how many are given the right person. Once with the people that the annotators name, which
measures the linking alone, and once with those that the reader finds itself. Beside it: the last
person named, and the first subject of the nearest sentence that has one.

Names: which mentions of people mean the same one, as pairs (precision and recall of links between
two named mentions of one document), beside "same last word".

The weights were fitted on the train part; dev and test were looked at while they were chosen for
no other reading than the one printed. Skipped, visibly, where ../shared/corpora/gum is not there.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from onetext.reading.documents import document_from_text
from onetext.reading.quotation import quotations
from onetext.reading.stage import Stage, set_stage
from onetext.reading.who.cast import Character, people_of
from onetext.reading.who.personhood import gender_of
from onetext.reading.who.pronouns import pronouns_in
from onetext.reading.who.sightings import Sighting
from onetext.reading.who.turns import BEFORE_OBJECT
from onetext.text.spans import Span

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.gum import GumDocument, gum_documents

GUM = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "gum"
NEWS = frozenset({"news", "interview"})
GENRES = NEWS | {"bio", "speech", "court"}
LONGEST_NAME = 6  # words; longer mentions describe


@dataclass(frozen=True, slots=True)
class Scene:
    """A document with the people that it names, annotated or found.

    `entities` tells which annotated entity each of `people` is, by the place in that list;
    `pronouns` the entity of each pronoun that means somebody who is named.
    """

    document: GumDocument
    stage: Stage
    people: tuple[Character, ...]
    entities: tuple[str | None, ...]
    pronouns: dict[Span, str]
    quoted: tuple[Span, ...]

    def entity(self, character: Character) -> str | None:
        for one, entity in zip(self.people, self.entities, strict=True):
            if one is character:
                return entity
        return None


def scenes(
    folder: Path, part: str, genres: frozenset[str], *, found: bool = False
) -> Iterator[Scene]:
    """Documents with the annotated people, or with those that the reader finds."""
    for document in gum_documents(folder, part, genres):
        stage = set_stage(document_from_text(document.text, "0" * 64))
        if found:
            people = people_of(stage)
            entities = tuple(_entity_of(one, document) for one in people)
        else:
            people, entities = _annotated(document, stage)
        yield Scene(
            document,
            stage,
            people,
            entities,
            {m.span: m.entity for m in document.people if m.pronoun and m.entity in document.named},
            tuple(q for scene in stage.scenes for q in quotations(stage.text, scene.block.span)),
        )


def _annotated(
    document: GumDocument, stage: Stage
) -> tuple[tuple[Character, ...], tuple[str | None, ...]]:
    """The people that the annotators name; gender is found as the reader finds it."""
    places: dict[str, set[Span]] = {}
    for mention in document.people:
        if mention.named:
            places.setdefault(mention.entity, set()).add(_bare(document.text, mention.span))
    made = []
    for entity, spans in places.items():
        own = sorted(spans)
        name = max((span.of(document.text) for span in own), key=len)
        gender = gender_of(stage, (), [_sighting(span, name) for span in own])
        made.append((Character(name, (), tuple(own), gender), entity))
    made.sort(key=lambda one: one[0].mentions[0])
    return tuple(one for one, _ in made), tuple(entity for _, entity in made)


def _sighting(span: Span, name: str) -> Sighting:
    """A sighting that shows nothing but its place."""
    return Sighting(
        name,
        span,
        roles=(),
        owner=None,
        titled=False,
        shares=False,
        speaks=False,
        acts=False,
        administers=False,
        placed=False,
        possessive=False,
        articled=False,
        scene=0,
    )


def _bare(text: str, span: Span) -> Span:
    """A mention without its possessive ending."""
    return Span(span.start, span.end - 2 * span.of(text).endswith(("'s", "’s")))


def _entity_of(character: Character, document: GumDocument) -> str | None:
    """The annotated entity that most mentions of somebody whom the reader found overlap."""
    votes: Counter[str] = Counter()
    for place in character.mentions:
        near = [one for one in document.people if one.named and one.span.overlaps(place)]
        if near:
            votes[min(near, key=lambda one: len(one.span)).entity] += 1
    return votes.most_common(1)[0][0] if votes else None


Resolver = Callable[[Scene], dict[Span, Character]]


def shipped(scene: Scene) -> dict[Span, Character]:
    return dict(pronouns_in(scene.stage, scene.people, scene.quoted))


def last_named(scene: Scene) -> dict[Span, Character]:
    """The last person named before the pronoun."""
    found = {}
    for pronoun in scene.pronouns:
        before = [(m, one) for one in scene.people for m in one.mentions if m.end <= pronoun.start]
        if before:
            found[pronoun] = max(before, key=lambda one: one[0])[1]
    return found


def last_subject(scene: Scene) -> dict[Span, Character]:
    """The first subject of the nearest sentence that has one, this or an earlier."""
    found = {}
    stage = scene.stage
    for pronoun in scene.pronouns:
        ranked = []
        for one in scene.people:
            for place in one.mentions:
                number = stage.sentence_index(place.start)
                lead = stage.text[stage.sentences[number].start : place.start]
                owning = stage.text[place.end : place.end + 2] in ("’s", "'s")
                if place.end <= pronoun.start and not owning and not BEFORE_OBJECT.search(lead):
                    ranked.append((-number, place.start, one))
        if ranked:
            found[pronoun] = min(ranked, key=lambda one: one[:2])[2]
    return found


def pronouns(part: str, genres: frozenset[str], resolver: Resolver, *, found: bool) -> str:
    given = right = whole = 0
    for scene in scenes(GUM, part, genres, found=found):
        answers = resolver(scene)
        whole += len(scene.pronouns)
        for pronoun, entity in scene.pronouns.items():
            if pronoun in answers:
                given += 1
                right += scene.entity(answers[pronoun]) == entity
    return f"{right}/{given} right = {right / max(given, 1):.3f}, of {whole} {right / whole:.3f}"


def names(part: str, genres: frozenset[str]) -> str:
    """Pairs of named mentions: linked by the reader, by the last word, by the annotators."""
    counts: Counter[str] = Counter()
    for scene in scenes(GUM, part, genres, found=True):
        mentions = [one for one in scene.document.people if one.named]
        mine = [_character_at(scene, one.span) for one in mentions]
        words = [_bare(scene.document.text, one.span).of(scene.document.text) for one in mentions]
        for i, j in combinations(range(len(mentions)), 2):
            gold = mentions[i].entity == mentions[j].entity
            links = {
                "shipped": mine[i] is not None and mine[i] is mine[j],
                "same last word": words[i].split()[-1] == words[j].split()[-1],
            }
            counts["gold"] += gold
            for name, link in links.items():
                counts[f"{name} given"] += link
                counts[f"{name} right"] += link and gold
    return "; ".join(
        f"{name}: precision {counts[f'{name} right'] / max(counts[f'{name} given'], 1):.3f}, "
        f"recall {counts[f'{name} right'] / max(counts['gold'], 1):.3f}"
        for name in ("shipped", "same last word")
    )


def _character_at(scene: Scene, span: Span) -> Character | None:
    """Whom the reader sees named in a mention, the last if there are several."""
    inside = [
        (place, one) for one in scene.people for place in one.mentions if span.contains(place)
    ]
    return max(inside, key=lambda one: one[0])[1] if inside else None


def main() -> None:
    if not GUM.is_dir():
        print("coreference: skipped, ../shared/corpora/gum is not there")
        return
    whole = hashlib.sha256()
    for path in sorted(GUM.glob("*.conllu")):
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    print(f"gum {whole.hexdigest()[:16]}")
    for genres in (NEWS, GENRES):
        for part in ("dev", "test"):
            told = f"{part}, {', '.join(sorted(genres))}"
            for found in (False, True):
                whose = "people found" if found else "people given"
                for resolver in (shipped, last_named, last_subject):
                    says = pronouns(part, genres, resolver, found=found)
                    print(f"pronouns, {told}, {whose}, {resolver.__name__}: {says}")
            print(f"names, {told}: {names(part, genres)}")


if __name__ == "__main__":
    main()
