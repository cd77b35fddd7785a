"""Words that stand before a number in a label, in several languages, and what they mean."""

from __future__ import annotations

_WORDS = {
    "article": "article articles art. artículo articulo artigo artikel статья المادة مادة",
    "rule": "rule regla règle правило",
    "recital": "recital considerando considérant",
    "principle": "principle principio principe принцип",
    "regulation": "regulation",
    "guideline": "guideline",
    "target": "target",
    "goal": "goal",
    "objective": "objective",
    "recommendation": "recommendation",
    "amendment": "amendment",
    "chapter": "chapter capítulo chapitre kapitel глава",
    "section": "section sección secção abschnitt раздел",
    "part": "part parte partie teil часть",
    "title": "title título titre",
    "annex": "annex anexo annexe anhang приложение appendix schedule",
    "resolution": "resolution resolución résolution резолюция",
    "option": "option opción opção вариант",
    "alternative": "alternative alternativa alt. alt variant variante",
    "point": "point punto пункт",
    "paragraph": "paragraph paragraphs para. para párrafo paragraphe",
    "item": "item",
    "clause": "clause cláusula",
    "preambular paragraph": "preambular_paragraph",
    "operative paragraph": "operative_paragraph",
}

MEANING = {form.replace("_", " "): word for word, forms in _WORDS.items() for form in forms.split()}
"""From a word as found, in lower case, to the word that it means."""

PATTERN = "|".join(
    sorted((form.replace(".", r"\.").replace(" ", r"[ \t]+") for form in MEANING), key=len)[::-1]
)

OPTIONS = frozenset({"option", "alternative"})
"""What begins a whole option."""

IN_LISTS = OPTIONS | {
    "point", "paragraph", "item", "clause", "preambular paragraph", "operative paragraph",
}  # fmt: skip
"""What labels a point of a list; anything else begins a heading."""

BARE = frozenset({"point", "paragraph", "item", "clause"})
"""What is left out of a path: Point 3 is at path 3."""

LEVEL = {
    "annex": 7, "title": 7, "resolution": 7, "part": 8, "chapter": 9, "section": 10,
}  # fmt: skip
"""How high a heading stands; an article, a rule and the like stand below all of these."""

LOWEST_LEVEL = 11


def is_heading(label: str) -> bool:
    """Whether `label`, as found, is that of a heading: Article 5, or the marks of an unnumbered
    one."""
    word = MEANING.get(label.split(" ")[0].lower())
    return label.startswith("#") or (word is not None and word not in IN_LISTS)
