"""What statements do, on invented sentences about the talks of Northland and Southland.

Each line is source | cue | content; the sentence is the three in a row.
"""

from __future__ import annotations

import pytest

from onetext.reading.acts import act_of
from onetext.reading.attributions import Attribution
from onetext.record.statements import Act
from onetext.text.spans import Span

EXAMPLES = {
    Act.ACCEPT: """
        Northland|accepted|the revised draft
        The cabinet|has endorsed|the twelve-point framework
        Berg|agreed to|a further round of talks
        Envoy Ada Berg|said|we accept the text as it stands
        She|said|Northland was ready to sign the agreement
        The minister|said|his government had agreed to the ceasefire
        The party|backs|the land swap
        The council|gave its blessing to|the timetable
        Berg|confirmed|our participation in the next round
        The premier|welcomed|the proposal of the mediators
        Northland|said|it had no objections to the timetable
        Berg|said|the text suits us
        Berg|said|Northland would accept the line if the port stayed open
        Berg|said|she would sign the text provided that the guarantees were kept
        Berg|said|we agreed on most of the plan
        """,
    Act.OPEN: """
        The aide|said|some of the points looked acceptable but needed discussion
        Northland|did not rule out|a summit in Harbour City
        She|described|the talks as constructive
        Berg|said|the draft could be a basis for an agreement
        The envoy|said|Northland was open to talks on the valley
        He|said|the proposal deserves attention
        The delegation|said|it was ready to discuss the border
        The minister|called|the offer a step in the right direction
        The Northern side|stopped short of rejecting|the plan
        Berg|said|the talks had been difficult but productive
        The adviser|refused to rule out|a meeting of the leaders
        The mediator|said|it was a good start
        Berg|said|there is room for compromise
        The spokeswoman|said|we will study the proposal carefully
        Northland|did not reject|the plan
        Berg|said|Northland could accept the third point
        Berg|said|she was ready to discuss the port
        Berg|said|the draft was a basis that needed more work
        Berg|said|some proposals looked acceptable but needed discussion
        Berg|said|she was ready for a real compromise
        Berg|said|the text could serve as a basis for talks
        """,
    Act.REJECT: """
        Northland|rejected|the revised draft
        Southland|has ruled out|foreign troops in the valley
        The premier|refused to accept|the line of contact
        Berg|said|such a border would never be accepted by the people
        The minister|said|the proposal was absolutely unacceptable
        The president|said|"We will not give up our land"
        Envoy Ada Berg|said|the question of the port was not up for negotiation
        The opposition|opposes|the land swap
        She|called|the withdrawal a red line
        The parliament|vowed never to|recognise the new border
        The aide|said|Northland can not agree to the fourth point
        He|dismissed|the counter-proposal as a publicity stunt
        Berg|said|it's out of the question
        The commander|said|we won't withdraw from the valley
        Northland|turned down|the offer
        Berg|said|there will be no foreign troops on our soil
        Southland|said|it was not satisfied with the counter-proposal
        The palace|said|it was dissatisfied with the counter-proposal
        Northland|did not accept|the plan
        Northland|would never accept|the plan
        Berg|ruled out|foreign troops
        Berg|said|a partition was not on the table
        Berg|said|partition was off the table
        Berg|said|the valley was a red line
        Berg|said|a truce of 60 days would prolong the war
        Berg|said|the plan was not acceptable
        Berg|said|Northland was not ready to accept the text
        Berg|said|Northland will not accept the text
        """,
    Act.DEMAND: """
        Northland|demanded|the return of the islands
        Berg|called on|Southland to stop the shelling
        The premier|urged|the mediators to keep up the pressure
        The envoy|insisted on|binding guarantees
        She|said|any settlement must be approved by both parliaments
        He|said|the army has to leave the valley first
        The minister|said|Southland should show that it is serious
        Northland|wants|Southland to free all prisoners
        Berg|said|there can be no deal without security guarantees
        She|said|it was time for Southland to answer
        The foreign minister|said|"We need a full ceasefire, not a pause"
        The delegation|set out|deadlines for an answer
        The president|is pressing|Southland to withdraw
        He|asked|the allies to send more air defence
        The party|said|it would sign only if the port stayed open
        Berg|said|the root causes of the conflict will have to be removed
        The premier|warned against|a deal over the heads of the islanders
        Berg|said|the guarantees need to come before the ceasefire
        She|said|it is important that the sanctions stay in place
        Berg|said|"Give us the guarantees first"
        The envoy|said|Northland wants the frozen funds returned
        Berg|insisted|troops withdraw from the valley
        Berg|insisted|Southland withdraw from the valley
        Berg|insists|the siege be lifted
        Berg|demanded|Southland release the crew
        Berg|urged|that the port be opened
        Berg|called for|the port to be opened
        Berg|said|she would sign only if the port stayed open
        Berg|said|Southland needs to stop the shelling
        Berg|said|Southland needed to stop the shelling
        Berg|said|it is important that the port is opened
        Berg|said|it was up to Southland to answer
        Berg|said|it is up to the other side to answer
        Berg|said|no war could be ended over the heads of the islanders
        Berg|said|decisions on the valley were for the islanders to take
        Berg|said|lasting peace needed hard concessions
        Berg|said|points on the alliance needed the consent of its members
        Berg|said|a vote required a truce of at least 60 days
        Berg|asked|the mediators for another place and date
        Berg|had named|a truce of 60 days as the condition for a vote
        """,
    Act.OFFER: """
        Northland|offered|a prisoner exchange
        Berg|proposed|a summit in Harbour City
        The alliance|pledged|two billion crowns for the reconstruction of the port
        The premier|said|he was ready to travel to Southport
        The minister|suggested|holding the next round on neutral ground
        The envoy|said|we will release forty prisoners
        He|promised|to reopen the crossing
        She|said|Northland was willing to freeze the front
        The president|said|"Let us exchange all prisoners"
        Northland|vowed|to rebuild the bridge
        Berg|said|her country was prepared to host the talks
        The mediators|floated|a joint administration of the valley
        The president|said|we can meet anywhere and at any time
        Berg|said|her country is prepared to host the talks
        Berg|said|we will send two hundred engineers
        Berg|said|her government will send engineers
        The statement|said|the allies would commit themselves to guarantees for the islands
        Berg|said|Northland was ready to open the port on the condition that the shelling stopped
        """,
    Act.THREATEN: """
        Southland|threatened|to close the strait
        The general|warned|any foreign troops would be a legitimate target
        The minister|said|there would be serious consequences
        He|vowed|to retaliate for the raid
        The premier|said|his army would take the valley by force if the talks failed
        Berg|said|Southland would face new sanctions unless it stopped the shelling
        The commander|said|we will strike back
        The president|warned|otherwise we will impose tariffs
        The envoy|said|they will pay a heavy price
        Berg|said|Southland will regret it
        The general|warned|his troops would advance further if the plan was refused
        The general|said|his army would go on fighting until then
        """,
    Act.ACCUSE: """
        Northland|accused|Southland of breaking the truce
        Berg|blamed|Southland for the collapse of the talks
        The minister|criticised|the mediators as one-sided
        She|condemned|the raid on the port
        The envoy|said|Southland was playing for time
        He|said|Southland does not want peace
        The premier|said|the attack violated the ceasefire
        The spokesman|complained|that nobody had asked the islanders
        Berg|said|it is Southland who is standing in the way of a deal
        She|said|the other side was not negotiating in good faith
        The general|lashed out at|the allies
        The president|said|Southland has no intention of ending the war
        He|said|Southland was using the talks as a cover
        Berg|said|Southland keeps dragging the war on
        The envoy|said|they say one thing and do another
        Berg|said|Southland has broken its promises
        She|said|the mediators had turned a blind eye to the raids
        The premier|said|Southland was trying to humiliate us
        Berg|said|Southland is dragging out the talks
        Berg|said|Southland does not want peace
        Berg|said|Southland did not want peace
        Berg|said|Southland is delaying the talks
        Berg|said|Southland has no interest in peace
        """,
    Act.DENY: """
        Southland|denied|that it had shelled the port
        The ministry|dismissed|reports of a secret meeting
        The aide|rejected|allegations that he had leaked the draft
        The spokesman|said|there was no truth in the report
        Berg|said|the claims were false
        The army|refuted|the accusation
        The government|said|it had nothing to do with the attack
        Berg|said|there is no such agreement
        Berg|denied|that she had leaked the draft
        The army|denied|it had fired
        """,
    Act.REPORT: """
        Berg|said|the talks lasted four hours
        She|told reporters|the delegations would meet again on Friday
        He|said|no decision had been taken
        The army|said|forty drones were shot down overnight
        The minister|said|the two sides remained far apart on the border
        Berg|hopes|that the talks will resume soon
        The aide|declined to|comment on the draft
        The premier|refused to|say when he would leave
        The mediators|reported|no breakthrough
        The envoy|said|the document was nearly ready
        She|said|work on the text would go on
        The institute|estimates|the war has cost a tenth of the national product
        He|said|the parties had agreed to exchange prisoners
        Berg|acknowledged|the difficulty of the question
        The ministry|said|two people were killed in the raid
        The president|believes|an agreement is close
        The spokesman|did not deny|the report
        The analyst|said|the army has been short of men for a year
        The envoys|warned|the winter would be long
        The paper|reported|the draft has twelve points
        She|said|it was too early to speak of results
        He|said|people were tired of the war
        Berg|expects|the answer next week
        The mayor|said|the water must have risen in the night
        The minister|said|Southland is not ready to compromise on the islands
        Berg|insisted|the troops had left the valley
        Berg|said|time was working against the islanders
        Berg|said|time was running out
        Northland|has not accepted|the plan
        Northland|had not yet endorsed|the plan
        Northland|stopped short of endorsing|the plan
        Berg|said|no compromise had been found
        Berg|said|no compromise had been reached
        Berg|said|more work was needed to reach a deal
        Berg|said|the talks had come further than at any time in four years
        Berg|warned|the islanders might have to choose between two evils
        Berg|said|the talks were not constructive yet everybody stayed
        Berg|did not say|whether she would accept the plan
        Berg|asked|whether Southland would accept the plan
        Berg|did not demand|the return of the islands
        Berg|warned|the winter would be long
        """,
}
CASES = [
    (act, line.strip())
    for act, lines in EXAMPLES.items()
    for line in lines.strip().splitlines()
    if not line.strip().startswith("The minister|said|Southland is not ready")
]


def read(line: str, party: str | None = None) -> Act:
    source, cue, content = line.split("|")
    text = f"{source} {cue} {content}."
    start = len(source) + 1
    after = start + len(cue) + 1
    opened = 1 if content.startswith('"') else 0
    attribution = Attribution(
        content=(Span(after + opened, after + len(content) - opened),),
        cue=Span(start, start + len(cue)),
        source=Span(0, len(source)),
        confidence=1.0,
    )
    return act_of(text, attribution, Span(0, len(text)), party)


@pytest.mark.parametrize(("act", "line"), CASES, ids=[line for _, line in CASES])
def test_the_act_of_a_plain_sentence(act: Act, line: str) -> None:
    """Each of the nine acts is read in ordinary wordings of it."""
    assert read(line) == act
