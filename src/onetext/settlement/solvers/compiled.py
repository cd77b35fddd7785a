"""Functions compiled by numba, kept on disk where there is a place for it.

Numba keeps compiled code beside the source, else in the user's cache folder; NUMBA_CACHE_DIR
names another. Where nothing of that can be written, as in a read-only container without a home,
it refuses; a function is then compiled anew in every process, which takes seconds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from numba import njit

Function = TypeVar("Function", bound=Callable[..., Any])


def compiled(function: Function) -> Function:
    """`function`, compiled when it is first called."""
    try:
        return cast(Function, njit(cache=True)(function))
    except RuntimeError:  # no place to keep it
        return cast(Function, njit(function))
