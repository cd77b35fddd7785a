"""`onetext merge`: two people, two laptops, one negotiation."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from onetext.cli.group import onetext
from onetext.record.views import Verdict
from onetext.testing import sample_record
from onetext.wiring import create_record, open_record


def run(*arguments: object, author: str = "ann") -> Result:
    environment = {"ONETEXT_AUTHOR": author}
    return CliRunner().invoke(onetext, [str(one) for one in arguments], env=environment)


def said(*arguments: object, author: str = "ann") -> Any:
    result = run(*arguments, "--json", author=author)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.fixture
def laptops(tmp_path: Path) -> tuple[Path, Path]:
    """Two copies of a record, as Ann's and Bob's laptops hold it in the morning."""
    ann, bob = tmp_path / "ann.onetext", tmp_path / "bob.onetext"
    with create_record(ann, "The Lune talks", "secretary") as record:
        sample_record(record.store)
    shutil.copyfile(ann, bob)
    return ann, bob


def first_statement(path: Path) -> str:
    with open_record(path) as record:
        return record.store.statements()[0].id


def _from(path: Path, title: str) -> Any:
    """The one statement in the queue from the source of this title."""
    queue = said("review", "-r", path)
    [found] = [one for one in queue if one["source"]["title"] == title]
    return found


def test_verdicts_given_apart_are_a_conflict_until_one_decides(
    laptops: tuple[Path, Path],
) -> None:
    """Both are kept, the latest counts, and whoever decides settles it on both laptops."""
    ann, bob = laptops
    one = first_statement(ann)
    said("review", "-r", ann, "--correct", one, "--set", "act=reject", author="ann")
    said("review", "-r", bob, "--reject", one, "--reason", "misread", author="bob")
    came = said("merge", bob, "-r", ann)
    assert came["kinds"] == {"rejected": 1}
    [conflict] = came["conflicts"]
    assert conflict["of"] == one
    assert [given["author"] for given in conflict["verdicts"]] == ["ann", "bob"]
    assert conflict["counts"] == conflict["verdicts"][-1]["id"]
    shown = run("merge", ann, "-r", bob)
    assert "corrected to reject by" in shown.stdout
    assert "rejected by bob" in shown.stdout
    assert said("review", "-r", ann, "--conflicts") == came["conflicts"]
    with open_record(ann) as record:
        party = next(s for s in record.store.statements(verdicts=list(Verdict)) if s.id == one)
    named = party.statement.holder, "border"
    cell = run("state", "-r", ann, "--cell", *named, "--as-of", "2030-12-31")
    assert "to settle: corrected to reject" in cell.stdout, cell.output
    said("review", "-r", bob, "--accept", one, author="chair")
    settled = said("merge", bob, "-r", ann)
    assert settled["kinds"] == {"accepted": 1}
    assert settled["conflicts"] == []


def test_the_same_report_read_on_both_is_one_source(
    laptops: tuple[Path, Path], tmp_path: Path
) -> None:
    """Its statements are not doubled; an id noted on either laptop names the one that stands."""
    ann, bob = laptops
    report = tmp_path / "report.txt"
    report.write_text(
        "Envoys leave Holm\n\n5 March 2030\n\nMira Sol, the foreign minister of Southland, said "
        "that Southland rejects the draft.\n"
    )
    for path in laptops:
        said("read", "-r", path, report)
    mine, theirs = (_from(path, "Envoys leave Holm") for path in laptops)
    waiting = len(said("review", "-r", ann))
    said("review", "-r", bob, "--accept", theirs["id"][-8:], author="bob")
    came = said("merge", bob, "-r", ann)
    assert came["kinds"]["source_received"] == 1
    assert len(said("review", "-r", ann)) == waiting - 1
    with open_record(ann) as record:
        titles = [source.document.title for source in record.store.sources()]
        assert titles.count("Envoys leave Holm") == 1
        assert record.resolve(theirs["id"][-8:]) == record.resolve(mine["id"][-8:])


def test_merging_again_brings_nothing(laptops: tuple[Path, Path], tmp_path: Path) -> None:
    """From a record as from its export, and both records give the same export."""
    ann, bob = laptops
    with open_record(bob, author="bob") as record:
        record.open_issue("Fishing", record.store.issues()[0].topic)
    assert said("merge", bob, "-r", ann)["entries"] == 1
    assert said("merge", bob, "-r", ann)["entries"] == 0
    exports = [tmp_path / "ann.jsonl", tmp_path / "bob.jsonl"]
    for path, export in zip(laptops, exports, strict=True):
        said("export", "-r", path, "-o", export)
    assert exports[0].read_bytes() == exports[1].read_bytes()
    assert said("merge", exports[0], "-r", bob)["entries"] == 0


def test_records_opened_apart_are_joined_only_when_asked(
    laptops: tuple[Path, Path], tmp_path: Path
) -> None:
    """Once joined they share an opening, so that later merges need no asking."""
    ann, bob = laptops
    apart = tmp_path / "apart.onetext"
    create_record(apart, "Other talks", "carl").close()
    refused = run("merge", apart, "-r", ann)
    assert refused.exit_code == 1
    assert 'opened apart from this record: that as "Other talks" by carl' in refused.stderr
    assert said("merge", apart, "-r", ann, "--anyway")["entries"] == 1
    assert said("merge", ann, "-r", apart)["entries"] > 1
    assert said("merge", ann, "-r", bob)["entries"] == 1
    assert said("verify", "-r", bob)["sound"]


def test_an_entry_changed_on_one_side_is_named(laptops: tuple[Path, Path], tmp_path: Path) -> None:
    """Nothing is merged: one of the two was tampered with."""
    ann, bob = laptops
    export = tmp_path / "bob.jsonl"
    said("export", "-r", bob, "-o", export)
    lines = export.read_text().splitlines(keepends=True)
    changed = json.loads(lines[-1])
    export.write_text("".join(lines[:-1]) + lines[-1].replace("pay a fee", "pay no fee"))
    refused = run("merge", export, "-r", ann)
    assert refused.exit_code == 1
    assert changed["id"] in refused.stderr
    assert "changed after it was recorded" in refused.stderr


def test_an_author_who_worked_in_two_places_is_told(laptops: tuple[Path, Path]) -> None:
    """And the record is sound."""
    ann, bob = laptops
    for path in laptops:
        with open_record(path, author="secretary") as record:
            record.open_issue(f"Issue of {path.stem}", record.store.issues()[0].topic)
    said("merge", bob, "-r", ann)
    proof = said("verify", "-r", ann)
    assert proof["sound"]
    assert [fork["author"] for fork in proof["forks"]] == ["secretary"]
    assert "secretary worked in two places" in run("verify", "-r", ann).stderr


@pytest.mark.parametrize("found", ["missing", "text", "empty"])
def test_what_is_no_record_is_named(laptops: tuple[Path, Path], tmp_path: Path, found: str) -> None:
    """In one sentence, with exit code 1."""
    other = tmp_path / "other.jsonl"
    if found == "text":
        other.write_text("Dear colleague,\n")
    elif found == "empty":
        other.touch()
    result = run("merge", other, "-r", laptops[0])
    assert result.exit_code == 1
    assert "onetext: " in result.stderr
    assert "Traceback" not in result.output


def test_two_records_in_one_process(laptops: tuple[Path, Path]) -> None:
    """A record merged with itself stays as it is."""
    assert said("merge", laptops[0], "-r", laptops[0])["entries"] == 0
