"""From an inspection letter or report to its judgements, improvements and findings.

In come PDF, plain text and Markdown files; out come `Letter` objects, recurrences between them, and
pictures of their pages. It knows nothing of any other room.

What the reader looks for, so that anyone writing a letter for it knows:

- Title: "Inspection of NAME (local authority) children's services", "Focused visit to NAME …
  children's services", "Monitoring visit to NAME children's services", or the council's name in the
  largest letters with "Inspection of …" beneath it.
- Dates: a line "Inspection dates: 17 to 28 July 2023", or in a letter "… visit … on 19 and 20 July
  2023"; publication as "Report published: 9 May 2022", a letter's own date, or the file's name.
- Judgements: a table of two columns, "Judgement" and "Grade"; each row's first cell starts with a
  capital, and its grade is Outstanding, Good, Requires improvement to be good, or Inadequate. Both
  may run over several lines. A grade of which a part is missing is listed as unread, not guessed.
- Improvements: a heading in bold or larger letters, "What needs to improve?", "What needs to
  improve in this area of social work practice?", "Areas for priority action", "Areas for
  improvement" or "Recommendations", then bullets or numbered items. The next heading ends the list.
- Findings: paragraphs, numbered or not, or bullets, under any other heading. Headings are bold or
  larger than the text. In a letter, what stands between "Dear …" and the first findings about the
  visit itself is left out, as is all after "Yours sincerely".
- Page heads, feet and numbers stand in the outer eighth of the page; footnotes in smaller letters.
"""

from sightline.letters.areas import JudgementArea
from sightline.letters.as_json import letter_as_json
from sightline.letters.kinds import LetterKind, Voice, Weight
from sightline.letters.letter import (
    DateSource,
    Direction,
    Finding,
    Grade,
    Improvement,
    ImprovementKind,
    Judgement,
    Letter,
    LetterError,
    Paragraph,
    Part,
    Unread,
)
from sightline.letters.page_image import page_image
from sightline.letters.reading import paragraphs, read
from sightline.letters.recurrence import Recurrence, Sighting, compare, recurrences_as_json
from sightline.letters.themes import THEME_IDS, THEMES, Theme

__all__ = [
    "THEMES",
    "THEME_IDS",
    "DateSource",
    "Direction",
    "Finding",
    "Grade",
    "Improvement",
    "ImprovementKind",
    "Judgement",
    "JudgementArea",
    "Letter",
    "LetterError",
    "LetterKind",
    "Paragraph",
    "Part",
    "Recurrence",
    "Sighting",
    "Theme",
    "Unread",
    "Voice",
    "Weight",
    "compare",
    "letter_as_json",
    "page_image",
    "paragraphs",
    "read",
    "recurrences_as_json",
]
