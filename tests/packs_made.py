"""A small pack made by hand, for the tests of how packs are written and kept."""

from datetime import UTC, date, datetime

from sightline.packs import Chart, Pack, Section, Table

AT = datetime(2026, 11, 9, 10, tzinfo=UTC)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="100" height="50">'
    '<text x="5" y="20">Up</text><rect width="10" height="10"/></svg>'
)
CHART = Chart("Visits in time", "Line chart: 80% in May, 90% in June.", SVG)
TABLE = Table(
    "Visits: the last year", ("Month to", "Figure"), (("30 Jun 2026", "90%"), ("May", "c"))
)
PACK = Pack(
    "Pack for the board",
    "Anyshire",
    "How things are.",
    date(2026, 10, 31),
    "draft",
    (
        Section("What changed", "One thing *changed* #here.", points=("Visits rose.", "=1+1")),
        Section(
            "Are children seen?",
            parts=(Section("Visits", "90% were.", chart=CHART, table=TABLE, notes=("Sound.",)),),
        ),
    ),
)
