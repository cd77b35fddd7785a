"""The table of rules by which a line is furniture; each names one sort of it."""

# ruff: noqa: E501 a pattern is read best unbroken

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A sort of furniture: lines of at most `most_words` words that match `pattern`."""

    name: str
    most_words: int
    pattern: re.Pattern[str]


def _rule(name: str, most_words: int, *patterns: str) -> Rule:
    return Rule(name, most_words, re.compile("|".join(f"(?:{p})" for p in patterns), re.I))


_SITES = (
    r"(?:facebook|twitter|x|whats ?app|telegram|linked ?in|reddit|instagram|threads|bluesky|mastodon"
    r"|viber|flipboard|pocket|pinterest|tumblr|youtube|tik ?tok|messenger|rss|e-?mail|sms|print|copy"
    r"(?: link)?|link(?: copied)?|save|share|tweet|post|more|comments?|bookmark|gift)"
)
_PAPER = r"(?:newsletters?|e-?mails?|bulletins?|briefings?|alerts?|notifications?|updates|digest|podcasts?)"
_PIECE = r"(?:article|story|stories|post|page|report|piece|video|news)"

RELATED, RELATED_LINK, TEASER = "related", "related link", "teaser"

RULES: tuple[Rule, ...] = (
    _rule(
        "navigation", 14,
        r"^(?:skip to|jump to|back to|return to|go to) (?:the )?(?:main |top|content|navigation|home|menu"
        r"|search|article|start)[\w ]*$",
        r"^(?:home|menu|search|sections?|log ?in|log ?out|sign in|my account|close|next|previous|contents?"
        r"|(?:next|previous) (?:article|story|post)|(?:load|show|see|view|read) (?:more|all|less)"
        r"|(?:see|view|show) all[\w ]*|continue reading|expand|breaking(?: news)?|live|latest|top|trending"
        r"|(?:[\w-]+ ){0,3}(?:main|left|right|top|side|site|mobile|primary|footer|header) menu"
        r"|in this (?:article|story)|table of contents|site map|contact(?: us)?|about(?: us)?|help|faq)"
        r"\W*$",
        r"^(?:list|slide|image|photo|picture|item|page|video|gallery|story) \d+ of \d+.*",
    ),
    _rule(
        "sharing", 16,
        rf"^share(?: (?:via|now|this(?: {_PIECE})?|the {_PIECE}|(?:this )?(?:on|to|with) (?:{_SITES}|your|friends"
        r"|others)\b.{0,40}))?[:!. ]*$",
        rf"^(?:{_SITES}\W*)+$",
        r"^(?:click|tap) (?:here )?to (?:share|print|e-?mail|copy|tweet)\b.*",
        r"^\d+(?:[.,]\d+)?[kKmM]? (?:shares?|views?|likes?|retweets?|reactions?)$",
        rf"^(?:e-?mail|print|send|save|bookmark|listen to|gift) this(?: {_PIECE})?\W*$",
    ),
    _rule(
        "subscription", 45,
        rf"^(?:sign[- ]?up|subscribe|register|get|receive|join)\b.{{0,120}}\b{_PAPER}\b.*",
        r"^sign[- ]?up (?:now|today|here|free|for (?:free|our|the|a)|to (?:our|get|receive|read))\b.*",
        r"^subscribe(?:\W*$| (?:now|today|here|to|for|and|from)\b.*)",
        r"^(?:get|read|enjoy) (?:unlimited|full|exclusive|free) (?:digital )?(?:access|articles)\b.*",
        r"^(?:already|not yet) (?:a|an) (?:subscriber|member)\b.*",
        r"^this (?:article|content|story) is (?:only )?(?:for|reserved for|available to) "
        r"(?:our )?(?:subscribers|members|registered).*",
        rf"^(?:our|the|a|this|your|daily|weekly|free|morning|evening)?\W*{_PAPER}\W*$",
        r"^(?:enter )?your e-?mail(?: address)?\W*$",
        r"^you (?:can|may) unsubscribe\b.*",
        r"^be the first to know\b.*",
    ),
    _rule(
        "app and follow prompt", 35,
        r"^(?:download|get|install|try|open) (?:the|our) .{0,40}\bapps?\b.*",
        r"^(?:available|download it) on (?:the )?(?:app store|google play)\b.*",
        r"^(?:app store|google play)\W*$",
        r"^(?:follow|like|find|join|connect with|watch|add) (?:us\b|our\b|@|.{1,40}\b(?:on|as a) "
        r"(?:facebook|twitter|x|whats ?app|telegram|instagram|linkedin|google|youtube|threads|tik ?tok"
        r"|preferred source)\b).*",
        r"^(?:turn on|allow|enable) notifications\b.*",
    ),
    _rule(
        "support prompt", 60,
        r"^(?:donate|support us|become a (?:member|supporter|subscriber|patron))\b.*",
        r"^(?:please )?(?:support|help us|help fund) (?:our|independent|quality|local) .{0,60}"
        r"(?:journalis[mt]|newsroom|reporting|work)\b.*",
    ),
    _rule(
        "cookies and scripts", 90,
        r"^(?:we|this (?:web)?site|our (?:web)?site|our partners)(?: and our partners)? uses? .{0,30}cookies\b.*",
        r"^by (?:continuing|clicking|using|signing|subscribing|browsing|registering|submitting)\b.{0,120}"
        r"\b(?:you (?:agree|accept|consent|acknowledge|confirm)|our (?:terms|cookies?|privacy))\b.*",
        r"^(?:accept|reject|manage|allow|decline)(?: all)?(?: cookies| choices| preferences| settings)?\W*$",
        r"^(?:cookies?|privacy|terms)(?: (?:policy|notice|settings|preferences|statement|of (?:use|service)"
        r"|and conditions|& conditions))?\W*$",
        r"^(?:please )?(?:enable|turn on|activate) (?:javascript|cookies)\b.*",
        r"^your browser does(?: not|n['’]t) support\b.*",
        r"^this (?:video|content|audio) (?:can ?not|can['’]t) be (?:played|displayed|shown)\b.*",
    ),
    _rule(
        "copyright", 120,
        r"^(?:©|\(c\) ?(?:19|20)\d\d|copyright (?:©|\(c\)|(?:19|20)\d\d|by\b)).*",
        r"^all (?:rights|contents?)(?: of this (?:site|page))?(?: are)? (?:reserved|copyright)\b.*",
        r"^.{0,200}\ball rights reserved\W*$",
        r"^(?:this (?:material|content|article|story|report|text)\b.{0,80}\b(?:may|must|can) ?(?:not|only) be"
        r"|no part of this\b.{0,80}\b(?:may|can) be) (?:re)?"
        r"(?:published|produced|distributed|printed|used|copied|broadcast|written)\b.*",
        r"^(?:re)?(?:printed|published|produced|posted) (?:here )?with (?:the )?(?:kind )?permission\b.*",
    ),
    _rule(
        "provenance", 60,
        r"^this (?:article|story|post|piece)(?: \w+){0,2} (?:was|is|has been|first|originally)(?: \w+){0,2}"
        r" (?:published|appeared|posted|produced|generated|translated|updated|corrected|amended|edited|created"
        r"|republished)\b.*",
        r"^the (?:article|story|post|piece) (?:was )?(?:first|originally) (?:published|appeared|posted)\b.*",
        r"^(?:originally|first) published (?:on|in|by|at)\b.*",
        r"^(?:the )?(?:views|opinions)(?: and (?:views|opinions))? expressed"
        r" (?:in this|here|are (?:those|solely|the author|his|her|their))\b.*",
        r"^(?:read|see|view) the original (?:article|story|version)\b.*",
        r"^(?:correction|editor['’]?s?['’]? note|clarification)\b\s*[:(–—-].*",
        r"^\(?(?:additional |further )?(?:reporting|writing|editing|compiled|translated|edited|produced) by "
        r"(?-i:[A-Z]).*",
        r"^.{3,150}\bcontributed (?:to this (?:report|story|article)|reporting)\b[^.]{0,60}\W*$",
    ),
    _rule(
        RELATED_LINK, 30,
        r"^(?:read(?: more| also| next| on)?|also read|see also|related(?: \w+)?|more(?: on this| from \w+| news)?"
        r"|most (?:read|viewed|popular)|watch|listen|don['’]t miss|you may also like|up next|explore more"
        r"|in pictures|in depth|explainer|opinion|live(?: updates)?|recommended|background)\s*[:|»›>▶►].*",
        r"^(?:lire aussi|à lire aussi|voir aussi|lesen sie auch|mehr zum thema|siehe auch|lea también"
        r"|lee también|leggi anche|leia também|lees ook|czytaj (?:też|także)|читайте (?:також|также)"
        r"|citește și|ayrıca okuyun)\s*[:|»›>–—-]?.*",
    ),
    _rule(
        RELATED, 12,
        rf"^(?:read more|also read|read also|read next|see also|related(?: (?:topics?|{_PIECE}|articles|items"
        r"|links|content|coverage|reading))?|most (?:read|viewed|popular|watched|shared|commented)"
        r"|recommended(?: (?:for you|stories|reading))?|more on this (?:story|topic)|more stories|more from .{1,40}"
        r"|you (?:may|might) also (?:like|be interested in)|trending(?: now)?|editor['’]?s['’]? picks?"
        r"|(?:our )?(?:top|latest) (?:stories|news|headlines|videos?)|popular|promoted(?: content| stories)?"
        r"|around the web|from the web|elsewhere on .{1,30}|what to read next|up next|don['’]t miss"
        r"|recommended by .{1,30}|sponsored (?:links|content|stories))\W*$",
    ),
    _rule(
        "advertisement", 12,
        r"^(?:advertisements?|ad|advert|adverts|sponsored|sponsor(?:ed)? (?:message|content)|paid content"
        r"|promoted|commercial|story continues below(?: (?:this )?ad(?:vertisement)?)?"
        r"|anzeige|werbung|publicité|publicidad|pubblicità|advertentie|reklama|реклама"
        r"|article continues (?:below|after)(?: (?:this )?ad(?:vertisement)?)?|scroll to continue)\W*$",
    ),
    _rule(
        "comments", 25,
        r"^(?:leave|post|write|add|view|show|read|hide|see)(?: a| your| all| the)?(?: \d+)? (?:comments?|reply)\W*$",
        r"^(?:comments?|replies|responses)\W*\d*\W*$",
        r"^\d+ (?:comments?|replies|responses)$",
        r"^(?:join|start|be part of) the (?:conversation|discussion|debate)\b.*",
        r"^comments (?:are|have been|on this)\b.*(?:closed|disabled|moderated)\W*$",
        r"^(?:do you have|have you) .{0,60}\b(?:story|tip|comment|feedback|question)s?\b.*\?.{0,80}$",
        r"^(?:got a (?:tip|story)|report an? (?:error|typo|mistake)|send us)\b.*",
    ),
    _rule(
        "tags", 40,
        r"^(?:tags?|topics?|keywords?|categor(?:y|ies)|filed (?:under|in)|posted in|published in|more about"
        r"|labels?|sections?)\s*:.*",
        r"^(?:#\w+[\s,;|]*)+$",
    ),
    _rule(
        "programme", 20,
        r"^\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: ?(?:GMT|UTC|BST|CET|ET|EST|EDT|PT))?(?:\s+\D.*[^.!?…]|\W*)$",
        r"^(?:watch|listen|listen again|tune in|on air|coming up|now playing|on demand|catch up)"
        r"(?: live| now| here| back| again)?(?: (?:on|at) .*[^.!?…]"
        r"| to (?:the|our|this|full) .{0,60}(?:podcast|programme|program|episode|show|interview|broadcast))?\W*$",
        r"^(?:watch|follow|listen) live\b.*",
        r"^(?:play|pause|mute|unmute)(?: (?:video|audio|sound))?\W*$",
        r"^(?:duration|running time|video duration)\b.*\d.*",
        r"^(?:\d+ ?(?:-|to )?)?\d+[ -]?min(?:ute)?s?(?: read| listen| watch)?$",
        r"^(?:reading|listening) time\b.*",
    ),
)  # fmt: skip
