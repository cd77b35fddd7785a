"""PDF files, written here by hand: lines on pages become paragraphs again."""

from __future__ import annotations

from pathlib import Path

import pytest

from onetext.errors import UnreadableFile
from onetext.reading.documents import load_document

Line = tuple[float, float, float, str]  # x, y, size in points; words


def _pdf(pages: list[list[Line]], *, trailer: bytes = b"", info: bytes = b"") -> bytes:
    """A PDF of text in Helvetica, one operator for each line."""
    objects: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<<" + info + b">>"]
    objects.append(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    kids = []
    for page in pages:
        shown = b"".join(
            b"BT /F1 %.1f Tf 1 0 0 1 %.1f %.1f Tm (%s) Tj ET\n"
            % (size, x, y, words.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)"))
            for x, y, size, words in page
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(shown), shown))
        kids.append(len(objects) + 1)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 4 0 R>>>>>>" % len(objects)
        )
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (listed, len(kids))
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R/Info 3 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        trailer,
        start,
    )
    return out


def _column(
    y: float, lines: list[str], *, x: float = 60, size: float = 11, step: float = 14
) -> list[Line]:
    return [(x, y - step * place, size, words) for place, words in enumerate(lines)]


_FIRST = [
    "Southland's envoy said on Tuesday that the ferry plan could not be accepted as",
    "it stands, and that her delegation would bring other words to the next round. A decla-",
    "ration was not planned.",
]
_SECOND = [
    "Northland's minister, Dagny Orr, told AFP that the plan was balanced and that her",
    "side would keep to it until the mediator, Ada Berg, had shown a better one to the",
]
_SECOND_GOES_ON = ["two delegations in Middlemark.", "Talks resume on Monday, she said."]


def _report() -> bytes:
    head = (60.0, 810.0, 8.0, "Northland Courier")
    title = (60.0, 760.0, 20.0, "Envoy rejects ferry plan")
    one = [head, title, (60.0, 735.0, 11.0, "By Cara Holm")]
    one += _column(700, _FIRST) + _column(640, _SECOND) + [(290.0, 30.0, 8.0, "1")]
    two = [head, *_column(760, _SECOND_GOES_ON[:1]), (60.0, 720.0, 14.0, "What comes next")]
    two += [*_column(690, _SECOND_GOES_ON[1:]), (290.0, 30.0, 8.0, "2")]
    return _pdf([one, two])


def _kinds(path: Path) -> list[tuple[str, str]]:
    document = load_document(path)
    return [(block.kind.value, block.span.of(document.text)) for block in document.blocks]


def test_lines_become_paragraphs(tmp_path: Path) -> None:
    """Broken words are whole, a paragraph goes on over the page, heads and feet are furniture."""
    path = tmp_path / "report.pdf"
    path.write_bytes(_report())
    kinds = _kinds(path)
    assert [words for kind, words in kinds if kind == "furniture"] == [
        "Northland Courier", "By Cara Holm", "1", "Northland Courier", "2",
    ]  # fmt: skip
    assert [found for found in kinds if found[0] != "furniture"] == [
        ("headline", "Envoy rejects ferry plan"),
        ("paragraph", " ".join(_FIRST).replace("decla- ration", "declaration")),
        ("paragraph", " ".join([*_SECOND, _SECOND_GOES_ON[0]])),
        ("heading", "What comes next"),
        ("paragraph", _SECOND_GOES_ON[1]),
    ]
    document = load_document(path)
    assert (document.authors, document.agencies) == (("Cara Holm",), ("AFP",))


def test_a_hyphen_stays_where_the_document_writes_the_word_with_it(tmp_path: Path) -> None:
    """ "cease-" and "fire" are "cease-fire" where the text writes it so elsewhere."""
    lines = [
        "The envoys spoke of a cease-fire for the strait, and both of them said that a cease-",
        "fire would have to come before any talks on the ferry terminals in the two ports.",
    ]
    path = tmp_path / "report.pdf"
    path.write_bytes(_pdf([_column(700, lines)]))
    assert _kinds(path) == [("paragraph", " ".join(lines).replace("cease- fire", "cease-fire"))]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    """The sentence at the foot of a column goes on at the head of the next."""
    left = ["The envoys met on Monday and they", "said that the plan of the mediator"]
    right = ["was a good one to begin with, but", "that it needed work. They go on."]
    path = tmp_path / "report.pdf"
    path.write_bytes(_pdf([_column(700, left) + _column(700, right, x=320)]))
    assert _kinds(path) == [("paragraph", " ".join(left + right))]


BAD = {
    "cut off": (_report()[:200], "damaged PDF"),
    "no PDF": (b"Envoy rejects the plan", "does not begin as a PDF"),
    "images only": (_pdf([[], []]), "no text layer"),
    "encrypted": (
        _pdf(
            [_column(700, _FIRST)],
            trailer=b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(%s)/U(%s)>>/ID[(a)(a)]"
            % (b"x" * 32, b"y" * 32),
        ),
        "encrypted",
    ),
    "too many pages": (_pdf([[]] * 201), "201 pages"),
}


@pytest.mark.parametrize("what", BAD)
def test_a_pdf_without_a_report_is_named(tmp_path: Path, what: str) -> None:
    """Damaged, renamed, scanned, encrypted and endless files each get their sentence."""
    content, found = BAD[what]
    path = tmp_path / "report.pdf"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile) as caught:
        load_document(path)
    assert found in caught.value.found
