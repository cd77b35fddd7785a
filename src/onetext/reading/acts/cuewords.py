"""Words of reporting that by themselves say what a statement does.

Each class lists lemmas, verbs and their nouns; words are compared by their stems (Snowball's
English stemmer). What a class makes of negation and of what follows is in `cueacts`.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

import snowballstemmer


class CueClass(StrEnum):
    """What the word of a cue does, before negation and the content are looked at."""

    ACCEPT = "accept"
    AGREE = "agree"
    WELCOME = "welcome"
    REJECT = "reject"
    REFUSE = "refuse"
    DISMISS = "dismiss"
    DEMAND = "demand"
    CALL = "call"
    ASK = "ask"
    INSIST = "insist"
    WANT = "want"
    OFFER = "offer"
    SUGGEST = "suggest"
    VOW = "vow"
    FAVOUR = "favour"
    THREATEN = "threaten"
    WARN = "warn"
    ACCUSE = "accuse"
    DENY = "deny"
    HOPE = "hope"


_LEMMAS: tuple[tuple[CueClass, str], ...] = (
    (
        CueClass.ACCEPT,
        "accept acceptance endorse endorsement approve approval embrace consent acquiesce "
        "ratify back adopt greenlight",
    ),
    (CueClass.AGREE, "agree agreement assent"),
    (CueClass.WELCOME, "welcome hail applaud support"),
    (
        CueClass.REJECT,
        "reject rejection oppose opposition object objection rebuff spurn veto resist exclude",
    ),
    (CueClass.REFUSE, "refuse refusal decline balk"),
    (CueClass.DISMISS, "dismiss dismissal discount"),
    (
        CueClass.DEMAND,
        "demand urge press push require appeal plead beg exhort implore petition pressure",
    ),
    (CueClass.CALL, "call"),
    (CueClass.ASK, "ask request"),
    (CueClass.INSIST, "insist insistence"),
    (CueClass.WANT, "want wish"),
    (CueClass.OFFER, "offer propose proposal volunteer"),
    (CueClass.SUGGEST, "suggest suggestion float moot"),
    (CueClass.VOW, "pledge promise vow commit commitment swear undertake"),
    (CueClass.FAVOUR, "favour favor advocate prefer"),
    (CueClass.THREATEN, "threaten threat"),
    (CueClass.WARN, "warn warning caution"),
    (
        CueClass.ACCUSE,
        "accuse accusation blame criticise criticize criticism condemn condemnation "
        "denounce slam blast lambast lambaste castigate decry deplore fault rebuke berate "
        "chide scold allege allegation complain complaint protest rip skewer "
        "assail bash rail savage scorn deride disparage mock ridicule lash frustration "
        "anger outrage upbraid reproach",
    ),
    (CueClass.DENY, "deny denial refute disavow rebut"),
    (CueClass.HOPE, "hope expect expectation predict prediction fear doubt forecast estimate"),
)

_stemmer = snowballstemmer.stemmer("english")


@cache
def stem(word: str) -> str:
    """Snowball's stem of a lower-case English word."""
    return str(_stemmer.stemWord(word))


_CLASSES = {stem(lemma): cue_class for cue_class, lemmas in _LEMMAS for lemma in lemmas.split()}


def class_of(word: str) -> CueClass | None:
    """The class of one lower-case word, or None where the word only reports."""
    return _CLASSES.get(stem(word))
