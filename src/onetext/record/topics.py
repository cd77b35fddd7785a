"""The topic of a few words, by a stated rule: weighted stems of the vocabulary of talks.

Every stem that stands in the words at the beginning of a word adds its weight, once, to its
topic; the topic with the largest sum wins, the earlier in the table where sums are equal.
Words of procedure weigh little, so that a round of talks about prisoners is about prisoners.
Where nothing is found the topic is "other". The table knows no place and no person.
"""

from __future__ import annotations

import re
from collections import defaultdict

from onetext.record.statements import Topic

Stems = tuple[tuple[str, float], ...]

_STEMS: tuple[tuple[Topic, Stems], ...] = (
    (
        Topic.NUCLEAR_PLANT,
        (
            ("nuclear power", 6), ("nuclear plant", 6), ("nuclear facilit", 6),
            ("nuclear safety", 4), ("reactor", 4), ("iaea", 4), ("atomic", 3), ("power plant", 3),
            ("radiation", 2), ("power station", 3), ("hydropower", 2),
        ),
    ),
    (
        Topic.PRISONERS_HUMANITARIAN,
        (
            ("prisoner", 5), ("pow", 3), ("detainee", 5), ("hostage", 5), ("captive", 4),
            ("deport", 4), ("humanitarian", 3), ("refugee", 4), ("displaced", 4),
            ("displacement", 4), ("family reunion", 4), ("reunification of famil", 4),
            ("missing persons", 4), ("children", 2), ("amnest", 4), ("civilian deaths", 3),
            ("civilians killed", 3), ("swap of prisoners", 5), ("restore power", 3), ("outage", 3),
            ("medical", 2), ("evacuat", 2), ("abduct", 4),
        ),
    ),
    (
        Topic.MILITARY_LIMITS,
        (
            ("armed forces may", 4), ("size of the army", 5), ("troop cap", 5), ("troop limit", 5),
            ("cap on", 3), ("in peacetime", 3), ("disarm", 4), ("demilitaris", 3),
            ("demilitariz", 3), ("non-nuclear", 4), ("arms control", 5), ("armed forces", 2),
            ("number of troops", 4),
            ("limits on", 2), ("military is capped", 5), ("capped at", 3), ("defence industr", 3),
            ("defense industr", 3), ("military personnel", 2), ("number at most", 3),
            ("disband", 4), ("paramilitar", 3), ("decommission", 4), ("forces stay at", 4),
            ("fighter aircraft", 3), ("long-range missile", 2),
        ),
    ),
    (
        Topic.SECURITY_GUARANTEES,
        (
            ("security guarantee", 6), ("guarantee", 3), ("guarantor", 4), ("article 5", 4),
            ("non-aggression", 4), ("nonaggression", 4), ("mutual defence", 3),
            ("mutual defense", 3), ("security assurance", 5), ("peacekeep", 4),
            ("multinational force", 4), ("security arrangement", 4), ("deterren", 2),
            ("reassurance force", 4), ("security pact", 5), ("stabilisation force", 4),
            ("security concern", 3), ("security question", 3),
        ),
    ),
    (
        Topic.ALLIANCES,
        (
            ("nato", 2.5), ("alliance", 2.5), ("membership", 3), ("accession", 4), ("neutral", 3),
            ("join the eu", 4), ("joins the eu", 4), ("joining the eu", 4), ("admission to", 3),
            ("enlarge", 3), ("non-aligned", 4), ("admitted", 2), ("european union member", 3),
        ),
    ),
    (
        Topic.SANCTIONS_ASSETS,
        (
            ("sanction", 4.5), ("frozen asset", 6), ("freeze asset", 5), ("asset", 4),
            ("embargo", 4), ("tariff", 3.5), ("blacklist", 3), ("export control", 4),
            ("price cap", 4), ("oil export", 3), ("energy sale", 3), ("treasury", 2.5),
            ("proceeds", 2.5), ("sovereign wealth", 3), ("economic deal", 3),
            ("economic proposal", 2), ("economic cooperation", 3), ("reparation", 3.5),
            ("exporting", 1.5), ("trade agreement", 3), ("licence", 1.5), ("license", 1.5),
        ),
    ),
    (
        Topic.RECONSTRUCTION,
        (
            ("reconstruct", 5), ("rebuil", 4.5), ("development fund", 4), ("recovery", 3),
            ("development package", 5), ("investment", 2.5), ("gas infrastructure", 3),
            ("market access", 3), ("access to the european market", 4), ("compensat", 2.5),
            ("war damage", 4), ("free-trade", 3),
        ),
    ),
    (
        Topic.ELECTIONS_POLITICS,
        (
            ("election", 4), ("ballot", 3), ("voter", 3), ("presidential term", 3),
            ("political survival", 4), ("internal politic", 4), ("domestic politic", 4),
            ("coup", 3), ("opposition part", 3), ("opinion poll", 2), ("parliament", 2),
            ("power-sharing", 4), ("transitional government", 4), ("legitimacy", 3),
            ("constitution", 1.5), ("language rights", 3), ("tolerance", 3), ("martial law", 2),
            ("corruption", 2), ("education", 2),
        ),
    ),
    (
        Topic.TERRITORY,
        (
            ("territor", 4), ("border", 3), ("withdraw", 3), ("cede", 4), ("ceding", 4),
            ("cession", 4), ("annex", 3.5), ("occupied", 3.5), ("line of contact", 4),
            ("contact line", 4), ("land swap", 5), ("free economic zone", 4), ("buffer zone", 4),
            ("demilitarised zone", 4), ("demilitarized zone", 4), ("sovereignty", 2),
            ("sovereign state", 2), ("de facto", 2), ("control over", 1.5), ("control of", 1.5),
            ("full control", 2.5), ("give up", 1.5), ("front line", 1.5),
            ("land", 1.5), ("region", 1.5), ("enclave", 3), ("referendum", 2), ("seized", 2),
            ("boundary", 3), ("self-determination", 3),

        ),
    ),
    (
        Topic.CEASEFIRE,
        (
            ("ceasefire", 5), ("cease-fire", 5), ("truce", 5), ("armistice", 5),
            ("cessation of hostilities", 5), ("pause in", 3), ("pause", 2), ("halt strikes", 4.5),
            ("halt attacks", 4.5), ("halt to fighting", 4.5), ("stop the fighting", 3),
            ("end of hostilities", 4), ("de-escalat", 3), ("monitoring", 2), ("disengage", 3),
            ("lay down arms", 4), ("silence the guns", 4),
        ),
    ),
    (
        Topic.BATTLEFIELD,
        (
            ("battlefield", 4), ("offensive", 3), ("frontline", 3), ("front line", 2),
            ("drone", 2.6), ("missile", 2.6), ("bomb", 2.6), ("shell", 2), ("airstrike", 3),
            ("air strike", 3), ("air defen", 2.5), ("strikes", 2.2), ("attack", 2.2),
            ("casualt", 3), ("killed", 2.2), ("wounded", 2.2), ("injured", 2.2), ("soldier", 2.4),
            ("troop", 1.8), ("advance", 1.8), ("captur", 2), ("recaptur", 3), ("artillery", 3),
            ("intercept", 2.5), ("shot down", 2.5), ("shoot down", 2.5), ("combat", 2.5),
            ("fighting", 1.6), ("invasion", 1.6), ("invad", 1.6), ("army", 1.5),
            ("military operation", 3), ("warfare", 2), ("weapon", 1.4), ("sabotage", 3),
            ("ammunition", 2), ("gains", 1.5), ("military goal", 3), ("war goal", 3),
            ("victor", 1.8), ("defeat", 2.2), ("fired", 2), ("launched", 1.5), ("launching", 1.5),
            ("navy", 2), ("vessel", 1.5), ("tank", 2), ("hit", 1.2), ("destroy", 1.8),
            ("war crime", 2), ("war effort", 2), ("won the war", 2.5), ("win the war", 2.5),
            ("win this war", 2.5), ("losing", 1.5), ("lost", 1), ("brigade", 2.5),
            ("squadron", 2.5), ("square kilomet", 2.5), ("occupy", 2), ("conquer", 2.5),
            ("military means", 1.5), ("mobilis", 2), ("mobiliz", 2), ("recruit", 2),
            ("explosi", 2.2), ("losses", 2.2), ("assault", 2.2), ("territorial gain", 5),
            ("enemy", 2), ("overnight", 1.5), ("war", 0.4),
        ),
    ),
    (
        Topic.OTHER,
        (
            ("military aid", 5), ("military assistance", 5), ("military support", 3.5),
            ("financial aid", 4), ("aid to", 3), ("aid from", 3), ("humanitarian aid", 2),
            ("of aid", 3), ("gdp", 3), ("economic growth", 3), ("energy price", 3.5),
            ("prices", 2.5), ("inflation", 3), ("household", 2), ("values of", 3),
            ("population", 1.5), ("budget", 2), ("weapons deliver", 3), ("production", 2),
            ("outcome of the war", 2.5), ("spend", 2), ("co-financ", 2.5),
        ),
    ),
    (
        Topic.PROCESS,
        (
            ("negotiat", 2), ("talks", 2), ("round of", 2), ("meeting", 1.6), ("summit", 2),
            ("mediat", 2), ("deadline", 2), ("peace deal", 2), ("peace plan", 2),
            ("peace agreement", 2), ("peace proposal", 2), ("peace process", 2),
            ("peace effort", 2), ("settlement", 1.8), ("settle", 1.6), ("compromise", 2),
            ("dialogue", 2), ("diploma", 2), ("envoy", 1.5), ("delegation", 1.6),
            ("trilateral", 1.6), ("bilateral", 1.2), ("agreement", 1.2), ("deal", 1.2),
            ("proposal", 1.3), ("plan", 0.9), ("document", 0.8), ("draft", 1.2), ("schedule", 1.4),
            ("timeline", 1.8), ("progress", 1.6), ("breakthrough", 2), ("constructive", 1.8),
            ("peace", 1.2), ("pressure", 1.3), ("consultation", 1.6), ("end the war", 1.4),
            ("end of the war", 1.2), ("stop this war", 1.4), ("war ends", 1.4),
            ("war to end", 1.4), ("concession", 1.8), ("good faith", 2), ("position", 0.8),
            ("next week", 0.8), ("resume", 0.8), ("participation", 1), ("discussions", 1.4),
            ("phone call", 1.6), ("working group", 1.6), ("next steps", 1.6),
            ("at the table", 1.5), ("negotiating table", 1.5), ("supervis", 0.8), ("council", 0.6),
            ("binding", 0.8), ("sign", 0.6), ("ready to meet", 1.6), ("implement", 0.6),
        ),
    ),
)  # fmt: skip

_WEIGHT: dict[str, list[tuple[Topic, float]]] = {}
for _topic, _stems in _STEMS:
    for _stem, _weight in _stems:
        _WEIGHT.setdefault(_stem, []).append((_topic, _weight))
_RANK = {topic: rank for rank, (topic, _) in enumerate(_STEMS)}
_FOUND = re.compile(
    r"\b(?:" + "|".join(re.escape(stem) for stem in sorted(_WEIGHT, key=len, reverse=True)) + ")"
)


def topic_of_words(words: str) -> Topic:
    """The topic that most of the vocabulary in `words` belongs to; "other" where none does."""
    sums: defaultdict[Topic, float] = defaultdict(float)
    for stem in set(_FOUND.findall(" ".join(words.lower().split()))):
        for topic, weight in _WEIGHT[stem]:
            sums[topic] += weight
    if not sums:
        return Topic.OTHER
    return min(sums, key=lambda topic: (-sums[topic], _RANK[topic]))
