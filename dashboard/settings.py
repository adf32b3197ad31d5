"""Settings from the environment, each documented in docs/settings.md."""

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.accounts.ministry import ministry_problem
from dashboard.accounts.secret import NONE, secret_problem
from dashboard.framing import ALLOWED as ALLOWED_HOSTS
from dashboard.framing import NOBODY, HostsError, read_hosts
from dashboard.registry.counting import engine_missing
from dashboard.store.address import ALLOWED, AddressError, read_address
from geodata.own import SETTING, folder_of
from records import ENGINES

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
    records_engine: str = ENGINES[0]
    records_keep: str = "no"
    secret: str = field(default=NONE, repr=False)
    proxy: str = "no"
    oidc_issuer: str = NONE
    oidc_client_id: str = NONE
    oidc_client_secret: str = field(default=NONE, repr=False)
    oidc_roles: str = NONE
    areas: str = NONE


VARIABLES: Mapping[str, str] = {
    "HOST": "host",
    "PORT": "port",
    "ATLAS_LOG_LEVEL": "log_level",
    "ATLAS_BODY_LIMIT_KB": "body_limit_kb",
    "ATLAS_DATABASE_URL": "database_url",
    "ATLAS_ROOM_ADDRESS": "room_address",
    "ATLAS_EMBED_HOSTS": "embed_hosts",
    "ATLAS_RECORDS_ENGINE": "records_engine",
    "ATLAS_RECORDS_KEEP": "records_keep",
    "ATLAS_SECRET": "secret",
    "ATLAS_PROXY": "proxy",
    "ATLAS_OIDC_ISSUER": "oidc_issuer",
    "ATLAS_OIDC_CLIENT_ID": "oidc_client_id",
    "ATLAS_OIDC_CLIENT_SECRET": "oidc_client_secret",
    "ATLAS_OIDC_ROLES": "oidc_roles",
    SETTING: "areas",
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
        records_engine=_choice(environment, "ATLAS_RECORDS_ENGINE", ENGINES),
        records_keep=_choice(environment, "ATLAS_RECORDS_KEEP", ("no", "yes")),
        secret=_text(environment, "ATLAS_SECRET"),
        proxy=_choice(environment, "ATLAS_PROXY", ("no", "yes")),
        oidc_issuer=_text(environment, "ATLAS_OIDC_ISSUER"),
        oidc_client_id=_text(environment, "ATLAS_OIDC_CLIENT_ID"),
        oidc_client_secret=_text(environment, "ATLAS_OIDC_CLIENT_SECRET"),
        oidc_roles=_text(environment, "ATLAS_OIDC_ROLES"),
        areas=_text(environment, SETTING),
    )
    if settings.log_level not in LOG_LEVELS:
        raise SettingError(
            f"ATLAS_LOG_LEVEL is '{settings.log_level}'. Set one of: {', '.join(LOG_LEVELS)}."
        )
    check_accounts(settings)
    return settings


def check_accounts(settings: Settings) -> None:
    """Refuse several machines without one secret, and half of a ministry's sign-in.

    Raises:
        SettingError: with what to set.
    """
    problem = secret_problem(
        settings.secret,
        host=settings.host,
        proxy=settings.proxy,
        shared=read_address(settings.database_url).file is None,
    )
    problem = problem or ministry_problem(
        issuer=settings.oidc_issuer,
        client_id=settings.oidc_client_id,
        client_secret=settings.oidc_client_secret,
        roles=settings.oidc_roles,
    )
    if problem:
        raise SettingError(problem)


def check_engine(settings: Settings) -> None:
    """Refuse an engine that is not installed.

    Raises:
        SettingError: with what to install.
    """
    missing = engine_missing(settings.records_engine)
    if missing:
        raise SettingError(
            f"ATLAS_RECORDS_ENGINE is {settings.records_engine}, but {missing} is missing. Install"
            " it (pip install -r requirements-heavy.txt; sudo apt-get install"
            " openjdk-17-jre-headless), or set ATLAS_RECORDS_ENGINE=duckdb."
        )


def _text(environment: Mapping[str, str], name: str) -> str:
    """A text as it is given. It may be a secret, so that no message repeats it."""
    return environment.get(name, "").strip() or NONE


def _choice(environment: Mapping[str, str], name: str, allowed: Sequence[str]) -> str:
    """One of `allowed`; the first where nothing is set."""
    text = environment.get(name, "").strip().lower() or allowed[0]
    if text not in allowed:
        raise SettingError(f"{name} is '{text[:_SHOWN]}'. Set one of: {', '.join(allowed)}.")
    return text


def _database(environment: Mapping[str, str], name: str) -> str:
    """The address as it is given. It may hold a password, so that no message repeats it.

    Areas of one's own have a database of their own: what is loaded for other codes is not theirs.
    """
    areas = folder_of(environment.get(SETTING, ""))
    default = Settings().database_url if areas is None else f"sqlite:///{areas / 'atlas.db'}"
    text = environment.get(name, "").strip() or default
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
