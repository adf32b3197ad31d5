"""The clock of the server jumps by an hour and by a day, ahead and back, while people work."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from benchmarks.clients import Answer
from benchmarks.harness import Served
from benchmarks.room_clients import Room
from dashboard.accounts.passwords import kept
from dashboard.store import Store, accounts, audit, scenarios
from dashboard.store.attempts import LONGEST_PAUSE_SECONDS
from tests.faults.asks import Asks, confirmed
from tests.faults.clock import Clock, served_with_clock
from tests.faults.load import load

SECRET = "r5Vq0pXzT8nLw2KdYb7MfJ4uHs9GcA1e"
PASSWORD = "a fine password to have"
SITE = "atlas.test"
HOUR, DAY = 3600, 24 * 3600
JUMPS = (HOUR, 0, -HOUR, 0, DAY, 0, -DAY, 0)


@dataclass(frozen=True, kw_only=True)
class Atlas:
    """One server with its clock and its store."""

    served: Served
    clock: Clock
    store: Store
    log: Path
    opened: list[httpx.Client] = field(default_factory=list)

    def browser(self) -> httpx.Client:
        """Somebody who does not sit at this machine."""
        headers = {"host": SITE, "origin": f"http://{SITE}"}
        browser = httpx.Client(base_url=self.served.address, headers=headers, timeout=60)
        self.opened.append(browser)
        return browser

    def signed_in(self) -> httpx.Client:
        """Somebody who has just signed in; the cookie is kept whatever the clock says."""
        browser = self.browser()
        answer = browser.post("/sign-in", data={"name": "Sok Dara", "password": PASSWORD})
        browser.cookies.clear()
        browser.headers["cookie"] = answer.headers["set-cookie"].partition(";")[0]
        return browser


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Atlas]:
    """With an account."""
    folder = tmp_path_factory.mktemp("clock")
    url = f"sqlite:///{folder}/data/atlas.db"
    store = Store.open(url)
    hashed = kept(PASSWORD, name="Sok Dara")
    accounts.add(store, name="Sok Dara", role="steward", password=hashed)
    with served_with_clock(folder, url=url, secret=SECRET) as (served, clock):
        yield Atlas(served=served, clock=clock, store=store, log=folder / "log")
    store.close()


@pytest.fixture(autouse=True)
def right(atlas: Atlas) -> Iterator[None]:
    """The clock is right before and after each test, and nobody stays."""
    yield
    atlas.clock.set(0)
    while atlas.opened:
        atlas.opened.pop().close()


def knows(browser: httpx.Client) -> bool:
    """Whether the atlas takes this browser for somebody."""
    return browser.get("/account").status_code == 200


def test_people_go_on_working_and_nothing_is_lost(atlas: Atlas) -> None:
    with load(atlas.served.address, readers=4, writers=2) as here:
        for jump in JUMPS:
            atlas.clock.set(jump)
            here.goes_on(2)
    assert not here.failed
    assert here.saved and not [one for one in here.tried if one.kind == "save" and not one.made]
    for one in here.saved:
        assert one.made
        assert scenarios.get(atlas.store, id=one.made[0], version=one.made[1]).name == one.name
    assert "Traceback" not in atlas.log.read_text(encoding="utf-8")


def test_versions_follow_their_number_and_not_their_time(atlas: Atlas) -> None:
    asks = Asks.of(atlas.served.address)
    made: tuple[str, int] | None = None
    with httpx.Client(base_url=atlas.served.address, timeout=60) as here:
        for jump in JUMPS:
            atlas.clock.set(jump)
            ask = asks.save(f"A plan at {jump}", over=made)
            headers = {"content-type": "application/json"}
            told = here.post(ask.path, content=ask.body, headers=headers)
            made = confirmed(Answer(status=told.status_code, body=told.content))
            assert made, told.text
    assert made
    history = scenarios.history(atlas.store, id=made[0])
    assert [one.version for one in history] == list(range(len(JUMPS), 0, -1))
    assert scenarios.get(atlas.store, id=made[0]).version == len(JUMPS)
    times = [one.saved_at for one in history]
    assert times != sorted(times, reverse=True), "each keeps the time that the clock showed"
    lines = audit.entries(atlas.store, limit=500)
    assert [one.number for one in lines] == sorted((one.number for one in lines), reverse=True)
    assert audit.checked(atlas.store).wrong is None


def test_events_of_a_room_follow_their_number(atlas: Atlas) -> None:
    async def play() -> list[int]:
        room = await Room.start(atlas.served.address)
        numbers = []
        for province, jump in enumerate((HOUR, 0, -HOUR, -DAY, 0), start=1):
            atlas.clock.set(jump)
            numbers.append(await room.act("scene", view=f"/?province=0{province}"))
        atlas.clock.set(DAY)
        with pytest.raises(RuntimeError, match="over|ended"):
            await room.act("scene", view="/?layer=returnees")
        atlas.clock.set(0)
        numbers.append(await room.act("scene", view="/?layer=returnees"))
        room.line.close()
        return numbers

    with ThreadPoolExecutor(1) as aside:  # a browser of other tests keeps a loop in this thread
        numbers = aside.submit(asyncio.run, play()).result()
    assert numbers == sorted(set(numbers))


def test_sessions_outlast_a_clock_that_is_set_right(atlas: Atlas) -> None:
    before = atlas.signed_in()
    atlas.clock.set(HOUR)
    ahead = atlas.signed_in()
    assert knows(before) and knows(ahead)
    atlas.clock.set(0)
    assert knows(before) and knows(ahead)
    atlas.clock.set(-HOUR)
    assert knows(before) and knows(ahead)
    atlas.clock.set(DAY)
    assert not knows(before) and not knows(ahead), "they last twelve hours"
    assert before.get("/").status_code == 200
    atlas.clock.set(0)
    assert knows(before) and knows(ahead)


def test_a_session_that_was_ended_stays_ended(atlas: Atlas) -> None:
    ended, other = atlas.signed_in(), atlas.signed_in()
    assert ended.post("/sign-out").status_code in (200, 303) and not knows(ended)
    atlas.clock.set(DAY)
    late = atlas.signed_in()
    late.post("/sign-out")
    atlas.clock.set(0)
    assert not knows(ended) and not knows(late) and knows(other)


def test_nobody_waits_longer_than_the_longest_pause(atlas: Atlas) -> None:
    atlas.clock.set(DAY)
    guessing = atlas.browser()
    for _ in range(8):
        guessing.post("/sign-in", data={"name": "Sok Dara", "password": "not the password"})
    form = {"name": "Sok Dara", "password": PASSWORD}
    assert "set-cookie" not in guessing.post("/sign-in", data=form).headers, "it waits now"
    assert LONGEST_PAUSE_SECONDS < DAY
    atlas.clock.set(0)
    assert knows(atlas.signed_in())
