"""A question: what it asks, what can be answered. Read from JSON, checked once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dashboard.rooms.refused import Refused
from dashboard.rooms.texts import MEDIUM, SHORT, Both, both

MOST_OPTIONS = 30
KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,47}")


@dataclass(frozen=True, kw_only=True)
class Option:
    """One thing to choose, rank or give to: a corridor, an instrument, a sentence."""

    key: str
    text: Both

    def as_json(self) -> dict[str, Any]:
        """The option as JSON has it."""
        return {"key": self.key, **self.text.as_json()}


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question of one kind. `settings`: what its kind lets be set, checked by it."""

    id: str
    kind: str
    text: Both
    options: tuple[Option, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the options, in their order."""
        return tuple(option.key for option in self.options)

    def option(self, key: str) -> Option:
        """One option."""
        return next(option for option in self.options if option.key == key)

    def as_json(self) -> dict[str, Any]:
        """The question as JSON has it."""
        return {
            "id": self.id,
            "kind": self.kind,
            "text": self.text.as_json(),
            "options": [option.as_json() for option in self.options],
            "settings": dict(self.settings),
        }


def read_question(given: Any) -> Question:
    """The parts that every kind has; what the kind itself asks for is not looked at yet.

    Raises:
        Refused: a part is missing, too long or of the wrong kind.
    """
    if not isinstance(given, dict):
        raise Refused("field", field="question")
    options = given.get("options", [])
    settings = given.get("settings", {})
    if not isinstance(options, list) or len(options) > MOST_OPTIONS:
        raise Refused("question_options", low=0, high=MOST_OPTIONS)
    if not isinstance(settings, dict):
        raise Refused("field", field="settings")
    found = tuple(_option(one) for one in options)
    if len({one.key for one in found}) < len(found):
        raise Refused("field", field="options")
    return Question(
        id=key_of(given.get("id"), field="id"),
        kind=str(given.get("kind"))[:SHORT],
        text=both(given.get("text"), field="text", most=MEDIUM),
        options=found,
        settings=settings,
    )


def key_of(given: Any, *, field: str) -> str:
    """A key as questions, options and groups have it. Raises `Refused`."""
    if not isinstance(given, str) or not KEY.fullmatch(given):
        raise Refused("field", field=field)
    return given


def _option(given: Any) -> Option:
    if not isinstance(given, dict):
        raise Refused("field", field="options")
    key = key_of(given.get("key"), field="options")
    return Option(key=key, text=both(given, field="options", most=SHORT))
