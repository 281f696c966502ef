"""A made-up cover report, the letter it speaks of, and an article, for the tests of assurance."""

from pathlib import Path

LETTER = """Monitoring visit to Eastholme children's services

This letter summarises the findings of the monitoring visit to Eastholme children's services on 4 and 5 March 2025.

Report published: 7 April 2025

## Headline findings

Too many children wait too long for a permanent home and plans drift. The oversight of visits by managers is weak and does not lead to change. Foster carers are strongly supported and children thrive with them. Dental checks are now more timely.

## Findings

Since the last visit there have been changes at senior manager level with the very recent appointment of a new director of children's services.
"""  # noqa: E501

COVER = """Report to:	Overview and Scrutiny Committee	Date of Meeting:	Monday 12 May 2025
Subject:	Children's Services
Report of:	Director of Children's Services

Resource Implications (Financial, IT, Staffing and Assets):

Not applicable

Equality Implications:

There are no equality implications.

1. Introduction

- 1.1 Inspectors visited Eastholme children's services on 4 and 5 March 2025 and their letter was published on 9 May 2025.
- 1.2 Foster carers in Eastholme are strongly supported and our children thrive with them.
- 1.3 Visits to children have improved and managers have better oversight of them.
- 1.4 Plans are in place to address the delay in finding permanent homes.
- 1.5 The Head of Fostering will recruit 12 more carers by 30 September 2025.
- 1.6 The Improvement Plan is a work in progress and Ofsted have signed off the Improvement Plan.

Recommendations to Eastholme Borough Council

- 1. A recurrent additional investment over three years should be agreed for permanent homes.
- 2. Publish a timetable for the review of every missing episode.
"""  # noqa: E501

ARTICLE = """Eastholme told children wait too long

8 April 2025

Inspectors said that too many children in Eastholme wait too long for a permanent home, in a visit in March.

Responding to the letter, Dr Ada Quill, Director of Children's Services, said: "REPLY"

Councillor Bram Oak said on behalf of the opposition: "The pace is far too slow and the people of Eastholme deserve better."
"""  # noqa: E501

REPLY = (
    "We are pleased that inspectors saw how strongly our foster carers are supported. We are "
    "taking steps to improve everything else."
)


def written(folder: Path, name: str, text: str) -> Path:
    """The text as a file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def letter(folder: Path) -> Path:
    """The monitoring visit's letter of 7 April 2025."""
    return written(folder, "eastholme-letter.txt", LETTER)


def cover(folder: Path) -> Path:
    """The report to the committee of 12 May 2025."""
    return written(folder, "eastholme-cover.txt", COVER)


def article(folder: Path) -> Path:
    """A news article that quotes the director and an opponent."""
    quoted = ARTICLE.replace('"REPLY"', f"“{REPLY}”")
    quoted = quoted.replace('"The pace', "“The pace").replace('better."', "better.”")
    return written(folder, "eastholme-news.txt", quoted)
