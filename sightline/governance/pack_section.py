"""What packs say of boards: the word of partners on their figures, and reviews not tabled."""

from datetime import date

from sightline import words
from sightline.governance.elsewhere import letters_received
from sightline.governance.listings.partners import every_partner
from sightline.governance.listings.reviews import every_look, every_owed
from sightline.governance.partnering import Partner
from sightline.packs import Section, Table

_SHOWN = (
    "Meetings attended in the past year",
    "Commitments kept",
    "Data supplied",
    "Actions and answers done",
)


def sections(today: date, *, outside: bool) -> tuple[Section, ...]:
    """Partners with whether each countersigned, and the reviews that their board did not get.

    `outside`: for readers beyond the partnership, to whom a partner's figures go only once it has
    countersigned them. None of it counts children.
    """
    return (_partners(every_partner(today), outside=outside), _reviews(today))


def _partners(every: list[Partner], *, outside: bool) -> Section:
    title = "What each partner brings"
    if not every:
        return Section(title, "No partner has a seat on a board yet.")
    agreed = sum(each.agreed for each in every)
    said = f"{agreed} of {len(every)} partners have countersigned their figures."
    return Section(
        title,
        said,
        table=Table(
            "Partners",
            ("Partner", "Their word", *_SHOWN),
            tuple(
                (
                    each.name,
                    each.state,
                    *(
                        each.figures[what] if each.agreed or not outside else "Not countersigned"
                        for what in _SHOWN
                    ),
                )
                for each in every
            ),
        ),
    )


def _reviews(today: date) -> Section:
    title = "Reviews received, and the meeting they were due at"
    owed = [
        each
        for each in every_owed(every_look(), letters_received())
        if each.meeting.day <= today and (each.missing or each.days_late)
    ]
    if not owed:
        return Section(title, "Every review that was received went to the next meeting.")
    many = words.count_of(len(owed), "review").capitalize()
    return Section(
        title,
        f"{many} did not go to the first meeting after it came.",
        points=tuple(f"{each.came.title}, {each.meeting}: {each.state}." for each in owed),
    )
