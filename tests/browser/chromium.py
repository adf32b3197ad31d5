"""The one place that knows where the browser is: `python -m tests.browser.chromium`.

With `--install` it also installs one where it can. Tests drive the Chromium of the machine, so
that set-up needs no download of its own where one is there.
"""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# No calls of its own to anyone, no GPU, and no sandbox, which root in a container cannot have.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

PLAYWRIGHT = ("-m", "playwright", "install", "--with-deps", "chromium")


class NoBrowserError(Exception):
    """No browser that starts was found; the message says what to install."""


def find() -> Path:
    """Return the first browser that starts: CHROMIUM's, the machine's, then Playwright's.

    Raises:
        NoBrowserError: there is none.
    """
    named = os.environ.get("CHROMIUM")
    if named:
        if _starts(named):
            return Path(named)
        raise NoBrowserError(f"CHROMIUM={named} does not start: name another, or unset it.")
    found = [path for name in NAMES if (path := shutil.which(name))]
    # A snap sees neither /tmp nor hidden folders, where Playwright keeps its profile: last.
    for path in sorted(found, key=_is_snap):
        if _starts(path):
            return Path(path)
    own = _playwrights_own()
    if own and _starts(own):
        return Path(own)
    raise NoBrowserError(remedy())


def install() -> Path:
    """Return the browser, having installed one if there was none and that can be done.

    Raises:
        NoBrowserError: there is none and it cannot be installed.
    """
    try:
        return find()
    except NoBrowserError:
        if os.geteuid() != 0 or os.environ.get("CHROMIUM"):
            raise
    for command in _installers():
        print("Installing a browser:", " ".join(command), file=sys.stderr)
        if not _succeeds(command):
            continue
        try:
            return find()
        except NoBrowserError:
            continue
    raise NoBrowserError(remedy())


def remedy() -> str:
    """What to install, in words for this machine."""
    own = f"{os.path.relpath(sys.executable)} {' '.join(PLAYWRIGHT)}"
    if _is_ubuntu():
        packaged = "Ubuntu's chromium is a snap; install google-chrome-stable from its maker"
    else:
        packaged = "install Chromium (sudo apt-get install chromium)"
    return (
        f"The browser tests need Chromium or Chrome, and none that starts is here: {packaged}, "
        f"or let Playwright fetch one ({own}), or name one (CHROMIUM=/path/to/it make test)."
    )


def _installers() -> Sequence[Sequence[str]]:
    """What root can try, in order; Ubuntu's own package needs the snap service, so it is not."""
    fetch = (sys.executable, *PLAYWRIGHT)
    if _is_ubuntu() or not shutil.which("apt-get"):
        return (fetch,)
    apt = "apt-get -qq update && apt-get -qq install -y --no-install-recommends chromium"
    return (("sh", "-c", apt), fetch)


def _succeeds(command: Sequence[str]) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=sys.stderr, env=environment, check=False
    )
    return done.returncode == 0


def _starts(path: str) -> bool:
    """Whether it is a browser: Ubuntu has a script of that name that only speaks of a snap."""
    try:
        said = subprocess.run([path, "--version"], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return said.returncode == 0 and b"Chrom" in said.stdout


def _is_snap(path: str) -> bool:
    return "/snap/" in str(Path(path).resolve()) or path.startswith("/snap/")


def _is_ubuntu() -> bool:
    try:
        return platform.freedesktop_os_release().get("ID") == "ubuntu"
    except OSError:
        return False


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def main() -> int:
    """Print the browser's path."""
    try:
        print(install() if "--install" in sys.argv[1:] else find())
    except NoBrowserError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
