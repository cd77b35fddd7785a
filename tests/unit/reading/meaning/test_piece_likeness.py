"""How alike texts are in meaning, by the word pieces of the shipped encoder."""

from __future__ import annotations

import numpy as np
import pytest

from onetext.errors import OnetextError
from onetext.reading.meaning import PieceLikeness
from onetext.reading.meaning.onnx_file import table_in
from onetext.reading.meaning.pieces import load
from onetext.reading.tagger.model import FOLDER
from onetext.text.comparing import Change, compare
from onetext.text.parse import parse_draft

NORTH = (
    "All captured soldiers are set free within a month.",
    "Northland pays for the rebuilding of the harbour in the south.",
    "Fishing boats may enter the bay in summer.",
    "The border follows the river Lune to the sea.",
)
SOUTH = (
    "Boats that catch fish are allowed into the bay from June until August.",
    "Prisoners, also soldiers who were captured, must be released inside thirty days.",
    "The reconstruction of the southern harbour is financed by Northland.",
)
SAME = {0: 1, 1: 2, 2: 0}


def test_what_is_put_in_other_words_is_nearest() -> None:
    """Of three sentences, each finds the one that says the same in other words."""
    table = PieceLikeness().between(NORTH, SOUTH).alike(range(3), range(3))
    assert table.dtype == np.float32
    assert {row: int(at) for row, at in enumerate(table.argmax(1))} == SAME


def test_a_text_is_wholly_like_itself_and_both_ways_are_the_same() -> None:
    """Likeness is 1 for the same text, between 0 and 1 for others, and has no direction."""
    there = PieceLikeness().between(NORTH, NORTH).alike(range(4), range(4))
    assert np.allclose(np.diag(there), 1.0)
    assert there.min() >= 0.0
    ahead = PieceLikeness().between(NORTH, SOUTH).alike(range(4), range(3))
    back = PieceLikeness().between(SOUTH, NORTH).alike(range(3), range(4))
    assert np.allclose(ahead, back.T, atol=1e-6)


def test_some_texts_are_as_alike_as_they_are_among_all() -> None:
    """Which other texts are asked about changes nothing."""
    read = PieceLikeness().between(NORTH, SOUTH)
    whole = read.alike(range(4), range(3))
    assert np.allclose(read.alike([2, 0], [1]), whole[[2, 0]][:, [1]], atol=1e-6)


@pytest.mark.parametrize(
    "text",
    [
        "Las Partes se comprometen a retirar sus fuerzas de las zonas convenidas.",
        "Les Parties s'engagent à retirer leurs forces des zones convenues et à les évacuer.",
        "Стороны обязуются вывести войска из согласованных районов.",
        "تلتزم الأطراف بسحب قواتها من المناطق المتفق عليها",
        "No text",
        "",
    ],
)
def test_what_cannot_be_read_is_like_nothing(text: str) -> None:
    """A text in another language, or of too few words, is not even like itself."""
    assert not PieceLikeness().between([text], [text]).alike([0], [0]).any()


def test_a_sentence_in_another_language_does_not_silence_the_others() -> None:
    """In an English draft, one point in Spanish is left out and the rest are read."""
    spanish = "Las Partes se comprometen a retirar sus fuerzas de las zonas convenidas."
    table = PieceLikeness().between([*NORTH, *SOUTH, spanish], SOUTH).alike(range(8), range(3))
    assert table[:3].max(1).min() > 0.0
    assert not table[7].any()


def test_drafts_in_other_words_find_each_other() -> None:
    """Three points that share hardly a word are matched by meaning, and are not without it."""
    before, after = (
        parse_draft("\n".join(f"{n}. {said}" for n, said in enumerate(side, 1)))
        for side in (NORTH[:3], SOUTH)
    )
    told = compare(before, after, likeness=PieceLikeness()).points
    assert {(one.before, one.after) for one in told} == {
        ((str(i + 1),), (str(j + 1),)) for i, j in SAME.items()
    }
    assert any(one.restated for one in told)
    assert {one.change for one in compare(before, after).points} >= {Change.DROPPED, Change.ADDED}


def test_the_table_is_the_encoder_s() -> None:
    """One row for each piece that the tokenizer knows, 384 numbers each."""
    pieces = load()
    assert pieces.stored.shape == (pieces.tokenizer.get_vocab_size(), 384)
    lengths = np.linalg.norm(pieces.directions([2000, 5924]), axis=1)
    assert np.allclose(lengths, 1.0, atol=1e-5)


def test_a_file_without_the_table_is_named() -> None:
    """Where the weights are not there, a sentence says which and what to do."""
    with pytest.raises(OnetextError, match=r'"nothing\.here" .* in model\.onnx'):
        table_in(FOLDER / "model.onnx", "nothing.here")
