"""The machine that was measured, in one sentence, so that a later run knows what it compares."""

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

from tests.browser import chromium

_PACKAGES = ("dash", "plotly", "numpy", "pandas", "duckdb")


def machine() -> str:
    """Processor, cores, memory, system, and the versions that matter."""
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return (
        f"Machine: {_line('/proc/cpuinfo', 'model name') or platform.machine()},"
        f" {os.cpu_count()} cores, {_memory_gb():.0f} GB, {platform.system()}"
        f" {platform.machine()}, Python {platform.python_version()}, {_chromium()}, {packages}."
    )


def _line(path: str, key: str) -> str:
    try:
        text = Path(path).read_text(encoding="utf-8")
    except OSError:
        return ""
    found = next((line for line in text.splitlines() if line.startswith(key)), "")
    return found.partition(":")[2].strip()


def _memory_gb() -> float:
    kilobytes = _line("/proc/meminfo", "MemTotal").partition(" ")[0] or "nan"
    return float(kilobytes) * 1024 / 1e9


def _chromium() -> str:
    told = subprocess.run(
        [str(chromium.find()), "--version"], capture_output=True, text=True, check=True
    )
    return told.stdout.partition(" built")[0].strip()
