"""What a noun phrase that names a source is about: its head, number and article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from onetext.reading.lexicon import lexicon
from onetext.reading.who.parties import parties_of_phrase
from onetext.reading.who.roles import BODY_WORDS
from onetext.reading.who.rolewords import CALLINGS, OFFICES, is_role, singular
from onetext.reading.who.variants import clean

DOCUMENTS = lexicon(
    "report statement document plan poll survey letter memo memorandum communique communiqué "
    "declaration draft proposal text agreement study data figure estimate analysis transcript "
    "chart index requirement resolution order decree initiative assessment paper article review "
    "note filing record reporting account release post message indictment ruling map "
    "database video footage clip recording forecast"
)
RELAYING = lexicon("data figure estimate analysis reporting assessment number statistic account")
ANONYMOUS = lexicon(
    "source person people insider critic opponent respondent voter viewer other some many several "
    "commentator man woman one passer-by passenger villager inhabitant percent participant "
    "attendee supporter sceptic skeptic detractor"
)
MEDIA = lexicon(
    "newspaper paper outlet broadcaster magazine website daily weekly digest agency channel media "
    "press network site publication tabloid"
)
ORGANISATIONS = lexicon(
    "agency institute think-tank tank organisation organization company firm group union bloc "
    "alliance watchdog operator charity foundation center centre university bank association "
    "body federation league church movement party faction militia coalition giant major"
)
MEDIA_NAME = re.compile(
    r"\b(?:Times|Post|Journal|News|Herald|TV|Television|Radio|Telegraph|Tribune|Independent|"
    r"Guardian|Economist|Gazette|Mail|Mirror|Pravda|Agence|Press|Newspaper|Broadcasting|Digital)\b"
    r"|^(?:the )?(?:Reuters|AFP|AP|DPA|ANSA|EFE|TASS|RIA|Interfax|Xinhua|Kyodo|Yonhap|Bloomberg|"
    r"BBC|CNN|NBC|CBS|ABC|NPR|PBS|MSNBC|CNBC|Politico|Axios|Semafor|Euronews|Al Jazeera|"
    r"Der Spiegel|Le Monde|Anadolu|Ukrinform|Meduza)\b"
)
LEAD_IN = re.compile(r"^(?:both|what|whom|and|but|as)\s+(?=\S)", re.IGNORECASE)
RELATIVE = re.compile(
    r"\s*(?:,|\(|\b(?:of|from|at|for|in|to|with|on|by|who|whom|which|that|close|familiar|briefed|"
    r"speaking|visiting|reviewed|seen|citing|based|near|including|as|under|told|whose)\b)"
)
PRONOUNS = lexicon("he she it they him her them we i you who this those these his their its")
QUANTITY = re.compile(
    r"^(?:[\w-]+ (?:percent|per cent)|\d+%|[\w-]+-(?:thirds?|quarters?|fifths?)|half|most|many|"
    r"some|several|majority|group|number|handful|couple)\s+of\s+(?:the\s+)?",
    re.I,
)
SENIORITY = re.compile(
    r"^(?:an?|one|two|three|four|five|six|several|some|another|many|\d+)\b", re.I
)


class Article(StrEnum):
    DEFINITE = "the"
    INDEFINITE = "a"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its words, its head noun in the singular and lower case, and its article."""

    words: str
    head: str
    lead: str
    plural: bool
    article: Article

    @property
    def capitalised(self) -> bool:
        """Whether its head noun is part of a proper name."""
        words = self.lead.split() or [""]
        alone = len(words) == 1 and is_role(words[0])  # a capital that begins a sentence
        return words[-1][:1].isupper() and not alone

    @property
    def says_role(self) -> bool:
        return is_role(self.head)

    @property
    def office(self) -> bool:
        return self.head in OFFICES

    @property
    def calling(self) -> bool:
        return self.head in CALLINGS

    @property
    def body(self) -> bool:
        return self.head in BODY_WORDS or self.head in ORGANISATIONS

    @property
    def body_of(self) -> bool:
        """Whether a body stands in the phrase: "the head of a research centre"."""
        return any(singular(word) in ORGANISATIONS for word in self.words.split())

    @property
    def anonymous(self) -> bool:
        return self.head in ANONYMOUS or bool(re.search(r"\bpercent\b|%", self.words))


def phrase_of(words: str) -> Phrase:
    """Read a noun phrase. `lead` is what stands before the first preposition or comma."""
    plain = LEAD_IN.sub("", clean(words))
    lower = plain.lower()
    article = Article.NONE
    if re.match(r"the\s", lower) or re.match(r"(?:its|his|her|their)\s", lower):
        article = Article.DEFINITE
    elif SENIORITY.match(lower):
        article = Article.INDEFINITE
    bare = re.sub(r"^(?:the|an?|its|his|her|their)\s+", "", plain, flags=re.I)
    bare = QUANTITY.sub("", bare)
    cut = next((one for one in RELATIVE.finditer(bare, 1) if not _in_name(bare, one)), None)
    lead = bare[: cut.start()].strip() if cut and cut.start() > 0 else bare
    last = (lead.split() or [""])[-1]
    head = _head(last)
    several = bool(re.search(r",.*\band\b|\band\b", lead))
    return Phrase(plain, head, lead, several or _plural(last, head), article)


def _in_name(bare: str, cut: re.Match[str]) -> bool:
    """Whether the preposition stands inside a proper name: "Office of Northern Affairs"."""
    before = bare[: cut.start()].split()
    after = re.match(r"\s*(?:the\s+)?(.)", bare[cut.end() :])
    if not before or after is None or not before[-1][0].isupper() or is_role(before[-1]):
        return False
    return after[1].isupper() and cut.group().strip() in ("of", "for", "on", "in")


def split_sides(words: str) -> list[str]:
    """ "Dutch and Swiss officials" speaks for two sides: a phrase for each; else the phrase."""
    words = LEAD_IN.sub("", words)
    parties = parties_of_phrase(words)
    if len(parties) != 2 or " and " not in words:
        return [words]
    shared = re.match(r"^(?:the\s+)?(\S+)\s+and\s+(\S+)\s+(.+)$", words, re.I)
    if shared and shared[3][0].islower():
        return [f"{shared[1]} {shared[3]}", f"{shared[2]} {shared[3]}"]
    whose = re.match(r"^(.+?)\s+(?:from|of)\s+(.+?)\s+and\s+(.+)$", words)
    if whose:
        sides = [re.sub(r"^the\s+", "", side) for side in (whose[2], whose[3])]
        return [f"{side} {whose[1]}" for side in sides]
    alone = re.match(r"^(.+?)\s+and\s+(.+)$", words)
    return [alone[1], alone[2]] if alone else [words]


def _head(word: str) -> str:
    lower = word.lower().strip("“”\"'’.")
    if lower in {"data", "media", "people", "press", "others"}:
        return lower.removesuffix("s") if lower == "others" else lower
    if is_role(lower):
        return singular(lower)
    if lower.endswith("ies"):
        return lower[:-3] + "y"
    return lower[:-1] if lower.endswith("s") and not lower.endswith("ss") else lower


def _plural(word: str, head: str) -> bool:
    lower = word.lower().strip("“”\"'’.")
    return lower != head or lower in {"people", "data", "media"}
