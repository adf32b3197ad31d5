"""The real server in processes of its own, which can be killed and come back."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from tests.dashboard.rooms.asking import question as a_question
from tests.dashboard.rooms.asking import token

ROOT = Path(__file__).resolve().parents[3]
_SECONDS = 60


@dataclass
class Running:
    """One server on a port of its own."""

    port: int
    url: str
    log: Path
    workers: int = 1
    process: "subprocess.Popen[bytes] | None" = None
    client: httpx.Client = field(init=False)

    def __post_init__(self) -> None:
        self.client = httpx.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=30)

    def start(self) -> None:
        """Start it and wait until it answers."""
        environment = {
            **os.environ,
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "ATLAS_DATABASE_URL": self.url,
            "ATLAS_LOG_LEVEL": "info",
            "DASH_DISABLE_VERSION_CHECK": "true",
        }
        command = [sys.executable, "app.py"]
        if self.workers > 1:
            command = [sys.executable, "-m", "uvicorn", "--factory", "app:create_server",
                       "--port", str(self.port), "--workers", str(self.workers)]  # fmt: skip
        with self.log.open("ab") as written:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=written,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._wait()

    def kill(self) -> None:
        """Kill it and all its workers as the kernel would."""
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(_SECONDS)

    def stop(self) -> int:
        """Ask it to stop; what it ends with."""
        assert self.process is not None
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(_SECONDS)

    def room(self) -> dict[str, Any]:
        """A new room."""
        made: dict[str, Any] = self.client.post("/rooms", json={"device": "laptop"}).json()
        return made

    def act(self, made: dict[str, Any], name: str, **given: Any) -> dict[str, Any]:
        """Something the presenter does."""
        headers = {"X-Room-Secret": made["secret"], "X-Room-Device": "laptop"}
        answer = self.client.post(f"/rooms/{made['code']}/acts/{name}", json=given, headers=headers)
        assert answer.status_code == 200, answer.text
        told: dict[str, Any] = answer.json()
        return told

    def ask(self, made: dict[str, Any], id: str = "q1") -> dict[str, Any]:
        """Open a question."""
        return self.act(made, "ask", question=a_question(id), open=True)

    def join(self, code: str, *, number: int) -> str:
        """The token of a phone that has joined."""
        own = token(0xABCDEF00 + number)
        answer = self.client.post(f"/rooms/{code}/join", json={}, headers={"X-Room-Phone": own})
        assert answer.status_code == 200, answer.text
        return own

    def answer(self, code: str, phone: str, answer: str, *, question: str | None = "q1") -> int:
        """The status that an answer gets."""
        body = {"question": question, "answer": answer}
        headers = {"X-Room-Phone": phone}
        return self.client.post(f"/rooms/{code}/answers", json=body, headers=headers).status_code

    def tally(self, made: dict[str, Any]) -> dict[str, Any]:
        """The tally of the first question."""
        query = f"device=laptop&ticket={made['ticket']}"
        path = f"/rooms/{made['code']}/presenter/results?{query}"
        found: dict[str, Any] = self.client.get(path).json()["questions"][0]["tally"]
        return found

    def _wait(self) -> None:
        end = time.monotonic() + _SECONDS
        while time.monotonic() < end:
            assert self.process is not None and self.process.poll() is None, self.log.read_text()
            try:
                self.client.get("/health")
                return
            except httpx.HTTPError:
                time.sleep(0.1)
        raise AssertionError(self.log.read_text())


class Listener(threading.Thread):
    """A phone that listens as a browser does: it comes back with the last number it has seen."""

    def __init__(self, running: Running, code: str, phone: str) -> None:
        super().__init__(daemon=True)
        self.seq = 0
        self.messages: list[tuple[int, str]] = []
        self.connections = 0
        self._address = f"{running.client.base_url}/rooms/{code}/stream?phone={phone}"
        self._changed = threading.Condition()
        self._stop = False
        self.start()

    def run(self) -> None:
        """Listen until stopped."""
        while not self._stop:
            try:
                self._listen()
            except httpx.HTTPError:
                time.sleep(0.2)

    def wait_for(self, seq: int) -> None:
        """Wait until this number has been heard."""
        with self._changed:
            assert self._changed.wait_for(lambda: self.seq >= seq, _SECONDS), self.messages

    def stop(self) -> None:
        """Listen no more."""
        self._stop = True

    def _listen(self) -> None:
        headers = {"Last-Event-ID": str(self.seq)} if self.seq else {}
        timeout = httpx.Timeout(10, read=30)
        with httpx.stream("GET", self._address, headers=headers, timeout=timeout) as told:
            told.raise_for_status()
            self.connections += 1
            id = 0
            for line in told.iter_lines():
                if self._stop:
                    return
                if line.startswith("id: "):
                    id = int(line[4:])
                if line.startswith("data: ") and id:
                    with self._changed:
                        self.seq = max(self.seq, id)
                        self.messages.append((id, line[6:]))
                        self._changed.notify_all()
                    id = 0


@contextmanager
def served(url: str, folder: Path, *, workers: int = 1) -> Iterator[Running]:
    """A server that runs, and is stopped in order at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    running = Running(port=port, url=url, log=folder / "server.log", workers=workers)
    try:
        running.start()
        yield running
    finally:
        running.client.close()
        if running.process is not None and running.process.poll() is None:
            running.stop()
