"""What is true of every command: its help, its exit codes, one document, and no traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import polars as pl
import pytest
from click.testing import CliRunner, Result

from sightline.cli import main
from sightline.jobs.made_up import NotMadeUpError, make_up
from sightline.synthetic import Made
from tests.few_measures import few_measures
from tests.loading_apart import keep
from tests.made_up_authority import Loaded

COMMAND = [sys.executable, "-c", "from sightline.cli import main; main(prog_name='sightline')"]
NEEDS_RECORDS = [
    ["measures", "run"],
    ["children", "children_in_care"],
    ["child", "1"],
    ["tracker", "waiting"],
]


def sightline(*arguments: object) -> Result:
    result = CliRunner().invoke(main, [*map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def apart(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], capture_output=True, env=environment or None, check=False
    )


def every_command(
    group: click.Group, before: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from every_command(command, (*before, name))
        else:
            yield (*before, name), command


COMMANDS = dict(every_command(main))


class TestEveryCommand:
    @pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
    def test_says_what_it_does(self, words: tuple[str, ...]) -> None:
        result = sightline(*words, "--help")
        assert result.exit_code == 0
        assert COMMANDS[words].help

    @pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
    def test_refuses_an_option_it_does_not_have(self, words: tuple[str, ...]) -> None:
        result = sightline(*words, "--happiness")
        assert (result.exit_code, result.stdout) == (2, "")

    @pytest.mark.parametrize("words", sorted(set(COMMANDS) - {("demo",), ("serve",)}), ids=" ".join)
    def test_speaks_json(self, words: tuple[str, ...]) -> None:
        assert "as_json" in {parameter.name for parameter in COMMANDS[words].params}

    def test_without_a_command_is_help(self) -> None:
        assert "Usage:" in sightline("--help").stdout
        assert sightline("happiness").exit_code == 2


class TestNothingLoaded:
    @pytest.mark.parametrize("words", NEEDS_RECORDS, ids=" ".join)
    @pytest.mark.parametrize("json_too", [[], ["--json"]], ids=["words", "json"])
    def test_is_said_and_nothing_is_made(
        self, tmp_path: Path, words: list[str], json_too: list[str]
    ) -> None:
        result = sightline(*words, "--data", tmp_path / "data", *json_too)
        assert (result.exit_code, result.stdout) == (1, "")
        assert f"Nothing has been loaded into {tmp_path / 'data'}" in result.stderr
        assert list(tmp_path.iterdir()) == []

    def test_no_backup_of_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        result = sightline("backup", tmp_path / "kept.tgz", "--data", tmp_path / "data")
        assert result.exit_code == 1
        assert "no data folder" in result.stderr
        assert list(tmp_path.iterdir()) == []


class TestADamagedRecordsFile:
    def test_is_built_again_without_a_word_of_it(self, authority: Loaded, tmp_path: Path) -> None:
        data = authority.copy(tmp_path / "data")
        (data / "records" / "records.duckdb").write_bytes(b"garbage" * 1000)
        before = sightline("tracker", "waiting", "--data", authority.data, "--json")
        with few_measures():
            after = sightline("tracker", "waiting", "--data", data, "--json")
        assert (after.exit_code, after.stdout) == (0, before.stdout)


class TestKeeping:
    def test_backup_and_restore(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sightline.jobs.loads._work_out", lambda held, records: None)
        keep(tmp_path / "data" / "records", 0)
        kept, again = tmp_path / "kept.tgz", tmp_path / "again"
        written = sightline("backup", kept, "--data", tmp_path / "data", "--json")
        restored = sightline("restore", kept, "--data", again, "--json")
        files = json.loads(written.stdout)["files"]
        assert json.loads(written.stdout) == {"version": 1, "backup": str(kept), "files": files}
        assert json.loads(restored.stdout) == {"version": 1, "data": str(again), "files": files}
        twice = sightline("restore", kept, "--data", again)
        assert (twice.exit_code, twice.stdout) == (1, "")
        assert "not empty" in twice.stderr

    def test_restore_of_a_file_that_is_not_there_is_wrong_usage(self, tmp_path: Path) -> None:
        assert sightline("restore", tmp_path / "x.tgz", "--data", tmp_path).exit_code == 2


class TestMadeUp:
    def test_synthetic_json_is_one_document_and_progress_is_aside(self, tmp_path: Path) -> None:
        result = sightline(
            "synthetic", "--out", tmp_path, "--children-in-care", 20, "--years", 1, "--json"
        )
        found = json.loads(result.stdout)
        assert found.keys() == {"version", "authority", "rows", "files"}
        assert all(Path(file).is_file() for file in found["files"])
        assert "Annex A workbooks: 12 of 12" in result.stderr

    def test_synthetic_says_how_near_it_comes_to_england(self, tmp_path: Path) -> None:
        """The figure is counted here from the header that was written: girls among 20 in care."""
        said = ["synthetic", "--out", tmp_path, "--children-in-care", 20, "--years"]
        told = sightline(*said, 2).stdout
        episodes = pl.read_csv(tmp_path / "ssda903" / "2026" / "episodes.csv")
        inside = episodes.filter(pl.col("DEC").is_null())["CHILD"].unique()
        header = pl.read_csv(tmp_path / "ssda903" / "2026" / "header.csv")
        sexes = header.filter(pl.col("CHILD").is_in(inside.implode()))["SEX"]
        girls = 100 * (sexes == "F").sum() / len(sexes)
        [line] = [each for each in told.splitlines() if each.strip().startswith("Girls")]
        assert f"{girls:.1f}%" in line
        assert "44%" in line  # as published for 2025
        assert "that are held to a range lie within it." in told

    def test_synthetic_where_it_cannot_be_written(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        result = sightline("synthetic", "--out", tmp_path / "file" / "out", "--years", 1)
        assert (result.exit_code, result.stdout) == (1, "")
        assert "Not a directory" in result.stderr

    @pytest.mark.parametrize(
        "wrong", [[], ["--out", "x", "--years", "0"], ["--out", "x", "--children-in-care", "5"]]
    )
    def test_wrong_usage(self, wrong: list[str]) -> None:
        assert sightline("synthetic", *wrong).exit_code == 2

    def test_the_demo_keeps_out_of_a_real_authority_s_folder(self, tmp_path: Path) -> None:
        """It would add sign-ins whose passwords it prints."""
        keep(tmp_path / "records", 0)
        result = sightline("demo", "--no-serve", "--data", tmp_path)
        assert (result.exit_code, result.stdout) == (1, "")
        assert "not made up" in result.stderr
        assert not (tmp_path / "sightline.sqlite3").exists()

    def test_nor_one_where_only_people_are(self, tmp_path: Path) -> None:
        (tmp_path / "sightline.sqlite3").touch()
        with pytest.raises(NotMadeUpError):
            make_up(tmp_path, children_in_care=20, years=2, seed=1)


class TestLetters:
    LETTER = {
        "version", "path", "sha256", "pages", "authority", "kind", "visited", "published",
        "published_source", "judgements", "improvements", "findings", "unread",
    }  # fmt: skip

    def test_read_json_keeps_its_contract(self, made_up: Made) -> None:
        read = (sightline("letters", "read", letter, "--json") for letter in made_up.letters)
        found = next(one for one in (json.loads(r.stdout) for r in read) if one["judgements"])
        assert found.keys() >= self.LETTER
        assert found["version"] == 1
        assert found["visited"].keys() == {"from", "to"}
        assert all({"judgement", "grade"} <= one.keys() for one in found["judgements"])
        assert found["improvements"]
        assert all({"text", "page"} <= one.keys() for one in found["improvements"])
        wanted = {"text", "page", "paragraph", "section", "themes", "direction"}
        assert found["findings"]
        assert all(wanted <= one.keys() for one in found["findings"])

    def test_read_of_several_is_one_document_with_a_list(self, made_up: Made) -> None:
        found = json.loads(sightline("letters", "read", *made_up.letters[:2], "--json").stdout)
        assert [one["version"] for one in found] == [1, 1]

    def test_compare_json_keeps_its_contract(self, made_up: Made) -> None:
        found = json.loads(sightline("letters", "compare", *made_up.letters, "--json").stdout)
        assert found.keys() == {"version", "recurrences"}
        assert found["recurrences"]
        for one in found["recurrences"]:
            assert {"text", "page", "source", "earlier"} <= one.keys()
            assert one["earlier"]
            for earlier in one["earlier"]:
                assert {"source", "page", "text", "score"} <= earlier.keys()
                assert 0 <= earlier["score"] <= 1

    @pytest.mark.parametrize("command", ["read", "compare"])
    def test_a_file_that_cannot_be_read_is_named(
        self, tmp_path: Path, made_up: Made, command: str
    ) -> None:
        (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
        result = sightline(
            "letters", command, tmp_path / "broken.pdf", made_up.letters[0], "--json"
        )
        assert result.exit_code == 1
        assert "broken.pdf" in result.stderr
        json.loads(result.stdout)

    @pytest.mark.parametrize("command", ["read", "compare"])
    def test_is_for_people_too(self, made_up: Made, command: str) -> None:
        result = sightline("letters", command, *made_up.letters[:2])
        assert (result.exit_code, bool(result.stdout)) == (0, True)

    def test_wrong_usage(self) -> None:
        assert sightline("letters", "read").exit_code == 2
        assert sightline("letters", "compare", "nowhere.pdf").exit_code == 2


class TestInAProcessOfItsOwn:
    def test_json_is_utf_8_whatever_the_machine_speaks(self) -> None:
        result = apart("measures", "list", "--json", PYTHONIOENCODING="ascii", PATH="")
        assert result.returncode == 0, result.stderr.decode()
        assert json.loads(result.stdout.decode("utf-8"))["measures"]
        assert result.stderr == b""

    def test_a_table_too(self) -> None:
        result = apart("measures", "list", PYTHONIOENCODING="ascii", PATH="")
        assert (result.returncode, result.stderr) == (0, b"")

    def test_bad_input_leaves_no_traceback(self, tmp_path: Path) -> None:
        (tmp_path / "report.csv").write_bytes(b"%PDF-1.7\n")
        (tmp_path / "file").touch()
        result = apart("load", tmp_path / "report.csv", "--data", tmp_path / "file" / "data")
        assert result.returncode == 1
        assert b"Traceback" not in result.stderr


class TestChecking:
    def test_waits_for_nothing_that_only_other_commands_need(self, tmp_path: Path) -> None:
        """Letters need scikit-learn and figures a database; both take longer than reading does."""
        (tmp_path / "note.txt").write_text("not a return")
        code = (
            "import sys; from sightline.cli import main; "
            f"main(['check', {str(tmp_path)!r}], standalone_mode=False)"
        )
        watched = f"import sys\ntry:\n    exec({code!r})\nfinally:\n    print(*sorted(sys.modules))"
        done = subprocess.run([sys.executable, "-c", watched], capture_output=True, check=False)
        loaded = set(done.stdout.decode().splitlines()[-1].split())
        assert "sightline.cli.checking" in loaded
        assert not loaded & {"sklearn", "duckdb", "ibis", "django", "pandas", "sightline.letters"}
