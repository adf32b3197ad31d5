"""The tables as this code knows them. A change here needs a migration, and a test says so."""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

METADATA = MetaData()

# Which migration the tables are at stands in this table, under the name of the newest one.
REVISION_TABLE = "atlas_revision"
REVISION = "0005"

scenarios = Table(
    "scenarios",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("saved_at", Text, nullable=False),
    Column("deleted_at", Text),
    Column("found_by", Text, nullable=False),
    Index("scenarios_by_time", "saved_at"),
)

# The document comes last: a list of versions then never reads the pages it is kept on.
versions = Table(
    "scenario_versions",
    METADATA,
    Column("scenario_id", Text, ForeignKey("scenarios.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("saved_at", Text, nullable=False),
    Column("restored_from", Integer),
    Column("digest", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("document", Text, nullable=False),
    PrimaryKeyConstraint("scenario_id", "version"),
)
