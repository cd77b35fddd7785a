"""What a deal must contain, and what others must do."""

from __future__ import annotations

from onetext.reading.acts.patterns import ACTOR, DEAL, signals
from onetext.record.statements import Act

CONDITIONS = signals(
    Act.DEMAND,
    r"\bno (?:\w+ ){1,4}?(?:without|until|unless|before)\b|\bas (?:a )?part of (?:any|a|the) "
    rf"(?:\w+ ){{0,2}}{DEAL}\b",
    r"\b(?:not|never|nothing|no|nor)\b(?:\W+\w+){0,4}?\W+(?:decided|agreed|discussed|negotiated"
    r"|solved|settled|resolved|about)"
    r"(?:\W+\w+){0,4}?\W+without\b",
    rf"\b(?:not|never|no|nothing|neither)\b(?:\W+\w+){{0,8}}?\W+(?:{DEAL}|sign|accept|agree|stop"
    rf"|happen|possible|work|last)"
    r"(?:\W+\w+){0,4}?\W+(?:without|unless|until)\b",
    r"\b(?:there|peace|deal|agreement) (?:\w+ ){0,3}?(?:can|could|will|would) "
    r"(?:\w+ )?(?:be )?(?:no|not|never|impossible)\b.{0,60}\b(?:without|unless|until)\b",
    r"\b(?:without|unless|until)\b.{0,80}\bthere (?:can|will|would|could) be no\b"
    r"|\b(?:impossible|meaningless|worthless) (?:without|unless|until)\b",
    r"\b(?:will|would|can|could|must|should|is|are|be|possible)\b(?:\W+\w+){0,6}?\W+only (?:if"
    r"|after|when|once|on (?:the )?condition)\b|\bonly (?:then|if)\b",
    r"\b(?:provided that|on (?:the )?condition (?:that|of)(?! anonymity)|only (?:negotiate|talk"
    r"|sign|agree|stop|meet|discuss|withdraw) (?:when|if|after|once))\b",
    r"\b(?:pre-?condition|prerequisite|conditional (?:on|upon))\b"
    r"|\b(?:as|is|was|be|been) (?:a|the|one|its|his|her|their) (?:\w+ )?condition (?:for|of)\b",
    r"\bno (?:\w+ ){1,3}?(?:can|could|may|must) (?:\w+ )?be (?:\w+ ){1,2}?(?:over the heads"
    r"|behind the backs?|without)\b",
    r"\b(?:is|are|was|were) for (?:\w+ ){1,6}to (?:decide|take|choose|settle|answer)\b",
)

DEMANDS = signals(
    Act.DEMAND,
    r"\b(?:has|have) got to\b|\bshould have (?!been\b|\w+ed\b|done\b|known\b|gone\b|had\b"
    r"|made\b)\w+",
    r"\b(?<!no )needs? (?:a |an |the |more |real |clear |strong\w* |reliable |binding |legally "
    r"|our |your )*(?:\w+ )?"
    r"(?:guarantees?|pressure|sanctions|weapons|air defen[cs]e|assurances|decisions|answers)\b",
    r"\bmust (?!have\b|(?:be )?(?:admit|say|tell|confess|confuse)\b)(?:not |also |now |first "
    r"|never |therefore )*\w+",
    r"\b(?<!how )(?<!what )(?<!who )(?<!why )(?<!where )should (?!have\b|come as\b|i\b|we\b|it\b"
    r"|they\b)"
    r"(?:not |also |now |first |never |therefore |only )*(?!take place\b|happen\b|arrive\b"
    r"|begin\b|start\b|last\b)\w+",
    r"\bought to\b",
    r"(?<!\bmight )(?<!\bmay )(?<!\bcould )(?<!\bwould )"
    r"\b(?:has|have|had) to (?!do with\b|say\b|be said\b|wait\b|admit\b|offer\b|acknowledge\b"
    r"|discuss\b)(?:be )?\w+",
    r"\b(?<!no )needs? to (?!be (?:\w+ )?(?:seen|clarified|signed|finali[sz]ed|approved|done"
    r"|agreed|worked out|completed)\b|know\b|win\b|see\b|understand\b|wait\b)\w+",
    r"(?<!\bwas )(?<!\bis )\bneeded to (?!win\b|survive\b|rebuild\b|know\b)\w+",
    r"\b(?:we|i) (?:really |also |now |just |still )?(?:need|require|expect|demand|want) "
    r"(?:a |an |the |more |real |strong\w* |clear |our |all |them to|him to|her to|you to)",
    r"(?<!work )(?<!time )(?<!discussion )\b(?:is|was|would be|it's) (?:also |very "
    r"|absolutely |therefore )*(?:necessary|important|essential|imperative|crucial"
    r"|vital|needed|required|time) (?:to (?!note|say|remember"
    r"|understand|see)|for|that)\b",
    r"\b(?:would like|want(?:s|ed)?) (?!to\b|peace\b|it\b)(?:\w+ ){1,5}?(?:to|out|back|included"
    r"|stopped|lifted|returned|removed|recogni[sz]ed)\b",
    r"(?<!work )(?<!time )(?<!discussion )"
    r"\b(?:is|are|was|were|remains?|would be) (?:now |also |absolutely |very )*(?:essential"
    r"|crucial|vital|indispensable|imperative|a must|needed|required)\b(?=\W*$|[,.;]| to\b"
    r"| for (?:a|any|peace|us)\b)",
    r"\b(?:is|are|was|were|be) (?:obliged|required|bound|supposed|called upon) to\b",
    r"\b(?:high )?time (?:to|for) (?!reporters|questions|the first)\w+|\btime (?:that|now)\b",
    r"\b(?:any|a|the|every) (?:\w+ ){0,3}?(?:deal|agreement|settlement|plan|peace|accord|treaty"
    r"|solution|truce|ceasefire) (?:\w+ )?"
    r"(?:should|must|shall|has to|needs?|would have to|will have to|is to)\b",
    r"(?:[.!?…] |(?:said|says|say|saying|added|told|wrote|replied) )(?:please )?(?:stop|end"
    r"|give|put|leave|withdraw|show|send|return|release|respect|lift|sign|do not)\b(?! up\b"
    r"| result)(?=\W*\w)",
    r"\bmore (?:\w+ ){0,2}?(?:pressure|support|weapons|sanctions|aid|action"
    r"|pressure) (?:\w+ ){0,4}?(?:is|are|was|were) (?:\w+ )?(?:needed|required|necessary)\b",
    r"\bit (?:is|was|would be|remains|remained) (?:now |also )?(?:up to|for) (?:\w+ ){1,4}?to\b",
    r"\b(?<!no )(?:requires?d?|need(?:s|ed)?) (?:first )?(?:an?|the|at least|hard|real"
    r"|clear|strong|binding|firm|written|painful) (?!(?:break|rest|moment|minute|few|lot|bit|look"
    r"|visa|lawyer|doctor)\b)\w+",
    r"\bball is in\b",
    r"\blet (?:them|him|her) (?:stop|withdraw|leave|show|prove)\b",
)

OWN_DEMANDS = signals(
    Act.DEMAND,
    rf"\b{ACTOR} (?:also |again |now |repeatedly |has |have |had )*(?:call(?:s|ed)? (?:on|upon"
    rf"|for)|urge[sd]?|insist(?:s|ed)? (?:on|upon|that)|demand(?:s|ed)?)\b",
    own=True,
)
