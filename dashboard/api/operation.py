"""What one operation of the interface declares."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import BaseModel

from dashboard.api.asked import Nothing
from dashboard.api.values import Strict


class NotHere(LookupError):
    """There is nothing under this address; the message says what there is."""


@dataclass(frozen=True, kw_only=True)
class Operation:
    """One address: what it takes, what it gives, and how that is worked out.

    `path`: below `/api/v1`, with one key in braces at most; `keys`: what that key may be. `asks`:
    the query of a GET or the body of a POST. `work` is given what is asked, and the key where
    there is one. `lists`: whether it gives many of `gives`, in pages. `rows`: the values of a
    single thing as a table. `slow`: whether it is worked out away from the event loop. `example`:
    a request that the documentation shows, with its answer: the query or body, and the key.
    """

    name: str
    path: str
    summary: str
    about: str
    group: str
    gives: type[BaseModel]
    work: Callable[..., Any]
    asks: type[Strict] = Nothing
    method: Literal["GET", "POST"] = "GET"
    keys: Callable[[], Sequence[str]] | None = None
    lists: bool = False
    rows: Callable[[Any], Sequence[BaseModel]] | None = None
    slow: bool = False
    example: Mapping[str, Any] = field(default_factory=dict)
    example_key: str | None = None

    @property
    def address(self) -> str:
        """The whole path."""
        return f"/api/v1{self.path}"

    @property
    def key_name(self) -> str | None:
        """The name of the key in the path."""
        return self.path.partition("{")[2].partition("}")[0] or None

    def run(self, asked: Strict, key: str | None = None) -> Any:
        """What it gives. Raises NotHere where the key names nothing."""
        if self.keys is None:
            return self.work(asked)
        known = self.keys()
        if key not in known:
            raise NotHere(f"There is no {self.key_name} of this name. Use: {', '.join(known)}.")
        return self.work(asked, key)
