"""Records over a folder of exports, read by Apache Spark: on this machine or on a cluster.

Spark 4.0, because what it hands over as Arrow, and takes as Arrow, keeps its types.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.operations as ops
from ibis.expr.types import Table

from sightline.records.exported import HANDED_ON, Exported, ExportError


@dataclass(frozen=True, slots=True, kw_only=True)
class OnSpark(Exported):
    """As `Exported`, in a session of Spark."""

    spark: Any  # pyspark.sql.SparkSession, of pyspark itself or of Spark Connect

    def ask(self, question: Table) -> list[dict[str, Any]]:
        """The rows of an expression: they, and nothing else, leave the cluster."""
        rows: list[dict[str, Any]] = self.spark.sql(self._sql(question)).toArrow().to_pylist()
        return rows

    def kept(self, name: str, expression: Table) -> Table:
        """The rows of an expression, cached by the cluster until the session ends."""
        query = self._sql(expression)
        self.spark.sql(f"DROP VIEW IF EXISTS {name}")
        self.spark.sql(f"CACHE TABLE {name} AS {query}")
        return self.connection.table(name)

    def _sql(self, expression: Table) -> str:
        """The query in Spark's language, once the small tables it brings along are there."""
        for brought in expression.op().find(ops.InMemoryTable):
            rows = brought.data.to_pyarrow(brought.schema)
            self.spark.createDataFrame(rows).createOrReplaceTempView(brought.name)
        return str(self.connection.compile(expression))


@contextmanager
def opened(folder: str) -> Iterator[OnSpark]:
    """Records over a folder that Spark can reach, such as `s3a://…`. Raises ExportError.

    The session is the one that runs, or is made as Spark's own settings say: `spark-submit`,
    `spark-defaults.conf`, or `SPARK_REMOTE` for Spark Connect. It is ended with the records. What
    Spark refuses meanwhile is an ExportError too.
    """
    try:
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as problem:
        raise ExportError(
            f"Spark needs more packages: install sightline[spark] ({problem})."
        ) from problem
    try:
        spark = SparkSession.builder.appName("Sightline").getOrCreate()
    except PySparkException as problem:
        raise ExportError(
            f"Spark does not start ({_first_line(problem)}). On this machine it needs Java 17."
        ) from problem
    try:
        for name in HANDED_ON:
            spark.read.parquet(f"{folder}/{name}").createOrReplaceTempView(name)
        records = OnSpark(ibis.pyspark.connect(spark), load_id=0, spark=spark)
        records.check()
        yield records
    except (PySparkException, Py4JError) as problem:
        raise ExportError(
            f"Spark cannot measure what was exported to {folder}: {_first_line(problem)}"
        ) from problem
    finally:
        spark.stop()


def _first_line(problem: Exception) -> str:
    return str(problem).strip().partition("\n")[0]
