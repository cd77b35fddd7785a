"""Akoma Ntoso: what is written is valid and is read again as the same draft."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.unit.briefing.akn_schema import again, invalid, said, told
from tests.unit.briefing.exchange_drafts import DRAFTS, NOTED_DRAFTS, case_drafts

from onetext.briefing.exchange.akn import render_akn, render_akn_changes
from onetext.errors import UnreadableFile
from onetext.reading.akn import akn_draft
from onetext.reading.word.changes import ChangesRead
from onetext.text.akoma_ntoso import SPACE
from onetext.text.comparing import compare
from onetext.text.drafts import Draft
from onetext.text.parse import parse_draft

TEXT = """---
title: Plan of Lune
by: Northland
date: 2030-03-12
language: en
issues: {Article 1/1: Ports}
---

*The Parties*, having met[^1],

## Article 1: Ports

1. The ports [Northland: shall] [should] be **open**[, and free].
    (a) by day;
    (b) [by night.]
2. Ships [X] use them.

## Article 2

Option 1: No fee.

Option 2: A fee.

[^1]: In the town of *Holm*.
"""
DRAFT = parse_draft(TEXT)


def tags(document: bytes, name: str) -> list[etree._Element]:
    return list(etree.fromstring(document).iter(f"{{{SPACE}}}{name}"))


def test_elements_are_those_of_the_standard() -> None:
    """Articles, paragraphs, points in a list, notes, brackets as named inlines, and references."""
    document = render_akn(DRAFT, author="Ada Berg", written=date(2030, 3, 13))
    assert invalid(document) == []
    assert [element.get("eId") for element in tags(document, "article")] == ["art_1", "art_2"]
    [note] = tags(document, "authorialNote")
    assert "".join(note.itertext()) == "In the town of Holm."
    points = [element.get("eId") for element in tags(document, "point")]
    assert points == ["art_1__para_1__list_1__point_a", "art_1__para_1__list_1__point_b"]
    brackets = tags(document, "inline")
    assert "".join(brackets[0].itertext()) == "[Northland: shall]"
    assert brackets[1].get("alternativeTo") == f"#{brackets[0].get('eId')}"
    assert [e.get("showAs") for e in tags(document, "TLCPerson")] == ["Ada Berg"]
    assert "Northland" in [e.get("showAs") for e in tags(document, "TLCOrganization")]


def test_a_round_trip_gives_the_draft_again() -> None:
    """Labels, paths, words, brackets, who said what, title, date, language and issues."""
    assert told(again(DRAFT)) == told(DRAFT)


@pytest.mark.parametrize("number", range(len(case_drafts())))
def test_drafts_of_the_case(number: int) -> None:
    """Each is valid and comes back."""
    draft = case_drafts()[number]
    assert invalid(render_akn(draft, author="x")) == []
    assert told(again(draft)) == told(draft)


@given(NOTED_DRAFTS)
@settings(max_examples=60, deadline=None)
def test_any_draft_is_valid_and_comes_back(draft: Draft) -> None:
    """Whatever labels, headings, brackets and emphasis it mixes."""
    assert invalid(render_akn(draft, author="x")) == []
    assert told(again(draft)) == told(draft)


@given(st.text(st.characters(blacklist_categories=["Cs"]), max_size=80))
@settings(max_examples=60, deadline=None)
def test_any_text_is_valid(text: str) -> None:
    """Control characters, signs of XML and brackets that are never closed."""
    assert invalid(render_akn(parse_draft(f"1. {text}\n\n{text}"), author=text or "x")) == []


@given(DRAFTS, DRAFTS)
@settings(max_examples=40, deadline=None)
def test_changes_as_ins_and_del(before: Draft, after: Draft) -> None:
    """Valid; without del it is the draft after, without ins it has the words of the one before."""
    document = render_akn_changes(compare(before, after), author="x")
    assert invalid(document) == []
    assert told(akn_draft(Path("x.xml"), document)) == told(after)
    old = akn_draft(Path("x.xml"), document, changes=ChangesRead.REJECTED)
    words = (sorted(said(draft.text.replace("#", "")).split()) for draft in (old, again(before)))
    assert len({tuple(found) for found in words}) == 1


ACT = f"""<akomaNtoso xmlns="{SPACE}"><act name="act"><meta><identification source="#p">
<FRBRWork><FRBRthis value="a"/><FRBRuri value="a"/><FRBRdate date="2029-01-02" name="x"/>
<FRBRauthor href="#house"/><FRBRcountry value="xx"/></FRBRWork>
<FRBRExpression><FRBRthis value="a"/><FRBRuri value="a"/><FRBRdate date="2030-01-02" name="x"/>
<FRBRauthor href="#house"/><FRBRlanguage language="fra"/></FRBRExpression>
<FRBRManifestation><FRBRthis value="a"/><FRBRuri value="a"/><FRBRdate date="2030-01-02" name="x"/>
<FRBRauthor href="#p"/></FRBRManifestation></identification>
<references source="#p"><TLCOrganization eId="house" href="/o" showAs="House of Lune"/></references>
</meta><preface><longTitle><p>An Act about <docTitle>Harbours</docTitle></p></longTitle></preface>
<preamble><recitals><recital eId="rec_1"><num>(1)</num><p>Harbours matter.</p></recital></recitals>
</preamble><body><chapter eId="chp_1"><num>Chapter 1</num><heading>Ports</heading>
<section eId="chp_1__sec_1"><num>1.</num><heading>Opening</heading>
<subsection eId="s"><num>(1)</num><content><p>Ports are <del>closed</del><ins>open</ins>:</p>
<blockList eId="l"><listIntroduction>namely</listIntroduction>
<item eId="i"><num>(a)</num><p>by <i>day</i>;</p></item><item eId="j"><num>(b)</num><p>by night.</p>
</item></blockList></content></subsection></section></chapter></body>
<attachments><attachment eId="att_1"><heading>Annex A</heading><doc name="annex"><meta/><mainBody>
<p>Rates <authorialNote marker="*"><p>In crowns.</p></authorialNote> apply.</p></mainBody></doc>
</attachment></attachments></act></akomaNtoso>"""


def read(text: str, changes: ChangesRead = ChangesRead.ACCEPTED) -> Draft:
    return akn_draft(Path("act.xml"), text.encode(), changes=changes)


def test_an_act_of_a_parliament() -> None:
    """Chapters, sections, block lists, recitals, attachments, notes and amendments."""
    draft = read(ACT)
    assert (draft.title, draft.by, draft.dated, draft.language) == (
        "Harbours", "House of Lune", date(2030, 1, 2), "fr",
    )  # fmt: skip
    words = {point.path: point.text for point in draft.walk()}
    assert words["1"] == "Harbours matter."
    assert words["Chapter 1"] == "Ports"
    assert words["Chapter 1/1"] == "Opening"
    assert words["Chapter 1/1/1"].replace("\n", " ") == "Ports are open: namely"
    assert words["Chapter 1/1/1/a"] == "by *day*;"
    assert "Rates [^*] apply." in draft.text
    assert "[^*]: In crowns." in draft.text
    assert "Ports are closed:" in read(ACT, ChangesRead.REJECTED).text


def test_an_older_version_of_the_standard() -> None:
    """Elements are known by their names, whatever the namespace."""
    older = ACT.replace(SPACE, "http://www.akomantoso.org/2.0")
    assert [p.path for p in read(older).walk()] == [p.path for p in read(ACT).walk()]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("<akomaNtoso>\n<bill>\n</akomaNtoso>", "broken in line 3"),
        ("<html/>", "its root is <html>"),
        (f'<akomaNtoso xmlns="{SPACE}"><debate name="d"/></akomaNtoso>', "holds a debate"),
        ('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><akomaNtoso>&b;</akomaNtoso>',
         "declares a document type"),
    ],
)  # fmt: skip
def test_what_is_no_text_to_negotiate(text: str, sentence: str) -> None:
    """One sentence that says what was found, and where."""
    with pytest.raises(UnreadableFile, match=sentence):
        read(text)


def test_deep_nesting_is_refused() -> None:
    """And nothing is lost to a stack that overflows."""
    deep = "<section>" * 5_000 + "</section>" * 5_000
    with pytest.raises(UnreadableFile):
        read(f'<akomaNtoso xmlns="{SPACE}"><bill><body>{deep}</body></bill></akomaNtoso>')
