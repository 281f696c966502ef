"""What the settings read from the machine."""

import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from sightline.site import environment as env


def test_the_secret_key_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    data = tmp_path / "data"
    first = env.secret_key({}, data)
    assert len(first) >= 50
    assert env.secret_key({}, data) == first
    assert stat.S_IMODE((data / "secret-key").stat().st_mode) == 0o600
    assert [file.name for file in data.iterdir()] == ["secret-key"]


def test_a_given_secret_key_is_used_and_nothing_is_written(tmp_path: Path) -> None:
    assert env.secret_key({"SIGHTLINE_SECRET_KEY": "given"}, tmp_path / "none") == "given"
    assert not (tmp_path / "none").exists()


def test_a_folder_that_cannot_be_written_is_told_to_the_administrator(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    with pytest.raises(ImproperlyConfigured, match="SIGHTLINE_DATA"):
        env.secret_key({}, in_the_way / "data")


def test_the_authority_is_named_by_the_variable_or_the_data_folder(tmp_path: Path) -> None:
    assert env.authority_name({}, tmp_path) == "Your authority"
    (tmp_path / "authority.txt").write_text("Westmere\n")
    assert env.authority_name({}, tmp_path) == "Westmere"
    assert env.authority_name({"SIGHTLINE_AUTHORITY": "Eastmere"}, tmp_path) == "Eastmere"


@pytest.mark.parametrize(("said", "on"), [("1", True), ("true", True), ("0", False), ("", False)])
def test_switches(said: str, on: bool) -> None:
    assert env.switch({"X": said}, "X") is on


def test_lists_are_split_at_commas() -> None:
    assert env.words({"X": "a.example, b.example ,"}, "X") == ["a.example", "b.example"]
