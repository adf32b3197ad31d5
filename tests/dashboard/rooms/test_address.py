"""Where phones find the atlas: guessed without asking anyone, set, or told that they cannot."""

import ipaddress

import pytest

from dashboard.look import look
from dashboard.rooms import address, codes
from dashboard.rooms.address import own_addresses, where_of
from dashboard.rooms.join_page import door_page
from dashboard.rooms.limits import Buckets, nameless
from dashboard.rooms.qr import qr_svg
from dashboard.rooms.quiet import NoVisitors
from dashboard.rooms.refused import Refused
from dashboard.settings import Settings


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "localhost", "::1"])
def test_a_machine_that_listens_to_itself_says_that_phones_cannot_come(host: str) -> None:
    told = where_of(Settings(host=host), port=8050).as_json("BCD234", lang="en")
    assert told["reachable"] is False
    assert "HOST=0.0.0.0" in told["address_said"]["en"]
    assert "ATLAS_ROOM_ADDRESS" in told["address_said"]["km"]


def test_an_address_that_is_set_is_taken_as_it_is() -> None:
    where = where_of(Settings(room_address="https://atlas.example.org"), port=8050)
    told = where.as_json("BCD234", lang="km")
    assert told["join"] == "https://atlas.example.org/join/BCD234?lang=km"
    assert told["reachable"] and told["address_said"] is None


def test_all_own_addresses_are_offered_private_ones_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(address, "_sends_from", lambda probe: "192.168.8.10")
    monkeypatch.setattr(address, "_of_interfaces", lambda: ["127.0.0.1", "8.8.4.4", "10.0.0.2"])
    monkeypatch.setattr(address, "_of_name", lambda: ["127.0.1.1"])
    assert own_addresses() == ("192.168.8.10", "10.0.0.2", "8.8.4.4")
    where = where_of(Settings(host="0.0.0.0"), port=8050)
    assert where.bases[0] == "http://192.168.8.10:8050" and not where.problem
    assert where_of(Settings(host="10.0.0.2"), port=80).bases == ("http://10.0.0.2",)


def test_a_machine_without_a_network_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "own_addresses", lambda: ())
    told = where_of(Settings(host="0.0.0.0"), port=8050).as_json("BCD234", lang="en")
    assert not told["reachable"] and "no network" in told["address_said"]["en"]


def test_what_this_machine_calls_itself_are_addresses() -> None:
    for one in own_addresses():
        assert not ipaddress.ip_address(one).is_loopback


def test_a_qr_code_is_a_drawing_without_scripts() -> None:
    drawn = qr_svg("http://192.168.8.10:8050/join/BCD234?lang=km").decode()
    assert drawn.startswith("<svg") and "viewBox" in drawn and "<script" not in drawn


def test_codes_are_read_as_people_type_them() -> None:
    code = codes.new_code()
    assert codes.read_code(f" {code[:3].lower()}-{code[3:]} ") == code
    for wrong in ("", "BCD23", "BCD2345", "ABC234", "BCD23០", "BCD2/4"):
        assert codes.read_code(wrong) is None


def test_a_token_is_another_phone_in_another_room() -> None:
    assert codes.phone_hash("a" * 32, id="r1") != codes.phone_hash("a" * 32, id="r2")
    assert nameless("192.168.8.20") == nameless("192.168.8.20") != nameless(None)


def test_a_bucket_refills() -> None:
    now = [0.0]
    buckets = Buckets(burst=2, a_second=0.5, clock=lambda: now[0])
    for _ in range(2):
        buckets.take("a", refusing="fast")
    with pytest.raises(Refused) as refused:
        buckets.take("a", refusing="fast")
    assert refused.value.fields == {"seconds": 2}
    buckets.take("b", refusing="fast")
    now[0] = 2.0
    buckets.take("a", refusing="fast")


def test_requests_to_rooms_leave_no_line_in_the_log() -> None:
    import logging

    def line(path: str) -> logging.LogRecord:
        given = ("192.168.8.20:1", "GET", path, "1.1", 200)
        return logging.LogRecord("uvicorn.access", 20, "", 0, "%s", given, None)

    quiet = NoVisitors()
    assert quiet.filter(line("/health"))
    assert not quiet.filter(line("/rooms/BCD234/stream?phone=1"))
    assert not quiet.filter(line("/join/BCD234"))


def test_the_phones_style_has_the_colours_and_sizes_of_the_atlas() -> None:
    for lang in ("en", "km"):
        page = door_page(lang, said="", given="")
        assert look(latin="swap") in page
        assert page.index("<style>") < page.index("join/join.css")
