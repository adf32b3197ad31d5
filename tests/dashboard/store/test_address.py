"""Where the database is, read without ever repeating a secret."""

from pathlib import Path

import pytest

from dashboard.store.address import ROOT, Address, AddressError, read_address
from dashboard.store.database import engine_of
from dashboard.store.failures import LOG_MOST, said


def test_a_relative_file_is_below_the_project_and_an_absolute_one_is_not() -> None:
    assert read_address("sqlite:///var/atlas.db").file == ROOT / "var" / "atlas.db"
    assert read_address("sqlite:////srv/atlas/a b?.db".replace("?", "#")).file == Path(
        "/srv/atlas/a b#.db"
    )


@pytest.mark.parametrize(
    "text",
    [
        "postgresql://atlas:s%40cret@db.example.org/atlas",
        "postgresql://atlas@db.example.org/atlas?password=s%40cret&sslmode=require",
        "postgresql+psycopg://atlas:s%40cret@/atlas?host=/run&sslpassword=s%40cret",
    ],
)
def test_secrets_are_kept_apart(text: str) -> None:
    address = read_address(text)
    assert set(address.secrets.values()) == {"s@cret"}
    engine = engine_of(address)
    for told in (repr(address), repr(engine), str(address.url), repr(engine.url)):
        assert "s@cret" not in told and "s%40cret" not in told
    connect = engine.dialect.create_connect_args(engine.url)[1]
    assert connect["dbname"] == "atlas" and connect["user"] == "atlas"


def test_what_a_database_says_is_logged_in_one_line_without_secrets() -> None:
    address = read_address("postgresql://atlas:s%40cret@db.example.org/atlas")
    told = said(ValueError("s@cret or\ns%40cret" + "x" * 10_000), address=address)
    assert told.startswith("ValueError: *** or ***xxx")
    assert "\n" not in told and len(told) < LOG_MOST + 20
    assert said(ValueError("plain"), address=Address(file=Path("a"))) == "ValueError: plain"


@pytest.mark.parametrize("text", ["", "sqlite", "sqlite://", "nonsense", "sqlite:///a\0b"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(AddressError, match="Set sqlite:///path/to/file.db or postgresql://"):
        read_address(text)
