"""Asking the ministry's provider: who signed in there, by code, with everything checked.

OpenID Connect, authorization code with PKCE. Nobody is asked before somebody chooses this way.
"""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet

from dashboard.accounts.journey import Journey, ProviderError
from dashboard.accounts.ministry import Ministry

SECONDS = 5
KEPT_SECONDS = 3600.0
LEEWAY_SECONDS = 60
ALGORITHMS = ("RS256", "PS256", "ES256")
_SCOPE = "openid profile email"


@dataclass(frozen=True, kw_only=True)
class _Known:
    """What the provider says of itself, its keys, and when it said so."""

    told: Mapping[str, Any]
    keys: KeySet = field(repr=False)
    at: float


class Provider:
    """One provider. Every method may take some seconds and raises `ProviderError`."""

    def __init__(self, ministry: Ministry, *, now: Callable[[], float] = time.monotonic) -> None:
        """`now`: the clock by which what was asked grows old."""
        self.ministry = ministry
        self._now = now
        self._asking = threading.Lock()
        self._known: _Known | None = None

    def address(self, journey: Journey) -> str:
        """Where the browser has to go."""
        url, _ = self._session(journey).create_authorization_url(
            self._told(self._here(), "authorization_endpoint"),
            state=journey.state,
            code_verifier=journey.verifier,
            nonce=journey.nonce,
        )
        return str(url)

    def claims(self, journey: Journey, *, code: str) -> Mapping[str, Any]:
        """What the provider says of the person who brought this code."""
        endpoint = self._told(self._here(), "token_endpoint")
        try:
            with self._session(journey) as session:
                token = session.fetch_token(
                    endpoint,
                    grant_type="authorization_code",
                    code=code,
                    redirect_uri=journey.redirect,
                    code_verifier=journey.verifier,
                    timeout=SECONDS,
                    allow_redirects=False,
                )
        except requests.RequestException as error:
            raise ProviderError("away", type(error).__name__) from None
        except (AuthlibBaseError, ValueError) as error:
            raise ProviderError("wrong", str(error)) from None
        text = token.get("id_token")
        if not isinstance(text, str):
            raise ProviderError("wrong", "no id_token")
        return self._read(text, journey, access=token.get("access_token"))

    def _read(self, text: str, journey: Journey, *, access: Any) -> Mapping[str, Any]:
        """The claims of an ID token: who signed it, for whom, until when, for this journey."""
        known = self._here()
        try:
            try:
                found = jwt.decode(text, known.keys, algorithms=ALGORITHMS)
            except InvalidKeyIdError:  # the provider may have taken new keys since
                known = self._here(anew=True)
                found = jwt.decode(text, known.keys, algorithms=ALGORITHMS)
            claims = CodeIDToken(
                found.claims,
                found.header,
                options={
                    "iss": {"essential": True, "value": known.told["issuer"]},
                    "aud": {"essential": True, "value": self.ministry.client_id},
                    "sub": {"essential": True},
                },
                params={
                    "nonce": journey.nonce,
                    "client_id": self.ministry.client_id,
                    "access_token": access,
                },
            )
            claims.validate(leeway=LEEWAY_SECONDS)
        except (JoseError, AuthlibBaseError, ValueError, TypeError) as error:
            raise ProviderError("wrong", f"{type(error).__name__}: {error}") from None
        return dict(claims)

    def _here(self, *, anew: bool = False) -> _Known:
        """What is known of the provider, asked for where it is not known or old."""
        with self._asking:
            known = self._known
            if anew or known is None or self._now() - known.at > KEPT_SECONDS:
                self._known = known = self._ask()
            return known

    def _ask(self) -> _Known:
        told = _json(f"{self.ministry.issuer}/.well-known/openid-configuration")
        if str(told.get("issuer", "")).rstrip("/") != self.ministry.issuer:
            raise ProviderError("wrong", "the provider calls itself otherwise")
        secure = self.ministry.issuer.startswith("https:")
        for key in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
            scheme = urlsplit(str(told.get(key, ""))).scheme
            if scheme != "https" and (secure or scheme != "http"):
                raise ProviderError("wrong", f"{key} is no https address")
        try:
            keys = KeySet.import_key_set(_json(told["jwks_uri"]))  # type: ignore[arg-type]
        except (JoseError, ValueError, TypeError, KeyError) as error:
            raise ProviderError("wrong", f"keys: {type(error).__name__}") from None
        return _Known(told=told, keys=keys, at=self._now())

    def _session(self, journey: Journey) -> OAuth2Session:
        return OAuth2Session(
            self.ministry.client_id,
            self.ministry.client_secret,
            scope=_SCOPE,
            redirect_uri=journey.redirect,
            code_challenge_method="S256",
        )

    @staticmethod
    def _told(known: _Known, key: str) -> str:
        return str(known.told[key])


def _json(address: str) -> Mapping[str, Any]:
    try:
        answer = requests.get(address, timeout=SECONDS, allow_redirects=False)
        found = answer.json() if answer.status_code == 200 else None
    except (requests.RequestException, ValueError) as error:
        raise ProviderError("away", type(error).__name__) from None
    if not isinstance(found, dict):
        raise ProviderError("away", f"{answer.status_code} at its address")
    return found
