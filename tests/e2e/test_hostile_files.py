"""Files made to hurt: bounded time and memory, and a sentence or a sound answer."""

from __future__ import annotations

import io
import json
import os
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

ONETEXT = str(Path(sys.executable).parent / "onetext")
SECONDS = 60
MEMORY = 3_000_000_000  # bytes of addresses; the libraries alone map some 1.5 GB
SAID = "Mira Sol, the foreign minister of Southland, said that Southland rejects the draft."
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def bounded(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The command as a process that may not take more than SECONDS and MEMORY."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))

    return subprocess.run(
        [ONETEXT, *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=4 * SECONDS,
        check=False,
        env={**os.environ, "ONETEXT_AUTHOR": "desk", "OMP_NUM_THREADS": "1"},
        preexec_fn=limit,
    )


def word_file(body: str, *, before: str = "", more: dict[str, bytes] | None = None) -> bytes:
    """A DOCX file whose main part is `before` and a document with `body`."""
    packed, made = io.BytesIO(), io.BytesIO()
    docx.Document().save(packed)
    main = f'<?xml version="1.0"?>{before}<w:document xmlns:w="{WORD}">'
    main += f"<w:body>{body}</w:body></w:document>"
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, main.encode() if name == "word/document.xml" else old.read(name))
        for name, content in (more or {}).items():
            new.writestr(name, content)
    return made.getvalue()


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def laughs(form: str) -> str:
    """A document type of entities that double ten times ten times."""
    entities = "".join(
        f'<!ENTITY l{n} "{"".join(f"&l{n - 1};" for _ in range(10))}">' for n in range(1, 10)
    )
    return f'<!DOCTYPE {form} [<!ENTITY l0 "ha">{entities}]>'


def pdf(*objects: str) -> bytes:
    """A PDF of these objects, numbered from 1, the first being the catalogue."""
    made, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj{each}endobj\n".encode("latin-1")
    table = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n"
    table += "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{len(made)}\n%%EOF"
    return made + table.encode() + end.encode()


def page_of(content: str) -> tuple[str, str, str]:
    """A page with what draws it and its font, as the objects 3 to 5."""
    return (
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        "/Resources<</Font<</F 5 0 R>>/XObject<</X 4 0 R>>>>>>",
        f"<</Length {len(content)}/Type/XObject/Subtype/Form/BBox[0 0 600 800]"
        f"/Resources<</Font<</F 5 0 R>>/XObject<</X 4 0 R>>>>>>stream\n{content}\nendstream ",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )


CATALOGUE = "<</Type/Catalog/Pages 2 0 R>>"
DRAWN = f"BT /F 12 Tf 20 700 Td ({SAID}) Tj ET"
REPORTS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "spaces without end in a DOCX": (
        "a.docx",
        lambda: word_file(paragraph(SAID), more={"word/media/x.xml": b" " * 210_000_000}),
    ),
    "thousands of parts in a DOCX": (
        "a.docx",
        lambda: word_file(paragraph(SAID), more={f"word/x{n}.bin": b"" for n in range(5_001)}),
    ),
    "entities in a DOCX": (
        "a.docx",
        lambda: word_file(paragraph("&l9;"), before=laughs("w:document")),
    ),
    "an entity that names a file": (
        "a.docx",
        lambda: word_file(
            paragraph("&f;"), before='<!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
        ),
    ),
    "tables in tables in a DOCX": (
        "a.docx",
        lambda: word_file(
            "<w:tbl><w:tr><w:tc>" * 3_000 + paragraph(SAID) + "</w:tc></w:tr></w:tbl>" * 3_000
        ),
    ),
    "runs by the hundred thousand": (
        "a.docx",
        lambda: word_file("<w:p>" + "<w:r><w:t>a </w:t></w:r>" * 20_000 + "</w:p>"),
    ),
    "elements nested deep in HTML": (
        "a.html",
        lambda: ("<html><body>" + "<div>" * 50_000 + f"<p>{SAID}</p>" + "</div>" * 50_000).encode(),
    ),
    "lists nested deep in HTML": (
        "a.html",
        lambda: ("<html><body>" + "<ul><li>" * 5_000 + f"<p>{SAID * 9}</p>").encode(),
    ),
    "entities in HTML": (
        "a.html",
        lambda: (laughs("html") + f"<html><body><p>{SAID * 9} &l9;</p></body></html>").encode(),
    ),
    "an attribute of a megabyte": (
        "a.html",
        lambda: (f"<html><body><p title='{'x' * 1_000_000}'>{SAID * 9}</p></body></html>").encode(),
    ),
    "a page tree that is its own child": (
        "a.pdf",
        lambda: pdf(CATALOGUE, "<</Type/Pages/Kids[2 0 R]/Count 1>>"),
    ),
    "a page tree that counts wrongly": (
        "a.pdf",
        lambda: pdf(CATALOGUE, "<</Type/Pages/Kids[3 0 R]/Count 2000000000>>", *page_of(DRAWN)),
    ),
    "a form that draws itself": (
        "a.pdf",
        lambda: pdf(
            CATALOGUE, "<</Type/Pages/Kids[3 0 R]/Count 1>>", *page_of(f"{DRAWN} /X Do /X Do")
        ),
    ),
    "one page a million times": (
        "a.pdf",
        lambda: pdf(
            CATALOGUE,
            f"<</Type/Pages/Kids[{'3 0 R ' * 100_000}]/Count 100000>>",
            *page_of(DRAWN),
        ),
    ),
    "parts in parts in a message": (
        "a.eml",
        lambda: (
            "From: a@b.example\nMessage-ID: <1@x>\nMIME-Version: 1.0\n"
            + "".join(
                f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3_000)
            )
            + f"Content-Type: text/plain\n\n{SAID}\n"
        ).encode(),
    ),
    "a header of a megabyte": (
        "a.eml",
        lambda: (
            "From: a@b.example\nMessage-ID: <1@x>\n"
            f"Subject: {'=?utf-8?q?=41?= ' * 60_000}\n\n{SAID}\n"
        ).encode(),
    ),
    "quotation marks that never close": ("a.txt", lambda: ('“ " ‘ « „ ' * 8_000).encode()),
    "brackets that never close": ("a.txt", lambda: (f"{SAID}\n\n" + "[(" * 20_000).encode()),
    "one word without an end": ("a.txt", lambda: b"a" * 399_000),
    "nothing but line ends": ("a.txt", lambda: SAID.encode() + b"\n" * 390_000),
    "combining marks upon one letter": (
        "a.txt",
        lambda: (SAID + " e" + "\u0301" * 30_000 + " said.").encode(),
    ),
    "marks of direction and of no width": (
        "a.txt",
        lambda: (SAID.replace(" ", " \u202e\u2066\u200b\u200d\ufeff\u00ad") + "\n").encode(),
    ),
    "dates by the ten thousand": ("a.txt", lambda: ("1/2/30 Monday March 3 " * 2_000).encode()),
}
DRAFTS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "brackets nested deep": ("a.md", lambda: (f"1. {'[' * 20_000}x{']' * 20_000}\n").encode()),
    "brackets by the ten thousand": ("a.md", lambda: ("1. [a / b] [c]\n" * 2_000).encode()),
    "lists nested deep": (
        "a.md",
        lambda: "".join(f"{'   ' * min(n, 200)}{n + 1}. x\n" for n in range(3_000)).encode(),
    ),
    "labels without an end": ("a.txt", lambda: ("1." * 100_000 + " x\n").encode()),
    "front matter that doubles": (
        "a.md",
        lambda: (
            "---\na0: &a0 [x, x]\n"
            + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))
            + f"title: *a39\n---\n\n1. {SAID}\n"
        ).encode(),
    ),
    "a DOCX of entities": REPORTS["entities in a DOCX"],
    "spaces without end": REPORTS["spaces without end in a DOCX"],
    "tables in tables": REPORTS["tables in tables in a DOCX"],
    "a page tree that is its own child": REPORTS["a page tree that is its own child"],
}


@pytest.mark.parametrize("what", REPORTS)
def test_a_report_made_to_hurt(tmp_path: Path, what: str) -> None:
    """Read within a minute and 3 GB of addresses, or refused in a sentence."""
    name, made = REPORTS[what]
    (tmp_path / name).write_bytes(made())
    _sound(bounded("read", name, "--json", cwd=tmp_path), name)


@pytest.mark.parametrize("what", DRAFTS)
def test_a_draft_made_to_hurt(tmp_path: Path, what: str) -> None:
    """The same of a draft."""
    name, made = DRAFTS[what]
    (tmp_path / name).write_bytes(made())
    _sound(bounded("text", name, "--json", cwd=tmp_path), name)


def test_a_problem_that_doubles_is_refused(tmp_path: Path) -> None:
    """Aliases of YAML that would unfold to more than a machine holds."""
    lines = ["schema: onetext/problem/1", "a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    lines += ["parties: *a39", "issues: {a: [b]}", "preferences: {}"]
    (tmp_path / "p.yaml").write_text("\n".join(lines), encoding="utf-8")
    done = bounded("settle", "p.yaml", "--json", cwd=tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert len(done.stderr) < 2_000


def test_a_genius_domain_with_entities_is_refused(tmp_path: Path) -> None:
    """XML that would unfold, or that names a file."""
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "d.xml").write_text(
        laughs("negotiation_template") + "<negotiation_template>&l9;</negotiation_template>"
    )
    done = bounded("settle", "d", "--json", cwd=tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert len(done.stderr) < 2_000


def _sound(done: subprocess.CompletedProcess[str], name: str) -> None:
    assert "Traceback" not in done.stderr
    assert "root:" not in done.stdout, "a file of the machine was read"
    if done.returncode == 0:
        assert json.loads(done.stdout)["schema"].startswith("onetext/")
    else:
        assert done.returncode == 1, done.stderr[-2_000:]
        assert done.stdout == ""
        assert name in done.stderr
        assert len(done.stderr) < 2_000
