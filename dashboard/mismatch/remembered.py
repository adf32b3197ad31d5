"""Results that take long, each worked out once and remembered for a while."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Result = TypeVar("Result")


class Remembered(Generic[Key, Result]):
    """A function of a case, or another key, that remembers its last results.

    Two readers who ask for the same at once do not work it out twice: the second waits.
    """

    def __init__(self, work: Callable[[Key], Result], *, most: int) -> None:
        """`most`: how many results are kept."""
        self._work = work
        self._most = most
        self._found: OrderedDict[Key, Result] = OrderedDict()
        self._lock = Lock()
        self.__doc__ = work.__doc__

    def __call__(self, case: Key) -> Result:
        """The result for `case`."""
        with self._lock:
            if case not in self._found:
                self._found[case] = self._work(case)
                if len(self._found) > self._most:
                    self._found.popitem(last=False)
            self._found.move_to_end(case)
            return self._found[case]

    def knows(self, case: Key) -> bool:
        """Whether the answer for `case` is there at once."""
        return case in self._found


def remembered(most: int) -> Callable[[Callable[[Key], Result]], Remembered[Key, Result]]:
    """Decorator: remember the last `most` results."""
    return lambda work: Remembered(work, most=most)
