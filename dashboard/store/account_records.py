"""What the store gives back about accounts and the log."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

Role = Literal["viewer", "editor", "steward"]
ROLES: tuple[Role, ...] = get_args(Role)
"""From the least to the most that somebody may do."""


@dataclass(frozen=True, kw_only=True)
class Account:
    """One account. `password`: as argon2 writes it; `subject`: whom the ministry signs in."""

    id: str
    name: str
    role: Role
    epoch: int
    made_at: str
    changed_at: str
    password: str | None = field(repr=False)
    subject: str | None = None


@dataclass(frozen=True, kw_only=True)
class AuditEntry:
    """One line of the log. `before`: the fingerprint of the line before it."""

    number: int
    at: str
    who: str
    account: str
    how: str
    act: str
    what: str
    result: str
    before: str
    digest: str

    @property
    def told(self) -> Mapping[str, str | int]:
        """What was acted on, by its kind."""
        found: Mapping[str, str | int] = json.loads(self.what)
        return found


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What a look at the whole log found: its lines, the last fingerprint, the first wrong line."""

    count: int
    digest: str
    wrong: int | None = None
