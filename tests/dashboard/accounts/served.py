"""The real app as several people ask it, each from their own machine with their own browser."""

import asyncio
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from dash import Dash

from app import create_app
from dashboard import saved_ids
from dashboard.accounts.passwords import kept
from dashboard.accounts.who import COMMAND, being
from dashboard.settings import Settings
from dashboard.store import Account, Role, Store, accounts

SECRET = "r5Vq0pXzT8nLw2KdYb7MfJ4uHs9GcA1e"
SITE = "http://atlas.test"
PASSWORD = "a fine password to have"
PLAN = "?plan=enterprise_fund:02:20:2026:3"


@dataclass(frozen=True)
class Atlas:
    """One running app, and its store as the command line sees it."""

    dash: Dash
    runner: asyncio.Runner
    store: Store

    def browser(self, address: str = "192.0.2.7", *, site: str = SITE) -> "Browser":
        """A new browser at this address."""
        transport = httpx.ASGITransport(
            app=self.dash.server,
            client=(address, 40_000),
            raise_app_exceptions=False,
        )
        return Browser(self, httpx.AsyncClient(transport=transport, base_url=site))

    def account(self, name: str, role: Role, *, password: str = PASSWORD) -> Account:
        """A new account, made at the command line."""
        with being(COMMAND):
            hashed = kept(password, name=name)
            return accounts.add(self.store, name=name, role=role, password=hashed)

    def signed_in(self, name: str, role: Role, *, address: str = "192.0.2.7") -> "Browser":
        """A browser in which a new account is signed in."""
        self.account(name, role)
        browser = self.browser(address)
        assert browser.sign_in(name).status_code == 303
        return browser


@dataclass(frozen=True)
class Browser:
    """One browser, with its cookies."""

    atlas: Atlas
    client: httpx.AsyncClient

    def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        return self.atlas.runner.run(self.client.request(method, path, **more))

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self.ask("GET", path, **more)

    def send(self, path: str, **fields: str) -> httpx.Response:
        """A form of ours, as a browser sends it."""
        origin = str(self.client.base_url).rstrip("/")
        return self.ask("POST", path, data=fields, headers={"Origin": origin})

    def sign_in(self, name: str, password: str = PASSWORD, **more: str) -> httpx.Response:
        return self.send("/sign-in", name=name, password=password, **more)

    def press(self, act: str, *, name: str = "A", search: str = PLAN, author: str = "") -> str:
        """Press a button of saved scenarios; what is said of it, without tags."""
        output = next(
            key
            for key, told in self.atlas.dash.callback_map.items()
            if [one["property"] for one in told["inputs"]] == ["act"]
            and told["inputs"][0]["id"] == saved_ids.ACTS
        )
        told = self.atlas.dash.callback_map[output]
        values = [search, name, "", author, None]
        body = {
            "output": output,
            "outputs": [
                dict(zip(("id", "property"), part.split("."), strict=True))
                for part in output.strip(".").split("...")
            ],
            "inputs": [
                {"id": saved_ids.ACTS, "property": "act", "value": {"text": f"saved:{act}"}}
            ],
            "state": [
                {**one, "value": value} for one, value in zip(told["state"], values, strict=True)
            ],
            "changedPropIds": [f"{saved_ids.ACTS}.act"],
        }
        answer = self.ask("POST", "/_dash-update-component", json=body)
        assert answer.status_code == 200, answer.text
        found = answer.json()["response"]
        said = next(one for key, one in found.items() if key.startswith(saved_ids.SAID))
        return " ".join(re.sub(r"<[^>]+>", " ", said["html"]).split())


@contextmanager
def atlas(folder: Path, **settings: Any) -> Iterator[Atlas]:
    """An atlas with a database of its own."""
    url = f"sqlite:///{folder}/atlas.db"
    dash = create_app(Settings(database_url=url, **settings))
    store = Store.open(url)
    with asyncio.Runner() as runner:
        yield Atlas(dash=dash, runner=runner, store=store)
    store.close()
    for close in dash.server.state.closing:
        close()
