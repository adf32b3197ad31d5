"""Whether work failed because the machine has no disk space or memory left."""

import errno

import duckdb

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.ENOMEM)
_SAID = ("no space left", "not enough disk space", "max_temp_directory_size", "disk quota")


def is_out_of_room(wrong: BaseException) -> bool:
    """Whether this error, or what it came from, says that there is no room."""
    seen: BaseException | None = wrong
    while seen is not None:
        if isinstance(seen, MemoryError | duckdb.OutOfMemoryException):
            return True
        if isinstance(seen, OSError) and seen.errno in _FULL:
            return True
        if isinstance(seen, duckdb.Error) and any(one in str(seen).lower() for one in _SAID):
            return True
        seen = seen.__cause__
    return False
