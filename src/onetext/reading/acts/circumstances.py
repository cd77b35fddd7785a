"""Where a statement was made, to whom, and which outlet relayed it.

All three are read next to the cue and the source, never inside the content.
"""

from __future__ import annotations

import re

from onetext.reading.attributions import Attribution
from onetext.text.spans import Span

REACH_CHARS = 120

_NAME = (
    r"[A-Z](?:[\w&’'-]|\.(?=\w))*(?:\s+(?:of\s+|the\s+|for\s+)?[A-Z](?:[\w&’'-]|\.(?=\w))*){0,4}"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_TOLD = re.compile(
    r"\b(?:told|tell|tells|telling|informed|assured|informs|assures|briefed)\s+"
    rf"(?P<to>(?:the\s+|a\s+|an\s+|his\s+|her\s+|its\s+|their\s+)?(?:[a-z]+\s+){{0,2}}?(?:{_NAME}|"
    r"reporters|journalists|lawmakers|media|parliament|delegates|ministers|diplomats|senators"
    r"|deputies"
    r"|supporters|troops|soldiers|officials|students|crowds?|cabinet|audience|leaders"
    r"|ambassadors|allies))"
    r"(?P<outlet>['’]s?\s+(?:the\s+)?[A-Z][\w’']*(?:\s+[A-Z][\w’']*){0,3})?"
)
_INTERVIEW = re.compile(
    r"\b(?:in\s+(?:an?\s+)?(?:\w+\s+){0,3}?(?:interview|conversation|podcast)\s+(?:with|for|to"
    r"|on|by|published\s+by|broadcast\s+by)"
    r"|speaking\s+(?:to|with|on)|in\s+(?:remarks|comments|a\s+statement)\s+(?:carried|quoted"
    r"|published|reported|cited|broadcast)\s+by"
    r"|(?:carried|quoted|cited|reported)\s+by|as\s+quoted\s+by|citing)\s+"
    rf"(?P<outlet>(?:the\s+|[A-Za-z]+(?:-language)?\s+(?:state\s+)?(?:news\s+agency|newspaper"
    rf"|broadcaster|television|TV|daily|magazine)\s+)?{_NAME})"
)
_ACCORDING = re.compile(rf"\b(?:according\s+to|reported\s+by)\s+(?P<outlet>(?:the\s+)?{_NAME})\s*$")
_OUTLET = re.compile(
    r"\b(?:News|Times|Post|Journal|Guardian|Telegraph|Radio|TV|Television|Press|Agency|Network"
    r"|Herald|Tribune"
    r"|Economist|Magazine|Gazette|Mail|Mirror|Independent|Standard|Broadcasting|Daily|Weekly"
    r"|Today|Media)\b"
    r"|\b(?:AFP|AP|BBC|CNN|CNBC|NPR|PBS|ABC|CBS|NBC|DPA|dpa|ANSA|EFE|TASS|RIA|ITV|RTE|CBC|ARD"
    r"|ZDF)\b"
    r"|\b(?:Reuters|Bloomberg|Axios|Politico|POLITICO|Interfax|Xinhua|Kyodo|Yonhap|Anadolu"
    r"|Associated\s+Press"
    r"|Agence\s+France-Presse|Al\s+Jazeera|Al\s+Arabiya|Sky|Fox|Newsmax|Euronews"
    r"|Deutsche\s+Welle|Le\s+Monde"
    r"|Der\s+Spiegel|El\s+País|Corriere)\b"
)
_VENUES = re.compile(
    r"\b(?:(?:in|during|at)\s+(?P<form>an?\s+(?:\w+\s+){0,3}?(?:interview|post|speech"
    r"|press\s+conference|news\s+conference"
    r"|briefing|address|statement|message|letter|video(?:\s+address)?|call|meeting|podcast"
    r"|conference|ceremony|rally|summit)"
    rf"(?:\s+(?:on|with|in|at|to)\s+(?:the\s+)?{_NAME})?)"
    rf"|(?:in|at)\s+(?P<place>(?:the\s+)?(?!{_DAY}){_NAME})"
    r"|on\s+(?P<platform>X|Telegram|Facebook|Twitter|Truth\s+Social|Instagram|YouTube"
    r"|state\s+television|television|social\s+media))"
)
_NEXT_CLAUSE = re.compile(r"\b(?:that|who|which|where|when|as|after|before|ahead)\b|[;:]")
_END_OF_NAME = re.compile(rf"\s+(?:on\s+)?(?:{_DAY}).*$")


def addressee_of(text: str, attribution: Attribution, sentence: Span) -> str | None:
    """To whom it was said ("told reporters" -> "reporters"), or None."""
    found = _TOLD.search(_around(text, attribution, sentence))
    return _trimmed(found["to"]) if found else None


def via_of(text: str, attribution: Attribution, sentence: Span) -> tuple[str, ...]:
    """The agencies and outlets to which it was said or that relayed it, in order."""
    around = _around(text, attribution, sentence)
    names = [_trimmed(found["outlet"]) for found in _INTERVIEW.finditer(around)]
    for told in _TOLD.finditer(around):
        names.append(_trimmed(told["to"]))
        if told["outlet"]:
            names.append(_trimmed(told["outlet"].lstrip("'’s ")))
    if by := _ACCORDING.search(around):
        names.append(_trimmed(by["outlet"]))
    return tuple(dict.fromkeys(_bare(name) for name in names if _OUTLET.search(name)))


def venue_of(text: str, attribution: Attribution, sentence: Span) -> str | None:
    """Where or in what form it was said ("in an interview", "on X", "in Geneva"), or None."""
    if attribution.cue is None:
        return None
    after = _after_cue(text, attribution, sentence)
    found = _VENUES.search(after)
    if found is None:
        return None
    venue = _trimmed(found["form"] or found["place"] or found["platform"])
    return None if venue in ("a", "an", "the", "") else venue


def _after_cue(text: str, attribution: Attribution, sentence: Span) -> str:
    """From the cue to the next content or the next clause."""
    cue = attribution.cue
    if cue is None:
        return ""
    starts = [span.start for span in attribution.content if span.start >= cue.end]
    stop = min([max(sentence.end, cue.end), cue.end + REACH_CHARS, *starts])
    words = text[cue.start : stop]
    return _NEXT_CLAUSE.split(words)[0]


def _around(text: str, attribution: Attribution, sentence: Span) -> str:
    """The sentence around the cue without its contents."""
    anchor = attribution.cue or attribution.source
    if anchor is None:
        return ""
    before = [span.end for span in attribution.content if span.end <= anchor.start]
    after = [span.start for span in attribution.content if span.start >= anchor.end]
    start = max([min(sentence.start, anchor.start), anchor.start - REACH_CHARS, *before])
    stop = min([max(sentence.end, anchor.end), anchor.end + REACH_CHARS, *after])
    return text[start:stop].rstrip(" ,.:;“\"‘'")


def _trimmed(name: str) -> str:
    return _END_OF_NAME.sub("", " ".join(name.split())).rstrip(" ,.'’")


def _bare(name: str) -> str:
    return re.sub(r"['’]s$", "", re.sub(r"^(?:the|The)\s+", "", name))
