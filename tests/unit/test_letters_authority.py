"""The short name of an authority, from the many ways a title may give it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sightline.letters import LetterKind, read
from tests.letters_print import heading, para, print_letter, title

# the name as the title prints it, and the name that people use
NAMES = {
    "Northmere": "Northmere",
    "Northmere County Council": "Northmere",
    "Northmere City Council": "Northmere",
    "Northmere Metropolitan Borough Council": "Northmere",
    "Northmere Council": "Northmere",
    "Northmere Children’s Services Trust": "Northmere",
    "London Borough of Northmere": "Northmere",
    "The Royal Borough of Northmere": "Northmere",
    "City of Northmere": "Northmere",
    "City of Northmere Metropolitan District Council": "Northmere",
    "Borough of Northmere & Easthollow": "Northmere and Easthollow",
    "County of Northmereshire District Council": "Northmereshire",
    "Northmere and Easthollow": "Northmere and Easthollow",
    "Northmere & Easthollow Council": "Northmere and Easthollow",
    "London Borough of Northmere and Easthollow": "Northmere and Easthollow",
    "Royal Borough of Northmere and Easthollow": "Northmere and Easthollow",
    "Northmere, Easthollow and Southdean": "Northmere, Easthollow and Southdean",
    "Northmere and North East Easthollow": "Northmere and North East Easthollow",
    "North East Northmere": "North East Northmere",
    "Northmere upon Easthollow City Council": "Northmere upon Easthollow",
    "Northmere with Easthollow": "Northmere with Easthollow",
    "Northmere-on-Sea": "Northmere-on-Sea",
    "Northmere on Sea Borough Council": "Northmere on Sea",
    "St. Northmere": "St. Northmere",
    "Council of the Isles of Northmere": "Isles of Northmere",
    "Isle of Northmere": "Isle of Northmere",
    "County Northmere": "County Northmere",
    "Carers Together on behalf of Northmere": "Northmere",
    "City of London": "City of London",
    "City of London Corporation": "City of London",
}
LOCAL_AUTHORITY = "Inspection of {} local authority children’s services"
TITLES = {
    LOCAL_AUTHORITY: LetterKind.INSPECTION,
    "Inspection of {} children’s services": LetterKind.INSPECTION,
    "Inspection of {} children's social care services": LetterKind.INSPECTION,
    "Focused visit to {} children’s services": LetterKind.FOCUSED_VISIT,
    "Monitoring visit to {} children’s services": LetterKind.MONITORING_VISIT,
}


@pytest.mark.parametrize("form", TITLES)
@pytest.mark.parametrize("printed", NAMES)
def test_the_short_name_is_read_from_the_title(printed: str, form: str, tmp_path: Path) -> None:
    letter = read(
        print_letter(
            tmp_path / "report.pdf",
            [
                title(form.format(printed)),
                heading("Inspection dates: 1 to 5 May 2023"),
                para("Children are helped well by social workers who know them."),
            ],
        )
    )
    assert (letter.authority, letter.kind) == (NAMES[printed], TITLES[form])


@pytest.mark.parametrize(
    "beneath",
    [
        "Inspection of services for children in need of help and protection",
        "Inspection of local authority children’s services",
    ],
)
@pytest.mark.parametrize(
    ("printed", "short"),
    [
        ("Northmere County Council", "Northmere"),
        ("London Borough of Northmere", "Northmere"),
        ("Royal Borough of Northmere and Easthollow", "Northmere and Easthollow"),
        ("Council of the Isles of Northmere", "Isles of Northmere"),
    ],
)
def test_the_name_stands_alone_above_the_title_of_an_older_report(
    printed: str, short: str, beneath: str, tmp_path: Path
) -> None:
    letter = read(
        print_letter(
            tmp_path / "report.pdf",
            [
                title(printed),
                heading(beneath),
                para("Children are helped well by social workers who know them."),
            ],
        )
    )
    assert letter.authority == short
