"""A scene as a screen shows it: words, evidence, the address of its page and of its picture."""

from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from dashboard.exports.declaration import pictures
from dashboard.exports.links import QUERIES
from dashboard.exports.route import PATH
from dashboard.rooms.scene import WORDS_ALONE
from dashboard.stories.story import NOTHING, Story, StoryScene
from dashboard.stories.told import in_language, told
from dashboard.words import LANGUAGES, Speaker

_MAPS = ("map_picture", "mismatch_map", "scenario_lines")
"""What a page is shown by where a scene names no picture."""


def story_shown(story: Story) -> dict[str, Any]:
    """The whole story as the presenter's page has it."""
    return {
        "title": story.title.as_json(),
        "scenes": [scene_shown(scene) for scene in story.scenes],
        "pictures": [
            {"key": key, "path": one.path, **_both(key)} for key, one in pictures().items()
        ],
    }


def scene_shown(scene: StoryScene) -> dict[str, Any]:
    """One scene: as it is kept (`kept`), and what is computed from its view."""
    said = told(scene.view) if scene.text is None else None
    return {
        "kept": scene.as_json(),
        "text": (said.text if said else scene.text or NOTHING).as_json(),
        "more": (said.more if said else NOTHING).as_json(),
        "evidence": (said.evidence if said else scene.evidence).as_json(),
        "page": {lang: in_language(scene.view, lang, embed=True) for lang in LANGUAGES},
        "picture": {lang: picture_address(scene, lang=lang) for lang in LANGUAGES},
    }


def picture_key(scene: StoryScene) -> str:
    """Which picture a scene is shown by; none for a page without one, or for words alone."""
    path = urlsplit(scene.view).path
    here = [key for key, one in pictures().items() if one.path == path]
    if not scene.view or scene.picture == WORDS_ALONE:
        return ""
    if scene.picture in here:
        return scene.picture
    return next((key for key in (*_MAPS, *here) if key in here), "")


def picture_address(scene: StoryScene, *, lang: str, format: str = "svg") -> str:
    """Where the picture of a scene is, for a stage; nothing where it has none."""
    key = picture_key(scene)
    return f"{PATH}{key}.{format}?{picture_query(scene, lang=lang)}" if key else ""


def picture_query(scene: StoryScene, *, lang: str) -> str:
    """The query of the picture: what is unreadable in the view is left out, as on the page."""
    parts = urlsplit(in_language(scene.view, lang))
    queries = QUERIES[parts.path]
    written = queries.write(queries.read(f"?{parts.query}"))
    pairs = [pair for pair in parse_qsl(written.lstrip("?")) if pair[0] != "lang"]
    return urlencode([*pairs, ("lang", lang), ("size", "stage")], safe=",:*")


def _both(key: str) -> dict[str, str]:
    return {lang: pictures()[key].title(Speaker(lang=lang)) for lang in LANGUAGES}
