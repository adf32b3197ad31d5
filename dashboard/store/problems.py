"""What can go wrong with saved scenarios: a stable key, fields, and plain words with a remedy.

The words are English, for logs and tests. A page translates by `key`, with `fields` to fill in.
"""

from collections.abc import Mapping
from typing import ClassVar

from dashboard.store.records import Attempt, Saved

Field = str | int

_WORDS: Mapping[str, tuple[str, str]] = {
    "store_unreachable": (
        "The database of saved scenarios cannot be reached.",
        "Check that it runs and that ATLAS_DATABASE_URL names it, with its user and password.",
    ),
    "store_gone": (
        "The database file of saved scenarios is gone: {file}.",
        "Put it back, or start the atlas again to begin with an empty one.",
    ),
    "store_locked": (
        "The database of saved scenarios is busy with something else.",
        "Try again in a moment.",
    ),
    "store_newer": (
        "The database of saved scenarios was made by a newer version of the atlas: {revision}.",
        "Start the atlas with that version, or name another database.",
    ),
    "store_damaged": (
        "The database of saved scenarios is damaged.",
        "Bring it back from a backup; keep the damaged one until that has worked.",
    ),
    "store_encoding": (
        "The database of saved scenarios is kept in {encoding}, which has no Khmer.",
        "Create it anew with the encoding UTF8.",
    ),
    "store_failed": (
        "The database of saved scenarios answered with an error.",
        "Look for it in the log of the atlas.",
    ),
    "store_read_only": (
        "Saved scenarios can be read here but not changed.",
        "Give the atlas the right to write to its database.",
    ),
    "store_full": (
        "The disk of the database is full: nothing was saved.",
        "Make room on it, then save again.",
    ),
    "scenario_unknown": ("There is no saved scenario {id}.", "Look for it in the list."),
    "version_unknown": (
        "The scenario {id} has no version {version}.",
        "Choose one from its history.",
    ),
    "scenario_deleted": ("The scenario “{name}” was deleted.", "Recover it first."),
    "scenario_changed": (
        "“{name}” was changed meanwhile: version {current} is saved, yours began with {expected}.",
        "Compare the two; then save on top of the newest version or under another name.",
    ),
    "version_damaged": (
        "Version {version} of “{name}” ({id}) is not what was saved.",
        "Restore another version of it, or bring the database back from a backup.",
    ),
    "text_empty": ("The {field} is empty.", "Write at least one letter."),
    "text_long": (
        "The {field} has {length} characters.",
        "Write no more than {most}.",
    ),
    "text_characters": (
        "The {field} holds a character that cannot be shown: {character}.",
        "Take it out.",
    ),
    "text_kind": ("The {field} is not a text.", "Write it in letters."),
    "document_kind": (
        "The scenario is not a JSON object as JSON writes it.",
        "Use texts as keys, and no value that JSON does not have.",
    ),
    "document_deep": ("The scenario is nested too deep.", "Use no more than {most} levels."),
    "document_large": (
        "The scenario takes {kilobytes} kB.",
        "Make it smaller than {most} kB.",
    ),
}
KEYS = tuple(_WORDS)


class StoreError(Exception):
    """Something about saved scenarios that a person can be told."""

    keys: ClassVar[tuple[str, ...]] = ()

    def __init__(self, key: str, **fields: Field) -> None:
        if key not in self.keys:
            raise ValueError(f"{type(self).__name__} has no problem called {key}")
        self.key = key
        self.fields: Mapping[str, Field] = fields
        message, remedy = _WORDS[key]
        self.message = message.format(**fields)
        self.remedy = remedy.format(**fields)
        super().__init__(f"{self.message} {self.remedy}")


class StoreUnavailable(StoreError):
    """Nothing can be read or saved now."""

    keys = (
        "store_unreachable",
        "store_gone",
        "store_locked",
        "store_newer",
        "store_damaged",
        "store_encoding",
        "store_failed",
    )


class StoreReadOnly(StoreError):
    """Nothing can be saved now; reading works."""

    keys = ("store_read_only", "store_full")


class NotFound(StoreError):
    """There is no such scenario or version."""

    keys = ("scenario_unknown", "version_unknown")


class Deleted(StoreError):
    """The scenario was deleted; it can be recovered."""

    keys = ("scenario_deleted",)


class Damaged(StoreError):
    """One saved version is not what was saved; all others can be used."""

    keys = ("version_damaged",)


class Invalid(StoreError):
    """What was given cannot be saved."""

    keys = tuple(key for key in KEYS if key.startswith(("text_", "document_")))


class Conflict(StoreError):
    """Somebody saved this scenario first. Carries both, so that nothing is lost."""

    keys = ("scenario_changed",)

    def __init__(self, *, attempted: Attempt, current_version: int, current: Saved | None) -> None:
        """`current`: what is saved now; None where that version is damaged."""
        super().__init__(
            "scenario_changed",
            name=attempted.name,
            current=current_version,
            expected=attempted.expected_version,
        )
        self.attempted = attempted
        self.current_version = current_version
        self.current = current
