"""The files of a made-up authority: the same for the same seed, and read by our own readers."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from sightline.returns import read_files
from sightline.returns.rules import READING_RULES
from sightline.synthetic import Made, generate

# What each piece of planted dirt is called by the readers; the others are read without loss.
RULES = {
    "unknown code": {"code_unknown", "value_not_told"},
    "impossible date": {"date_unreadable", "key_unreadable"},
    "score above 40": {"number_out_of_range"},
    "duplicate row": {"duplicate_row"},
}


def small(out: Path, seed: int = 1) -> Made:
    return generate(out, children_in_care=60, years=2, seed=seed)


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return small(tmp_path_factory.mktemp("authority"))


def test_the_same_seed_makes_the_same_files(made: Made, tmp_path: Path) -> None:
    small(tmp_path)
    assert digests(tmp_path) == digests(made.out)


def test_another_seed_makes_others(made: Made, tmp_path: Path) -> None:
    other = small(tmp_path, seed=2)
    first = made.out / "ssda903" / "2026" / "header.csv"
    assert (other.out / "ssda903" / "2026" / "header.csv").read_bytes() != first.read_bytes()


def test_a_folder_for_each_return_year_and_a_workbook_for_each_month_end(made: Made) -> None:
    assert sorted(p.name for p in (made.out / "ssda903").iterdir()) == ["2025", "2026"]
    assert len(made.workbooks) == 24
    assert made.workbooks[0].name == "annex-a-2024-11-30.xlsx"
    assert made.workbooks[-1].name == "annex-a-2026-10-31.xlsx"
    assert len(made.letters) == 8
    assert len(made.letters_elsewhere) == 16
    described = made.truth["letters"]["documents"]
    assert [each["file"] for each in described] == [path.name for path in made.letters]


def test_the_returns_have_the_columns_and_codes_of_their_year(tmp_path: Path) -> None:
    made = generate(tmp_path, children_in_care=40, years=3, until=date(2025, 6, 30))
    sexes = {
        year: set(pl.read_csv(made.out / f"ssda903/{year}/header.csv", infer_schema=False)["SEX"])
        for year in (2023, 2024, 2025)
    }
    assert sexes == {2023: {"1", "2"}, 2024: {"1", "2"}, 2025: {"M", "F"}}
    workers = [
        (made.out / f"ssda903/{year}/sw_episodes.csv").exists() for year in (2023, 2024, 2025)
    ]
    assert workers == [False, True, True]
    places = {
        year: set(
            pl.read_csv(
                made.out / f"ssda903/{year}/episodes.csv", infer_schema=False, encoding="utf8-lossy"
            )["PLACE"]
        )
        for year in (2023, 2024, 2025)
    }
    assert "K3" in places[2025]
    assert "H5" not in places[2025]
    assert "K3" not in places[2024] | places[2023]


def test_our_readers_stumble_over_the_planted_dirt_and_nothing_else(made: Made) -> None:
    read = read_files([*made.returns, *made.workbooks])
    for file in read:
        assert file.tables, file.path
    found = pl.concat(
        [pl.DataFrame(file.all_issues().to_pydict()) for file in read if file.all_issues().num_rows]
    )
    seen = {
        (Path(path).relative_to(made.out).as_posix(), row, rule)
        for path, row, rule in found.select("path", "row", "rule").rows()
    }
    first_two = ("ssda903/", "annex-a/")
    planted = [
        d for d in made.truth["dirt"] if d["what"] in RULES and d["path"].startswith(first_two)
    ]
    assert len(planted) >= 8
    for dirt in planted:
        assert any((dirt["path"], dirt["row"], rule) in seen for rule in RULES[dirt["what"]]), dirt
    places = {(dirt["path"], dirt["row"]) for dirt in planted}
    unread = {(path, row) for path, row, rule in seen if rule in READING_RULES}
    assert unread
    assert unread <= places, "what the checks doubt is held in test_synthetic_consistency"


def test_a_child_reads_the_same_in_the_workbook_and_in_the_return(made: Made) -> None:
    march = next(path for path in made.workbooks if path.stem.endswith("2026-03-31"))
    header, episodes = (made.out / "ssda903" / "2026" / f"{n}.csv" for n in ("header", "episodes"))
    tables = {t.table: t.data for f in read_files([march, header, episodes]) for t in f.tables}
    of_903 = pl.DataFrame(tables["header"].to_pydict()).select(
        child_id="CHILD", sex_903="SEX", born_903="DOB", ethnic_903="ETHNIC"
    )
    last = pl.DataFrame(tables["episodes"].to_pydict()).filter(pl.col("DEC").is_null())
    placed = last.select(child_id="CHILD", place_903="PLACE", status_903="LS")
    of_annex_a = pl.DataFrame(tables["list_8"].to_pydict())
    both = of_annex_a.join(of_903, on="child_id").join(placed, on="child_id")
    assert both.height > 40
    assert (both["sex"] == both["sex_903"]).all()
    assert (both["date_of_birth"] == both["born_903"]).all()
    assert (both["ethnicity"] == both["ethnic_903"]).all()
    assert (both["placement_type"] == both["place_903"]).all()
    assert (both["legal_status"] == both["status_903"]).all()


def test_truth_is_written_beside_the_files(made: Made) -> None:
    written = json.loads((made.out / "truth.json").read_text(encoding="utf-8"))
    assert written == made.truth
    assert written["drift_on_last_extract"]["slipping_team"] == "Children in Care Team 3"
    assert written["drift_on_last_extract"]["slipping_since"] == "2026-06-01"


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    generate(
        tmp_path,
        children_in_care=20,
        years=1,
        progress=lambda what, done, of: told.append((what, done, of)),
    )
    assert ("Annex A workbooks", 12, 12) in told
    assert ("CIN censuses", 1, 1) in told
    assert ("SSDA903 returns", 1, 1) in told


def test_too_few_children_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least 20 children"):
        generate(tmp_path, children_in_care=5)


def test_the_authority_and_its_neighbours_do_not_exist() -> None:
    from sightline.synthetic.geography import AREAS

    shared = (
        Path(__file__).parents[2].parent / "shared" / "published" / "lait" / "la_code_list.xlsx"
    )
    if not shared.exists():
        pytest.skip("the list of English authorities is not on this machine")
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(shared)
    names = {
        str(c).lower()
        for s in book.sheet_names
        for r in book.get_sheet_by_name(s).to_python()
        for c in r
    }
    for name in AREAS:
        assert not any(name.lower() in real for real in names)
