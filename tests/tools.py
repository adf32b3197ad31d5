"""Programs that tests look at files with: `python -m tests.tools`.

With `--install` it also installs those that are missing, where it can; names of packages after it
choose some of them.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Collection, Mapping
from pathlib import Path

PACKAGES: Mapping[str, str] = {
    "pdftoppm": "poppler-utils",
    "pdftotext": "poppler-utils",
    "pdffonts": "poppler-utils",
    "soffice": "libreoffice-impress-nogui",
}
"""Program -> the package of Debian and Ubuntu that has it."""


class NoToolError(Exception):
    """A program is missing; the message says what to install."""


def find(program: str) -> Path:
    """Where a program is.

    Raises:
        NoToolError: it is not on this machine.
    """
    found = shutil.which(program)
    if found is None:
        raise NoToolError(remedy())
    return Path(found)


def missing(packages: Collection[str] = frozenset(PACKAGES.values())) -> tuple[str, ...]:
    """Which of some packages are not there."""
    return tuple(
        dict.fromkeys(
            package
            for program, package in PACKAGES.items()
            if package in packages and not shutil.which(program)
        )
    )


def install(packages: Collection[str]) -> None:
    """Install which of some packages are missing, where that can be done.

    Raises:
        NoToolError: something is still missing.
    """
    wanted = missing(packages)
    if wanted and os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing for the tests:", " ".join(wanted), file=sys.stderr)
        put = "apt-get -qq install -y --no-install-recommends"
        command = f"apt-get -qq update && {put} {' '.join(wanted)}"
        subprocess.run(
            ["sh", "-c", command],
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            check=False,
        )
    if missing(packages):
        raise NoToolError(remedy())


def remedy() -> str:
    """What to install, in words."""
    return (
        "The tests of pictures and slides look at files with poppler and LibreOffice, which are "
        f"not all here: sudo apt-get install --no-install-recommends {' '.join(missing())}"
    )


def main() -> int:
    """Install, or say where each program is; 1 where one is missing."""
    first, *named = [*sys.argv[1:], ""]
    try:
        if first == "--install":
            install(frozenset(filter(None, named)) or frozenset(PACKAGES.values()))
        else:
            for program in PACKAGES:
                print(find(program))
    except NoToolError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
