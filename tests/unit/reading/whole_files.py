"""A small sound file of every format, and what is worth putting into one to hurt."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import docx

SAID = "Southland's envoy said on Tuesday that the ferry plan could not be accepted as it stands."
NASTY = (
    b"\x00", b"\xff\xfe", "\u202e".encode(), "\u200b".encode(), b"[", b"]", b"[[", b" / ", b"&#0;",
    b"&x;", b"<", b">", b"<div>", b"</p>", b"<table><tr>", b"<!--", b"<![CDATA[", b"<script>",
    b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hosts'>]>", b"\r", b"\n\n", b"1. ", b"(a) ",
    b"- ", b"=?utf-8?b?", b"=?x?q?=00?=", b"--=", b"<w:p>", b"</w:r>", b"<w:del>", b"<w:tbl>",
    b" obj", b"<<", b">>", b"endobj", b" 0 R", b"/X Do", b"stream", b"-1", b"99999999999", b"e9",
)  # fmt: skip


def word_file() -> bytes:
    """Stored without compression, so that damage reaches the XML and not only the archive."""
    document = docx.Document()
    document.add_heading("Plan", 1)
    document.add_paragraph(SAID)
    document.add_paragraph("1. The ports [shall] [should] be open.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "2. Ferries", "[30] a day"
    packed, plain = io.BytesIO(), io.BytesIO()
    document.save(packed)
    with zipfile.ZipFile(packed) as archive, zipfile.ZipFile(plain, "w") as copy:
        for name in archive.namelist():
            if not name.startswith(("docProps/thumbnail", "word/theme", "customXml")):
                copy.writestr(name, archive.read(name))
    return plain.getvalue()


def message() -> bytes:
    made = EmailMessage()
    made["Subject"], made["From"] = "Plan", "Ada Berg <ada@courier.example>"
    made["Date"] = "Wed, 03 Dec 2025 23:30:00 -0500"
    made.set_content(SAID)
    made.add_alternative(f"<html><body><p>{SAID}</p></body></html>", subtype="html")
    return made.as_bytes()


def printed_file() -> bytes:
    """A PDF of one page with one line."""
    drawn = f"BT /F 12 Tf 20 700 Td ({SAID}) Tj 0 -20 Td (1. The ports [shall] be open.) Tj ET"
    parts = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        "/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream ",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    made, places = b"%PDF-1.7\n", []
    for number, each in enumerate(parts, start=1):
        places.append(len(made))
        made += f"{number} 0 obj{each}endobj\n".encode()
    table = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n"
    table += "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{len(made)}\n%%EOF"
    return made + table.encode() + end.encode()


WHOLE = {
    ".docx": word_file(),
    ".eml": message(),
    ".html": f"<html><head><title>Plan</title></head><body><p>{SAID * 3}</p></body>".encode(),
    ".txt": f"Plan\n\nBy Ada Berg\n3 December 2025\n\n{SAID}\n".encode(),
    ".md": (
        f"---\ntitle: Plan\ndate: 2025-12-03\n---\n\n# Plan\n\n1. {SAID}\n   (a) [the ports / the "
        "ferries [of Holm]] [Northland: shall] be open;\n   (b) Option 1: x\n\n2 bis. No text.\n"
    ).encode(),
    ".pdf": printed_file(),
}
