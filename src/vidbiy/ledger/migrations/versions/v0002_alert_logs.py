"""Logs of alerts: one entry for a whole log, its alerts in chunks of columns."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_SEQ = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_TABLES = ("alert_logs", "alert_chunks", "alert_replacements", "alert_log_raws")


def upgrade() -> None:
    """Make the tables, and the guards against change."""
    _logs()
    _chunks()
    guard = _guard_sqlite if op.get_bind().dialect.name == "sqlite" else _guard_postgresql
    for table in _TABLES:
        guard(table)


def _logs() -> None:
    op.create_table(
        "alert_logs",
        sa.Column("seq", _SEQ, primary_key=True, autoincrement=False),
        sa.Column("log_key", sa.LargeBinary, nullable=False),
        sa.Column("feed", sa.Text, nullable=False),
        sa.Column("tool", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("fetched_at", sa.BigInteger, nullable=False),
        sa.Column("raw_hash", sa.LargeBinary, nullable=False),
        sa.Column("lines", sa.Integer, nullable=False),
        sa.Column("known", sa.Integer, nullable=False),
        sa.Column("natures", sa.Text, nullable=False),
        sa.Column("heard", sa.Text, nullable=False),
        sa.Column("heard_since", sa.BigInteger, nullable=False),
        sa.Column("heard_until", sa.BigInteger, nullable=False),
        sa.Column("problems", sa.Text, nullable=False),
    )
    op.create_index("alert_logs_key", "alert_logs", ["log_key"])
    op.create_index("alert_logs_raw", "alert_logs", ["raw_hash"])
    op.create_index("alert_logs_heard", "alert_logs", ["heard_until"])
    op.create_table(
        "alert_log_raws",
        sa.Column("seq", _SEQ, primary_key=True, autoincrement=False),
        sa.Column("raw_form", sa.SmallInteger, nullable=False),
        sa.Column("raw", sa.LargeBinary, nullable=False),
    )


def _chunks() -> None:
    op.create_table(
        "alert_chunks",
        sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("ordinal", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("first_row", sa.Integer, nullable=False),
        sa.Column("rows", sa.Integer, nullable=False),
        sa.Column("start_at", sa.BigInteger, nullable=False),
        sa.Column("end_at", sa.BigInteger, nullable=False),
        sa.Column("columns_hash", sa.LargeBinary, nullable=False),
        sa.Column("columns", sa.LargeBinary, nullable=False),
    )
    op.create_index("alert_chunks_time", "alert_chunks", ["end_at", "start_at"])
    op.create_table(
        "alert_replacements",
        sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("target", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("rows", sa.LargeBinary, nullable=False),
    )
    op.create_index("alert_replacements_target", "alert_replacements", ["target"])


def _guard_sqlite(table: str) -> None:
    for what, deed in (("change", "UPDATE"), ("go", "DELETE")):
        op.execute(
            f"CREATE TRIGGER {table}_never_{what} BEFORE {deed} ON {table} BEGIN "
            "SELECT RAISE(ABORT, 'the ledger is append-only'); END"
        )


def _guard_postgresql(table: str) -> None:
    for what, deed, each in (
        ("change", "UPDATE", "ROW"),
        ("go", "DELETE", "ROW"),
        ("emptied", "TRUNCATE", "STATEMENT"),
    ):
        op.execute(
            f"CREATE TRIGGER {table}_never_{what} BEFORE {deed} ON {table} "
            f"FOR EACH {each} EXECUTE FUNCTION vidbiy_append_only()"
        )
