"""Our connections draw no progress bars, wherever the program came from."""

import subprocess
import sys

ASK = "SELECT current_setting('enable_progress_bar')"


def said_by(program: str) -> str:
    """What a program given by `-c` prints: DuckDB takes it for one that somebody watches."""
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_duckdb_by_itself_would_draw_them() -> None:
    """Else the test below could not fail."""
    assert said_by(f'import duckdb; print(duckdb.execute("{ASK}").fetchone())') == "(True,)"


def test_ours_draw_none_nor_do_those_that_share_them() -> None:
    ours = (
        "from sightline.records.connecting import in_duckdb; one = in_duckdb().con; "
        f'print([each.execute("{ASK}").fetchone() for each in (one, one.cursor())])'
    )
    assert said_by(ours) == "[(False,), (False,)]"
