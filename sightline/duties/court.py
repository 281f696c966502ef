"""Before and in court: pre-proceedings, and the 26 weeks of care proceedings.

The 26 weeks begin with the day on which the application was issued (Children Act 1989, s 32(1)), so
that day counts: the last day is one earlier than 26 weeks after it.
"""

from collections.abc import Sequence
from datetime import date

from sightline.duties.citation import Citation
from sightline.duties.clock import Clock, Rule
from sightline.duties.period import Period

PRE_PROCEEDINGS = Clock(
    "pre_proceedings",
    "Pre-proceedings",
    "the letter before proceedings",
    (
        Rule(
            "Over within 16 weeks: stepped down, or an application made.",
            Citation(
                "Best practice guidance: support for and work with families prior to court "
                "proceedings (Public Law Working Group, March 2021)",
                "https://www.researchinpractice.org.uk/children/content-pages/"
                "pre-proceedings-and-family-justice-hub/",
                verified=False,
                note="Sixteen weeks are practitioners' knowledge: neither the guidance, of which "
                "the address tells, nor its day in March 2021 was read. Many authorities set less.",
            ),
            date(2021, 3, 1),
            within=Period(weeks=16),
        ),
    ),
)
CARE_PROCEEDINGS = Clock(
    "care_proceedings",
    "Care proceedings",
    "the day on which the application was issued",
    (
        Rule(
            "Disposed of within 26 weeks beginning with the day on which the application was "
            "issued.",
            Citation(
                "Children Act 1989, s 32(1)(a)(ii), inserted by Children and Families Act 2014, "
                "s 14",
                "https://www.legislation.gov.uk/ukpga/1989/41/section/32",
                verified=True,
                note="That it began on 22 April 2014 was read in a law journal.",
            ),
            date(2014, 4, 22),
            within=Period(weeks=26),
            first_day_counts=True,
        ),
    ),
)
EXTENSION_OF_PROCEEDINGS = Clock(
    "care_proceedings_extension",
    "Extension of care proceedings",
    "the end of the time being extended or, if later, the day the extension was made",
    (
        Rule(
            "Each extension ends at most 8 weeks later, and needs its own justification.",
            Citation(
                "Children Act 1989, s 32(5)–(8)",
                "https://www.legislation.gov.uk/ukpga/1989/41/section/32",
                verified=False,
                note="The power to extend was read; 8 weeks in a court's practice note; from when "
                "they are counted (s 32(8)) was not.",
            ),
            date(2014, 4, 22),
            within=Period(weeks=8),
        ),
    ),
)


def proceedings_due(issued: date, extensions: Sequence[date] = ()) -> date | None:
    """Return the last day allowed, with each extension made on one of the days given.

    An extension adds its full 8 weeks: where the court gave less, take the date it gave instead.
    None where the application was issued before the limit began.
    """
    due = CARE_PROCEEDINGS.due(issued)
    for made in sorted(extensions):
        due = EXTENSION_OF_PROCEEDINGS.due(max(due, made)) if due else None
    return due
