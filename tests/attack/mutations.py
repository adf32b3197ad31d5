"""Changes of a recorded body, drawn by Hypothesis: values that a person could send, and others."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

from tests.attack.scripts import SCRIPTS

TEXTS = (
    *SCRIPTS,
    "../../../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "' OR 1=1; DROP TABLE scenarios; --",
    "{0.__class__.__init__.__globals__}",
    "%s%n%x",
    "=HYPERLINK(1)",
    "\0",
    "\ud800",
    "\u202e\u200b",
    "1e999",
    "-0",
    "NaN",
    "٣٤",
    "x" * 70_000,
    "?layer=zzz&province=99&show=a,b,c&draws=0",
    "?plan=enterprise_fund:02:1e9:2026:3,x:y:z:1:1",
    "?plan=" + "enterprise_fund:02:20:2026:3," * 300,
    "?set=all.realisation:nan,all.realisation:-1",
    "?scenarios=a.1,b.2,c.3,d.4,e.5",
    "?reach_km=1e309&alpha=-5&decay_per_km=inf",
    "?saved=aaaaaaaaaaaaaaaa:1",
    "?saved=aaaaaaaaaaaaaaaa:99999999999999999999",
    "?year=0&budget=-1&women=101&draws=1000000",
    "?layer=returnees&layer=vacancies",
    "?%ff=%fe&%00=1",
    "/province/99",
    "saved:delete:aaaaaaaaaaaaaaaa:1",
    "saved:restore::-1",
    "saved:open:" + "a" * 5_000 + ":99999999999999999999",
    "saved:" * 50,
    "/../",
)
LEAVES: st.SearchStrategy[Any] = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(-3, 30)
    | st.floats()
    | st.text(st.characters(), max_size=12)
    | st.sampled_from(TEXTS)
)
KEYS = st.sampled_from(
    ["id", "property", "value", "path", "type", "text", "act", "turn", "name", "search", "code"]
) | st.text(max_size=6)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)


def places(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every part of a body, down to what is worth changing."""
    yield path
    if len(path) > 6:
        return
    if isinstance(node, dict):
        for key, value in node.items():
            yield from places(value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node[:20]):
            yield from places(value, (*path, index))


@st.composite
def with_other_values(draw: st.DrawFn, bodies: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """A body that names what it should, with other values in one to three places of these."""
    body = deepcopy(draw(st.sampled_from(bodies)))
    given = [*body["inputs"], *body["state"]]
    for _ in range(draw(st.integers(1, 3))):
        one = draw(st.sampled_from(given))
        _change(draw, one, ways=[way for way in places(one) if way[:1] == ("value",)])
    return body


@st.composite
def of_another_shape(draw: st.DrawFn, bodies: Sequence[dict[str, Any]]) -> Any:
    """A body with anything else in one to three places anywhere."""
    whole = {"body": deepcopy(draw(st.sampled_from(bodies)))}
    for _ in range(draw(st.integers(1, 3))):
        _change(draw, whole, ways=[way for way in places(whole) if way])
    return whole["body"]


def _change(draw: st.DrawFn, whole: Any, *, ways: Sequence[tuple[Any, ...]]) -> None:
    if not ways:
        return
    *up, last = draw(st.sampled_from(ways))
    parent = whole
    for step in up:
        parent = parent[step]
    match draw(st.sampled_from(["put", "put", "put", "drop", "wrap", "add", "twice"])):
        case "drop" if len(up) > 1:
            del parent[last]
        case "wrap":
            parent[last] = [parent[last]]
        case "add" if isinstance(parent[last], dict):
            parent[last][draw(KEYS)] = draw(VALUES)
        case "twice" if isinstance(parent, list):
            parent.append(deepcopy(parent[last]))
        case _:
            parent[last] = draw(VALUES)
