"""Stories: read from files, refused by place, and the ready one computed from the data."""

import json
from typing import Any

import pytest

from dashboard.evidence import amount
from dashboard.exports.asked import wanted
from dashboard.rooms.refused import Refused
from dashboard.scenarios.asked import places
from dashboard.scenarios.plan_text import read_plan
from dashboard.stories.read import MOST_SCENES, read_story
from dashboard.stories.ready import ready_story
from dashboard.stories.shown import scene_shown, story_shown
from dashboard.stories.story import Story, StoryScene
from dashboard.stories.told import in_language, told
from dashboard.words import Speaker
from dashboard.world import world


def given(**more: Any) -> dict[str, Any]:
    """A story of one scene as its file has it."""
    scene = {"view": "/?layer=vacancies", "seconds": 30, **more}
    title = {"en": "Jobs", "km": "ការងារ"}
    return {"kind": "corridor-atlas-story", "schema": 1, "title": title, "scenes": [scene]}


def test_a_file_comes_back_as_it_went_out() -> None:
    story = ready_story()
    file = json.dumps(story.as_json())
    assert read_story(json.loads(file)) == story


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"kind": "corridor-atlas-scenario"}, "story_other"),
        ({"schema": 2}, "story_schema"),
        ({"scenes": []}, "story_scenes"),
        ({"scenes": [{"view": "/"}] * (MOST_SCENES + 1)}, "story_scenes"),
        ({"title": {}}, "text_missing"),
    ],
)
def test_what_is_no_story_is_refused(wrong: dict[str, Any], key: str) -> None:
    with pytest.raises(Refused) as refused:
        read_story({**given(), **wrong})
    assert refused.value.key == key


@pytest.mark.parametrize(
    ("wrong", "part"),
    [
        ({"view": "https://example.org/"}, "view"),
        ({"view": "//example.org/"}, "view"),
        ({"picture": "portrait"}, "picture"),
        ({"seconds": 0}, "seconds"),
        ({"seconds": True}, "seconds"),
    ],
)
def test_a_wrong_part_is_named_with_its_scene(wrong: dict[str, Any], part: str) -> None:
    with pytest.raises(Refused) as refused:
        read_story(given(**wrong))
    assert (refused.value.fields["scene"], refused.value.fields["part"]) == (1, part)


def test_one_question_cannot_be_two() -> None:
    question = {"id": "q", "kind": "text", "text": "What?"}
    first, second = given(question=question), given(question={**question, "text": "Why?"})
    with pytest.raises(Refused, match="question_twice"):
        read_story({**first, "scenes": [*first["scenes"], *second["scenes"]]})


def test_a_scene_without_words_says_the_headline_of_its_view() -> None:
    shown = scene_shown(read_story(given()).scenes[0])
    assert shown["text"] == told("/?layer=vacancies").text.as_json()
    assert shown["evidence"]["en"]


def test_a_scene_with_words_of_its_own_has_no_evidence_of_another_sentence() -> None:
    shown = scene_shown(read_story(given(text="Where to begin?")).scenes[0])
    assert shown["text"]["km"] == "Where to begin?"
    assert shown["evidence"] == {"en": "", "km": ""}


def test_the_ready_story_says_what_the_data_says() -> None:
    first = scene_shown(ready_story().scenes[0])
    came = world().geodata.national("returnees")[-1]
    assert amount(came, say=Speaker(lang="en")) in first["text"]["en"]


def test_every_scene_of_the_ready_story_has_notes_in_both_languages() -> None:
    for scene in ready_story().scenes:
        assert scene.notes.en and scene.notes.km
        assert scene.notes.en != scene.notes.km


def test_every_picture_of_the_ready_story_can_be_taken() -> None:
    taken = 0
    for scene in story_shown(ready_story())["scenes"]:
        for address in filter(None, scene["picture"].values()):
            path, _, query = address.partition("?")
            name, _, format = path.removeprefix("/export/").partition(".")
            assert wanted(name, format, query).options.size == "stage"
            taken += 1
    assert taken >= 10


def test_what_the_room_divides_can_be_played() -> None:
    asked = [scene.question for scene in ready_story().scenes if scene.question]
    budget = next(one for one in asked if one.kind == "budget")
    text = ",".join(f"{option.key}:10:2026:3" for option in budget.options)
    plan, wrong = read_plan(text, places=places())
    assert len(plan) == len(budget.options)
    assert not wrong


def test_a_view_that_is_partly_unreadable_still_has_its_picture() -> None:
    scene = StoryScene(view="/?layer=nonsense&province=99&what=1")
    shown = story_shown(Story(title=ready_story().title, scenes=(scene,)))["scenes"][0]
    assert shown["picture"]["km"] == "/export/map_picture.svg?lang=km&size=stage"


def test_language_and_frame_are_the_reader_s_not_the_view_s() -> None:
    assert in_language("/?lang=km&digits=khmer&embed=1&show=none", "en") == "/?show=none&lang=en"
