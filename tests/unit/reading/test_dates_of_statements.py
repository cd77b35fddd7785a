"""On which day something was said, and which day words name."""

from __future__ import annotations

from datetime import date

import pytest

from onetext.reading.attributions import Attribution
from onetext.reading.dates import carry, resolve, said_on
from onetext.text.spans import Span

WEDNESDAY = date(2031, 5, 14)
CONTENT = "the talks were long"


def day_of(text: str, published: date | None = WEDNESDAY, cue: str = "said") -> date | None:
    def place(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    found = Attribution((place(CONTENT),), place(cue), place("Berg"), 1.0)
    return said_on(text, found, Span(0, len(text)), published)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Berg said on Monday that the talks were long.", date(2031, 5, 12)),
        ("Berg said Wednesday the talks were long.", WEDNESDAY),
        ("On Tuesday, Berg said the talks were long.", date(2031, 5, 13)),
        ("Berg on Thursday said the talks were long.", date(2031, 5, 8)),
        ("Yesterday Berg said that the talks were long.", date(2031, 5, 13)),
        ("Berg said in a statement on 2 May that the talks were long.", date(2031, 5, 2)),
        ("“Well, the talks were long,” Berg said in Harbour City on May 11.", date(2031, 5, 11)),
        (
            "Berg, the envoy of Northland, said on Tuesday that the talks were long.",
            date(2031, 5, 13),
        ),
        ("Speaking in Harbour City on Tuesday, Berg said the talks were long.", date(2031, 5, 13)),
        ("Berg said late Monday that the talks were long.", date(2031, 5, 12)),
        ("Berg had said on Monday that the talks were long.", date(2031, 5, 12)),
        ("Berg said hours before the vote on Tuesday that the talks were long.", None),
        ("Berg said last week that the talks were long.", None),
        (
            "HARBOUR CITY, May 14, 2031 (LPA) - Berg said on Tuesday that the talks were long.",
            date(2031, 5, 13),
        ),
        ("HARBOUR CITY, May 14 (LPA) — Berg said that the talks were long.", None),
        ("Berg said that the talks were long.", None),
        ("Berg, who met the envoys on Monday, said the talks were long.", None),
        ("Berg said, two days before the vote on Sunday, that the talks were long.", None),
        ("Berg said the talks were long on Monday.", None),
    ],
)
def test_the_day_is_the_one_by_the_cue(text: str, day: date | None) -> None:
    """A day counts where it is attached to the saying, not to something else."""
    if text.endswith("long on Monday."):
        content = Span(text.index(CONTENT), len(text) - 1)
        found = Attribution((content,), Span(5, 9), Span(0, 4), 1.0)
        assert said_on(text, found, Span(0, len(text)), WEDNESDAY) is None
    else:
        assert day_of(text) == day


def test_without_a_publication_date_only_full_dates_resolve() -> None:
    """A weekday means nothing to a reader who does not know when the report appeared."""
    assert day_of("Berg said on Monday that the talks were long.", None) is None
    full = "Berg said on May 2, 2031 that the talks were long."
    assert day_of(full, None) == date(2031, 5, 2)


def test_nothing_is_said_after_publication() -> None:
    """A day that lies ahead of the report is no day on which it was said."""
    assert day_of("Berg said on May 30 that the talks were long.") is None


@pytest.mark.parametrize(
    ("words", "future", "day"),
    [
        ("Wednesday", False, WEDNESDAY),
        ("on Friday", False, date(2031, 5, 9)),
        ("on Friday", True, date(2031, 5, 16)),
        ("last Wednesday", False, date(2031, 5, 7)),
        ("next Wednesday", True, date(2031, 5, 21)),
        ("tomorrow", True, date(2031, 5, 15)),
        ("2031-04-30", False, date(2031, 4, 30)),
        ("3 December", False, date(2030, 12, 3)),
        ("Dec. 2", False, date(2030, 12, 2)),
        ("2 June 2030", False, date(2030, 6, 2)),
        ("Feb. 30", False, None),
        ("last week", False, None),
        ("they may 5 times", False, None),
        ("soon", True, None),
    ],
)
def test_which_day_words_name(words: str, future: bool, day: date | None) -> None:
    """Weekdays look back, or ahead for what is planned; months take the nearest year."""
    assert resolve(words, WEDNESDAY, future=future) == day


def test_a_speaker_keeps_the_day_for_a_while() -> None:
    """The day goes on in the same and the next paragraphs, past another speaker, then ends."""
    monday = date(2031, 5, 12)
    days = [monday, None, None, None, None]
    assert carry(days, ["Berg", "Lund", "Berg", "Berg", "Berg"], [1, 1, 2, 4, 9]) == [
        monday, None, monday, monday, None,
    ]  # fmt: skip


def test_carry_wants_columns_of_equal_length() -> None:
    """A missing speaker or paragraph is a mistake of the caller."""
    with pytest.raises(ValueError, match="argument"):
        carry([None], [], [1])
