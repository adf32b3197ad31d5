"""Each proxy as deploy/ sets it up, before the real atlas: what reaches it, and what does not."""

import json
import re
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from dashboard.accounts.passwords import kept
from dashboard.store import Store, accounts
from tests.deploy.files import (
    DEPLOY,
    NAME,
    SECRET,
    certificate,
    free_port,
    program,
    running,
    worker,
)

pytestmark = pytest.mark.slow
PASSWORD = "a fine password to have"


@contextmanager
def nginx(folder: Path, *, to: int, more: Sequence[int] = ()) -> Iterator[str]:
    """nginx with the file of deploy/, on ports of its own; `more`: ports of other workers."""
    found = program("nginx")
    plain, port = free_port(), free_port()
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    text = re.sub(r"^ *listen \[::\].*\n", "", text, flags=re.M)
    others = "".join(f" server 127.0.0.1:{port};" for port in more)
    changes = {
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "listen 443 ssl": f"listen 127.0.0.1:{port} ssl",
        "server 127.0.0.1:8050;": f"server 127.0.0.1:{to};{others}",
        "/etc/ssl/corridor-atlas": str(folder),
    }
    for before, after in changes.items():
        assert before in text
        text = text.replace(before, after)
    (folder / "site.conf").write_text(text, encoding="utf-8")
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = folder / "nginx.conf"
    whole.write_text(
        f"daemon off; master_process off; pid {folder}/pid; error_log {folder}/log;"
        f"events {{}} http {{ access_log off; {temporary} include {folder}/site.conf; }}\n",
        encoding="utf-8",
    )
    checked = subprocess.run(
        [found, "-t", "-c", whole], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stderr
    address = f"https://127.0.0.1:{port}"
    with running(found, "-c", str(whole), more={}, until=f"{address}/health"):
        moved = httpx.get(f"http://127.0.0.1:{plain}/?lang=km", headers={"host": NAME})
        assert moved.headers["location"] == f"https://{NAME}/?lang=km"
        yield address


@contextmanager
def caddy(folder: Path, *, to: int, more: Sequence[int] = ()) -> Iterator[str]:
    """Caddy with the file of deploy/, on a port and with a certificate of its own."""
    found = program("caddy")
    port = free_port()
    text = (DEPLOY / "Caddyfile").read_text(encoding="utf-8")
    site = f"{NAME} {{\n"
    assert site in text and "127.0.0.1:8050" in text
    own = f"bind 127.0.0.1\n\ttls {folder}/certificate.pem {folder}/key.pem"
    text = text.replace(site, f"https://{NAME}:{port}, https://127.0.0.1:{port} {{\n\t{own}\n")
    ports = [f"127.0.0.1:{port}" for port in (to, *more)]
    text = text.replace("127.0.0.1:8050", " ".join(ports))
    whole = folder / "Caddyfile"
    whole.write_text(
        "{\n\tadmin off\n\tauto_https disable_redirects\n\tskip_install_trust\n"
        f"\tstorage file_system {folder}/caddy\n\tdefault_sni {NAME}\n}}\n{text}",
        encoding="utf-8",
    )
    arguments = ("--adapter", "caddyfile", "--config", str(whole))
    for command in (
        [found, "validate", *arguments],
        [found, "validate", "--adapter", "caddyfile", "--config", str(DEPLOY / "Caddyfile")],
    ):
        checked = subprocess.run(command, capture_output=True, text=True, check=False)
        assert checked.returncode == 0, checked.stderr
    address = f"https://127.0.0.1:{port}"
    with running(found, "run", *arguments, more={"HOME": str(folder)}, until=f"{address}/health"):
        yield address


@pytest.fixture(scope="module", params=[nginx, caddy], ids=["nginx", "caddy"])
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[httpx.Client]:
    """A browser before the proxy before the atlas, and an editor in its database."""
    folder = tmp_path_factory.mktemp("proxied")
    certificate(folder)
    start: Callable[..., Any] = request.param
    url = f"sqlite:///{folder}/atlas.db"
    store = Store.open(url)
    hashed = kept(PASSWORD, name="Sok Dara")
    accounts.add(store, name="Sok Dara", role="steward", password=hashed)
    store.close()
    given = {"ATLAS_SECRET": SECRET, "ATLAS_PROXY": "yes", "ATLAS_DATABASE_URL": url}
    with (
        worker(given) as port,
        start(folder, to=port) as address,
        httpx.Client(base_url=address, verify=False, headers={"host": NAME}, timeout=60) as client,
    ):
        yield client


def test_pages_come_through_with_the_headers_of_both(site: httpx.Client) -> None:
    answer = site.get("/")
    assert answer.status_code == 200 and "DashRenderer" in answer.text
    assert answer.headers["strict-transport-security"] == "max-age=31536000"
    assert "default-src" in answer.headers["content-security-policy"]
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers.get("server", "nginx") in ("nginx", "Caddy")


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"x-forwarded-for": "127.0.0.1"},
        {"x-forwarded-for": "127.0.0.1, 127.0.0.1", "x-forwarded-proto": "http"},
        {"host": "127.0.0.1"},
        {"host": "localhost", "x-forwarded-for": "127.0.0.1"},
    ],
    ids=str,
)
def test_nobody_is_taken_for_sitting_at_the_machine(
    site: httpx.Client, told: dict[str, str]
) -> None:
    answer = site.get("/audit", headers=told)
    assert answer.status_code in (401, 404, 421) or not answer.text, answer.status_code
    assert site.get("/audit").status_code == 401


def test_a_session_is_good_for_https_alone(site: httpx.Client) -> None:
    form = {"name": "Sok Dara", "password": PASSWORD}
    answer = site.post("/sign-in", data=form, headers={"origin": f"https://{NAME}"})
    assert answer.status_code == 303
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-") and {"Secure", "HttpOnly"} <= set(cookie.split("; "))
    session = cookie.partition(";")[0]
    assert site.get("/audit", headers={"cookie": session}).status_code == 200


def test_another_site_is_refused_through_the_proxy_too(site: httpx.Client) -> None:
    for origin, status in (("https://evil.test", 403), (f"https://{NAME}", 400)):
        answer = site.post(
            "/_dash-update-component",
            content=json.dumps({}),
            headers={"content-type": "application/json", "origin": origin},
        )
        assert answer.status_code == status, answer.text


def test_the_limits_of_a_body_are_those_of_the_atlas(site: httpx.Client) -> None:
    answer = site.post("/methods", content=b"x" * 3_000_000)
    assert answer.status_code == 413 and "1024 kB" in answer.text


FORGIVEN_READERS, FORGIVEN_SECONDS = 4, 2.5


@pytest.mark.parametrize("start", [nginx, caddy], ids=["nginx", "caddy"])
def test_whoever_stays_with_a_worker_that_has_died_gets_the_other(
    tmp_path: Path, start: Callable[..., Any]
) -> None:
    """A reader's address says which worker; with these, some are sure to have had the dead one."""
    certificate(tmp_path)
    given = {
        "ATLAS_SECRET": SECRET,
        "ATLAS_PROXY": "yes",
        "ATLAS_DATABASE_URL": f"sqlite:///{tmp_path}/atlas.db",
    }
    with worker(given) as port, start(tmp_path, to=port, more=[free_port()]) as address:
        for number in range(12):
            own = httpx.HTTPTransport(local_address=f"127.0.{number}.{number + 1}", verify=False)
            headers = {"host": NAME, "origin": f"https://{NAME}"}
            with httpx.Client(
                base_url=address, transport=own, headers=headers, timeout=60
            ) as reader:
                assert reader.get("/health").status_code == 200
                if number < FORGIVEN_READERS:  # by then the proxy tries the dead one again
                    time.sleep(FORGIVEN_SECONDS)
                wrong = {"name": "Nobody", "password": "not the password"}
                assert reader.post("/sign-in", data=wrong).status_code in (401, 429)
