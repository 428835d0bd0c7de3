"""What Alembic runs: the migrations, in the transaction of whoever asked for them."""

from alembic import context

from vidbiy.ledger.tables import metadata

# A migration and the record of it share the caller's transaction; neither is kept without the other.
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
)
context.run_migrations()
