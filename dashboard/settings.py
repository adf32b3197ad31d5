"""Settings from the environment, each documented in docs/settings.md."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.framing import ALLOWED as ALLOWED_HOSTS
from dashboard.framing import NOBODY, HostsError, read_hosts
from dashboard.store.address import ALLOWED, AddressError, read_address

AUTO = "auto"


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Where the server listens, what it says and what it takes."""

    host: str = "127.0.0.1"
    port: int = 8050
    log_level: str = "warning"
    body_limit_kb: int = 1024
    database_url: str = field(default="sqlite:///var/atlas.db", repr=False)  # holds a password
    room_address: str = AUTO
    embed_hosts: str = NOBODY


VARIABLES: Mapping[str, str] = {
    "HOST": "host",
    "PORT": "port",
    "ATLAS_LOG_LEVEL": "log_level",
    "ATLAS_BODY_LIMIT_KB": "body_limit_kb",
    "ATLAS_DATABASE_URL": "database_url",
    "ATLAS_ROOM_ADDRESS": "room_address",
    "ATLAS_EMBED_HOSTS": "embed_hosts",
}
_SITE = re.compile(r"https?://([A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?")
_LONGEST = 9
_SHOWN = 40
LOG_LEVELS = ("critical", "error", "warning", "info", "debug")


class SettingError(ValueError):
    """An environment variable holds what the atlas cannot use; the message says what it can."""


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings as the environment has them. Raises `SettingError` at the first wrong one."""
    unknown = [name for name in environment if name.startswith("ATLAS_") and name not in VARIABLES]
    if unknown:
        raise SettingError(
            f"{unknown[0]} is no setting. Known are: {', '.join(sorted(VARIABLES))}."
        )
    settings = Settings(
        host=environment.get("HOST") or Settings.host,
        port=_whole(environment, "PORT", default=Settings.port, low=1, high=65535),
        log_level=(environment.get("ATLAS_LOG_LEVEL") or Settings.log_level).lower(),
        body_limit_kb=_whole(
            environment, "ATLAS_BODY_LIMIT_KB", default=Settings.body_limit_kb, low=16, high=102400
        ),
        database_url=_database(environment, "ATLAS_DATABASE_URL"),
        room_address=_site(environment, "ATLAS_ROOM_ADDRESS"),
        embed_hosts=_hosts(environment, "ATLAS_EMBED_HOSTS"),
    )
    if settings.log_level not in LOG_LEVELS:
        raise SettingError(
            f"ATLAS_LOG_LEVEL is '{settings.log_level}'. Set one of: {', '.join(LOG_LEVELS)}."
        )
    return settings


def _database(environment: Mapping[str, str], name: str) -> str:
    """The address as it is given. It may hold a password, so that no message repeats it."""
    text = environment.get(name, "").strip() or Settings().database_url
    try:
        read_address(text)
    except AddressError:
        raise SettingError(f"{name} is no address of a database. Set {ALLOWED}.") from None
    return text


def _site(environment: Mapping[str, str], name: str) -> str:
    """`auto`, or scheme, host and perhaps port of a site, without what follows."""
    text = environment.get(name, "").strip().rstrip("/") or AUTO
    if text != AUTO and not _SITE.fullmatch(text):
        raise SettingError(f"{name} is '{text[:_SHOWN]}'. Set {AUTO} or http://host:port.")
    return text


def _hosts(environment: Mapping[str, str], name: str) -> str:
    """The web sites as they are given."""
    text = environment.get(name, "").strip() or Settings.embed_hosts
    try:
        read_hosts(text)
    except HostsError:
        raise SettingError(f"{name} is {text[:_SHOWN]!a}. Set {ALLOWED_HOSTS}.") from None
    return text


def _whole(environment: Mapping[str, str], name: str, *, default: int, low: int, high: int) -> int:
    text = environment.get(name, "").strip()
    if not text:
        return default
    digits = text.isascii() and text.isdigit() and len(text) <= _LONGEST
    if not digits or not low <= int(text) <= high:
        raise SettingError(f"{name} is '{text[:_SHOWN]}'. Set a whole number from {low} to {high}.")
    return int(text)
