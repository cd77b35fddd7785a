"""How alike texts are in meaning, by the word pieces that the shipped encoder knows."""

from onetext.reading.meaning.alignment import PieceLikeness

__all__ = ["PieceLikeness"]
