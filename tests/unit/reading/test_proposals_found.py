"""Plans and proposals in invented reports."""

from __future__ import annotations

from onetext.reading.events.proposals import find_proposals
from onetext.record.documents import Block, BlockKind, Document


def document(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Document:
    blocks = (Block(kind, 0, len(text)),)
    return Document("0" * 64, None, None, (), (), None, "en", 0, 1, text, blocks)


def names(text: str) -> list[str]:
    return [proposal.name for proposal in find_proposals(document(text))]


def test_versions_are_told_apart() -> None:
    """The original plan, the revised one and the answer to it are three."""
    text = (
        "The original 28-point plan was long. The revised plan is short. "
        "Southland sent a European counter-proposal."
    )
    assert names(text) == ["original 28-point plan", "revised plan", "European counter-proposal"]


def test_a_bare_plan_is_the_one_named_before() -> None:
    """ "The plan" adds a mention to the last plan; where none is named it is nobody's."""
    text = "The ten-point plan is long. Nobody has read the plan."
    (plan,) = find_proposals(document(text))
    assert [span.of(text) for span in plan.mentions] == ["ten-point plan", "plan"]
    assert names("Nobody has read the plan.") == []


def test_whose_it_is() -> None:
    """The name itself, or who is said to have presented it, tells the party."""
    by = {
        proposal.name: proposal.by
        for proposal in find_proposals(
            document("The French proposal is old. Spain presented a new draft treaty.")
        )
    }
    assert by["French proposal"] == "France"
    assert by["new draft treaty"] == "Spain"


def test_the_status_is_in_words_of_the_report() -> None:
    """How a proposal fares is told in the report's own words, or not at all."""
    (proposal,) = find_proposals(document("Northland rejected the border plan of the mediators."))
    assert proposal.status == "rejected"
    (silent,) = find_proposals(document("There is a border plan."))
    assert silent.status is None


def test_verbs_are_no_plans_and_furniture_holds_none() -> None:
    """ "He plans to leave" names no plan; nothing in furniture is read."""
    assert names("He plans to leave, and they offer to help.") == []
    assert find_proposals(document("See our subscription offer.", BlockKind.FURNITURE)) == ()
