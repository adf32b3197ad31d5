"""PostgreSQL crashes while people work, and comes back."""

import time
from pathlib import Path

from benchmarks import harness
from tests.dashboard.store import postgres
from tests.faults.load import load
from tests.faults.outcome import Outcome, last_refusal, outcome

BEFORE_SECONDS, AWAY_SECONDS, SAVES_AFTER = 6, 6, 40


def played(folder: Path, *, database: postgres.Server) -> Outcome:
    """Two workers; the server is stopped as by a crash, then started again."""
    with database.database() as name:
        url = database.plain_url(name)
        log = folder / "log"
        with harness.server(workers=2, log=log, ATLAS_DATABASE_URL=url) as served:
            served.wait_until_idle()
            with load(served.address) as here:
                here.goes_on(BEFORE_SECONDS)
                stopped = time.monotonic()
                database.stop()
                try:
                    here.goes_on(AWAY_SECONDS)
                finally:
                    database.start()
                back = time.monotonic()
                here.until(SAVES_AFTER, since=back)
        read = [one.ended - one.begun for one in here.since(stopped, "read") if one.begun < back]
        return outcome(
            "PostgreSQL crashes and comes back",
            here,
            recovered=last_refusal(here, since=back),
            url=url,
            note=f"{len(read)} pages read meanwhile, the slowest in {max(read):.1f} s",
        )
