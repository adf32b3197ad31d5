"""Results that take long, each worked out once and remembered for a while."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Generic, TypeVar

from dashboard.data_here import data_here

Asked = TypeVar("Asked", bound=Hashable)
Result = TypeVar("Result")


def _itself(asked: Asked) -> Asked:
    return asked


class Remembered(Generic[Asked, Result]):
    """A function of a case, or of another key, that remembers its last results for the data here.

    Two readers who ask for the same at once do not work it out twice: the second waits.
    """

    def __init__(
        self,
        work: Callable[[Asked], Result],
        *,
        most: int,
        key: Callable[[Asked], Asked] = _itself,
    ) -> None:
        """`most`: how many results are kept; `key`: what of a case the work hangs on."""
        self._work = work
        self._key = key
        self._most = most
        self._found: OrderedDict[tuple[str, Asked], Result] = OrderedDict()
        self._lock = Lock()
        self.__doc__ = work.__doc__

    def __call__(self, asked: Asked) -> Result:
        """The result for `asked`."""
        asked = self._key(asked)
        known = (data_here().key, asked)
        with self._lock:
            if known not in self._found:
                self._found[known] = self._work(asked)
                if len(self._found) > self._most:
                    self._found.popitem(last=False)
            self._found.move_to_end(known)
            return self._found[known]

    def knows(self, asked: Asked) -> bool:
        """Whether the answer is there at once."""
        return (data_here().key, self._key(asked)) in self._found


class remembered:
    """Decorator: remember the last `most` results, by `key` of what is asked."""

    def __init__(self, most: int, key: Callable[[Any], Any] = _itself) -> None:
        self._most = most
        self._key = key

    def __call__(self, work: Callable[[Asked], Result]) -> Remembered[Asked, Result]:
        """`work`, remembered."""
        return Remembered(work, most=self._most, key=self._key)
