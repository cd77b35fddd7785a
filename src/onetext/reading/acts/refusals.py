"""What is refused, denied or held out as a penalty."""

from __future__ import annotations

from onetext.reading.acts.patterns import ACTOR, DEAL, GIVE_UP, STRIKE, WE, signals
from onetext.record.statements import Act

DENIALS = signals(
    Act.DENY,
    r"\b(?:there is|there was|with) no truth (?:in|to)\b",
    r"\b(?:allegations?|accusations?|claims?|reports?|rumou?rs?|suggestions?|that|it|this) (?:is"
    r"|are|was|were)"
    r" (?:simply |completely |totally |utterly |entirely |just |all )?"
    r"(?:not true|untrue|false|fake|baseless|unfounded|groundless|fabricated|nonsense|lies"
    r"|a lie|an invention)\b",
    r"\bfake news\b",
    r"\b(?:there (?:is|was|were|are|had been|have been)|had|have|has|received"
    r"|know of) no such (?!thing as)\w+|\bno such (?:talks|plan|offer|agreement|deal|meeting"
    r"|call|order)\b",
    r"\b(?:i|we|he|she) (?:have |has |had )?never (?:said|promised|offered|agreed|met|received"
    r"|ordered|made|gave|given|told)\b",
    r"\b(?:had|has|have) (?:absolutely )?nothing to do with\b",
    r"\bno (?:role|part|involvement|hand) in\b",
)

THREATS = signals(
    Act.THREATEN,
    r"\blegitimate (?:military )?targets?\b",
    r"\b(?:severe|serious|grave|dire|catastrophic|devastating|unpleasant) consequences\b",
    r"\b(?:face|suffer|bear) (?:the |further |more |new |tough\w* |harsh\w* |additional )*"
    r"(?:consequences|sanctions|retaliation|penalties|tariffs|punishment)\b",
    r"\b(?:will|would|shall|to) pay (?:a |the )?(?:\w+ )?price\b",
    rf"\b(?:{WE}|forces|army|military) (?:will|would|shall|are going to|is going to)"
    rf" (?:\w+ ){{0,2}}?{STRIKE}\b(?! (?:for|against corruption|off))",
    r"\b(?:ready|prepared|willing|going|forced|obliged|vow(?:s|ed|ing)?|pledg(?:es|ed|ing)) to"
    r" (?:keep |continue |go on )?(?:retaliate|strike|fight\w*|wage war|go to war|attack\w*"
    r"|use (?:military )?force"
    r"|respond (?:with|harshly|in kind))\b(?! (?:for|against corruption))",
    r"\b(?:by|through|with) (?:military (?:means|force)|force)\b(?=.{0,60}\b(?:otherwise|if"
    r"|unless)\b)",
    r"\b(?:otherwise|or else|if not),? (?:we|it|they|he|she) (?:will|would|shall)\b",
    r"\b(?:will|would) not (?:stop|rest|relent|halt|cease) (?:\w+ ){0,2}?(?:until|unless|before)\b",
    r"\b(?:will|would|must|can) (?:\w+ ){0,3}?(?:achieve|reach|attain|fulfil|accomplish|liberate"
    r"|take|seize)\w* (?:\W*\w+){0,6}?"
    r" (?:by force|militarily|by military means|on the battlefield|by other means)\b",
    r"\b(?:will|would|shall|to) (?:deeply |bitterly |come to )?(?:regret|rue)\b|\bthere (?:will"
    r"|would) be consequences\b|\b(?:harsh|swift|crushing|tough|strong|decisive) (?:response"
    r"|answer|retaliation)\b",
    r"\ball options (?:are|were|remain)\b",
    r"\b(?:will|would) (?:impose|introduce|slap|resume|cut off|halt) (?:\w+ ){0,4}"
    r"(?:sanctions|tariffs|penalties|measures|strikes|attacks|bombing|supplies"
    r"|aid)\b.{0,80}\b(?:if|unless)\b",
    r"\b(?:if|unless)\b.{0,80}\b(?:will|would) (?:impose|introduce|slap|resume|cut off|halt"
    r"|lose|be destroyed)\b",
    own=False,
)

ADVANCES = signals(
    Act.THREATEN,
    rf"\b(?:{WE}|forces|troops|army|armies|military|soldiers|units) (?:will|would|shall|are going"
    r" to|is going to) (?:\w+ ){0,2}?(?:advance|march|invade|push (?:on|further)|press on|take"
    r"|seize|capture|conquer)\b(?! (?:part|place|steps|note|into account|care|over|back))",
    own=True,
)  # what one's own troops would do, where somebody warns of it

FIGHTING_ON = signals(
    Act.THREATEN,
    r"\b(?:will|would|shall|(?:is|are) going to) (?:\w+ )?(?:go on|keep|continue) (?:fighting|to"
    r" fight|advancing|attacking|striking)\b",
    rf"\b(?:{WE}|forces|troops|army|armies|military|soldiers|units) (?:will|would|shall) (?:\w+ )"
    r"{0,2}?(?:advance|march|invade)\b(?=.{0,120}\b(?:if|unless|until|otherwise)\b)",
    own=True,
)

REFUSALS = signals(
    Act.REJECT,
    r"\bunacceptable\b",
    r"\b(?:out of|not|beyond) (?:the|a) question\b",
    r"\bnon-?starter\b",
    r"\bred lines?\b",
    r"\bnot (?:up for|open to|open for|subject to) (?:\w+ )?(?:negotiation|discussion|debate"
    r"|compromise|sale)\b",
    r"\b(?:non-?negotiable|not negotiable|not acceptable|can not be accepted|not for sale)\b",
    r"\bno question of\b",
    r"\bthere (?:can|will|would|could|must|should) (?:be no|never be|not "
    r"be)\b(?!.{0,80}\b(?:without|unless|until)\b)(?! (?:\w+ )?(?:vote|time|winner|victory"
    r"|problem|doubt|shortage|need))",
    r"\b(?:amounts?|amounting|tantamount|equivalent) to (?:a |the |our |its )?(?:capitulation"
    r"|surrender|betrayal)\b",
    r"\b(?:be|is|was|are|means?|meant|as) (?:a |an |utterly |completely |totally |simply "
    r"|simple |pure )*"
    r"(?:capitulation|surrender|absurd|ridiculous|nonsense|pointless|senseless|meaningless"
    r"|unrealistic|dead on arrival|unthinkable)\b",
    r"\bno (?:(?:further|more|territorial|other|unilateral) )*concessions?\b"
    r"|\bnothing to (?:discuss|negotiate|talk about)\b",
    r"\bcan not be (?:a |the |any )*(?:basis|compromise|concession|question|discussion"
    r"|agreement)\b",
    r"\b(?:not|never) (?:be )?(?:suit|suitable|an option|on the table)\b|\boff the table\b",
    r"\bnot under any circumstances\b|\bunder no circumstances\b",
    r"\b(?:no|not any) (?:reason|sense|point) (?:to|in) (?:discuss|negotiat|accept|sign|meet"
    r"|talk)\w*",
    r"\b(?:categorically|flatly|firmly|strongly|totally) (?:reject|oppose|against)\w*",
    r"\b(?:is|are|was|were|am|be) (?:\w+ly |also |still |always |now |all )?(?:against|opposed to)"
    r"\b(?! (?:it|him|her|them|us)\b)",
    r"\b(?:unconstructive|unworkable|unsuitable|unsatisfactory)\b",
    rf"\b{DEAL} (?:[\w-]+ ){{0,6}}?would (?:only |merely |just |simply |in fact )?(?:prolong"
    r"|worsen|reward|embolden|legitimi[sz]e|encourage)\b",
)

OWN_REFUSALS = signals(
    Act.REJECT,
    rf"\b(?:(?:will|would|shall|can|could|do|does|did|is|are|am|was|were) (?:not|never)"
    rf"|(?:has|have|had) never)"
    rf" (?:\w+ly )?(?:be )?(?:\w+ )?(?:ready to |willing to |prepared to |going to |planning to "
    rf"|intend to )?(?:ever )?"
    rf"{GIVE_UP}\b(?! the fact| in good)",
    rf"\bnever (?:ever )?{GIVE_UP}\b",
    rf"\b{ACTOR} (?:\w+ly |also |still |has |have |had )*(?:reject|refuse|oppose)(?:s|d"
    rf"|ed)?\b(?! to (?:say|comment))",
    rf"\b(?:no|nobody|no one|none) (?:\w+ ){{0,3}}?(?:will|would|can|could) (?:ever )?{GIVE_UP}\b",
    r"\b(?:do|does|did) not (?:need|agree|consent|see the (?:need|point)|see any)\b|\b(?:we|i"
    r"|they|he|she|it) (?:strongly |totally |fundamentally )?disagrees?d?\b",
    r"\bnot (?:going to|intend to|plan to|see any reason to) (?:change|move|budge|soften)\b",
    r"\b(?:not|never|far from) (?:\w+ )?(?:satisfied|happy|content|comfortable|pleased) (?:with"
    r"|about)\b(?! (?:\w+ )?(?:pace|speed|progress))",
    r"\b(?:dissatisfied|displeased|unhappy|discontented|uncomfortable) (?:with|about|over)\b"
    r"(?! (?:\w+ )?(?:pace|speed|progress))",
    own=True,
)
