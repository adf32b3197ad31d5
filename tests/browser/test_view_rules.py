"""The browser and the server read a URL the same way."""

from urllib.parse import urlencode

from dashboard.state import read_view
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
