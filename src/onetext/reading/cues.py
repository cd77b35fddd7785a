"""The words that report speech and attitudes, for the rules that read without a model."""

from __future__ import annotations

import re

SPEECH = (
    "said|says|say|saying|told|tells|telling|added|adds|adding|stated|states|stating|noted|notes|"
    "noting|wrote|writes|writing|warned|warns|warning|insisted|insists|insisting|argued|argues|"
    "arguing|claimed|claims|claiming|stressed|stresses|stressing|explained|explains|explaining|"
    "announced|announces|announcing|confirmed|confirms|confirming|declared|declares|denied|"
    "denies|denying|acknowledged|acknowledges|acknowledging|admitted|admits|conceded|reiterated|"
    "reiterates|reiterating|emphasised|emphasized|emphasises|emphasizes|suggested|suggests|"
    "replied|responded|asked|asking|asks|remarked|recalled|concluded|concludes|reported|reports|"
    "reporting|believes|believe|believed|thinks|think|thought|hopes|hope|hoped|fears|feared|"
    "estimated|estimates|estimate|showed|shows|show|predicted|complained|maintained|maintains|"
    "contends|contend|contended|indicated|indicates|signaled|signalled|pointed out|points out|"
    "vowed|pledged|promised|threatened|demanded|demands|demanding|urged|urges|urging|proposed|"
    "accused|accuses|accusing|called for|calls for|calling for|rejected|rejects|rejecting|"
    "dismissed|described|describes|describing|welcomed|expressed|praised|criticised|criticized"
)
HAVE = r"(?:(?:has|have|had|is|are|was|were)\s+)?"
ADVERB = r"(?:(?:also|later|previously|repeatedly|firmly|since|already|not|publicly)\s+)?"
PLACE = r"(?:\s+in\s+an?\s+(?:\w+\s+){0,2}(?:statement|post|interview)(?:\s+on\s+\w+)?)?"
HEARER = r"(?:the\s+)?(?:[A-Z][\w.]*|reporters|journalists|lawmakers|state|media)"
TOLD = rf"(?:told|tells|telling)(?:\s+{HEARER}){{0,4}}"
CUE = re.compile(rf"\b{HAVE}{ADVERB}(?:{TOLD}|(?:{SPEECH})\b){PLACE}")
ACCORDING = re.compile(r"\b[Aa]ccording to\b")
DAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
WHEN = re.compile(
    rf"\s*(?:(?:late|early|last|on)\s+)?(?:{DAYS}|today|yesterday|week)(?:\s+\w+day)?\b"
)
