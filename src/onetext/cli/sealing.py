"""Options that seal what is handed over, and that open what was sealed."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from onetext.errors import OnetextError, UnreadableFile
from onetext.record.keys import BadKey
from onetext.record.store import Store
from onetext.record.transfer import Opened, lines
from onetext.wiring import key_path, signing_key

if TYPE_CHECKING:
    from onetext.record.sealing import Opening

SEALED = ".age"
_File = click.Path(path_type=Path)

passphrase_option = click.option(
    "--passphrase-file",
    type=_File,
    metavar="FILE",
    help="The first line of FILE is the passphrase (default: asked for on the terminal).",
)
key_option = click.option(
    "--key",
    "keys",
    type=_File,
    metavar="FILE",
    multiple=True,
    help="Private keys that open what was sealed for them, of age or of onetext (default: yours).",
)
seal_option = click.option(
    "--seal", is_flag=True, help="Seal the file, NAME.age, with a passphrase."
)
seal_for_option = click.option(
    "--seal-for",
    metavar="WHO",
    multiple=True,
    help="Seal the file for the holder of a key: the name of an author who published one, a line "
    'such as "age1..." or "ssh-ed25519 AAAA...", or a file of such lines. May be repeated.',
)


class NoTerminal(OnetextError):
    """A passphrase is needed, and there is nobody to ask."""


def write_sealed(
    store: Store, seal_for: Sequence[str], passphrase_file: Path | None, to: IO[bytes]
) -> int:
    """Write all entries to `to`, sealed for keys or else with a passphrase. Returns how many."""
    from onetext.record.sealing import recipient, seal_with
    from onetext.record.sealing import seal_for as for_keys

    counted = _Counted(lines(store.entries()))
    if seal_for:
        found = [recipient(line) for who in seal_for for line in _keys_of(store, who)]
        for_keys(found, counted, to)
    else:
        seal_with(_passphrase(passphrase_file, new=True), counted, to)
    return counted.count


def opened_lines(path: Path, passphrase_file: Path | None, keys: Sequence[Path]) -> Opened | None:
    """What opens the lines of the file at `path`, where it is sealed; None where it is not."""
    from onetext.record.sealing import is_sealed, unsealed

    if not is_sealed(path):
        return None
    return partial(unsealed, path, _opening(path, passphrase_file, keys))


def _opening(path: Path, passphrase_file: Path | None, keys: Sequence[Path]) -> Opening:
    from onetext.record.sealing import Opening, identities, identity_of, needs_passphrase

    if needs_passphrase(path):
        return Opening(passphrase=_passphrase(passphrase_file, new=False))
    found = tuple(one for file in keys for one in identities(_read(file)))
    if not keys and key_path().exists():
        found = (identity_of(signing_key()),)
    return Opening(keys=found)


def _keys_of(store: Store, who: str) -> list[str]:
    if who.startswith(("age1", "ssh-")):
        return [who]
    published = [one.key for one in store.published_keys() if one.author == who]
    standing = [
        one.key for one in store.published_keys() if one.author == who and not one.withdrawn_at
    ]
    if standing:
        return list(dict.fromkeys(standing))
    if Path(who).is_file():
        text = _read(Path(who)).decode("utf-8", "replace")
        found = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
        if found:
            return found
    authors = ", ".join(sorted({one.author for one in store.published_keys()})) or "nobody"
    why = "withdrew their key" if published else "is no author who published a key"
    raise BadKey(
        f'The record was to be sealed for "{who}", who {why}. Keys were published by: {authors}. '
        'Name one of these, give a line such as "age1...", or have them run: onetext keys publish'
    )


def _passphrase(file: Path | None, *, new: bool) -> str:
    if file is not None:
        first = _read(file).decode("utf-8", "replace").partition("\n")[0].rstrip("\r")
        if not first:
            raise UnreadableFile(
                file, "its first line is empty", "Write the passphrase into its first line."
            )
        return first
    if not sys.stdin.isatty():
        raise NoTerminal(
            "A passphrase is needed, but there is no terminal to ask for it. "
            "Give it in a file: --passphrase-file FILE"
        )
    found: str = click.prompt("Passphrase", hide_input=True, confirmation_prompt=new, err=True)
    return found


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            file, error.strerror or str(error), "Name a file that may be read."
        ) from error


class _Counted:
    def __init__(self, items: Iterable[bytes]) -> None:
        self._items = items
        self.count = 0

    def __iter__(self) -> Iterator[bytes]:
        for item in self._items:
            self.count += 1
            yield item
