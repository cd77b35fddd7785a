"""The meta of an Akoma Ntoso file: what the text is, who is named in it, what it deals with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lxml import etree

from onetext.briefing.exchange.akn.names import slug
from onetext.text.akoma_ntoso import ALPHA_3, SPACE, UNKNOWN_DATE, akn
from onetext.text.drafts import Draft
from onetext.text.parse import UNDETERMINED

_COUNTRY = "xx"
"""No country's document (ISO 3166 leaves the code to its users)."""

_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")


@dataclass(slots=True)
class References:
    """Everything that the text refers to, each once, with the identifier it is called by."""

    known: dict[tuple[str, str], str] = field(default_factory=dict)

    def name(self, kind: str, shown: str) -> str:
        """The identifier of a TLCOrganization, TLCPerson, TLCConcept or TLCReference."""
        key = (kind, one_line(shown))
        if key not in self.known:
            base = f"{kind.removeprefix('TLC').lower()}_{slug(shown) or 'unnamed'}"
            name, again = base, 1
            while name in self.known.values():
                again += 1
                name = f"{base}-{again}"
            self.known[key] = name
        return self.known[key]

    def elements(self) -> Iterable[Any]:
        for (kind, shown), name in self.known.items():
            room = kind.removeprefix("TLC").lower()
            href = shown if kind == "TLCReference" else f"/akn/ontology/{room}/{name}"
            element = etree.Element(akn(kind), eId=name, href=_uri(href), showAs=shown)
            if kind == "TLCReference":
                element.set("name", "source")
            yield element


def meta_of(draft: Draft, references: References, *, author: str, written: date) -> Any:
    """meta: identification, lifecycle, references. `references` is complete when it is called."""
    dated = draft.dated or written
    day = {"date": dated.isoformat(), "name": "draft" if draft.dated else UNKNOWN_DATE}
    editor = references.name("TLCPerson", author)
    drafter = references.name("TLCOrganization", draft.by) if draft.by else editor
    for address in draft.sources:
        references.name("TLCReference", address)
    language = ALPHA_3.get(draft.language, draft.language)
    if not _LANGUAGE.fullmatch(language):
        language = UNDETERMINED
    work = f"/akn/{_COUNTRY}/doc/{dated.isoformat()}/{slug(draft.title) or 'draft'}"
    expression = f"{work}/{language}@{dated.isoformat()}"
    meta = etree.Element(akn("meta"))
    identification = _add(meta, "identification", source=f"#{editor}")
    for name, uri, by in (
        ("FRBRWork", work, drafter),
        ("FRBRExpression", expression, drafter),
        ("FRBRManifestation", f"{expression}.xml", editor),
    ):
        level = _add(identification, name)
        _add(level, "FRBRthis", value=f"{uri}/!main" if name != "FRBRManifestation" else uri)
        _add(level, "FRBRuri", value=uri)
        if name == "FRBRManifestation":
            _add(level, "FRBRdate", date=written.isoformat(), name="written")
        else:
            _add(level, "FRBRdate", **day)
        _add(level, "FRBRauthor", href=f"#{by}")
        if name == "FRBRWork":
            _add(level, "FRBRcountry", value=_COUNTRY)
            _add(level, "FRBRname", value=one_line(draft.title) or "draft")
        elif name == "FRBRExpression":
            _add(level, "FRBRlanguage", language=language)
        else:
            _add(level, "FRBRformat", value="application/akn+xml")
    lifecycle = _add(meta, "lifecycle", source=f"#{editor}")
    _add(
        lifecycle, "eventRef", eId="event_1", date=dated.isoformat(), source=f"#{drafter}",
        type="generation",
    )  # fmt: skip
    listed = _add(meta, "references", source=f"#{editor}")
    for element in references.elements():
        listed.append(element)
    return meta


def _add(parent: Any, tag: str, /, **attributes: str) -> Any:
    return etree.SubElement(parent, akn(tag), attrib=attributes, nsmap={None: SPACE})


def one_line(words: str) -> str:
    """Words as an attribute holds them: on one line, without what cannot be printed."""
    return " ".join("".join(c for c in words if c.isprintable() or c.isspace()).split())


def _uri(address: str) -> str:
    """An address without what no URI may hold."""
    return "".join(sign if sign > " " and sign not in '<>"{}|\\^`' else "%20" for sign in address)
