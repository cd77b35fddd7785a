"""init, review, export, import and verify, as somebody types them."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onetext.briefing.exports import EXPORTS
from onetext.cli.group import onetext
from onetext.record.store import Store
from onetext.record.stores.sqlite import create_store
from onetext.testing import sample_record
from onetext.wiring import open_record


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    path = tmp_path / "talks.onetext"
    create_store(path, fill)
    return path


def fill(store: Store) -> None:
    sample_record(store)


def run(*words: object, **environment: str) -> Result:
    env = {"ONETEXT_AUTHOR": "ada", "COLUMNS": "200", **environment}
    return CliRunner().invoke(onetext, [str(word) for word in words], env=env)


def said(*words: object) -> object:
    """What a command that succeeds prints as JSON."""
    result = run(*words, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_init_makes_a_record_that_the_other_commands_open(tmp_path: Path) -> None:
    """Its first entry tells the name; who records comes from the environment."""
    path = tmp_path / "new.onetext"
    assert said("init", path, "--name", "The Lune talks") == {
        "record": str(path),
        "name": "The Lune talks",
        "author": "ada",
    }
    with open_record(path) as record:
        [entry] = record.store.entries()
    assert (entry.kind, entry.author, entry.body) == (
        "record_opened",
        "ada",
        {"name": "The Lune talks"},
    )
    again = run("init", path)
    assert again.exit_code == 1
    assert "a file already" in again.stderr


def test_review_lists_the_queue(talks: Path) -> None:
    """As a table with short ids, or as JSON with full ones."""
    listed = run("review", "-r", talks)
    assert listed.exit_code == 0
    assert "Northland would not pay a fee in any port" in listed.stdout
    assert "2 of 2 statements" in listed.stderr
    queue = said("review", "-r", talks)
    assert isinstance(queue, list)
    assert [one["confidence"] for one in queue] == [0.85, 0.55]
    assert queue[0]["id"][-8:] in listed.stdout


def test_review_finds_its_record_in_the_environment(talks: Path) -> None:
    """ONETEXT_RECORD stands in for -r."""
    assert run("review", ONETEXT_RECORD=str(talks)).exit_code == 0
    assert run("review").exit_code == 2


def test_review_accepts_rejects_and_takes_back(talks: Path) -> None:
    """By short id; the queue gets shorter, and longer again."""
    queue = said("review", "-r", talks)
    assert isinstance(queue, list)
    first, second = (one["id"][-8:] for one in queue)
    done = said("review", "-r", talks, "--accept", first)
    assert isinstance(done, dict)
    assert run("review", "-r", talks, "--reject", second).exit_code == 2, "a reason is wanted"
    assert run("review", "-r", talks, "--reject", second, "--reason", "no").exit_code == 0
    assert said("review", "-r", talks) == []
    empty = run("review", "-r", talks)
    assert "onetext state" in empty.stderr
    assert run("review", "-r", talks, "--withdraw", done["entries"][0]).exit_code == 0
    assert said("review", "-r", talks) == [queue[0]]


def test_review_accepts_by_a_rule_that_the_record_keeps(talks: Path) -> None:
    """The rule stands in every verdict that it gave."""
    done = run("review", "-r", talks, "--accept-all", "--min-confidence", "0.8", "--yes")
    assert done.exit_code == 0
    assert "Accepted 1 statement by the rule: confidence of at least 0.8" in done.stderr
    with open_record(talks) as record:
        *_, last = record.store.entries()
    assert last.body["rule"] == "confidence of at least 0.8"
    assert last.author == "ada"


def test_review_corrects_fields(talks: Path) -> None:
    """The corrected statement counts at once."""
    queue = said("review", "-r", talks)
    assert isinstance(queue, list)
    short = queue[1]["id"][-8:]
    result = run(
        "review", "-r", talks, "--correct", short, "--set", "party=Mediator", "--set", "act=offer"
    )
    assert result.exit_code == 0, result.stderr
    with open_record(talks) as record:
        found = {one.id: one for one in record.store.statements()}[queue[1]["id"]]
    assert (found.statement.speaker.party, found.statement.act) == ("Mediator", "offer")
    assert run("review", "-r", talks, "--correct", short).exit_code == 2
    wrong = run("review", "-r", talks, "--correct", short, "--set", "act=sing")
    assert wrong.exit_code == 1
    assert "one of: accept" in wrong.stderr


def test_review_links_a_statement_to_an_issue(talks: Path) -> None:
    """An issue that is not there is answered with those that are."""
    queue = said("review", "-r", talks)
    assert isinstance(queue, list)
    short = queue[0]["id"][-8:]
    assert run("review", "-r", talks, "--link", short, "--issue", "Ports").exit_code == 0
    with open_record(talks) as record:
        links = {link.statement_id: link.linked for link in record.store.statement_links()}
    assert links[queue[0]["id"]] is True
    assert run("review", "-r", talks, "--unlink", short, "--issue", "ports").exit_code == 0
    with open_record(talks) as record:
        links = {link.statement_id: link.linked for link in record.store.statement_links()}
    assert links[queue[0]["id"]] is False
    missing = run("review", "-r", talks, "--link", short, "--issue", "fish")
    assert missing.exit_code == 1
    assert '"border", "ports", "prisoners", "observers"' in missing.stderr


def test_review_does_one_thing_at_a_time(talks: Path) -> None:
    """Two actions at once are wrong usage."""
    result = run("review", "-r", talks, "--accept", "x" * 8, "--link", "y" * 8)
    assert result.exit_code == 2


def test_an_export_imports_into_an_identical_record(talks: Path, tmp_path: Path) -> None:
    """Every file is written; exported again, the copy gives the same bytes."""
    out = tmp_path / "out"
    written = said("export", "-r", talks, "-o", out)
    assert isinstance(written, dict)
    assert list(written["written"]) == [str(out / name) for name in EXPORTS]
    assert sorted(path.name for path in out.iterdir()) == sorted(EXPORTS)
    copy = tmp_path / "copy.onetext"
    imported = run("import", out / "entries.jsonl", "-r", copy)
    assert imported.exit_code == 0, imported.stderr
    assert run("verify", "-r", copy).exit_code == 0
    assert run("export", "-r", copy, "-o", tmp_path / "again.jsonl").exit_code == 0
    assert (tmp_path / "again.jsonl").read_bytes() == (out / "entries.jsonl").read_bytes()
    with open_record(copy) as one, open_record(talks) as other:
        assert one.store.statements() == other.store.statements()
    over = run("import", out / "entries.jsonl", "-r", copy)
    assert over.exit_code == 1


def test_an_export_can_be_one_table(talks: Path, tmp_path: Path) -> None:
    """Named by its file's name; another name is wrong usage."""
    assert run("export", "-r", talks, "-o", tmp_path / "statements.csv").exit_code == 0
    assert (tmp_path / "statements.csv").read_text().count("\n") == 12
    assert run("export", "-r", talks, "-o", tmp_path / "fish.csv").exit_code == 2
    assert run("export", "-r", talks, "-o", tmp_path / "fish.parquet").exit_code == 2
    again = run("export", "-r", talks, "-o", tmp_path / "statements.csv")
    assert again.exit_code == 1
    assert "there already; --overwrite replaces it" in again.stderr
    over = run("export", "-r", talks, "-o", tmp_path / "statements.csv", "--overwrite")
    assert over.exit_code == 0
    assert run("export", "-r", talks, "-o", tmp_path / "2030").exit_code == 0
    assert (tmp_path / "2030" / "entries.jsonl").exists()
    over = run("export", "-r", talks, "-o", talks)
    assert over.exit_code == 1
    assert "was to be written, but file exists" in over.stderr


def test_a_changed_export_is_not_imported(talks: Path, tmp_path: Path) -> None:
    """The line is named and nothing is left where the record would have been."""
    export = tmp_path / "all.jsonl"
    assert run("export", "-r", talks, "-o", export).exit_code == 0
    export.write_text(export.read_text().replace("would not pay", "would pay"))
    result = run("import", export, "-r", tmp_path / "copy.onetext")
    assert result.exit_code == 1
    assert "line 44" in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.jsonl", "talks.onetext"]


def test_verify_tells_what_it_checked(talks: Path) -> None:
    """And ends with exit code 0 where all is well."""
    proof = said("verify", "-r", talks)
    assert proof == {
        "record": str(talks),
        "sound": True,
        "entries": 45,
        "authors": ["secretary"],
        "flaws": [],
        "forks": [],
        "signed": [],
        "unsigned": {},
    }


@pytest.mark.parametrize("command", ["review", "verify", "export"])
def test_what_is_no_record_ends_with_a_sentence(command: str, tmp_path: Path) -> None:
    """And exit code 1, whatever the command."""
    (tmp_path / "notes").write_text("notes")
    extra = ["-o", tmp_path / "out"] if command == "export" else []
    result = run(command, "-r", tmp_path / "notes", *extra)
    assert result.exit_code == 1
    assert "onetext init" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("command", ["init", "review", "export", "import", "verify"])
def test_help_ends_with_an_example(command: str) -> None:
    """So that a newcomer can copy it."""
    shown = run(command, "--help").stdout
    assert "Example:" in shown
    assert f"onetext {command}" in shown.split("Example:")[1]


def test_verify_rebuilds_what_answers_on_demand(talks: Path) -> None:
    """Answers that were tampered with are named, and derived anew from the entries."""
    with sqlite3.connect(talks) as tampered:
        tampered.execute("DELETE FROM issues")
    assert run("verify", "-r", talks).exit_code == 1
    rebuilt = run("verify", "-r", talks, "--rebuild")
    assert rebuilt.exit_code == 0, rebuilt.stdout
    with open_record(talks) as record:
        assert [issue.label for issue in record.store.issues()]


def test_review_filters_and_orders_its_queue(talks: Path) -> None:
    """By confidence, act, kind, party, publisher, date and issue; the least sure first."""

    def found(*filters: str) -> list[float]:
        listed = said("review", "-r", talks, *filters)
        assert isinstance(listed, list)
        return [one["confidence"] for one in listed]

    assert found("--order", "unsurest") == [0.55, 0.85]
    assert found("--max-confidence", "0.6") == [0.55]
    assert found("--act", "reject") == [0.85]
    assert found("--kind", "direct") == []
    assert found("--party", "northland") == [0.85]
    assert found("--publisher", "southland radio") == [0.85]
    assert found("--since", "2030-03-08") == [0.85]
    assert found("--until", "2030-03-08") == [0.55]
    assert found("--issue", "ports") == [0.85]
    assert run("review", "-r", talks, "--issue", "fish").exit_code == 1


def test_review_does_many_at_once_only_when_told_to(talks: Path) -> None:
    """In a pipe it wants --yes; --dry-run says what would happen and does nothing."""
    before = said("review", "-r", talks)
    refused = run("review", "-r", talks, "--accept-all")
    assert refused.exit_code == 2
    assert "About to accept 2 statements" in refused.stderr
    assert "acts: report 1, reject 1" in refused.stderr or "acts: reject 1" in refused.stderr
    would = said("review", "-r", talks, "--reject-all", "--reason", "no", "--dry-run")
    assert isinstance(would, dict)
    assert (would["would"], len(would["ids"])) == ("reject 2 statements", 2)
    assert said("review", "-r", talks) == before
    assert run("review", "-r", talks, "--reject-all", "--yes").exit_code == 2, "why is wanted"
    done = run("review", "-r", talks, "--reject-all", "--reason", "no", "--yes")
    assert done.exit_code == 0
    assert said("review", "-r", talks) == []
    undone = run("review", "-r", talks, "--undo")
    assert undone.exit_code == 0
    assert "rejected, 2" in undone.stderr
    assert said("review", "-r", talks) == before


def test_review_corrects_and_links_many(talks: Path) -> None:
    """All or none, and linked to the issue that is named."""
    done = said("review", "-r", talks, "--link-all", "--issue", "ports", "--yes")
    assert isinstance(done, dict)
    assert len(done["entries"]) == 2
    assert run("review", "-r", talks, "--correct-all", "--set", "act=sing", "--yes").exit_code == 1
    args = ("--correct-all", "--set", "topic=process", "--min-confidence", "0.8", "--yes")
    assert run("review", "-r", talks, *args).exit_code == 0
    with open_record(talks) as record:
        corrected = [one for one in record.store.statements() if one.verdict == "corrected"]
        assert [one.statement.topic for one in corrected] == ["territory", "process"]
    assert run("review", "-r", talks, "--link-all", "--issue", "fish", "--yes").exit_code == 1


def test_review_corrects_the_marked_words(talks: Path) -> None:
    """The nearest place in the source that holds exactly these words; no other words."""
    listed = said("review", "-r", talks)
    assert isinstance(listed, list)
    one = listed[0]["id"][-8:]
    assert run("review", "-r", talks, "--correct", one, "--set", "words=a fee").exit_code == 0
    with open_record(talks) as record:
        found = {s.id: s for s in record.store.statements()}[listed[0]["id"]]
        source = record.store.source(found.source.id)
        assert source is not None
        [passage] = found.statement.content
        assert passage.exact == "a fee"
        assert passage.stands_in(source.document.text)
    wrong = run("review", "-r", talks, "--correct", one, "--set", "words=no fee")
    assert wrong.exit_code == 1
    assert "does not hold exactly these" in wrong.stderr
    assert run("review", "-r", talks, "--correct", one, "--set", "span=9-5").exit_code == 1


def test_review_merges_names_and_parts_them_again(talks: Path) -> None:
    """State, brief and counts show one party; undone, there are two."""

    def parties() -> list[str]:
        state = said("state", "-r", talks, "--as-of", "2030-03-12")
        assert isinstance(state, dict)
        return sorted(state["parties"])

    assert parties() == ["Northland", "Southland"]
    unknown = run("review", "-r", talks, "--merge", "Southlnd", "--into", "Northland")
    assert unknown.exit_code == 1
    assert '"Southland"' in unknown.stderr
    merged = run("review", "-r", talks, "--merge", "Southland", "--into", "Northland")
    assert merged.exit_code == 0, merged.stderr
    assert parties() == ["Northland"]
    brief = talks.with_suffix(".md")
    args = ("brief", "-r", talks, "-o", brief, "--as-of", "2030-03-12")
    assert run(*args, "--since", "2030-03-03").exit_code == 0
    cells = [line for line in brief.read_text().splitlines() if line.startswith("|")]
    assert cells
    assert not any("Southland |" in line for line in cells)
    assert run("review", "-r", talks, "--undo").exit_code == 0
    assert parties() == ["Northland", "Southland"]
    assert run("review", "-r", talks, "--undo").exit_code == 1, "that was all that ada did"


def test_review_tells_the_history_of_a_proposal(talks: Path) -> None:
    """Who did what and when, oldest first, with the fields that changed."""
    with open_record(talks) as record:
        [corrected] = [s for s in record.store.statements() if s.verdict == "corrected"]
    assert run("review", "-r", talks, "--reject", corrected.id, "--reason", "no").exit_code == 0
    assert run("review", "-r", talks, "--undo").exit_code == 0
    steps = said("review", "-r", talks, "--history", corrected.id)
    assert isinstance(steps, list)
    assert [(step["what"], step["author"]) for step in steps] == [
        ("statement proposed", "secretary"),
        ("corrected", "secretary"),
        ("rejected", "ada"),
        ("withdrawn", "ada"),
    ]
    assert steps[1]["changed"] == {"act": ["reject", "accept"]}
    assert steps[3]["of"] == steps[2]["id"]
    told = run("review", "-r", talks, "--history", corrected.id)
    assert "act: reject → accept" in told.stdout


def test_a_second_person_judges_what_the_first_did(talks: Path) -> None:
    """As it was proposed, without a word of the first's verdict; then agreement is measured."""
    seconds = run("review", "-r", talks, "--second", "--json", ONETEXT_AUTHOR="ben")
    listed = json.loads(seconds.stdout)
    assert all("verdict" not in one for one in listed)
    by_words = {one["words"]: one for one in listed}
    misread = by_words["Southland accepts the river Lune as the border."]
    assert misread["act"] == "reject", "what the first corrected comes as it was proposed"
    offer = "Northland offered to exchange all prisoners at once"
    assert offer not in by_words, "what a rule accepted was looked at by nobody"
    none = said("review", "-r", talks, "--agreement")
    assert isinstance(none, dict)
    assert none["units"] == 0
    for one in listed:
        done = run("review", "-r", talks, "--accept", one["id"], ONETEXT_AUTHOR="ben")
        assert done.exit_code == 0
    again = run("review", "-r", talks, "--second", "--json", ONETEXT_AUTHOR="ben")
    assert json.loads(again.stdout) == []
    found = said("review", "-r", talks, "--agreement")
    assert isinstance(found, dict)
    assert (found["coders"], found["units"]) == (["ben", "secretary"], len(listed))
    acts = next(one for one in found["fields"] if one["field"] == "act")
    assert 0 < acts["alpha"] < 1
    assert [one["values"] for one in found["disagreements"] if one["field"] == "act"] == [
        {"ben": "reject", "secretary": "accept"}
    ]
    shown = run("review", "-r", talks, "--agreement")
    assert "Krippendorff's alpha" in shown.stdout


def test_annotations_go_out_and_come_in(talks: Path, tmp_path: Path) -> None:
    """Into the same record: nothing new; a quote that was changed is refused by name."""
    out = tmp_path / "annotations.jsonld"
    assert run("export", "-r", talks, "-o", out).exit_code == 0
    same = said("import", "--annotations", out, "-r", talks)
    assert isinstance(same, dict)
    assert (same["proposed"], same["already"], same["refused"]) == ([], 10, [])
    text = out.read_text(encoding="utf-8")
    out.write_text(text.replace("would not pay a fee", "would pay a fee"), encoding="utf-8")
    changed = run("import", "--annotations", out, "-r", talks)
    assert changed.exit_code == 0
    assert "does not hold the words" in changed.stderr
    body = {"type": "TextualBody", "purpose": "tagging", "value": "act:reject"}
    quote = {"type": "TextQuoteSelector", "exact": "would not pay a fee in any port"}
    one = {"type": "Annotation", "body": body, "target": {"source": "radio.eml", "selector": quote}}
    out.write_text(json.dumps(one))
    proposed = said("import", "--annotations", out, "-r", talks)
    assert isinstance(proposed, dict)
    queue = said("review", "-r", talks)
    assert isinstance(queue, list)
    assert proposed["proposed"] == [q["id"] for q in queue if q["words"] == quote["exact"]]
    missing = run("import", "--annotations", tmp_path / "none.jsonld", "-r", talks)
    assert missing.exit_code == 1
    assert run("verify", "-r", talks).exit_code == 0


def test_changes_as_a_feed(talks: Path, tmp_path: Path) -> None:
    """On standard output; the export holds all that ever changed."""
    dates = ("--since", "2030-03-04", "--until", "2030-03-12")
    printed = run("changes", "-r", talks, *dates, "--atom")
    assert printed.exit_code == 0
    assert printed.stdout.startswith("<?xml")
    assert printed.stdout.count("<entry>") == 7
    assert run("changes", "-r", talks, *dates, "--atom", "--json").exit_code == 2
    assert run("export", "-r", talks, "-o", tmp_path / "changes.atom").exit_code == 0
    assert (tmp_path / "changes.atom").read_text().count("<entry>") > 7


def test_a_correction_keeps_no_merged_name(talks: Path, tmp_path: Path) -> None:
    """Parted again, a statement that was corrected meanwhile has its own party back."""
    listed = said("review", "-r", talks, "--act", "reject")
    assert isinstance(listed, list)
    one = listed[0]["id"]
    assert run("review", "-r", talks, "--merge", "Northland", "--into", "North").exit_code == 0
    for change in ("topic=process", "venue=Holm"):
        assert run("review", "-r", talks, "--correct", one, "--set", change).exit_code == 0
    with open_record(talks) as record:
        found = {s.id: s.statement for s in record.store.statements()}[one]
        [merge] = record.store.name_merges()
    assert (found.speaker.party, found.topic, found.venue) == ("North", "process", "Holm")
    assert run("review", "-r", talks, "--undo", merge.id).exit_code == 0
    with open_record(talks) as record:
        found = {s.id: s.statement for s in record.store.statements()}[one]
    assert (found.speaker.party, found.holder, found.venue) == ("Northland", "Northland", "Holm")
    out = tmp_path / "all.jsonl"
    assert run("export", "-r", talks, "-o", out).exit_code == 0
    assert run("import", out, "-r", tmp_path / "copy.onetext").exit_code == 0
    assert run("export", "-r", tmp_path / "copy.onetext", "-o", tmp_path / "b.jsonl").exit_code == 0
    assert (tmp_path / "b.jsonl").read_bytes() == out.read_bytes()
