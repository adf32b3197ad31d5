"""The way to the ministry's provider and back, and why it may lead nowhere."""

from dataclasses import dataclass


class ProviderError(Exception):
    """Why nobody was signed in. `key`: away, cancelled, wrong or no_role."""

    def __init__(self, key: str, why: str = "") -> None:
        self.key = key
        super().__init__(why or key)


@dataclass(frozen=True, kw_only=True)
class Journey:
    """What is remembered while somebody is at the provider; the browser keeps it, sealed."""

    state: str
    nonce: str
    verifier: str
    redirect: str
    back: str
