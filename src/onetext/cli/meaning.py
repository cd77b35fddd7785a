"""Whether points are matched by their meaning, too: on unless --words-only is given."""

from __future__ import annotations

import click

words_only_option = click.option(
    "--words-only",
    is_flag=True,
    help="Match points by their words alone, and not by their meaning (which reads English).",
)
