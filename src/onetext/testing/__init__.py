"""What tests of onetext, and of what is built on it, can use in place of the real things."""

from onetext.testing.clock import Clock
from onetext.testing.made_up import (
    make_document,
    make_draft,
    make_reading,
    make_statement,
    passage_of,
)
from onetext.testing.memory import MemoryStore
from onetext.testing.sample import sample_record

__all__ = [
    "Clock",
    "MemoryStore",
    "make_document",
    "make_draft",
    "make_reading",
    "make_statement",
    "passage_of",
    "sample_record",
]
