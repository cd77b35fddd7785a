"""Who decides in the problem that a record poses."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from onetext.errors import OnetextError
from onetext.record.views import RecordedDraft
from onetext.settlement.formulations import WordedIssue, put_forward
from onetext.settlement.names import NoSuchThing, named
from onetext.settlement.problem import Preferences

FEWEST = 2
FEWEST_STATEMENTS = 2


class NoProblemInRecord(OnetextError):
    """The record does not hold, or not by that day, what a problem of settlement needs."""


def deciding_parties(
    read: Mapping[str, Preferences],
    worded: Sequence[WordedIssue],
    drafts: Sequence[RecordedDraft],
    asked: Sequence[str],
) -> tuple[str, ...]:
    """The parties that `asked` names; without any, those whose words tell enough.

    A party takes part whose words bound values on an issue of several formulations (of any
    issue where none has), save those with one such statement where two others have more. Who
    put forward the newest draft takes part whatever it said.

    Raises:
        NoProblemInRecord: no statement of a party counts that was asked for, or there are
            fewer than two.
    """
    meant = []
    for party in asked:
        try:
            meant.append(named("party", party, list(read)))
        except NoSuchThing as error:
            raise NoProblemInRecord(f"{error} Parties are those whose statements count.") from None
    disputed = {one.name for one in worded if len(one.formulations) > 1}
    disputed = disputed or {one.name for one in worded}
    authors = {party for party in read if drafts and put_forward(drafts[-1], party)}
    found = tuple(dict.fromkeys(meant))
    for least in () if found else (FEWEST_STATEMENTS, 1):
        if len(found) < FEWEST:
            found = tuple(
                party
                for party, one in read.items()
                if party in authors or _takes_part(one, disputed, least)
            )
    if len(found) < FEWEST:
        raise NoProblemInRecord(
            f"Asked for a problem between parties, found {len(found)} with a "
            "statement that counts on what the drafts word. Review more statements, "
            "count pending ones, or name the parties."
        )
    return found


def _takes_part(one: Preferences, disputed: Collection[str], least: int) -> bool:
    statements = {quote.statement for quotes in one.quotes.values() for quote in quotes}
    on_disputed = any(issue in disputed for issue, _ in one.quotes)
    return on_disputed and len(statements) >= least
