"""Signing in through a provider of OpenID Connect that runs beside the tests."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from joserfc.jwk import RSAKey

from dashboard.store import accounts, audit, scenarios
from tests.dashboard.accounts.provider import CLIENT, Provider, provided
from tests.dashboard.accounts.provider import SECRET as CLIENT_SECRET
from tests.dashboard.accounts.served import SECRET, Atlas, Browser, atlas

ROLES = "groups:atlas-editors=editor groups:atlas-stewards=steward title:Chief%20clerk=editor"
BEGIN, BACK = "/sign-in/ministry", "/sign-in/ministry/back"


@pytest.fixture
def provider() -> Iterator[Provider]:
    with provided() as running:
        yield running


@pytest.fixture
def served(provider: Provider, tmp_path: Path) -> Iterator[Atlas]:
    with atlas(
        tmp_path,
        host="0.0.0.0",
        secret=SECRET,
        oidc_issuer=provider.issuer,
        oidc_client_id=CLIENT,
        oidc_client_secret=CLIENT_SECRET,
        oidc_roles=ROLES,
    ) as running:
        yield running


def away(browser: Browser, **more: str) -> str:
    """Begin, and come back from the provider: the address that it sends the browser to."""
    begun = browser.get(BEGIN, params=more)
    assert begun.status_code == 303, begun.text
    there = httpx.get(begun.headers["location"])
    assert there.status_code == 303
    back = urlsplit(there.headers["location"])
    assert f"{back.scheme}://{back.netloc}{back.path}" == f"http://atlas.test{BACK}"
    return f"{back.path}?{back.query}"


def signed_in(browser: Browser) -> bool:
    return browser.get("/account").status_code == 200


def test_somebody_of_the_ministry_signs_in_and_saves(served: Atlas, provider: Provider) -> None:
    browser = served.browser()
    assert "Sign in through the ministry" in browser.get("/sign-in").text
    assert provider.asked == [], "nobody is asked before somebody chooses this way"
    answer = browser.get(away(browser, next="/scenarios?lang=km"))
    assert answer.status_code == 303 and answer.headers["location"] == "/scenarios?lang=km"
    page = browser.get("/account").text
    assert "Sok Dara: editor, signed in through the ministry." in page
    assert "Present password" not in page
    assert "is saved" in browser.press("create")
    assert scenarios.listing(served.store).entries[0].author == "Sok Dara"
    assert {one.how for one in audit.entries(served.store)} >= {"ministry"}
    assert browser.send("/sign-out").status_code == 303 and not signed_in(browser)


def test_the_way_there_says_what_it_should(served: Atlas, provider: Provider) -> None:
    browser = served.browser()
    begun = browser.get(BEGIN)
    asked = parse_qs(urlsplit(begun.headers["location"]).query)
    assert asked["client_id"] == [CLIENT] and asked["response_type"] == ["code"]
    assert asked["code_challenge_method"] == ["S256"] and len(asked["code_challenge"][0]) == 43
    assert len(asked["state"][0]) >= 32 and len(asked["nonce"][0]) >= 32
    told = begun.headers["set-cookie"].lower()
    assert "httponly" in told and "samesite=lax" in told and "path=/sign-in/ministry" in told
    assert CLIENT_SECRET not in begun.headers["location"]
    again = parse_qs(urlsplit(browser.get(BEGIN).headers["location"]).query)
    for part in ("state", "nonce", "code_challenge"):
        assert again[part] != asked[part]


@pytest.mark.parametrize(
    ("held", "role"),
    [
        ({"groups": ["atlas-editors", "atlas-stewards"]}, "steward"),
        ({"groups": "atlas-editors"}, "editor"),
        ({"groups": [], "title": "Chief clerk"}, "editor"),
    ],
)
def test_claims_make_the_role(
    served: Atlas, provider: Provider, held: dict[str, Any], role: str
) -> None:
    provider.person |= held
    browser = served.browser()
    assert browser.get(away(browser)).status_code == 303
    assert [one.role for one in accounts.listing(served.store)] == [role]


@pytest.mark.parametrize("held", [[], ["atlas"], {"atlas-editors": 1}, None, "atlas-editors "])
def test_who_brings_no_such_claim_gets_no_role(
    served: Atlas, provider: Provider, held: Any
) -> None:
    provider.person["groups"] = held
    browser = served.browser()
    answer = browser.get(away(browser))
    assert answer.status_code == 403 and "gives you no role here" in answer.text
    assert not signed_in(browser) and accounts.listing(served.store) == ()


def test_a_role_that_the_ministry_takes_back_is_gone_with_the_next_sign_in(
    served: Atlas, provider: Provider
) -> None:
    provider.person["groups"] = ["atlas-stewards"]
    browser = served.browser()
    browser.get(away(browser))
    assert browser.get("/audit").status_code == 200
    provider.person["groups"] = ["atlas-editors"]
    other = served.browser()
    other.get(away(other))
    assert browser.get("/audit").status_code == 403
    assert len(accounts.listing(served.store)) == 1


def _nonce(claims: dict[str, Any]) -> None:
    claims["nonce"] = "another"


def _no_nonce(claims: dict[str, Any]) -> None:
    del claims["nonce"]


def _audience(claims: dict[str, Any]) -> None:
    claims["aud"] = "another client"


def _several(claims: dict[str, Any]) -> None:
    claims["aud"] = [CLIENT, "another client"]


def _party(claims: dict[str, Any]) -> None:
    claims["azp"] = "another client"


def _issuer(claims: dict[str, Any]) -> None:
    claims["iss"] = "https://evil.example"


def _expired(claims: dict[str, Any]) -> None:
    claims["exp"] = claims["iat"] - 3600


def _early(claims: dict[str, Any]) -> None:
    claims["iat"] += 3600


def _nobody(claims: dict[str, Any]) -> None:
    del claims["sub"]


def _blank(claims: dict[str, Any]) -> None:
    claims["sub"] = ""


def _endless(claims: dict[str, Any]) -> None:
    del claims["exp"]


@pytest.mark.parametrize(
    "twist",
    [
        _nonce,
        _no_nonce,
        _audience,
        _several,
        _party,
        _issuer,
        _expired,
        _early,
        _nobody,
        _blank,
        _endless,
    ],
)
def test_a_token_that_is_not_for_this_sign_in_is_refused(
    served: Atlas, provider: Provider, twist: Callable[[dict[str, Any]], None]
) -> None:
    provider.twist = twist
    _refused(served)


def _refused(served: Atlas) -> None:
    browser = served.browser()
    answer = browser.get(away(browser))
    assert answer.status_code == 401 and "could not be checked" in answer.text
    assert not signed_in(browser) and accounts.listing(served.store) == ()


def test_a_key_that_the_provider_does_not_have_is_refused(
    served: Atlas, provider: Provider
) -> None:
    provider.signing = RSAKey.generate_key(2048)
    provider.signing.ensure_kid()
    _refused(served)


def test_a_key_with_the_name_of_the_right_one_is_refused(served: Atlas, provider: Provider) -> None:
    provider.signing = RSAKey.generate_key(2048, parameters={"kid": str(provider.key.kid)})
    _refused(served)


def test_a_token_that_nobody_signed_is_refused(
    served: Atlas, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Provider.token

    def unsigned(self: Provider, nonce: str) -> str:
        _, payload, _ = real(self, nonce).split(".")
        return f"eyJhbGciOiJub25lIn0.{payload}."

    monkeypatch.setattr(Provider, "token", unsigned)
    _refused(served)


def test_a_new_key_is_taken_when_it_is_first_met(served: Atlas, provider: Provider) -> None:
    first = served.browser()
    first.get(away(first))
    provider.renew()
    second = served.browser()
    assert second.get(away(second)).status_code == 303 and signed_in(second)


def test_an_answer_counts_once(served: Atlas, provider: Provider) -> None:
    browser = served.browser()
    address = away(browser)
    assert browser.get(address).status_code == 303
    assert browser.get(address).status_code == 401
    kept = dict(browser.client.cookies)
    other = served.browser()
    address = away(other)
    journey = other.client.cookies["atlas_ministry"]
    other.get(address)
    third = served.browser()
    third.client.cookies.set("atlas_ministry", journey, domain="atlas.test")
    answer = third.get(address)
    assert answer.status_code == 401 and not signed_in(third), "the code was used already"
    assert kept


def test_an_answer_that_another_browser_began_is_refused(served: Atlas) -> None:
    attacker, victim = served.browser(), served.browser()
    address = away(attacker)
    assert victim.get(address).status_code == 401 and not signed_in(victim)
    away(victim)
    assert victim.get(address).status_code == 401 and not signed_in(victim)


@pytest.mark.parametrize("query", ["", "?code=x", "?state=", "?code=&state=x", "?error=y&state=x"])
def test_an_answer_without_its_parts_is_refused(served: Atlas, query: str) -> None:
    browser = served.browser()
    browser.get(BEGIN)
    assert browser.get(f"{BACK}{query}").status_code == 401


def test_who_cancels_there_is_told_so(served: Atlas) -> None:
    browser = served.browser()
    begun = browser.get(BEGIN)
    state = parse_qs(urlsplit(begun.headers["location"]).query)["state"][0]
    answer = browser.get(BACK, params={"error": "access_denied", "state": state})
    assert answer.status_code == 401 and "was cancelled" in answer.text


def test_nobody_is_sent_on_to_another_site(served: Atlas) -> None:
    browser = served.browser()
    assert browser.get(away(browser, next="//evil.example")).headers["location"] == "/"


def test_a_provider_that_calls_itself_otherwise_is_refused(
    served: Atlas, provider: Provider
) -> None:
    provider.told = {"issuer": "https://evil.example"}
    answer = served.browser().get(BEGIN)
    assert answer.status_code == 401 and "could not be checked" in answer.text


def test_a_provider_that_is_away_is_told_and_passwords_still_work(tmp_path: Path) -> None:
    with provided() as gone:
        issuer = gone.issuer
    settings = {
        "host": "0.0.0.0",
        "secret": SECRET,
        "oidc_issuer": issuer,
        "oidc_client_id": CLIENT,
        "oidc_client_secret": CLIENT_SECRET,
        "oidc_roles": ROLES,
    }
    with atlas(tmp_path, **settings) as served:
        answer = served.browser().get(BEGIN)
        assert answer.status_code == 503 and "does not answer" in answer.text
        served.signed_in("By Password", "editor")


def test_without_the_settings_there_is_no_such_way(public: Atlas) -> None:
    browser = public.browser()
    assert "ministry" not in browser.get("/sign-in").text
    for path in (BEGIN, BACK):
        assert browser.get(path).status_code == 404
