"""How a ministry's own sign-in (OpenID Connect) is set: where it is, and whom it makes what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

from dashboard.accounts.acts import covers
from dashboard.accounts.local import is_loopback
from dashboard.accounts.secret import NONE
from dashboard.store import ROLES, Role

ROLES_ALLOWED = "claim:value=role, separated by spaces, such as groups:atlas-editors=editor"


class MinistryError(ValueError):
    """A list of claims and roles that cannot be read."""


@dataclass(frozen=True, kw_only=True)
class Ministry:
    """A provider, and this atlas as it knows it. `roles`: claim, value, and the role it brings."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    roles: Sequence[tuple[str, str, Role]]


def ministry_of(*, issuer: str, client_id: str, client_secret: str, roles: str) -> Ministry | None:
    """The provider that is set; none where none is, and then nobody outside is ever asked."""
    if issuer == NONE:
        return None
    return Ministry(
        issuer=issuer.rstrip("/"),
        client_id=client_id,
        client_secret=client_secret,
        roles=read_roles(roles),
    )


def ministry_problem(*, issuer: str, client_id: str, client_secret: str, roles: str) -> str | None:
    """What is missing or wrong among the four settings, in one line."""
    given = {
        "ATLAS_OIDC_ISSUER": issuer,
        "ATLAS_OIDC_CLIENT_ID": client_id,
        "ATLAS_OIDC_CLIENT_SECRET": client_secret,
        "ATLAS_OIDC_ROLES": roles,
    }
    missing = [name for name, text in given.items() if text == NONE]
    if len(missing) == len(given):
        return None
    if missing:
        return f"{missing[0]} is not set, and others of OpenID Connect are. Set all four or none."
    if not _is_issuer(issuer):
        return "ATLAS_OIDC_ISSUER is no address of a provider. Set one that begins with https://."
    try:
        read_roles(roles)
    except MinistryError:
        return f"ATLAS_OIDC_ROLES cannot be read. Set {ROLES_ALLOWED}."
    return None


def read_roles(text: str) -> tuple[tuple[str, str, Role], ...]:
    """What each value of a claim makes of a person; `%20` stands for a space.

    >>> read_roles("groups:atlas-editors=editor groups:Data%20team=steward")
    (('groups', 'atlas-editors', 'editor'), ('groups', 'Data team', 'steward'))

    Raises:
        MinistryError: a part is not of this form, or names no role.
    """
    found = []
    for part in text.split():
        told, _, role = part.rpartition("=")
        claim, _, value = told.partition(":")
        known: Role | None = next((one for one in ROLES if one == role), None)
        if not claim or not value or known is None:
            raise MinistryError(part)
        found.append((unquote(claim), unquote(value), known))
    if not found:
        raise MinistryError(text)
    return tuple(found)


def role_of(claims: Mapping[str, Any], ministry: Ministry) -> Role | None:
    """The highest role that the claims of a person bring; none where they bring none."""
    best: Role | None = None
    for claim, value, role in ministry.roles:
        held = claims.get(claim)
        values = held if isinstance(held, list) else [held]
        if value in values and (best is None or covers(role, best)):
            best = role
    return best


def _is_issuer(text: str) -> bool:
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        return False
    plain = parts.scheme == "http" and is_loopback(host)
    clean = not parts.query and not parts.fragment and not parts.username
    return bool(host) and clean and (parts.scheme == "https" or plain)
