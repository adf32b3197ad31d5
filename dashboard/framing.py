"""Who may show a page of the atlas within one of theirs, and the headers that say so.

Only a page that is asked for without what stands around it (`embed=1`) can be shown by others.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from starlette.types import Scope

NOBODY, ANYBODY = "none", "*"
SAME_SITE = "'self'"
ALLOWED = (
    f"{NOBODY}, or addresses of web sites such as https://example.org, separated by spaces, or"
    f" {ANYBODY} for every web site"
)
_MOST = 20
_LABEL = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
_SITE = re.compile(
    rf"https?://((\*\.)?{_LABEL}(\.{_LABEL})*|\[[0-9a-f:.]+\])(:[1-9][0-9]{{0,4}})?/?", re.ASCII
)


class HostsError(ValueError):
    """A list of web sites that a browser would not understand."""


def read_hosts(text: str) -> tuple[str, ...]:
    """The web sites that may show pages of this one, each once; none where nobody else may.

    >>> read_hosts("https://A.org https://*.b.org:8443/"), read_hosts("none"), read_hosts("*")
    (('https://a.org', 'https://*.b.org:8443'), (), ('*',))

    Raises:
        HostsError: a part is no web site: without http, with a path, with anything else.
    """
    parts = tuple(dict.fromkeys(part.rstrip("/") for part in text.lower().split()))
    if parts == (NOBODY,):
        return ()
    if parts == (ANYBODY,):
        return parts
    if not 0 < len(parts) <= _MOST or not all(map(_is_site, parts)):
        raise HostsError(text)
    return parts


def content_security_policy(script_hashes: Collection[str], *, hosts: Collection[str] = ()) -> str:
    """Own scripts only, no evaluation; styles may be inline, because charts set theirs so.

    `hosts`: web sites besides this one that may show the answer in a frame.
    """
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' {' '.join(script_hashes)}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            f"frame-ancestors {' '.join((SAME_SITE, *hosts))}",
        ]
    )


@dataclass(frozen=True, kw_only=True)
class Framing:
    """The policy of every answer, and that of a page which others may show.

    `hosts`: who may; `embeds`: whether a request asks for such a page.
    """

    script_hashes: Collection[str]
    hosts: tuple[str, ...]
    embeds: Callable[[Scope], bool]

    def headers(self, scope: Scope, *, status: int) -> Mapping[str, str]:
        """X-Frame-Options knows no list of sites: where there is one, the policy stands alone."""
        if self.hosts and status == 200 and self.embeds(scope):
            policy = content_security_policy(self.script_hashes, hosts=self.hosts)
            return {"Content-Security-Policy": policy}
        return {
            "Content-Security-Policy": content_security_policy(self.script_hashes),
            "X-Frame-Options": "SAMEORIGIN",
        }


def _is_site(part: str) -> bool:
    return _SITE.fullmatch(part) is not None and _port(part) <= 65535


def _port(part: str) -> int:
    ending = part.rpartition(":")[2]
    return int(ending) if ending.isdigit() else 0
