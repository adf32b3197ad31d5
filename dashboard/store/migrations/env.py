"""What Alembic runs: the migrations, on the connection and in the transaction it was given."""

from alembic import context

from dashboard.store.tables import METADATA, REVISION_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    version_table=REVISION_TABLE,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
