"""Saved scenarios side by side: what the link names, what is told, what is played."""

import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import ids, scenario_parts
from dashboard.beside_words import kept_names, notices
from dashboard.figures.names import in_chart
from dashboard.optimise_parts import frontier
from dashboard.pages.scenarios import PAGE
from dashboard.saved_compare import compare
from dashboard.scenario_controls import compared_options
from dashboard.scenario_parts import challenge, comparison, paths, top, turning
from dashboard.scenarios.asked import PLAN, read_asked
from dashboard.scenarios.beside import Kept, Lost, kept, named
from dashboard.scenarios.chosen import BEST_USE, FIRST, chosen
from dashboard.scenarios.saved import KIND, document_of
from dashboard.scenarios.saved_key import read_key, write_key
from dashboard.scenarios.saved_link import what_counts
from dashboard.scenarios.side_by_side import NEAR_HOME, outcomes
from dashboard.state import View
from dashboard.store import Deleted, NotFound, Saved, Store, scenarios
from dashboard.store_here import using
from dashboard.words import LANGUAGES, Speaker

ONE = "enterprise_fund:02:20:2026:3"
TWO = "sez_upgrade:01:35:2026:3"
SAY = Speaker(lang="en")
NOBODY = "k7m2p4q8r3s5t6u9.2"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "atlas.db"


@pytest.fixture
def store(file: Path) -> Iterator[Store]:
    opened = Store.open(f"sqlite:///{file}")
    with using(opened):
        yield opened
    opened.close()


def save(store: Store, search: str = f"?plan={ONE}", name: str = "Mine", **more: Any) -> Saved:
    document = {**document_of(read_asked(PAGE.view(search))), **more}
    return scenarios.create(store, name=name, note="", author="", document=document)


def key(saved: Saved) -> str:
    return write_key(saved.id, saved.version)


def view_of(*keys: str, more: str = "") -> View:
    return PAGE.view(f"?scenarios={','.join(keys)}{more}")


def told(view: View) -> str:
    return " ".join(notices(named(view), say=SAY))


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_saved_one_is_played_as_the_page_is_set(store: Store) -> None:
    saved = save(store, f"?plan={ONE}&year=2030&basis=unplaced&future=second_wave")
    view = view_of(key(saved), PLAN, more=f"&plan={ONE}&year=2033")
    asked = read_asked(view)
    mine, plan = chosen(view, asked, say=SAY)
    assert mine.name == "Mine, version 1" and plan.key == PLAN
    assert mine.plan == plan.plan
    found = [outcomes(asked, one)[NEAR_HOME] for one in (mine, plan)]
    assert found[0] == found[1]
    row = plain(comparison(view))
    assert "Saved with (played here as the page is set) Who is counted: Not yet placed" in row
    assert "Future: A second wave returns By the year 2030" in row


def test_what_it_was_saved_with_is_told_only_where_it_is_not_what_is_shown(store: Store) -> None:
    conditions = "&ages=up_to_45&reach_km=100&skills_services=30&set=all.realisation:0.3"
    saved = save(store, f"?plan={ONE}{conditions}")
    row = "Saved with"
    assert row not in comparison(view_of(key(saved), PLAN, more=f"&plan={TWO}{conditions}"))
    found = plain(comparison(view_of(key(saved), PLAN, more=f"&plan={TWO}")))
    for part in ("Ages: Up to 45 only", "by road: 100 km", "Services: weight 30", "30 %"):
        assert part in found
    assert row not in comparison(PAGE.view(f"?plan={TWO}"))


def test_what_a_link_names_and_is_not_here_is_told_and_left_out(store: Store, file: Path) -> None:
    gone, hurt, here = (save(store, name=name) for name in ("Gone", "Hurt", "Here"))
    newer = scenarios.create(
        store, name="Newer", note="", author="", document={"kind": KIND, "schema": 3}
    )
    other = scenarios.create(store, name="Other", note="", author="", document={"a": 1})
    scenarios.delete(store, id=gone.id)
    with sqlite3.connect(file) as database:
        database.execute("UPDATE scenario_versions SET note='x' WHERE scenario_id=?", [hurt.id])
    database.close()
    wanted = {
        NOBODY: f"“{NOBODY}” in the link is no saved scenario of this atlas",
        write_key(here.id, 9): f"“{here.id}.9” in the link is no saved scenario of this atlas",
        key(gone): "“Gone, version 1” was deleted and is left out",
        key(hurt): "“Hurt, version 1” is damaged and is left out",
        key(newer): "“Newer, version 1” was saved by a newer version of the atlas",
        key(other): "“Other, version 1” holds nothing that this atlas can play",
    }
    for lost, sentence in wanted.items():
        view = view_of(lost, key(here), "skills-firms")
        assert sentence in told(view) and sentence in plain(top(view)[0])
        asked = read_asked(view)
        assert not asked.unreadable
        assert [one.key for one in chosen(view, asked, say=SAY)] == [key(here), "skills-firms"]
        options = {one["value"]: one["label"] for one in compared_options(view, say=SAY)}
        assert options[lost].startswith("Left out: ") and options[key(here)] == "Here, version 1"
        alone = view_of(lost)
        assert [one.key for one in chosen(alone, read_asked(alone), say=SAY)] == list(FIRST)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_store_that_is_away_leaves_the_page_working(tmp_path: Path, lang: str) -> None:
    (tmp_path / "var").write_text("in the way")
    away = Store.open(f"sqlite:///{tmp_path}/var/atlas.db")
    view = view_of(NOBODY, "k7m2p4q8r3s5t6u9.3", more=f"&lang={lang}&plan={ONE}")
    for drawn in (PAGE.layout, lambda view: scenario_parts.top(view)):
        with using(away):
            assert drawn(view)
        assert drawn(view), "also where nobody has asked an app"
    with using(away):
        assert told(view).count("cannot be read now") == 1, "once for all of them"
        assert chosen(view, read_asked(view), say=SAY)[0].key == PLAN


def test_those_of_one_name_are_told_apart() -> None:
    asked = read_asked(PAGE.view(""))

    def one(id: str, version: int, at: str) -> Kept:
        return Kept(
            key=write_key(id * 16, version),
            id=id * 16,
            version=version,
            name="Same",
            saved_at=f"2026-03-01T{at}:00.000000Z",
            asked=asked,
            left_out=(),
        )

    def names(*some: Kept) -> list[str]:
        return list(kept_names(some, say=SAY).values())

    first = one("a", 1, "01:00")
    assert names(first, one("a", 2, "02:00")) == ["Same, version 1", "Same, version 2"]
    assert names(first, one("b", 1, "02:00")) == [
        "Same, version 1, 1 March 2026, 08:00",
        "Same, version 1, 1 March 2026, 09:00",
    ]
    found = names(first, one("b", 1, "01:00"), one("c", 3, "01:00"))
    assert len(set(found)) == 3 and found[0].endswith("a" * 16) and found[2] == "Same, version 3"


HOSTILE = "<i>Mine</i> {x} & %{y} \"'"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_name_is_shown_as_it_was_typed_and_never_as_markup(store: Store, lang: str) -> None:
    keys = [key(save(store, name=HOSTILE)), key(save(store, f"?plan={TWO}", name="Other"))]
    view = view_of(*keys, more=f"&lang={lang}&year=2030")
    for drawn in (comparison, challenge, turning):
        html = drawn(view)
        assert "<i>" not in html and "&lt;i&gt;Mine&lt;/i&gt; {x} &amp; %{y}" in html
    label = compared_options(view, say=Speaker(lang=lang))[-2]["label"]
    assert label.startswith(HOSTILE)
    for graph, _ in (paths(view), frontier(view)):
        text = json.dumps(graph.to_plotly_json()["props"]["figure"], ensure_ascii=False)
        assert "<i>" not in text and "&lt;i&gt;Mine&lt;/i&gt; {x} &amp; %{y}" in text
    scenarios.delete(store, id=keys[0].split(".")[0])
    notice = top(view)[0]
    assert "<i>" not in notice and "&lt;i&gt;Mine&lt;/i&gt; {x}" in notice


@pytest.mark.parametrize(
    "name",
    ["ក្រុមហ៊ុនតូចៗ" * 9, "x" * 120, "Short", "្" * 60, "a b " * 30],
)
def test_a_long_name_in_a_chart_keeps_both_ends_and_whole_letters(name: str) -> None:
    shown = in_chart(f"{name}, version 12")
    assert (len(shown) <= 38 and shown.endswith("version 12")) or not name.isprintable()
    head, _, tail = shown.partition("…")
    assert not head.endswith("\u17d2")
    assert f"{name}, version 12".startswith(head.rstrip())
    assert f"{name}, version 12".endswith(tail)


def test_a_part_that_is_not_known_here_is_told_and_the_rest_played(store: Store) -> None:
    saved = save(store, plan=f"{ONE},zzz:02:5:2026:3")
    view = view_of(key(saved))
    assert "“Mine, version 1” is compared without “zzz:02:5:2026:3” for “plan”" in told(view)
    (found,) = kept(named(view))
    assert found.asked.plan == read_asked(PAGE.view(f"?plan={ONE}")).plan


def test_a_version_stays_what_it_was_when_others_follow(store: Store) -> None:
    saved = save(store)
    view = view_of(key(saved))
    before = named(view)
    document = document_of(read_asked(PAGE.view(f"?plan={TWO}")))
    scenarios.update(
        store, id=saved.id, expected_version=1, document=document, name="New", note="", author=""
    )
    assert named(view) == before
    assert before[0].name == "Mine"


def press(store: Store, saved: Saved, search: str) -> tuple[str, list[str] | None]:
    words, link = compare(
        store, search=search, id=saved.id, version=saved.version, page_view=PAGE.view, say=SAY
    )
    return words, None if link is None else list(PAGE.view(link).scenarios)


def test_a_button_adds_a_version_up_to_four(store: Store) -> None:
    first, second = save(store), save(store, f"?plan={TWO}")
    assert press(store, first, "")[1] == [BEST_USE, key(first)]
    assert press(store, first, f"?plan={TWO}")[1] == [PLAN, key(first)]
    assert press(store, second, f"?plan={TWO}")[1] == [BEST_USE, key(second)], "it is the plan"
    link = f"?lang=km&scenarios={key(first)},nowhere,do-nothing"
    words, keys = press(store, second, link)
    assert keys == [key(first), "do-nothing", key(second)]
    assert "(3 of at most 4)" in words
    words, keys = press(store, first, link)
    assert keys is None and "already" in words
    full = f"?scenarios={','.join([*FIRST[1:], key(first)])}"
    words, keys = press(store, second, full)
    assert keys is None and "Untick one" in words


def test_a_button_of_one_that_is_gone_says_so(store: Store) -> None:
    saved = save(store)
    scenarios.delete(store, id=saved.id)
    with pytest.raises(Deleted):
        press(store, saved, "")
    with pytest.raises(NotFound):
        compare(store, search="", id="x", version=1, page_view=PAGE.view, say=SAY)


@given(st.text(max_size=24))
def test_only_an_id_with_a_version_is_a_key(text: str) -> None:
    found = read_key(text)
    assert found is None or write_key(*found) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".",
        "k7m2p4q8r3s5t6u9",
        "k7m2p4q8r3s5t6u9.",
        "k7m2p4q8r3s5t6u9.0",
        "k7m2p4q8r3s5t6u9.01",
        "k7m2p4q8r3s5t6u9.1.1",
        "k7m2p4q8r3s5t6u9.៣",
        "k7m2p4q8r3s5t6u9.9999999999",
        "k7m2p4q8r3s5t6u9.1\n",
        "K7M2P4Q8R3S5T6U9.1",
        "i7m2p4q8r3s5t6u9.1",
        "k7m2p4q8r3s5t6u.1",
    ],
)
def test_what_is_no_key_is_told_as_any_other_word(text: str) -> None:
    assert read_key(text) is None
    wrong = read_asked(PAGE.view(f"?{urlencode({'scenarios': text})}")).unreadable
    assert [one.value for one in wrong] == ([text] if text else [])


def test_which_saved_scenario_is_open_changes_nothing_that_is_drawn() -> None:
    link = f"?plan={ONE}&saved=k7m2p4q8r3s5t6u9:2&year=2030"
    assert what_counts(link) == f"?plan={ONE}&year=2030"
    assert what_counts("?saved=a:1&corridor=SEC-C") == what_counts("") == ""
    stores = {
        one.id: getattr(one, "data", None)
        for one in PAGE.layout(PAGE.view(link))
        if type(one).__name__ == "Store"
    }
    assert stores[ids.SCENARIO_ASKED] == f"?plan={ONE}&year=2030"
    reader = stores[ids.SCENARIO_TURN]
    assert stores[ids.SCENARIO_SETTLED] == {"search": f"?plan={ONE}&year=2030", "turn": reader}


def test_what_is_lost_is_of_one_kind_and_what_is_kept_of_another(store: Store) -> None:
    found = named(view_of(key(save(store)), NOBODY, "skills-firms"))
    assert [type(one) for one in found] == [Kept, Lost]
