"""The JSON of `letters read`."""

from __future__ import annotations

import json
from pathlib import Path

from sightline.letters import letter_as_json, read
from tests.letters_print import bullet, grades, heading, numbered, print_letter, title


def test_it_keeps_the_contract(tmp_path: Path) -> None:
    path = print_letter(
        tmp_path / "northmoor-2022-05-09.pdf",
        [
            title("Inspection of Northmoor local authority children's services"),
            heading("Inspection dates: 17 to 28 January 2022"),
            grades(("The impact of leaders", "Good"), ("Overall effectiveness", "Good")),
            heading("What needs to improve?", large=True),
            bullet("The speed of assessment."),
            heading("The impact of leaders: good"),
            numbered(
                1, "Leaders are ambitious for children and know the quality of practice well."
            ),
        ],
    )
    plain = json.loads(json.dumps(letter_as_json(read(path))))
    assert plain["authority"] == "Northmoor"
    assert plain["kind"] == "inspection"
    assert plain["visited"] == {"from": "2022-01-17", "to": "2022-01-28"}
    assert plain["published"] == "2022-05-09"
    assert plain["published_source"] == "file_name"
    assert plain["judgements"][0] == {
        "judgement": "The impact of leaders",
        "grade": "Good",
        "page": 1,
    }
    assert {"text": "The speed of assessment.", "page": 1}.items() <= plain["improvements"][
        0
    ].items()
    finding = plain["findings"][0]
    assert (finding["paragraph"], finding["page"], finding["direction"]) == ("1", 1, "strength")
    assert finding["section"] == "The impact of leaders: good"
    assert finding["themes"][0] == "leadership"
    assert plain["unread"] == []
