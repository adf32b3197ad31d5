"""A room, on each kind of database: what is told, and nothing lost."""

import asyncio

from dashboard.rooms.codes import ALPHABET, CODE_LENGTH
from dashboard.words import Speaker
from tests.dashboard.rooms.asking import OPTIONS, Site, question

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
    presenter.act("scene", view="/?layer=vacancies", text="No picture", shown_by="none")
    assert phone.look()["room"]["scene"]["picture"] is None
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
