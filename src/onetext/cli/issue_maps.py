"""A file that maps points of a draft to issues, as in  10/a: guarantees."""

from __future__ import annotations

from pathlib import Path

import yaml

from onetext.errors import OnetextError, UnreadableFile


def issue_map(path: Path) -> dict[str, str]:
    """The labels of the issues by the paths of the points.

    Raises:
        UnreadableFile: there is no such file, or it is not YAML in UTF-8.
        OnetextError: it maps nothing.
    """
    try:
        found = yaml.safe_load(path.read_text("utf-8"))
    except OSError as error:
        raise UnreadableFile(path, f"{error.strerror}", "Check the name of the file.") from error
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise UnreadableFile(
            path, "it is not YAML in UTF-8", "Write lines such as  10/a: guarantees"
        ) from error
    if not isinstance(found, dict):
        raise OnetextError(
            f"Issues of points were asked for in {path}, but it does not map points to issues. "
            "Write lines such as  10/a: guarantees"
        )
    return {str(point): str(label) for point, label in found.items()}
