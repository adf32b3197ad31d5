"""A story and its scenes, as they are kept and as their file has them."""

from dataclasses import dataclass
from typing import Any

from dashboard.rooms.question import Question
from dashboard.rooms.texts import Both

KIND = "corridor-atlas-story"
SCHEMA = 1
NOTHING = Both(en="", km="")


@dataclass(frozen=True, kw_only=True)
class StoryScene:
    """One scene. `view`: path and query of a page; `text`: the sentence, None for its headline.

    `evidence`: status, date and sources of an own sentence; a headline has its own.

    `picture`: which picture of the page, `none` for a scene of words alone, empty for the first;
    `live`: whether the page itself is shown rather than its picture; `seconds`: how long it stays
    when scenes follow by themselves.
    """

    view: str
    text: Both | None = None
    evidence: Both = NOTHING
    notes: Both = NOTHING
    picture: str = ""
    live: bool = False
    seconds: int = 60
    question: Question | None = None

    def as_json(self) -> dict[str, Any]:
        """The scene as the file has it; what is usual is left out."""
        found: dict[str, Any] = {"view": self.view}
        if self.text is not None:
            found["text"] = self.text.as_json()
        if self.evidence != NOTHING:
            found["evidence"] = self.evidence.as_json()
        if self.notes != NOTHING:
            found["notes"] = self.notes.as_json()
        if self.picture:
            found["picture"] = self.picture
        if self.live:
            found["live"] = True
        if self.question is not None:
            found["question"] = self.question.as_json()
        return {**found, "seconds": self.seconds}


@dataclass(frozen=True, kw_only=True)
class Story:
    """Scenes in their order, and what they are called together."""

    title: Both
    scenes: tuple[StoryScene, ...]

    def as_json(self) -> dict[str, Any]:
        """The story as its file has it."""
        return {
            "kind": KIND,
            "schema": SCHEMA,
            "title": self.title.as_json(),
            "scenes": [scene.as_json() for scene in self.scenes],
        }
