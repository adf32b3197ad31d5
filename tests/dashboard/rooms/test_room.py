"""A room, on each kind of database: what is told, and nothing lost."""

import asyncio
from pathlib import Path

import pytest

from dashboard.rooms import limits
from dashboard.rooms.codes import ALPHABET, CODE_LENGTH
from dashboard.words import Speaker
from tests.dashboard.rooms.asking import OPTIONS, Site, question, token

ATTACK = "<script>alert(1)</script>"


def test_a_room_from_beginning_to_end(site: Site) -> None:
    presenter = site.room(lang="km")
    code = presenter.code
    assert len(code) == CODE_LENGTH and set(code) <= set(ALPHABET)
    assert presenter.made["join"] == f"http://192.168.8.10:8050/join/{code}?lang=km"
    phone = presenter.phone()
    presenter.act("scene", view="/?layer=vacancies")
    scene = phone.look()["room"]["scene"]
    assert scene["picture"]["src"] == "/join/picture.svg?layer=vacancies"
    assert "190,000" in scene["text"]["en"] and "190,000" in scene["text"]["km"]
    presenter.act("ask", question=question())
    assert phone.look()["room"]["question"] is None, "not before it is opened"
    presenter.act("open", question="q1")
    assert phone.look()["room"]["question"]["phase"] == "open"
    told = phone.answer("zone").json()
    assert told["answer"] == "zone" and told["said"]["en"] == "You chose: Zone"
    assert "tally" not in phone.look()["room"]["question"], "not before it is shown"
    assert presenter.tally()["answers"] == 1
    presenter.act("close", question="q1")
    presenter.act("show", question="q1")
    assert phone.look()["room"]["question"]["tally"]["rows"][1]["value"] == 1
    presenter.act("hide", question="q1")
    assert "tally" not in phone.look()["room"]["question"]
    presenter.act("end")
    assert phone.look()["room"]["ended"]
    assert phone.answer("road").json()["problem"] == "ended"
    assert presenter.tally()["answers"] == 1


def test_a_message_tells_what_happened_since(site: Site) -> None:
    presenter = site.room()
    phone = presenter.phone()
    first = phone.look()["seq"]
    presenter.act("ask", question=question(), open=True)
    presenter.act("close", question="q1")
    told = phone.look(after=first)
    assert [one["kind"] for one in told["events"]] == ["opened", "closed"]
    assert phone.look(after=told["seq"])["events"] == []
    assert phone.look(after=10**8)["events"] == []
    asked = phone.ask("GET", "events?after=1")
    again = phone.ask("GET", "events?after=1")
    tag = {"If-None-Match": asked.headers["etag"]}
    phone.headers = tag
    assert again.status_code == 200
    assert phone.ask("GET", "events?after=1").status_code == 304


def test_of_one_phone_the_last_answer_counts_and_a_double_tap_is_one(site: Site) -> None:
    presenter = site.room()
    phone = presenter.phone()
    presenter.act("ask", question=question(), open=True)
    assert phone.answer("zone", turn=1).json()["changed"]
    assert not phone.answer("zone", turn=2).json()["changed"]
    assert phone.answer("road", turn=5).json()["changed"]
    late = phone.answer("skills", turn=4).json()
    assert (late["answer"], late["changed"]) == ("road", False), "it was sent before the last one"
    rows = presenter.tally()["rows"]
    assert {row["key"]: row["value"] for row in rows} == {"road": 1, "zone": 0, "skills": 0}


def test_an_answer_that_comes_late_is_told_and_the_one_before_counts(site: Site) -> None:
    presenter = site.room()
    phone, other = presenter.phone(), presenter.phone()
    presenter.act("ask", question=question())
    assert phone.answer("zone").json()["problem"] == "early"
    presenter.act("open", question="q1")
    phone.answer("zone")
    presenter.act("close", question="q1")
    refused = phone.answer("road")
    assert (refused.status_code, refused.json()["problem"]) == (409, "late")
    assert refused.json()["said"]["km"] == Speaker(lang="km")("room_late")
    assert phone.answer("zone").status_code == 200, "a retry of what is counted is no new answer"
    assert other.answer("zone").json()["problem"] == "late"
    assert presenter.tally()["answers"] == 1
    assert phone.ask("GET", "mine").json()["answers"]["q1"]["answer"] == "zone"


def test_a_hundred_answers_at_once_are_all_counted(site: Site) -> None:
    presenter = site.room()
    phones = [presenter.phone() for _ in range(100)]
    presenter.act("ask", question=question(), open=True)

    async def all_at_once() -> list[int]:
        answers = [
            site.client.post(
                f"/rooms/{presenter.code}/answers",
                json={"question": "q1", "answer": OPTIONS[n % 3]["key"]},
                headers={"X-Room-Phone": phone.token},
            )
            for n, phone in enumerate(phones)
        ]
        return [answer.status_code for answer in await asyncio.gather(*answers)]

    assert site.do(all_at_once()) == [200] * 100
    tally = presenter.tally()
    assert [row["value"] for row in tally["rows"]] == [34, 33, 33]


def test_answers_that_race_with_the_closing_are_counted_or_refused(site: Site) -> None:
    presenter = site.room()
    phones = [presenter.phone() for _ in range(40)]
    presenter.act("ask", question=question(), open=True)
    headers = {"X-Room-Secret": presenter.made["secret"], "X-Room-Device": "laptop"}

    async def race() -> list[int]:
        path = f"/rooms/{presenter.code}"
        sent = [
            site.client.post(
                f"{path}/answers",
                json={"question": "q1", "answer": "zone"},
                headers={"X-Room-Phone": phone.token},
            )
            for phone in phones
        ]
        closing = site.client.post(f"{path}/acts/close", json={"question": "q1"}, headers=headers)
        found = await asyncio.gather(*sent[:20], closing, *sent[20:])
        return [one.status_code for one in [*found[:20], *found[21:]]]

    codes = site.do(race())
    assert set(codes) <= {200, 409}
    tally = presenter.tally()
    assert tally["answers"] == codes.count(200)


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


def test_one_phone_holds_few_streams_and_a_large_body_is_not_read(site: Site) -> None:
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


def test_a_second_presenter_takes_over_and_both_are_told(site: Site) -> None:
    first = site.room()
    second = first.on("tablet")
    refused = second.ask("scene", text="mine")
    assert (refused.status_code, refused.json()["problem"]) == (409, "elsewhere")
    taken = second.act("present")
    assert taken["said"]["en"] == Speaker(lang="en")("room_taken_over")
    second.act("scene", text="mine")
    elsewhere = first.ask("scene", text="no, mine")
    assert elsewhere.json()["said"]["km"] == Speaker(lang="km")("room_elsewhere")
    assert first.look()["room"]["device"] == "tablet"
    first.act("present")
    first.act("scene", text="mine again")
    assert "said" not in first.act("present"), "it presents already"


def test_a_script_in_a_text_stays_a_text_and_waits_for_the_facilitator(site: Site) -> None:
    presenter = site.room()
    phone = presenter.phone()
    presenter.act("ask", question=question(kind="text"), open=True)
    phone.answer(ATTACK)
    presenter.act("show", question="q1")
    assert phone.look()["room"]["question"]["tally"]["texts"] == []
    (waiting,) = presenter.look()["room"]["question"]["waiting"]
    assert waiting["text"] == ATTACK and waiting["passed"] is None
    presenter.act("moderate", what="answer", id=waiting["id"], passed=True)
    (shown,) = phone.look()["room"]["question"]["tally"]["texts"]
    assert shown["text"] == ATTACK
    phone.answer("Something else")
    assert presenter.tally()["texts"] == [], "it is read again"
    assert presenter.ask("moderate", what="answer", id="zzz", passed=True).status_code == 422


def test_an_objection_is_pinned_once_and_shown_when_let_through(site: Site) -> None:
    presenter = site.room()
    phone = presenter.phone()
    objection = {"kind": "province", "target": "02", "text": f"Too few {ATTACK}"}
    for _ in range(2):
        assert phone.ask("POST", "objections", json=objection).status_code == 200
    (found,) = presenter.look()["room"]["objections"]
    assert found["name"]["en"] == "Battambang" and found["passed"] is None
    assert phone.look()["room"]["objections"] == []
    presenter.act("moderate", what="objection", id=found["id"], passed=True)
    assert phone.look()["room"]["objections"][0]["text"] == objection["text"]
    wrong = {**objection, "target": "99"}
    assert phone.ask("POST", "objections", json=wrong).json()["problem"] == "target"
    assumption = {"kind": "assumption", "target": "reach_km", "text": "too far"}
    assert phone.ask("POST", "objections", json=assumption).status_code == 200


def test_results_by_table(site: Site) -> None:
    presenter = site.room()
    presenter.act("groups", groups=OPTIONS[:2])
    presenter.act("ask", question=question(), open=True)
    for n in range(4):
        phone = presenter.phone(group="road" if n < 3 else "zone")
        phone.answer("zone")
    presenter.act("show", question="q1", by_group=True)
    road, zone = phone.look()["room"]["question"]["tally"]["groups"]
    assert road["answers"] == 3 and road["rows"][1]["value"] == 3
    assert zone["few"]
    assert phone.join("road").json()["group"] == "road"
    assert phone.join("nowhere").json()["problem"] == "group"


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
