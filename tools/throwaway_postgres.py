"""A PostgreSQL server for tests and benchmarks: made in a temporary folder, gone when it is closed."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import uuid
from pathlib import Path
from types import TracebackType

__all__ = ["PostgresMissingError", "ThrowawayPostgres"]

_PASSWORD = "throwaway"


class PostgresMissingError(RuntimeError):
    """There are no server programs on this machine."""


class ThrowawayPostgres:
    """A cluster of its own on the loopback interface, run by an unprivileged user."""

    def __init__(self, *, safe: bool = False) -> None:
        """`safe` keeps what a server needs to outlast a power cut; tests of other things are faster without."""
        self._bin = _programs()
        self._folder = Path(tempfile.mkdtemp(prefix="vidbiy-postgres-"))
        self._user = _unprivileged()
        self._port = _free_port()
        self._safe = safe
        self._admin = f"postgresql://vidbiy:{_PASSWORD}@127.0.0.1:{self._port}/postgres"
        try:
            self._make()
            self.start()
        except subprocess.CalledProcessError as error:
            self.close()
            raise RuntimeError(f"PostgreSQL did not start: {error.stdout} {error.stderr}") from error

    def __enter__(self) -> ThrowawayPostgres:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def database(self) -> str:
        """Make an empty database and return its address."""
        name = f"t{uuid.uuid4().hex}"
        self.execute(f"CREATE DATABASE {name}")
        return f"postgresql://vidbiy:{_PASSWORD}@127.0.0.1:{self._port}/{name}"

    def drop(self, address: str) -> None:
        """Remove a database that `database` made."""
        self.execute(f"DROP DATABASE IF EXISTS {address.rpartition('/')[2]} WITH (FORCE)")

    def execute(self, statement: str) -> None:
        """Run a statement as the server's owner, outside of any test's database."""
        import psycopg  # noqa: PLC0415 - the driver may be absent where the server is

        with psycopg.connect(self._admin, autocommit=True) as connection:
            connection.execute(statement.encode())

    def holds(self, words: bytes) -> bool:
        """Tell whether the files of the tables hold these bytes, as they lie on the disk."""
        self.execute("CHECKPOINT")
        files = (path for path in (self._folder / "data" / "base").rglob("*") if path.is_file())
        return any(words in path.read_bytes() for path in files)

    def start(self) -> None:
        """Start the server, and wait until it answers."""
        options = f"-c listen_addresses=127.0.0.1 -c unix_socket_directories={self._folder} -p {self._port}"
        if not self._safe:
            options += " -c fsync=off -c full_page_writes=off"
        log = self._folder / "log"
        self._run("pg_ctl", "start", "-w", "-D", self._data, "-l", str(log), "-o", options)

    def stop(self) -> None:
        """Stop the server at once, as a fault would."""
        self._run("pg_ctl", "stop", "-m", "immediate", "-w", "-D", self._data)

    def close(self) -> None:
        """Stop the server and remove all of it."""
        with contextlib.suppress(subprocess.CalledProcessError):
            self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def _data(self) -> str:
        return str(self._folder / "data")

    def _make(self) -> None:
        password = self._folder / "password"
        password.write_text(_PASSWORD, encoding="ascii")
        if self._user is not None:
            for path in (self._folder, password):
                os.chown(path, self._user.pw_uid, self._user.pw_gid)
        self._run(
            "initdb", "-D", self._data, "-U", "vidbiy", "-A", "scram-sha-256", f"--pwfile={password}",
            "-E", "UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=en-US", "--no-sync",
        )  # fmt: skip

    def _run(self, program: str, *arguments: str) -> None:
        """Run a program of the server; its output goes to a file, since the server keeps what it inherits open."""
        with (self._folder / f"{program}.out").open("w+", encoding="utf-8") as output:
            status = subprocess.run(
                [self._bin / program, *arguments],
                cwd=self._folder,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                user=None if self._user is None else self._user.pw_uid,
                group=None if self._user is None else self._user.pw_gid,
                timeout=120,
                check=False,
            ).returncode
            if status != 0:
                output.seek(0)
                raise subprocess.CalledProcessError(status, program, output.read())


def _programs() -> Path:
    """Return the folder of the server's programs; Debian keeps them off the PATH."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for folder in folders:
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    raise PostgresMissingError("no PostgreSQL server here (Debian: apt install postgresql)")


def _unprivileged() -> pwd.struct_passwd | None:
    """Return whom to run the server as: it refuses to be run by root."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise PostgresMissingError("no unprivileged user to run PostgreSQL as")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
