"""At the laptop itself nobody signs in; whatever comes from elsewhere is not taken for it."""

from pathlib import Path

import pytest

from dashboard.desk.route_paths import ACCEPT, CHECK, RESTORE
from dashboard.registry.route_paths import EVERY
from dashboard.settings import SettingError, Settings
from dashboard.store import audit, scenarios
from tests.dashboard.accounts.served import SECRET, Atlas, atlas
from tests.dashboard.desk.test_route import body

HERE = "http://127.0.0.1:8050"


@pytest.mark.parametrize("site", [HERE, "http://localhost:8050", "http://[::1]:8050"])
@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.2", "::1", "::ffff:127.0.0.1"])
def test_at_this_machine_everything_is_open(laptop: Atlas, address: str, site: str) -> None:
    browser = laptop.browser(address, site=site)
    assert "is saved, as version 1" in browser.press("create")
    assert browser.ask("POST", CHECK, content=body()).json()["usable"]
    assert browser.get("/accounts").status_code == 200
    page = browser.get("/audit").text
    assert "at the atlas" in page and "saved a new scenario" in page
    assert "Sign in" not in browser.get("/").text


@pytest.mark.parametrize(
    ("address", "site", "headers"),
    [
        ("192.0.2.7", HERE, {}),
        ("127.0.0.1", "http://atlas.test", {}),
        ("127.0.0.1", "http://127.0.0.1.evil.example", {}),
        ("127.0.0.1", HERE, {"X-Forwarded-For": "192.0.2.7"}),
        ("127.0.0.1", HERE, {"X-Forwarded-For": "127.0.0.1"}),
        ("127.0.0.1", HERE, {"Forwarded": "for=192.0.2.7"}),
        ("127.0.0.1", HERE, {"Via": "1.1 proxy"}),
    ],
)
def test_what_may_come_from_elsewhere_is_nobody(
    laptop: Atlas, address: str, site: str, headers: dict[str, str]
) -> None:
    browser = laptop.browser(address, site=site)
    browser.client.headers.update(headers)
    before = scenarios.listing(laptop.store).total
    assert "Only an editor or a steward" in browser.press("create")
    assert scenarios.listing(laptop.store).total == before
    for path in (CHECK, ACCEPT, *EVERY):
        assert browser.ask("POST", path, content=body()).status_code == 401
    assert browser.ask("POST", RESTORE, json={"who": "A"}).status_code == 401
    for path in ("/accounts", "/audit", "/audit/log.csv", "/audit/log.xlsx"):
        assert browser.get(path).status_code == 401
    assert browser.get("/").status_code == 200


def test_another_site_cannot_act_for_who_sits_here(laptop: Atlas) -> None:
    browser = laptop.browser("127.0.0.1", site=HERE)
    for origin in ("http://evil.example", "null", "http://127.0.0.1:9999"):
        answer = browser.ask("POST", "/accounts/add", data={}, headers={"Origin": origin})
        assert answer.status_code == 403


def test_behind_a_proxy_this_machine_is_no_longer_trusted(tmp_path: Path) -> None:
    with atlas(tmp_path, proxy="yes", secret=SECRET) as behind:
        browser = behind.browser("127.0.0.1", site=HERE)
        assert browser.get("/audit").status_code == 401
        browser.client.headers["X-Forwarded-For"] = "127.0.0.1"
        assert browser.get("/audit").status_code == 401
        assert "Only an editor" in browser.press("create")
        behind.account("Sok", "editor")
        browser.client.headers["X-Forwarded-Proto"] = "https"
        browser.client.headers["Host"] = "atlas.example.org"
        answer = browser.ask("POST", "/sign-in", data={"name": "Sok", "password": "x"})
        assert answer.status_code == 401
        right = {"name": "Sok", "password": "a fine password to have"}
        cookie = browser.ask("POST", "/sign-in", data=right).headers["set-cookie"]
        assert cookie.startswith("__Host-atlas_session=") and "; Secure" in cookie


def test_the_laptop_has_a_secret_of_its_own(laptop: Atlas, tmp_path: Path) -> None:
    from dashboard.accounts.secret import NONE, secret_of

    first = secret_of(NONE, folder=tmp_path)
    assert len(first) >= 32 and secret_of(NONE, folder=tmp_path) == first
    assert (tmp_path / "secret").stat().st_mode & 0o077 == 0
    assert secret_of(SECRET, folder=tmp_path) == SECRET


def test_an_app_made_without_the_environment_is_refused_too(tmp_path: Path) -> None:
    with (
        pytest.raises(SettingError, match="ATLAS_SECRET is shorter"),
        atlas(tmp_path, host="0.0.0.0", secret="Wx7"),
    ):
        pass
    assert Settings().secret == "none"


def test_in_a_hall_whoever_sits_at_the_laptop_presents_and_phones_read(tmp_path: Path) -> None:
    with atlas(tmp_path, host="0.0.0.0") as hall:
        laptop, phone = hall.browser("127.0.0.1", site=HERE), hall.browser("192.168.8.23")
        made = laptop.ask("POST", "/rooms", json={"lang": "km"})
        assert made.status_code == 201
        refused = phone.ask("POST", "/rooms", json={"lang": "km"})
        assert refused.status_code == 401 and "Sign in" in refused.json()["said"]["en"]
        assert phone.get(f"/join/{made.json()['code']}").status_code == 200
        assert phone.ask("POST", "/workshop/stories", json={"story": {}}).status_code == 401
        assert "sign-in" in phone.get("/workshop").text
        assert "sign-in" not in laptop.get("/workshop").text
        told = audit.entries(hall.store, act="room_open")
        assert [one.how for one in told] == ["here"]


def test_every_line_of_the_laptop_says_where_it_was_written(laptop: Atlas) -> None:
    laptop.browser("127.0.0.1", site=HERE).press("create")
    assert audit.entries(laptop.store, act="scenario_create")[0].how == "here"
