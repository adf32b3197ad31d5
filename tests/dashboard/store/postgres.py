"""A PostgreSQL of the tests' own: made in a temporary folder, removed when they are done.

`TEST_POSTGRES=required` makes a missing PostgreSQL a failure; otherwise its tests are left out,
and pytest says what to install.
"""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

REMEDY = (
    "PostgreSQL is not here: install it (sudo apt-get install postgresql), and these tests run too."
)
REQUIRED = os.environ.get("TEST_POSTGRES") == "required"
PASSWORD = "hunter2/p@ss word"
_SECONDS = 60


class NoPostgresError(Exception):
    """The programs of PostgreSQL are not installed; the message says what to do."""


class Server:
    """One PostgreSQL server, reached by a socket in its folder or, with a password, by port."""

    def __init__(self, *, programs: Path, folder: Path, user: str | None) -> None:
        self.folder = folder
        self.port = _free_port()
        self._programs = programs
        self._user = user
        self._run("initdb", "--encoding=UTF8", "--locale=C", "--auth-local=trust",
                  "--auth-host=scram-sha-256", "--username=atlas", "--no-sync")  # fmt: skip
        self.start()
        self.execute(f"ALTER ROLE atlas PASSWORD '{PASSWORD}'")

    def start(self) -> None:
        """Start it and wait until it answers."""
        options = (
            f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c fsync=off"
            " -c max_connections=60 -c shared_buffers=16MB"
        )
        self._run("pg_ctl", "-w", "-l", str(self.folder / "log"), "-o", options, "start")

    def stop(self, *, mode: str = "immediate") -> None:
        """Stop it; `immediate` is what a crash looks like."""
        self._run("pg_ctl", "-w", "-m", mode, "stop")

    def execute(self, statement: str, *, database: str = "postgres") -> None:
        """Run one statement as its owner, in a transaction of its own or in none."""
        with self.connected(database=database) as connection:
            connection.execute(statement.encode())

    @contextmanager
    def connected(self, *, database: str) -> Iterator[psycopg.Connection]:
        """A connection of its owner, without a transaction until one is begun."""
        with psycopg.connect(self.plain_url(database), autocommit=True) as connection:
            yield connection

    @contextmanager
    def database(self, options: str = "") -> Iterator[str]:
        """The name of a new, empty database, dropped afterwards."""
        name = f"atlas_{uuid.uuid4().hex[:12]}"
        self.execute(f"CREATE DATABASE {name} {options}")
        yield name
        self.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def plain_url(self, database: str) -> str:
        """The address of a database, as the atlas takes it."""
        return f"postgresql://atlas@/{database}?host={self.folder}&port={self.port}"

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [self._programs / program, "-D", self.folder / "data", *arguments],
            cwd=self.folder,
            user=self._user,
            group=pwd.getpwnam(self._user).pw_gid if self._user else None,
            extra_groups=[] if self._user else None,
            env={**os.environ, "LC_ALL": "C", "HOME": str(self.folder)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # the server keeps it open: a pipe would never end
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
        if done.returncode:
            log = self.folder / "log"
            said = log.read_text(errors="replace")[-2000:] if log.exists() else ""
            raise RuntimeError(f"{program} ended with {done.returncode}. {said}")


@contextmanager
def served() -> Iterator[Server]:
    """A server that runs.

    Raises:
        NoPostgresError: its programs are not installed.
    """
    programs = _programs()
    # The server refuses to run as root; its folder then belongs to the one who runs it.
    user = _ordinary_user() if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="atlas-pg-"))
    try:
        if user:
            shutil.chown(folder, user)
        server = Server(programs=programs, folder=folder, user=user)
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def for_tests() -> Iterator[Server]:
    """A server that runs; without its programs the tests are left out, or fail where required."""
    try:
        with served() as server:
            yield server
    except NoPostgresError as missing:
        if REQUIRED:
            pytest.fail(str(missing), pytrace=False)
        pytest.skip(str(missing))


def _programs() -> Path:
    """The folder of initdb and pg_ctl: on the path, or where Debian keeps them, the newest."""
    on_path = shutil.which("pg_ctl")
    kept = [
        folder
        for folder in Path("/usr/lib/postgresql").glob("*/bin")
        if folder.parent.name.isdigit()
    ]
    found = [Path(on_path).resolve().parent] if on_path else []
    found += sorted(kept, key=lambda folder: int(folder.parent.name))
    for folder in reversed(found):
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    raise NoPostgresError(REMEDY)


def _ordinary_user() -> str:
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
