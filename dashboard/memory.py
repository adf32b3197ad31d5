"""How the memory of a server is kept small.

The allocator of glibc gives every thread a pool of its own, eight for each core, and keeps in each
what was freed there. The pools of threads that work out scenarios were a third of a worker.
"""

import ctypes
import sys

_ARENA_MAX = -8
_POOLS = 2


def few_pools() -> None:
    """At most two pools for all threads of this process, where the allocator knows such a limit."""
    if sys.platform != "linux":
        return
    limit = getattr(ctypes.CDLL(None), "mallopt", None)
    if limit is not None:
        limit(_ARENA_MAX, _POOLS)
