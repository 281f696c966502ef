"""Our schemas and our reading of words, held against the sector's own reference files.

The reference lists how authorities really write each code: nearly 6,000 ways. We do not hold that
list; we read words by rules. The shares below are those our rules agree with; `pytest -s` shows.
Where they fall short, the reference contradicts itself (probation is filed under the police, the
same words under two groups), or the words are one authority's own letters (DAUI, HOOT) that nobody
else could tell.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from sightline.returns.annex_a import TABLES
from sightline.returns.annex_a.headings import SHAPES
from sightline.returns.fields import UNSTATED, Field
from sightline.returns.ssda903 import schema_for

SHARED = Path(os.environ.get("SIGHTLINE_SHARED", Path(__file__).parents[2].parent / "shared"))
REFERENCE = SHARED / "reference" / "liia-tools-pipeline"
pytestmark = pytest.mark.skipif(not REFERENCE.is_dir(), reason="the reference files are not here")

OTHER_NAMES = {
    "placed_adoption": "placed_for_adoption",
    "prev_perm": "previous_permanence",
    "social_worker": "sw_episodes",
}
KINDS = {"string": "text", "date": "date", "numeric": "integer", "category": "code"}


@cache
def _read(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((REFERENCE / name).read_text(encoding="utf-8"))
    return loaded


def _reference_year(year: int) -> dict[str, Any]:
    tables: dict[str, Any] = yaml.safe_load((REFERENCE / "SSDA903_schema_2017.yml").read_text())
    for changed in range(2018, year + 1):
        path = REFERENCE / f"SSDA903_schema_{changed}.diff.yml"
        for place, change in _read(path.name).items() if path.exists() else ():
            *above, last = place.split(".")
            node = tables
            for step in above:
                node = node[step]
            node[last] = change["value"]
    found: dict[str, Any] = tables["column_map"]
    return found


@pytest.mark.parametrize("year", range(2017, 2027))
def test_the_schema_of_every_year(year: int) -> None:
    ours = schema_for(year)
    reference = {OTHER_NAMES.get(name, name): cols for name, cols in _reference_year(year).items()}
    assert set(ours) == set(reference)
    for name, columns in reference.items():
        assert {field.name for field in ours[name].fields} == set(columns)
        for column, says in columns.items():
            field = ours[name][column]
            codes = {str(each["code"]) for each in says.get("category", ())}
            if field.kind == "flag":
                assert codes == {"0", "1"}
            else:
                assert set(field.codes) == codes
                assert field.kind == KINDS[next(kind for kind in says if kind in KINDS)]
            assert (
                (field.key or field.required) or says["canbeblank"] or field.name == "DATE_PLACED"
            )
            if says["canbeblank"]:
                assert not field.required


def test_every_heading_of_every_list() -> None:
    for shape in SHAPES:
        for heading in _read("Annex_A_schema.yml")["column_map"][shape.table]:
            column = shape.column(" ".join(heading.split()))
            assert column is not None, f"{shape.table}: {heading}"
            ours = TABLES[shape.table][column].label
            assert _bare(ours) == _bare(heading)


def _bare(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


# Our codes by the lettered group of the reference that they fall in.
_ENDED = "E11 a,E12 a,E2 b,E3 c,E4A d,E4B d,E13 e,E17 e,E41 f,E43 g,E44 g,E45 g,E46 g,E47 g,E48 g,"
_LIVING = "B a,C b,D c,E d,G e,H f,K g,R h,S i,T j,U k,V l,W m,X n,Z o,Y p"


def _groups(text: str) -> dict[str, str]:
    return dict(re.findall(r"(\w+) (\w+)", text))


def _in_order(codes: str) -> dict[str, str]:
    return dict(zip(codes.split(), "abcdefghijk", strict=False))


GROUPS: dict[str, dict[str, str]] = {
    "sex": {"M": "a", "F": "b", "U": "cd"},
    "ethnicity": _groups("W a,M b,A c,B d,CHNE e,OOTH e,OTHER e,REFU f,NOBT f"),
    "contact_source": _in_order(
        "INDIVIDUAL SCHOOL EDUCATION HEALTH HOUSING LA POLICE LEGAL OTHER ANONYMOUS UNKNOWN"
    ),
    "need": _in_order("N1 N2 N3 N4 N5 N6 N7 N8 N9 N0"),
    "reason_closed": {**_in_order("RC1 RC2 RC3 RC4 RC5 RC6 RC7 RC8"), "RC9": "h"},
    "status": _in_order("CARE PROTECTION NEED ASSESSMENT CLOSED"),
    "initial_category": _in_order("NEG PHY SAB EMO MUL"),
    "legal_status": _groups("C1 a,C2 b,D1 c,E1 d,V2 e,L1 f,L2 f,L3 f,J1 gJ,J2 gJ,J3 g,V3 z,V4 z"),
    "permanence_plan": _in_order(
        "RETURN_HOME ADOPTION SGO_CAO SUPPORTED_LIVING LONG_TERM_RESIDENTIAL "
        "LONG_TERM_FOSTERING OTHER"
    ),
    "reason_ceased": _groups(_ENDED + "E5 h,E6 h,E7 i,E9 j,E14 k,E15 l,E16 m,E8 n,X1 z"),
    "placement_type": _groups(
        "U a,A b,P1 c,P2 d,K3 d,P3 e,H5 f,K1 g,K2 h,R1 i,R2 j,R3 k,R5 l,S1 m,Z1 n,T o"
    ),
    "placement_provider": _groups("PR1 a,OWN a,PR4 b,PRIVATE b,PR0 c,PR2 c,PR3 c,PR5 c,OTHER c"),
    "placement_location": _in_order("IN OUT"),
    "eligibility": _in_order("RELEVANT FORMER_RELEVANT QUALIFYING ELIGIBLE OTHER"),
    "in_touch": _groups("YES a,NO b,REFU b,NREQ b,DIED d,RHOM d,ABROAD d,NOT_KNOWN d"),
    "accommodation": _groups(_LIVING),
    "suitability": _in_order("SUITABLE NOT_SUITABLE UNKNOWN"),
    "reason_reversed": _in_order("RD1 RD2 RD3 RD4"),
    "reason_left": _in_order("WITHDREW ON_HOLD REFUSED"),
}
UNSAID = {"sex": "cd", "ethnicity": "f", "contact_source": "k", "need": "j", "reason_closed": "i"}
UNSAID |= {"in_touch": "c", "suitability": "cd", "accommodation": "h"}

AGREED = {
    "ethnicity": 0.98,
    "contact_source": 0.88,
    "need": 0.98,
    "reason_closed": 0.93,
    "legal_status": 0.97,
    "placement_type": 0.97,
    "placement_provider": 0.96,
    "reason_ceased": 0.97,
    "sex": 0.97,
    "suitability": 0.97,
    "no_further_action": 0.94,
    "uasc": 0.83,
    "eligibility": 0.96,
}
"""The least share of the reference's ways of writing that we read as it does; else 0.98."""

Case = tuple[str, str, Field]


def _coded_columns() -> Iterator[Case]:
    seen: set[int] = set()
    for table, columns in _read("Annex_A_schema.yml")["column_map"].items():
        for heading, says in columns.items():
            field = next(f for f in TABLES[table].fields if _bare(f.label) == _bare(heading))
            named = field.name == "activity" or "category" not in says or field.told is None
            if not named and id(says["category"]) not in seen:
                seen.add(id(says["category"]))
                yield table, heading, field


def _places(table: str, heading: str) -> dict[str, set[str]]:
    """Every way of writing, and the groups the reference puts it in."""
    places: dict[str, set[str]] = {}
    for group in _read("Annex_A_schema.yml")["column_map"][table][heading]["category"]:
        code = str(group["code"])
        for words in group.get("name", ()):
            places.setdefault(str(words), set()).add(code if code in ("True", "False") else code[0])
    return places


def _agrees(field: Field, words: str, groups: set[str]) -> bool:
    assert field.told is not None
    answer = field.told(words)
    if answer == UNSTATED:
        return bool(groups & {*UNSAID.get(field.name, ""), "U", "z"}) or words in ("-", "nan")
    if answer is None:
        return "z" in groups
    if field.kind == "flag":
        return str(answer) in groups
    group = GROUPS[field.name].get(str(answer)) or GROUPS[field.name][str(answer)[0]]
    return bool(set(group) & groups)


def _cases() -> list[Case]:
    return list(_coded_columns()) if REFERENCE.is_dir() else []


@pytest.mark.parametrize(("table", "heading", "field"), _cases(), ids=lambda v: str(v)[:40])
def test_words_are_read_as_the_reference_reads_them(table: str, heading: str, field: Field) -> None:
    places = _places(table, heading)
    agreed = sum(_agrees(field, words, groups) for words, groups in places.items())
    print(f"{table} {field.name}: {agreed} of {len(places)}, {agreed / len(places):.1%}")
    assert agreed / len(places) >= AGREED.get(field.name, 0.98)
