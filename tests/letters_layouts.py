"""Letters in invented words and in layouts of other makers: columns, tables, heads and feet."""

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10.5, leading=13, spaceAfter=9)
HEAD = ParagraphStyle("head", BODY, fontName="Helvetica-Bold", fontSize=13, spaceAfter=6)
TITLE = ParagraphStyle("title", HEAD, fontSize=18, leading=22, spaceAfter=12)

WAITS = (
    "Too many children in care wait too long for a permanent home. Plans drift, and managers do "
    "not notice the delay until a court asks about it."
)
SEEN = (
    "Children are seen alone and often by social workers who know them well. Their wishes are "
    "written down in their own words and change what is done for them."
)
AUDITS = (
    "Audits do not look closely enough at what changes for the child. Too many are graded more "
    "highly than the work deserves, and leaders are told that practice is better than it is."
)
LEAVERS = (
    "Care leavers are not always told about their entitlements. Too few have a plan that they "
    "recognise as their own, and some live in places where they do not feel safe."
)
PARTNERS = (
    "Police and health partners share what they know at the front door promptly, and children at "
    "risk of exploitation are discussed every day by people who can act."
)
FINDINGS = (WAITS, SEEN, AUDITS, LEAVERS, PARTNERS)
ASKED = (
    "Read again the plan of every child who has waited for longer than a year.",
    "Ensure that audits say what changed for the child.",
    "Tell every care leaver in writing what they are entitled to.",
)


def two_columns(path: Path) -> Path:
    """A peer challenge set in two columns beneath a title across the page; findings in both."""
    width, height = A4
    gap, margin = 24, 54
    column = (width - 2 * margin - gap) / 2
    frames = [
        Frame(margin, height - 170, width - 2 * margin, 110, id="title"),
        Frame(margin, 60, column, height - 240, id="left"),
        Frame(margin + column + gap, 60, column, height - 240, id="right"),
    ]
    document = BaseDocTemplate(str(path), pagesize=A4)
    document.addPageTemplates([PageTemplate(id="columns", frames=frames)])
    story: list[Flowable] = [
        Paragraph("Peer challenge of children’s services in Eastholme", TITLE),
        Paragraph("Local Government Association", BODY),
        Paragraph("Review dates: 3 to 6 June 2025", BODY),
        Spacer(1, 200),
        Paragraph("Findings", HEAD),
        *(Paragraph(each, BODY) for each in (*FINDINGS, *FINDINGS_AGAIN)),
        Paragraph("Recommendations", HEAD),
        *(Paragraph(f"{n}. {each}", BODY) for n, each in enumerate(ASKED, start=1)),
    ]
    document.build(story)
    return path


FINDINGS_AGAIN = (
    "Foster carers are warmly supported by workers who answer the telephone. They are asked what "
    "they think, and they stay.",
    "Supervision is not regular enough in two of five teams. Where it takes place it lists tasks, "
    "and reflection on the child’s life is rare.",
    "Children who go missing are met within three days by somebody whom they trust, and what they "
    "say leads to changes in their plans.",
    "Life-story work begins too late for most children, and few can say why they live where they "
    "live now.",
    "The council’s data are accurate but are not used by team managers, who keep lists of their "
    "own and cannot say which children wait.",
)


def heads_and_feet(path: Path, pages: int = 5) -> Path:
    """A focused visit whose every page repeats a head and a foot in other words than Ofsted's."""

    def around(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawString(54, A4[1] - 36, "OFFICIAL-SENSITIVE: Eastholme children’s services")
        canvas.drawString(54, 30, f"Focused visit to Eastholme    Page {document.page} of {pages}")

    frame = Frame(54, 60, A4[0] - 108, A4[1] - 120)
    document = BaseDocTemplate(str(path), pagesize=A4)
    document.addPageTemplates([PageTemplate(id="page", frames=[frame], onPage=around)])
    story: list[Flowable] = [
        Paragraph("Focused visit to Eastholme children’s services", TITLE),
        Paragraph("Visit dates: 9 and 10 September 2025", BODY),
        Paragraph("Report published: 13 October 2025", BODY),
        Paragraph("What needs to improve", HEAD),
        *(Paragraph(f"•  {each}", BODY) for each in ASKED),
        Paragraph("Findings", HEAD),
    ]
    for place in range(pages - 1):
        story.append(Spacer(1, 430))
        story.extend(Paragraph(each, BODY) for each in (FINDINGS[place % 5],))
    document.build(story)
    return path


def table_of_recommendations(path: Path) -> Path:
    """An independent review as PDF whose recommendations stand in a ruled table."""
    frame = Frame(54, 60, A4[0] - 108, A4[1] - 120)
    document = BaseDocTemplate(str(path), pagesize=A4)
    document.addPageTemplates([PageTemplate(id="page", frames=[frame])])
    rows = [["No.", "Recommendation", "Lead"]]
    rows += [[str(n), Paragraph(each, BODY), "Director"] for n, each in enumerate(ASKED, start=1)]
    style = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    story: list[Flowable] = [
        Paragraph("Independent review of children’s services in Eastholme", TITLE),
        Paragraph("Report published: 2 July 2025", BODY),
        Paragraph("Findings", HEAD),
        *(Paragraph(each, BODY) for each in FINDINGS),
        Paragraph("Recommendations", HEAD),
        Table(rows, colWidths=[36, 340, 80], style=style),
    ]
    document.build(story)
    return path


def joint_area_review(path: Path) -> Path:
    """A joint area review in the manner of 2008: numbered paragraphs, "for action" by when."""
    frame = Frame(54, 60, A4[0] - 108, A4[1] - 120)
    document = BaseDocTemplate(str(path), pagesize=A4)
    document.addPageTemplates([PageTemplate(id="page", frames=[frame])])
    story: list[Flowable] = [
        Paragraph("Joint area review", TITLE),
        Paragraph("Eastholme Children’s Services Authority Area", HEAD),
        Paragraph("Review of services for children and young people", BODY),
        Paragraph("Published: 14 July 2008", BODY),
        Paragraph("Main findings", HEAD),
        *(Paragraph(f"{n}. {each}", BODY) for n, each in enumerate(FINDINGS, start=5)),
        Paragraph("Recommendations", HEAD),
        Paragraph("For immediate action", HEAD),
        Paragraph(f"•  {ASKED[0]}", BODY),
        Paragraph("For action over the next six months", HEAD),
        Paragraph(f"•  {ASKED[1]}", BODY),
        Paragraph(f"•  {ASKED[2]}", BODY),
    ]
    document.build(story)
    return path
