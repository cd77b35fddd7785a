"""Keys that sign entries: Ed25519, written as OpenSSH writes them.

A signature is over the digest of an entry, so that it stands for all that the entry says and
for everything of the same author before it.

Source: RFC 8032 (Ed25519); RFC 8709 (ssh-ed25519); OpenSSH PROTOCOL.key for fingerprints.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import lru_cache

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from onetext.errors import OnetextError

ALGORITHM = "ed25519"
ID_CHARS = 16
_SIGNED = b"onetext/entry/1\n"


class BadKey(OnetextError):
    """What was given as a key is none, or cannot be opened."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A public key as one line of text, such as "ssh-ed25519 AAAA..."."""

    line: str

    @classmethod
    def of(cls, text: str) -> PublicKey:
        """The key in a line, without the comment that may follow it.

        Raises:
            BadKey: it holds no Ed25519 key.
        """
        line = " ".join(text.split()[:2])
        try:
            _loaded(line)
        except (ValueError, UnsupportedAlgorithm) as error:
            raise BadKey(_no_key(text)) from error
        return cls(line)

    @property
    def fingerprint(self) -> str:
        """As `ssh-keygen -l` shows it: what two people compare over the telephone."""
        digest = hashlib.sha256(base64.b64decode(self.line.split()[1])).digest()
        return "SHA256:" + base64.b64encode(digest).decode().rstrip("=")

    @property
    def id(self) -> str:
        """What a signature names its key by."""
        return _id(self.line)

    def fits(self, signature: str, digest: str) -> bool:
        """Whether this key made `signature` over `digest`."""
        try:
            signed = base64.b64decode(signature.rpartition(":")[2], validate=True)
            _loaded(self.line).verify(signed, _SIGNED + digest.encode())
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True, slots=True)
class PrivateKey:
    """A key that signs. Never shown: its text stays in the file that it came from."""

    _key: Ed25519PrivateKey

    @classmethod
    def new(cls) -> PrivateKey:
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def of(cls, pem: bytes, passphrase: str | None = None) -> PrivateKey:
        """The key in a file as `pem` writes it, or as OpenSSH does.

        Raises:
            BadKey: it holds none, or the passphrase is wrong or missing.
        """
        given = passphrase.encode() if passphrase else None
        load = (
            serialization.load_ssh_private_key
            if b"OPENSSH PRIVATE KEY" in pem
            else serialization.load_pem_private_key
        )
        try:
            found = load(pem, given)
        except TypeError as error:  # a passphrase too few or too many
            needed = "it needs a passphrase" if given is None else "it has no passphrase"
            raise BadKey(
                f"The signing key cannot be opened: {needed}. Give it as asked."
            ) from error
        except (ValueError, UnsupportedAlgorithm) as error:
            raise BadKey(
                "The signing key cannot be opened: it is none, or the passphrase is wrong. "
                "Try again, or make one with: onetext keys new"
            ) from error
        if not isinstance(found, Ed25519PrivateKey):
            raise BadKey("The signing key is of another kind. Make one with: onetext keys new")
        return cls(found)

    def pem(self, passphrase: str | None = None) -> bytes:
        """As it is kept in a file: PKCS #8, encrypted where there is a passphrase."""
        encryption: serialization.KeySerializationEncryption = serialization.NoEncryption()
        if passphrase:
            encryption = serialization.BestAvailableEncryption(passphrase.encode())
        return self._key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, encryption
        )

    def openssh(self) -> bytes:
        """As age takes it to open what was sealed for its public key; never written to a file."""
        return self._key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.OpenSSH,
            serialization.NoEncryption(),
        )

    @property
    def public(self) -> PublicKey:
        return _public(self._key)

    def sign(self, digest: str) -> str:
        """The signature over an entry's digest: algorithm, the key's id, and 64 bytes as Base64."""
        signed = base64.b64encode(self._key.sign(_SIGNED + digest.encode())).decode()
        return f"{ALGORITHM}:{self.public.id}:{signed}"


@lru_cache(16)
def _public(key: Ed25519PrivateKey) -> PublicKey:
    line = key.public_key().public_bytes(
        serialization.Encoding.OpenSSH, serialization.PublicFormat.OpenSSH
    )
    return PublicKey(line.decode())


def key_id(signature: str) -> str:
    """The id of the key that a signature says it was made with; "" where it says none."""
    algorithm, _, rest = signature.partition(":")
    return rest.partition(":")[0] if algorithm == ALGORITHM else ""


@lru_cache(256)
def _id(line: str) -> str:
    return hashlib.sha256(line.encode()).hexdigest()[:ID_CHARS]


@lru_cache(256)
def _loaded(line: str) -> Ed25519PublicKey:
    found = serialization.load_ssh_public_key(line.encode())
    if not isinstance(found, Ed25519PublicKey):
        raise ValueError("a key of another kind")  # noqa: TRY004 -- as for text that is no key
    return found


def _no_key(text: str) -> str:
    return (
        f'"{text[:80]}" was given as a public key, but it is no line such as '
        '"ssh-ed25519 AAAA...". Show yours with: onetext keys show'
    )
