"""The real app on a free port, and a real browser in front of it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser import chromium

ROOT = Path(__file__).resolve().parents[1]
HERE = Path(__file__).resolve().parent
_START_SECONDS = 30
_STOP_SECONDS = 10
_IDLE_SECONDS, _IDLE_MS = 90, 50
READY_MS = 30_000
# An installation keeps its compiled modules; what a shell says against that is not measured.
_UNUSUAL = ("PYTHONDONTWRITEBYTECODE",)


@dataclass(frozen=True, kw_only=True)
class Served:
    """The running app."""

    address: str
    process: int

    def processor_ms(self) -> float:
        """Processor time that the app has used until now; nan where the system does not tell."""
        used = 0
        for process in self._processes():
            try:
                stat = Path(f"/proc/{process}/stat").read_text(encoding="ascii")
            except OSError:
                return float("nan")
            user, system = stat.rpartition(")")[2].split()[11:13]
            used += int(user) + int(system)
        return used * 1000 / os.sysconf("SC_CLK_TCK")

    def wait_until_idle(self) -> None:
        """Wait until what the app does ahead of its first readers is done."""
        before, end = self.processor_ms(), time.monotonic() + _IDLE_SECONDS
        while time.monotonic() < end:
            time.sleep(1)
            now = self.processor_ms()
            if now - before < _IDLE_MS:
                return
            before = now

    def megabytes(self) -> list[float]:
        """Memory of each process of the app (resident, shared parts counted in each), in MB."""
        found = []
        for process in self._processes():
            status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
            kilobytes = int(status.partition("VmRSS:")[2].split()[0])
            found.append(kilobytes * 1024 / 1e6)
        return found

    def workers(self) -> list[int]:
        """The processes that answer, where a first one watches over several."""
        return [
            one
            for one in _children(self.process)
            if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()
        ]

    def _processes(self) -> list[int]:
        try:
            return [self.process, *_children(self.process)]
        except OSError:
            return [self.process]


@contextmanager
def server(
    *,
    workers: int = 1,
    log: Path | None = None,
    program: Sequence[str] = ("app.py",),
    **settings: str,
) -> Iterator[Served]:
    """Serve the app until the block ends, with settings of the environment.

    `log`: where what it says is kept; without one, only what goes wrong is shown.
    `program`: what Python runs where there is one worker.
    """
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = {
        **{name: value for name, value in os.environ.items() if name not in _UNUSUAL},
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "DASH_DISABLE_VERSION_CHECK": "true",
        **settings,
    }
    command = [sys.executable, *program]
    if workers > 1:
        command = [sys.executable, "-m", "uvicorn", "--factory", "app:create_server"]
        level = "warning" if log is None else "info"
        command += ["--port", str(port), "--workers", str(workers), "--log-level", level]
    with nullcontext() if log is None else log.open("ab") as said:
        app = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=said,
        )
        with stopped_after(app):
            _wait_for_health(address, app)
            yield Served(address=address, process=app.pid)


@contextmanager
def stopped_after(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """Stop the process at the end, asked first; also where the block fails."""
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(_STOP_SECONDS)


@contextmanager
def browser() -> Iterator[Browser]:
    """The machine's Chromium, headless."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=str(chromium.find()), args=list(chromium.FLAGS)
        )
        try:
            yield opened
        finally:
            opened.close()


@contextmanager
def reader(opened: Browser, *, width: int, height: int, **options: Any) -> Iterator[BrowserContext]:
    """A browser context of its own: nothing cached, nothing remembered, watched by watch.js."""
    context = opened.new_context(
        viewport={"width": width, "height": height}, service_workers="block", **options
    )
    context.add_init_script(path=HERE / "watch.js")
    try:
        yield context
    finally:
        context.close()


def _children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    return [int(one) for one in listed.split()]


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for_health(address: str, app: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end:
        if app.poll() is not None:
            raise RuntimeError(f"app.py ended with {app.returncode} before it answered")
        try:
            with urlopen(f"{address}/health", timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.01)
    raise RuntimeError(f"app.py did not answer /health within {_START_SECONDS} s")
