"""The nouns by which English reports say what somebody is, in closed sets.

All are singular and in lower case; `singular` brings a word of a report to this form.
"""

from __future__ import annotations

from functools import cache

from onetext.reading.lexicon import lexicon

# Offices and functions whose holders speak for a government or a side.
OFFICES = lexicon(
    "rep sen gov del president vice-president premier minister secretary chancellor king queen "
    "prince princess "
    "emir sultan ayatollah pope leader chief head envoy negotiator mediator ambassador diplomat "
    "spokesman spokeswoman spokesperson aide adviser advisor counsel delegate delegation "
    "representative commissioner senator congressman congresswoman lawmaker legislator mp mep "
    "governor mayor deputy official commander general admiral colonel lieutenant captain "
    "marshal speaker chair chairman chairwoman chairperson director undersecretary "
    "under-secretary secretary-general director-general prosecutor attorney justice "
    "whip politician statesman son-in-law daughter-in-law lady taoiseach administrator "
    "coordinator plenipotentiary liaison nominee counterpart ally"
)
# Callings whose holders speak for themselves, whatever country stands before the word.
CALLINGS = lexicon(
    "analyst expert researcher professor lecturer scholar historian economist observer academic "
    "author writer journalist reporter correspondent editor columnist commentator blogger "
    "activist campaigner lawyer doctor nurse teacher student engineer resident citizen civilian "
    "veteran soldier priest bishop pastor imam farmer worker driver owner pensioner businessman "
    "businesswoman billionaire millionaire investor banker executive ceo founder entrepreneur "
    "oligarch consultant fellow scientist pollster strategist lead survivor witness local "
    "volunteer singer actor artist mother father wife husband widow brother sister son daughter "
    "refugee neighbour neighbor shopkeeper member candidate specialist trader tycoon manager"
)
TITLES = lexicon(
    "mr mrs ms miss dr sir dame lord lady prof professor gen sen rep gov lt col maj adm capt sgt "
    "rev hon president-elect"
)
MODIFIERS = lexicon(
    "prime foreign defence defense interior home finance economy economic energy trade justice "
    "health education agriculture transport environment treasury state national security first "
    "deputy vice acting interim former ex then outgoing incoming senior top chief lead leading "
    "special presidential parliamentary military political diplomatic permanent personal "
    "assistant associate principal general press opposition peace supreme high head crown policy "
    "human rights nuclear government cabinet party ministry army navy force air longtime veteran "
    "long-serving newly late u.n. un royal federal regional local city intelligence affairs "
    "relations media research staff teaching climate oil retired key main co-leader joint "
    "commission council committee department office parliament congress senate house "
    "of and world real-estate property mogul emergency humanitarian hostage war trusted close"
)
COURTESIES = lexicon("mr mrs ms miss sir dame lord lady hon")
RANKS = lexicon("dr prof professor gen lt col maj adm capt sgt rev")
FEMALE = lexicon(
    "mrs ms miss dame lady queen princess spokeswoman chairwoman congresswoman businesswoman she "
    "her hers herself mother wife widow sister daughter actress"
)
MALE = lexicon(
    "mr sir lord king prince spokesman chairman congressman businessman he his him himself father "
    "husband brother son son-in-law"
)


@cache
def singular(word: str) -> str:
    """The word in lower case and in the singular, as the sets of this module hold it."""
    lower = word.lower().replace("’", "'").removesuffix("'s").rstrip(".'")
    known = OFFICES | CALLINGS | TITLES
    if lower in known or not lower.endswith("s"):
        return {"spokesmen": "spokesman", "chairmen": "chairman"}.get(lower, lower)
    return lower[:-1]


def is_office(word: str) -> bool:
    return singular(word) in OFFICES


def is_calling(word: str) -> bool:
    return singular(word) in CALLINGS


def is_role(word: str) -> bool:
    """Whether the word alone says what somebody is."""
    return singular(word) in OFFICES or singular(word) in CALLINGS or singular(word) in TITLES
