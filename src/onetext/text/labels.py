"""What stands at the head of a numbered place: its label, and how it may be read.

"(i)" may be the first roman number or the ninth letter; every reading is kept here, and the
sequence that the label stands in decides (see nesting).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onetext.text.label_readings import Reading, readings_of
from onetext.text.label_words import BARE, IN_LISTS, MEANING, OPTIONS, PATTERN
from onetext.text.party_names import names_of

_TIMES = (
    "bis|ter|quater|quat|quinquies|sexies|septies|octies|novies|decies|бис|тер|кватер|مكرر"
    "|alt(?:[.]?[ ]?[0-9]{1,2}(?![0-9.]))?"
)
_SUFFIXES = rf"(?:[ \t.]?[*_(]{{0,2}}(?:{_TIMES}|new)\b[*_)]{{0,2}})"
_ALT = r"(?:[ \t]?A(?:lt|LT)\b(?:[.]?[ ]?[0-9]{1,2}(?![0-9.]))?)?"
_SUFFIX = rf"(?:[A-Za-z](?![\w'’]))?{_SUFFIXES}{{0,3}}{_ALT}"
_OPENING = (
    r"(?:\\?[\[［][ \t]?|[*_~]{1,4}|<[a-z]{1,4}>){0,8}"  # emphasis and brackets before a label
)
_CLOSING = r"(?:\\?[\]］]|[*_~]{1,4}|</[a-z]{1,4}>){0,8}"
_AFTER = r"(?=[\s\[*_\]~\"“«]|$|\\[\[\]])"
_NUMBER_WORDS = "One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten"
_FIRST = "premier|première|primero|primera|primeiro|unique|único"
_HEADED = (
    r"(?:[ \t]+[A-Z][\w'’-]*(?:[ \t]+(?:of|and|the|for|in|on|to|or|de|del|des|et|y)\b)*){1,8}\."
)
_WORD = re.compile(
    rf"{_OPENING}(?P<label>(?P<word>{PATTERN})[ \t\u00a0]*"
    rf"(?P<number>\(?(?:\d{{1,4}}(?:\.\d{{1,3}})*"
    rf"(?:[ \t]?(?:[-–]|to|and)[ \t]?\d{{1,4}})?(?:(?:er|re)\b|[.]?[º°]|{_SUFFIX})"
    rf"|[IVXLC]+{_SUFFIXES}{{0,3}}"
    rf"|[A-Za-z]{_SUFFIXES}{{0,3}}|{_NUMBER_WORDS}|{_FIRST})\)?)"
    rf"|(?P<alone>Alt(?:ernative)?(?:[ \t]text)?)(?=[ \t]*:))(?![\w/-])"
    rf"(?P<who>[ \t]*\([^()\n]{{2,80}}\)(?=[ \t]*:))?{_CLOSING}"
    rf"(?P<close>[ \t]*[.:–—][-–—]?[*_]*(?=\s|$|[\[\"“])|[ \t]+[-–—](?=\s)|(?=[ \t]*[(*_\[\\])"
    rf"|[ \t]*$|)",
    re.I,
)  # fmt: skip
_SPACED = re.compile(r"[ \t\u00a0]+")
_PLAIN = re.compile(
    rf"{_OPENING}(?P<label>"
    rf"\((?P<inside>\d{{1,3}}(?:\.\d{{1,3}})*|[A-Za-z]{{1,2}}|[ivxlcdm]{{1,7}}|[IVXLCDM]{{1,7}}"
    rf"|[^\W\d_]ـ?){_SUFFIXES}{{0,3}}\)"
    rf"|(?:\d{{1,3}}|[A-Z](?=\.\d))(?:\.(?:\d{{1,3}}|[xX]{{1,2}}\b))+{_SUFFIX}(?:[.):]-?)?"
    rf"|\d{{1,3}}(?:\([A-Za-z]{{1,5}}\))+[.:]?"
    rf"|\d{{1,3}}[ \t]?[-–][ \t]?\d{{1,3}}[.)](?![\d-])"
    rf"|\d{{1,3}}{_SUFFIX}(?:[.):][-–]?|-(?=\s))"
    rf"|\d{{1,3}}[ \t.]?[*_(]{{0,2}}(?:{_TIMES})\b[*_)]{{0,2}}(?:[ \t]?A(?:lt|LT)\b)?[.):]?"
    rf"|\d{{1,3}}[A-Z]?(?=\t)"
    rf"|(?:[A-Za-z]|[ivxlcdm]{{2,7}}|[IVXLCDM]{{2,7}}|[^\W\d_a-zA-Z]ـ?){_SUFFIXES}{{0,3}}[.)]"
    rf"|§[ \t]?\d{{1,4}}[.):]?"
    rf"|(?P<paragraph>(?:New[ \t]|NEW[ \t])?(?:OP|PP|CP|op|pp))[ \t]?(?P<n6>\d{{1,3}}|[xX]\b)"
    rf"(?:[ \t]?[-–][ \t]?(?:OP|PP)?\d{{1,3}}\b)?(?P<s6>{_SUFFIX}(?:[ \t]?NEW\b)?"
    rf"(?:[ \t]?\([a-z]{{1,4}}\)(?=[ \t]))?)(?:[.:)]|[ \t][-–](?=[ \t]))?"
    rf")(?:\[\^[^\]\s]+\])?{_CLOSING}{_AFTER}"
)
_UNSPACED = re.compile(
    rf"{_OPENING}(?P<label>第[ ]?(?:[一二三四五六七八九十]{{1,3}}|\d{{1,3}})[ ]?"
    rf"(?P<unit>[条條章节節款项])"
    rf"|[（(](?P<inside>[一二三四五六七八九十]{{1,3}}|\d{{1,2}})[）)]"
    rf"|(?P<listed>[一二三四五六七八九十]{{1,3}}|\d{{1,2}})、"
    rf"|\d{{1,2}}\.(?=[A-Z][a-z]))"
)  # fmt: skip
_BULLET = re.compile(r"(?P<mark>[-*+•◦▪‣–—])[ \t]+(?=\S)")
_LED = re.compile(r"[*_]{0,3}\\?\[[*_]{0,3}(?P<who>[^:\[\]\n]{2,80}):[ \t]*")
_ALT_OF = re.compile(
    r"(?P<label>(?P<who>[^\W\d_a-z][^:\[\]\n.;]{1,60}?)[ \t]+(?:alt(?:ernative)?|ALT)"
    r"(?:[ \t.]?\d{1,2})?)[ \t]*:(?=\s)"
)
_ALT_ENDS = re.compile(r"[ \t]+alt(?:ernative)?\.?\Z", re.I)
_TITLED = re.compile(rf"{_HEADED}(?=\s|$)")
_ANNEX = re.compile(
    r"[*_]{0,3}(?P<label>(?i:annexe?|appendix|anexo|anhang|приложение))"
    r"[*_]{0,3}[ \t]*[:.]?[*_]{0,3}[ \t]*$"
)
_MAX_TITLE = 80


@dataclass(frozen=True, slots=True)
class Label:
    """A label as found. `end` is where the wording begins; `word` is "article", "option", ..."""

    found: str
    bare: str
    start: int
    end: int
    readings: tuple[Reading, ...]
    word: str = ""
    is_heading: bool = False

    @property
    def is_option(self) -> bool:
        return self.word in OPTIONS


def label_at(text: str, start: int, end: int) -> Label | None:
    """The label that begins at `start` of the line that ends at `end`, if there is one."""
    return (
        _numbered(text, start, end)
        or _of_a_party(text, start, end)
        or _bullet(text, start, end)
        or _after_a_name(text, start, end)
    )


def _numbered(text: str, start: int, end: int) -> Label | None:
    if word := _WORD.match(text, start, end):
        return _worded(word, text, end)
    if annex := _ANNEX.match(text, start, end):
        label = annex["label"]
        reading = Reading("annex", (0,))
        return Label(label, label, start, annex.end(), (reading,), "annex", True)
    if plain := _PLAIN.match(text, start, end):
        return _plain(plain)
    if unspaced := _UNSPACED.match(text, start, end):
        return _of_unspaced(unspaced)
    return None


def _bullet(text: str, start: int, end: int) -> Label | None:
    bullet = _BULLET.match(text, start, end)
    if not bullet:
        return None
    inner = _numbered(text, bullet.end(), end)
    if inner and (not inner.word or inner.is_option):
        return inner
    return Label("-", "-", start, bullet.end(), (Reading(f"bullet{bullet['mark']}", (0,)),))


def _of_a_party(text: str, start: int, end: int) -> Label | None:
    """A party's alternative: Northland alt:"""
    found = _ALT_OF.match(text, start, end)
    if not found or not names_of(found["who"]):
        return None
    label = found["label"]
    return Label(label, label, start, found.end(), (Reading("alternative", (0,)),), "alternative")


def _after_a_name(text: str, start: int, end: int) -> Label | None:
    """[Northland: 3 bis. ...]: the label that stands after those who propose the point."""
    led = _LED.match(text, start, end)
    if not led or not names_of(_ALT_ENDS.sub("", led["who"])):
        return None
    label = _numbered(text, led.end(), end)
    return label if label and label.bare[:1] not in "abcdefghijklmnopqrstuvwxyz" else None


def _worded(found: re.Match[str], text: str, end: int) -> Label | None:
    if found["alone"]:
        reading = Reading("alternative", (0,))
        label = found["label"]
        end = text.find(":", found.end("alone")) + 1
        return Label(label, label, found.start(), end, (reading,), "alternative")
    said = found["word"]
    word = MEANING[_SPACED.sub(" ", said.lower())]
    spaced = len(said) < len(found["label"]) - len(found["number"])
    if not spaced and word not in OPTIONS:
        return None
    if said[0].islower():
        return None
    rest = text[found.end() : end].strip()
    titled = (
        not found["close"]
        and rest
        and rest[0].isupper()
        and (
            word in OPTIONS
            or (len(rest) < _MAX_TITLE and rest[-1] not in ".,;")
            or ("." in found["number"] and _TITLED.match(text, found.end(), end))
        )
    )
    marked = found["close"] or found.end() == end or rest[:1] in ("(", "*", "_", "[", "\\")
    if not marked and not titled:
        return None
    number = found["number"].strip("().º°")
    readings = tuple(
        Reading(word + reading.family, reading.numbers, reading.suffix)
        for reading in readings_of(number, "")
    )
    if not readings:
        return None
    heading = word not in IN_LISTS
    if heading and found["close"].strip() and len(rest) > 120:
        heading = word == "article"
    bare = number if word in BARE else _SPACED.sub(" ", found["label"]).replace("*", "")
    label = found["label"].rstrip("*_ ")
    return Label(label, bare, found.start(), found.end(), readings, word, heading)


def _plain(found: re.Match[str]) -> Label | None:
    label = found["label"]
    if found["paragraph"]:
        number = 999 if found["n6"] in "xX" else int(found["n6"])
        family = found["paragraph"][-2:].upper()
        reading = Reading(family, (number,), _clean(found["s6"]))
        bare = _clean(label.rstrip(".:) -–"))
        if "(" in bare and not bare.endswith(")"):
            bare += ")"
        return Label(label.rstrip(" -–"), bare, found.start(), found.end(), (reading,))
    bare = _clean(label.strip("().:-– §") if label.count("(") < 2 else label.rstrip(".:"))
    if "(" in bare and not bare.endswith(")"):
        bare += ")"
    delimiter = "()" if label[0] == "(" else ")" if label[-1] == ")" else "."
    readings = readings_of(bare, "§" if label[0] == "§" else delimiter)
    if not readings:
        return None
    return Label(label.rstrip("*_ "), bare, found.start(), found.end(), readings)


def _of_unspaced(found: re.Match[str]) -> Label | None:
    label = found["label"]
    number = re.sub(r"[^\d一二三四五六七八九十]", "", label)
    readings = readings_of(number, "()" if found["inside"] else ".")
    if not readings:
        return None
    unit = found["unit"]
    if not unit:
        return Label(label, number, found.start(), found.end(), readings)
    word = "article" if unit in "条條" else "chapter" if unit == "章" else "section"
    worded = tuple(Reading(word + r.family, r.numbers, r.suffix) for r in readings)
    return Label(label, label, found.start(), found.end(), worded, word, unit not in "款项")


def _clean(words: str) -> str:
    return re.sub(r"[*_]+", "", words).strip()
