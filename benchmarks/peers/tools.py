"""The tools that are compared, how each is served, and where it draws its provinces."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.harness import ROOT, free_port, stopped_after

PEERS = ROOT / ".venv-peers" / "bin"
APPS = "benchmarks.peers.apps"
_START_SECONDS = 90


@dataclass(frozen=True, kw_only=True)
class Tool:
    """One tool. `provinces`: where the live map's shapes are; `switches`: to the layers.

    `early`: where they are before the map is live, in a tool that shows them earlier.
    """

    name: str
    package: str
    path: str
    provinces: str
    switches: tuple[str, str]
    command: Callable[[int, Path], Sequence[str]]
    early: str = ""


@dataclass(frozen=True, kw_only=True)
class Served:
    """A tool that answers at an address."""

    address: str
    process: int

    def memory_mb(self) -> float:
        """Memory of the server and its children; what several share is counted once."""
        return sum(_proportional_kb(one) for one in _family(self.process)) / 1000


def _gunicorn(app: str) -> Callable[[int, Path], Sequence[str]]:
    def command(port: int, folder: Path) -> Sequence[str]:
        bound = ("--bind", f"127.0.0.1:{port}", "--threads", "4")
        return (str(PEERS / "gunicorn"), *bound, "--no-control-socket", f"{APPS}.{app}:server")

    return command


def _panel(port: int, folder: Path) -> Sequence[str]:
    where = ("--address", "127.0.0.1", "--port", str(port))
    app = ROOT / "benchmarks" / "peers" / "apps" / "panel_app.py"
    files = ("--static-dirs", f"files={folder}")
    return (str(PEERS / "panel"), "serve", str(app), *where, *files)


def _streamlit(port: int, folder: Path) -> Sequence[str]:
    """Streamlit serves files from a folder beside the script alone."""
    script = folder / "streamlit_app.py"
    shutil.copy(ROOT / "benchmarks" / "peers" / "apps" / script.name, script)
    (folder / "static").mkdir(exist_ok=True)
    for name in ("provinces.geojson", "world_110m.json"):
        shutil.copy(folder / name, folder / "static")
    options = {
        "server.address": "127.0.0.1",
        "server.port": str(port),
        "server.headless": "true",
        "server.enableStaticServing": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
    }
    more = [word for name, value in options.items() for word in (f"--{name}", value)]
    return (str(PEERS / "streamlit"), "run", str(script), *more)


_PLOTLY = "path.choroplethlocation[d]"
_LABELS = ("text=/^Returnees$/", "text=/^Vacancies$/")
OTHERS = (
    Tool(
        name="Streamlit",
        package="streamlit",
        path="/",
        provinces=_PLOTLY,
        switches=("label:has-text('Returnees')", "label:has-text('Vacancies')"),
        command=_streamlit,
    ),
    Tool(
        name="Panel",
        package="panel",
        path="/panel_app",
        provinces=_PLOTLY,
        switches=("input >> nth=0", "input >> nth=1"),
        command=_panel,
    ),
    Tool(
        name="Vizro",
        package="vizro",
        path="/",
        provinces=_PLOTLY,
        switches=_LABELS,
        command=_gunicorn("vizro_app"),
    ),
    Tool(
        name="Dash, plotly",
        package="dash",
        path="/",
        provinces=_PLOTLY,
        switches=_LABELS,
        command=_gunicorn("dash_app"),
    ),
)
OURS = Tool(
    name="Corridor Atlas",
    package="",
    path="/",
    early="#first-paint svg.static path.province",
    provinces='.province-map[data-painted="true"] path[data-code]',
    switches=('#layer label:has-text("Returnees")', '#layer label:has-text("Vacancies")'),
    command=lambda port, folder: (str(ROOT / ".venv" / "bin" / "python"), "app.py"),
)


@contextmanager
def serving(tool: Tool, folder: Path, *, local: bool = True) -> Iterator[Served]:
    """Serve one tool until the block ends. `local`: whether plotly finds its world map here."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = {
        **os.environ,
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "PYTHONPATH": str(ROOT),
        "PEERS_DATA": str(folder),
        "PEERS_LOCAL": "yes" if local else "no",
        "DASH_DISABLE_VERSION_CHECK": "true",
        "ATLAS_DATABASE_URL": f"sqlite:///{folder}/atlas.db",
    }
    with (folder / "log").open("ab") as log:
        process = subprocess.Popen(
            tool.command(port, folder),
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    with stopped_after(process):
        _wait(process, f"{address}{tool.path}", folder / "log")
        yield Served(address=address, process=process.pid)


def versions() -> Mapping[str, str]:
    """The version of each package that is compared."""
    script = "import sys, importlib.metadata as m; print(*(m.version(n) for n in sys.argv[1:]))"
    names = [tool.package for tool in OTHERS] + ["plotly"]
    told = subprocess.run(
        [PEERS / "python", "-c", script, *names], capture_output=True, text=True, check=True
    )
    return dict(zip(names, told.stdout.split(), strict=True))


def _wait(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            with urlopen(address, timeout=10):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"{process.args!r} does not answer. {log.read_text()[-2000:]}")


def _family(process: int) -> Iterator[int]:
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in children.read_text(encoding="ascii").split():
            yield from _family(int(child))


def _proportional_kb(process: int) -> int:
    told = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:"))
