"""One of two workers is killed while people work."""

import os
import signal
import time
from pathlib import Path

from benchmarks import harness
from tests.dashboard.store import postgres
from tests.faults.load import load
from tests.faults.outcome import Outcome, outcome, wait_for

BEFORE_SECONDS, AFTER_SECONDS = 15, 20
_STARTED = "Application startup complete"


def played(folder: Path, *, database: postgres.Server) -> Outcome:
    """Two workers on PostgreSQL, one of them killed as the kernel would."""
    log = folder / "log"
    with database.database() as name:
        url = database.plain_url(name)
        with harness.server(workers=2, log=log, ATLAS_DATABASE_URL=url) as served:
            wait_for(lambda: _started(log) == 2)
            served.wait_until_idle()
            with load(served.address) as here:
                here.goes_on(BEFORE_SECONDS)
                killed, at = served.workers()[0], time.monotonic()
                os.kill(killed, signal.SIGKILL)
                again = wait_for(lambda: _started(log) == 3)
                here.goes_on(AFTER_SECONDS)
            assert killed not in served.workers() and len(served.workers()) == 2
        late = [one.ended - at for one in here.failed if one.ended > at]
        return outcome(
            "one of two workers is killed",
            here,
            recovered=max(late, default=0.0),
            url=url,
            note=f"two workers again after {again:.1f} s",
        )


def _started(log: Path) -> int:
    return log.read_text(encoding="utf-8").count(_STARTED)
