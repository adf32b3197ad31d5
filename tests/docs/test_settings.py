"""docs/settings.md says what dashboard/settings.py takes, and each refusal says what to set."""

import re
from pathlib import Path

import pytest

from dashboard.settings import LOG_LEVELS, VARIABLES, SettingError, Settings, read_settings
from dashboard.store.address import ALLOWED

SECRET = "r5Vq0pXzT8nLw2KdYb7MfJ4uHs9GcA1e"
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
        "ATLAS_RECORDS_ENGINE": "Spark",
        "ATLAS_RECORDS_KEEP": "yes",
        "ATLAS_SECRET": SECRET,
        "ATLAS_PROXY": "yes",
        "ATLAS_OIDC_ISSUER": "https://login.example.org",
        "ATLAS_OIDC_CLIENT_ID": "atlas",
        "ATLAS_OIDC_CLIENT_SECRET": "hunter2",
        "ATLAS_OIDC_ROLES": "groups:atlas-editors=editor",
    }
    assert read_settings(given) == Settings(
        host="0.0.0.0",
        port=9000,
        log_level="info",
        body_limit_kb=2048,
        database_url="postgresql://atlas:secret@db.example.org/atlas",
        room_address="http://192.168.8.10:9000",
        embed_hosts="https://example.org",
        records_engine="spark",
        records_keep="yes",
        secret=SECRET,
        proxy="yes",
        oidc_issuer="https://login.example.org",
        oidc_client_id="atlas",
        oidc_client_secret="hunter2",
        oidc_roles="groups:atlas-editors=editor",
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
    assert SECRET not in repr(read_settings({"ATLAS_SECRET": SECRET}))
    assert "hunter2" not in repr(Settings(oidc_client_secret="hunter2"))


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


@pytest.mark.parametrize("name", ["ATLAS_RECORDS_ENGINE", "ATLAS_RECORDS_KEEP", "ATLAS_PROXY"])
def test_a_choice_is_one_of_those_on_the_page(name: str) -> None:
    allowed = re.findall(r"`([^`]+)`", rows()[name][2])
    for choice in allowed:
        assert (
            getattr(read_settings({name: choice, "ATLAS_SECRET": SECRET}), VARIABLES[name])
            == choice
        )
    with pytest.raises(SettingError) as refused:
        read_settings({name: "maybe"})
    assert str(refused.value) == f"{name} is 'maybe'. Set one of: {', '.join(allowed)}."


SHARED = {"ATLAS_DATABASE_URL": "postgresql://atlas@db.example.org/atlas"}


def test_one_machine_makes_a_secret_of_its_own() -> None:
    assert read_settings({"HOST": "0.0.0.0"}).secret == "none"


@pytest.mark.parametrize(
    "more",
    [
        {"HOST": "0.0.0.0", **SHARED},
        {"HOST": "::", **SHARED},
        {"ATLAS_PROXY": "yes", **SHARED},
    ],
)
@pytest.mark.parametrize(
    ("secret", "why"),
    [
        ("", "is not set"),
        ("none", "is not set"),
        ("Wx7", "shorter than 32 characters"),
        ("change-me-change-me-change-me-change-me", "can be guessed"),
        ("a" * 40, "can be guessed"),
    ],
)
def test_where_several_machines_may_serve_it_the_atlas_does_not_start_without_a_good_secret(
    more: dict[str, str], secret: str, why: str
) -> None:
    with pytest.raises(SettingError, match=why) as refused:
        read_settings({**more, "ATLAS_SECRET": secret})
    told = str(refused.value)
    assert "ATLAS_SECRET" in told and "token_urlsafe" in told and "\n" not in told
    assert not secret or secret == "none" or secret not in told
    assert read_settings({**more, "ATLAS_SECRET": SECRET}).secret == SECRET


OIDC = {
    "ATLAS_OIDC_ISSUER": "https://login.example.org/realms/ministry",
    "ATLAS_OIDC_CLIENT_ID": "atlas",
    "ATLAS_OIDC_CLIENT_SECRET": "hunter2",
    "ATLAS_OIDC_ROLES": "groups:a=editor groups:Data%20team=steward",
}


@pytest.mark.parametrize("missing", OIDC)
def test_half_of_a_ministrys_sign_in_is_refused_by_name(missing: str) -> None:
    assert read_settings(OIDC).oidc_client_id == "atlas"
    with pytest.raises(SettingError, match=f"{missing} is not set"):
        read_settings({**OIDC, missing: ""})


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ATLAS_OIDC_ISSUER", "http://login.example.org"),
        ("ATLAS_OIDC_ISSUER", "https://login.example.org?x=1"),
        ("ATLAS_OIDC_ISSUER", "login.example.org"),
        ("ATLAS_OIDC_ROLES", "groups:a=king"),
        ("ATLAS_OIDC_ROLES", "editor"),
        ("ATLAS_OIDC_ROLES", ":a=editor"),
    ],
)
def test_a_wrong_part_of_it_says_what_to_set(name: str, text: str) -> None:
    with pytest.raises(SettingError, match=f"{name} .*Set "):
        read_settings({**OIDC, name: text})
