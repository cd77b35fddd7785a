"""How laws are tried: the same examples at every run of the suite, fresh ones in `make soak`."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("suite", derandomize=True, deadline=None)
settings.register_profile("soak", derandomize=False, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("ONETEXT_LAWS", "suite"))
