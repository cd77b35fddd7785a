"""News agencies that a report names, in the order in which it names them."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Short name -> further names. A short name counts wherever it stands as a word of its own.
_NAMES: dict[str, tuple[str, ...]] = {
    "AFP": ("Agence France-Presse", "Agence France Presse"),
    "AP": ("Associated Press",),
    "Reuters": ("Thomson Reuters",),
    "TASS": ("ITAR-TASS", "Tass"),
    "Interfax": (),
    "Interfax-Ukraine": (),
    "Ukrinform": (),
    "UNIAN": ("Unian",),
    "RIA Novosti": ("RIA",),
    "dpa": ("DPA", "Deutsche Presse-Agentur"),
    "epd": ("Evangelischer Pressedienst",),
    "Xinhua": (),
    "ANSA": ("Ansa",),
    "Adnkronos": (),
    "EFE": ("Agencia EFE", "EPA-EFE"),
    "Europa Press": (),
    "Lusa": (),
    "UPI": ("United Press International",),
    "Bloomberg": ("Bloomberg News",),
    "Dow Jones Newswires": (),
    "Canadian Press": (),
    "AAP": ("Australian Associated Press",),
    "Kyodo": ("Kyodo News",),
    "Jiji Press": (),
    "Yonhap": (),
    "KCNA": (),
    "PTI": ("Press Trust of India",),
    "ANI": ("Asian News International",),
    "Antara": (),
    "Bernama": (),
    "Anadolu": ("Anadolu Agency", "Anadolu Ajansı"),
    "DHA": ("Demirören News Agency",),
    "IRNA": (),
    "ISNA": (),
    "Tasnim": (),
    "SANA": (),
    "Petra": (),
    "WAM": (),
    "KUNA": (),
    "QNA": ("Qatar News Agency",),
    "SPA": ("Saudi Press Agency",),
    "MENA": ("Middle East News Agency",),
    "APS": ("Algérie Presse Service",),
    "PAP": ("Polish Press Agency",),
    "ČTK": ("CTK", "Czech News Agency"),
    "TASR": (),
    "MTI": (),
    "Agerpres": ("AGERPRES",),
    "News.ro": (),
    "BTA": ("Bulgarian News Agency",),
    "Tanjug": (),
    "Beta": (),
    "HINA": (),
    "STA": ("Slovenian Press Agency",),
    "ANA-MPA": ("Athens-Macedonian News Agency",),
    "BelTA": ("BELTA",),
    "Moldpres": (),
    "Armenpress": (),
    "Azertac": ("AZERTAC",),
    "Trend": ("Trend News Agency",),
    "Interpress": ("InterpressNews",),
    "Kazinform": (),
    "APA": ("Austria Press Agency", "Azeri Press Agency"),
    "Keystone-SDA": (),
    "Belga": (),
    "ANP": (),
    "Ritzau": (),
    "NTB": (),
    "TT": ("Tidningarnas Telegrambyrå",),
    "STT": ("Finnish News Agency",),
    "BNS": ("Baltic News Service",),
    "LETA": (),
    "ELTA": (),
    "PA": ("PA Media", "Press Association"),
    "Prensa Latina": (),
    "Télam": ("Telam",),
    "Agência Brasil": ("Agencia Brasil",),
    "NAN": ("News Agency of Nigeria",),
}
# Names that are other words too count only where the words around them speak of a source.
_UNCLEAR = frozenset(
    [
        "ANI",
        "AAP",
        "APA",
        "APS",
        "ANP",
        "Antara",
        "Beta",
        "BTA",
        "Bloomberg",
        "DHA",
        "ELTA",
        "HINA",
        "LETA",
        "Lusa",
        "MENA",
        "MTI",
        "NAN",
        "NTB",
        "PA",
        "PAP",
        "Petra",
        "PTI",
        "QNA",
        "RIA",
        "SANA",
        "SPA",
        "STA",
        "STT",
        "TT",
        "Trend",
        "WAM",
        "epd",
    ]
)


def _pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    canon = {name: short for short, others in _NAMES.items() for name in (short, *others)}
    ordered = sorted(canon, key=len, reverse=True)
    clear = "|".join(re.escape(name) for name in ordered if name not in _UNCLEAR)
    unclear = "|".join(re.escape(name) for name in ordered if name in _UNCLEAR)
    sourced = (
        r"\b(?:told|by|via|from|agency|agencies|with) (?:the |news agency )?"
        rf"(?P<a>{unclear})(?![\w-])"
        rf"|\((?P<b>{unclear})\)"
        rf"|(?<![\w-])(?P<c>{unclear})"
        r"(?= (?:news agency|reported|reports|correspondent|cited|quoted))"
    )
    return re.compile(rf"(?<![\w-])(?P<d>{clear})(?!-?\d)(?![\w])|{sourced}"), canon


_AGENCY, _CANON = _pattern()


def agencies_in(texts: Iterable[str]) -> tuple[str, ...]:
    """The news agencies that `texts` name, each once, by their usual short names."""
    seen: dict[str, None] = {}
    for text in texts:
        for found in _AGENCY.finditer(text):
            name = next(name for name in found.groups() if name)
            seen.setdefault(_CANON[name])
    return tuple(seen)
