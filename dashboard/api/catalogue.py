"""Every operation of the interface, in the order of its documentation."""

from functools import cache

from dashboard.api import compare, facts, library, mismatch_operations, optimise, play
from dashboard.api.operation import Operation


@cache
def operations() -> tuple[Operation, ...]:
    """All of them; what some take hangs on the world."""
    return (
        *facts.OPERATIONS,
        *mismatch_operations.operations(),
        *library.OPERATIONS,
        play.OPERATION,
        compare.OPERATION,
        optimise.OPERATION,
    )
