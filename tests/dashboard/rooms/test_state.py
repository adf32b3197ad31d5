"""The state of a room: the same however its events come, and never what a presenter cannot mean."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.rooms.acts import ACTS, decided
from dashboard.rooms.events import KINDS, Event, Made, read, written
from dashboard.rooms.live import Live, folded
from dashboard.rooms.refused import Refused
from dashboard.rooms.state import Room, after, replayed
from dashboard.store import Around, LoggedEvent, RoomRow, Seen
from tests.dashboard.rooms.asking import OPTIONS, question

IDS = ("q1", "q2", "q3")
KINDS_ASKED = ("single", "multiple", "ranking", "points", "budget", "rating", "text")


def given_for(draw: Any, name: str) -> dict[str, Any]:
    id = draw(st.sampled_from(IDS))
    flag = draw(st.booleans())
    match name:
        case "scene":
            return {"text": draw(st.sampled_from(["A", "B"])), "view": "/?layer=vacancies"}
        case "groups":
            return {"groups": OPTIONS[: draw(st.integers(0, 3))]}
        case "ask":
            return {"question": question(id, KINDS_ASKED[IDS.index(id)]), "open": flag}
        case "door":
            return {"open": flag}
        case "moderate":
            return {"what": "answer", "id": "abc", "passed": flag}
        case "show":
            return {"question": id, "by_group": flag}
    return {"question": id}


@st.composite
def stories(draw: st.DrawFn) -> list[Event]:
    """The events of a room in which presenters did anything in any order."""
    events: list[Event] = [Made(lang="km", device="a")]
    names = st.sampled_from([name for name in ACTS if name != "end"])
    for name in [*draw(st.lists(names, max_size=25)), *draw(st.sampled_from([[], ["end"]]))]:
        room = replayed(events)
        device = draw(st.sampled_from(["a", "b"])) if name == "present" else room.device
        try:
            events += decided(room, act=name, given=given_for(draw, name), device=device)
        except Refused:
            continue
    return events


def logged(events: list[Event]) -> list[LoggedEvent]:
    """The events as they come out of the database."""
    entries = []
    for seq, event in enumerate(events, start=1):
        kind, content = written(event)
        again = json.loads(json.dumps(content))
        entries.append(LoggedEvent(seq=seq, at="", kind=kind, content=again))
    return entries


@given(stories())
def test_what_is_written_is_what_is_read(events: list[Event]) -> None:
    assert [read(one.kind, one.content) for one in logged(events)] == events


@given(stories(), st.data())
def test_in_any_order_and_repeated_the_log_gives_the_same_room(
    events: list[Event], data: st.DataObject
) -> None:
    """Parts of the log arrive late, twice and mixed; what is known at last is the replay."""
    whole = logged(events)
    live = Live(row(len(whole)))
    parts = data.draw(st.lists(st.tuples(st.integers(0, len(whole)), st.integers(0, len(whole)))))
    for begin, end in parts:
        live.take(seen(whole[begin:end], seq=end))
        assert live.room == replayed(events[: live.room.seq])
    live.take(seen(whole[live.room.seq :], seq=len(whole)))
    assert live.room == replayed(events)
    assert live.log == whole


@given(stories(), st.data())
def test_who_stopped_anywhere_catches_up(events: list[Event], data: st.DataObject) -> None:
    whole = logged(events)
    stop = data.draw(st.integers(0, len(whole)))
    room = folded(Room(), whole[:stop])
    assert folded(room, whole) == replayed(events)


@given(stories())
def test_a_room_is_always_one_that_can_be(events: list[Event]) -> None:
    for stop in range(1, len(events) + 1):
        room = replayed(events[:stop])
        standing = room.questions.values()
        assert sum(one.phase == "open" for one in standing) <= 1
        assert room.current is None or room.current in room.questions
        if room.open_question:
            assert room.current == room.open_question
        if room.ended:
            assert room.open_question is None


@given(stories(), st.data())
@settings(max_examples=60)
def test_an_act_done_twice_is_done_once(events: list[Event], data: st.DataObject) -> None:
    room = replayed(events)
    name = data.draw(st.sampled_from([name for name in ACTS if name not in ("end", "moderate")]))
    wanted = given_for(data.draw, name)
    try:
        first = decided(room, act=name, given=wanted, device=room.device)
    except Refused:
        return
    for event in first:
        room = after(room, event)
    assert decided(room, act=name, given=wanted, device=room.device) == []


def test_every_kind_of_event_has_been_in_a_story() -> None:
    found: set[str] = set()

    @given(stories())
    @settings(max_examples=600, derandomize=True, database=None)
    def collect(events: list[Event]) -> None:
        found.update(written(event)[0] for event in events)

    collect()
    assert found == set(KINDS)


def test_nothing_is_done_in_a_room_that_has_ended() -> None:
    room = replayed([Made(lang="en", device="a")])
    (ended,) = decided(room, act="end", given={}, device="a")
    over = after(room, ended)
    assert decided(over, act="end", given={}, device="a") == [], "it has ended already"
    for name in set(ACTS) - {"end"}:
        with pytest.raises(Refused, match="ended"):
            decided(over, act=name, given={}, device="a")


def row(seq: int) -> RoomRow:
    return RoomRow(
        id="r",
        code="BCD234",
        secret_hash="",
        created_at="",
        ends_at="9999",
        ended_at=None,
        seq=seq,
        pulse=0,
    )


def seen(events: list[LoggedEvent], *, seq: int) -> Seen:
    return Seen(
        row=row(seq), events=tuple(events), around=Around(phones=0, answers=(), objections=())
    )
