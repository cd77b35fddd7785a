"""Files sealed for hand-over: age, with a passphrase or for the holders of keys.

Sealed for keys, a file is written and read as a stream. Sealed with a passphrase it is held in
memory whole, sealed and unsealed at once, since the library offers no stream for that; for
records of more than a few hundred megabytes, seal for keys.

Source: age-encryption.org/v1 (C2SP); ssh-ed25519 recipients as in its reference implementation.
"""

from __future__ import annotations

import io
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import pyrage

from onetext.errors import OnetextError
from onetext.record.keys import PrivateKey

_HEADERS = (b"age-encryption.org/", b"-----BEGIN AGE ENCRYPTED FILE-----")
_PASSPHRASE = b"\n-> scrypt "
_HEAD_BYTES = 4096


class Sealed(OnetextError):
    """A sealed file cannot be opened with what was given."""


class BadRecipient(OnetextError):
    """What was given as a key to seal for is none."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What may open a sealed file: private keys (any of which may fit), or a passphrase."""

    keys: tuple[Any, ...] = ()
    passphrase: str | None = None


def recipient(text: str) -> Any:
    """The holder of a key, from a line such as "age1..." or "ssh-ed25519 AAAA...".

    Raises:
        BadRecipient: it is neither.
    """
    line = " ".join(text.split()[:2])
    make = pyrage.ssh.Recipient if line.startswith("ssh-") else pyrage.x25519.Recipient
    try:
        return make.from_str(line)
    except pyrage.RecipientError as error:
        raise BadRecipient(
            f'"{text[:80]}" was given as a key to seal for, but it is none. Give a line such as '
            '"age1..." or "ssh-ed25519 AAAA...", or the name of an author who has published a key.'
        ) from error


def identities(text: bytes) -> tuple[Any, ...]:
    """The private keys in a file: age's own, one a line, or one as OpenSSH writes it.

    Raises:
        BadRecipient: it holds none.
    """
    try:
        if b"PRIVATE KEY-----" in text:
            return (identity_of(PrivateKey.of(text)),)
        kept = (line.strip() for line in text.decode().splitlines())
        found = [line for line in kept if line and not line.startswith("#")]
        if found:
            return tuple(pyrage.x25519.Identity.from_str(line) for line in found)
    except (pyrage.IdentityError, UnicodeDecodeError) as error:
        raise BadRecipient(_NO_IDENTITY) from error
    raise BadRecipient(_NO_IDENTITY)


_NO_IDENTITY = (
    "The file of keys to open with holds none. Give one that age-keygen or onetext keys new wrote."
)


def identity_of(key: PrivateKey) -> Any:
    """A signing key as what opens files that were sealed for its public key."""
    return pyrage.ssh.Identity.from_buffer(key.openssh())


def is_sealed(path: Path) -> bool:
    """Whether the file begins as a sealed one does; what cannot be read is left to the reader."""
    return _head(path).startswith(_HEADERS)


def needs_passphrase(path: Path) -> bool:
    """Whether a sealed file was sealed with a passphrase, as its first lines say."""
    return _PASSPHRASE in _head(path)


def seal_for(recipients: Sequence[Any], parts: Iterable[bytes], to: IO[bytes]) -> None:
    """Write `parts` to `to`, so that any of `recipients` can open it; streamed."""
    pyrage.encrypt_io(io.BufferedReader(_Parts(parts)), to, list(recipients))


def seal_with(passphrase: str, parts: Iterable[bytes], to: IO[bytes]) -> None:
    """Write `parts` to `to`, so that whoever has the passphrase can open it; held in memory."""
    to.write(pyrage.passphrase.encrypt(b"".join(parts), passphrase))


@contextmanager
def unsealed(path: Path, opening: Opening) -> Iterator[IO[bytes]]:
    """The bytes that were sealed, as they are read; that a file is cut short shows at its end.

    Raises:
        Sealed: nothing in `opening` opens it, or it is damaged.
        OSError: the file cannot be read.
    """
    if opening.passphrase is not None:
        try:
            whole = pyrage.passphrase.decrypt(path.read_bytes(), opening.passphrase)
        except pyrage.DecryptError as error:
            raise _closed(path, "the passphrase is wrong, or the file is damaged") from error
        yield io.BytesIO(whole)
        return
    yield from _streamed(path, opening.keys)


def _streamed(path: Path, keys: Sequence[Any]) -> Iterator[IO[bytes]]:
    """Opened in a thread of its own, which a pipe holds up until what it wrote is read."""
    reading, writing = os.pipe()
    wrong: list[Exception] = []

    def work() -> None:
        with os.fdopen(writing, "wb") as into:
            try:
                with path.open("rb") as file:
                    pyrage.decrypt_io(file, into, list(keys))
            except (pyrage.DecryptError, OSError) as error:
                wrong.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    with os.fdopen(reading, "rb") as plain:
        yield _Whole(plain, path, thread, wrong)  # type: ignore[misc] # it is a file
    thread.join()


class _Whole:
    """Lines of what was sealed; at their end, whether that was all of it."""

    def __init__(
        self, plain: IO[bytes], path: Path, thread: threading.Thread, wrong: list[Exception]
    ) -> None:
        self._plain, self._path, self._thread, self._wrong = plain, path, thread, wrong

    def __iter__(self) -> Iterator[bytes]:
        last = b""
        for line in self._plain:
            if last:
                yield last
            last = line
        self._thread.join()
        if self._wrong:
            found = self._wrong[0]
            if isinstance(found, pyrage.DecryptError):
                raise _closed(self._path, "none of the keys at hand fits it") from found
            raise _closed(self._path, "it is cut short or damaged") from found
        if last:
            yield last


class _Parts(io.RawIOBase):
    """Bytes that come in parts, as a file to read from."""

    def __init__(self, parts: Iterable[bytes]) -> None:
        self._parts = iter(parts)
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._rest:
            part = next(self._parts, None)
            if part is None:
                return 0
            self._rest = part
        size = min(len(buffer), len(self._rest))
        buffer[:size] = self._rest[:size]
        self._rest = self._rest[size:]
        return size


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD_BYTES)
    except (OSError, ValueError):
        return b""


def _closed(path: Path, found: str) -> Sealed:
    return Sealed(
        f"{path} is sealed and was to be opened, but {found}. Give --passphrase-file FILE or "
        "--key FILE, or ask whoever sealed it to seal it for your key: onetext keys show"
    )
