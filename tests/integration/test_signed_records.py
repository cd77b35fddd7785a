"""Entries that are signed: by whom, whether the signature fits, and what happens to it."""

from __future__ import annotations

import json
import sqlite3
import stat
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from onetext.cli.group import onetext
from onetext.record.keys import BadKey, PrivateKey, PublicKey
from onetext.record.record import Record
from onetext.record.statements import Topic
from onetext.record.verify import verify
from onetext.testing import MemoryStore
from onetext.wiring import signing_key


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    signing_key.cache_clear()  # it is opened once in a process
    return {"ONETEXT_AUTHOR": "ann", "ONETEXT_KEY": str(tmp_path / "keys" / "ann.pem")}


def run(environment: dict[str, str], *arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(
        onetext, [str(one) for one in arguments], env=environment, input=stdin
    )


def said(environment: dict[str, str], *arguments: object) -> Any:
    result = run(environment, *arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_what_is_recorded_with_a_key_is_signed(environment: dict[str, str], tmp_path: Path) -> None:
    """From the first entry on; verify tells by whom once the key is published, and after export,
    import and merge as well."""
    talks, copy, early = (tmp_path / f"{name}.onetext" for name in ("talks", "copy", "early"))
    made = said(environment, "keys", "new")
    assert stat.S_IMODE(Path(made["file"]).stat().st_mode) == 0o600
    said(environment, "init", talks)
    early.write_bytes(talks.read_bytes())
    unknown = run(environment, "verify", "-r", talks)
    assert unknown.exit_code == 1
    assert "a key that ann has not published" in unknown.stdout
    assert not said(environment, "keys", "publish", "-r", talks)["already"]
    assert said(environment, "keys", "publish", "-r", talks)["already"]
    said(environment, "export", "-r", talks, "-o", tmp_path / "talks.jsonl")
    said(environment, "import", tmp_path / "talks.jsonl", "-r", copy)
    said(environment, "merge", copy, "-r", early)
    for record in (talks, copy, early):
        [signed] = said(environment, "verify", "-r", record)["signed"]
        assert (signed["author"], signed["entries"]) == ("ann", 2)
        assert signed["fingerprint"] == made["fingerprint"]


def test_a_key_is_never_overwritten(environment: dict[str, str]) -> None:
    """Whoever makes a second one says where."""
    said(environment, "keys", "new")
    again = run(environment, "keys", "new")
    assert again.exit_code == 1
    assert "there is one already" in again.stderr


def test_a_key_with_a_passphrase_is_not_used_without_it(
    environment: dict[str, str], tmp_path: Path
) -> None:
    """Nothing is recorded unsigned behind the user's back; reading goes on without a key."""
    talks = tmp_path / "talks.onetext"
    said({"ONETEXT_AUTHOR": "ann"}, "init", talks)
    made = run(environment, "keys", "new", "--passphrase", stdin="river\nriver\n")
    assert made.exit_code == 0, made.output
    pem = Path(environment["ONETEXT_KEY"]).read_bytes()
    assert b"ENCRYPTED" in pem
    assert PrivateKey.of(pem, "river").public.line in made.stdout
    refused = run(environment, "keys", "publish", "-r", talks)
    assert refused.exit_code == 1
    assert "needs its passphrase" in refused.stderr
    assert run(environment, "verify", "-r", talks).exit_code == 0


@pytest.mark.parametrize("passphrase", [None, "wrong"])
def test_a_wrong_passphrase_is_one_sentence(passphrase: str | None) -> None:
    """As is a missing one."""
    pem = PrivateKey.new().pem("right")
    with pytest.raises(BadKey, match="cannot be opened"):
        PrivateKey.of(pem, passphrase)


@pytest.mark.parametrize("text", ["", "ssh-ed25519", "ssh-ed25519 AAAA", "age1x", "ssh-rsa AAAA"])
def test_what_is_no_public_key_is_named(text: str) -> None:
    """Whatever else it is."""
    with pytest.raises(BadKey, match="was given as a public key"):
        PublicKey.of(text)


def signed_record() -> tuple[MemoryStore, PrivateKey]:
    store, key = MemoryStore(), PrivateKey.new()
    record = Record(store, author="ann", sign=key.sign)
    record.opened("talks")
    record.publish_key(key.public.line)
    record.open_issue("Border", Topic.TERRITORY)
    return store, key


def flaws(store: MemoryStore) -> list[str]:
    return [flaw.sentence for flaw in verify(store).flaws if flaw.kind == "signature"]


def test_a_signature_of_another_entry_does_not_fit() -> None:
    """Nor does one that was altered; the entry is named."""
    store, _ = signed_record()
    entries = list(store.entries())
    assert verify(store).sound
    for signature in (entries[0].signature, f"{entries[2].signature}"[:-4] + "AAA="):
        other = MemoryStore()
        other.append([*entries[:2], replace(entries[2], signature=signature)])
        [found] = flaws(other)
        assert entries[2].id in found
        assert "does not fit" in found


def test_a_signature_that_was_taken_off_is_told() -> None:
    """It is no flaw, as not everybody signs; but an author who does is expected to."""
    store, _ = signed_record()
    entries = list(store.entries())
    other = MemoryStore()
    other.append([*entries[:2], replace(entries[2], signature=None)])
    proof = verify(other)
    assert proof.sound
    assert proof.unsigned == {"ann": 1}


def test_a_key_of_somebody_else_is_not_known() -> None:
    """Eve's key signs for Eve, whoever's name she writes."""
    store, _ = signed_record()
    eve = PrivateKey.new()
    Record(store, author="eve", sign=eve.sign).publish_key(eve.public.line)
    assert verify(store).sound
    Record(store, author="ann", sign=eve.sign).open_issue("Ports", Topic.OTHER)
    [found] = flaws(store)
    assert "that ann has not published" in found


def test_a_withdrawn_key_signs_no_more() -> None:
    """What it signed before stays signed; published anew, it signs again."""
    store, key = signed_record()
    [published] = store.published_keys()
    Record(store, author="chair").withdraw(published.id, "laptop lost")
    assert verify(store).sound
    ann = Record(store, author="ann", sign=key.sign)
    ann.open_issue("Ports", Topic.OTHER)
    [found] = flaws(store)
    assert "was withdrawn before it was recorded" in found
    ann.publish_key(key.public.line)
    assert verify(store).sound


def test_withdrawing_by_fingerprint(environment: dict[str, str], tmp_path: Path) -> None:
    """As verify shows it; a fingerprint that is not there is named, with those that are."""
    talks = tmp_path / "talks.onetext"
    fingerprint = said(environment, "keys", "new")["fingerprint"]
    said(environment, "init", talks)
    said(environment, "keys", "publish", "-r", talks)
    wrong = run(environment, "keys", "withdraw", "SHA256:x", "--reason", "r", "-r", talks)
    assert wrong.exit_code == 1
    assert fingerprint in wrong.stderr
    said(environment, "keys", "withdraw", fingerprint, "--reason", "lost", "-r", talks)
    assert run(environment, "keys", "show").stdout.startswith("ssh-ed25519 ")


def test_the_log_refuses_to_take_a_signature_off(
    environment: dict[str, str], tmp_path: Path
) -> None:
    """As it refuses every change."""
    talks = tmp_path / "talks.onetext"
    said(environment, "keys", "new")
    said(environment, "init", talks)
    connection = sqlite3.connect(talks)
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        connection.execute("UPDATE entries SET signature = NULL")
    connection.close()


def test_nothing_is_recorded_unsigned_where_a_key_is_named(
    environment: dict[str, str], tmp_path: Path
) -> None:
    """A key that is not where ONETEXT_KEY says is an error, not a reason to go without."""
    refused = run(environment, "init", tmp_path / "talks.onetext")
    assert refused.exit_code == 1
    assert "it was to sign, but no such file" in refused.stderr
    assert not (tmp_path / "talks.onetext").exists()
