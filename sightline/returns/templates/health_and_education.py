"""Templates on help for mind and learning: mental health referrals, requests for EHC plans."""

from __future__ import annotations

from sightline.returns.templates.declaring import Basis, Column, Template, child

MENTAL_HEALTH_REFERRALS = Template(
    "mental_health_referrals",
    "Mental health referrals",
    "How long children wait from being referred for help with their mental health to first help.",
    "The health lead for children in care, a row for each referral.",
    (
        child("10733"),
        Column(
            "referral_date",
            "Date of mental health referral",
            "The day it was sent.",
            "date",
            key=True,
            past=True,
            example="06/07/2026",
        ),
        Column(
            "referred_to",
            "Referred to",
            "Which service.",
            usual=("CAMHS", "school counselling", "voluntary organisation", "authority's own team"),
            example="CAMHS",
        ),
        Column(
            "accepted",
            "Referral accepted",
            "Yes if the service took the child on; blank while it has not said.",
            "flag",
            example="Yes",
        ),
        Column(
            "first_help_date",
            "Date of first help",
            "The day help began: an assessment alone is not help.",
            "date",
            past=True,
            example="28/09/2026",
        ),
        Column(
            "ended_date",
            "Date mental health help ended",
            "The day it ended; blank while it goes on.",
            "date",
            past=True,
        ),
    ),
    ("child_id", "referral_date", "referred_to"),
)

EHC_REQUESTS = Template(
    "ehc_requests",
    "Requests for an EHC needs assessment",
    "How long it takes from asking for an education, health and care assessment to the plan.",
    "The special educational needs team, a row for each request.",
    (
        child("10117"),
        Column(
            "request_date",
            "Date EHC assessment requested",
            "The day the request was received.",
            "date",
            key=True,
            past=True,
            example="02/03/2026",
        ),
        Column(
            "decision_to_assess_date",
            "Date of decision whether to assess",
            "The day the family was told whether there is to be an assessment.",
            "date",
            past=True,
            example="09/04/2026",
        ),
        Column(
            "agreed_to_assess",
            "Agreed to assess",
            "Yes if there is to be an assessment.",
            "flag",
            example="Yes",
        ),
        Column(
            "plan_issued_date",
            "Date EHC plan issued",
            "The day the final plan was sent; blank while there is none.",
            "date",
            past=True,
            example="17/07/2026",
        ),
        Column(
            "exception",
            "Exception applies",
            "Yes if the regulations excuse this request from the time limit.",
            "flag",
            example="No",
        ),
    ),
    ("child_id", "request_date"),
    (
        Basis(
            "The family is told within 6 weeks of the request whether there will be an assessment.",
            "Special Educational Needs and Disability Regulations 2014, reg 5(1)",
            "https://www.legislation.gov.uk/uksi/2014/1530/regulation/5",
            verified=True,
        ),
        Basis(
            "The final plan is sent within 20 weeks of the request, unless an exception of "
            "reg 10(4)(a) to (d) makes that impractical.",
            "Special Educational Needs and Disability Regulations 2014, reg 13(2) and (3)",
            "https://www.legislation.gov.uk/uksi/2014/1530/regulation/13/made",
            verified=True,
        ),
    ),
)

HEALTH_AND_EDUCATION = (MENTAL_HEALTH_REFERRALS, EHC_REQUESTS)
