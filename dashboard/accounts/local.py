"""Whether somebody sits at this very machine, so that nobody has to sign in."""

from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.types import Scope

_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches the address.

    >>> [is_loopback(one) for one in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "atlas.test")]
    [True, True, True, False, False]
    """
    name = host.strip("[]").lower().rstrip(".")
    if name == "localhost":
        return True
    try:
        address = ip_address(name)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


def is_local(scope: Scope) -> bool:
    """Whether a request began at this machine, as far as can be seen.

    The name that was asked for has to be this machine's, too: another site's name that leads here
    brings that site's scripts with it. What a proxy has passed on came from elsewhere; no browser
    asks with HTTP 1.0, as proxies do where nothing else is set.
    """
    client = scope.get("client")
    headers = Headers(scope=scope)
    if client is None or scope.get("http_version") == "1.0":
        return False
    if any(name in headers for name in _FORWARDED):
        return False
    return is_loopback(client[0]) and is_loopback(_name_of(headers.get("host", "")))


def _name_of(host: str) -> str:
    """The name in a Host header, without its port."""
    if host.startswith("["):
        return host.partition("]")[0][1:]
    return host.partition(":")[0]
