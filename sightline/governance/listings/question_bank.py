"""The bank of questions: what to ask about each area, and what a good answer holds."""

from datetime import date

from sightline.governance.listings.listing import List, Listing, Table
from sightline.governance.question_bank import AREAS
from sightline.governance.wording import counted, titles
from sightline.people.models import User

COLUMNS = {"Question": 70, "A good answer holds": 70, "Area": 34, "Themes": 40}


def _made(user: User, today: date) -> Listing:
    rows = [
        [each.ask, each.holds, area.title, titles(area.themes)]
        for area in AREAS
        for each in area.questions
    ]
    return Listing(
        f"{counted(len(rows), 'question')} in {len(AREAS)} areas, to choose from before a meeting.",
        Table("Questions by area", COLUMNS, rows),
        intro="The first is the one that the rest serve. An answer that holds none of what stands "
        "beside the question has not answered it, however long it is.",
    )


QUESTION_BANK = List("question-bank", "Question bank", _made)
