"""A real server and broken requests, as bytes: it answers or hangs up, and goes on for others."""

import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.deploy.files import worker

HEAD = b"Host: 127.0.0.1\r\n"
POST = b"POST /_dash-update-component HTTP/1.1\r\n" + HEAD
BROKEN = {
    "nothing": b"",
    "no http": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200),
    "no version": b"GET /\r\n\r\n",
    "a space in the path": b"GET /a b HTTP/1.1\r\n" + HEAD + b"\r\n",
    "raw bytes in the query": b"GET /?layer=\xff\xed\xa0\x80 HTTP/1.1\r\n" + HEAD + b"\r\n",
    "raw bytes in the path": b"GET /province/\xff\xed HTTP/1.1\r\n" + HEAD + b"\r\n",
    "raw bytes in a header": b"GET /sign-in HTTP/1.1\r\nHost: \xff\r\nCookie: \xff=\xed\r\n\r\n",
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "two hosts": b"GET / HTTP/1.1\r\n" + HEAD + b"Host: evil.test\r\n\r\n",
    "a long path": b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n" + HEAD + b"\r\n",
    "a long header": b"GET / HTTP/1.1\r\n" + HEAD + b"X: " + b"a" * 200_000 + b"\r\n\r\n",
    "many headers": b"GET / HTTP/1.1\r\n" + HEAD + b"X: a\r\n" * 20_000 + b"\r\n",
    "a header with a zero": b"GET / HTTP/1.1\r\n" + HEAD + b"X: a\0b\r\n\r\n",
    "a folded header": b"GET / HTTP/1.1\r\n" + HEAD + b"X: a\r\n b\r\n\r\n",
    "a negative length": POST + b"Content-Length: -1\r\n\r\n{}",
    "a length in words": POST + b"Content-Length: ten\r\n\r\n{}",
    "two lengths": POST + b"Content-Length: 2\r\nContent-Length: 40\r\n\r\n{}",
    "length and pieces": POST + b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "broken pieces": POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
    "a huge piece": POST + b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
    "an endless body": POST + b"Content-Length: 99999999999\r\n\r\n" + b"a" * 3_000_000,
    "half a body": POST + b"Content-Type: application/json\r\nContent-Length: 4000\r\n\r\n{",
    "a second request": POST
    + b"Content-Length: 2\r\n\r\n{}GET /var/secret HTTP/1.1\r\n"
    + HEAD
    + b"\r\n",
    "a whole address": b"GET http://evil.test/ HTTP/1.1\r\n" + HEAD + b"\r\n",
    "a tunnel": b"CONNECT evil.test:443 HTTP/1.1\r\n" + HEAD + b"\r\n",
    "another protocol": b"GET / HTTP/1.1\r\n"
    + HEAD
    + b"Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n",
    "a socket": b"GET /_dash-ws-callback HTTP/1.1\r\n"
    + HEAD
    + b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    + b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
}


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder: Path = tmp_path_factory.mktemp("wire")
    with worker({"ATLAS_DATABASE_URL": f"sqlite:///{folder}/atlas.db"}) as port:
        yield port


def said(port: int, content: bytes) -> bytes:
    """All that comes back within two seconds."""
    told = b""
    with socket.create_connection(("127.0.0.1", port), timeout=2) as opened:
        try:
            opened.sendall(content)
            while piece := opened.recv(65_536):
                told += piece
        except OSError:
            pass
    return told


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_request_disturbs_nobody(port: int, name: str) -> None:
    told = said(port, BROKEN[name])
    for line in told.splitlines():
        if line.startswith(b"HTTP/"):
            assert line.split()[1][:1] in (b"2", b"3", b"4"), line
    assert b"Traceback" not in told and b"101 Switching" not in told
    assert httpx.get(f"http://127.0.0.1:{port}/health").json()["status"] == "ok"


def test_two_hundred_who_say_nothing_keep_nobody_out(port: int) -> None:
    silent = [socket.create_connection(("127.0.0.1", port), timeout=5) for _ in range(200)]
    for one in silent:
        one.sendall(POST + b"Content-Length: 4000\r\n\r\n{")
    assert httpx.get(f"http://127.0.0.1:{port}/health").json()["status"] == "ok"
    for one in silent:
        one.close()
