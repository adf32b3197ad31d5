"""Real servers: killed in the middle, asked to stop while phones listen, two workers at once."""

import json
import os
import signal
from pathlib import Path

import pytest

from tests.dashboard.rooms.serving import Listener, served
from tests.dashboard.store import postgres

pytestmark = pytest.mark.slow


def test_a_server_that_is_killed_comes_back_with_the_room_as_it_was(
    url: str, tmp_path: Path
) -> None:
    with served(url, tmp_path) as running:
        made = running.room()
        code = made["code"]
        phones = [running.join(code, number=n) for n in range(3)]
        listener = Listener(running, code, phones[0])
        running.act(made, "scene", text="Before")
        seq = running.ask(made)["seq"]
        assert running.answer(code, phones[0], "zone") == 200
        listener.wait_for(seq)
        running.kill()
        running.start()
        assert running.answer(code, phones[0], "zone") == 200, "the phone tries again"
        assert running.answer(code, phones[1], "road") == 200, "it need not join again"
        seq = running.act(made, "close", question="q1")["seq"]
        listener.wait_for(seq)
        assert listener.connections == 2
        heard = [json.loads(text) for id, text in listener.messages if id == seq][-1]
        assert [one["kind"] for one in heard["events"]][-1] == "closed"
        assert heard["room"]["scene"]["text"]["en"] == "Before"
        assert heard["room"]["question"]["phase"] == "closed"
        assert running.tally(made)["answers"] == 2
        listener.stop()


def test_a_server_that_is_asked_to_stop_does_not_wait_for_phones(tmp_path: Path) -> None:
    with served(f"sqlite:///{tmp_path}/var/atlas.db", tmp_path) as running:
        made = running.room()
        phone = running.join(made["code"], number=1)
        listener = Listener(running, made["code"], phone)
        listener.wait_for(1)
        assert running.stop() in (0, -signal.SIGTERM)
        listener.stop()
    log = (tmp_path / "server.log").read_text()
    assert "Traceback" not in log and "exceeded" not in log


def test_two_workers_see_the_same_room(server: postgres.Server, tmp_path: Path) -> None:
    with server.database() as name:
        url = server.plain_url(name)
        with served(url, tmp_path) as one, served(url, _folder(tmp_path)) as other:
            made = one.room()
            code = made["code"]
            here = [one.join(code, number=n) for n in range(4)]
            there = [other.join(code, number=n) for n in range(4, 8)]
            listeners = [Listener(one, code, here[0]), Listener(other, code, there[0])]
            seq = one.ask(made)["seq"]
            for listener in listeners:
                listener.wait_for(seq)
            assert all(one.answer(code, phone, "zone") == 200 for phone in here)
            assert all(other.answer(code, phone, "road") == 200 for phone in there)
            assert one.answer(code, there[0], "skills") == 200, "a phone that comes to another"
            seq = other.act(made, "close", question="q1")["seq"]
            seq = other.act(made, "show", question="q1")["seq"]
            for listener in listeners:
                listener.wait_for(seq)
            assert one.answer(code, here[0], "road") == 409
            for running in (one, other):
                rows = running.tally(made)["rows"]
                assert {row["key"]: row["value"] for row in rows} == {
                    "zone": 4,
                    "road": 3,
                    "skills": 1,
                }
            for listener in listeners:
                listener.stop()


def test_news_are_heard_again_after_postgresql_was_away(
    server: postgres.Server, tmp_path: Path
) -> None:
    with server.database() as name:
        url = server.plain_url(name)
        with served(url, tmp_path) as one, served(url, _folder(tmp_path)) as other:
            made = one.room()
            phone = other.join(made["code"], number=1)
            listener = Listener(other, made["code"], phone)
            listener.wait_for(1)
            server.stop(mode="immediate")
            server.start()
            seq = 0
            while not seq:
                headers = {"X-Room-Secret": made["secret"], "X-Room-Device": "laptop"}
                path = f"/rooms/{made['code']}/acts/scene"
                answer = one.client.post(path, json={"text": "After"}, headers=headers)
                assert answer.status_code == 200 or answer.json()["problem"] == "unsaved"
                seq = answer.json().get("seq", 0)
            listener.wait_for(seq)
            listener.stop()


def test_workers_of_one_server_share_a_room_on_sqlite_too(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/var/atlas.db"
    with served(url, tmp_path) as one, served(url, _folder(tmp_path)) as other:
        made = one.room()
        phone = other.join(made["code"], number=1)
        listener = Listener(other, made["code"], phone)
        listener.wait_for(1)
        listener.wait_for(one.ask(made)["seq"])
        assert other.answer(made["code"], phone, "zone") == 200
        assert one.tally(made)["answers"] == 1
        listener.stop()


def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "other"
    os.makedirs(folder, exist_ok=True)
    return folder
