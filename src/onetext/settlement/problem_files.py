"""A problem from wherever a person keeps it: a YAML file or a GENIUS domain folder."""

from __future__ import annotations

from pathlib import Path

from onetext.errors import UnreadableFile
from onetext.settlement.genius import REAL_VALUES, read_genius
from onetext.settlement.problem import Problem
from onetext.settlement.problem_yaml import read_problem_yaml


def read_problem(path: Path, *, real_values: int = REAL_VALUES) -> Problem:
    """The problem at `path`; of a GENIUS folder's real issues, so many evenly spaced values.

    Raises:
        UnreadableFile: there is nothing there, or nothing that can be a problem.
        BadProblem, BadDomain: what is there is not a whole problem.
    """
    if path.is_dir():
        return read_genius(path, real_values=real_values)
    remedy = "Name a YAML file (onetext/problem/1), a GENIUS domain folder or a record."
    if not path.is_file():
        raise UnreadableFile(path, "there is no such file or folder", remedy)
    if path.suffix.lower() not in (".yaml", ".yml", ".json"):
        raise UnreadableFile(path, f'its name ends in "{path.suffix}"', remedy)
    return read_problem_yaml(path)
