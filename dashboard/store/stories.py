"""Stories in the database: saved with every version, opened, listed; not looked into."""

import json
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from dashboard.store import documents
from dashboard.store.audit_chain import append
from dashboard.store.ids import is_id, new_id, now
from dashboard.store.records import Document
from dashboard.store.store import Store
from dashboard.store.story_tables import stories, story_versions

MOST_LISTED = 100


@dataclass(frozen=True, kw_only=True)
class KeptStory:
    """One version of a story. `latest`: the number of the newest one."""

    id: str
    version: int
    latest: int
    document: Document


@dataclass(frozen=True, kw_only=True)
class StoryEntry:
    """A story in a list. `title`: as JSON text, in both languages."""

    id: str
    version: int
    saved_at: str
    title: str


def create(store: Store, *, title: str, document: Document) -> KeptStory:
    """Save a new story; its first version has the number 1."""
    text, time, id = documents.written(document), now(), new_id()
    with store.writing() as connection:
        connection.execute(
            insert(stories).values(id=id, version=1, created_at=time, saved_at=time, title=title)
        )
        _add(connection, id, version=1, time=time, text=text)
        append(connection, act="story_save", what={"story": id, "version": 1})
    return KeptStory(id=id, version=1, latest=1, document=document)


def add_version(
    store: Store, *, id: str, expected: int, title: str, document: Document
) -> KeptStory | None:
    """Save on top of version `expected`; None where there is no such story, or a newer version."""
    if not is_id(id):
        return None
    text, time = documents.written(document), now()
    with store.writing() as connection:
        asked = select(stories.c.version).where(stories.c.id == id).with_for_update()
        newest = connection.execute(asked).scalar()
        if newest is None or newest != expected:
            return None
        version = newest + 1
        connection.execute(
            update(stories)
            .where(stories.c.id == id)
            .values(version=version, saved_at=time, title=title)
        )
        _add(connection, id, version=version, time=time, text=text)
        append(connection, act="story_save", what={"story": id, "version": version})
    return KeptStory(id=id, version=version, latest=version, document=document)


def get(store: Store, *, id: str, version: int | None = None) -> KeptStory | None:
    """One version, the newest where none is named; None where there is none."""
    if not is_id(id):
        return None
    with store.reading() as connection:
        newest = connection.execute(select(stories.c.version).where(stories.c.id == id)).scalar()
        if newest is None:
            return None
        number = newest if version is None else version
        asked = select(story_versions.c.document).where(
            story_versions.c.story_id == id, story_versions.c.version == number
        )
        found = connection.execute(asked).scalar()
    if found is None:
        return None
    return KeptStory(id=id, version=number, latest=newest, document=json.loads(found))


def listing(store: Store) -> tuple[StoryEntry, ...]:
    """The stories that were saved last, the newest first."""
    asked = (
        select(stories.c.id, stories.c.version, stories.c.saved_at, stories.c.title)
        .order_by(stories.c.saved_at.desc(), stories.c.id)
        .limit(MOST_LISTED)
    )
    with store.reading() as connection:
        return tuple(StoryEntry(**row) for row in connection.execute(asked).mappings())


def _add(connection: Connection, id: str, *, version: int, time: str, text: str) -> None:
    connection.execute(
        insert(story_versions).values(story_id=id, version=version, saved_at=time, document=text)
    )
