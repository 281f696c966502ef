"""On what day a person is so old: the one place of the duties that says so."""

from datetime import date

from sightline.duties.citation import Citation

ATTAINS_AGE = Citation(
    "Family Law Reform Act 1969, s 9",
    "https://www.legislation.gov.uk/ukpga/1969/46/section/9",
    verified=False,
    note="An age is attained at the beginning of the anniversary of the birth; the section was not "
    "read at that address. It does not say when the anniversary of 29 February is in other years: "
    "that it is 1 March is what lawyers write and many take for settled, and was read in no "
    "judgment.",
)


def birthday(born: date, age: int) -> date:
    """Return the day on which someone born on a day becomes `age` (whole years).

    Who was born on 29 February does so on 1 March where the year has no 29th (`ATTAINS_AGE`).
    `returns.checks.birthday` and `measures.view.birthday_of` say the same of columns.
    """
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)
