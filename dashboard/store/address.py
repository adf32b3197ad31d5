"""Where the database is: reads ATLAS_DATABASE_URL without ever repeating what it says."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, quote_plus

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

ROOT = Path(__file__).resolve().parents[2]
ALLOWED = "sqlite:///path/to/file.db or postgresql://user:password@host/name"
_POSTGRESQL = ("postgresql", "postgresql+psycopg")


class AddressError(ValueError):
    """A text that is no address of a database; the message does not repeat it."""

    def __init__(self) -> None:
        super().__init__(f"That is no address of a database. Set {ALLOWED}.")


@dataclass(frozen=True, kw_only=True)
class Address:
    """A PostgreSQL address, or the file of an SQLite database."""

    url: URL | None = field(default=None, repr=False)
    file: Path | None = None

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must not be written anywhere, as it is and as it stands in an address."""
        if self.url is None:
            return ()
        given = [self.url.password, *self.url.query.values()]
        texts = [text for text in given if isinstance(text, str) and text]
        return tuple({form for text in texts for form in (text, quote(text), quote_plus(text))})


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
        return Address(url=url.set(drivername="postgresql+psycopg"))
    named = url.database or ""
    is_file = named and not named.startswith((":", "file:")) and "\0" not in named
    if url.drivername == "sqlite" and is_file and not url.host and not url.query:
        return Address(file=ROOT / named)
    raise AddressError
