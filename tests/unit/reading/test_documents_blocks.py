"""Which kind each part of a text is."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetext.reading.documents import document_from_text
from onetext.reading.documents.furniture import furniture_rule
from onetext.record.documents import Document

_BODY = "Southland's envoy said on Tuesday that the ferry plan could not be accepted as it stands."
_MORE = "Northland's minister said the plan was balanced and that her side would keep to it."


def _kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(document.text)) for block in document.blocks]


def _read(text: str) -> Document:
    return document_from_text(text, "0" * 64)


FURNITURE = [
    ("navigation", "Skip to main content"),
    ("navigation", "Home | World | Business | Culture"),
    ("navigation", "Home > World > Northland"),
    ("navigation", "Image 3 of 7"),
    ("navigation", "Load more"),
    ("navigation", "Main Menu"),
    ("navigation", "date 2031-01-27 Left Menu"),
    ("navigation", "Back to top"),
    ("sharing", "Share this article"),
    ("sharing", "Facebook Twitter WhatsApp Email Copy link"),
    ("sharing", "Email this | Print this"),
    ("sharing", "412 shares"),
    ("subscription", "Sign up for our newsletter"),
    ("subscription", "Subscribe now to read the full story"),
    ("subscription", "Get the latest updates in your inbox every morning."),
    ("subscription", "Already a subscriber? Log in"),
    ("subscription", "bell-iconGet our alerts as soon as news breaks."),
    ("app and follow prompt", "Download our new app for faster reading"),
    ("app and follow prompt", "Follow us on Facebook and Instagram"),
    ("support prompt", "Support our independent journalism from as little as one crown a month."),
    ("cookies and scripts", "We use cookies to improve your experience."),
    ("cookies and scripts", "By continuing to use this site you agree to our terms."),
    ("cookies and scripts", "Privacy policy"),
    ("cookies and scripts", "Please enable JavaScript to watch this video."),
    ("copyright", "© 2025 Northland Courier"),
    ("copyright", "Copyright 2025 Northland Courier. All rights reserved."),
    ("copyright", "This material may not be published, broadcast or redistributed."),
    ("provenance", "This article was originally published by the Strait Weekly."),
    ("provenance", "(Reporting by Ada Berg; editing by Bo Lind)"),
    ("provenance", "Cara Holm in Northhaven contributed to this report."),
    ("related link", "Read more: Five things to know about the ferries"),
    ("related link", "Also read: The strike is over"),
    ("related link", "Lire aussi : La grève est terminée"),
    ("related", "Most read"),
    ("related", "Related articles"),
    ("related", "You may also like"),
    ("advertisement", "Advertisement"),
    ("advertisement", "Article continues below this ad"),
    ("comments", "Leave a comment"),
    ("comments", "Join the conversation"),
    ("comments", "27 comments"),
    ("tags", "Tags: strait, ferries, mediation"),
    ("tags", "#strait #ferries"),
    ("addresses", "Email: desk@courier.example"),
    ("addresses", "@northlandcourier"),
    ("programme", "22:30 The Late Programme"),
    ("programme", "Watch live on Channel Two"),
    ("programme", "4 min read"),
    ("byline", "By Ada Berg"),
    ("byline", "By Ada Berg and Bo Lind, Diplomatic editors"),
    ("byline", "By Reuters"),
    ("date line", "3 December 2025"),
    ("date line", "Published: Dec 3, 2025, 10:15 GMT"),
    ("date line", "Updated 2 hours ago"),
    ("teaser", "Doctors Are Amazed by This Fruit. Try It Before Breakfast (Watch Now)"),
    ("rule line", "* * *"),
]


@pytest.mark.parametrize(("rule", "words"), FURNITURE)
def test_furniture_is_known_by_its_rule(rule: str, words: str) -> None:
    """Each sort of furniture is recognised, and by the rule that is named for it."""
    assert furniture_rule(words) == rule


SENTENCES = [
    "Both sides agreed to share the terminals.",
    "“We will share the text,” the envoy said. “Then you can read more about it.”",
    "Share prices in Northhaven fell after the talks.",
    "Share the burden, envoy tells Southland",
    "Subscribers to the plan, she said, were few.",
    "The report was published on Monday by the ministry.",
    "This report was published by the ministry on Monday.",
    "The report may be published next week.",
    "By signing the treaty, Southland would accept the terms of the old one.",
    "By Friday both delegations had left the harbour house, the mediator said.",
    "Follow-up talks are planned for January.",
    "The views expressed by the minister were not new, the envoy said.",
    "Home owners near the port asked for a say in the plan.",
    "The minister was asked about cookies on the ministry's website.",
    "Advertisements against the plan appeared in both capitals.",
    "At 10:30 the delegations returned to the hall.",
    "10:30 was too early for the mediator, aides said.",
    "On 3 December 2025 the two sides met in Middlemark.",
    "Copyright was among the matters that the two sides discussed.",
    "Tags on the luggage showed that the envoy had come by sea.",
    "Related matters were left for January, the minister said.",
    "Watch the ports closely, the mediator advised both sides.",
    "Listen to reason, envoy tells Southland",
    "Comments by the minister angered the other side.",
    "Get out of the strait, the admiral told the fishing boats.",
    "Join the union or leave it, the minister said.",
    "Editing by hand, the mediator changed four clauses.",
    "Support our plan or present another, the envoy told the hall.",
    "Ada Berg is the mediator of the talks.",
]


@pytest.mark.parametrize("words", SENTENCES)
def test_a_sentence_with_the_same_words_is_no_furniture(words: str) -> None:
    """Words such as share, read more or published do not make a sentence furniture."""
    assert furniture_rule(words) is None


@pytest.mark.parametrize("words", [words for words in SENTENCES if words.endswith((".", "”"))])
def test_such_a_sentence_is_a_paragraph(words: str) -> None:
    """In the middle of a report those sentences are paragraphs, not headings or captions."""
    document = _read(f"{_BODY}\n\n{words}\n\n{_MORE}\n")
    assert [kind for kind, _ in _kinds(document)] == ["paragraph"] * 3


def test_a_report_from_its_headline_to_its_foot() -> None:
    """Headline, byline, date, key points, caption, credit, heading, paragraphs, furniture."""
    document = _read(
        "Envoy rejects ferry plan\n\nBy Ada Berg\n3 December 2025\n\nKey points\n"
        "- Southland rejects the ferry clause\n- Talks resume on Monday\n\n"
        "Envoys at the harbour house. (AP Photo/Bo Lind)\n\nPhoto: Cara Holm/NPA\n\n"
        f"{_BODY}\n\nWhat Northland wants\n\n{_MORE}\n\nWhat happens next?\n\n{_MORE}\n\n"
        "Most read\nStorm closes the strait\nFerry prices rise again\n\n© 2025 Northland Courier\n"
    )
    assert _kinds(document) == [
        ("headline", "Envoy rejects ferry plan"),
        ("furniture", "By Ada Berg"),
        ("furniture", "3 December 2025"),
        ("heading", "Key points"),
        ("key-point", "Southland rejects the ferry clause"),
        ("key-point", "Talks resume on Monday"),
        ("caption", "Envoys at the harbour house. (AP Photo/Bo Lind)"),
        ("credit", "Photo: Cara Holm/NPA"),
        ("paragraph", _BODY),
        ("heading", "What Northland wants"),
        ("paragraph", _MORE),
        ("heading", "What happens next?"),
        ("paragraph", _MORE),
        ("furniture", "Most read"),
        ("furniture", "Storm closes the strait"),
        ("furniture", "Ferry prices rise again"),
        ("furniture", "© 2025 Northland Courier"),
    ]
    assert (document.title, document.authors) == ("Envoy rejects ferry plan", ("Ada Berg",))
    assert (document.publisher, document.published) == ("Northland Courier", date(2025, 12, 3))
    assert document.agencies == ("AP",)


def test_what_follows_a_list_of_related_items_is_judged_on_its_own() -> None:
    """A sentence after "Related articles" belongs to the report again."""
    document = _read(f"{_BODY}\n\nRelated articles\n\nStorm closes the strait\n\n{_MORE}\n")
    assert [kind for kind, _ in _kinds(document)] == [
        "paragraph",
        "furniture",
        "furniture",
        "paragraph",
    ]


def test_a_headline_that_begins_like_a_link_is_the_headline() -> None:
    """ "Watch: ..." before anything else is not taken for a related item."""
    document = _read(f"Background: What the ferry plan says\n\n{_BODY}\n\n{_MORE}\n")
    assert document.title == "Background: What the ferry plan says"


def test_bullets_in_the_body_are_paragraphs() -> None:
    """Only bullets before the first paragraph, or under "Key points", are key points."""
    document = _read(f"Plan in short words\n\n- Ports open\n\n{_BODY}\n\n- Ferries shared\n")
    assert [kind for kind, _ in _kinds(document)] == [
        "headline",
        "key-point",
        "paragraph",
        "paragraph",
    ]


def test_markdown_headings_lose_their_marks_and_keep_their_place() -> None:
    """Blocks hold the words, the text keeps the marks."""
    document = _read(f"# Envoy rejects plan\n\n{_BODY}\n\n## What next\n\n{_MORE}\n")
    assert _kinds(document)[0] == ("headline", "Envoy rejects plan")
    assert _kinds(document)[2] == ("heading", "What next")
    assert document.text.startswith("# Envoy")


def test_lines_broken_at_a_width_are_one_paragraph() -> None:
    """Hard-wrapped text has the paragraphs that its blank lines show."""
    wrapped = (
        "Southland's envoy said on Tuesday that the ferry plan\ncould not be accepted as it"
        " stands, and that her own\nside would bring other words to the next round of the\n"
        "talks in January."
    )
    document = _read(f"Envoy rejects plan\nBy Ada Berg\n\n{wrapped}\n\n{wrapped}\n")
    assert [kind for kind, _ in _kinds(document)] == [
        "headline",
        "furniture",
        "paragraph",
        "paragraph",
    ]


def test_one_paragraph_a_line_stays_so() -> None:
    """Without blank lines every line is its own paragraph."""
    document = _read(f"Envoy rejects plan\n{_BODY}\n{_MORE}\n{_BODY}\n")
    assert [kind for kind, _ in _kinds(document)] == ["headline"] + ["paragraph"] * 3


def test_windows_line_ends_change_no_kind() -> None:
    """The same report with \\r\\n has the same blocks, and its text keeps them."""
    text = f"Envoy rejects plan\n\n{_BODY}\n\nSign up for our newsletter\n"
    windows = _read(text.replace("\n", "\r\n"))
    assert _kinds(windows) == _kinds(_read(text))
    assert "\r\n" in windows.text


def test_one_line_alone_is_a_paragraph() -> None:
    """A text of one line without a stop is read as a paragraph, not as a headline of nothing."""
    assert _kinds(_read("Southland rejects the plan\n")) == [
        ("paragraph", "Southland rejects the plan")
    ]


_PIECES = st.sampled_from(
    [words for _, words in FURNITURE] + SENTENCES + [_BODY, "Key points", "- A point", "# A title"]
)
_NOISE = st.text(alphabet="aZ .,:-#>*|/@\t\r\n\u2028é中0“”()©", max_size=40)
_TEXTS = st.lists(st.one_of(_PIECES, _NOISE, st.text(max_size=30)), max_size=12)


@given(pieces=_TEXTS, ends=st.sampled_from(["\n", "\n\n", "\r\n", " \n \n"]))
def test_every_line_lies_in_exactly_one_block(pieces: list[str], ends: str) -> None:
    """Blocks are sorted, apart, trimmed, not empty, and leave out no line that is not blank."""
    text = ends.join(pieces)
    document = _read(text)
    assert document.text == text
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(text)
        words = block.span.of(text)
        assert words == words.strip()
        at = block.end
    for line in re.finditer(r"[^\n\r]+", text):
        if re.search(r"\w", line.group()):
            inside = [b for b in document.blocks if b.start < line.end() and line.start() < b.end]
            assert inside, line.group()
