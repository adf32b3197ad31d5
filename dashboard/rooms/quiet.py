"""No addresses in the log: uvicorn's line for each request names who asked."""

import logging

_PREFIXES = ("/rooms", "/join", "/workshop")
_PATH = 2


class NoVisitors(logging.Filter):
    """Leaves out the lines of requests to rooms, at any level of logging."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a line may be written."""
        given = record.args
        if not isinstance(given, tuple) or len(given) <= _PATH:
            return True
        return not str(given[_PATH]).startswith(_PREFIXES)


def keep_quiet() -> None:
    """From now on, on this worker."""
    logger = logging.getLogger("uvicorn.access")
    if not any(isinstance(one, NoVisitors) for one in logger.filters):
        logger.addFilter(NoVisitors())
