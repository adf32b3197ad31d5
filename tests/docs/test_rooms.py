"""docs/rooms.md names every act, kind of question and kind of event, and the limits as they are."""

from pathlib import Path

import pytest

from dashboard.rooms import acts, limits
from dashboard.rooms.events import KINDS
from dashboard.rooms.questions import kinds
from dashboard.rooms.seen import FOR_PHONES

TEXT = (Path(__file__).parents[2] / "docs" / "rooms.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*acts.ACTS, *KINDS, *kinds()])
def test_every_act_event_and_kind_is_described(name: str) -> None:
    assert f"`{name}`" in TEXT or f"acts/{name}`" in TEXT


def test_what_phones_are_not_told_is_listed() -> None:
    hidden = [f"`{name}`" for name in KINDS if name not in FOR_PHONES]
    assert f"not told of {', '.join(hidden[:-1])} and {hidden[-1]}." in TEXT


@pytest.mark.parametrize(
    "row",
    [
        f"| open rooms | {limits.MOST_ROOMS}; the empty ones older than {limits.EMPTY_MINUTES} ",
        f"| life of a room | {limits.LIFE_HOURS} hours |",
        f"| phones in a room | {limits.MOST_PHONES} |",
        f"| {limits.STREAMS_A_PHONE}, {limits.STREAMS_A_PRESENTER}, {limits.MOST_STREAMS:,} |",
        f"{limits.MOST_OBJECTIONS} in all |",
        f"| {limits.PHONE_BODY // 1024} kB, {limits.PRESENTER_BODY // 1024} kB |",
        f"| {acts.MOST_QUESTIONS}, {acts.MOST_GROUPS}, {acts.MOST_EVENTS:,} |",
    ],
)
def test_limits_are_those_on_the_page(row: str) -> None:
    assert row in TEXT
