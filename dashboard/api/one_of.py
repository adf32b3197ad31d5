"""A text out of those that there are, told to whoever names another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_SHOWN = 40


@dataclass(frozen=True)
class OneOf:
    """Goes into `Annotated[str, OneOf(...)]`; `known` gives what there is."""

    known: Callable[[], Sequence[str]]

    def check(self, given: str) -> str:
        """The text itself, where it is one of them."""
        known = self.known()
        if given not in known:
            raise unknown(given, known)
        return given

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "enum": list(self.known())}


def written(text: str) -> str:
    """The text without halves of letters, which JSON can spell and nothing else can write."""
    return text.encode("utf-8", "replace").decode()


def unknown(name: object, known: Sequence[str]) -> PydanticCustomError:
    """There is no such name; use one of those that there are."""
    return PydanticCustomError(
        "unknown",
        "There is no '{name}' here. Use: {allowed}.",
        {"name": written(str(name))[:_SHOWN], "allowed": ", ".join(known)},
    )
