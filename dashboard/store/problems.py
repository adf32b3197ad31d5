"""What can go wrong with saved scenarios: a stable key, fields, and plain words with a remedy.

The words are English, for logs and tests. A page translates by `key`, with `fields` to fill in.
"""

from collections.abc import Mapping
from typing import ClassVar

from dashboard.store.problem_words import WORDS
from dashboard.store.records import Attempt, Saved

Field = str | int

KEYS = tuple(WORDS)


class StoreError(Exception):
    """Something about saved scenarios that a person can be told."""

    keys: ClassVar[tuple[str, ...]] = ()

    def __init__(self, key: str, **fields: Field) -> None:
        if key not in self.keys:
            raise ValueError(f"{type(self).__name__} has no problem called {key}")
        self.key = key
        self.fields: Mapping[str, Field] = fields
        message, remedy = WORDS[key]
        self.message = message.format(**fields)
        self.remedy = remedy.format(**fields)
        super().__init__(f"{self.message} {self.remedy}")


class StoreUnavailable(StoreError):
    """Nothing can be read or saved now."""

    keys = (
        "store_unreachable",
        "store_gone",
        "store_forbidden",
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

    keys = ("scenario_unknown", "version_unknown", "data_version_unknown", "release_unknown")


class Deleted(StoreError):
    """The scenario was deleted; it can be recovered."""

    keys = ("scenario_deleted",)


class Damaged(StoreError):
    """One saved version is not what was saved; all others can be used."""

    keys = ("version_damaged", "data_load_damaged", "release_damaged")


class Overtaken(StoreError):
    """Somebody made another version of the data first."""

    keys = ("data_overtaken", "release_overtaken", "release_real")


class AccountProblem(StoreError):
    """An account cannot be made or changed so."""

    keys = tuple(key for key in KEYS if key.startswith("account_"))


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
