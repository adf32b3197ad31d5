"""The data that holds for what is being drawn: what ships, and what was loaded on top of it.

Each request knows its own, so that a page is drawn from one version even while another is
accepted. Whatever remembers results does so for each version of the data.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from geodata.loaded import Loaded

Given = ParamSpec("Given")
Result = TypeVar("Result")


@dataclass(frozen=True, kw_only=True, eq=False)
class Data:
    """One version of the data. `key`: the same where the same was loaded; empty for what ships."""

    number: int
    key: str
    loads: tuple[Loaded, ...] = ()


SHIPPED = Data(number=0, key="")
_DATA: ContextVar[Data] = ContextVar("data", default=SHIPPED)


def data_here() -> Data:
    """The data that holds here."""
    return _DATA.get()


@contextmanager
def holding(data: Data) -> Iterator[None]:
    """Within the block, `data_here()` is this."""
    before = _DATA.set(data)
    try:
        yield
    finally:
        _DATA.reset(before)


class of_data:
    """Decorator: remember the last `most` results, each for the data it was drawn from."""

    def __init__(self, most: int) -> None:
        self._most = most

    def __call__(self, work: Callable[Given, Result]) -> Callable[Given, Result]:
        """`work`, remembered."""

        @lru_cache(maxsize=self._most)
        def known(key: str, *args: Given.args, **kwargs: Given.kwargs) -> Result:
            return work(*args, **kwargs)

        @wraps(work)
        def remembered(*args: Given.args, **kwargs: Given.kwargs) -> Result:
            return known(data_here().key, *args, **kwargs)  # type: ignore[arg-type]

        remembered.cache_clear = known.cache_clear  # type: ignore[attr-defined]
        return remembered
