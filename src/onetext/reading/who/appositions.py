"""Roles that stand in an apposition to a name, or are told of it by "is" or "as".

"Ada Berg, an analyst at a bank"; "Ada Berg is the mayor"; "chose Ada Berg as its envoy"; "the
head of the Northern Council (NC), Ada Berg".
"""

from __future__ import annotations

import re

from onetext.reading.cues import SPEECH
from onetext.reading.who.parties import party_named
from onetext.reading.who.rolewords import MODIFIERS, is_role

NO_CLAUSE = (
    r"(?:(?!\b(?:said|says|told|who|which|whose|where|when|has|had|was|were|is|will|would|added|"
    r"wrote|warned|and (?:the|his|her|other|[A-Z]\w+ [A-Z]))\b)[^,;:.()\n“”\"–—]|\b(?:[A-Z]\.)+|"
    r", (?=(?:and|[a-z]+) [a-z ]*affairs))"
)
AFTER = (
    re.compile(rf"\s*(?:,|\(|–|—)\s*(?:\d{{1,2}}\s*,\s*)?(?P<role>{NO_CLAUSE}{{3,120}})"),
    re.compile(
        r"\s*,?\s*(?:who\s+)?(?:is|was|became|serves as|served as|remains)\s+"
        r"(?P<role>(?:an?|the|[A-Z]\w+['’]s)\s[^,;:.()\n“”\"–—]{3,80})"
    ),
    re.compile(
        r"\s+as\s+(?P<role>(?:an?|the|its|his|her|their|[A-Z]\w+['’]s)\s[^,;:.()\n“”\"–—]{3,80})"
    ),
)
BEFORE = re.compile(
    r"(?:^|[\s“\"(])(?P<role>(?:[Tt]he|[Ii]ts|[A-Z][\w’'-]+(?:['’]s|\b))\s+[^,.;:“”\"–—()]{3,110}?)"
    r"(?:\s*\([^()]{1,20}\))?,\s*$"
)
CUT = re.compile(
    r"\s+(?:who|which|that|as|told|said|says|during|after|on|in a|at a|when|while)\s.*$"
)
ARTICLE = re.compile(r"^(?:an?|the|its|his|her|their|one of the)\s+", re.IGNORECASE)
PLURAL = re.compile(r"^(?:experts|analysts|officials|observers|critics|locals|leaders)\b", re.I)
OWNED = re.compile(r"^(?:its|their)\s+", re.IGNORECASE)
PREPOSITIONS = frozenset({"of", "to", "for", "at", "with", "in", "and", "from", "on"})
CLAUSE_WORDS = frozenset({"but", "and", "while", "he", "she", "they", "it", "i", "we", "as"})
VERBS = re.compile(
    rf"\b(?:{SPEECH}|is|was|are|were|has|have|had|will|would|can|could|views|than|because|when|if|"
    r"after|before|also|not)\b"
)
REACH_CHARS = 130


def role_after(text: str, end: int, limit: int) -> tuple[str, bool] | None:
    """The role told after a name that ends at `end`, and whether "its" or "their" owns it."""
    for pattern in AFTER:
        match = pattern.match(text, end, limit)
        if match is None:
            continue
        role = CUT.sub("", " ".join(match["role"].split()))
        if says_role(role) and not VERBS.search(role) and not PLURAL.match(role):
            return bare(role), bool(OWNED.match(role))
    return None


def role_before_comma(text: str, start: int, begin: int) -> str | None:
    """The role that a comma parts from the name at `start`: "the head of the council, NAME"."""
    match = BEFORE.search(text[max(begin, start - REACH_CHARS) : start])
    if match is None:
        return None
    role = " ".join(match["role"].split())
    latest = max((role.rfind(f" {word} ") for word in ("by", "that", "with", "when")), default=-1)
    role = role[latest:].split(maxsplit=1)[-1] if latest > 0 else role
    if VERBS.search(role) or not says_role(role):
        return None
    return bare(role) if len(role.split()) > 2 else None


def bare(role: str) -> str:
    """The role without its article."""
    return ARTICLE.sub("", role).rstrip(" ,")


def says_role(role: str) -> bool:
    """Whether the phrase, up to its first preposition, holds a word for a role."""
    head: list[str] = []
    for word in role.split():
        word = word.strip("“”\"'’")
        if head and word.lower() in PREPOSITIONS:
            break
        head.append(word)
    if not head or head[0].lower() in CLAUSE_WORDS:
        return False
    for word, following in zip(head, [*head[1:], ""], strict=True):
        if is_role(word) and not is_role(following):
            part_of_title = following.lower() in MODIFIERS or party_named(following)
            # "banker Ada Berg" after a comma is the next in a list
            return not following[:1].isupper() or bool(part_of_title)
    return False
