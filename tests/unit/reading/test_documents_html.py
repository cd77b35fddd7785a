"""HTML pages: the article, its captions and facts; the rest of the page is left behind."""

from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path

import pytest

from onetext.errors import UnreadableFile
from onetext.reading.documents import load_document
from onetext.record.documents import Document

_ONE = (
    "Southland's envoy said on Tuesday that the ferry plan could not be accepted as it stands, "
    "and that her delegation would bring its own wording to the next round."
)
_TWO = (
    "“We cannot sign a text that closes our ports,” the envoy told reporters after five hours of "
    "talks in Middlemark, which ended without a statement."
)
_THREE = (
    "A senior Northland official told AFP that a third round could be held in Middlemark on Monday "
    "if both delegations agreed to the agenda."
)
_LINKED = json.dumps(
    {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Envoy rejects ferry plan as talks stall",
        "datePublished": "2025-12-03T08:15:00Z",
        "dateModified": "2025-12-05T08:15:00Z",
        "author": [{"@type": "Person", "name": "Ada Berg"}, {"@type": "Person", "name": "Bo Lind"}],
        "publisher": {"@type": "Organization", "name": "Northland Courier"},
    }
)
_NEWS = f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>Envoy rejects ferry plan as talks stall | Northland Courier</title>
<meta property="og:site_name" content="Northland Courier">
<script type="application/ld+json">{_LINKED}</script></head><body>
<div class="cookie-consent"><p>We use cookies.</p><button>Accept all</button></div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav></header>
<main><article><h1>Envoy rejects ferry plan as talks stall</h1>
<div class="byline">By <a href="/a">Ada Berg</a></div><time datetime="2025-12-03">3 December</time>
<div class="share"><a>Share on Facebook</a><a>Tweet</a></div>
<h2>Key points</h2><ul><li>Southland rejects the clause</li><li>Talks resume on Monday</li></ul>
<figure><img src="a.jpg"><figcaption>Envoys arrive. Photo: Cara Holm/NPA</figcaption></figure>
<p>{_ONE}</p><p>{_TWO}</p><h2>What Northland wants</h2><p>{_THREE}</p>
<p><strong>Read more:</strong> <a href="/x">Five things to know about the ferries</a></p>
<p>Sign up for our morning newsletter.</p>
<div class="related"><h3>Related articles</h3><ul><li><a href="/1">Storm closes strait</a></li></ul>
</div></article></main><aside><h3>Most read</h3><ol><li><a>Ten beaches</a></li></ol></aside>
<footer>© 2025 Northland Courier</footer></body></html>"""


def _read(tmp_path: Path, page: str | bytes, name: str = "page.html") -> Document:
    path = tmp_path / name
    path.write_bytes(page if isinstance(page, bytes) else page.encode())
    return load_document(path)


def _kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(document.text)) for block in document.blocks]


def _article(*paragraphs: str, head: str = "", foot: str = "") -> str:
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    return (
        f"<html><head>{head}</head><body><article><h1>Plan</h1>{body}</article>{foot}</body></html>"
    )


@pytest.mark.parametrize("name", ["page.html", "page.txt"])
def test_a_news_page_gives_its_article(tmp_path: Path, name: str) -> None:
    """Banner, navigation, share bar, asides and foot are gone; what is left has its kinds."""
    document = _read(tmp_path, _NEWS, name)
    assert _kinds(document) == [
        ("headline", "Envoy rejects ferry plan as talks stall"),
        ("heading", "Key points"),
        ("key-point", "Southland rejects the clause"),
        ("key-point", "Talks resume on Monday"),
        ("caption", "Envoys arrive. Photo: Cara Holm/NPA"),
        ("paragraph", _ONE),
        ("paragraph", _TWO),
        ("heading", "What Northland wants"),
        ("paragraph", _THREE),
        ("furniture", "Read more: Five things to know about the ferries"),
        ("furniture", "Sign up for our morning newsletter."),
    ]
    assert document.title == "Envoy rejects ferry plan as talks stall"
    assert document.authors == ("Ada Berg", "Bo Lind")
    assert document.publisher == "Northland Courier"
    assert document.published == date(2025, 12, 3)
    assert (document.language, document.agencies) == ("en", ("AFP",))


def test_a_title_that_only_the_head_has_is_put_first(tmp_path: Path) -> None:
    """The page's title is the headline even where the article does not repeat it."""
    page = _article(_ONE, _TWO, head='<meta property="og:title" content="Envoy rejects plan">')
    document = _read(tmp_path, page.replace("<h1>Plan</h1>", ""))
    assert _kinds(document)[0] == ("headline", "Envoy rejects plan")
    assert len(document.blocks) == 3


def test_an_old_page_of_tables_in_its_own_charset(tmp_path: Path) -> None:
    """Latin-1 declared, Windows-1252 meant; text cut by line breaks; navigation in a cell."""
    page = (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'
        "<title>Talks resume in Middlemark</title></head><body><table><tr><td><a href=/>Home</a> |"
        " <a href=/n>News</a> | <a href=/s>Sport</a></td></tr><tr><td><h2>Talks resume in"
        f" Middlemark</h2>Updated: 12/03/2025 10:15<br><br>{_ONE}<br><br>{_TWO}<br><br>"
        "<p>Email this | Print this</p></td></tr></table></body></html>"
    )
    document = _read(tmp_path, page.encode("cp1252"))
    assert _kinds(document) == [
        ("furniture", "Home | News | Sport"),
        ("headline", "Talks resume in Middlemark"),
        ("furniture", "Updated: 12/03/2025 10:15"),
        ("paragraph", _ONE),
        ("paragraph", _TWO),
        ("furniture", "Email this | Print this"),
    ]
    assert document.published is None


@pytest.mark.parametrize(
    ("declared", "codec"),
    [("utf-8", "utf-8"), ("windows-1252", "utf-8"), ("utf-8", "cp1252"), ("nonsense", "cp1252")],
)
def test_wrongly_declared_charsets(tmp_path: Path, declared: str, codec: str) -> None:
    """UTF-8 that decodes is UTF-8; what does not is read as it looks."""
    page = _article(_ONE, _TWO, head=f'<meta charset="{declared}">')
    assert _TWO in _read(tmp_path, page.encode(codec)).text


def test_another_language_is_declared_or_known(tmp_path: Path) -> None:
    """The lang attribute counts; without it the words do."""
    words = (
        "La médiatrice a présenté jeudi un nouveau projet de texte aux deux délégations réunies.",
        "« Nous avons besoin de quelques jours pour le lire », a déclaré la ministre à l’AFP.",
    )
    page = _article(*words)
    assert _read(tmp_path, page).language == "fr"
    assert _read(tmp_path, page.replace("<html>", '<html lang="fr-CA">')).language == "fr"


def test_the_notice_at_the_foot_names_the_publisher(tmp_path: Path) -> None:
    """Where no metadata tells, the copyright notice does."""
    foot = "<footer><p>© 2025 Strait Weekly. All rights reserved.</p></footer>"
    assert _read(tmp_path, _article(_ONE, _TWO, foot=foot)).publisher == "Strait Weekly"


NO_ARTICLE = {
    "log-in page": "<html><body><nav><a>Home</a></nav><form><input></form><p>Please enable"
    " JavaScript to continue.</p></body></html>",
    "no body": "<html></html>",
    "words only": "Envoy",
    "script": "<html><body><script>var a = 1;</script><div id=app></div></body></html>",
    "links": "<html><body>" + "<a href=x>Ferries</a> " * 50 + "</body></html>",
    "deep": "<html><body>" + "<div>" * 20_000 + f"<p>{_ONE}</p>",
}


@pytest.mark.parametrize("what", NO_ARTICLE)
def test_a_page_without_an_article_is_named(tmp_path: Path, what: str) -> None:
    """Pages that hold no running text, or hide it thousands of tags deep, get the sentence."""
    with pytest.raises(UnreadableFile, match="without an article"):
        _read(tmp_path, NO_ARTICLE[what])


def test_a_page_of_a_million_tags_is_refused_at_once(tmp_path: Path) -> None:
    """No article is that large; the sentence says how large it is."""
    started = time.process_time()
    with pytest.raises(UnreadableFile, match="1,000,0"):
        _read(tmp_path, "<html><body>" + "<a href=x>l</a> " * 500_000)
    assert time.process_time() - started < 10
