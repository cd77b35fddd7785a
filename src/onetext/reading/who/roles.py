"""The role right before a name: "Northland's envoy Ada Berg", "Foreign Minister Ada Berg".

A role is given in the report's words, without its article.
"""

from __future__ import annotations

from collections.abc import Sequence

from onetext.reading.lexicon import lexicon
from onetext.reading.who.appositions import bare
from onetext.reading.who.names import STARTERS, Run, Word
from onetext.reading.who.parties import party_named
from onetext.reading.who.rolewords import COURTESIES, MODIFIERS, TITLES, is_role, singular
from onetext.reading.who.seats import BODIES

JOINING = frozenset({"of", "and", "or", "in", "for", "to", "from", "world"})
FACTIONS = lexicon(
    "Republican Republicans Democrat Democrats Democratic GOP Conservative Conservatives Labour "
    "Tory Tories Liberal Liberals Socialist Socialists Communist Communists"
)
LONGEST_ROLE_WORDS = 16
UNKNOWN_MODIFIERS = 4  # words back to the country: the country and three adjectives
BODY_WORDS = lexicon(
    "ministry department office council commission committee government army navy force forces "
    "staff parliament senate congress house guard service agency bureau directorate cabinet "
    "administration delegation party union republic embassy mission command institute"
)


def split_run(text: str, words: Sequence[Word], run: Run) -> tuple[int, bool]:
    """Where in the run the name begins, and whether a title or role stands right before it."""
    first = run.first
    modified = run.first > 1 and words[run.first - 1].text == "of"
    titled = modified and is_role(words[run.first - 2].bare)
    for at in range(run.first, run.last):
        surname = at == run.last - 1 > first  # "King" in "Ada King" is no king
        modifier = titled and words[at].bare.lower() in MODIFIERS and at + 1 < run.last
        if not surname and (modifier or _no_name(words, at, run)):
            first = at + 1
            titled = titled or is_role(words[at].bare)
    last = first - 1 if first else None
    if last and words[last].text == ".":
        last -= 1
    named = last is not None and is_role(words[last].bare) and _joined(text, words, first)
    return first, named


def _no_name(words: Sequence[Word], at: int, run: Run) -> bool:
    word = words[at].bare
    if word in (".", "“", "”", '"'):
        return at > run.first and singular(words[at - 1].bare) in TITLES
    if is_role(word) or singular(word) in BODY_WORDS:
        return True
    if word in FACTIONS and at + 1 < run.last:
        return True
    behind = " ".join(one.bare for one in words[run.first : at + 1])
    named = party_named(word) or (party_named(behind) if at > run.first else None)
    return named is not None and (at + 1 < run.last or at == run.first)


def _joined(text: str, words: Sequence[Word], at: int) -> bool:
    return not text[words[at - 1].end : words[at].start].strip(" \u200b\u200c\u200d\u2060.")


def role_before(text: str, words: Sequence[Word], first: int) -> str | None:
    """The role that ends right before word `first`, or before a comma before it."""
    last = first
    if last >= 2 and words[last - 1].text == ",":
        last -= 1
        if last < 2 or words[last - 1].capital:
            return None
    elif last >= 1 and words[last - 1].text == "." and last >= 2:
        last -= 1
    if last < 1 or not _ends_role(words, last):
        return None
    start = last
    while start and last - start < LONGEST_ROLE_WORDS and _in_role(text, words, start - 1):
        start -= 1
    start = _from_owner(text, words, start)
    while start < last - 1 and words[start].bare.lower() in JOINING:
        start += 1
    role = text[words[start].start : words[last - 1].end]
    bare_title = all(singular(word.bare) in TITLES for word in words[start:last])
    if bare_title and singular(words[start].bare) in COURTESIES:
        return None
    return bare(" ".join(role.split()))


def _from_owner(text: str, words: Sequence[Word], start: int) -> int:
    """Where the role begins if a country owns it: at "Peru's" of "Peru's fisheries minister"."""
    if words[start].capital:
        return start
    for at in range(start - 1, max(-1, start - 1 - UNKNOWN_MODIFIERS), -1):
        word = words[at]
        if word.capital and (word.possessive or party_named(word.bare)):
            return at
        plain = word.text.replace("-", "").isalpha() and word.bare.lower() not in STARTERS
        if word.capital or not plain or "\n" in text[word.end : words[at + 1].start]:
            return start
    return start


def _ends_role(words: Sequence[Word], last: int) -> bool:
    """Whether a role ends before word `last`: "envoy", or "minister of foreign affairs"."""
    if is_role(words[last - 1].bare):
        return True
    for at in range(last - 1, max(0, last - 6), -1):
        if words[at].text == "of" and at < last - 1:
            return at > 0 and is_role(words[at - 1].bare)
        if words[at].bare.lower() not in MODIFIERS:
            return False
    return False


def _in_role(text: str, words: Sequence[Word], at: int) -> bool:
    word = words[at]
    lower = word.bare.lower()
    if "\n" in text[word.end : words[at + 1].start]:
        return False
    if word.text == ".":
        return at > 0 and (singular(words[at - 1].bare) in TITLES or len(words[at - 1].text) == 1)
    if lower == "and":
        return at > 0 and words[at - 1].bare.lower() in MODIFIERS - {"and"}
    if word.text in ("’", "'"):
        return text[word.start - 1].isalnum()  # "the senators' aide", no quotation
    if is_role(word.bare) or lower in MODIFIERS:
        return True
    if lower in STARTERS and not (word.capital and party_named(word.bare)):
        return False
    if word.capital or "-" in word.text[1:-1]:
        return True
    return lower in BODY_WORDS


def names_body(name: str) -> bool:
    """Whether a capitalised run names a body rather than a person."""
    words = name.split()
    return (
        name in BODIES
        or words[-1] in FACTIONS
        or any(singular(word) in BODY_WORDS for word in words)
    )


def owner_before(words: Sequence[Word], at: int, sentence_start: int) -> str | None:
    """The party that "its" or "their" before word `at` means: the last one named before it."""
    for behind in range(at - 1, -1, -1):
        if words[behind].start < sentence_start:
            return None
        if words[behind].capital and (named := party_named(words[behind].bare)):
            return named[0]
    return None
