"""Child for child, the made-up authority's returns say the same: 903, Annex A, CIN census, SSD."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import polars as pl
import pytest

from sightline.returns import read_files
from sightline.synthetic import Made, generate

YEAR_END = "2026-03-31"


@pytest.fixture(scope="module", params=[3, 11])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    out = tmp_path_factory.mktemp("across")
    return generate(out, children_in_care=50, years=2, seed=request.param)


def table(made: Made, path: str) -> list[dict[str, str]]:
    with (made.out / path).open(newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def clean(made: Made, path: str) -> list[dict[str, str]]:
    dirty = {d["row"] for d in made.truth["dirt"] if d["path"] == path and d["row"]}
    return [row for n, row in enumerate(table(made, path), start=2) if n not in dirty]


def census(made: Made) -> dict[str, ElementTree.Element]:
    """Children of the newest census by their number in the 903."""
    ids = made.truth["identities"]["known_as_other_in_cin"]
    back = {other: own for own, other in ids.items()}
    root = ElementTree.parse(made.censuses[-1]).getroot()
    found = {}
    for child in root.iter("Child"):
        number = child.findtext("ChildIdentifiers/LAchildID") or ""
        found[back.get(number, number)] = child
    return found


def blanked(made: Made) -> set[str]:
    return {d["whose"] for d in made.truth["dirt"] if d["what"] == "blank key"}


def test_every_child_in_care_is_in_need_in_the_census(made: Made) -> None:
    open_in_903 = {
        row["CHILD"] for row in clean(made, "ssda903/2026/episodes.csv") if not row["DEC"]
    }
    known = census(made)
    for child_id in open_in_903 - blanked(made):
        child = known[child_id]
        assert any(
            need.findtext("CINclosureDate") is None and need.findtext("ReferralNFA") == "0"
            for need in child.iter("CINdetails")
        ), child_id


def test_birth_date_sex_ethnicity_and_pupil_number_agree(made: Made) -> None:
    known = census(made)
    new_numbers = made.truth["identities"]["new_pupil_number_in_cin"]
    again = made.truth["identities"]["id_used_again"]
    compared = 0
    for row in clean(made, "ssda903/2026/header.csv"):
        child = known.get(row["CHILD"])
        if child is None or row["CHILD"] in blanked(made) | again.keys():
            continue
        who = child.find("ChildIdentifiers")
        assert who is not None
        born = date.fromisoformat(who.findtext("PersonBirthDate") or "")
        assert born.strftime("%d/%m/%Y") == row["DOB"]
        assert who.findtext("Sex") == row["SEX"]
        assert child.findtext("ChildCharacteristics/Ethnicity") == row["ETHNIC"]
        if row["CHILD"] in new_numbers:
            assert who.findtext("UPN") == new_numbers[row["CHILD"]]
            assert who.findtext("FormerUPN") == row["UPN"]
        else:
            assert (who.findtext("UPN") or who.findtext("UPNunknown")) == row["UPN"]
        compared += 1
    assert compared > 30


def test_plans_of_list_7_are_those_of_the_census(made: Made) -> None:
    march = made.out / "annex-a" / f"annex-a-{YEAR_END}.xlsx"
    listed = next(t.data for f in read_files([march]) for t in f.tables if t.table == "list_7")
    frame = pl.DataFrame(listed.to_pydict()).filter(pl.col("ended").is_null())
    of_annex_a = {(str(c), str(d)) for c, d in frame.select("child_id", "started").rows()}
    of_census = {
        (child_id, plan.findtext("CPPstartDate") or "")
        for child_id, child in census(made).items()
        for plan in child.iter("ChildProtectionPlans")
        if plan.findtext("CPPendDate") is None
    }
    skipped = blanked(made) | {made.truth["left_out"]["of_annex_a"]}
    assert {pair for pair in of_census if pair[0] not in skipped | {""}} == {
        pair for pair in of_annex_a if pair[0] not in skipped
    }
    assert len(of_census) > 10


def test_episodes_of_the_dataset_are_those_of_the_903(made: Made) -> None:
    of_903 = {
        (row["CHILD"], date(*map(int, reversed(row["DECOM"].split("/")))).isoformat(), row["RNE"])
        for row in clean(made, "ssda903/2026/episodes.csv")
    }
    of_dataset = {
        (row["clae_person_id"], row["clae_cla_episode_start_date"],
         row["clae_cla_episode_start_reason"])
        for row in table(made, "ssd/ssd_cla_episodes.csv")
    }  # fmt: skip
    assert of_903 <= of_dataset


def test_the_dataset_and_the_census_agree_on_who_is_in_need(made: Made) -> None:
    of_census = {
        child_id
        for child_id, child in census(made).items()
        for need in child.iter("CINdetails")
        if need.findtext("CINclosureDate") is None and need.findtext("ReferralNFA") == "0"
    }
    of_dataset = {
        row["cine_person_id"]
        for row in table(made, "ssd/ssd_cin_episodes.csv")
        if row["cine_referral_nfa"] == "N" and row["cine_referral_date"] <= YEAR_END
        and (not row["cine_close_date"] or row["cine_close_date"] > YEAR_END)
    }  # fmt: skip
    dirty = {d["whose"] for d in made.truth["dirt"] if d["path"].startswith("cin-census")}
    assert of_census - dirty - {""} == of_dataset - dirty


def test_return_interviews_are_offered_where_the_dataset_says_so(made: Made) -> None:
    path = "templates/return_interviews.csv"
    counted = {"Yes": 0, "No": 0}
    for row in clean(made, path):
        counted[row[list(row)[2]]] += 1
    since = min(
        date(*map(int, reversed(row[list(row)[1]].split("/")))) for row in clean(made, path)
    ).isoformat()
    of_dataset = [
        row["miss_missing_rhi_offered"]
        for row in table(made, "ssd/ssd_missing.csv")
        if row["miss_missing_episode_type"] == "Missing"
        and row["miss_missing_episode_end_date"] >= since
    ]
    planted = sum(d["path"] == path for d in made.truth["dirt"])
    assert abs(of_dataset.count("Y") - counted["Yes"]) <= planted
    assert abs(of_dataset.count("N") - counted["No"]) <= planted


def test_strangers_never_share_a_number_but_the_one_used_again(made: Made) -> None:
    births: dict[str, set[str]] = {}
    for path in made.censuses:
        for child in ElementTree.parse(path).getroot().iter("Child"):
            born = child.findtext("ChildIdentifiers/PersonBirthDate")
            if born:
                key = child.findtext("ChildIdentifiers/LAchildID") or ""
                births.setdefault(key, set()).add(born)
    shared = {key for key, days in births.items() if len(days) > 1 and key}
    assert shared <= made.truth["identities"]["id_used_again"].keys()


def test_an_adopted_child_s_new_number_has_nothing_of_the_old(made: Made) -> None:
    for before, after in made.truth["identities"]["adopted_anew"].items():
        for name in sorted(Path(made.out / "ssd").glob("*.csv")):
            for row in csv.reader(name.open(encoding="utf-8")):
                assert not (before in row and after in row), name
