"""What is called promising, accepted or offered."""

from __future__ import annotations

from onetext.reading.acts.patterns import ACTOR, DEAL, WE, signals
from onetext.record.statements import Act

_PROVIDED = r"\b(?:if|provided|as long as|so long as|on (?:the )?condition that|once)\b"

OPENINGS = signals(
    Act.OPEN,
    r"\b(?:constructive|constructively|productive|promising|encouraging|fruitful|substantive"
    r"|worthwhile)\b",
    r"\b(?:more or less|partly|partially|largely|mostly|some(?:what)?|quite|generally|broadly"
    r"|basically) (?:\w+ ){0,4}?acceptable\b",
    r"\b(?:look|looks|looked|seem|seems|seemed|appear|appears|appeared|be|is|are|was"
    r"|were) acceptable\b",
    r"\b(?:open|ready|willing|prepared) (?:to|for|for (?:a|an|the|any) \w+) (?:\w+ )?"
    r"(?:talk|discuss|dialogue|negotiat|consider|compromise|stud|look|examin"
    r"|conversation|contact|explor|listen|hear|work (?:on|with))\w*",
    r"\b(?:not|never) (?:\w+ )?(?:rul(?:e|es|ed|ing) out|rul(?:e|es|ed|ing) (?:it|this"
    r"|that) out|exclude[ds]?)\b",
    r"\broom (?:for|to) (?:\w+ )?(?:compromise|negotiat|manoeuv|maneuv|agree|discuss|talk)\w*"
    r"|\b(?:a|as a) (?:very )?(?:good|positive|promising|important|useful|first) (?:start"
    r"|beginning|sign|signal|step)\b",
    r"\b(?:we|i|it|they|he|she) (?:will|would|shall|are going to|is|are) (?:carefully |closely "
    r"|now )?(?:stud(?:y|ying)|consider(?:ing)?|examin(?:e|ing)|look(?:ing)? (?:at|into)"
    r"|review(?:ing)?|weigh(?:ing)?) (?:the|this|it|any|all|these)\b",
    r"\b(?:talks|negotiations|meeting|discussions|conversation|call|atmosphere|dialogue"
    r"|proposals?|ideas?|contacts?|plan|draft|text) (?:[\w'-]+ ){0,9}?(?:was|were|is|are|had been"
    r"|has been|have been|went|go|going) (?:\w+ ){0,2}?(?:good|well|positive|useful|friendly"
    r"|businesslike|frank|serious|sensible|reasonable|interesting|encouraging|helpful)\b",
    r"\bworth (?:discussing|considering|exploring|studying|a try)\b",
    r"\b(?:can|could|may|might) be (?:discussed|considered|a (?:good )?(?:basis|starting point"
    r"|foundation)|used as a basis|assessed positively)\b",
    r"\b(?:good|solid|sound|useful|possible|reasonable|viable) (?:basis|starting point"
    r"|foundation)\b|\b(?:a|the) basis (?:for|that|which|of|to)\b|\bas a basis\b",
    rf"\b{ACTOR} (?:\w+ly |also |perhaps )?(?:could|might|may) (?:\w+ly |also |perhaps )?"
    r"(?:accept|live with|agree (?:to|with)|support|endorse)\b",
    r"\b(?:assess|view|evaluat|rat|describ)\w* (?:\w+ ){0,3}?(?:positive|positively"
    r"|favou?rabl[ey])\b",
    r"\b(?:step|move)s? (?:forward|in the right direction)\b",
    r"\b(?:in principle|deserves? (?:attention|consideration|study))\b",
    r"\b(?:positive|useful|good|interesting|reasonable|sensible) (?:\w+ )?(?:talks?|meeting"
    r"|conversation|discussions?|negotiations|proposals?|ideas?|elements?|points?|dialogue|call"
    r"|signals?)\b",
)

CONDITIONAL = (
    *signals(
        Act.ACCEPT,
        rf"\b{ACTOR} (?:will|would|shall|can|could|might|(?:is|are|was|were) (?:\w+ )?(?:ready"
        r"|willing|prepared) to) (?:\w+ly |also )?(?:accept|agree|sign|endorse|support|approve"
        r"|back|join|adopt|observe|respect|comply|abide|attend|participate|take part)\b"
        rf"(?! (?:\w+ )?only\b)(?=[^.;]{{0,100}}(?<!only ){_PROVIDED})",
        own=True,
    ),
    *signals(
        Act.OFFER,
        rf"\b(?:ready|willing|prepared) to (?!fight|be\b|accept|agree|sign|endorse|observe|respect"
        r"|adopt|join|take part|participate|attend|comply|abide|talk|discuss|negotiate)\w+"
        rf"(?=[^.;]{{0,100}}(?<!only ){_PROVIDED})",
        own=True,
    ),
)

COMMITMENTS = (
    *signals(
        Act.ACCEPT,
        rf"\b{ACTOR} (?:have |has |had |would |will |can |do |did |fully |also |now )*"
        r"(?:accept(?:s|ed)?|agree[sd]? (?:to|on|with|in principle)|endorse[sd]?"
        r"|approve[sd]? (?:of)?|consent(?:s|ed)? to)\b",
        r"\b(?:no|not any) objections?\b|\b(?:suits?|satisf(?:y|ies)) (?:us|him|her|them|me)\b"
        r"|\b(?:satisfied|happy|content|fine|ok|okay|comfortable) with (?:the|this|that|it|a)\b",
        r"\b(?:ready|willing|prepared) to (?:\w+ly )?(?:accept|agree|sign|observe|respect"
        r"|endorse|adopt|join|take part|participate|attend|comply|abide)\b",
        r"\b(?:we|i|he|she|it|they) (?:have |has |had |would |will |can |do |did |fully "
        r"|also )*"
        r"(?:accept(?:s|ed)?|agree[sd]?|endorse[sd]?|approve[sd]?|embrace[sd]?|consent(?:s"
        r"|ed)?)\b(?! (?:that|on the need))",
        rf"\b(?:we|i|he|she|it|they) (?:fully |also |strongly |have |has )*(?:support|back"
        rf"|welcome)(?:s|ed)?"
        rf" (?:\w+ ){{0,4}}?{DEAL}\b",
        r"\bconfirm(?:s|ed|ing)? (?:our|its|his|her|their|the) (?:\w+ )?(?:participation"
        r"|attendance|agreement|consent|readiness|support)\b",
        r"\b(?:is|are|was|were|am) (?:\w+ )?(?:in favou?r of|on board with)\b",
        own=True,
    ),
    *signals(
        Act.OFFER,
        r"\b(?:announc|declar)\w* (?:\w+[ -]){0,4}?(?:ceasefire|truce|pause|armistice)\b",
        rf"\b{WE} (?:will|would|shall) (?:also )?(?:observe|pause|suspend|cease|halt|hold fire)\b",
        r"\b(?:ready|willing|prepared) to (?!fight|retaliate|be\b)\w+",
        r"\b(?:we|i|he|she|it|they) (?:also |now |have |has |had )*(?:propose|offer|suggest"
        r"|pledge|promise|guarantee)(?:s|d|ed)?\b",
        r"\b(?:we|i|he|she|it|they) (?:will|shall|are going to|is going to|can) (?:also "
        r"|continue to |immediately |gladly )*"
        r"(?:provide|send|deliver|supply|contribute|donate|fund|finance|host|lift|ease|release"
        r"|free|withdraw|compensate"
        r"|guarantee|deploy|train|help|assist|support|allocate|offer|pay for|stand by)\b",
        r"\b(?:stands?|stood|is|are|was|were|am|be) ready for\b(?! (?:one|it"
        r"|(?:a |any )?(?:war|fight|battle|conflict))\b)",
        r"\b(?:remains?|remained|is|are|am|was|were|stays?) (?:\w+ )?committed to\b"
        r"|\bcommitment to\b",
        r"\b(?:we|i|he|she|it|they) (?:will|shall|would) (?:always |also "
        r"|continue to )?(?:do (?:our|its|their|his) (?:part|share|best|utmost)|play (?:a|our"
        r"|its|their) (?:\w+ )?(?:part|role)|keep (?:supporting|helping)"
        r"|work (?:with|towards?|for)|come to|travel to|meet with)\b",
        r"\b(?:we|i) can (?:\w+ )?(?:meet|sit down|start|begin|talk|stop|exchange|sign|end)\b"
        r"|(?<!than )\bat any (?:time|moment)\b|(?<!than at )\bany (?:place|format|time)\b",
        rf"\b(?:we|i|he|she|it|they|(?-i:[A-Z])\w+) would (?:\w+ )?(?:provide|send|deliver"
        rf"|supply|contribute|donate|finance|host|lift|ease|release|compensate|deploy|train"
        rf"|stop|halt|end|allow)\b(?!.{0, 50}\b(?:unless)\b)",
        r"\b(?:my|our|its|his|her|their) (?:proposal|offer|suggestion|idea|initiative) (?:is"
        r"|was|remains|would)\b",
        r"\blet us (?!be clear|see|not|say)\w+",
        r"\b(?:in exchange|in return) for\b",
        r"\b(?:will|would|shall) (?:also |now )*commit (?:(?:them|it|him|her|our)"
        r"sel(?:f|ves) )?to\b",
        rf"\b{ACTOR} (?:will|shall) (?:also |continue to |immediately |gladly )*(?:provide|send"
        r"|deliver|supply|contribute|donate|fund|finance|host|lift|release|free|deploy)\b",
        own=True,
    ),
)
