"""One table of weights out of an ONNX file, without loading the model that it belongs to.

An ONNX file is a protocol buffer: fields, each with its number and a wire type. Of a model (field
7: its graph) and a graph (field 5: its tables) only what is asked for is looked at.

Source:
    onnx.proto (ModelProto, GraphProto, TensorProto) of the Open Neural Network Exchange;
    the wire format of protocol buffers.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from onetext.errors import OnetextError

_GRAPH, _TABLE = 7, 5
_DIMENSIONS, _TYPE, _NAME, _RAW = 1, 2, 8, 9
_TYPES = {1: np.float32, 2: np.uint8, 3: np.int8, 10: np.float16}


def table_in(path: Path, name: str) -> Any:
    """The table of two dimensions whose name starts with `name`, as it is stored.

    Weights that were rounded to whole numbers are left so: they differ from the weights
    themselves by a factor and a constant.

    Raises:
        OnetextError: the file holds no such table.
    """
    content = memoryview(path.read_bytes())
    for number, graph in _fields(content):
        if number != _GRAPH:
            continue
        for inner, tensor in _fields(graph):
            if inner == _TABLE:
                found = _read(tensor, name)
                if found is not None:
                    return found
    raise OnetextError(
        f'The weights "{name}" were looked for in {path.name}, which does not hold them. '
        "Install onetext anew: a part of it is damaged."
    )


def _read(tensor: memoryview, name: str) -> Any:
    dimensions: list[int] = []
    kind, called, raw = 0, "", None
    for number, value in _fields(tensor):
        if number == _DIMENSIONS:
            dimensions += [value] if isinstance(value, int) else _whole_numbers(value)
        elif number == _TYPE:
            kind = value
        elif number == _NAME:
            called = bytes(value).decode()
        elif number == _RAW:
            raw = value
    if not called.startswith(name) or len(dimensions) != 2 or kind not in _TYPES or raw is None:
        return None
    return np.frombuffer(raw, _TYPES[kind]).reshape(dimensions)


def _fields(content: memoryview) -> Iterator[tuple[int, Any]]:
    """The number and the value of each field: a whole number, or the bytes."""
    at, end = 0, len(content)
    while at < end:
        key, at = _whole_number(content, at)
        wire = key & 7
        if wire == 0:
            value, at = _whole_number(content, at)
            yield key >> 3, value
            continue
        if wire == 2:
            length, at = _whole_number(content, at)
        else:
            length = 4 if wire == 5 else 8
        yield key >> 3, content[at : at + length]
        at += length


def _whole_numbers(content: memoryview) -> list[int]:
    found, at = [], 0
    while at < len(content):
        value, at = _whole_number(content, at)
        found.append(value)
    return found


def _whole_number(content: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = content[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at
