"""Compiled functions where compiled code cannot be kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from numba import njit

from onetext.settlement.solvers.compiled import compiled


def test_a_function_without_a_place_for_its_code_is_compiled_all_the_same() -> None:
    """As in a read-only container without a home: numba refuses to keep it, we go on."""
    made: dict[str, Callable[[int], int]] = {}
    exec("def twice(number):\n    return 2 * number\n", made)  # noqa: S102 # has no file
    with pytest.raises(RuntimeError, match="no locator available"):
        njit(cache=True)(made["twice"])
    assert compiled(made["twice"])(21) == 42
