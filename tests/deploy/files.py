"""The files of deploy/ as a test runs them: other ports, other paths, a certificate of its own."""

import datetime
import os
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
NAME = "atlas.example.org"
SECRET = "r5Vq0pXzT8nLw2KdYb7MfJ4uHs9GcA1e"
_SECONDS = 60


def settings_of(text: str) -> dict[str, str]:
    """The variables that a file of settings sets."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return dict(line.split("=", 1) for line in lines)


def program(name: str) -> str:
    """Where a program is; a test that needs it is left out where it is not."""
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
    if found is None:
        pytest.skip(f"{name} is not here: install it, and this test runs too.")
    return found


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def certificate(folder: Path) -> None:
    """A certificate and its key for the name of the example, good for a day."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "certificate.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )


@contextmanager
def running(*command: str, more: Mapping[str, str], until: str) -> Iterator[None]:
    """A program that answers at an address, until the block ends."""
    known = {name: text for name, text in os.environ.items() if not name.startswith("ATLAS_")}
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**known, **more},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait(process, until)
        yield
    finally:
        process.terminate()
        process.wait(_SECONDS)


@contextmanager
def worker(more: Mapping[str, str]) -> Iterator[int]:
    """The atlas behind a proxy, as the unit starts it; its port."""
    port = free_port()
    given = {"HOST": "127.0.0.1", "PORT": str(port), **more}
    with running(sys.executable, "app.py", more=given, until=f"http://127.0.0.1:{port}/health"):
        yield port


def _wait(process: subprocess.Popen[bytes], address: str) -> None:
    end = time.monotonic() + _SECONDS
    trusting = ssl._create_unverified_context()
    while time.monotonic() < end:
        assert process.poll() is None, f"{process.args!r} ended with {process.returncode}"
        try:
            with urlopen(address, timeout=5, context=trusting):
                return
        except (URLError, OSError):
            time.sleep(0.05)
    raise AssertionError(f"{address} does not answer")
