"""Where a language model answers, and the key that it asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from onetext.errors import LanguageModelProblem

ADDRESS_VARIABLE = "ONETEXT_LLM_ENDPOINT"
MODEL_VARIABLE = "ONETEXT_LLM_MODEL"
KEY_VARIABLE = "ONETEXT_LLM_KEY"
KEY_FILE_VARIABLE = "ONETEXT_LLM_KEY_FILE"
TIMEOUT_S = 120.0


@dataclass(frozen=True, slots=True)
class Endpoint:
    """What the user named.

    Attributes:
        address: the base of an OpenAI-compatible interface, such as http://127.0.0.1:8080/v1.
        model: the name under which that server knows the model.
        key: sent to this address only; never printed. Empty where the server wants none.
        timeout_s: seconds to wait for one answer.
    """

    address: str
    model: str
    key: str = field(default="", repr=False)
    timeout_s: float = TIMEOUT_S


def endpoint_of(
    address: str | None,
    model: str | None,
    *,
    key_file: Path | None = None,
    environment: Mapping[str, str],
    timeout_s: float = TIMEOUT_S,
) -> Endpoint:
    """The endpoint that options or else the environment name.

    The key comes from `key_file`, else from the file that ONETEXT_LLM_KEY_FILE names, else from
    ONETEXT_LLM_KEY; never from the command line, where other users of the machine could see it,
    and never from a variable that belongs to another program.

    Raises:
        LanguageModelProblem: no address or model is named, the address is not one, or the file
            with the key cannot be read.
    """
    address = (address or environment.get(ADDRESS_VARIABLE, "")).strip()
    model = (model or environment.get(MODEL_VARIABLE, "")).strip()
    if not address or not model:
        missing = "--endpoint" if not address else "--model"
        raise LanguageModelProblem(
            f"--reader llm was asked for without {missing}. Name both: --endpoint "
            "http://127.0.0.1:8080/v1 --model NAME, or set "
            f"{ADDRESS_VARIABLE} and {MODEL_VARIABLE}."
        )
    _checked(address)
    named = key_file or (
        Path(environment[KEY_FILE_VARIABLE]) if environment.get(KEY_FILE_VARIABLE) else None
    )
    key = _key_in(named) if named else environment.get(KEY_VARIABLE, "").strip()
    if not all(33 <= ord(sign) <= 126 for sign in key):
        raise LanguageModelProblem(
            "The key for the language model holds a sign that no key has, such as a space or a "
            "line break. Write the key alone into the file or the variable."
        )
    return Endpoint(address.rstrip("/"), model, key, timeout_s)


def _checked(address: str) -> None:
    """Refuse what is no web address, or carries a password that would be printed with it."""
    try:
        parts = urlsplit(address)
        fine = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        fine = False
    if not fine:
        raise LanguageModelProblem(
            f"The endpoint {address!r} is no web address. Write it like http://127.0.0.1:8080/v1."
        )
    if parts.username is not None or parts.query or parts.fragment:
        raise LanguageModelProblem(
            "The endpoint holds a user's name, a query or a fragment, which may hide a key. Write "
            f"the address alone, and the key into {KEY_VARIABLE} or a file for --key-file."
        )


def _key_in(path: Path) -> str:
    try:
        key = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not text"
        raise LanguageModelProblem(
            f"The key for the language model cannot be read from {path}: {why}. Name a file that "
            "holds the key alone."
        ) from error
    if not key:
        raise LanguageModelProblem(f"The file {path} holds no key. Write the key into it.")
    return key
