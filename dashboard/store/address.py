"""Where the database is: reads ATLAS_DATABASE_URL without ever repeating what it says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, quote_plus

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

ROOT = Path(__file__).resolve().parents[2]
ALLOWED = "sqlite:///path/to/file.db or postgresql://user:password@host/name"
_POSTGRESQL = ("postgresql", "postgresql+psycopg")
_SECRET = ("password", "sslpassword")


class AddressError(ValueError):
    """A text that is no address of a database; the message does not repeat it."""

    def __init__(self) -> None:
        super().__init__(f"That is no address of a database. Set {ALLOWED}.")


@dataclass(frozen=True, kw_only=True)
class Address:
    """A PostgreSQL address and its secrets, or the file of an SQLite database."""

    url: URL | None = None
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)
    file: Path | None = None

    def without_secrets(self, said: str) -> str:
        """What somebody said, without a secret, be it plain or as it stands in an address."""
        forms = {form for text in self.secrets.values() for form in _forms(text)}
        for form in sorted(forms, key=len, reverse=True):
            said = said.replace(form, "***")
        return said


def read_address(text: str) -> Address:
    """The address in `text`; a relative file is one below the project's folder.

    Raises:
        AddressError: it is none of those the atlas can use.
    """
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise AddressError from None
    if url.drivername in _POSTGRESQL and url.database:
        return _postgresql(url)
    named = url.database or ""
    is_file = named and not named.startswith((":", "file:")) and "\0" not in named
    if url.drivername == "sqlite" and is_file and not url.host and not url.query:
        return Address(file=ROOT / named)
    raise AddressError


def folder_of(text: str) -> Path:
    """Where this installation may keep a file of its own: beside its database, or in `var`."""
    file = read_address(text).file
    return ROOT / "var" if file is None else file.parent


def _postgresql(url: URL) -> Address:
    """The address with its secrets apart, so that whoever prints it prints none."""
    given = [("password", url.password), *((name, url.query.get(name)) for name in _SECRET)]
    plain = URL.create(
        "postgresql+psycopg",
        username=url.username,
        host=url.host,
        port=url.port,
        database=url.database,
        query=url.difference_update_query(_SECRET).query,
    )
    secrets = {name: text for name, text in given if isinstance(text, str) and text}
    return Address(url=plain, secrets=secrets)


def _forms(secret: str) -> tuple[str, ...]:
    return secret, quote(secret), quote(secret, safe=""), quote_plus(secret)
