"""Phones and a presenter as real connections: as little client as can be, in this process."""

import asyncio
import json
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from benchmarks.clients import Ask, Line


class Phone:
    """One kept-alive connection for requests that bring and get JSON."""

    def __init__(self, address: str) -> None:
        """`address`: of the server."""
        self._line = Line(address)

    async def post(self, path: str, body: Any, **headers: str) -> tuple[int, Any]:
        """Status and answer of a POST; a connection that idled too long is opened anew."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        ask = Ask(path=path, body=json.dumps(body).encode(), headers=named)
        was_used = self._line.used
        try:
            told = await self._line.ask(ask)
        except (OSError, asyncio.IncompleteReadError):
            self._line.close()
            if not was_used:
                raise
            told = await self._line.ask(ask)
        return told.status, json.loads(told.body)

    def close(self) -> None:
        """Hang up."""
        self._line.close()


@dataclass
class Listener:
    """One stream of server-sent events, and when each number arrived."""

    address: str
    path: str
    heard: dict[int, float] = field(default_factory=dict)
    last: Any = None
    broken: bool = False
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)
    _task: "asyncio.Task[None] | None" = None
    _writer: asyncio.StreamWriter | None = None

    async def open(self) -> None:
        """Connect, and wait for the first message."""
        self._task = asyncio.create_task(self._listen())
        await self.wait_for(1)

    async def wait_for(self, seq: int, *, seconds: float = 30) -> None:
        """Wait until this number, or a higher one, has been heard."""
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(lambda: max(self.heard, default=0) >= seq or self.broken)

    def close(self) -> None:
        """Hang up."""
        if self._task:
            self._task.cancel()
        if self._writer:
            self._writer.close()

    async def _listen(self) -> None:
        host, port = _where(self.address)
        try:
            reader, self._writer = await asyncio.open_connection(host, port, limit=2**20)
            self._writer.write(
                f"GET {self.path} HTTP/1.1\r\nHost: {host}:{port}\r\n"
                "Accept: text/event-stream\r\nAccept-Encoding: gzip\r\n\r\n".encode()
            )
            head = await reader.readuntil(b"\r\n\r\n")
            self.broken = b" 200 " not in head.split(b"\r\n", 1)[0]
            id = 0
            while not self.broken:
                line = await reader.readline()
                if not line:
                    self.broken = True
                if line.startswith(b"id: "):
                    id = int(line[4:])
                if line.startswith(b"data: ") and id:
                    self.heard.setdefault(id, time.perf_counter())
                    self.last = line[6:]
                    await self._tell()
        except (OSError, asyncio.IncompleteReadError):
            self.broken = True
        await self._tell()

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()


@dataclass
class Room:
    """A room that the benchmark presents."""

    address: str
    made: dict[str, Any]
    line: Phone

    @classmethod
    async def start(cls, address: str) -> "Room":
        """A new room."""
        line = Phone(address)
        status, made = await line.post("/rooms", {"device": "laptop"})
        if status != 201:
            raise RuntimeError(f"no room: {made}")
        return cls(address=address, made=made, line=line)

    @property
    def path(self) -> str:
        """Where the room is."""
        return f"/rooms/{self.made['code']}"

    async def act(self, name: str, **given: Any) -> int:
        """Something the presenter does; the number of its event."""
        headers = {"X_Room_Secret": self.made["secret"], "X_Room_Device": "laptop"}
        status, told = await self.line.post(f"{self.path}/acts/{name}", given, **headers)
        if status != 200:
            raise RuntimeError(f"{name}: {told}")
        return int(told["seq"])

    async def phone(self, number: int) -> tuple[Phone, str, Listener]:
        """A phone that has joined and listens: its line, its token, its stream."""
        token = f"{number:032x}"
        line = Phone(self.address)
        status, told = await line.post(f"{self.path}/join", {}, X_Room_Phone=token)
        if status != 200:
            raise RuntimeError(f"join: {told}")
        listener = Listener(self.address, f"{self.path}/stream?phone={token}")
        await listener.open()
        return line, token, listener

    async def presenter(self) -> Listener:
        """The presenter's own stream."""
        query = f"device=laptop&ticket={self.made['ticket']}"
        listener = Listener(self.address, f"{self.path}/presenter/stream?{query}")
        await listener.open()
        return listener


def _where(address: str) -> tuple[str, int]:
    parts = urlsplit(address)
    return str(parts.hostname), int(parts.port or 80)
