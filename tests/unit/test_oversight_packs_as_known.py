"""An issued pack's figures are those of the load it names, whatever was loaded after."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from sightline.jobs import figures
from sightline.jobs.runs import SavedRun, reproduce, run
from sightline.oversight.models import IssuedPack
from sightline.oversight.packs.issuing import files_of, issue
from sightline.oversight.packs.kinds import KIND_BY_ID
from sightline.people.models import User
from tests.made_up_authority import Loaded

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 9, 10, tzinfo=UTC)


@pytest.fixture
def issued(authority: Loaded, settings: Settings, tmp_path: Path) -> IssuedPack:
    settings.DATA = authority.copy(tmp_path / "data")
    analyst = User.objects.create_user("analyst", role="analyst")
    return issue(KIND_BY_ID["scrutiny"], analyst, NOW)


def test_every_figure_is_that_of_its_load(issued: IssuedPack, settings: Settings) -> None:
    then = figures.latest(settings.DATA, known_at=issued.load_id)
    known = {
        (each.measure.id, figure.as_at.isoformat()): figure
        for each in then
        for figure in each.series
    }
    shown = [each for each in issued.figures if not each["withheld"] and each["value"] is not None]
    assert len(shown) > 50
    for each in shown:
        assert each["value"] == known[each["measure"], each["as_at"]].value


def test_its_run_can_be_made_again(issued: IssuedPack, settings: Settings) -> None:
    again = run(settings.DATA, known_at=issued.load_id)
    assert again.as_json()["fingerprint"] == issued.run
    assert reproduce(settings.DATA, SavedRun.from_json(again.as_json())).same


def test_a_second_pack_of_the_same_day_adds_nothing(issued: IssuedPack, settings: Settings) -> None:
    again = issue(
        KIND_BY_ID["scrutiny"], issued.issued_by, NOW, what_changed="The title page was wrong."
    )
    assert again.version == 2
    assert again.figures == []
    assert set(files_of(issued)) == {"pack.pdf", "pack.docx", "pack.xlsx", "pack.json"}
