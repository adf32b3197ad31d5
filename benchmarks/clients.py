"""As little of a browser as can be: one connection that is kept, and what is asked on it."""

import asyncio
import gzip
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

BROKEN = (OSError, asyncio.IncompleteReadError, ValueError)
"""What `Line.ask` raises where no whole answer came."""


@dataclass(frozen=True, kw_only=True)
class Ask:
    """One request. `body`: JSON that is posted, nothing for what is fetched."""

    path: str
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What came back, unpacked."""

    status: int
    body: bytes


class Line:
    """One kept-alive connection, on which requests follow each other.

    One that the server has closed before anything was asked is opened anew, as every client does.
    """

    def __init__(self, address: str) -> None:
        """`address`: http, a host and a port; nothing is opened yet."""
        parts = urlsplit(address)
        self._host, self._port = parts.hostname, parts.port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self.used = False

    async def ask(self, ask: Ask) -> Answer:
        """The answer, once all of it has come. Raises one of `BROKEN`."""
        if self._streams is not None and self._streams[0].at_eof():
            self.close()
        if self._streams is None:
            self._streams = await asyncio.open_connection(self._host, self._port)
        reader, writer = self._streams
        writer.write(self._head(ask) + ask.body)
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        self.used = True
        status = int(head.split(" ", 2)[1])
        body = await _body(reader, head) if status != 204 else b""
        packed = "content-encoding: gzip" in head
        return Answer(status=status, body=gzip.decompress(body) if packed else body)

    def close(self) -> None:
        """Hang up."""
        self.used = False
        if self._streams:
            self._streams[1].close()
            self._streams = None

    def _head(self, ask: Ask) -> bytes:
        host = f"{self._host}:{self._port}"
        lines = [
            f"{'POST' if ask.body else 'GET'} {ask.path} HTTP/1.1",
            f"Host: {host}",
            "Accept-Encoding: gzip",
            *(f"{name}: {value}" for name, value in ask.headers.items()),
        ]
        if ask.body:
            lines += [
                f"Origin: http://{host}",
                "Content-Type: application/json",
                f"Content-Length: {len(ask.body)}",
            ]
        return "\r\n".join([*lines, "", ""]).encode()


async def _body(reader: asyncio.StreamReader, head: str) -> bytes:
    if "transfer-encoding: chunked" not in head:
        return await reader.readexactly(int(head.partition("content-length: ")[2].split("\r")[0]))
    parts = []
    while size := int((await reader.readuntil(b"\r\n")).split(b";")[0], 16):
        parts.append((await reader.readexactly(size + 2))[:-2])
    await reader.readuntil(b"\r\n")
    return b"".join(parts)
