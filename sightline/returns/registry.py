"""Every return we know, and every rule an issue may name: those of reading and of the checks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sightline.returns import annex_a, cin_census, ssd, ssda903, templates, workforce
from sightline.returns.across import CROSS_CHECKS
from sightline.returns.annex_a.checks import CHECKS as ANNEX_A_CHECKS
from sightline.returns.checks import Check
from sightline.returns.cin_census.checks import CHECKS as CIN_CHECKS
from sightline.returns.conform import Located
from sightline.returns.headings import Shape
from sightline.returns.rules import READING_RULES, Rule
from sightline.returns.ssd.checks import CHECKS as SSD_CHECKS
from sightline.returns.ssda903.checks import CHECKS as SSDA903_CHECKS
from sightline.returns.ssda903.xml_form import FORM as SSDA903_XML
from sightline.returns.tables import ReadTable
from sightline.returns.templates.checks import CHECKS as TEMPLATE_CHECKS
from sightline.returns.workforce.checks import CHECKS as WORKFORCE_CHECKS
from sightline.returns.xml_forms import XmlForm


@dataclass(frozen=True, slots=True)
class Return:
    """One return: how its tables are known, how they are read, and what is checked in them.

    `read` gets all located tables of the return at once and the year, where a person gave one; it
    takes them off the list as it goes, and gives as many ReadTables, in the same order. `xml` is
    its form as an XML document, where it has one. `events` names, table by table, the columns whose
    dates lie in the past of the extract: where neither the return nor a person says what day a file
    speaks of, they tell it. `running`: each file is a list that its keeper adds to, so the newest
    event tells the day however lonely it is, and a copy without a row says nothing. `folder`: it
    comes as a folder of files that speak of one day.
    """

    name: str
    title: str
    shapes: tuple[Shape, ...]
    read: Callable[[list[Located], int | None], list[ReadTable]]
    checks: tuple[Check, ...]
    xml: XmlForm | None = None
    events: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    running: bool = False
    folder: bool = False


RETURNS: tuple[Return, ...] = (
    Return(
        ssda903.RETURN_NAME,
        "the SSDA903",
        ssda903.SHAPES,
        ssda903.read,
        SSDA903_CHECKS,
        xml=SSDA903_XML,
    ),
    Return(
        annex_a.RETURN_NAME,
        "Annex A",
        annex_a.SHAPES,
        annex_a.read,
        ANNEX_A_CHECKS,
        events=annex_a.EVENTS,
    ),
    Return(
        cin_census.RETURN_NAME,
        cin_census.TITLE,
        cin_census.SHAPES,
        cin_census.read,
        CIN_CHECKS,
        xml=cin_census.FORM,
    ),
    Return(
        workforce.RETURN_NAME,
        workforce.TITLE,
        workforce.SHAPES,
        workforce.read,
        WORKFORCE_CHECKS,
        xml=workforce.FORM,
    ),
    Return(
        templates.RETURN_NAME,
        "Sightline's templates",
        templates.SHAPES,
        templates.read,
        TEMPLATE_CHECKS,
        events=templates.EVENTS,
        running=True,
    ),
    Return(
        ssd.RETURN_NAME,
        "the Standard Safeguarding Dataset",
        ssd.SHAPES,
        ssd.read,
        SSD_CHECKS,
        events=ssd.EVENTS,
        folder=True,
    ),
)

XML_FORMS: tuple[XmlForm, ...] = tuple(known.xml for known in RETURNS if known.xml)
"""The XML forms of the returns that have one."""

RULES: dict[str, Rule] = {
    **READING_RULES,
    **{check.id: check.rule for known in RETURNS for check in known.checks},
    **{check.id: check.rule for check in CROSS_CHECKS},
}
"""Rule code → severity and plain words."""
