"""What came over the wire and when, in the clock of the page, told by the browser itself."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import CDPSession


@dataclass
class Request:
    """One request: its address, when it was sent, and its encoded bytes as they came."""

    url: str
    sent: float
    chunks: list[tuple[float, int]] = field(default_factory=list)
    ended: float | None = None
    total: int = 0

    @property
    def name(self) -> str:
        """The path without folders and fingerprint; for a callback, what it is."""
        path = urlsplit(self.url).path
        last = path.rsplit("/", 1)[-1] or path
        base, mark, rest = last.partition(".v")
        return f"{base}.{rest.rpartition('.')[2]}" if mark and rest[:1].isdigit() else last

    def bytes_until(self, moment: float) -> int:
        """Encoded bytes that had come by `moment`: headers and body, as compressed."""
        if self.ended is not None and self.ended <= moment:
            return self.total
        return sum(size for when, size in self.chunks if when <= moment)


class Wire:
    """Everything that one page loads; attach it before the page is opened.

    Times are the browser's monotonic clock in seconds; `at` turns a `performance.now()` of the
    page into it.
    """

    def __init__(self, session: CDPSession) -> None:
        self.requests: dict[str, Request] = {}
        self.frames: list[tuple[float, int]] = []
        self._start = 0.0
        session.on("Network.requestWillBeSent", self._sent)
        session.on("Network.dataReceived", self._came)
        session.on("Network.loadingFinished", self._ended)
        session.on("Network.webSocketFrameReceived", self._heard)
        session.send("Network.enable")

    def at(self, now: float) -> float:
        """A `performance.now()`, in milliseconds, in the clock of the requests."""
        return self._start + now / 1000

    def until(self, now: float) -> tuple[int, int]:
        """Bytes that had come, and requests that had been sent, by a `performance.now()`."""
        moment = self.at(now)
        sent = [one for one in self.requests.values() if one.sent <= moment]
        heard = sum(size for when, size in self.frames if when <= moment)
        return sum(one.bytes_until(moment) for one in sent) + heard, len(sent)

    def _sent(self, event: dict[str, Any]) -> None:
        if not self.requests:
            self._start = event["timestamp"]
        url = event["request"]["url"]
        if url.startswith("http"):
            self.requests[event["requestId"]] = Request(url=url, sent=event["timestamp"])

    def _came(self, event: dict[str, Any]) -> None:
        if event["requestId"] in self.requests:
            chunk = (event["timestamp"], event["encodedDataLength"])
            self.requests[event["requestId"]].chunks.append(chunk)

    def _ended(self, event: dict[str, Any]) -> None:
        if event["requestId"] in self.requests:
            request = self.requests[event["requestId"]]
            request.ended = event["timestamp"]
            request.total = int(event["encodedDataLength"])

    def _heard(self, event: dict[str, Any]) -> None:
        """A message by websocket: a text as it is, anything else written in base64."""
        text = event["response"]["payloadData"]
        size = len(text.encode()) if event["response"]["opcode"] == 1 else len(text) * 3 // 4
        self.frames.append((event["timestamp"], size))
