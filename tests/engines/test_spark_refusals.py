"""What Spark refuses is told in a line, as whoever asked can act on it."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from sightline.cli import main


def test_a_folder_without_exports_is_named(spark_settings: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["measures", "run", "--spark", "--tables", str(tmp_path)])
    assert done.exit_code == 1
    assert f"Spark cannot measure what was exported to {tmp_path}" in done.output
    assert "person" in done.output
    assert "Traceback" not in done.output
