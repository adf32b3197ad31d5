"""Lists of scenarios and of versions: without documents, so that they stay quick."""

from sqlalchemy import and_, func, select

from dashboard.store import rows, texts
from dashboard.store.records import Entry, Listing, Version
from dashboard.store.store import Store
from dashboard.store.tables import scenarios, versions

MOST = 200
_FARTHEST = 1_000_000


def listing(
    store: Store, *, query: str = "", deleted: bool = False, limit: int = 50, offset: int = 0
) -> Listing:
    """Scenarios whose name, author or note holds every word of the query, the newest first.

    `deleted`: those that were deleted, instead of the others. No more than `MOST` at once.
    """
    deleted_at = scenarios.c.deleted_at
    wanted = and_(
        deleted_at.is_not(None) if deleted else deleted_at.is_(None),
        *(scenarios.c.found_by.contains(word, autoescape=True) for word in texts.words(query)),
    )
    newest = and_(
        versions.c.scenario_id == scenarios.c.id, versions.c.version == scenarios.c.version
    )
    asked = (
        select(
            scenarios.c.id,
            scenarios.c.version,
            versions.c.name,
            versions.c.note,
            versions.c.author,
            scenarios.c.created_at,
            scenarios.c.saved_at,
            scenarios.c.deleted_at,
        )
        .join(versions, newest)
        .where(wanted)
        .order_by(scenarios.c.saved_at.desc(), scenarios.c.id)
        .limit(min(max(limit, 1), MOST))
        .offset(min(max(offset, 0), _FARTHEST))
    )
    with store.reading() as connection:
        total = connection.execute(select(func.count()).select_from(scenarios).where(wanted))
        found = connection.execute(asked)
        return Listing(
            entries=tuple(Entry(**row) for row in found.mappings()), total=total.scalar_one()
        )


def history(store: Store, *, id: str) -> tuple[Version, ...]:
    """Every version of a scenario, the newest first; of a deleted one too. Raises `NotFound`."""
    asked = (
        select(
            versions.c.scenario_id.label("id"),
            versions.c.version,
            versions.c.name,
            versions.c.note,
            versions.c.author,
            versions.c.saved_at,
            versions.c.restored_from,
        )
        .where(versions.c.scenario_id == id)
        .order_by(versions.c.version.desc())
    )
    with store.reading() as connection:
        rows.scenario(connection, id)
        return tuple(Version(**row) for row in connection.execute(asked).mappings())
