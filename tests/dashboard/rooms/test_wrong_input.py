"""What a room does not take: told in both languages, slowed where it floods, nothing kept."""

from pathlib import Path

import pytest

from dashboard.rooms import limits
from tests.dashboard.rooms.asking import OPTIONS, Site, question, token


def test_a_flood_from_one_phone_is_slowed_and_others_are_not(site: Site) -> None:
    presenter = site.room()
    flood, calm = presenter.phone(), presenter.phone()
    presenter.act("ask", question=question(), open=True)
    codes = [flood.answer(OPTIONS[n % 2]["key"]).status_code for n in range(30)]
    assert codes[0] == 200 and 429 in codes
    refused = flood.answer("road")
    assert refused.headers["retry-after"] == str(refused.json()["seconds"])
    assert calm.answer("zone").status_code == 200
    assert presenter.tally()["answers"] == 2


def test_a_large_body_is_not_read(site: Site) -> None:
    presenter = site.room()
    phone = presenter.phone()
    presenter.act("ask", question=question(kind="text"), open=True)
    refused = phone.answer("x" * (limits.PHONE_BODY + 1))
    assert (refused.status_code, refused.json()["problem"]) == (413, "large")


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'"x"', b"[" * 5000, b"\xff\xfe"])
def test_a_body_that_is_none_is_told(site: Site, body: bytes) -> None:
    presenter = site.room()
    phone = presenter.phone()
    answer = site.ask(
        "POST",
        f"/rooms/{presenter.code}/answers",
        content=body,
        headers={"X-Room-Phone": phone.token},
    )
    assert answer.json()["problem"] in ("body", "question")
    assert 400 <= answer.status_code < 500


def test_a_room_closed_to_newcomers_keeps_who_is_in_it(site: Site) -> None:
    presenter = site.room()
    inside = presenter.phone()
    presenter.act("door", open=False)
    late = presenter.phone(joined=False)
    refused = late.join()
    assert (refused.status_code, refused.json()["problem"]) == (403, "closed")
    assert late.ask("GET", "events").json()["problem"] == "not_joined"
    assert inside.join().status_code == 200, "a reload is no newcomer"
    presenter.act("door", open=True)
    assert late.join().status_code == 200


def test_only_the_secret_conducts_and_only_a_ticket_looks_behind(site: Site) -> None:
    presenter = site.room()
    presenter.secret = "wrong"
    refused = presenter.ask("scene", text="Hello")
    assert (refused.status_code, refused.json()["problem"]) == (403, "secret")
    presenter.secret = ""
    presenter.act("scene", text="Hello")
    path = f"/rooms/{presenter.code}/presenter"
    for wrong in ("", "?device=laptop", "?device=laptop&ticket=0", "?device=é&ticket=é"):
        for part in ("events", "stream", "results"):
            assert site.ask("GET", f"{path}/{part}{wrong}").status_code == 403


def test_the_secret_can_stand_in_a_form(site: Site) -> None:
    presenter = site.room()
    form = {
        "secret": presenter.made["secret"],
        "device": "laptop",
        "body": '{"text": "From a form"}',
    }
    path = f"/rooms/{presenter.code}/acts/scene"
    assert site.ask("POST", path, data=form).status_code == 200
    assert presenter.look()["room"]["scene"]["text"]["en"] == "From a form"


def test_guessing_secrets_becomes_slow(site: Site) -> None:
    presenter = site.room()
    presenter.secret = "wrong"
    problems = [presenter.ask("scene", text="x").json()["problem"] for _ in range(15)]
    assert problems[0] == "secret" and problems[-1] == "tries"


def test_guessing_codes_becomes_slow_but_who_is_inside_stays(site: Site) -> None:
    presenter = site.room()
    inside = presenter.phone()
    problems = [
        site.ask("GET", f"/rooms/{code}/events").json()["problem"]
        for code in ["BBBBBB", "nonsense", "B" * 500, "%00", *["CCCCCC"] * 40]
    ]
    assert problems[:4] == ["unknown"] * 4 and problems[-1] == "tries"
    assert inside.look()["room"]["code"] == presenter.code
    assert presenter.phone(joined=False).join().json()["problem"] == "tries"


def test_too_many_rooms_are_told_and_empty_old_ones_give_way(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_ROOMS", 2)
    first, second = site.room(), site.room()
    refused = site.ask("POST", "/rooms", json={})
    assert (refused.status_code, refused.json()["problem"]) == (409, "rooms_full")
    second.phone()
    monkeypatch.setattr(limits, "EMPTY_MINUTES", 0)
    site.room()
    assert second.look()["room"]["ended"] is False
    assert first.phone(joined=False).join().json()["problem"] == "ended"


def test_a_room_whose_time_is_up_has_ended(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LIFE_HOURS", 0)
    presenter = site.room()
    assert presenter.look()["room"]["ended"]
    assert presenter.ask("scene", text="x").json()["problem"] == "ended"
    assert presenter.phone(joined=False).join().json()["problem"] == "ended"


def test_a_full_room_is_told(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_PHONES", 1)
    presenter = site.room()
    presenter.phone()
    assert presenter.phone(joined=False).join().json()["problem"] == "full"


@pytest.mark.parametrize("wrong", ["", "x", token(1)[:-1], "Z" * 32, "é" * 32])
def test_a_phone_without_its_token_is_told(site: Site, wrong: str) -> None:
    presenter = site.room()
    path = f"/rooms/{presenter.code}/join"
    answer = site.ask("POST", path, json={}, headers={"X-Room-Phone": wrong.encode()})
    assert (answer.status_code, answer.json()["problem"]) == (400, "phone")


def test_a_request_of_another_site_is_refused(site: Site) -> None:
    presenter = site.room()
    path = f"/rooms/{presenter.code}/join"
    headers = {"X-Room-Phone": token(7), "Origin": "http://elsewhere.test"}
    assert site.ask("POST", path, json={}, headers=headers).status_code == 403


def test_nothing_that_names_a_phone_or_opens_a_room_is_kept(tmp_path: Path, url: str) -> None:
    if not url.startswith("sqlite"):
        pytest.skip("the file is looked at as it is")
    from tests.dashboard.rooms.serving import served

    with served(url, tmp_path) as running:
        presenter = running.room()
        phone = running.join(presenter["code"], number=5)
        running.answer(presenter["code"], phone, "zone", question=None)
    kept = b"".join(path.read_bytes() for path in (tmp_path / "var").iterdir())
    assert presenter["code"].encode() in kept
    for secret in (presenter["secret"], phone, "127.0.0.1", "python-httpx"):
        assert secret.encode() not in kept
    log = (tmp_path / "server.log").read_text()
    assert presenter["code"] not in log and "/join" not in log
    assert "/health" in log, "requests are logged at this level, those of rooms are not"
