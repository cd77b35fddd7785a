"""PA-X issue codes: which of the issues that peace agreements are coded for a text is about.

Source: C. Bell, S. Badanjak, R. Forster, A. Jamar, K. McNicholl, K. Nash, J. Pospisil and L. Wise
(2019), PA-X Peace Agreements Database and Dataset, Version 2, codebook of 19 June 2019,
www.peaceagreements.org; later versions keep these names of variables. The sentences are ours.

PA-X codes a provision of an agreement from its whole text. Here a code stands where words that
name its matter stand in a statement or in an issue's label, or where our topic is that very
matter (ceasefire: Ce; security guarantees: SsrGua). No code says "not found", never "not there".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onetext.record.statements import Topic


@dataclass(frozen=True, slots=True)
class Issue:
    """A PA-X variable, the matter it stands for, and the words that name that matter."""

    code: str
    matter: str
    words: str


ISSUES = (
    Issue("StBor", "the line of borders", r"borders?\b|boundar|demarcat|delimit"),
    Issue("StXbor", "dealings across a border", r"cross-border"),
    Issue(
        "StRef",
        "a referendum on the state",
        r"referend\w*[^.;]{0,60}\b(?:status|statehood|independence|territor)",
    ),
    Issue("StInd", "independence or secession", r"secession|independence of|self-determination"),
    Issue("Ele", "elections", r"elections?\b|electoral"),
    Issue("Polps", "sharing of political power", r"power[- ]sharing|share (?:of )?power"),
    Issue("Terps", "territorial sharing of power", r"autonom|federali|self-rule|devolution"),
    Issue("ProtCiv", "protection of civilians", r"protection of civilians|protect(?:ing)? civil"),
    Issue("Dev", "development and reconstruction", r"reconstruct|rebuil|development fund"),
    Issue("DevHum", "humanitarian aid", r"humanitarian"),
    Issue("NatRes", "natural resources", r"natural resource|minerals?\b|rare earth"),
    Issue("SsrGua", "security guarantees", r"security guarant|security assurance"),
    Issue("Ce", "a ceasefire", r"ceasefire|cease-fire|truce|cessation of hostilities|armistice"),
    Issue("SsrArm", "armed forces", r"armed forces|army\b|military personnel|peacetime strength"),
    Issue("SsrDdr", "disarming and demobilising", r"disarm|demobili|decommission|reintegrat"),
    Issue(
        "SsrFf",
        "withdrawal of foreign forces",
        r"(?:withdraw\w*|pull\w* out|leave)\b[^.;]{0,40}\bforeign (?:forces|troops)"
        r"|foreign (?:forces|troops)[^.;]{0,40}\b(?:withdraw|leave|pull)",
    ),
    Issue("Terr", "terrorism", r"terroris"),
    Issue("TjAm", "amnesty and pardon", r"amnest|pardon"),
    Issue("TjPrire", "release of prisoners", r"prisoners?\b|detainees?\b|hostages?\b|captives?\b"),
    Issue("TjMis", "missing persons", r"missing (?:persons|people)"),
    Issue("TjSan", "sanctions", r"sanctions?\b"),
    Issue("TjRep", "reparations", r"reparation"),
    Issue("ImPK", "an international mission or force", r"peacekeep|observer|monitoring mission"),
)
CODES: dict[str, str] = {issue.code: issue.matter for issue in ISSUES}

_FOUND = [(issue.code, re.compile(rf"\b(?:{issue.words})", re.IGNORECASE)) for issue in ISSUES]
_OF_TOPIC = {Topic.CEASEFIRE: "Ce", Topic.SECURITY_GUARANTEES: "SsrGua"}


def pax_codes(words: str, topic: Topic) -> tuple[str, ...]:
    """The codes of the matters that `words` name or that `topic` is, in the codebook's order."""
    by_topic = _OF_TOPIC.get(topic)
    return tuple(code for code, named in _FOUND if code == by_topic or named.search(words))
