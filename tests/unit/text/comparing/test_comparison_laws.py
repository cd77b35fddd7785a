"""Laws of comparison, for any draft that hypothesis can think of."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from onetext.text.comparing import BracketFate, Change, Comparison, Correction, PointChange, compare
from onetext.text.drafts import Draft
from onetext.text.parse import parse_draft
from onetext.text.word_changes import Edit

calm = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

LEXICON = [
    "border",
    "river",
    "ports",
    "ships",
    "prisoners",
    "amnesty",
    "electricity",
    "harbour",
    "customs",
    "observers",
    "monitors",
    "commission",
    "ratification",
    "withdrawal",
    "reconstruction",
    "airspace",
    "pipeline",
    "fisheries",
    "schools",
    "courts",
    "currency",
    "veterans",
    "archives",
    "bridges",
    "minefields",
    "hostages",
    "elections",
    "broadcasting",
    "water",
    "grain",
]
LINKS = ("of the", "and the", "to the", "in the", "with", "under the", "for the")


@st.composite
def sentences(draw: st.DrawFn, least: int = 6, most: int = 14) -> str:
    """Words of a little lexicon, linked, some of them in brackets."""
    words = draw(st.lists(st.sampled_from(LEXICON), min_size=least, max_size=most))
    said = ["The parties shall"]
    for word in words:
        link = draw(st.sampled_from(LINKS))
        shape = draw(st.sampled_from(("{}", "{}", "{}", "[{}]", "[{}][monitored]")))
        said.append(f"{link} {shape.format(word)}")
    return f"{' '.join(said)}."


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A draft with articles, points and sub-points; points may be empty or repeat each other."""
    lines = []
    repeated = draw(sentences(1, 3))
    for number in range(1, draw(st.integers(1, 4)) + 1):
        if draw(st.booleans()):
            lines.append(f"## Article {number}")
        for at in range(1, draw(st.integers(0, 4)) + 1):
            words = draw(st.one_of(sentences(), sentences(), st.just(repeated), st.just("")))
            lines.append(f"{at}. {words}")
            for letter in "abc"[: draw(st.integers(0, 2))]:
                lines.append(f"   ({letter}) {draw(sentences(1, 4))}")
    return "\n\n".join(lines) or "1. Nothing."


def joined(point: PointChange, *edits: Edit) -> str:
    return "".join(run.text for run in point.words if run.edit in edits)


SHAPES = {
    Change.DROPPED: (1, 0), Change.ADDED: (0, 1), Change.SPLIT: (1, 2), Change.MERGED: (2, 1),
}  # fmt: skip


def check_whole(comparison: Comparison) -> None:
    """Every point of both drafts once; every bracket counted; the words join up."""
    before, after = comparison.before, comparison.after
    ours = [path for one in comparison.points for path in one.before]
    theirs = [path for one in comparison.points for path in one.after]
    assert sorted(ours) == sorted(point.path for point in before.walk())
    assert sorted(theirs) == sorted(point.path for point in after.walk())
    for one in comparison.points:
        was = "\n".join(point.text for path in one.before if (point := before.point(path)))
        now = "\n".join(point.text for path in one.after if (point := after.point(path)))
        assert joined(one, Edit.KEPT, Edit.TAKEN_OUT) == was
        assert joined(one, Edit.KEPT, Edit.PUT_IN) == now
        assert 0 <= one.similarity <= 1
        assert 0 <= one.confidence <= 1
        shape = (min(len(one.before), 2), min(len(one.after), 2))
        assert shape == SHAPES.get(one.change, (1, 1))
    fates = Counter[BracketFate]()
    for bracket in comparison.brackets:
        fates[bracket.how] += bracket.count
    standing = fates[BracketFate.KEPT] + fates[BracketFate.MOVED]
    assert fates.total() - fates[BracketFate.OPENED] == len(before.brackets)
    assert standing + fates[BracketFate.OPENED] == len(after.brackets)


@given(texts(), texts())
@calm
def test_every_point_and_bracket_is_told_once(one: str, other: str) -> None:
    """Whatever two drafts are, nothing of them is lost or told twice."""
    check_whole(compare(parse_draft(one), parse_draft(other)))


@given(texts())
@calm
def test_a_draft_with_itself_is_kept(text: str) -> None:
    """All is kept where it is, even points that repeat each other and such as are empty."""
    draft = parse_draft(text)
    comparison = compare(draft, draft)
    for one in comparison.points:
        assert (one.change, one.before, one.renumbered) == (Change.KEPT, one.after, False)
        assert one.similarity == 1
    assert {one.how for one in comparison.brackets} <= {BracketFate.KEPT}
    assert all(one.before == one.after for one in comparison.brackets)


MIRROR = {
    Change.DROPPED: Change.ADDED, Change.ADDED: Change.DROPPED, Change.SPLIT: Change.MERGED,
    Change.MERGED: Change.SPLIT,
}  # fmt: skip


@given(texts(), texts())
@calm
def test_the_other_way_round_is_the_mirror_image(one: str, other: str) -> None:
    """What was dropped was added, what was split was merged, and all else is the same."""
    here, there = parse_draft(one), parse_draft(other)
    ahead = {(x.before, x.after, x.change, x.confidence) for x in compare(here, there).points}
    back = {
        (x.after, x.before, MIRROR.get(x.change, x.change), x.confidence)
        for x in compare(there, here).points
    }
    assert ahead == back


def clause(words: list[str]) -> str:
    return "The parties agree on the " + ", the ".join(words) + " of both sides."


@given(st.permutations(LEXICON), st.integers(0, 2))
@calm
def test_a_point_split_and_joined_again(words: list[str], place: int) -> None:
    """Cut in two, a point is split; joined again, it is merged: wherever it stands."""
    clauses = [clause(list(words[at : at + 6])) for at in range(0, 24, 6)]
    whole = [clauses[0], clauses[1]]
    whole.insert(place, f"{clauses[2]} {clauses[3]}")
    parts = [clauses[0], clauses[1]]
    parts[place:place] = [clauses[2], clauses[3]]
    one = parse_draft("\n".join(f"{n}. {said}" for n, said in enumerate(whole, 1)))
    other = parse_draft("\n".join(f"{n}. {said}" for n, said in enumerate(parts, 1)))
    split = next(x for x in compare(one, other).points if str(place + 1) in x.before)
    assert (split.change, split.after) == (Change.SPLIT, (str(place + 1), str(place + 2)))
    merged = next(x for x in compare(other, one).points if str(place + 1) in x.after)
    assert (merged.change, merged.before) == (Change.MERGED, (str(place + 1), str(place + 2)))


def sections(order: list[int]) -> Draft:
    lines = []
    for at in order:
        words = LEXICON[at * 5 : at * 5 + 5]
        lines += [f"## Article {at + 1}", f"1. {clause(words[:3])}", f"2. {clause(words[2:])}"]
    return parse_draft("\n\n".join(lines))


@given(st.permutations(range(5)))
@calm
def test_articles_in_another_order_were_moved(order: list[int]) -> None:
    """Nothing is dropped or added; as few articles as can be moved, and no point in them."""
    comparison = compare(sections(list(range(5))), sections(list(order)))
    assert {one.change for one in comparison.points} <= {Change.KEPT, Change.MOVED}
    moved = [one for one in comparison.points if one.change is Change.MOVED]
    assert all("/" not in one.before[0] for one in moved)
    runs = ([at for at in order if mask >> at & 1] for mask in range(32))
    longest = max(len(run) for run in runs if run == sorted(run))
    assert len(moved) == 5 - longest


@given(texts(), st.data())
@calm
def test_a_person_stands_above_the_words(text: str, data: st.DataObject) -> None:
    """Any two points that a person says are one are told as one, fully sure."""
    draft = parse_draft(text)
    paths = [point.path for point in draft.walk()]
    assume(paths)
    one, other = data.draw(st.sampled_from(paths)), data.draw(st.sampled_from(paths))
    comparison = compare(draft, draft, corrections=[Correction(one, other)])
    check_whole(comparison)
    (told,) = [x for x in comparison.points if one in x.before]
    assert (told.before, told.after) == ((one,), (other,))
    assert (told.corrected, told.confidence) == (True, 1.0)
