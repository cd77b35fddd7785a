"""`onetext keys`: the key that signs what its holder records."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click

from onetext.cli.lines import say
from onetext.cli.options import record_option
from onetext.errors import NotInRecord, RecordProblem
from onetext.record.addresses import RecordAt
from onetext.record.files import UnwritableFile, make_folder
from onetext.record.keys import PrivateKey, PublicKey
from onetext.wiring import KEY_VARIABLE, key_path, open_record, signing_key

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group()
def command() -> None:
    """Make, show, publish or withdraw the key that signs your entries.

    Once there is a key, every entry that you record is signed with it. Others can check that
    once you have published its public half in the record; verify tells what was signed by
    whom. The same key opens what was sealed for you.

    \b
    Example:
      onetext keys new
      onetext keys publish -r talks.onetext
    """


@command.command()
@click.option(
    "--passphrase/--no-passphrase",
    default=False,
    help="Ask for a passphrase to encrypt the key with; it is then asked for at every signing.",
)
@json_option
def new(passphrase: bool, as_json: bool) -> None:
    """Make a key, in a file that only you can read.

    It is kept in your folder for settings, or in the file that ONETEXT_KEY names.

    \b
    Example:
      onetext keys new
      ONETEXT_KEY=stick/key.pem onetext keys new --passphrase
    """
    path = key_path()
    chosen = (
        click.prompt("Passphrase", hide_input=True, confirmation_prompt=True)
        if (passphrase)
        else None
    )
    key = PrivateKey.new()
    _write(path, key.pem(chosen))
    _tell(key.public, path, as_json)
    if not as_json:
        say("Next: onetext keys publish -r RECORD", err=True)


@command.command()
@json_option
def show(as_json: bool) -> None:
    """Show the public half of your key, and its fingerprint to compare by telephone.

    \b
    Example:
      onetext keys show
    """
    _tell(signing_key().public, key_path(), as_json)


@command.command()
@record_option
@json_option
def publish(record: RecordAt, as_json: bool) -> None:
    """Say in the record that you sign with this key.

    \b
    Example:
      onetext keys publish -r talks.onetext
    """
    public = signing_key().public
    with open_record(record) as opened:
        known = [
            one
            for one in opened.store.published_keys()
            if (one.author, one.key) == (opened.author, public.line) and not one.withdrawn_at
        ]
        entry_id = known[0].id if known else opened.publish_key(public.line)
        author = opened.author
    if as_json:
        found = {"entry": entry_id, "author": author, "fingerprint": public.fingerprint}
        click.echo(json.dumps({**found, "already": bool(known)}, ensure_ascii=False))
        return
    how = "had published" if known else "published"
    say(f"{author} {how} the key {public.fingerprint} in {record}.", err=True)


@command.command()
@click.argument("fingerprint")
@click.option("--reason", required=True, help="Why, such as that the laptop was lost.")
@record_option
@json_option
def withdraw(fingerprint: str, reason: str, record: RecordAt, as_json: bool) -> None:
    """Say in the record that the key of this FINGERPRINT signs no more.

    What it signed before stays signed; what it signs from now on is named by verify.

    \b
    Example:
      onetext keys withdraw SHA256:Zk3v... --reason "laptop lost" -r talks.onetext
    """
    with open_record(record) as opened:
        published = opened.store.published_keys()
        found = [
            one
            for one in published
            if PublicKey(one.key).fingerprint.startswith(fingerprint) and not one.withdrawn_at
        ]
        if not found:
            known = ", ".join(PublicKey(one.key).fingerprint for one in published) or "none"
            raise NotInRecord(
                f'The key "{fingerprint}" was to be withdrawn, but the record holds: {known}. '
                "Give one of these that is not withdrawn yet."
            )
        if len({one.key for one in found}) > 1:
            raise RecordProblem(
                f'"{fingerprint}" was to be withdrawn, but several keys begin so. Give more of it.'
            )
        ids = [opened.withdraw(one.id, reason) for one in found]
    if as_json:
        click.echo(json.dumps({"entries": ids}))
    else:
        say(
            f"Withdrew the key {PublicKey(found[0].key).fingerprint} of {found[0].author}.",
            err=True,
        )


def _write(path: Path, pem: bytes) -> None:
    make_folder(path.parent)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(pem)
    except FileExistsError:
        raise RecordProblem(
            f"A key was to be made at {path}, but there is one already. Show it with: "
            f"onetext keys show; or name another file in {KEY_VARIABLE}."
        ) from None
    except OSError as error:
        raise UnwritableFile(path, (error.strerror or str(error)).lower()) from error


def _tell(public: PublicKey, path: Path, as_json: bool) -> None:
    if as_json:
        found = {"file": str(path), "key": public.line, "fingerprint": public.fingerprint}
        click.echo(json.dumps(found))
        return
    say(public.line)
    say(f"{public.fingerprint}  {path}", err=True)
