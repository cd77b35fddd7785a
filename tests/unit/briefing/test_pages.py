"""How a brief is laid out: nothing from a source is ever markup, and nothing is half-written."""

from __future__ import annotations

import io
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import docx
import pytest
from markdown_it import MarkdownIt

from onetext.briefing.citations import address_in
from onetext.briefing.compose import compose
from onetext.briefing.docx import render_docx
from onetext.briefing.pages import escape_markdown, render_html, render_markdown
from onetext.briefing.write import UnwritableBrief, write_brief
from onetext.record.files import UnwritableFile
from onetext.record.record import Record
from onetext.record.statements import Act, Reading, Topic
from onetext.record.views import Verdict
from onetext.testing import make_document, make_statement, sample_record

HOSTILE = '<script>alert("x")</script> [link](javascript:x) | pipe \x0b \x1b[31m \u202e bell'


def hostile_record() -> Record:
    """The sample with one more report whose every field tries to be markup."""
    record = sample_record()
    document = make_document(
        f"Tomas Hale said that the border of Northland must be {HOSTILE}.",
        title=HOSTILE,
        publisher=HOSTILE,
        published=date(2030, 3, 11),
    )
    statement = make_statement(
        document,
        f"the border of Northland must be {HOSTILE}",
        speaker="Tomas Hale",
        role=HOSTILE,
        party="Northland",
        act=Act.DEMAND,
        topic=Topic.TERRITORY,
    )
    record.receive(
        Reading(document, (statement,), (), (), (), ()), origin="hostile.html", reader="by hand"
    )
    pending = [s.id for s in record.store.statements(verdicts=(Verdict.PENDING,))]
    record.accept(pending)
    return record


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name == "href" and value:
                self.links.append(value)


def test_html_is_self_contained_and_its_links_lead_somewhere() -> None:
    """No script, no outside file; every inner link has its target, every id stands once."""
    page = Tags()
    page.feed(render_html(compose(sample_record().store, as_of=date(2030, 3, 12))))
    assert not page.tags & {"script", "link", "img", "iframe", "object"}
    assert len(page.ids) == len(set(page.ids))
    inner = {link[1:] for link in page.links if link.startswith("#")}
    assert inner
    assert inner <= set(page.ids)


def test_markup_in_a_source_is_shown_as_words_in_html() -> None:
    """A script tag in words, title, outlet and role stays text."""
    html = render_html(compose(hostile_record().store, as_of=date(2030, 3, 12)))
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_markup_in_a_source_is_shown_as_words_in_markdown() -> None:
    """Rendered, the Markdown brief holds neither the tag nor the link that the source tried."""
    markdown = render_markdown(compose(hostile_record().store, as_of=date(2030, 3, 12)))
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown)
    assert "<script" not in html
    assert 'href="javascript:' not in html
    assert html.count("<table>") == 1


def test_markdown_signs_are_escaped() -> None:
    """Every sign that Markdown gives a meaning to is preceded by a backslash."""
    assert escape_markdown("a*b_c [d]\n<e>") == r"a\*b\_c \[d\] \<e\>"


def test_docx_opens_and_holds_the_matrix() -> None:
    """The Word file has one row for each issue under one header row, also with hostile text."""
    made = compose(hostile_record().store, as_of=date(2030, 3, 12))
    opened = docx.Document(io.BytesIO(render_docx(made)))
    [table] = opened.tables
    assert len(table.rows) == 1 + len(made.table)
    assert len(table.columns) == 1 + len(made.voices)
    assert any("Sources" in paragraph.text for paragraph in opened.paragraphs)


@pytest.mark.parametrize("suffix", [".html", ".md", ".docx"])
def test_writing_publishes_the_brief(tmp_path: Path, suffix: str) -> None:
    """The file stands where it was asked for, and the record notes its digest and date."""
    record = sample_record()
    path = tmp_path / f"brief{suffix}"
    write_brief(record, path, as_of=date(2030, 3, 12))
    assert path.stat().st_size > 1000
    [published] = record.store.briefs()
    assert (published.as_of, published.name) == (date(2030, 3, 12), path.name)


def test_an_unknown_suffix_is_named(tmp_path: Path) -> None:
    """A .pdf is refused in a sentence that lists what can be written."""
    with pytest.raises(UnwritableBrief, match=r"\.html, \.md, \.docx"):
        write_brief(sample_record(), tmp_path / "brief.pdf", as_of=date(2030, 3, 12))


def test_a_place_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    """A missing folder is named, and the record does not claim a brief was published."""
    record = sample_record()
    with pytest.raises(UnwritableFile, match="give another place"):
        write_brief(record, tmp_path / "missing" / "brief.html", as_of=date(2030, 3, 12))
    assert record.store.briefs() == []
    assert list(tmp_path.iterdir()) == []


def test_no_control_character_of_a_source_is_in_a_page() -> None:
    """Neither HTML nor Markdown holds an escape sequence or a mark that turns the text."""
    made = compose(hostile_record().store, as_of=date(2030, 3, 12))
    for page in (render_html(made), render_markdown(made)):
        assert "rejects" in page
        assert not any(sign in page for sign in "\x1b\x0b\u202e")


@pytest.mark.parametrize(
    ("origin", "address"),
    [
        ("https://courier.example/a?b=c#d", "https://courier.example/a?b=c#d"),
        ("javascript:alert(1)", None),
        ("http://x> <script>alert(2)</script>", None),
        ("https://", None),
        ("http://[", None),
        ("report.txt", None),
    ],
)
def test_only_a_web_address_becomes_a_link(origin: str, address: str | None) -> None:
    """Drafts and reports name addresses themselves; no other scheme and no sign of markup."""
    assert address_in(origin) == address
