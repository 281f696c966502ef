"""Loading: choosing files, following the load, its issues, the history."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pyarrow as pa
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import Settings

from sightline.jobs import loads
from sightline.jobs.checks import CheckReport, TableReport
from sightline.jobs.loads import LoadReceipt
from sightline.oversight import load_runner
from sightline.oversight.models import LoadJob
from sightline.people import uploads
from sightline.people.models import AccessEvent, User
from sightline.returns.tables import ISSUE_SCHEMA
from tests.few_measures import few_measures

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path) -> Path:
    settings.DATA = tmp_path
    return tmp_path


@pytest.fixture
def analyst(client: Client) -> User:
    user = User.objects.create_user("a.reed", role="analyst")
    client.force_login(user)
    return user


def issue(row: int, rule: str = "date_unreadable", severity: str = "warning") -> dict[str, object]:
    return {
        "path": f"/somewhere/{rule}.csv",
        "table": "episodes",
        "row": row,
        "column": "DECOM",
        "value": "=31/02/2026",
        "rule": rule,
        "severity": severity,
        "message": f"Row {row} cannot be read.",
    }


def receipt(load_id: int | None = 1, table: str | None = "episodes") -> LoadReceipt:
    tables = (TableReport("a.csv", "ssda903", 2026, table, 10, 9, 1, {}),)
    issues = pa.Table.from_pylist([issue(3)], schema=ISSUE_SCHEMA)
    return LoadReceipt(CheckReport(tables, issues), load_id, date(2026, 3, 31))


def job_over(data: Path, user: User, *names: str) -> LoadJob:
    files = [SimpleUploadedFile(name, b"CHILD,DOB\n") for name in names or ("a.csv",)]
    folder = uploads.keep(files, data)
    return LoadJob.objects.create(
        user=user, asked_at=NOW, heard_at=NOW, files=list(names), folder=str(folder)
    )


class TestUpload:
    def test_begins_a_load_and_goes_to_its_progress(
        self, client: Client, analyst: User, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        begun: list[LoadJob] = []
        monkeypatch.setattr(load_runner, "start", begun.append)
        files = [SimpleUploadedFile(name, b"CHILD\n1\n") for name in ("b.csv", "a.csv")]
        response = client.post(
            "/data/load/", {"returns": files, "as_at": "31 10 2026", "year": "2026"}
        )
        (job,) = begun
        assert response.headers["Location"] == f"/data/load/{job.pk}/"
        assert job.files == ["a.csv", "b.csv"]
        assert job.as_at == date(2026, 10, 31)
        assert job.year == 2026
        assert AccessEvent.objects.get().sentence == "a.reed loaded: a.csv, b.csv"

    @pytest.mark.parametrize("said", ["31/10/2026", "2026-10-31", "31 October 2026", "31.10.2026"])
    def test_takes_a_day_as_people_write_it(
        self, client: Client, analyst: User, monkeypatch: pytest.MonkeyPatch, said: str
    ) -> None:
        monkeypatch.setattr(load_runner, "start", lambda job: None)
        client.post("/data/load/", {"returns": SimpleUploadedFile("a.csv", b"x"), "as_at": said})
        assert LoadJob.objects.get().as_at == date(2026, 10, 31)

    def test_says_what_is_missing(self, client: Client, analyst: User) -> None:
        page = client.post("/data/load/", {"as_at": "yesterday", "year": "25/26"}).content.decode()
        assert "Choose at least one file" in page
        assert "Enter a date such as 31 10 2026" in page
        assert "Enter a year such as 2026" in page
        assert "<title>Error: " in page


class TestFilesSent:
    def test_stay_in_their_folder_whatever_they_are_called(self, data: Path) -> None:
        names = ["../../evil.csv", "a.csv", "a.csv", "C:\\Users\\me\\b.csv"]
        folder = uploads.keep([SimpleUploadedFile(name, b"x") for name in names], data)
        kept = sorted(file.name for file in folder.iterdir())
        assert kept == ["a (2).csv", "a.csv", "b.csv", "evil.csv"]
        assert not (data / "evil.csv").exists()

    def test_only_a_folder_of_uploads_is_taken_away(self, data: Path) -> None:
        with pytest.raises(ValueError, match="not a folder of uploads"):
            uploads.take_away(data, data)


class TestRun:
    def test_tells_what_came_of_it_and_takes_the_files_away(
        self, data: Path, analyst: User, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(loads, "load", lambda paths, data, **more: receipt())
        job = job_over(data, analyst)
        load_runner.run(job.pk)
        job.refresh_from_db()
        assert (job.state, job.load_id) == (LoadJob.State.DONE, 1)
        assert job.said == (
            "Nine rows kept, one row could not be. The data now speaks of 31 March 2026."
        )
        assert not Path(job.folder).exists()

    def test_a_letter_among_returns_is_named_as_not_read(self, data: Path, analyst: User) -> None:
        job = job_over(data, analyst, "episodes.csv", "letter.pdf")
        folder = Path(job.folder)
        head = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,"
        row = "1,01/05/2024,S,C2,N1,U6,PR1,,,,,,1234567"
        (folder / "episodes.csv").write_text(f"{head}HOME_POST,PL_POST,URN\n{row}\n")
        (folder / "letter.pdf").write_bytes(b"%PDF-1.7 a letter")
        with few_measures():
            load_runner.run(job.pk)
        job.refresh_from_db()
        assert job.state == LoadJob.State.DONE
        assert job.said.startswith("One row kept, none lost.")
        assert len(job.unread) == 1
        assert "letter.pdf" in job.unread[0]

    def test_a_903_of_no_year_is_sent_back_with_what_to_do(self, data: Path, analyst: User) -> None:
        job = job_over(data, analyst, "header.csv")
        rows = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,F,01/01/2015,WBRI,,,\n"
        (Path(job.folder) / "header.csv").write_text(rows)
        load_runner.run(job.pk)
        job.refresh_from_db()
        assert job.state == LoadJob.State.FAILED
        assert "say the year" in job.said

    def test_the_same_files_again_are_nothing_new(
        self, data: Path, analyst: User, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(loads, "load", lambda paths, data, **more: receipt(load_id=None))
        job = job_over(data, analyst)
        load_runner.run(job.pk)
        job.refresh_from_db()
        assert job.said == "All that these files say is held already."

    def test_a_list_without_a_row_is_no_failure_and_nothing_is_kept(
        self, data: Path, analyst: User
    ) -> None:
        job = job_over(data, analyst, "plans.csv")
        heading = "Child ID,Date placement started,Date of placement plan\n"
        (Path(job.folder) / "plans.csv").write_text(heading)
        load_runner.run(job.pk)
        job.refresh_from_db()
        assert (job.state, job.load_id) == (LoadJob.State.DONE, None)
        assert job.said == "Nothing was kept: there is not a row in these files."

    def test_a_file_of_no_return_is_a_failure_in_the_words_of_its_issue(
        self, data: Path, analyst: User
    ) -> None:
        job = job_over(data, analyst, "holiday.csv")
        load_runner.run(job.pk)
        job.refresh_from_db()
        assert job.state == LoadJob.State.FAILED
        assert "holiday.csv" in job.said

    def test_our_own_fault_is_said_to_be_ours(
        self, data: Path, analyst: User, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*args: object, **more: object) -> None:
            raise RuntimeError("secret detail")

        monkeypatch.setattr(loads, "load", fail)
        job = job_over(data, analyst)
        load_runner.run(job.pk)
        job.refresh_from_db()
        assert job.state == LoadJob.State.FAILED
        assert job.said == load_runner.OURS
        assert not Path(job.folder).exists()


class TestProgress:
    def test_looks_again_by_itself_while_it_runs(
        self, client: Client, data: Path, analyst: User
    ) -> None:
        job = job_over(data, analyst)
        LoadJob.objects.update(heard_at=datetime.now(UTC), state="running", stage="Reading")
        page = client.get(f"/data/load/{job.pk}/").content.decode()
        assert '<meta http-equiv="refresh" content="2">' in page
        assert "Reading" in page

    def test_a_load_that_the_server_forgot_is_said_to_have_stopped(
        self, client: Client, data: Path, analyst: User
    ) -> None:
        job = job_over(data, analyst)
        LoadJob.objects.update(heard_at=datetime.now(UTC) - timedelta(minutes=11))
        page = client.get(f"/data/load/{job.pk}/").content.decode()
        assert "This load has stopped" in page
        assert "http-equiv" not in page

    def test_done_leads_to_the_issues(self, client: Client, data: Path, analyst: User) -> None:
        job = job_over(data, analyst)
        LoadJob.objects.update(state="done", load_id=7, said="Nine rows kept.")
        page = client.get(f"/data/load/{job.pk}/").content.decode()
        assert "/data/7/issues/" in page


class TestIssues:
    @pytest.fixture(autouse=True)
    def found(self, monkeypatch: pytest.MonkeyPatch) -> None:
        rows = [issue(row) for row in range(1, 151)] + [issue(9, "duplicate_row", "error")]
        table = pa.Table.from_pylist(rows, schema=ISSUE_SCHEMA)

        def issues(data: Path, load_id: int) -> pa.Table:
            if load_id != 1:
                raise KeyError(load_id)
            return table

        monkeypatch.setattr(loads, "issues", issues)

    def test_are_counted_by_rule_and_listed_errors_first(
        self, client: Client, analyst: User
    ) -> None:
        page = client.get("/data/1/issues/").content.decode()
        assert "151 issues" in page
        assert page.index("<strong>Error:</strong>") < page.index("Row 1 cannot be read.")
        assert "Page 1 of 2" in page
        assert "/somewhere/" not in page

    def test_are_narrowed(self, client: Client, analyst: User) -> None:
        page = client.get("/data/1/issues/?severity=error").content.decode()
        assert "Row 9 cannot be read." in page
        assert "Row 1 cannot be read." not in page
        assert "No issue fits this." in client.get("/data/1/issues/?rule=none").content.decode()

    def test_as_csv_run_no_formula(self, client: Client, analyst: User) -> None:
        lines = client.get("/data/1/issues.csv?rule=duplicate_row").content.decode().splitlines()
        assert lines[0] == "file,table,row,column,value,rule,severity,message"
        assert lines[1] == (
            "duplicate_row.csv,episodes,9,DECOM,'=31/02/2026,duplicate_row,error,"
            "Row 9 cannot be read."
        )

    def test_of_a_load_that_never_was_are_not_found(self, client: Client, analyst: User) -> None:
        assert client.get("/data/2/issues/").status_code == 404


def test_the_history_begins_empty(client: Client, analyst: User) -> None:
    assert "Nothing has been loaded yet" in client.get("/data/").content.decode()
