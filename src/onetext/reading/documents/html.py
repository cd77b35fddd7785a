"""HTML: the article that trafilatura finds on a page, its blocks and its metadata."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from trafilatura import bare_extraction
from trafilatura.utils import load_html

from onetext.errors import UnreadableFile
from onetext.reading.documents.charsets import html_text
from onetext.reading.documents.facts import copyright_holder
from onetext.reading.documents.furniture import furniture_rule
from onetext.reading.documents.html_pieces import CAPTION_MARK, article_pieces
from onetext.reading.documents.language import language_code
from onetext.reading.documents.parts import Content, Hint, Told, laid_out
from onetext.reading.documents.wording import ends_sentence, word_count

MAX_CHARS, MAX_TAGS = 10_000_000, 60_000
_SENTENCE_WORDS, _SENTENCE_CHARS, _ARTICLE_CHARS = 8, 60, 100
_NOTICE = re.compile(r"©|\(c\) ?20\d\d|copyright", re.I)
_AMBIGUOUS = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)\b")


def html_content(raw: bytes, path: Path, encoding: str | None = None) -> Content:
    """The article on the page `raw`; its charset is `encoding`, or what the page says or shows.

    Raises:
        UnreadableFile: there is no article on the page, or the page is too large to be one.
    """
    return content_of_page(html_text(raw, path, encoding), path)


def content_of_page(page: str, path: Path, title: str | None = None) -> Content:
    """As `html_content`, from a page that is decoded already; `title` is for one without."""
    tags = page.count("<")
    if len(page) > MAX_CHARS or tags > MAX_TAGS:
        found = f"the page has {len(page):,} characters and {tags:,} tags, more than an article has"
        raise UnreadableFile(path, found, "Save the article alone, as text or HTML.")
    tree = load_html(page)
    article = None
    if tree is not None:
        _keep_captions(tree)
        language, holder = _declared_language(tree), _holder(tree)
        article = bare_extraction(
            tree,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    # bare_extraction gives a dict only where its deprecated as_dict is asked for.
    if article is None or isinstance(article, dict) or article.body is None:
        raise _no_article(path)
    told = _told(article, language, holder, page)
    told = replace(told, title=told.title or title)
    pieces = article_pieces(article.body, told.title)
    body = (words for hint, words in pieces if hint is not Hint.HEADLINE)
    running = sum(len(words) for words in body if _is_sentence(words))
    if running < _ARTICLE_CHARS:
        raise _no_article(path)
    return laid_out(pieces, told)


def _no_article(path: Path) -> UnreadableFile:
    remedy = "Save the page from a browser once it is loaded, or its words as plain text."
    return UnreadableFile(path, "it is an HTML page without an article", remedy)


def _keep_captions(tree: Any) -> None:
    """Put every figure's caption into a marked paragraph after the figure."""
    for caption in tuple(tree.iter("figcaption")):
        words = " ".join("".join(caption.itertext()).split())
        outer = caption.getparent()
        while outer is not None and outer.tag != "figure":
            outer = outer.getparent()
        if words and outer is not None and outer.getparent() is not None:
            paragraph = outer.makeelement("p")
            paragraph.text = CAPTION_MARK + words
            outer.addnext(paragraph)
            paragraph.tail, outer.tail = outer.tail, None


def _declared_language(tree: Any) -> str | None:
    names = ("lang", "{http://www.w3.org/XML/1998/namespace}lang", "xml:lang")
    return next((code for name in names if (code := language_code(tree.get(name)))), None)


def _holder(tree: Any) -> str | None:
    """Whom the copyright notice at the foot of the page names."""
    notices = (text for text in tree.itertext() if len(text) < 300 and _NOTICE.search(text))
    return next((holder for text in notices if (holder := copyright_holder(text))), None)


def _told(article: Any, language: str | None, holder: str | None, page: str) -> Told:
    publisher = _words(article.sitename) or holder
    names = (_words(name) for name in (article.author or "").split(";"))
    authors = tuple(name for name in names if name and name != publisher)
    return Told(_words(article.title), publisher, authors, _published(article.date, page), language)


def _words(told: str | None) -> str | None:
    return " ".join(told.split()) or None if told else None


def _published(told: str | None, page: str) -> date | None:
    """The page's date; None where it was read from numbers such as 03/04/2025, which two habits
    read in two ways, and the page says it in no other form."""
    if not told:
        return None
    day = date.fromisoformat(told)
    either = {(day.day, day.month), (day.month, day.day)}
    doubtful = any(
        (int(one), int(other)) in either and int(year) == day.year
        for one, other, year in _AMBIGUOUS.findall(page)
    )
    sure = day.day > 12 or day.day == day.month or told in page or not doubtful
    return day if sure else None


def _is_sentence(words: str) -> bool:
    long = word_count(words) >= _SENTENCE_WORDS or len(words) >= _SENTENCE_CHARS
    stop = ends_sentence(words) or words.endswith(("。", "।", "؟", "。」"))
    return long and stop and furniture_rule(words) is None
