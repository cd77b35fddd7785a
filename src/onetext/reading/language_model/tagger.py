"""The language model behind the protocol of the room, and the shipped reader behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onetext.errors import LanguageModelProblem
from onetext.reading.attributions import Account, Attribution, Tagger
from onetext.reading.language_model.answers import MalformedAnswer, Told, parsed
from onetext.reading.language_model.conversation import Conversation, CutOff
from onetext.reading.language_model.endpoint import Endpoint
from onetext.reading.language_model.portions import PORTION_WORDS, Portion, halves, portions
from onetext.reading.language_model.prompt import messages
from onetext.reading.language_model.verbatim import Finder
from onetext.text.spans import Span

TRIES = 2  # at an answer of the right shape

Progress = Callable[[int, int], None]


def untold(done: int, whole: int) -> None:
    """Progress that nobody sees."""


class LanguageModelTagger:
    """Finds attributions by asking a language model, portion by portion.

    Args:
        endpoint: whom to ask; nothing is sent before the first text is tagged.
        words: of a text in one portion, at most.
        progress: told how many portions of a text are done, of how many.

    What it gives are spans of the text. Who they mean and what they do is worked out by the same
    rules as for the other readers.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        words: int = PORTION_WORDS,
        progress: Progress = untold,
    ) -> None:
        self.name = f"llm:{endpoint.model}"
        self.account = Account()
        self._endpoint = endpoint
        self._conversation = Conversation(endpoint)
        self._words = words
        self._progress = progress

    def tag(self, text: str, blocks: Sequence[Span]) -> list[Attribution]:
        """Attributions in `blocks`, in the order of the text; `account` tells what was refused.

        Raises:
            LanguageModelProblem: the model did not answer, or not in the shape asked for.
        """
        self.account = Account()
        found: list[Attribution] = []
        told = refused = 0
        asked = list(portions(text, sorted(blocks), words=self._words))
        for number, portion in enumerate(asked):
            self._progress(number, len(asked))
            finder = Finder(text, portion)
            for one in self._statements(text, portion):
                attribution = finder.attribution(one)
                told += 1
                if attribution is None:
                    refused += 1
                else:
                    found.append(attribution)
        self._progress(len(asked), len(asked))
        self.account = Account(told=told, refused=refused)
        return sorted(found, key=lambda one: one.content[0].start)

    def _statements(self, text: str, portion: Portion) -> list[Told]:
        """What the model tells of a portion; in halves where the answer would be too long."""
        try:
            return self._answered(text, portion)
        except CutOff as error:
            parts = halves(text, portion)
            if parts is None:
                raise LanguageModelProblem(
                    f"The language model {self._endpoint.model} at {self._endpoint.address} goes "
                    "on without an end, even over one sentence. Use another model, or --fallback."
                ) from error
            return [told for part in parts for told in self._statements(text, part)]

    def _answered(self, text: str, portion: Portion) -> list[Told]:
        problem: MalformedAnswer | None = None
        for _ in range(TRIES):
            try:
                return parsed(self._conversation.answer(messages(text, portion)))
            except MalformedAnswer as error:
                problem = error
        raise LanguageModelProblem(
            f"The language model {self._endpoint.model} at {self._endpoint.address} gave an answer "
            f"that cannot be read {TRIES} times: {problem}. Use another model, or --fallback."
        ) from problem


class FallingBack:
    """Asks the language model, and reads with `then` what it could not read.

    A text is read by one of them, never in part by both; `name` tells by which the last was.
    """

    def __init__(self, first: LanguageModelTagger, then: Callable[[], Tagger]) -> None:
        self._first = first
        self._make = then
        self._then: Tagger | None = None
        self.name = first.name
        self.account = Account()

    def tag(self, text: str, blocks: Sequence[Span]) -> list[Attribution]:
        """Attributions in `blocks`; see `Tagger`."""
        try:
            found = self._first.tag(text, blocks)
        except LanguageModelProblem as problem:
            if self._then is None:
                self._then = self._make()
            self.name = self._then.name
            self.account = Account(instead_of=self._first.name, because=str(problem))
            return self._then.tag(text, blocks)
        self.name, self.account = self._first.name, self._first.account
        return found
