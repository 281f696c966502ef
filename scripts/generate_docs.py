"""Write the reference pages that follow from the code, so that they cannot be wrong.

A hook of mkdocs (see mkdocs.yml): `make docs` calls `on_files`, which adds the measures, the
statutory clocks, the templates, the rules behind each message and the roles as pages of Markdown.
Nothing is written into the repository.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sightline import words
from sightline.duties.registry import CLOCKS, FAMILIES
from sightline.measures import catalogue
from sightline.peers import published_for
from sightline.people.roles import ROLES
from sightline.returns.across import CROSS_CHECKS
from sightline.returns.registry import RETURNS
from sightline.returns.rules import READING_RULES
from sightline.returns.templates import TEMPLATES, wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from sightline.duties.citation import Citation
    from sightline.duties.clock import Clock
    from sightline.measures import Measure
    from sightline.returns.across.declaring import CrossCheck
    from sightline.returns.checks import Check
    from sightline.returns.templates import Basis, Template


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; bars and line ends within cells are made safe."""
    lines = ["| " + " | ".join(headings) + " |", "|" + " --- |" * len(headings)]
    for row in rows:
        cells = (" ".join(cell.replace("|", "\\|").split()) for cell in row)
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def source(citation: Citation) -> str:
    """Return a citation as a link, marked where nobody has read the rule in its source."""
    linked = f"[{citation.text}]({citation.url})" if citation.url else citation.text
    return linked if citation.verified else f"{linked} **[unverified]**"


def clock_rows(clock: Clock) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield a row for each rule of a clock, the newest first."""
    for rule in reversed(clock.rules):
        until = f" to {words.day(rule.in_force_to)}" if rule.in_force_to else ""
        yield (
            f"**{clock.title}** `{clock.id}`",
            rule.words,
            clock.runs_from,
            f"{words.day(rule.in_force_from)}{until or ' on'}",
            f"{source(rule.citation)} {rule.citation.note}",
        )


def clocks_page() -> str:
    """Return the page of statutory clocks, family by family."""
    read = sum(clock.latest.citation.verified for clock in CLOCKS)
    parts = [
        "# Clocks",
        f"The {len(CLOCKS)} clocks that Sightline keeps, from `sightline/duties/`: what must "
        "happen, by when, and who says so. A rule counts for what began on a day on which it was "
        f"in force. Of the rules now in force {read} were read in the text to which their address "
        f"leads; the other {len(CLOCKS) - read} are marked **[unverified]**, with what was not "
        "read, and the site's page of clocks says so too.",
        "One declaration (`sightline.duties.clock.Clock`) serves one child, by `Clock.due`, and a "
        "set of children, by `sightline.measures.clock_dates.with_due`; tests hold the two to the "
        "same dates.",
    ]
    for family in FAMILIES:
        rows = [row for clock in family.clocks for row in clock_rows(clock)]
        headings = ("Clock", "What, by when", "Time runs from", "In force", "Source")
        parts += [f"## {family.title}", table(headings, rows)]
    return "\n\n".join(parts)


def beside_words(measure_id: str) -> str:
    """Return what is published beside a measure, and where its definition is not ours."""
    published = published_for(measure_id)
    if published is None:
        return ""
    where = [f"LAIT `{published.lait}`"] if published.lait else []
    if published.dfe is not None:
        count, out_of = (
            " + ".join(f"`{column}`" for column in cell.columns)
            + "".join(f", {column} “{value}”" for column, value in cell.where)
            for cell in (published.dfe.count, published.dfe.out_of)
        )
        where.append(f"the department's {count}; out of {out_of}")
    differs = f" Where it differs: {published.differs}" if published.differs else ""
    when = published.window.value
    return f"{when[0].upper()}{when[1:]}: {'; or '.join(where)}.{differs}"


def measure_entry(measure: Measure) -> str:
    """Return one measure's part of the catalogue."""
    target = measure.target
    facts = [
        ("Question", measure.question),
        ("Definition", measure.definition),
        ("Counted", measure.numerator_words),
        ("Out of", measure.denominator_words),
        ("Figure", f"{measure.kind.value}, {measure.when.value}"),
        ("Better when", measure.polarity.value),
        ("Target", f"{target.value:g}, set by {target.set_by}" if target else "none"),
        ("Source", source(measure.source)),
        ("It does not say", measure.limits),
        ("Beside other areas", beside_words(measure.id)),
        ("Reads", ", ".join(f"`{name}`" for name in measure.records)),
        ("Themes of findings", ", ".join(words.replace("_", " ") for words in measure.themes)),
        ("For", ", ".join(measure.audiences)),
    ]
    return "\n\n".join(
        [
            f"### {measure.title} {{#{measure.id}}}",
            f"`{measure.id}`",
            table(facts[0], [fact for fact in facts[1:] if fact[1]]),
            "How it is worked out:",
            f"```python\n{measure.explanation.rstrip()}\n```",
        ]
    )


def measures_page() -> str:
    """Return the measure catalogue, area by area in the catalogue's order."""
    measures = list(catalogue().values())
    parts = [
        "# Measures",
        f"The {len(measures)} measures of `sightline/measures/catalogue/`, each as its "
        "declaration states it. The Python below an entry is the whole of how its figure is "
        "worked out; numerator, rate, interval, series, breakdown and list of children all "
        "follow from it.",
    ]
    for area, of_area in groupby(measures, key=lambda measure: measure.area):
        parts += [f"## {area}", *(measure_entry(measure) for measure in of_area)]
    return "\n\n".join(parts)


def checks_table(checks: Iterable[Check | CrossCheck]) -> str:
    """Return the table of a return's checks; those that say the same of several tables once."""
    said: dict[tuple[str, str, str, str], list[str]] = {}
    for check in checks:
        told = (f"`{check.id}`", check.dfe or "", check.severity.value, check.rule.words)
        said.setdefault(told, []).append(check.table)
    rows = [
        (code, ", ".join(tables), dfe, severity, words)
        for (code, dfe, severity, words), tables in said.items()
    ]
    return table(["Rule", "Table", "DfE code", "Severity", "What it means"], rows)


def counted(title: str, checks: Sequence[Check | CrossCheck]) -> tuple[str, str, str, str]:
    """Return how many checks there are, how many different, how many with a DfE code."""
    different = len({check.id for check in checks})
    with_code = sum(bool(check.dfe) for check in checks)
    return (title, str(len(checks)), str(different), str(with_code))


def count_of_checks() -> str:
    """Return how many checks there are, by return."""
    groups: dict[str, Sequence[Check | CrossCheck]] = {
        known.title: known.checks for known in RETURNS if known.checks
    }
    groups["across tables, years and returns"] = CROSS_CHECKS
    every = [check for checks in groups.values() for check in checks]
    rows = [*(counted(*group) for group in groups.items()), counted("**all**", every)]
    return table(["Checks of", "Declared", "Different rules", "With a DfE code"], rows)


def messages_page() -> str:
    """Return the page that says what each data-quality rule means."""
    rows = [(f"`{rule.code}`", rule.severity.value, rule.words) for rule in READING_RULES.values()]
    of_returns = [
        part
        for known in RETURNS
        if known.checks
        for part in (
            f"## Within a table of {known.title}",
            checks_table(known.checks),
        )
    ]
    return "\n\n".join(
        [
            "# What each message means",
            "Every issue in a report names the file, row, column, value and one of these rules. "
            "An **error** lost a row or a file, or says what cannot be so of any child; a "
            "**warning** lost a value or leaves a doubt. No check loses a row. A check that could "
            "not be run is an error too, `check_failed`, and names what was not looked at.",
            "A **DfE code** is the Department for Education's for the same rule, as the sector's "
            "own validators list it; nobody here has held it against the department's list "
            "**[unverified]**. The words are ours.",
            count_of_checks(),
            "## Reading any return",
            table(["Rule", "Severity", "What it means"], rows),
            *of_returns,
            "## Across tables, years and returns",
            "These read more than the table they name, from whatever is given or held together: "
            "`sightline check` and `load` the files given, each refresh all that is held.",
            checks_table(CROSS_CHECKS),
        ]
    )


def basis_words(basis: Basis) -> str:
    """Return what the law or guidance says, with its source as a link."""
    mark = "" if basis.verified else " **[unverified]**"
    return f"{basis.words} [{basis.source}]({basis.url}){mark}"


def template_entry(template: Template) -> str:
    """Return one template's part of the page."""
    rows = [
        (
            column.heading,
            f"`{column.name}`",
            column.note,
            wording.kind_of(column),
            wording.filling_of(column),
            wording.offer_of(column),
            column.example,
        )
        for column in template.columns
    ]
    headings = ("Heading", "Name", "What to write", "Kind", "Must it be filled?", "Words", "E.g.")
    return "\n\n".join(
        [
            f"## {template.title} {{#{template.name}}}",
            template.purpose,
            f"Kept by: {template.kept_by}",
            wording.replaced_by(template),
            *(basis_words(basis) for basis in template.basis),
            table(headings, rows),
        ]
    )


def templates_page() -> str:
    """Return the page of Sightline's own templates."""
    return "\n\n".join(
        [
            "# Templates",
            "What no standard return carries, an authority keeps in lists of its own. None is "
            "required. `sightline templates write DIR` writes them as workbooks with lists to "
            "pick from and notes, `--format csv` as headings alone; an analyst also finds them on "
            "the pages, under Data. Fill them in and load them as any return: CSV, Excel or zip, "
            "the columns in any order.",
            "Each is a running list. A newer copy replaces what older ones say of its rows, and "
            "need not repeat the others. A list speaks of the day given by `--as-at`, else of the "
            "date in its file's name (2026-10-31) where its newest event lies in the month before "
            "that day, else of the day of its newest event. Of two copies that speak of the same "
            "day, the one loaded later stands in place of the other, whole. Invented examples "
            "stand beside each column; what is marked **[unverified]** has not been read in its "
            "source.",
            *(template_entry(each) for each in TEMPLATES.values()),
        ]
    )


def roles_table() -> str:
    """Return the table of roles and what each may do."""
    rows = [
        (
            f"**{role.title}**",
            (role.__doc__ or "").partition(": ")[2].strip(),
            "; ".join(sorted(may.value for may in role.permissions)),
        )
        for role in ROLES
    ]
    return table(["Role", "Who", "May"], rows)


def generated_pages() -> Mapping[str, str]:
    """Return each generated page's Markdown by its path below docs/."""
    return {
        "clocks.md": clocks_page(),
        "measures.md": measures_page(),
        "messages.md": messages_page(),
        "templates.md": templates_page(),
    }


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the generated pages to those that mkdocs found in docs/."""
    from mkdocs.structure.files import File

    for path, markdown in generated_pages().items():
        files.append(File.generated(config, path, content=markdown))
    return files


def on_page_markdown(markdown: str, **_: object) -> str:
    """Put the table of roles where a page asks for it."""
    return markdown.replace("{{ roles }}", roles_table()) if "{{ roles }}" in markdown else markdown
