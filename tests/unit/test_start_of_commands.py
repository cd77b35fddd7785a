"""What the commands on drafts load before there is anything to do."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize("command", ["text", "compare", "lineage"])
def test_help_loads_no_solver_and_no_model(command: str) -> None:
    """Neither scipy nor what runs a model is loaded for a page of help."""
    script = (
        "import sys\n"
        "from onetext.cli.group import onetext\n"
        f"onetext.main([{command!r}, '--help'], standalone_mode=False)\n"
        "heavy = {'scipy', 'onnxruntime', 'tokenizers', 'matplotlib', 'sqlalchemy'}\n"
        "print('LOADED', sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert "LOADED []" in done.stdout
    assert "Example:" in done.stdout
