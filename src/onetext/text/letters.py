"""Letters and numerals that labels count with, in the scripts of the UN and a few more.

A letter of a script that is not listed counts by its place in Unicode, which is the order of
its alphabet closely enough to tell what comes next.
"""

from __future__ import annotations

import unicodedata

_ALPHABETS = {
    "a": "abcdefghijklmnopqrstuvwxyz",
    "а": "абвгдежзиклмнопрстуфхцчшщэюя",  # Cyrillic; the letters that lists use
    "α": "αβγδεζηθικλμνξοπρστυφχψω",  # Greek
    "ا": "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ",  # the abjad order, as the UN's Arabic texts have it
}
_CHINESE = {digit: at for at, digit in enumerate("一二三四五六七八九", 1)}
_ALIF = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ـ": None})


def letter_place(letters: str) -> tuple[str, int, str] | None:
    """Where a label of letters stands: its alphabet, its place from 1, and what sets it apart
    from the letter at that place (ñ comes after n, at the place of n). aa is the 27th.

    None where the letters are no label: more than one, and not all the same.
    """
    plain = unicodedata.normalize("NFC", letters.lower()).translate(_ALIF)
    if not plain or len(set(plain)) > 1 or not plain[0].isalpha():
        return None
    letter, times = plain[0], len(plain) - 1
    for name, alphabet in _ALPHABETS.items():
        if letter in alphabet:
            return name, alphabet.index(letter) + 1 + len(alphabet) * times, ""
    base = unicodedata.normalize("NFD", letter)[0]
    if base != letter and base in _ALPHABETS["a"]:
        return "a", _ALPHABETS["a"].index(base) + 1 + 26 * times, letter
    script = unicodedata.name(letter, "unknown").split()[0]
    return script, ord(letter) + 1, ""


def chinese_number(numerals: str) -> int | None:
    """The number from 1 to 99 that Chinese numerals such as 二十三 stand for."""
    tens, ten, ones = numerals.rpartition("十")
    if any(sign not in _CHINESE for sign in (tens, ones) if sign):
        return None
    if not ten:
        return _CHINESE.get(numerals)
    return 10 * _CHINESE.get(tens, 1) + _CHINESE.get(ones, 0)
