"""How an act depends on negation, on what follows the cue, and on whose side acts."""

from __future__ import annotations

import pytest

from onetext.reading.acts import act_of, addressee_of, target_of, topic_of, venue_of, via_of
from onetext.reading.attributions import Attribution
from onetext.record.statements import Act, Topic
from onetext.text.spans import Span


def attribution(text: str, content: str, cue: str | None, source: str | None) -> Attribution:
    def place(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    return Attribution(
        content=(place(content),),
        cue=place(cue) if cue else None,
        source=place(source) if source else None,
        confidence=1.0,
    )


def whole(text: str) -> Span:
    return Span(0, len(text))


@pytest.mark.parametrize(
    ("text", "cue", "content", "act"),
    [
        ("Berg did not reject the plan.", "reject", "the plan", Act.OPEN),
        ("Berg has never accepted the border.", "accepted", "the border", Act.REJECT),
        ("Berg stopped short of blaming the army.", "blaming", "the army", Act.REPORT),
        ("Berg refused to rule out a summit.", "rule out", "a summit", Act.OPEN),
        ("Berg declined to say when she leaves.", "declined to say", "when she leaves", Act.REPORT),
        ("Berg rejected claims that she lied.", "rejected", "claims that she lied", Act.DENY),
        ("Berg vowed to help the islands.", "vowed", "to help the islands", Act.OFFER),
        ("Berg vowed to fight for the islands.", "vowed", "to fight for the islands", Act.THREATEN),
    ],
)
def test_negation_and_what_follows_turn_the_cue(
    text: str, cue: str, content: str, act: Act
) -> None:
    """The same verb does something else when negated or when aimed at an allegation."""
    assert act_of(text, attribution(text, content, cue, "Berg"), whole(text)) == act


def test_another_verb_of_the_sentence_does_not_decide() -> None:
    """Only the cue of the statement itself is read, not the verb coordinated with it."""
    text = "Northland rejected the truce and said the talks lasted two hours."
    found = attribution(text, "the talks lasted two hours", "said", "Northland")
    assert act_of(text, found, whole(text)) is Act.REPORT


def test_what_another_party_will_not_do_is_an_accusation() -> None:
    """A refusal is the speaker's own only where no other party is its subject."""
    text = "The minister said France would never accept a compromise."
    found = attribution(text, "France would never accept a compromise", "said", "The minister")
    assert act_of(text, found, whole(text), "France") is Act.REJECT
    assert act_of(text, found, whole(text), "Spain") is Act.ACCUSE


def test_the_readiness_of_others_is_only_reported() -> None:
    """Somebody who tells of another party's offer makes none."""
    text = "The mediator said France was ready to host the talks."
    found = attribution(text, "France was ready to host the talks", "said", "The mediator")
    assert act_of(text, found, whole(text), "France") is Act.OFFER
    assert act_of(text, found, whole(text), "Oman") is Act.REPORT


def test_the_usual_condition_of_anonymity_is_no_demand() -> None:
    """What follows the cue without leading to the content is not read as content."""
    text = "The delegates will return, an aide said on condition of anonymity."
    found = attribution(text, "The delegates will return", "said", "an aide")
    assert act_of(text, found, whole(text)) is Act.REPORT


def test_a_content_without_cue_is_read_by_itself() -> None:
    """A quotation that stands alone still does something."""
    text = "“We will never accept this border.”"
    found = attribution(text, "We will never accept this border", None, None)
    assert act_of(text, found, whole(text)) is Act.REJECT


@pytest.mark.parametrize(
    ("act", "text", "cue", "content", "target"),
    [
        (Act.OPEN, "She said some Northern proposals looked acceptable.", "said",
         "some Northern proposals looked acceptable", "Northern proposals"),
        (Act.REJECT, "She rejected the revised plan as a trick.", "rejected",
         "the revised plan as a trick", "revised plan"),
        (Act.ACCUSE, "She accused Southland of delay.", "accused", "delay", "Southland"),
        (Act.DENY, "She denied that the army had fired.", "denied", "the army had fired",
         "the army had fired"),
        (Act.REPORT, "She said the plan was long.", "said", "the plan was long", None),
    ],
)  # fmt: skip
def test_the_target_is_in_words_of_the_text(
    act: Act, text: str, cue: str, content: str, target: str | None
) -> None:
    """The target is the matter or the party that the act is about; a report has none."""
    found = target_of(text, attribution(text, content, cue, "She"), act, whole(text))
    assert found == target
    assert found is None or found in text


def test_the_topic_falls_back_on_the_sentence() -> None:
    """Where the content alone tells no topic, the rest of its sentence does."""
    text = "On the exchange of prisoners she said it would take time."
    found = attribution(text, "it would take time", "said", "she")
    assert topic_of(text, found, whole(text)) is Topic.PRISONERS_HUMANITARIAN


@pytest.mark.parametrize(
    ("text", "cue", "addressee", "via"),
    [
        ("Berg told reporters that it rained.", "told reporters", "reporters", ()),
        ("Berg told the Harbour Times that it rained.", "told", "the Harbour Times",
         ("Harbour Times",)),
        ("Berg said in an interview with Radio Southport that it rained.", "said", None,
         ("Radio Southport",)),
        ("Berg said that it rained.", "said", None, ()),
    ],
)  # fmt: skip
def test_who_was_told_and_who_relayed_it(
    text: str, cue: str, addressee: str | None, via: tuple[str, ...]
) -> None:
    """Hearers are addressees; among them outlets are those who relayed the words."""
    found = attribution(text, "it rained", cue, "Berg")
    assert addressee_of(text, found, whole(text)) == addressee
    assert via_of(text, found, whole(text)) == via


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Berg said in a speech in Harbour City that it rained.", "a speech in Harbour City"),
        ("Berg said on Telegram that it rained.", "Telegram"),
        ("Berg said at the Northern Conference that it rained.", "the Northern Conference"),
        ("Berg said that it rained in Harbour City.", None),
    ],
)
def test_the_venue_stands_by_the_cue(text: str, venue: str | None) -> None:
    """Where or in what form it was said; places inside the content are none."""
    found = attribution(text, "it rained", "said", "Berg")
    assert venue_of(text, found, whole(text)) == venue


@pytest.mark.parametrize(
    ("content", "party", "act"),
    [
        ("French troops would advance further if Spain refused it", "France", Act.THREATEN),
        ("French troops would advance further if Spain refused it", "Spain", Act.REPORT),
        ("France and Spain would commit to guarantees", "France", Act.OFFER),
        ("France and Spain agreed on most of the plan", "Spain", Act.ACCEPT),
        ("Spain would commit to guarantees", "France", Act.REPORT),
    ],
)
def test_whose_side_acts_decides_a_warning_and_an_offer(content: str, party: str, act: Act) -> None:
    """Only what one's own side would do is a threat, an offer or an acceptance."""
    text = f"The minister warned that {content}."
    found = attribution(text, content, "warned", "The minister")
    assert act_of(text, found, whole(text), party) is act


@pytest.mark.parametrize(
    ("act", "text", "cue", "content", "target"),
    [
        (Act.REJECT, "She rejected a transfer of land to the south.", "rejected",
         "a transfer of land to the south", "a transfer of land to the south"),
        (Act.REJECT, "She rejected the Northern counter-proposal.", "rejected",
         "the Northern counter-proposal", "Northern counter-proposal"),
        (Act.DEMAND, "She said the text of the plan had to change.", "said",
         "the text of the plan had to change", "text of the plan"),
        (Act.DEMAND, "She demanded that Southland withdraw its army.", "demanded",
         "Southland withdraw its army", "Southland"),
        (Act.OFFER, "She said she would send envoys to the islands.", "said",
         "she would send envoys to the islands", "send envoys to the islands"),
        (Act.THREATEN, "She warned French troops would advance if Spain refused.", "warned",
         "French troops would advance if Spain refused", "Spain"),
    ],
)  # fmt: skip
def test_the_target_is_a_name_and_no_clause(
    act: Act, text: str, cue: str, content: str, target: str
) -> None:
    """The target ends before the verb, and a threat is not aimed at one's own troops."""
    assert target_of(text, attribution(text, content, cue, "She"), act, whole(text)) == target
