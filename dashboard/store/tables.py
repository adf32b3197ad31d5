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
REVISION = "0006"

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

data_loads = Table(
    "data_loads",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("loaded_at", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("file_hash", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("document", Text, nullable=False),
)

# `loads`: ids of the loads that hold, as a JSON list.
data_versions = Table(
    "data_versions",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("made_at", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("restored_from", Integer),
    Column("digest", Text, nullable=False),
    Column("loads", Text, nullable=False),
)

# `password`: as argon2 writes it; none where the ministry signs the person in, who then has a
# `subject`. `epoch`: sessions of an earlier one have ended.
accounts = Table(
    "accounts",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("password", Text),
    Column("subject", Text),
    Column("epoch", Integer, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
)

sessions_ended = Table(
    "sessions_ended",
    METADATA,
    Column("session", Text, primary_key=True),
    Column("until", Text, nullable=False),
)

# `bucket`: a keyed fingerprint of a name or an address, from which neither can be read.
sign_in_failures = Table(
    "sign_in_failures",
    METADATA,
    Column("bucket", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    Column("wait_until", Text, nullable=False),
    Column("forget_at", Text, nullable=False),
)

# Rows are added and never changed. `what`: ids, numbers and fingerprints, as a JSON object.
audit = Table(
    "audit",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("how", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("result", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("digest", Text, nullable=False),
)

# `synthetic`: 1 where nobody in the records is real; these are counted from 1 on their own.
registry_releases = Table(
    "registry_releases",
    METADATA,
    Column("synthetic", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("file_hash", Text, nullable=False),
    Column("as_of", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("document", Text, nullable=False),
    PrimaryKeyConstraint("synthetic", "number"),
)

registry_mappings = Table(
    "registry_mappings",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("saved_at", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("document", Text, nullable=False),
)
