"""Words that tell what has the form of a party's name and is none."""

NO_NAME_WORDS = """
note notes nb n.b. nota editor editors editor's editorial footnote comment comments remark
option options alternative alternatives alt variant article articles art art. section chapter
annex annexes appendix part title rule paragraph paragraphs para paras subparagraph
subparagraphs sub-paragraph op pp ops pps recital preamble preambular operative table figure box
clause item point points chapeau heading subheading header definition definitions purpose scope
objective objectives principle principles date deadline time place parties party members member
states state countries country governments delegations example examples source sources reference
references text texts version draft agreed pending formerly previously former ex new old
placeholder insert insertion delete deleted deletion add added addition replace move moved merge
merged see cf also including include for to in on by with from if when where whereas recalling
noting reaffirming decides requests step phase stage bracketed clean compromise package summary
background context legend key colour color green yellow red blue white grey orange status
proposal proposals amendment amendments suggestion all each any no not this that these those the
a an it either both or and as such mitigation adaptation finance technology transparency
capacity-building timing compliance implementation review governance participation subject re
ref no. number issue question answer warning important action decision decisions resolution
target targets goal goals element elements date: title: tbd tbc tbs n/a xx xxx x reservation
strike struck add adds insert del delete deletion исключить удалить eliminar suprimir supprimer
streichen reserve reserved position explanation rationale introduction conclusion annex: list lists
"""
"""Words that a name of a party does not begin with, or is not made of alone, in lower case."""

SMALL_WORDS = """
of the and for de del la las los le les du des et y e da do dos von van in its & with d'
"""
"""Words in lower case that may stand inside a name."""
