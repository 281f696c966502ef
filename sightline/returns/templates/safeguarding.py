"""Templates on keeping children safe: strategy discussions, return interviews, unsafe homes."""

from __future__ import annotations

from sightline.returns.templates.declaring import Basis, Column, Template, child

STRATEGY_DISCUSSIONS = Template(
    "strategy_discussions",
    "Strategy discussions",
    "Who took part in each strategy discussion, and whether it led to a section 47 enquiry: the "
    "census counts enquiries, not who was at the table.",
    "The team that arranges strategy discussions, a row for each child discussed.",
    (
        child("10482"),
        Column(
            "discussion_date",
            "Date of strategy discussion",
            "The day it was held; of several on the same concern, a row for each.",
            "date",
            key=True,
            past=True,
            example="14/09/2026",
        ),
        Column(
            "police_present",
            "Police present",
            "Yes if the police took part, in the room or by phone.",
            "flag",
            required=True,
            example="Yes",
        ),
        Column(
            "health_present",
            "Health present",
            "Yes if a health practitioner took part.",
            "flag",
            required=True,
            example="Yes",
        ),
        Column(
            "social_care_present",
            "Social care present",
            "Yes if a social worker of the authority took part.",
            "flag",
            required=True,
            example="Yes",
        ),
        Column(
            "education_present",
            "Education present",
            "Yes if the child's school, nursery or college took part; blank if there is none.",
            "flag",
            example="Yes",
        ),
        Column(
            "other_present",
            "Others present",
            "Which other agencies took part, such as probation; agencies, not names.",
            example="Probation",
        ),
        Column(
            "led_to_section47",
            "Led to section 47 enquiry",
            "Yes if it was decided to begin a section 47 enquiry.",
            "flag",
            example="Yes",
        ),
        Column(
            "chaired_by",
            "Chaired by",
            "The role or worker ID of who chaired it.",
            example="Team manager",
        ),
    ),
    ("child_id", "discussion_date"),
    (
        Basis(
            "A social worker, a health practitioner and the police should take part at the least.",
            "Working Together to Safeguard Children 2023",
            "https://www.gov.uk/government/publications/working-together-to-safeguard-children--2",
            verified=False,
        ),
    ),
)

RETURN_INTERVIEWS = Template(
    "return_interviews",
    "Return interviews",
    "Whether a child who came back from being missing was offered a return interview, took it, and "
    "when: Annex A says it of the last time only, and without a date.",
    "Whoever arranges return interviews, a row for each time a child came back.",
    (
        child("10733"),
        Column(
            "returned_date",
            "Date child returned",
            "The day the child came back or was found.",
            "date",
            key=True,
            past=True,
            example="03/10/2026",
        ),
        Column(
            "offered",
            "Return interview offered",
            "Yes if an interview was offered.",
            "flag",
            required=True,
            example="Yes",
        ),
        Column(
            "offered_date",
            "Date interview offered",
            "The day of the first offer.",
            "date",
            past=True,
            example="04/10/2026",
        ),
        Column(
            "accepted",
            "Return interview accepted",
            "Yes if the child took the offer; blank while the child has not said.",
            "flag",
            example="Yes",
        ),
        Column(
            "interview_date",
            "Date of return interview",
            "The day it was held; blank if it was not.",
            "date",
            past=True,
            example="05/10/2026",
        ),
        Column(
            "independent",
            "Interviewer independent",
            "Yes if whoever held it does not care for the child and is not of the child's team.",
            "flag",
            example="Yes",
        ),
    ),
    ("child_id", "returned_date"),
    (
        Basis(
            "The interview should be held within 72 hours of the child's return.",
            "Statutory guidance on children who run away or go missing from home or care (2014)",
            "https://www.gov.uk/government/publications/"
            "children-who-run-away-or-go-missing-from-home-or-care",
            verified=False,
        ),
    ),
)

ASSURANCE_VISITS = Template(
    "assurance_visits",
    "Assurance visits to unregistered homes",
    "Each visit to assure that a child is safe in a home that must be registered and is not.",
    "The commissioning or placements team, a row for each child and visit.",
    (
        child("10219"),
        Column(
            "home_name",
            "Name of home",
            "What the home is called; no address.",
            required=True,
            example="Larch House",
        ),
        Column(
            "visit_date",
            "Date of assurance visit",
            "The day of the visit.",
            "date",
            key=True,
            past=True,
            example="21/09/2026",
        ),
        Column(
            "visited_by",
            "Visited by",
            "The role or worker ID of who visited.",
            example="Service manager",
        ),
        Column(
            "safe",
            "Home safe",
            "Yes if the visitor found the home safe for this child.",
            "flag",
            required=True,
            example="Yes",
        ),
        Column(
            "child_seen",
            "Child seen",
            "Yes if the child was seen.",
            "flag",
            required=True,
            example="Yes",
        ),
        Column(
            "child_seen_alone",
            "Child seen alone",
            "Yes if the visitor spoke with the child alone.",
            "flag",
            example="No",
        ),
        Column(
            "registration_applied_for",
            "Registration applied for",
            "Yes if the provider had asked Ofsted to be registered by the day of the visit.",
            "flag",
            example="No",
        ),
    ),
    ("child_id", "visit_date", "home_name"),
)

SAFEGUARDING = (STRATEGY_DISCUSSIONS, RETURN_INTERVIEWS, ASSURANCE_VISITS)
