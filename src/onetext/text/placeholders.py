"""Brackets that hold a place: dots, X, "date", "to be determined"."""

from __future__ import annotations

import re

MAX_CHARS = 200
_X = r"(?:[xX]{1,5}|[yYzZnN]{1,3})"
_UNIT = (
    r"(?:%|per ?cent(?:age)?|percent|years?|months?|weeks?|days?|hours?|million|billion|trillion|th"
    r"|members?|parties|states|countries|sessions?|times?|kilomet(?:re|er)s?|km|tons?"
    r"|tonnes?|euros?|dollars?)"
)
_NOUN = (
    r"(?:date|dates|number|numbers|name|names|amount|year|month|day|place|city|country"
    r"|venue|figure|percentage"
    r"|title|annex|article|paragraph|section|text|time|period|list|reference|currency"
    r"|threshold|title of \w+|name of \w+"
    r"|date of [\w ]{1,40}|number of [\w ]{1,30})"
)
_PLACEHOLDER = re.compile(
    r"[\s*_\\]*(?:\.{1,}|…|(?:\.\s){2,}\.?|[_‗–—-]{2,}|[●•■□◦]|\?+|20[xXyY]{2}"
        r"|à (?:compléter|déterminer)|(?:a|por) (?:completar|determinar)|offen|fecha|datum|дата"
        r"|tb[cdsa]|p\.?m\.?|pour m[ée]moire|n/a|reserved|blank"
    rf"|(?:US|EUR|USD|CHF)?\s?[$€£]?\s?{_X}(?:[ \u00a0]?{_UNIT}(?: {_UNIT})?)?"
    rf"|{_X}(?:[/.-]{_X})+(?:[/.-]20[xXyY]{{2}})?"
        rf"|[xX]{{2}}[/.-][xX]{{2}}[/.-](?:20)?[xXyY\d]{{2,4}}|dd[/. -]mm[/. -]y{{2,4}}"
    r"|(?:to be (?:determined|decided|confirmed|inserted|added|completed|specified"
        r"|agreed|drafted|developed|included|filled in)"
    r"|placeholder|insert|intentionally left blank|left blank|text (?:to (?:come"
        r"|follow|be \w+)|under \w+)|to come|to follow|forthcoming)\b[^\[\]]*"
    rf"|(?:the |a |insert )?{_NOUN}(?:\(s\))?(?: {_X})?(?: to be (?:determined|decided"
        rf"|confirmed|inserted|added|specified|agreed))?"
    rf"|(?:by |in |on |before |Annex |Article |paragraph |para\.? |section |year |date "
        rf"|decision |OP ?|PP ?|resolution |chapter |day |month )+{_X}(?: date| years?| "
        rf"months?| days?)?"
    r")?[\s*_.:;,\\]*",
    re.I,
)  # fmt: skip


def is_placeholder(text: str, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` only hold a place for words to come."""
    return end - start <= MAX_CHARS and bool(_PLACEHOLDER.fullmatch(text, start, end))
