"""An Akoma Ntoso file as a draft.

Bills, acts, statements and documents are read, of any version of the standard: elements are known
by their names. Of text that is marked as inserted or deleted the new reading is taken, unless the
old one is asked for. Nothing outside the file is loaded.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree

from onetext.errors import UnreadableFile
from onetext.reading.akn.compose import composed
from onetext.reading.akn.inline import Words
from onetext.reading.akn.left_out import problems_of
from onetext.reading.akn.pointing import unused_notes
from onetext.reading.akn.tree import Place, items_of, title_of
from onetext.reading.word.changes import ChangesRead
from onetext.text.akoma_ntoso import ALPHA_3, UNKNOWN_DATE
from onetext.text.drafts import Draft
from onetext.text.parse import UNDETERMINED

_READ = ("bill", "act", "doc", "statement", "officialGazette", "documentCollection")
_HEAD = ("coverPage", "preface")
_PARTS = (*_HEAD, "preamble", "body", "mainBody", "collectionBody", "conclusions", "attachments",
          "components")  # fmt: skip
_ALPHA_2 = {three: two for two, three in ALPHA_3.items()}
_LEFT_OUT = {
    ChangesRead.ACCEPTED: ("del",),
    ChangesRead.REJECTED: ("ins",),
    ChangesRead.MARKED: (),
}


def is_xml(content: bytes) -> bool:
    """Whether bytes look like XML rather than like a text of another kind."""
    start = content[:1024].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith(b"<?xml") or (start.startswith(b"<") and b"akomaNtoso" in start)


def akn_draft(path: Path, content: bytes, *, changes: ChangesRead = ChangesRead.ACCEPTED) -> Draft:
    """The draft in the Akoma Ntoso file whose bytes are `content`.

    Raises:
        UnreadableFile: it is not well-formed, declares entities, is no Akoma Ntoso, or holds
            another kind of document.
    """
    root = _root(path, content)
    document = _document(path, root)
    words = Words(_LEFT_OUT[changes], is_marked=changes is ChangesRead.MARKED)
    title = _title(document, words)
    items: list[str | Place] = []
    try:
        for part in (*document, *root):
            if _local(part) in _PARTS:
                found = items_of(part, words)
                is_head = _local(part) in _HEAD
                items += (one for one in found if not (is_head and one == title))
        for note in unused_notes(root, words.markers):
            words.leave(note)
        draft = composed(title, items, words.notes)
    except RecursionError as error:  # pragma: no cover - lxml refuses such depth first
        raise UnreadableFile(path, "its elements are nested too deep", "Check it.") from error
    draft = replace(draft, problems=(*problems_of(words.left_out), *draft.problems))
    return _with_meta(draft, document)


def _root(path: Path, content: bytes) -> Any:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        what = str(getattr(error, "msg", None) or error).split(", line ")[0]
        found = f"its XML is broken{f' in line {line}' if line else ''} ({what})"
        raise UnreadableFile(path, found, "Correct it there, or export the text anew.") from error
    if root.getroottree().docinfo.doctype:
        found = "it declares a document type, which Akoma Ntoso has no use for"
        raise UnreadableFile(path, found, "Remove the declaration, if you know where it is from.")
    return root


def _document(path: Path, root: Any) -> Any:
    if _name(root) != "akomaNtoso":
        found = f"it is XML, but its root is <{_name(root)}>, not <akomaNtoso>"
        raise UnreadableFile(path, found, "Give Akoma Ntoso, DOCX, Markdown or plain text.")
    kinds = [child for child in root if isinstance(child.tag, str) and _name(child) != "components"]
    document = next((child for child in kinds if _name(child) in _READ), None)
    if document is None:
        kind = f"a {_name(kinds[0])}" if kinds else "nothing"
        found = f"it is Akoma Ntoso, but holds {kind}, not a bill, an act, a statement or a doc"
        raise UnreadableFile(path, found, "Give the text that is negotiated.")
    return document


def _title(document: Any, words: Words) -> str:
    if words.is_marked:  # as it is with its changes
        words = Words(notes=words.notes, pointing=words.pointing, markers=words.markers)
    named = (_value(found) for found in _all(document, "FRBRname"))
    return title_of(document, words) or next((name for name in named if name), "")


def _with_meta(draft: Draft, document: Any) -> Draft:
    shown = {found.get("eId"): found.get("showAs") or "" for found in document.iter()
             if isinstance(found.tag, str) and _name(found).startswith("TLC")}  # fmt: skip
    work = next(_all(document, "FRBRWork"), None)
    expression = next(_all(document, "FRBRExpression"), work)
    author = "" if work is None else _href(next(_all(work, "FRBRauthor"), None))
    is_writer = author.startswith("#person_")
    languages = [] if expression is None else list(_all(expression, "FRBRlanguage"))
    language = (languages[0].get("language") or "") if languages else ""
    issues = {path: shown.get(name.lstrip("#"), "") for path, name in draft.issues.items()}
    return replace(
        draft,
        by=None if is_writer else shown.get(author.lstrip("#")) or None,
        dated=_date(expression, work),
        language=_ALPHA_2.get(language, language) or UNDETERMINED,
        sources=tuple(
            found.get("showAs") or "" for found in _all(document, "TLCReference")
            if found.get("name") == "source"
        ),
        issues={path: label for path, label in issues.items() if label},
    )  # fmt: skip


def _date(*levels: Any) -> date | None:
    for level in levels:
        for found in () if level is None else _all(level, "FRBRdate"):
            try:
                day = date.fromisoformat((found.get("date") or "")[:10])
            except ValueError:
                continue
            return None if found.get("name") == UNKNOWN_DATE else day
    return None


def _all(element: Any, name: str) -> Any:
    return (
        child for child in element.iter() if isinstance(child.tag, str) and _name(child) == name
    )


def _href(element: Any) -> str:
    return "" if element is None else element.get("href") or ""


def _value(element: Any) -> str:
    return element.get("value") or ""


def _local(element: Any) -> str:
    return _name(element) if isinstance(element.tag, str) else ""


def _name(element: Any) -> str:
    return str(etree.QName(element).localname)
