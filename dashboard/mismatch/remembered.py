"""Results that take long, each worked out once and remembered for a while."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from dashboard.mismatch.market import Case

Result = TypeVar("Result")


class Remembered(Generic[Result]):
    """A function of a case that remembers its last results.

    Two readers who ask for the same at once do not work it out twice: the second waits.
    """

    def __init__(
        self,
        work: Callable[[Case], Result],
        *,
        most: int,
        key: Callable[[Case], Case] = lambda case: case,
    ) -> None:
        """`most`: how many results are kept; `key`: what of a case the work hangs on."""
        self._work = work
        self._key = key
        self._most = most
        self._found: OrderedDict[Case, Result] = OrderedDict()
        self._lock = Lock()
        self.__doc__ = work.__doc__

    def __call__(self, case: Case) -> Result:
        """The result for `case`."""
        case = self._key(case)
        with self._lock:
            if case not in self._found:
                self._found[case] = self._work(case)
                if len(self._found) > self._most:
                    self._found.popitem(last=False)
            self._found.move_to_end(case)
            return self._found[case]

    def knows(self, case: Case) -> bool:
        """Whether the answer for `case` is there at once."""
        return self._key(case) in self._found


def remembered(
    most: int, key: Callable[[Case], Case] = lambda case: case
) -> Callable[[Callable[[Case], Result]], Remembered[Result]]:
    """Decorator: remember the last `most` results, by `key` of their case."""
    return lambda work: Remembered(work, most=most, key=key)
