"""Setting a saved scenario beside others: what the link becomes, and what is said."""

from collections.abc import Callable

from dashboard.scenarios.asked import PLAN, read_asked
from dashboard.scenarios.chosen import BEST_USE, MOST
from dashboard.scenarios.played import library
from dashboard.scenarios.saved_key import read_key, write_key
from dashboard.scenarios.saved_link import with_compared
from dashboard.scenarios.saved_read import read_document
from dashboard.state import View
from dashboard.store import Deleted, Store, scenarios
from dashboard.words import Speaker


def compare(
    store: Store,
    *,
    search: str,
    id: str,
    version: int | None,
    page_view: Callable[[object], View],
    say: Speaker,
) -> tuple[str, str | None]:
    """What is told, and the link with this version among those compared; None: it stays.

    Where the link names none, the plan stands beside it; the best use where there is no plan, or
    where the plan is the very one that was saved.

    Raises:
        StoreError: there is no such version, or it was deleted.
        FileError: it cannot be played here.
    """
    found = scenarios.get(store, id=id, version=version)
    if found.deleted_at is not None:
        raise Deleted("scenario_deleted", name=found.name)
    document = {part: value for part, value in found.document.items() if part != "numbers"}
    plan = read_document(document, page_view=page_view).asked.plan
    name = say("beside_name", name=found.name, version=found.version)
    key = write_key(found.id, found.version)
    view = page_view(search)
    there = [one for one in view.scenarios if one in (PLAN, *library()) or read_key(one)]
    if key in there:
        return say("compare_there", name=name), None
    if len(there) >= MOST:
        return say("compare_full", most=MOST), None
    built = read_asked(view).plan
    rival = PLAN if built and built != plan else BEST_USE
    keys = [*(there or [rival]), key]
    told = say("compare_done", name=name, count=len(keys), most=MOST)
    return told, with_compared(search, keys)
