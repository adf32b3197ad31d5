"""Stories kept with their versions, the room's division of the money, and minutes of all of it."""

import asyncio
import csv
import io
import json
import re
import zipfile
from typing import Any
from xml.etree import ElementTree

import pypdfium2
import pytest

from dashboard.scenario_view import read as read_scenarios
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.plan_text import MILLION
from dashboard.stories.read import read_story
from dashboard.stories.ready import ready_story
from tests.dashboard.rooms.asking import Phone, Presenter, Site

BUDGET = {
    "id": "budget",
    "kind": "budget",
    "text": {"en": "Divide it.", "km": "សូមបែងចែក។"},
    "options": [
        {"key": "sez_upgrade:01", "en": "Zones", "km": "តំបន់"},
        {"key": "enterprise_fund:02", "en": "Firms", "km": "សហគ្រាស"},
        {"key": "something-else", "en": "Else", "km": "ផ្សេង"},
    ],
    "settings": {"total": 100, "step": 10},
}
TEXT = {"id": "missing", "kind": "text", "text": {"en": "What else?", "km": "អ្វីទៀត?"}}
FORMULA = '=HYPERLINK("http://example.org")'


def story(title: str = "Jobs") -> dict[str, Any]:
    found = ready_story().as_json()
    return {**found, "title": {"en": title, "km": title}, "scenes": found["scenes"][:2]}


def divided(site: Site) -> tuple[Presenter, list[Phone]]:
    """A room in which three phones have divided the money."""
    room = site.room()
    room.act("ask", question=BUDGET, open=True)
    phones = [room.phone() for _ in range(3)]
    for phone, zones in zip(phones, (100, 50, 0), strict=True):
        answer = {"sez_upgrade:01": zones, "enterprise_fund:02": 100 - zones}
        assert phone.answer(answer, "budget", turn=1).status_code == 200
    return room, phones


def waiting(site: Site, room: Presenter, *, count: int) -> list[dict[str, Any]]:
    """The texts that wait, once all have been heard of."""
    found: list[dict[str, Any]] = []
    while len(found) < count:
        site.do(asyncio.sleep(0.05))
        found = room.look()["room"]["question"]["waiting"]
    return found


def take(site: Site, room: Presenter, format: str, lang: str = "en") -> bytes:
    query = f"device=laptop&ticket={room.made['ticket']}&lang={lang}"
    answer = site.ask("GET", f"/workshop/rooms/{room.code}/minutes.{format}?{query}")
    assert answer.status_code == 200, answer.text
    return answer.content


def test_every_version_of_a_story_is_kept(site: Site) -> None:
    first = site.ask("POST", "/workshop/stories", json={"story": story("One")}).json()
    again = {"story": story("Two"), **first}
    assert site.ask("POST", "/workshop/stories", json=again).json()["version"] == 2
    path = f"/workshop/stories/{first['id']}"
    assert site.ask("GET", path).json()["title"]["en"] == "Two"
    assert site.ask("GET", f"{path}?version=1").json()["title"]["en"] == "One"
    listed = site.ask("GET", "/workshop/stories").json()["stories"]
    assert [one["title"]["en"] for one in listed][1:] == ["Two"]


def test_nobody_overwrites_what_somebody_else_has_saved(site: Site) -> None:
    first = site.ask("POST", "/workshop/stories", json={"story": story()}).json()
    assert site.ask("POST", "/workshop/stories", json={"story": story(), **first}).is_success
    late = site.ask("POST", "/workshop/stories", json={"story": story(), **first})
    assert (late.status_code, late.json()["problem"]) == (409, "story_changed")


def test_a_story_that_is_not_there_is_told_so(site: Site) -> None:
    answer = site.ask("GET", "/workshop/stories/2222222222222222")
    assert (answer.status_code, answer.json()["problem"]) == (404, "story_unknown")
    assert answer.json()["said"]["km"]


@pytest.mark.parametrize("path", ["/workshop", "/workshop/screen"])
@pytest.mark.parametrize("lang", ["en", "km"])
def test_the_pages_are_whole_without_a_script_in_them(site: Site, path: str, lang: str) -> None:
    text = site.ask("GET", f"{path}?lang={lang}").text
    assert f'<html lang="{lang}">' in text
    assert "<script>" not in text
    assert not re.search(r"\son[a-z]+=", text)


def test_the_division_of_the_room_becomes_a_plan(site: Site) -> None:
    room, _ = divided(site)
    query = f"device=laptop&ticket={room.made['ticket']}&question=budget"
    answer = site.ask("GET", f"/workshop/rooms/{room.code}/division?{query}").json()
    asked = read_asked(read_scenarios(answer["kept"]["view"].partition("?")[2]))
    spent = {f"{one.instrument}:{one.place}": one.usd / MILLION for one in asked.plan}
    assert spent == {"sez_upgrade:01": 50, "enterprise_fund:02": 50}
    assert asked.budget_usd == 100 * MILLION
    assert not asked.unreadable
    assert "this room divided the money" in answer["text"]["en"]


def test_nothing_is_divided_before_somebody_has_answered(site: Site) -> None:
    room = site.room()
    room.act("ask", question=BUDGET, open=True)
    query = f"device=laptop&ticket={room.made['ticket']}&question=budget"
    answer = site.ask("GET", f"/workshop/rooms/{room.code}/division?{query}")
    assert (answer.status_code, answer.json()["problem"]) == (409, "no_division")


def test_minutes_are_for_whoever_presents(site: Site) -> None:
    room, _ = divided(site)
    answer = site.ask("GET", f"/workshop/rooms/{room.code}/minutes.csv?device=laptop&ticket=x")
    assert answer.status_code == 403


def test_the_answers_come_as_lines_that_no_spreadsheet_runs(site: Site) -> None:
    room, phones = divided(site)
    room.act("ask", question=TEXT, open=True)
    for phone, words in zip(phones, (FORMULA, "passed", "refused"), strict=True):
        phone.answer(words, "missing", turn=1)
    for one in waiting(site, room, count=3):
        room.act("moderate", what="answer", id=one["id"], passed=one["text"] != "refused")
    text = take(site, room, "csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    zones = [row["value"] for row in rows if row["option"] == "sez_upgrade:01"]
    assert sorted(zones) == ["0", "100", "50"]
    kept = {row["value"] for row in rows if row["question"] == "missing"}
    assert kept == {f"'{FORMULA}", "passed"}


def test_minutes_keep_nothing_of_who_answered(site: Site) -> None:
    room, phones = divided(site)
    for format in ("csv", "json"):
        text = take(site, room, format).decode("utf-8-sig")
        assert not any(phone.token in text for phone in phones)
        assert room.made["secret"] not in text
        assert "192." not in text


@pytest.mark.parametrize("lang", ["en", "km"])
def test_the_document_has_scenes_questions_results_and_objections(site: Site, lang: str) -> None:
    room, phones = divided(site)
    scene = ready_story().scenes[1]
    room.act("scene", view=scene.view, text={"en": "Here they are", "km": "នៅទីនេះ"})
    phones[0].ask(
        "POST", "objections", json={"kind": "province", "target": "01", "text": "<b>More</b>"}
    )
    kept = room.look()["room"]["objections"][0]
    room.act("moderate", what="objection", id=kept["id"], passed=True)
    content = take(site, room, "docx", lang)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(archive.read(name))
        text = "".join(ElementTree.fromstring(archive.read("word/document.xml")).itertext())
        assert archive.read("word/media/picture1.png").startswith(b"\x89PNG")
    expected = {"en": ("Here they are", "Divide it.", "Zones"), "km": ("នៅទីនេះ", "តំបន់")}
    assert all(words in text for words in expected[lang])
    assert "<b>More</b>" in text
    document = pypdfium2.PdfDocument(take(site, room, "pdf", lang))
    assert len(document) >= 1


def test_the_file_of_the_meeting_opens_as_a_story_with_its_scenarios(site: Site) -> None:
    room, _ = divided(site)
    scene = ready_story().scenes[3]
    room.act("scene", view=scene.view, text="Why", shown_by=scene.picture)
    found = read_story(json.loads(take(site, room, "json")))
    assert found.scenes[0].picture == "mismatch_bars"
    assert [one.question.id for one in found.scenes if one.question] == ["budget"]
    assert found.scenes[-1].view.startswith("/scenarios?scenarios=plan,best-use&plan=sez_upgrade")
