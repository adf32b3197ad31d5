"""What every write asks before it begins."""

from contextlib import suppress

from dashboard.accounts.who import may, who_here
from dashboard.store import Store, StoreError, audit


def allowed(store: Store, act: str) -> bool:
    """Whether who asks here may do this; the log tells of those who signed in and may not."""
    who = who_here()
    if may(who, act):
        return True
    if who.signed_in:
        with suppress(StoreError):
            audit.note(store, act=act, what={"account": who.account}, result="refused")
    return False
