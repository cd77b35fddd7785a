"""Canonical JSON, held against the package that defines it here."""

from __future__ import annotations

from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from onetext.record.canonical import canonical
from onetext.record.statements import Act

_TEXTS = st.text() | st.text(st.characters(codec=None)) | st.sampled_from(list(Act))
_NUMBERS = (
    st.integers(-(2**60), 2**60)
    | st.floats()
    | st.floats(-1e-3, 1e-3)
    | st.floats(1e14, 1e24)
    | st.integers(-(10**6), 10**6).map(float)
)
_VALUES = st.recursive(
    st.none() | st.booleans() | _NUMBERS | _TEXTS,
    lambda inner: (
        st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(st.text() | _TEXTS, inner)
    ),
    max_leaves=20,
)


@given(_VALUES)
def test_it_writes_what_the_package_writes_and_refuses_what_it_refuses(value: Any) -> None:
    """The same bytes, or the same kind of error, whatever the value."""
    try:
        due = rfc8785.dumps(value)
    except ValueError as refused:
        with pytest.raises(type(refused)):
            canonical(value)
    else:
        assert canonical(value) == due


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_reads_back_as_it_was(number: float) -> None:
    """The shortest digits that stand for a number stand for no other."""
    assert float(canonical(number)) == number


@pytest.mark.parametrize(
    "keys", [("\ufb33", "\U0001f600"), ("a", "\ud800"), ("\ue000", "\U00010000", "z")]
)
def test_keys_stand_in_the_order_of_their_utf_16_units(keys: tuple[str, ...]) -> None:
    """Characters beyond the first plane sort before some within it, as the standard has it."""
    value = dict.fromkeys(keys, 1)
    if any("\ud800" <= char < "\ue000" for key in keys for char in key):
        with pytest.raises(ValueError, match="surrogates"):
            canonical(value)
    else:
        assert canonical(value) == rfc8785.dumps(value)


@pytest.mark.parametrize("value", [object(), {1: 2}, {"a": {1, 2}}, b"bytes"])
def test_what_is_no_json_is_refused(value: object) -> None:
    """As the package refuses it."""
    with pytest.raises(rfc8785.CanonicalizationError):
        canonical(value)


def test_nesting_as_deep_as_the_package_takes_is_taken() -> None:
    """The faster way goes no less deep."""
    value: Any = []
    for _ in range(600):
        value = [value]
    assert canonical(value) == rfc8785.dumps(value)
