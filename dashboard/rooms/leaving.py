"""When the server is asked to stop, streams end first: it would wait for them for ever."""

import signal
import threading
from types import FrameType

from dashboard.rooms.hub import Hub

_ASKED = (signal.SIGTERM, signal.SIGINT)


def leave_with_signal(hub: Hub) -> None:
    """Go between the signal and whoever stops the server; to be called once it listens."""
    if threading.current_thread() is not threading.main_thread():
        return
    for asked in _ASKED:
        before = signal.getsignal(asked)
        if not callable(before):
            continue

        def leave(number: int, frame: FrameType | None, then: object = before) -> None:
            hub.end_streams()
            if callable(then):
                then(number, frame)

        signal.signal(asked, leave)
