"""A ministry's provider of OpenID Connect: discovery, keys, codes with PKCE, tokens in RS256.

It follows the specification; `twist` says what it does wrong next.
"""

import base64
import hashlib
import secrets
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlencode

import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

CLIENT, SECRET = "atlas", "the client's secret"
Twist = Callable[[dict[str, Any]], None]


@dataclass
class Provider:
    """One provider, asked over HTTP on a port of its own."""

    issuer: str = ""
    person: dict[str, Any] = field(default_factory=dict)
    twist: Twist = lambda claims: None
    key: RSAKey = field(default_factory=lambda: _key())
    signing: RSAKey | None = None
    algorithm: str = "RS256"
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    told: dict[str, Any] = field(default_factory=dict)
    server: uvicorn.Server | None = None

    def app(self) -> FastAPI:
        app = FastAPI()

        @app.middleware("http")
        async def note(request: Request, call: Any) -> Any:
            self.asked.append(request.url.path)
            return await call(request)

        @app.get("/.well-known/openid-configuration")
        def discovery() -> dict[str, Any]:
            found = {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "code_challenge_methods_supported": ["S256"],
            }
            return {**found, **self.told}

        @app.get("/keys")
        def keys() -> Any:
            return KeySet([self.key]).as_dict(private=False)

        @app.get("/authorize")
        def authorize(request: Request) -> Response:
            given = dict(request.query_params)
            assert given["response_type"] == "code" and given["client_id"] == CLIENT
            assert "openid" in given["scope"].split()
            assert given["code_challenge_method"] == "S256" and given["state"]
            code = secrets.token_urlsafe(16)
            self.codes[code] = given
            query = urlencode({"code": code, "state": given["state"]})
            return RedirectResponse(f"{given['redirect_uri']}?{query}", status_code=303)

        @app.post("/token")
        async def token(request: Request) -> Response:
            given = dict(parse_qsl((await request.body()).decode()))
            known = self.codes.pop(given.get("code", ""), None)
            if request.headers.get("authorization") != _basic() or known is None:
                return JSONResponse({"error": "invalid_grant"}, status_code=400)
            digest = hashlib.sha256(given["code_verifier"].encode()).digest()
            challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
            same = given["redirect_uri"] == known["redirect_uri"]
            if challenge != known["code_challenge"] or not same:
                return JSONResponse({"error": "invalid_grant"}, status_code=400)
            return JSONResponse(
                {
                    "access_token": secrets.token_urlsafe(16),
                    "token_type": "Bearer",
                    "expires_in": 300,
                    "id_token": self.token(known["nonce"]),
                }
            )

        return app

    def token(self, nonce: str) -> str:
        now = int(time.time())
        claims: dict[str, Any] = {
            "iss": self.issuer,
            "sub": "4711",
            "aud": CLIENT,
            "exp": now + 300,
            "iat": now,
            "nonce": nonce,
            **self.person,
        }
        self.twist(claims)
        key = self.signing or self.key
        header = {"alg": self.algorithm, "kid": key.kid}
        return jwt.encode(header, claims, key, algorithms=[self.algorithm])

    def renew(self) -> None:
        """Take a new key, as providers do from time to time."""
        self.key = _key()


def _key() -> RSAKey:
    made = RSAKey.generate_key(2048)
    made.ensure_kid()
    return made


def _basic() -> str:
    return f"Basic {base64.b64encode(f'{CLIENT}:{SECRET}'.encode()).decode()}"


@contextmanager
def provided() -> Iterator[Provider]:
    """A provider that runs."""
    made = Provider(person={"name": "Sok Dara", "groups": ["staff", "atlas-editors"]})
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        made.issuer = f"http://127.0.0.1:{listening.getsockname()[1]}"
        server = uvicorn.Server(uvicorn.Config(made.app(), log_level="warning", ws="none"))
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        try:
            yield made
        finally:
            server.should_exit = True
            thread.join()
