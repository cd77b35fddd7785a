"""Who records."""

from __future__ import annotations

import getpass

import pytest

from onetext.wiring import author_here


def test_the_environment_names_the_author(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spaces around the name do not count, and an empty name is none."""
    monkeypatch.setenv("ONETEXT_AUTHOR", " Ada Berg ")
    assert author_here() == "Ada Berg"
    monkeypatch.setenv("ONETEXT_AUTHOR", " ")
    monkeypatch.setattr(getpass, "getuser", lambda: "ada")
    assert author_here() == "ada"


def test_an_account_without_a_name_still_records(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in containers that run under a number."""

    def nobody() -> str:
        raise KeyError("no such user")

    monkeypatch.delenv("ONETEXT_AUTHOR", raising=False)
    monkeypatch.setattr(getpass, "getuser", nobody)
    assert author_here() == "unnamed"
