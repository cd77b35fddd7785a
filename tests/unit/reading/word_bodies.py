"""DOCX files made by hand: a body of WordprocessingML in a document of python-docx."""

from __future__ import annotations

import io
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from onetext.reading.word.changes import ChangesRead
from onetext.reading.word.text import DocxText, docx_text

SPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in (
        ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("m", "http://schemas.openxmlformats.org/officeDocument/2006/math"),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
        ("v", "urn:schemas-microsoft-com:vml"),
    )
)
_BODY = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}sectPr"


def package(body: str, **parts: str) -> bytes:
    """A DOCX file with `body` for its body and parts such as footnotes="<w:footnote ...>"."""
    document = docx.Document()
    old = document.element.body
    root = parse_xml(f"<w:body {SPACES}>{body}</w:body>")
    section = old.find(_BODY)
    for child in list(old):
        old.remove(child)
    for child in list(root):
        old.append(child)
    old.append(section)
    for name, content in parts.items():
        blob = f"<w:{name} {SPACES}>{content}</w:{name}>".encode()
        part = Part(PackURI(f"/word/{name}.xml"), CONTENT_TYPE.XML, blob, document.part.package)
        document.part.relate_to(part, getattr(RELATIONSHIP_TYPE, name.upper()))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def read(body: str, changes: str = "accepted", **parts: str) -> DocxText:
    return docx_text(Path("x.docx"), package(body, **parts), changes=ChangesRead(changes))


def run(words: str, tag: str = "w:t", properties: str = "") -> str:
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<{tag} xml:space="preserve">{escape(words)}</{tag}></w:r>'


def change(tag: str, inner: str, author: str = "Northland") -> str:
    return f'<w:{tag} w:id="1" w:author="{author}" w:date="2030-03-12T09:00:00Z">{inner}</w:{tag}>'


def inserted(words: str, author: str = "Northland") -> str:
    return change("ins", run(words), author)


def deleted(words: str, author: str = "Northland") -> str:
    return change("del", run(words, "w:delText"), author)


def paragraph(inner: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def marked(tag: str) -> str:
    """The properties of a paragraph whose mark is under a change."""
    return f"<w:rPr>{change(tag, '')}</w:rPr>"
