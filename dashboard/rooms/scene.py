"""A scene: the sentence that phones read, and the view of the atlas behind it."""

import re
from dataclasses import dataclass
from typing import Any

from dashboard.rooms.refused import Refused
from dashboard.rooms.texts import LONG, Both, both

_VIEW = re.compile(r"/(?!/)[A-Za-z0-9._~!$&'()*+,;=:@%/?-]{0,3999}")

_KEY = re.compile(r"[a-z_]{0,40}")
WORDS_ALONE = "none"
"""`shown_by` of a scene that has no picture."""


@dataclass(frozen=True, kw_only=True)
class Scene:
    """What the presenter shows. `view`: path and query of a page of the atlas, or nothing.

    `shown_by`: the picture that the screen shows it by, where it is not the usual one.
    """

    text: Both
    view: str = ""
    shown_by: str = ""

    def as_json(self) -> dict[str, Any]:
        """The scene as JSON has it."""
        found = {"text": self.text.as_json(), "view": self.view}
        return {**found, "shown_by": self.shown_by} if self.shown_by else found


def is_view(given: object) -> bool:
    """Whether this could be path and query of a page here; nothing at all can be."""
    return isinstance(given, str) and (not given or _VIEW.fullmatch(given) is not None)


def read_scene(given: Any) -> Scene:
    """The scene in JSON. Raises `Refused`: it has no words, or its view is no page here."""
    if not isinstance(given, dict):
        raise Refused("scene")
    view = given.get("view", "")
    if not is_view(view):
        raise Refused("scene")
    shown_by = given.get("shown_by", "")
    if not isinstance(shown_by, str) or not _KEY.fullmatch(shown_by):
        raise Refused("scene")
    text = both(given.get("text"), field="text", most=LONG)
    return Scene(text=text, view=view, shown_by=shown_by)
