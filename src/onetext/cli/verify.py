"""`onetext verify`: checks a record."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import asdict

import click

from onetext.cli.lines import say
from onetext.cli.options import record_option
from onetext.record.addresses import RecordAt
from onetext.record.verify import Proof, verify
from onetext.wiring import open_record


@click.command()
@record_option
@click.option(
    "--rebuild", is_flag=True, help="First derive every answering table anew from the entries."
)
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
def command(record: RecordAt, rebuild: bool, as_json: bool) -> None:
    """Check every entry against its digest, its predecessor, what it names and its source.

    Ends with exit code 1 if anything is wrong, after naming all of it.

    \b
    Example:
      onetext verify -r talks.onetext
      onetext verify -r talks.onetext --rebuild
    """
    with open_record(record) as opened:
        if rebuild:
            opened.store.rebuild()
        proof = verify(opened.store)
    if as_json:
        found = {"record": str(record), "sound": proof.sound, **asdict(proof)}
        click.echo(json.dumps(found, ensure_ascii=False, default=str))
    else:
        _tell(proof, record)
    if not proof.sound:
        sys.exit(1)


def _by_author(proof: Proof) -> list[tuple[str, int]]:
    return sorted(Counter(fork.author for fork in proof.forks).items())


def _tell(proof: Proof, record: RecordAt) -> None:
    for flaw in proof.flaws:
        say(flaw.sentence)
    authors = ", ".join(proof.authors) or "nobody"
    for author, forks in _by_author(proof):
        say(
            f"{author} worked in two places: {forks} of their entries began a branch of their own. "
            "That is how work done apart looks once it is merged.",
            err=True,
        )
    for signed in proof.signed:
        gone = f", withdrawn on {signed.withdrawn.date()}" if signed.withdrawn else ""
        say(
            f"{signed.author} signed {signed.entries} entries with the key "
            f"{signed.fingerprint}, published on {signed.published.date()}{gone}.",
            err=True,
        )
    for author, count in sorted(proof.unsigned.items()):
        say(f"{author} left {count} entries unsigned after publishing a key.", err=True)
    if proof.sound:
        say(f"The record {record} is sound: {proof.entries} entries by {authors}.", err=True)
        return
    say(
        f"onetext: The record {record} was checked, and {len(proof.flaws)} flaws were found in "
        f"{proof.entries} entries by {authors}. Take a copy from before, or import an export "
        "into a new record.",
        err=True,
    )
