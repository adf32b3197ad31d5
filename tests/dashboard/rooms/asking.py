"""A room as tests talk to it: a presenter, phones, and what they are told."""

import asyncio
import itertools
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any

import httpx
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.accounts.who import HERE, being

OPTIONS = [
    {"key": "road", "en": "Road", "km": "ផ្លូវ"},
    {"key": "zone", "en": "Zone", "km": "តំបន់"},
    {"key": "skills", "en": "Skills", "km": "ជំនាញ"},
]
_COUNT = itertools.count(1)


def question(id: str = "q1", kind: str = "single", **more: Any) -> dict[str, Any]:
    """A question of a kind."""
    options = [] if kind in ("rating", "text") else OPTIONS
    text = {"en": "What first?", "km": "អ្វីមុនគេ?"}
    return {"id": id, "kind": kind, "text": text, "options": options, **more}


def token(number: int) -> str:
    """What the phone of this number holds."""
    return f"{number:032x}"


@dataclass
class Site:
    """The app, asked one after another or all at once."""

    client: httpx.AsyncClient
    runner: asyncio.Runner

    def do(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Wait for something asynchronous."""
        return self.runner.run(work)

    def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        """One request."""
        answer: httpx.Response = self.do(self.client.request(method, path, **more))
        return answer

    def room(self, **more: Any) -> "Presenter":
        """A new room."""
        answer = self.ask("POST", "/rooms", json={"lang": "en", "device": "laptop", **more})
        assert answer.status_code == 201, answer.text
        return Presenter(site=self, made=answer.json())


@dataclass
class Presenter:
    """Who started a room, on one device."""

    site: Site
    made: dict[str, Any]
    device: str = "laptop"
    secret: str = ""

    @property
    def code(self) -> str:
        """The room's code."""
        return str(self.made["code"])

    def ask(self, name: str, **given: Any) -> httpx.Response:
        """An act, whatever comes of it."""
        headers = {
            "X-Room-Secret": self.secret or self.made["secret"],
            "X-Room-Device": self.device,
        }
        path = f"/rooms/{self.code}/acts/{name}"
        return self.site.ask("POST", path, json=given, headers=headers)

    def act(self, name: str, **given: Any) -> dict[str, Any]:
        """An act that is done; the room as the presenter sees it then."""
        answer = self.ask(name, **given)
        assert answer.status_code == 200, answer.text
        told: dict[str, Any] = answer.json()
        return told

    def on(self, device: str) -> "Presenter":
        """The same secret on another device."""
        return Presenter(site=self.site, made=self.made, device=device)

    def look(self, part: str = "events", after: int = 0) -> dict[str, Any]:
        """What the presenter's page sees."""
        query = f"device=laptop&ticket={self.made['ticket']}&after={after}"
        answer = self.site.ask("GET", f"/rooms/{self.code}/presenter/{part}?{query}")
        assert answer.status_code == 200, answer.text
        told: dict[str, Any] = answer.json()
        return told

    def tally(self) -> dict[str, Any]:
        """The tally of the first question, as it is in the database."""
        found: dict[str, Any] = self.look("results")["questions"][0]["tally"]
        return found

    def phone(self, *, joined: bool = True, group: str | None = None) -> "Phone":
        """A new phone, in the room already unless it is not to be."""
        phone = Phone(site=self.site, code=self.code, token=token(next(_COUNT)))
        if joined:
            answer = phone.join(group)
            assert answer.status_code == 200, answer.text
        return phone


@dataclass
class Phone:
    """A phone with its token, and no cookies."""

    site: Site
    code: str
    token: str
    headers: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, part: str, **more: Any) -> httpx.Response:
        """One request."""
        headers = {"X-Room-Phone": self.token, **self.headers}
        return self.site.ask(method, f"/rooms/{self.code}/{part}", headers=headers, **more)

    def join(self, group: str | None = None) -> httpx.Response:
        """Come in."""
        return self.ask("POST", "join", json={"group": group} if group else {})

    def answer(self, answer: Any, id: str = "q1", **more: Any) -> httpx.Response:
        """Answer a question."""
        return self.ask("POST", "answers", json={"question": id, "answer": answer, **more})

    def look(self, after: int = 0) -> dict[str, Any]:
        """What this phone sees."""
        answer = self.ask("GET", f"events?after={after}")
        assert answer.status_code == 200, answer.text
        told: dict[str, Any] = answer.json()
        return told


def signed_in(app: ASGIApp) -> ASGIApp:
    """The app as somebody asks it who sits at its machine."""

    async def asked(scope: Scope, receive: Receive, send: Send) -> None:
        with being(HERE):
            await app(scope, receive, send)

    return asked
