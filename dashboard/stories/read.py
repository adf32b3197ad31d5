"""A story read from a file or a request: every part checked, what is wrong named by its place."""

from typing import Any

from dashboard.exports.declaration import pictures
from dashboard.rooms.questions import checked
from dashboard.rooms.refused import Refused
from dashboard.rooms.scene import WORDS_ALONE, is_view
from dashboard.rooms.texts import LONG, SHORT, Both, both, cleaned
from dashboard.stories.story import KIND, NOTHING, SCHEMA, Story, StoryScene

MOST_SCENES = 60
NOTES_MOST = 2_000
_SECONDS = (5, 3_600)


def read_story(given: Any) -> Story:
    """The story in JSON.

    Raises:
        Refused: it is none, one of a newer kind, or a part of it cannot be used; it says where.
    """
    if not isinstance(given, dict) or given.get("kind") != KIND:
        raise Refused("story_other")
    if given.get("schema") != SCHEMA:
        raise Refused("story_schema", known=SCHEMA)
    scenes = given.get("scenes")
    if not isinstance(scenes, list) or not 1 <= len(scenes) <= MOST_SCENES:
        raise Refused("story_scenes", most=MOST_SCENES)
    story = Story(
        title=both(given.get("title"), field="title", most=SHORT),
        scenes=tuple(read_story_scene(one, at=at) for at, one in enumerate(scenes, start=1)),
    )
    asked = [scene.question for scene in story.scenes if scene.question]
    known: dict[str, object] = {}
    for question in asked:
        if known.setdefault(question.id, question) != question:
            raise Refused("question_twice", id=question.id)
    return story


def read_story_scene(given: Any, *, at: int) -> StoryScene:
    """One scene; `at`: which one it is, counted from one. Raises `Refused`."""
    if not isinstance(given, dict):
        raise Refused("story_part", scene=at, part="scene")
    view, picture = given.get("view", ""), given.get("picture", "")
    if not is_view(view):
        raise Refused("story_part", scene=at, part="view")
    if picture not in ("", WORDS_ALONE, *pictures()):
        raise Refused("story_part", scene=at, part="picture")
    seconds = given.get("seconds", StoryScene.seconds)
    whole = isinstance(seconds, int) and not isinstance(seconds, bool)
    if not whole or not _SECONDS[0] <= seconds <= _SECONDS[1]:
        raise Refused("story_part", scene=at, part="seconds")
    return StoryScene(
        view=view,
        text=both(given["text"], field="text", most=LONG) if _has_words(given, "text") else None,
        evidence=_optional(given, "evidence", most=LONG),
        notes=_optional(given, "notes", most=NOTES_MOST),
        picture=picture,
        live=given.get("live") is True,
        seconds=seconds,
        question=checked(given["question"]) if given.get("question") is not None else None,
    )


def _optional(given: dict[str, Any], part: str, *, most: int) -> Both:
    return both(given[part], field=part, most=most) if _has_words(given, part) else NOTHING


def _has_words(given: dict[str, Any], part: str) -> bool:
    """Whether there is a text in either language; an empty one counts as none."""
    text = given.get(part)
    texts = list(text.values()) if isinstance(text, dict) else [text]
    return any(isinstance(one, str) and cleaned(one) for one in texts)
