"""Akoma Ntoso as other tools write it: every word is in the draft or told as left out."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from lxml import etree
from tests.unit.briefing.akn_schema import invalid, said

from onetext.reading.akn import akn_draft
from onetext.reading.draft_files import read_draft_file
from onetext.reading.word.changes import ChangesRead
from onetext.text.akoma_ntoso import SPACE
from onetext.text.drafts import Draft

ACT = Path(__file__).parents[2] / "examples" / "act.xml"
WORD = re.compile(r"\w+|[“”«»]")


def variant(kind: str) -> bytes:
    """The act in another version of the standard, or with a prefix before every name."""
    content = ACT.read_bytes()
    if kind == "WD17":
        return content.replace(SPACE.encode(), f"{SPACE}/WD17".encode())
    if kind == "prefix":
        text = re.sub(r"(</?)(?=[a-zA-Z])(?!math|mi|mo|mn)", r"\1an:", content.decode())
        return text.replace("xmlns=", "xmlns:an=", 1).encode()
    return content


def visible(content: bytes) -> Counter[str]:
    """The words outside the metadata, with the notes in it and the quotation marks."""
    root = etree.fromstring(content)
    found: Counter[str] = Counter()
    for element in root.iter("*"):
        inside = [etree.QName(above).localname for above in element.iterancestors()]
        if "meta" in inside and "note" not in inside:
            continue
        texts = (element.text, *(child.tail for child in element))
        named = (element.get(name) for name in ("startQuote", "endQuote", "alt"))
        for text in (*texts, *named):
            found.update(WORD.findall(text or ""))
    return found


def told(draft: Draft) -> Counter[str]:
    messages = (problem.message for problem in draft.problems)
    return Counter(WORD.findall(" ".join((draft.text, *messages)).replace("*", "")))


def test_the_example_is_valid() -> None:
    """So that what is read here is what the standard allows."""
    assert invalid(ACT.read_bytes()) == []


@pytest.mark.parametrize("kind", ["3.0", "WD17", "prefix"])
@pytest.mark.parametrize("changes", list(ChangesRead))
def test_no_word_is_lost(kind: str, changes: ChangesRead) -> None:
    """Cover, preface, recitals, tables, notes, quoted articles, attachments and components."""
    content = variant(kind)
    draft = akn_draft(ACT, content, changes=changes)
    assert sum(visible(content).values()) > 200
    assert visible(content) - told(draft) == Counter()


def test_points_and_their_labels() -> None:
    """Points are nested as the file nests them; a quoted article is none of the act's own."""
    draft = read_draft_file(ACT).draft
    assert (draft.title, draft.by, draft.dated, draft.language) == (
        "Agreement on the Straits of Lune", "Assembly of Northland", date(2031, 1, 1), "en",
    )  # fmt: skip
    assert [(point.path, point.label) for point in draft.walk()] == [
        ("1", "(1)"),
        ("2", "(2)"),
        ("Part I", "Part I"),
        ("Part I/Chapter 1", "Chapter 1"),
        ("Part I/Chapter 1/Article 1", "Article 1"),
        ("Part I/Chapter 1/Article 1/1", "1."),
        ("Part I/Chapter 1/Article 1/1/a", "a)"),
        ("Part I/Chapter 1/Article 1/1/b", "b)"),
        ("Part I/Chapter 1/Article 1/1/b/i", "(i)"),
        ("Part I/Chapter 1/Article 1/1/b/ii", "(ii)"),
        ("Part I/Chapter 1/Article 1/2", "2."),
        ("Part I/Chapter 1/Article 1/3", "3."),
        ("Part I/Chapter 1/Article 1/3/A", "A."),
        ("Part II", "Part II"),
        ("Part II/Article 2", "Article 2"),
        ("annex-i-lights", "##"),
        ("annex-i-lights/1", "1."),
        ("annex-i-lights/2", "2."),
        ("annex-ii", "##"),
        ("explanatory-memorandum", "##"),
        ("explanatory-memorandum/1", "1."),
    ]
    words = {point.path: said(point.text) for point in draft.walk()}
    assert words["Part I/Chapter 1/Article 1"] == "Free passage"
    assert words["Part I/Chapter 1/Article 1/1/b"] == "ships of state that save in time of war;"
    assert words["Part II/Article 2"] == (
        "The Ports Act is amended: in article 5 the word “closed” becomes “open”; and after "
        "article 5 is inserted: «Article 5a Pilots 1. Pilots are heard.»."
    )
    assert "[^b]: Amended by act 40 of 2030." in draft.text


def test_what_is_left_out_is_told() -> None:
    """One sentence for each kind, with the words."""
    assert [problem.message for problem in read_draft_file(ACT).draft.problems] == [
        'Left out as tables of contents: 1 element, as in "Part I ..... page 2".',
        'Left out as deleted (--changes marked shows them): 1 element, as in "forty".',
        "Left out as no text (formulas, drawings and other foreign elements): 1 element, "
        'as in "sum=12".',
        'Left out as pictures: 1 element, as in "Chart of the straits".',
        'Left out as they are in other files: 1 element, as in "Charts of the straits".',
        "Left out as notes that nothing points at: 1 element, "
        'as in "Nobody points at this remark.".',
    ]


def test_a_collection_of_documents() -> None:
    """A proposal that holds a memorandum and a bill: each is a part, where its title stands."""
    part = """<component eId="c{0}"><{1} name="x"><meta/><preface><longTitle><p><docTitle>{2}
      </docTitle></p></longTitle></preface><{3}><paragraph><num>1.</num><content><p>{4}</p>
      </content></paragraph></{3}></{1}></component>"""
    content = f"""<akomaNtoso xmlns="{SPACE}"><documentCollection name="proposal"><meta/>
      <preface><p><docTitle>Proposal on the Straits</docTitle> of Northland</p></preface>
      <collectionBody><component eId="c1"><documentRef href="#c1" showAs="Memo"/></component>
      <component eId="c2"><documentRef href="#c2" showAs="Bill"/></component></collectionBody>
      </documentCollection><components>{part.format(1, "doc", "Memo", "mainBody", "Why.")}
      {part.format(2, "bill", "Bill", "body", "Ships pass.")}</components></akomaNtoso>"""
    draft = akn_draft(Path("x.xml"), content.encode())
    assert draft.title == "Proposal on the Straits"
    assert "Proposal on the Straits of Northland" in draft.text
    assert [(point.path, said(point.text)) for point in draft.walk()] == [
        ("memo", "Memo"), ("memo/1", "Why."), ("bill", "Bill"), ("bill/1", "Ships pass."),
    ]  # fmt: skip
    assert draft.problems == ()


def test_the_mark_of_a_note_at_a_number() -> None:
    """It stands behind the words, so that the label is the number."""
    content = f"""<akomaNtoso xmlns="{SPACE}"><act name="x"><meta/><body><article><num>Article 1
      <authorialNote marker="*">As amended.</authorialNote></num><heading>Ships</heading>
      <paragraph><num><b>1.</b><authorialNote marker="2"><p>New.</p></authorialNote></num><content>
      <p>Ships pass.</p></content></paragraph></article></body></act></akomaNtoso>"""
    draft = akn_draft(Path("x.xml"), content.encode())
    assert [(point.label, point.text) for point in draft.walk()] == [
        ("Article 1", "Ships[^*]"), ("1.", "Ships pass.[^2]"),
    ]  # fmt: skip
    assert draft.text.endswith("[^*]: As amended.\n\n[^2]: New.\n")


@pytest.mark.parametrize("where", ["text", "tail"])
def test_words_outside_their_elements(where: str) -> None:
    """Some tools write words where the standard has none, as beside a paragraph: they are kept."""
    places = [
        at
        for at, element in enumerate(etree.fromstring(ACT.read_bytes()).iter("*"))
        if etree.QName(element).localname in ("article", "paragraph", "content", "list", "table",
                                              "container", "recital", "authorialNote", "wrapUp")
        and not any(etree.QName(above).localname == "meta" for above in element.iterancestors())
    ]  # fmt: skip
    assert len(places) > 20
    for at in places:
        root = etree.fromstring(ACT.read_bytes())
        element = list(root.iter("*"))[at]
        setattr(element, where, f"{getattr(element, where) or ''} astray ")
        assert "astray" in akn_draft(ACT, etree.tostring(root)).text
