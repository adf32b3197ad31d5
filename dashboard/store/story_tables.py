"""The tables of stories: one row a story, one a version of it, never changed again."""

from sqlalchemy import Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Table, Text

from dashboard.store.tables import METADATA

stories = Table(
    "stories",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("saved_at", Text, nullable=False),
    Column("title", Text, nullable=False),
    Index("stories_by_time", "saved_at"),
)

story_versions = Table(
    "story_versions",
    METADATA,
    Column("story_id", Text, ForeignKey("stories.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("saved_at", Text, nullable=False),
    Column("document", Text, nullable=False),
    PrimaryKeyConstraint("story_id", "version"),
)
