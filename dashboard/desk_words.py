"""What is said where the database of loaded data cannot do what it should."""

from dashboard.store import StoreError, StoreUnavailable
from dashboard.store_words import store_problem
from dashboard.words import Speaker


def data_problem(error: StoreError, *, say: Speaker) -> str:
    """What went wrong, and what to do; that nothing was changed."""
    if isinstance(error, StoreUnavailable):
        return say("desk_store_away")
    own = {
        "store_read_only": say("desk_store_read_only"),
        "store_full": say("desk_store_full"),
        "document_large": say("desk_store_large", most=error.fields.get("most", "")),
    }
    return own.get(error.key) or store_problem(error, say=say)
