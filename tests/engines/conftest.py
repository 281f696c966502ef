"""A PostgreSQL and a Spark of our own for the length of the tests; without one, they are skipped.

With SIGHTLINE_REQUIRE_POSTGRES=1 and SIGHTLINE_REQUIRE_SPARK=1 they fail instead.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest

SCHEMA = "ssd"
SPARK_DEFAULTS = """\
spark.master                     local[2]
spark.ui.enabled                 false
spark.ui.showConsoleProgress     false
spark.driver.memory              2g
spark.driver.extraJavaOptions    -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
spark.sql.shuffle.partitions     2
spark.sql.adaptive.enabled       false
spark.sql.codegen.wholeStage     false
spark.sql.codegen.factoryMode    NO_CODEGEN
"""


@dataclass(frozen=True)
class Cluster:
    """A running server, reached by a socket in its own folder."""

    folder: Path

    @property
    def address(self) -> str:
        """As `sightline measures run --database` takes it."""
        return f"postgresql://postgres@{str(self.folder).replace('/', '%2F')}/postgres?schema=ssd"


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    initdb, pg_ctl = _program("initdb"), _program("pg_ctl")
    if initdb is None or pg_ctl is None:
        _absent("PostgreSQL is not installed (initdb and pg_ctl)", "POSTGRES")
    try:
        import psycopg  # noqa: F401
    except ImportError:
        _absent("psycopg is not installed: sightline[postgres]", "POSTGRES")
    folder = Path(tempfile.mkdtemp(prefix="sightline-pg-"))
    if os.name == "posix" and os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    data = folder / "data"
    _run(
        [str(initdb), "-D", str(data), "-U", "postgres", "-A", "trust", "--locale=C", "-E", "UTF8"]
    )
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    log = str(folder / "log")
    _run([str(pg_ctl), "-D", str(data), "-w", "-l", log, "-o", options, "start"])
    try:
        yield Cluster(folder)
    finally:
        _run([str(pg_ctl), "-D", str(data), "-m", "immediate", "stop"])
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def spark_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Spark's own settings for little data on two cores: nothing is compiled that runs once."""
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        _absent("Java is not installed (Debian: default-jre-headless)", "SPARK")
    try:
        import pyspark  # noqa: F401
    except ImportError:
        _absent("pyspark is not installed: sightline[spark]", "SPARK")
    folder = tmp_path_factory.mktemp("spark")
    (folder / "spark-defaults.conf").write_text(SPARK_DEFAULTS, encoding="utf-8")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SPARK_CONF_DIR", str(folder))
        environment.delenv("SPARK_REMOTE", raising=False)
        yield folder


def _absent(why: str, engine: str) -> NoReturn:
    if os.environ.get(f"SIGHTLINE_REQUIRE_{engine}") == "1":
        pytest.fail(why)
    pytest.skip(why)


def _program(name: str) -> Path | None:
    """A program of the server: Debian keeps them off the PATH."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = shutil.which(name, path=os.pathsep.join([*map(str, folders), os.environ["PATH"]]))
    return Path(found) if found else None


def _run(command: list[str]) -> str:
    """Run as somebody else where we are root: the server refuses root."""
    if os.name == "posix" and os.geteuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=120, check=False, cwd=tempfile.gettempdir()
    )
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout
