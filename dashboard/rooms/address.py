"""Where phones find this machine: its own addresses in the network around it.

Nothing is sent to anyone: the system is only asked which of its addresses it would send from.
"""

import ipaddress
import socket
import struct
import sys
from dataclasses import dataclass
from typing import Any

from dashboard.settings import AUTO, Settings
from dashboard.words import LANGUAGES, Speaker

# Connecting a datagram socket sends nothing; one address of each private range is tried.
_PROBES = ("192.168.255.254", "10.255.255.254", "172.31.255.254", "169.254.255.254")
_SIOCGIFADDR = 0x8915


@dataclass(frozen=True, kw_only=True)
class Where:
    """Addresses to begin a link with, the likeliest first; `problem`: why phones cannot come."""

    bases: tuple[str, ...]
    problem: str = ""

    def link(self, base: str, code: str, *, lang: str) -> str:
        """The whole link of a room."""
        return f"{base}/join/{code}?lang={lang}"

    def as_json(self, code: str, *, lang: str) -> dict[str, Any]:
        """The links of a room, and what to do where phones cannot use them."""
        told = {one: _told(self.problem, say=Speaker(lang=one)) for one in LANGUAGES}
        return {
            "join": self.link(self.bases[0], code, lang=lang),
            "addresses": list(self.bases),
            "reachable": not self.problem,
            "address_said": told if self.problem else None,
        }


def where_of(settings: Settings, *, port: int) -> Where:
    """Where phones find the atlas: as it is set, else at what this machine calls itself."""
    if settings.room_address != AUTO:
        return Where(bases=(settings.room_address,))
    if _is_loopback(settings.host):
        return Where(bases=(_base(settings.host, port),), problem="loopback")
    own = own_addresses()
    if not _is_any(settings.host):
        own = (settings.host, *(one for one in own if one != settings.host))[:1]
    if not own:
        return Where(bases=(_base("127.0.0.1", port),), problem="alone")
    return Where(bases=tuple(_base(one, port) for one in own))


def own_addresses() -> tuple[str, ...]:
    """IPv4 addresses of this machine, the one that it would reach a local network from first."""
    found = [*map(_sends_from, _PROBES), *_of_interfaces(), *_of_name()]
    kept = (one for one in dict.fromkeys(found) if one and not _is_loopback(one))
    return tuple(sorted(kept, key=lambda one: not ipaddress.ip_address(one).is_private))


def _sends_from(probe: str) -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect((probe, 9))
            return str(asked.getsockname()[0])
        except OSError:
            return ""


def _of_interfaces() -> list[str]:
    """Every interface that has an address, where the system tells (Linux)."""
    if not sys.platform.startswith("linux"):
        return []
    import fcntl

    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        for _, name in socket.if_nameindex():
            try:
                told = fcntl.ioctl(asked, _SIOCGIFADDR, struct.pack("256s", name.encode()[:15]))
            except OSError:
                continue
            found.append(socket.inet_ntoa(told[20:24]))
    return found


def _of_name() -> list[str]:
    """What this machine's own name stands for; enough on Windows and macOS."""
    try:
        return socket.gethostbyname_ex(socket.gethostname())[2]
    except OSError:
        return []


def _base(host: str, port: int) -> str:
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}" if port == 80 else f"http://{shown}:{port}"


def _is_loopback(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_any(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False


def _told(problem: str, *, say: Speaker) -> str:
    return {
        "": "",
        "loopback": say("room_address_loopback"),
        "alone": say("room_address_alone"),
    }[problem]
