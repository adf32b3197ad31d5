"""How much of everything there may be, and how fast: in memory, of each worker, soon forgotten."""

import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable

from dashboard.rooms.refused import Refused

MOST_ROOMS = 20
MOST_PHONES = 600
MOST_OBJECTIONS = 20
LIFE_HOURS = 12
EMPTY_MINUTES = 30
PHONE_BODY = 8 * 1024
PRESENTER_BODY = 64 * 1024
MOST_STREAMS = 800
STREAMS_A_PHONE = 3
STREAMS_A_PRESENTER = 6
_KEYS = 20_000
_SALT = secrets.token_bytes(16)


class Buckets:
    """For each key so many at once, then so many a second; keys not seen for long are forgotten."""

    def __init__(
        self, *, burst: float, a_second: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`burst`: how many at once; `a_second`: how many come back."""
        self._burst = burst
        self._rate = a_second
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str, *, refusing: str) -> None:
        """One more for this key. Raises `Refused(refusing)` where it is too many."""
        now = self._clock()
        left = self._now(key, now)
        if left < 1:
            self._left[key] = (left, now)
            raise Refused(refusing, seconds=max(1, round((1 - left) / self._rate)))
        self._left[key] = (left - 1, now)
        self._left.move_to_end(key)
        if len(self._left) > _KEYS:
            self._left.popitem(last=False)

    def look(self, key: str, *, refusing: str) -> None:
        """Raises `Refused(refusing)` where the next one would be too many."""
        left = self._now(key, self._clock())
        if left < 1:
            raise Refused(refusing, seconds=max(1, round((1 - left) / self._rate)))

    def _now(self, key: str, now: float) -> float:
        left, at = self._left.get(key, (self._burst, now))
        return min(self._burst, left + (now - at) * self._rate)


class Limits:
    """The limits of one worker; a key is a phone, or an address that nobody keeps."""

    def __init__(self) -> None:
        self.answers = Buckets(burst=12, a_second=1)
        self.objections = Buckets(burst=4, a_second=0.1)
        # Hundreds of phones behind one router come with one address, and all at once.
        self.joins = Buckets(burst=700, a_second=5)
        self.wrong_codes = Buckets(burst=30, a_second=0.5)
        self.wrong_secrets = Buckets(burst=10, a_second=0.2)
        self.rooms = Buckets(burst=10, a_second=0.05)
        self.stories = Buckets(burst=30, a_second=0.1)


def nameless(address: str | None) -> str:
    """An address as a key for `Buckets`: hashed with a salt that ends with the process."""
    return hashlib.blake2b((address or "").encode(), key=_SALT, digest_size=12).hexdigest()
