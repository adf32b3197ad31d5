"""docs/settings.md says what dashboard/settings.py takes, and each refusal says what to set."""

import re
from pathlib import Path

import pytest

from dashboard.settings import LOG_LEVELS, VARIABLES, SettingError, Settings, read_settings
from dashboard.store.address import ALLOWED

PAGE = Path(__file__).parents[2] / "docs" / "settings.md"


def rows() -> dict[str, list[str]]:
    """The table of the page: the other cells of a row, by the variable it names."""
    found = {}
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| `"):
            assert cells[0].strip("`") not in found, f"docs/settings.md names {cells[0]} twice"
            found[cells[0].strip("`")] = cells[1:]
    return found


@pytest.mark.parametrize("name", VARIABLES)
def test_every_setting_is_described_with_its_default(name: str) -> None:
    assert name in rows(), f"docs/settings.md does not describe {name}"
    meaning, default, allowed = rows()[name]
    assert meaning and allowed
    assert default == f"`{getattr(Settings(), VARIABLES[name])}`"


def test_no_setting_is_described_that_does_not_exist() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert set(rows()) == set(VARIABLES)
    assert set(re.findall(r"ATLAS_[A-Z_]*[A-Z]", text)) <= set(VARIABLES)


def test_every_field_can_be_set() -> None:
    assert set(VARIABLES.values()) == set(Settings.__dataclass_fields__)


def test_log_levels_are_those_on_the_page() -> None:
    assert rows()["ATLAS_LOG_LEVEL"][2] == ", ".join(f"`{level}`" for level in LOG_LEVELS)


@pytest.mark.parametrize("name", ["PORT", "ATLAS_BODY_LIMIT_KB"])
def test_limits_are_those_on_the_page(name: str) -> None:
    low, high = re.findall(r"\d+", rows()[name][2])
    field = VARIABLES[name]
    for edge in (low, high):
        assert getattr(read_settings({name: edge}), field) == int(edge)
    for beyond in (int(low) - 1, int(high) + 1):
        with pytest.raises(SettingError, match=f"Set a whole number from {low} to {high}."):
            read_settings({name: str(beyond)})


def test_defaults_where_nothing_is_set() -> None:
    assert read_settings({}) == Settings()
    assert read_settings(dict.fromkeys(VARIABLES, "")) == Settings()


def test_variables_of_other_programs_are_left_alone() -> None:
    assert read_settings({"PATH": "/bin", "LOG_LEVEL": "nothing"}) == Settings()


def test_every_variable_is_read() -> None:
    given = {
        "HOST": "0.0.0.0",
        "PORT": "9000",
        "ATLAS_LOG_LEVEL": "INFO",
        "ATLAS_BODY_LIMIT_KB": "2048",
        "ATLAS_DATABASE_URL": "postgresql://atlas:secret@db.example.org/atlas",
        "ATLAS_ROOM_ADDRESS": "http://192.168.8.10:9000/",
        "ATLAS_EMBED_HOSTS": "https://example.org",
    }
    assert read_settings(given) == Settings(
        host="0.0.0.0",
        port=9000,
        log_level="info",
        body_limit_kb=2048,
        database_url="postgresql://atlas:secret@db.example.org/atlas",
        room_address="http://192.168.8.10:9000",
        embed_hosts="https://example.org",
    )


@pytest.mark.parametrize(
    "address", ["192.168.8.10", "ftp://a", "http://", "http://a/b", "http://a:b", "javascript:1"]
)
def test_a_wrong_address_of_rooms_says_what_to_set(address: str) -> None:
    with pytest.raises(SettingError, match="Set auto or http://host:port."):
        read_settings({"ATLAS_ROOM_ADDRESS": address})


def test_addresses_of_databases_are_those_on_the_page() -> None:
    allowed = re.findall(r"`([^`]+)`", rows()["ATLAS_DATABASE_URL"][2])
    assert " or ".join(allowed) == ALLOWED
    for address in allowed:
        assert read_settings({"ATLAS_DATABASE_URL": address}).database_url == address


@pytest.mark.parametrize(
    "address",
    [
        "hunter2",
        "mysql://atlas:hunter2@host/name",
        "postgresql+asyncpg://atlas:hunter2@host/name",
        "postgresql://atlas:hunter2@host",
        "postgresql://atlas:hunter2@host:port/name",
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite:///file:hunter2?mode=memory",
        "sqlite:///var/atlas.db?hunter2=1",
        "sqlite://host/var/atlas.db",
        "://",
    ],
)
def test_a_wrong_address_says_what_to_set_and_repeats_no_secret(address: str) -> None:
    with pytest.raises(SettingError) as refused:
        read_settings({"ATLAS_DATABASE_URL": address})
    assert str(refused.value) == (f"ATLAS_DATABASE_URL is no address of a database. Set {ALLOWED}.")


def test_settings_can_be_printed_without_the_password() -> None:
    address = "postgresql://atlas:hunter2@host/name"
    assert "hunter2" not in repr(read_settings({"ATLAS_DATABASE_URL": address}))


@pytest.mark.parametrize("port", ["eight", "80.5", "-1", "٨٠٥٠", "1e3"])
def test_a_wrong_port_says_what_to_set(port: str) -> None:
    with pytest.raises(SettingError) as refused:
        read_settings({"PORT": port})
    assert str(refused.value) == f"PORT is '{port}'. Set a whole number from 1 to 65535."


def test_an_unknown_setting_is_named_with_those_that_exist() -> None:
    with pytest.raises(SettingError) as refused:
        read_settings({"ATLAS_LOGLEVEL": "info"})
    assert str(refused.value) == (
        f"ATLAS_LOGLEVEL is no setting. Known are: {', '.join(sorted(VARIABLES))}."
    )


def test_a_wrong_level_is_answered_with_the_right_ones() -> None:
    with pytest.raises(SettingError) as refused:
        read_settings({"ATLAS_LOG_LEVEL": "loud"})
    assert str(refused.value) == (
        f"ATLAS_LOG_LEVEL is 'loud'. Set one of: {', '.join(LOG_LEVELS)}."
    )
