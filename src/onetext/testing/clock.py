"""A clock that is set by hand."""

from __future__ import annotations

from datetime import datetime, timedelta


class Clock:
    """Tells `moment`, and a second later each time it is asked, so that no two are the same."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        told = self.moment
        self.moment += timedelta(seconds=1)
        return told
