"""What the three invented inspection documents say. No inspector or report is quoted here."""

from __future__ import annotations

from dataclasses import dataclass

INADEQUATE, REQUIRES = "Inadequate", "Requires improvement to be good"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, with its paragraphs and bullets in this order."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()


JUDGEMENTS = (
    ("The impact of leaders on social work practice with children and families", INADEQUATE),
    ("The experiences and progress of children who need help and protection", REQUIRES),
    ("The experiences and progress of children in care", INADEQUATE),
    ("The experiences and progress of care leavers", REQUIRES),
    ("Overall effectiveness", INADEQUATE),
)

INSPECTION_SUMMARY = (
    "Services for children in {authority} have got worse since the last inspection. Children in "
    "care wait too long for decisions about where they will grow up, and leaders did not know how "
    "many of them were waiting. Warnings given at the focused visit in {focused_month} were not "
    "acted on quickly enough.",
    "A new director of children’s services was appointed shortly before this inspection. She has "
    "an accurate view of what is wrong and has begun to put it right, but it is too early to see a "
    "difference for most children.",
)

INSPECTION = (
    Section(
        "What needs to improve?",
        bullets=(
            "The timeliness of permanence planning for children in care, including the matching of "
            "children with their long-term foster carers.",
            "The frequency and quality of social workers’ visits to children in care.",
            "The use of homes that are not registered with Ofsted, and senior leaders’ oversight "
            "of the children who live in them.",
            "The oversight of children who live at home with their parents on care orders, and the "
            "timely discharge of orders that are no longer needed.",
            "The timeliness of children’s health assessments and dental checks.",
            "The offer of a return home interview to every child who has been missing, and the use "
            "of what children say in it.",
            "The accuracy of performance information and its use by managers at all levels.",
            "The quality of case audits, so that they lead to better practice.",
            "The stability of the workforce, so that children do not have to keep starting again "
            "with a new social worker.",
        ),
    ),
    Section(
        "The experiences and progress of children who need help and protection",
        (
            "Most contacts reach the multi-agency front door promptly and are dealt with on the "
            "day. Thresholds are understood by partners, and consent is considered.",
            "Strategy discussions take place when children are at risk of significant harm. "
            "However, health professionals are not always there, and in some enquiries children "
            "are not seen soon enough.",
            "Initial child protection conferences are too often late. Some children wait more than "
            "a month for a plan that would help to keep them safe.",
            "Assessments are usually completed within 45 working days, but their quality varies. "
            "The stronger ones draw on family history and on what children say. The weaker ones "
            "describe events and do not weigh the risk of long-term neglect.",
        ),
    ),
    Section(
        "The experiences and progress of children in care",
        (
            "Too many children in care experience drift and delay. Permanence plans are not agreed "
            "by the second review for a significant number of children, and some have no recorded "
            "plan at all.",
            "Many children have lived happily with the same foster carers for years but have not "
            "been formally matched with them. They do not have the certainty of knowing that this "
            "is their home until they are adults.",
            "Visits to children are too often late. Inspectors found children who had not "
            "been seen for more than three months. When social workers do visit, they do not "
            "always record what children say or see them alone.",
            "Some children live with their parents under care orders for years with no plan to "
            "return to court. Visits to these children are less frequent than the risk requires.",
            "A small but growing number of teenagers have lived in homes that are not registered. "
            "Leaders visit some of them, but there is no complete list of these children and no "
            "clear route to a registered home.",
            "Reviews are held late for one child in five. Independent reviewing officers raise "
            "concerns, but their challenge is seldom escalated and makes little difference.",
            "Initial and review health assessments are late for many children, and almost half of "
            "children have not seen a dentist in the last year.",
            "Children who go missing from care are reported promptly to the police. Return home "
            "interviews are not consistently offered, and what is learned does not inform plans.",
            "Adoption is a strength. Adopters are well prepared, and children for whom adoption is "
            "right are placed without undue delay. Early permanence is considered for babies.",
            "Most children placed with connected carers are settled and well cared for. Special "
            "guardianship is used well where it is right for the child.",
        ),
    ),
    Section(
        "The experiences and progress of care leavers",
        (
            "Personal advisers are in touch with most care leavers and know them well. Most young "
            "people live somewhere suitable.",
            "Pathway plans are not always reviewed when circumstances change, and too many young "
            "people are not in education, employment or training.",
        ),
    ),
    Section(
        "The impact of leaders on social work practice with children and families",
        (
            "Leaders did not have a grip on the basics. Performance reports counted activity but "
            "did not show which children were waiting, and data was not accurate enough to "
            "rely on.",
            "The quality assurance framework is in place, but audits are too positive and their "
            "actions are not followed through.",
            "Turnover of social workers is high. Some children have had four or five "
            "social workers in two years, and supervision is irregular in the teams under "
            "most pressure.",
            "Elected members are committed to children in care, but the corporate parenting board "
            "has not received the information it needs to hold leaders to account.",
        ),
    ),
)

FOCUSED = (
    Section(
        "What needs to improve in this area of social work practice?",
        bullets=(
            "The matching of children with long-term foster carers, so that permanence is secured "
            "without delay.",
            "The regularity of social workers’ visits to children in care.",
            "Management oversight of children living at home on care orders.",
            "The accuracy of information about children’s health assessments.",
        ),
    ),
    Section(
        "Findings",
        (
            "Social workers speak with warmth about the children they work with. Many "
            "children know their worker and why they are in care.",
            "Caseloads have risen in the teams for children in care. Visits are not always made "
            "within the required time, and managers do not have a reliable list of those overdue.",
            "Children living in long-term foster homes wait too long to be formally matched. The "
            "panel meets monthly, but few children are presented to it.",
            "Care orders are not always discharged when children have been safely at home for some "
            "time, and some of these children have not had a review of risk for over a year.",
            "Review health assessments are delayed. Figures held by the local authority and by the "
            "health service do not agree.",
            "Family time is carefully planned, and brothers and sisters are helped to stay "
            "in touch.",
            "Leaders accept these findings. Their plan sets out the right actions but does not say "
            "by when children will notice a difference.",
        ),
    ),
)

MONITORING_AREAS = (
    "Permanence planning for children in care, including long-term fostering.",
    "Visits to children in care.",
    "The use of unregistered homes.",
    "Health assessments and dental checks.",
    "The use of performance information and audit.",
)

MONITORING = (
    Section(
        "Headline findings",
        (
            "Since the inspection, leaders have made steady progress in most of the "
            "areas considered at this visit. Children are seen more often, reviews are held on "
            "time for nearly all children, and more have an up-to-date health assessment.",
            "Progress has been too slow for children in long-term foster homes, and the number of "
            "children in unregistered homes has grown.",
        ),
    ),
    Section(
        "Findings and evaluation of progress",
        (
            "Visits to children in care have improved considerably. Most children are seen within "
            "the required time, and managers now have a daily list of visits that are due.",
            "Health assessments are much more timely than at the inspection. Dental checks have "
            "improved, although a fifth of children still wait.",
            "Too many children still wait to be formally matched with their long-term "
            "foster carers. The backlog has hardly changed since the inspection, and leaders "
            "cannot say when it will be cleared.",
            "The use of unregistered homes has increased. Senior managers review each child weekly "
            "and keep a complete list, which is an improvement, but too few children move on to a "
            "registered home in good time.",
            "Oversight of children placed with parents on care orders is stronger. A tracker is in "
            "place and applications to discharge orders are now made, but some children "
            "have waited for over two years.",
            "Return home interviews are now offered to most children who go missing. Their quality "
            "is variable and themes are not yet brought together.",
            "Performance information is now reliable and understood by managers. Audits are more "
            "honest, but half of those seen by inspectors were still too generous.",
            "The workforce is more stable. Fewer children experience repeated changes of social "
            "worker, and supervision is regular in most teams.",
        ),
    ),
    Section(
        "Next steps",
        bullets=(
            "Match children with their long-term foster carers without further delay.",
            "Reduce the number of children living in unregistered homes.",
            "Sustain the improvement in visits in every team.",
        ),
    ),
)
