"""The browser and the server read a URL the same way."""

from urllib.parse import urlencode

from dashboard.mismatch_view import choices
from dashboard.pages.mismatch import PAGE
from dashboard.pages.scenarios import PAGE as SCENARIOS
from dashboard.scenario_controls import offered
from dashboard.scenarios.asked import PLAN
from dashboard.scenarios.played import library
from dashboard.scenarios.saved_key import read_key
from dashboard.state import AGES, BASES, read_view
from dashboard.world import world
from tests.browser.conftest import OpenPage

SEARCHES = [
    "",
    "?layer=vacancies",
    "?layer=vacancies&measure=per_1000",
    "?layer=vacancies&measure=women",
    "?layer=crop_base&measure=cashew&show=none&province=25",
    "?layer=sezs",
    "?layer=corridors&show=crossings",
    "?layer=zzz&measure=zzz&show=zzz,crossings&province=99",
    "?show=",
    "?show=crossings,crossings,sezs",
    "?province=",
    "?" + urlencode({"layer": "<b>", "province": "០១", "show": "sezs,,agro_clusters"}),
    "?layer=population&layer=vacancies",
    "?digits=khmer&lang=km&layer=formal_jobs",
]


def test_both_read_the_same_view(open_page: OpenPage) -> None:
    page = open_page("/").page
    choices = world().choices
    offered = {
        "layers": {
            key: {"measures": [{"value": measure} for measure in measures]}
            for key, measures in choices.measures.items()
        },
        "overlays": list(choices.overlays),
        "provinces": list(choices.provinces),
        "shown_first": list(choices.shown_first),
    }
    for search in SEARCHES:
        view = read_view(search, choices=choices)
        read = page.evaluate(
            "([search, choices]) =>"
            " window.dash_clientside.atlas.read(new URLSearchParams(search), choices)",
            [search, offered],
        )
        assert read == {
            "layer": view.layer,
            "measure": view.measure,
            "show": list(view.show),
            "province": view.province,
        }, search


OF_MISMATCH = [
    "",
    "?basis=unplaced&ages=up_to_45",
    "?basis=zzz&ages=&measure=&second=",
    "?measure=shen_access&second=none&show=sezs,corridors&province=07",
    "?measure=pair&second=pair",
    "?measure=seekers&measure=gap",
    "?second=local_clusters&show=none",
    "?show=none,sezs,zzz,sezs",
    "?layer=sezs",
    "?layer=returnees&province=99",
    "?reach_km=100&min_transfer=0.6&alpha=0.35",
    "?reach_km=75.0&alpha=0.50",
    "?reach_km=1e2",
    "?reach_km=0x50",
    "?reach_km=%2075&alpha=0.6%20",
    "?reach_km=+80",
    "?" + urlencode({"reach_km": "\u0667\u0665", "alpha": "\u17e0.\u17e6"}),
    "?reach_km=-5&decay_per_km=.006",
    "?reach_km=75.1234567",
    "?reach_km=99.123456&road_factor=1.600001",
    "?reach_km=80%0A&min_transfer=00000.6",
    "?reach_km=19.999999&alpha=0.7&alpha=0.3",
    "?reach_km=NaN&alpha=Infinity&road_factor=",
    "?skills_services=100&skills_construction=100.1&jobs_services=0&jobs_construction=0.000001",
    "?jobs_services=10&reach_km=100",
    "?min_transfer=0.7&constructor=5&__proto__=1",
]


def test_both_read_the_same_mismatch(open_page: OpenPage) -> None:
    page = open_page("/mismatch").page
    allowed = choices()
    offered = {
        "bases": list(BASES),
        "ages": list(AGES),
        "measures": list(allowed.measures["mismatch"]),
        "seconds": list(allowed.seconds),
        "overlays": list(allowed.overlays),
        "provinces": list(allowed.provinces),
        "assumptions": {
            key: {"low": one.low, "high": one.high, "first": one.first}
            for key, one in allowed.assumptions.items()
        },
    }
    told = {}
    for search in OF_MISMATCH:
        view = PAGE.view(search)
        browser = page.evaluate(
            "([search, choices]) => window.dash_clientside.atlas"
            ".readMismatch(new URLSearchParams(search), choices)",
            [search, offered],
        )
        server = {
            "basis": view.basis,
            "ages": view.ages,
            "measure": view.measure,
            "second": view.second,
            "show": list(view.show),
            "province": view.province,
            "assumed": dict(view.assumed),
        }
        if browser != server or list(browser["assumed"]) != [key for key, _ in view.assumed]:
            told[search] = (browser, server)
    assert told == {}


OF_SCENARIOS = [
    "",
    "?scenarios=plan,skills-firms",
    "?scenarios=nowhere,skills-firms,plan,best-use,do-nothing",
    "?scenarios=plan,plan,,none,best-use",
    "?scenarios=k7m2p4q8r3s5t6u9.2,plan",
    "?scenarios=k7m2p4q8r3s5t6u9.0,k7m2p4q8r3s5t6u9.01,k7m2p4q8r3s5t6u9,k7m2p4q8r3s5t6u9.",
    "?scenarios=i7m2p4q8r3s5t6u9.1,K7M2P4Q8R3S5T6U9.1,k7m2p4q8r3s5t6u9.1.1,k7m2p4q8r3s5t6u9.999",
    "?scenarios=k7m2p4q8r3s5t6u9.1234567890,k7m2p4q8r3s5t6u9.123456789,xk7m2p4q8r3s5t6u9.1",
    "?" + urlencode({"scenarios": "k7m2p4q8r3s5t6u9.៣,k7m2p4q8r3s5t6u9.1\n,plan"}),
    "?scenarios=skills-firms&scenarios=plan",
]


def test_both_read_the_same_scenarios(open_page: OpenPage) -> None:
    page = open_page("/scenarios").page
    told = {}
    for search in OF_SCENARIOS:
        view = SCENARIOS.view(search)
        browser = page.evaluate(
            "([search, offered]) => window.dash_clientside.atlas"
            ".readScenarios(new URLSearchParams(search), offered).compared",
            [search, offered()],
        )
        known = (PLAN, *library())
        server = [key for key in view.scenarios if key in known or read_key(key)]
        if browser != server:
            told[search] = (browser, server)
    assert told == {}
