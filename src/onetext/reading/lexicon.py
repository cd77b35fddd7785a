"""Closed sets of English words, written as plain text."""

from __future__ import annotations


def lexicon(words: str) -> frozenset[str]:
    """The words of `words`, separated by white space."""
    return frozenset(words.split())
