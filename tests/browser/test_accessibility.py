"""axe finds nothing on any page, in either language, at any size."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import OpenPage


@pytest.mark.parametrize("lang", ["en", "km"])
@pytest.mark.parametrize(
    ("path", "width"),
    [
        ("/", 1440),
        ("/", 390),
        ("/?province=01&show=sezs,agro_clusters,crossings,corridors", 1440),
        ("/?layer=zzz", 1440),
        ("/?layer=poverty_cards&digits=khmer", 1920),
        ("/mismatch", 1440),
        ("/mismatch", 390),
        ("/mismatch?reach_km=100", 1440),
        ("/mismatch?reach_km=100", 390),
        ("/mismatch?basis=unplaced&second=local_clusters&show=sezs&province=06", 1440),
        ("/mismatch?basis=zzz&second=none&digits=khmer", 1920),
        ("/scenarios", 1440),
        ("/scenarios", 390),
        ("/scenarios?goal=cost_per_placement&women=60&most_province=10&basis=unplaced", 390),
        (
            "/scenarios?plan=sez_upgrade:01:70:2026:3,enterprise_fund:SEC-C:60:2027:2&budget=100",
            1440,
        ),
        ("/scenarios?plan=sez_upgrade:01:70:2026:3&province=01&scenarios=plan,best-use", 390),
        ("/scenarios?plan=zzz&year=1999&digits=khmer", 1920),
        ("/province", 390),
        ("/province/01", 390),
        ("/province/20", 1440),
        ("/province/23?basis=unplaced&year=2028&digits=khmer", 1920),
        ("/province/99", 1440),
        ("/data", 1440),
        ("/methods", 390),
        ("/nowhere", 1440),
        ("/?embed=1", 390),
        ("/mismatch?embed=1", 1440),
        ("/methods?embed=1", 390),
    ],
)
def test_axe_finds_nothing(open_page: OpenPage, path: str, width: int, lang: str) -> None:
    opened = open_page(path, width=width, height=900, lang=lang)
    found = Axe().run(opened.page)
    assert found.violations_count == 0, found.generate_report()
