"""Minutes of a meeting: what was shown, asked, answered, objected to, and what was made of it.

Anonymous: no names, no addresses, and answers in an order that tells nothing of who gave them.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.rooms.events import SceneSet, read
from dashboard.rooms.live import Live
from dashboard.rooms.question import Question
from dashboard.rooms.questions import kind_of
from dashboard.rooms.seen import outcome
from dashboard.rooms.targets import name_of
from dashboard.rooms.texts import Both
from dashboard.store import KeptAnswer
from dashboard.stories.shown import picture_key
from dashboard.stories.story import Story, StoryScene
from dashboard.words import LANGUAGES, Speaker
from dashboard.workshop.division import Division, division


@dataclass(frozen=True, kw_only=True)
class ShownScene:
    """A scene that was shown. `at`: when it was first, in UTC."""

    at: str
    scene: StoryScene


@dataclass(frozen=True, kw_only=True)
class AskedQuestion:
    """A question, its tally, every answer that counts, and the scenario that it makes."""

    question: Question
    tally: Mapping[str, Any]
    answers: tuple[Any, ...]
    division: Division | None


@dataclass(frozen=True, kw_only=True)
class Objection:
    """An objection that was let through. `link`: the page of what it is about."""

    about: Both
    text: str
    link: str


@dataclass(frozen=True, kw_only=True)
class Minutes:
    """A meeting. `phones`: how many were in the room; `site`: where its links begin."""

    code: str
    begun: str
    phones: int
    site: str
    scenes: tuple[ShownScene, ...]
    asked: tuple[AskedQuestion, ...]
    objections: tuple[Objection, ...]

    def story(self) -> Story:
        """All of it as a story: opened at `/workshop`, it shows the same views again."""
        made = [
            StoryScene(view=one.division.view, text=one.division.said, picture="scenario_lines")
            for one in self.asked
            if one.division
        ]
        asked = [
            StoryScene(view="", text=one.question.text, picture="none", question=one.question)
            for one in self.asked
        ]
        title = {lang: _title(Speaker(lang=lang), self.code) for lang in LANGUAGES}
        return Story(
            title=Both(en=title["en"], km=title["km"]),
            scenes=(*(one.scene for one in self.scenes), *asked, *made),
        )


@dataclass(frozen=True, kw_only=True)
class FileKind:
    """One kind of file: its media type, and what writes the minutes in a language."""

    media_type: str
    write: Callable[[Minutes, str], bytes]


def minutes_of(live: Live, given: Sequence[KeptAnswer], *, site: str) -> Minutes:
    """The minutes of a room, from its log and its answers. Slow: scenarios are played."""
    room = live.room
    asked = []
    for id, standing in room.questions.items():
        own = [one for one in given if one.question == id]
        tally = outcome(room, standing, own, groups=bool(room.groups))["tally"]
        budget = standing.question.kind == "budget"
        read_first = kind_of(standing.question).moderated
        kept = [one.content for one in own if one.passed or not read_first]
        asked.append(
            AskedQuestion(
                question=standing.question,
                tally=tally,
                answers=tuple(sorted(kept, key=json.dumps)),
                division=division(standing.question, tally) if budget else None,
            )
        )
    return Minutes(
        code=live.row.code,
        begun=live.row.created_at,
        phones=live.around.phones,
        site=site,
        scenes=_scenes(live),
        asked=tuple(asked),
        objections=tuple(
            Objection(
                about=name_of(one.kind, one.target),
                text=one.content,
                link=_link(one.kind, one.target),
            )
            for one in live.around.objections
            if one.passed
        ),
    )


def _scenes(live: Live) -> tuple[ShownScene, ...]:
    """Each scene once, in the order in which they were first shown."""
    found: dict[str, ShownScene] = {}
    for entry in live.log:
        event = read(entry.kind, entry.content)
        if not isinstance(event, SceneSet):
            continue
        scene = event.scene
        made = StoryScene(view=scene.view, text=scene.text, picture=scene.shown_by)
        key = json.dumps(event.scene.as_json())
        found.setdefault(key, ShownScene(at=entry.at, scene=made))
    return tuple(found.values())


def _link(kind: str, target: str) -> str:
    return f"/province/{target}" if kind == "province" else "/methods"


def has_picture(scene: StoryScene) -> bool:
    """Whether a scene has a picture for print."""
    return bool(picture_key(scene))


def _title(say: Speaker, code: str) -> str:
    return say("minutes_title", code=code)
