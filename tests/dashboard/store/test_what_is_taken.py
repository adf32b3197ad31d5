"""Names and documents from anyone: kept exactly or refused in plain words, on both databases."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.store import Invalid, Saved, Store, scenarios
from dashboard.store.documents import DEEPEST, LARGEST_KB
from dashboard.store.texts import AUTHOR_MOST, NAME_MOST, NOTE_MOST, QUERY_MOST

HOSTILE = [
    "'; DROP TABLE scenarios; --",
    '" OR ""="',
    "Robert'); DELETE FROM scenario_versions;--",
    "<script>alert(1)</script>",
    "{{7*7}} ${7*7} %s %(name)s :name ?1 \\",
    "=HYPERLINK(0)",
    "ច្រករបៀងព្រំដែន ១៦",
    "កម្ពុជា\u200bព្រំដែន",
    "👩🏽‍🌾 farms 🇰🇭",
    "İstanbul ﬁ Ⅷ",
    "e\u0301 and \u00e9",
    "x" * NAME_MOST,
    "😀" * NAME_MOST,
]
# Every test of a session that draws examples shares one store; its examples do not disturb another.
drawn = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def create(store: Store, name: str = "A", document: Any = None, **more: Any) -> Saved:
    given = {"note": "", "author": "", **more}
    return scenarios.create(store, name=name, document=document or {}, **given)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_kept_as_it_is_and_found(store: Store, name: str) -> None:
    saved = create(store, name, note=name, author=name)
    assert scenarios.get(store, id=saved.id) == saved
    assert (saved.name, saved.note, saved.author) == (name, name, name)
    found = scenarios.listing(store, query=name)
    assert [entry.id for entry in found.entries] == [saved.id]
    assert create(store, name).version == 1, "names need not be unique"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("", "text_empty"),
        (" \t\n ", "text_empty"),
        ("\u200b\u200d", "text_empty"),
        ("x" * (NAME_MOST + 1), "text_long"),
        ("x" * 1_000_000, "text_long"),
        ("a\0b", "text_characters"),
        ("a\nb", "text_characters"),
        ("a\x1b[31mb", "text_characters"),
        ("a\x9bb", "text_characters"),
        ("a\u2028b", "text_characters"),
        ("a\u202eb", "text_characters"),
        ("a\ud800b", "text_characters"),
        (None, "text_kind"),
        (7, "text_kind"),
        (b"x", "text_kind"),
    ],
)
def test_what_is_no_name_is_refused(store: Store, name: Any, key: str) -> None:
    with pytest.raises(Invalid) as refused:
        create(store, name)
    assert refused.value.key == key
    assert len(str(refused.value)) < 200
    assert scenarios.listing(store).total == 0


def test_names_are_trimmed(store: Store) -> None:
    assert create(store, "  Border \n").name == "Border"


def test_a_note_has_lines_and_a_limit(on_file: Store) -> None:
    assert create(on_file, note="one\r\ntwo\tthree\n").note == "one\ntwo\tthree"
    assert len(create(on_file, note="ក" * NOTE_MOST).note) == NOTE_MOST
    for wrong in ("x" * (NOTE_MOST + 1), "\0 x"):
        with pytest.raises(Invalid):
            create(on_file, note=wrong)
    for wrong in ("x" * (AUTHOR_MOST + 1), "a\nb"):
        with pytest.raises(Invalid):
            create(on_file, author=wrong)


@pytest.mark.parametrize("query", ["x" * (QUERY_MOST + 1), "x" * 1_000_000, "a\0b", "\ud800"])
def test_what_cannot_be_in_a_name_is_not_searched_for(store: Store, query: str) -> None:
    with pytest.raises(Invalid) as refused:
        scenarios.listing(store, query=query)
    assert refused.value.fields["field"] == "query"


def nested(levels: int) -> dict[str, Any]:
    whole: dict[str, Any] = {}
    for _ in range(levels - 1):
        whole = {"a": whole}
    return whole


@pytest.mark.parametrize(
    ("document", "key"),
    [
        ([], "document_kind"),
        ("{}", "document_kind"),
        ({1: "a"}, "document_kind"),
        ({"a": 1, 1: "b"}, "document_kind"),
        ({"a": (1, 2)}, "document_kind"),
        ({"a": {1, 2}}, "document_kind"),
        ({"a": b"x"}, "document_kind"),
        ({"a": float("nan")}, "document_kind"),
        ({"a": float("inf")}, "document_kind"),
        ({"a": 10**5000}, "document_kind"),
        (nested(DEEPEST + 1), "document_deep"),
        (nested(100_000), "document_deep"),
        ({"a": "x" * LARGEST_KB * 1024}, "document_large"),
    ],
)
def test_what_is_no_document_is_refused(on_file: Store, document: Any, key: str) -> None:
    with pytest.raises(Invalid) as refused:
        scenarios.create(on_file, name="A", note="", author="", document=document)
    assert refused.value.key == key
    assert scenarios.listing(on_file).total == 0


def test_a_document_as_large_and_as_deep_as_allowed_is_taken(store: Store) -> None:
    large = {"a": "x" * (LARGEST_KB * 1024 - len('{"a":""}'))}
    assert create(store, document=large).document == large
    assert create(store, document=nested(DEEPEST)).document == nested(DEEPEST)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec=None)),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.text(st.characters(codec=None)), inner, max_size=4),
    max_leaves=20,
)  # fmt: skip
DOCUMENTS = st.dictionaries(st.text(st.characters(codec=None), max_size=10), JSON, max_size=5)


def exact(value: Any) -> str:
    """Equal only where types are, too: 1 is not 1.0, nor True."""
    return json.dumps(value, sort_keys=True)


@given(first=DOCUMENTS, second=DOCUMENTS)
@drawn
def test_any_json_document_comes_back_exactly(store: Store, first: Any, second: Any) -> None:
    saved = scenarios.create(store, name="A", note="", author="", document=first)
    scenarios.update(
        store, id=saved.id, expected_version=1, document=second, name="A", note="", author=""
    )
    assert exact(scenarios.get(store, id=saved.id, version=1).document) == exact(first)
    assert exact(scenarios.get(store, id=saved.id).document) == exact(second)


@given(name=st.text(st.characters(codec=None), max_size=NAME_MOST + 5))
@drawn
def test_any_name_is_kept_or_refused(store: Store, name: str) -> None:
    try:
        saved = create(store, name)
    except Invalid:
        return
    assert scenarios.get(store, id=saved.id).name == name.strip()
    ids = {entry.id for entry in scenarios.listing(store, query=saved.name, limit=200).entries}
    assert saved.id in ids


def test_documents_that_mean_the_same_have_one_fingerprint(store: Store) -> None:
    one = create(store, document={"a": 1, "b": [2, {"c": 3, "d": 4}]})
    other = create(store, document={"b": [2, {"d": 4, "c": 3}], "a": 1})
    assert one.digest == other.digest
    assert one.digest != create(store, "B", document=one.document).digest
