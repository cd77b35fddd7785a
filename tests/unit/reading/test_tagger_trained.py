"""The trained tagger: what its callers rely on, with the model that is shipped."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from onetext.reading import tagger
from onetext.reading.attributions import Attribution
from onetext.reading.tagger import TrainedTagger
from onetext.text.spans import Span

SAID = "Northland will not sign the draft, envoy Ada Berg said on Monday."
QUOTED = "“We will not sign the draft,” Ada Berg told reporters. “Not this week.”"


def _all(text: str) -> list[Attribution]:
    return TrainedTagger().tag(text, [Span(0, len(text))])


def _words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(text) for span in spans]


def test_an_indirect_statement_has_its_source_and_cue() -> None:
    """Content, source and cue of a plain reported sentence."""
    (found,) = _all(SAID)
    assert _words(SAID, found.content) == ["Northland will not sign the draft"]
    assert found.source is not None
    assert "Ada Berg" in found.source.of(SAID)
    assert found.cue is not None
    assert found.cue.of(SAID).startswith("said")


@pytest.mark.parametrize("marks", ["“”", '""', "«»"])
def test_a_broken_quotation_is_one_statement(marks: str) -> None:
    """Two quoted parts around one "told reporters": one attribution, marks left out."""
    text = QUOTED.replace("“", marks[0]).replace("”", marks[1])
    found = _all(text)
    assert _words(text, found[0].content)[0] == "We will not sign the draft"
    assert found[0].source is not None
    assert found[0].source.of(text) == "Ada Berg"
    assert all(
        mark not in words for one in found for words in _words(text, one.content) for mark in marks
    )


@pytest.mark.parametrize("text", ["", " \n\t ", "“”", "...", "\u200b", "𝔘" * 300, "\ud800 \udfff"])
def test_texts_without_words_say_nothing(text: str) -> None:
    """Nothing to read gives nothing, whatever the signs are."""
    assert _all(text) == []


def test_only_the_given_blocks_are_read() -> None:
    """What stands outside the blocks is neither content nor source."""
    text = f"{SAID}\n{QUOTED}"
    block = Span(len(SAID) + 1, len(text))
    found = TrainedTagger().tag(text, [block])
    assert found
    for one in found:
        spans = [*one.content, *(span for span in (one.cue, one.source) if span)]
        assert all(block.contains(span) for span in spans)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_places_are_exact_in_either_unicode_form(form: str) -> None:
    """Composed and decomposed letters: spans hold the words they should."""
    raw = "Zoë Müller-Çelik said the café talks in Åsvík would go on until Friday."
    text = unicodedata.normalize(form, raw)  # type: ignore[arg-type] # two of its four literals
    (found,) = _all(text)
    assert found.source is not None
    assert unicodedata.normalize("NFC", found.source.of(text)) == "Zoë Müller-Çelik"
    assert _words(text, found.content)[-1].endswith("Friday")


def test_equal_texts_give_equal_attributions() -> None:
    """Twice the same, and in the order of the text."""
    text = "\n\n".join([SAID, QUOTED] * 20)
    found = _all(text)
    assert found == _all(text)
    assert [one.content[0].start for one in found] == sorted(one.content[0].start for one in found)
    assert all(0 < one.confidence < 1 for one in found)


def test_importing_and_making_it_loads_no_model() -> None:
    """Neither numpy nor onnxruntime nor tokenizers is imported before the first text."""
    code = (
        "import sys; from onetext.reading.tagger import TrainedTagger; TrainedTagger().tag('', []);"
        "print([m for m in ('numpy', 'onnxruntime', 'tokenizers') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_shipped_parts_are_small() -> None:
    """The model with all its parts stays within thirty megabytes."""
    folder = Path(tagger.__file__).parent
    assert sum(path.stat().st_size for path in folder.iterdir() if path.is_file()) <= 30_000_000
