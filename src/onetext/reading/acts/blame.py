"""What another party is blamed for."""

from __future__ import annotations

from onetext.reading.acts.patterns import signals
from onetext.record.statements import Act

BLAME = signals(
    Act.ACCUSE,
    r"\b(?:can|could|should|must) not be trusted\b|\buntrustworthy\b|\b(?:do|does|did) not trust\b",
    r"\b(?:continues?|continued|keeps?|kept) (?:to )?(?:bomb|attack|kill|strik|shell|terror"
    r"|destroy|wag|ly|lie|delay|murder)\w*\b",
    r"(?:\b(?-i:[A-Z])[\w.]+'s?|\b(?:its|his|her|their)) (?:\w+ )?(?:refusal|intransigence"
    r"|hypocrisy|brutality|cruelty|lies|terror|blackmail|crimes|obstruction|stubbornness)\b",
    r"\b(?:war criminals?|dictators?|tyrants?|murderers?|thugs?|deliberately)\b"
    r"|\bonly (?:understands?|responds? to)\b",
    r"\b(?:(?-i:[A-Z])[\w.]+|they|he) (?:is|are|was|were) (?:still |clearly "
    r"|simply )?not (?:\w+ )?(?:ready|prepared|looking|seeking|aiming|striving|trying)"
    r" (?:for |to )?(?:\w+ )?(?:peace|end|ending|stop|negotiate|compromise|make)\b",
    r"\b(?:violat|breach|undermin|obstruct|derail|thwart|persecut|blackmail|terroris"
    r"|terroriz|manipulat)"
    r"(?:e|es|ed|ing|s)\b|\bsabotag(?:e|es|ed|ing) (?:the |any |all )?(?:\w+ )?(?:talks|peace"
    r"|deal|process|negotiations|agreement|truce|ceasefire|efforts?)",
    r"\b(?:drag(?:s|ged|ging)? (?:its|his|her|their) feet|stall(?:s|ed|ing)\b|play(?:s|ed"
    r"|ing) for time|buy(?:s|ing)? time"
    r"|prolong(?:s|ed|ing) (?:the|this) (?:war|conflict|fighting)|foot-dragging|delaying tactics?)",
    r"\b(?:hold(?:s|ing)?|held) (?:up|back) (?:a |the |any )?(?:\w+ )?(?:deal|peace|agreement"
    r"|talks|process|negotiations)\b",
    r"\b(?:stand(?:s|ing)?|stood|get(?:s|ting)?) in the way\b|\b(?:main |biggest |only "
    r"|real )?obstacle\b",
    r"\b(?:bad|not (?:\w+ ){0,2}?(?:in )?good|lack of good) faith\b|\b(?:believ|act"
    r"|negotiat)\w*(?:\W+\w+){0,4}?\W+in good faith\b(?<=faith)",
    r"\b(?:no|not|nothing|neither)\b (?:\w+ )?(?:serious|genuine|sincere"
    r"|real)?(?: \w+)? ?(?:interest(?:ed)? in|desire for|intention (?:of|to))"
    r" (?:\w+ )?(?:peace|ending|stopping|negotiat|talks|compromise|a deal|end)\w*",
    r"\b(?:do|does|did) not (?:really |actually |genuinely )?want (?:\w+ )?(?:peace|an end"
    r"|the war to|to (?:end|stop|negotiate|make peace|talk))\b",
    r"\b(?:war crimes?|atrocit(?:y|ies)|genocid\w+|barbari\w+|hypocri\w+|cynical\w*|treacher\w+"
    r"|betrayal|shameful|disgrace\w*|reckless\w*|irresponsib\w+|deceit\w*|deceiv\w+|impunity)\b",
    r"\b(?:is|are|was|were) (?:\w+ )?(?:to blame|responsible for(?! (?:\w+ )?\d)|lying|cheating"
    r"|bluffing|guilty of|at fault)\b|\blied\b|\blies about\b",
    r"\b(?:fault|blame) (?:of|lies|rests|for)\b",
    r"\b(?:not fair|unfair(?:ly)?|one-sided|unjust|double standards?)\b",
    r"\bfail(?:s|ed|ing|ures?)? (?:to (?:comply|honou?r|keep|implement|fulfil|condemn|protect)"
    r"|for him|for her)\b",
    r"\b(?:broke|broken|breaking|breaks) (?:its|his|her|their|the|every|all) (?:\w+ )?"
    r"(?:promises?|commitments?|word|truce|ceasefire|agreements?|obligations?)\b",
    r"\b(?:us(?:e|es|ed|ing)|exploit\w*) (?:\w+ ){0,6}?as (?:a |an )?(?:\w+ )?(?:weapon|cover"
    r"|pretext|excuse|leverage|bargaining chip|smokescreen|tool|shield)\b",
    r"\b(?:is|are|was|were|keeps?) (?:\w+ly |only |just |merely |simply |still "
    r"|again )*(?:pretending|playing games|blocking|hindering|hampering|impeding|ignoring"
    r"|dictating|meddling"
    r"|interfering|escalating|delaying|dragging|stealing|deceiving|fooling|mocking"
    r"|trying to (?:deceive|divide|delay|drag|stall|destroy|avoid|buy|undermine|conquer|erase"
    r"|break|intimidate|trick))\b",
    r"\b(?:unprovoked|illegal|unlawful|brutal|cruel|criminal|inhuman\w*|barbaric|savage"
    r"|cowardly|insane|senseless) (?:\w+ )?(?:war|attacks?|strikes?|invasion|aggression"
    r"|annexation|occupation|regime|acts?|actions|assault|bombing|bombardment)\b",
    r"\b(?:is|are|was|were|be|nothing but|as) (?:a |an |just |pure |sheer )*(?:madness|farce"
    r"|sham|mockery|charade|spectacle|show|trick|trap|lie|disgrace|crime|insult)\b",
    r"\b(?:not (?:\w+ )?doing enough|doing (?:\w+ )?nothing|done (?:\w+ )?nothing"
    r"|not done enough|too (?:weak|slow|soft|timid|passive)|appeas\w+|inaction|naive)\b",
    r"\b(?:at (?:the|our|their|his) expense of|behind (?:our|their|its|his) backs?|over (?:our"
    r"|their) heads?)\b",
    r"\b(?:ch(?:oo|o)s(?:e|es|en|ing)|want(?:s|ed)?|prefer(?:s|red)?) (?:\w+ )?(?:war|terror"
    r"|violence|escalation|destruction)\b",
    r"\b(?:reject(?:s|ed|ing)?|refus(?:es|ed|ing)) (?:\w+ ){0,4}?(?:peace|ceasefire|truce"
    r"|diplomacy|dialogue|to (?:end|stop|negotiate|compromise))\b",
    r"\b(?:shows?|showed|showing|has|have|had|with) (?:no|little) (?:\w+ )?(?:interest"
    r"|intention|desire|willingness|regard|respect|readiness|signs?)\b",
    r"\b(?:not|never) (?:\w+ ){0,2}?(?:serious|sincere|genuine|honest|interested)\b",
    r"\b(?:try|tries|tried|trying|attempt(?:s|ed|ing)?|want(?:s|ed)?|seek(?:s|ing)?"
    r"|sought) (?:only |just |again )?to (?:humiliate|deceive|divide|delay|drag|stall|destroy"
    r"|avoid|undermine|conquer|erase|break|intimidate|trick|fool|mislead"
    r"|manipulate|split|weaken|prolong|buy time|subjugate|wipe|impose|dictate|force (?:us|them"
    r"|him|her))\b",
    r"\b(?:blind eye|empty (?:words|promises)|one thing and do|lip service|crocodile tears"
    r"|hands? (?:are |is )?(?:stained|covered)|blood on)\b",
    r"\b(?:chang(?:e|es|ed|ing)|mov(?:e|es|ed|ing)|shift(?:s|ed|ing)?) (?:its|his|her|their"
    r"|the) (?:position|mind|goalposts|story|demands) (?:again|every|constantly|all the time)\b"
    r"|\bgoalposts\b",
    r"\b(?:slow(?:s|ed|ing)? (?:down|the)|unrealistic (?:demands?|conditions?|terms)|cling(?:s"
    r"|ing)? to|clung to|unwilling to|insincere|biased|bias against)\b",
    r"\b(?:not|never) (?:keep|kept|keeping|honou?r(?:ed|ing)?|fulfil(?:led|ling)?"
    r"|implement(?:ed|ing)?|stick|stuck|live up) (?:to )?(?:its|his|her|their|the"
    r"|any) (?:\w+ )?(?:commitments?|promises?|obligations?|word|agreements?|part|side)\b",
    r"\b(?:no|not any|without any|scant) (?:respect|regard) for\b|\bignor(?:e|es|ed|ing) (?:the"
    r"|all|every|our|its|their|international|calls|any)\b",
    r"\bweaponi[sz]\w+|\bprovocations?\b|\bultimatums?\b(?= (?:by|from))",
)
