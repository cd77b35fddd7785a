"""Tracked changes, comments and notes of DOCX files: none is lost, whatever it stands in."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.reading.word_bodies import (
    change,
    deleted,
    inserted,
    marked,
    package,
    paragraph,
    read,
    run,
)

from onetext.cli.group import onetext
from onetext.errors import UnreadableFile
from onetext.reading.word.changes import ChangeKind, ChangesRead
from onetext.reading.word.notation import NO_NOTATION
from onetext.reading.word.telling import problems_of
from onetext.reading.word.text import docx_text
from onetext.text.parse import parse_draft

ONE = paragraph(run("The ports are ") + deleted("closed") + inserted("open", "Lune") + run("."))


def texts(body: str, **parts: str) -> dict[str, str]:
    """The text in each of the three readings, paragraphs parted by one line end."""
    return {
        name: read(body, name, **parts).text.strip().replace("\n\n", "\n")
        for name in ("accepted", "rejected", "marked")
    }


def test_the_three_readings() -> None:
    """Accepted is the new text, rejected the old one, marked both with their authors."""
    assert texts(ONE) == {
        "accepted": "The ports are open.",
        "rejected": "The ports are closed.",
        "marked": "The ports are [Northland: delete: closed][Lune: open].",
    }


def test_each_change_has_author_date_words_and_place() -> None:
    """What is left out has no span, yet a place."""
    found = read(ONE)
    gone, new = found.tracked_changes
    assert (gone.kind, gone.author, gone.when, gone.text) == (
        ChangeKind.DELETION, "Northland", "2030-03-12T09:00:00Z", "closed",
    )  # fmt: skip
    assert gone.span is None
    assert gone.at == len("The ports are ")
    assert new.author == "Lune"
    assert new.span is not None
    assert new.span.of(found.text) == "open"


def test_marked_changes_are_read_by_the_parser_of_drafts() -> None:
    """Deletions and additions, each proposed by its author; labels stand before the brackets."""
    gone = paragraph(deleted("2. Ships pay a fee.", "Lune"), marked("del"))
    new = paragraph(inserted("2. The border follows the river.", "EU"), marked("ins"))
    draft = parse_draft(read(ONE.replace("The", "1. The") + gone + new, "marked").text)
    assert [bracket.kind.value for bracket in draft.brackets[:2]] == ["deletion", "addition"]
    assert [point.text for point in draft.points[1:]] == [
        "[Lune: delete: Ships pay a fee.]",
        "[EU: The border follows the river.]",
    ]
    named = [name for bracket in draft.brackets for a in bracket.attributions for name in a.names]
    assert named == ["Northland", "Lune", "Lune", "EU"]


NESTS = {
    "link": '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
    "content control": "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "smart tag": '<w:smartTag w:uri="u" w:element="e">{}</w:smartTag>',
    "simple field": '<w:fldSimple w:instr=" DATE ">{}</w:fldSimple>',
    "direction": '<w:bdo w:val="rtl">{}</w:bdo>',
    "alternate": "<mc:AlternateContent><mc:Choice Requires='x'>{0}</mc:Choice>"
    "<mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>",
    "field": '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText>'
    '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{}'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
}


@pytest.mark.parametrize("nest", NESTS.values(), ids=NESTS)
@pytest.mark.parametrize("outside", [True, False])
def test_changes_are_found_inside_and_around(nest: str, outside: bool) -> None:
    """A change in a link, a control or a field counts, and so does one around it."""
    if outside:
        body = change("ins", nest.format(run("new"))) + change(
            "del", nest.format(run("old", "w:delText"))
        )
    else:
        body = nest.format(inserted("new") + deleted("old"))
    body = paragraph(run("A ") + body + run(" end."))
    assert texts(body) == {
        "accepted": "A new end.",
        "rejected": "A old end.",
        "marked": "A [Northland: new][Northland: delete: old] end.",
    }
    assert len(read(body).tracked_changes) == 2


def test_text_inserted_by_one_and_deleted_by_another() -> None:
    """It stands in neither text, and both changes are told."""
    body = paragraph(run("A") + change("ins", deleted(" B", "Lune")) + run(" C."))
    assert texts(body) == {
        "accepted": "A C.",
        "rejected": "A C.",
        "marked": "A [Northland: [Lune: delete: B]] C.",
    }
    assert [found.author for found in read(body).tracked_changes] == ["Northland", "Lune"]


def test_the_end_of_a_paragraph_is_changed() -> None:
    """A deleted end joins two paragraphs once accepted; an inserted one once rejected."""
    joined = paragraph(run("One "), marked("del")) + paragraph(run("two."))
    assert texts(joined)["accepted"] == "One two."
    assert texts(joined)["rejected"] == "One\ntwo."
    parted = paragraph(run("One "), marked("ins")) + paragraph(run("two."))
    assert texts(parted)["accepted"] == "One\ntwo."
    assert texts(parted)["rejected"] == "One two."
    assert [found.text for found in read(parted).tracked_changes] == ["\n"]


def test_a_paragraph_that_is_new_as_a_whole() -> None:
    """It is one change, its end included."""
    body = paragraph(inserted("New."), marked("ins")) + paragraph(run("Old."))
    assert texts(body)["rejected"] == "Old."
    assert [found.text for found in read(body).tracked_changes] == ["New.\n"]


def test_moves_know_where_they_went() -> None:
    """Both ends of a move are told, and the end that left knows where the text stands now."""
    body = (
        '<w:moveFromRangeStart w:id="1" w:name="move1"/>'
        + paragraph(change("moveFrom", run("Moved.")), marked("moveFrom"))
        + '<w:moveFromRangeEnd w:id="1"/>'
        + paragraph(run("Stays."))
        + '<w:moveToRangeStart w:id="2" w:name="move1"/>'
        + paragraph(change("moveTo", run("Moved.")), marked("moveTo"))
        + '<w:moveToRangeEnd w:id="2"/>'
    )
    assert texts(body)["accepted"] == "Stays.\nMoved."
    assert texts(body)["rejected"] == "Moved.\nStays."
    found = read(body)
    gone, come = found.tracked_changes
    assert (gone.kind, come.kind) == (ChangeKind.MOVED_FROM, ChangeKind.MOVED_TO)
    assert gone.moved_to == come.span
    assert come.span is not None
    assert come.span.of(found.text) == "Moved."


def test_rows_and_cells() -> None:
    """A row that is put in or taken out has all its cells under the change."""

    def row(words: str, properties: str = "") -> str:
        return f"<w:tr><w:trPr>{properties}</w:trPr><w:tc>{paragraph(run(words))}</w:tc></w:tr>"

    table = f"<w:tbl>{row('Kept')}{row('New', change('ins', ''))}{row('Gone', change('del', ''))}"
    body = f"{table}</w:tbl>" + paragraph(run("After."))
    assert texts(body)["accepted"] == "Kept\nNew\nAfter."
    assert texts(body)["rejected"] == "Kept\nGone\nAfter."
    assert len(read(body).tracked_changes) == 2


def test_a_change_of_form_is_told() -> None:
    """Bold set anew changes no word, but is on the list."""
    body = paragraph(run("Word", properties=f"<w:b/>{change('rPrChange', '<w:rPr/>')}"))
    assert texts(body)["marked"] == "Word"
    assert [(f.kind.value, f.text) for f in read(body).tracked_changes] == [("formatting", "Word")]


def test_a_label_that_only_one_reading_counts() -> None:
    """List numbers are counted over the paragraphs that the reading has."""
    item = '<w:pStyle w:val="ListNumber"/>'
    body = (
        paragraph(run("One."), item)
        + paragraph(inserted("Two."), item + marked("ins"))
        + paragraph(run("Three."), item)
    )
    assert texts(body)["accepted"].splitlines()[-1] == "3. Three."
    assert texts(body)["rejected"].splitlines()[-1] == "2. Three."


def test_a_style_that_was_changed() -> None:
    """Rejected, the paragraph is what it was: no heading."""
    now = '<w:pStyle w:val="Heading1"/>' + change("pPrChange", "<w:pPr/>")
    body = paragraph(run("Ports"), now)
    assert texts(body)["accepted"] == "## Ports"
    assert texts(body)["rejected"] == "Ports"


def test_comments_with_the_words_that_they_are_about() -> None:
    """Author, date, words, and the place in the text."""
    body = paragraph(
        run("The ")
        + '<w:commentRangeStart w:id="7"/>'
        + run("ports")
        + '<w:commentRangeEnd w:id="7"/>'
        + run(" are open.")
    )
    comment = change("comment", paragraph(run("Which ones?"))).replace('w:id="1"', 'w:id="7"')
    found = read(body, comments=comment)
    [told] = found.comments
    assert (told.author, told.text) == ("Northland", "Which ones?")
    assert told.span is not None
    assert told.span.of(found.text) == "ports"


def test_footnotes_are_notes_and_their_changes_count() -> None:
    """The reference and the note are those of Markdown."""
    body = paragraph(run("Ports") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" open."))
    note = f'<w:footnote w:id="2">{paragraph(run("As ") + inserted("now"))}</w:footnote>'
    assert texts(body, footnotes=note)["accepted"] == "Ports[^1] open.\n[^1]: As now"
    assert texts(body, footnotes=note)["rejected"] == "Ports[^1] open.\n[^1]: As"
    assert len(read(body, footnotes=note).tracked_changes) == 1


def test_a_note_whose_mark_was_deleted() -> None:
    """It is gone with its mark; its words stand in the change."""
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = paragraph(run("Ports") + change("del", mark) + run(" open."))
    note = f'<w:footnote w:id="2">{paragraph(run("As now."))}</w:footnote>'
    assert texts(body, footnotes=note)["accepted"] == "Ports open."
    assert texts(body, footnotes=note)["rejected"] == "Ports[^1] open.\n[^1]: As now."
    assert [c.text for c in read(body, footnotes=note).tracked_changes] == ["[^As now.]"]


def test_a_text_box_is_read_once() -> None:
    """Word keeps it twice, for newer and for older programs."""
    box = f"<w:txbxContent>{paragraph(run('Box.'))}</w:txbxContent>"
    body = paragraph(
        run("Before.")
        + "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>"
        + f"{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        + f"{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(body)["accepted"] == "Before.\nBox."


def test_colours_behind_words() -> None:
    """Highlighting and shading, each with its stretch."""
    body = paragraph(
        run("Agreed", properties='<w:highlight w:val="green"/>')
        + run(" and ")
        + run("open", properties='<w:shd w:val="clear" w:fill="ffe599"/>')
    )
    found = read(body)
    assert [(c.span.of(found.text), c.colour) for c in found.colours] == [
        ("Agreed", "green"),
        ("open", "#FFE599"),
    ]


STRUCK = paragraph(
    run("All ") + run("large ", properties="<w:strike/>") + run("ports", properties="<w:u/>")
)


def test_a_legend_says_what_a_look_means() -> None:
    """With the legend, struck words are a proposed deletion and underlined ones an addition."""
    legend = paragraph(run("Strikethrough is proposed deletion; underlined text is added."))
    assert texts(legend + STRUCK)["accepted"].splitlines()[1] == "All [delete: large] [ports]"
    assert read(legend + STRUCK).shown == NO_NOTATION


def test_struck_words_are_a_deletion_without_a_legend_too() -> None:
    """They, and underlined words beside them, are read as proposals, and that is told."""
    assert texts(STRUCK)["accepted"] == "All [delete: large] [ports]"
    (told,) = problems_of(read(STRUCK), ChangesRead.ACCEPTED)
    assert "struck through without a tracked change" in told.message
    assert "underlined ones as proposed additions" in told.message


def test_other_looks_mean_nothing_without_a_legend() -> None:
    """Underlined words where nothing is struck, and underlined headings, are text like others."""
    alone = paragraph(run("All ") + run("ports", properties="<w:u/>"))
    assert texts(alone)["accepted"] == "All ports"
    heading = paragraph(run("Ports", properties="<w:u/>"))
    assert "All [delete: large] ports" in texts(heading + STRUCK)["accepted"]


def test_hidden_words_are_told() -> None:
    """What Word does not show is read, and named."""
    found = read(paragraph(run("Seen") + run(" unseen", properties="<w:vanish/>")))
    assert found.hidden == (" unseen",)


def test_hostile_files_are_refused_or_bounded(tmp_path: Path) -> None:
    """Entities, archives that unpack to too much, and list levels that nobody could indent."""
    path = tmp_path / "x.docx"
    good = package(ONE)
    entities = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    for name, content in (("word/document.xml", entities), ("word/big.xml", b" " * 200_000_001)):
        buffer = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(good)) as old,
            zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for member in old.infolist():
                if member.filename != name:
                    new.writestr(member, old.read(member))
            new.writestr(name, content)
        with pytest.raises(UnreadableFile):
            docx_text(path, buffer.getvalue())
    far = '<w:pStyle w:val="ListNumber"/><w:numPr><w:ilvl w:val="999999999"/></w:numPr>'
    assert len(read(paragraph(run("One."), far)).text) < 100


@pytest.mark.parametrize("depth", [50, 300, 5_000])
def test_deep_nesting(depth: int) -> None:
    """What is nested deeper than any document is refused in a sentence; the rest is read."""
    body = package(paragraph("NEST"))
    buffer = io.BytesIO()
    inner = '<w:smartTag w:uri="u" w:element="e">' * depth
    nest = f"{inner}{run('Deep.')}{'</w:smartTag>' * depth}".encode()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(buffer, "w") as new:
        for member in old.infolist():
            new.writestr(member, old.read(member).replace(b"NEST", nest))
    if depth < 200:
        assert docx_text(Path("x.docx"), buffer.getvalue()).text == "Deep.\n"
    else:
        with pytest.raises(UnreadableFile):
            docx_text(Path("x.docx"), buffer.getvalue())


WORDS = st.text(st.sampled_from("ab c"), min_size=1, max_size=6)
PIECES = st.lists(st.tuples(st.sampled_from(["", "ins", "del", "moveFrom", "moveTo"]), WORDS))
BODIES = st.lists(st.tuples(PIECES, st.sampled_from(["", "ins", "del"])), min_size=1, max_size=6)


def expected(body: list[tuple[list[tuple[str, str]], str]], without: tuple[str, ...]) -> list[str]:
    """By hand: what is under `without` is gone, and so are the ends of paragraphs."""
    whole = ""
    for number, (pieces, mark) in enumerate(body):
        whole += "".join(words for kind, words in pieces if kind not in without)
        whole += "" if mark in without and number < len(body) - 1 else "\n"
    return [" ".join(line.split()) for line in whole.split("\n") if line.strip()]


@given(BODIES)
@settings(max_examples=60, deadline=None)
def test_accepted_and_rejected_are_what_word_would_give(
    body: list[tuple[list[tuple[str, str]], str]],
) -> None:
    """Any mix of runs and paragraph ends under changes; every changed word is on the list."""
    xml = "".join(
        paragraph(
            "".join(change(kind, run(words)) if kind else run(words) for kind, words in pieces),
            marked(mark) if mark else "",
        )
        for pieces, mark in body
    )
    for name, without in (("accepted", ("del", "moveFrom")), ("rejected", ("ins", "moveTo"))):
        lines = [" ".join(line.split()) for line in read(xml, name).text.split("\n")]
        assert [line for line in lines if line] == expected(body, without)
    found = read(xml)
    for span_of in found.tracked_changes:
        assert span_of.span is None or span_of.span.end <= len(found.text)
    told = "".join(c.text for c in found.tracked_changes).replace("\n", "")
    assert told == "".join(words for pieces, _ in body for kind, words in pieces if kind)


def test_the_command_tells_and_chooses(tmp_path: Path) -> None:
    """Counts among the problems, everything in JSON, and the reading by --changes."""
    path = tmp_path / "draft.docx"
    path.write_bytes(package(ONE))
    told = CliRunner().invoke(onetext, ["text", str(path)]).output
    assert "2 tracked changes (1 insertion, 1 deletion) by Northland, Lune" in " ".join(
        told.split()
    )
    printed = CliRunner().invoke(onetext, ["text", str(path), "--changes", "rejected", "--json"])
    found = json.loads(printed.output)
    assert found["text"] == "The ports are closed.\n"
    assert [(c["kind"], c["author"], c["date"], c["text"]) for c in found["tracked_changes"]] == [
        ("deletion", "Northland", "2030-03-12T09:00:00Z", "closed"),
        ("insertion", "Lune", "2030-03-12T09:00:00Z", "open"),
    ]
