"""Who may show a page in a frame: the setting, and the headers that follow from it."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import create_app
from dashboard.components.embed import whole_link
from dashboard.framing import HostsError, content_security_policy, read_hosts
from dashboard.page import find, pages
from dashboard.settings import SettingError, Settings, read_settings
from dashboard.shell import screen
from dashboard.static_html import to_html

SITES = "https://example.org http://localhost:8075"
Ask = Callable[..., httpx.Response]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    database = tmp_path_factory.mktemp("store") / "atlas.db"
    dash = create_app(Settings(database_url=f"sqlite:///{database}", embed_hosts=SITES))
    transport = httpx.ASGITransport(app=dash.server, raise_app_exceptions=False)
    with asyncio.Runner() as runner:
        client = httpx.AsyncClient(transport=transport, base_url="http://atlas.test")

        def ask(path: str, method: str = "GET") -> httpx.Response:
            return runner.run(client.request(method, path))

        yield ask
        runner.run(client.aclose())


def ancestors(answer: httpx.Response) -> str:
    policy = answer.headers["content-security-policy"]
    return policy.partition("frame-ancestors ")[2]


@pytest.mark.parametrize("path", list(pages()))
def test_a_page_that_is_embedded_may_be_shown_by_the_sites_that_are_named(
    ask: Ask, path: str
) -> None:
    for method in ("GET", "HEAD"):
        answer = ask(f"{path}?embed=1", method)
        assert ancestors(answer) == f"'self' {SITES}"
        assert "x-frame-options" not in answer.headers
        assert "script-src 'self' 'sha256-" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/?embed=0", "/?embed=2", "/?embed=", "/?embed=0&embed=1", "/?EMBED=1"),
        *("/nothing?embed=1", "/export/map.csv?embed=1", "/health?embed=1", "/api/docs?embed=1"),
        *("/assets/icon.svg?embed=1", f"/?embed=1{'&x=1' * 70}"),
    ],
)
def test_nothing_else_may_be_shown_by_others(ask: Ask, path: str) -> None:
    answer = ask(path)
    assert ancestors(answer) == "'self'"
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"


def test_without_the_setting_nobody_else_may(tmp_path: Path) -> None:
    assert read_hosts(Settings().embed_hosts) == ()
    assert content_security_policy(()).endswith("frame-ancestors 'self'")


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("none", ()),
        ("*", ("*",)),
        ("https://www.cdri.org.kh/", ("https://www.cdri.org.kh",)),
        (
            "https://A.org  https://*.b.org:8443 https://a.org",
            ("https://a.org", "https://*.b.org:8443"),
        ),
        ("http://localhost:8075 http://[::1]:80", ("http://localhost:8075", "http://[::1]:80")),
    ],
)
def test_web_sites_are_read(text: str, hosts: tuple[str, ...]) -> None:
    assert read_hosts(text) == hosts
    assert read_settings({"ATLAS_EMBED_HOSTS": text}).embed_hosts == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        *("example.org", "https://", "https://a.org/path", "https://a.org?x=1", "ftp://a.org"),
        *("* https://a.org", "none https://a.org", "https://*", "https://a.*.org", "'none'"),
        *("https://a.org; script-src *", "https://a.org,https://b.org", "https://a.org:99999"),
        *("https://a.org:0", "https://user@a.org", "https://ខ្មែរ.org", "data:", "https://-a.org"),
        " ".join(f"https://a{at}.org" for at in range(21)),
    ],
)
def test_what_no_browser_would_understand_stops_the_start(text: str) -> None:
    with pytest.raises(SettingError) as told:
        read_settings({"ATLAS_EMBED_HOSTS": text})
    said = str(told.value)
    assert said.startswith("ATLAS_EMBED_HOSTS is ") and "https://example.org" in said
    assert "\n" not in said and len(said) < 250


@given(st.text(max_size=60))
def test_no_text_can_add_to_the_policy(text: str) -> None:
    try:
        hosts = read_hosts(text)
    except HostsError:
        return
    policy = content_security_policy((), hosts=hosts)
    assert policy.count(";") == content_security_policy(()).count(";")
    assert policy.isascii() and policy.isprintable()


@pytest.mark.parametrize("path", list(pages()))
@pytest.mark.parametrize("lang", ["en", "km"])
def test_an_embedded_page_has_its_content_and_no_frame(path: str, lang: str) -> None:
    page = pages()[path]
    whole = to_html(screen(page, page.view(f"?lang={lang}")))
    alone = to_html(screen(page, page.view(f"?lang={lang}&embed=1")))
    assert 'class="bar-top"' in whole and "<nav" in whole and 'class="embed-offer"' in whole
    assert 'class="bar-top"' not in alone and 'class="embed-offer"' not in alone
    assert "<h1" in alone and 'target="_blank"' in alone


@pytest.mark.parametrize("path", [*pages(), "/province/01"])
def test_every_link_within_an_embedded_page_stays_embedded(path: str) -> None:
    found = find(path, "?embed=1&lang=km")
    drawn = to_html(screen(found.page, found.view))
    inside = drawn.split("<a data-inside")[1:]
    links = [part.partition('href="')[2].partition('"')[0] for part in inside]
    assert links and all("embed=1" in link for link in links), links


def test_the_way_to_the_whole_page_keeps_the_view_and_cannot_break_out() -> None:
    page = pages()["/"]
    search = '?embed=1&layer=vacancies&x="><script>alert(1)</script>'
    drawn = to_html(screen(page, page.view(search)))
    assert "<script" not in drawn
    assert whole_link("/", search).startswith("/?layer=vacancies&x=%22%3E%3Cscript")
    assert whole_link("/", "?embed=1") == "/"


@given(st.text())
def test_any_query_gives_an_address(search: str) -> None:
    link = whole_link("/", search)
    assert link.isascii() and not set(link) & set("<>\"' ")


def test_those_who_may_are_named_in_the_foot() -> None:
    page = pages()["/"]
    view = page.view("?lang=km&digits=khmer")
    assert "<code>http://localhost:8075</code>" in to_html(
        screen(page, view, hosts=["http://localhost:8075"])
    )
    told = {to_html(screen(page, view, hosts=hosts)) for hosts in ((), ("*",))}
    assert len(told) == 2
