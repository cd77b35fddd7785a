"""Names of Akoma Ntoso 1.0 that both its writer and its reader use.

Source: OASIS LegalDocumentML, Akoma Ntoso Version 1.0 Part 1 and Part 2 (2018), and the Naming
Convention Version 1.0 (2019).
"""

from __future__ import annotations

SPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN_SPACE = "urn:onetext:akn:1"
"""Attributes that the standard has no place for; programs that do not know them may pass over."""

HIERARCHY = (
    "clause", "section", "part", "paragraph", "chapter", "title", "article", "book", "tome",
    "division", "list", "point", "indent", "alinea", "rule", "subrule", "proviso", "subsection",
    "subpart", "subparagraph", "subchapter", "subtitle", "subdivision", "subclause", "sublist",
    "level", "transitional", "hcontainer",
)  # fmt: skip
LOOSE = "words"
"""The name of the container of words that stand between points and belong to none of them."""
BRACKET = "bracket"
ATTRIBUTION = "attribution"
UNKNOWN_DATE = "written"
"""The name of a date that says when the file was written, as the text has none."""

ALPHA_3 = {
    "ar": "ara", "de": "deu", "en": "eng", "es": "spa", "fr": "fra", "it": "ita", "ja": "jpn",
    "nl": "nld", "pl": "pol", "pt": "por", "ru": "rus", "tr": "tur", "uk": "ukr", "zh": "zho",
}  # fmt: skip
"""Languages that the Naming Convention writes with three letters (ISO 639-2)."""


def akn(name: str) -> str:
    """The qualified name of an element."""
    return f"{{{SPACE}}}{name}"


def own(name: str) -> str:
    """The qualified name of an attribute of our own."""
    return f"{{{OWN_SPACE}}}{name}"
