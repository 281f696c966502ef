"""Annex A lists known by their heading rows, as authorities vary them.

A heading is compared in its bare form: small letters, digits, single spaces; what stands in
brackets at its end, such as (Y/N), left off. Most vary no further. Where they do, `_PATTERNS` says
what a heading must hold to be the column.
"""

from __future__ import annotations

import re

from sightline.returns.annex_a.lists import LISTS, List
from sightline.returns.headings import Shape, bare

RETURN_NAME = "annex_a"

# The columns that tell nothing, since most lists have them.
_COMMON = frozenset(
    [
        *("child_id", "sex", "ethnicity", "date_of_birth", "age", "disabled"),
        *("team", "worker", "family_id", "uasc"),
    ]
)

# column, or list.column → what its bare heading must match in full
_PATTERNS: dict[str, str] = {
    "child_id": r"(.*\b)?(child|client|person|young person)s?( s)?\b.*\b(id|identifier|"
    r"number|no|ref)|"
    r"(id|identifier)\b.*\bchild|unique id|child id.*|.*\bchild\b.*\b(id|identifier)\b.*",
    "sex": r"(child s )?(gender|sex)( of child)?",
    "ethnicity": r"(child s )?(ethnicity|ethnic origin|ethnic group|ethnic)( code)?( of child)?",
    "date_of_birth": r"(.* )?date.*birth.*|dob|.*\bdob",
    "age": r"(child s )?(current )?age\b.*",
    "disabled": r"(does the child have a )?disab(ility|led)( y n)?|.*child.*\bhave a disability.*",
    "team": r"(allocated|case|current|responsible) (worker |social work )?team.*|team( name)?",
    "worker": r"(allocated|case|current) (social )?worker( name)?|social worker|worker( name)?",
    "family_id": r"family (unique )?(id|identifier).*",
    "uasc": r".*unaccompanied asylum seek.*|uasc.*",
    "list_1.contact_date": r"(.* )?date of (initial |the )?contact.*|contact (start )?date.*|"
    r"date.*contact.*",
    "list_1.contact_source": r"(.* )?contact.*source.*|source of (the )?contact.*",
    "list_2.assessment_start": r"(early help )?(assessment|episode) start date|"
    r"(start )?date (of )?(early help )?assessment (start|began|started)",
    "list_2.assessment_end": r"(early help )?(assessment|episode) (completion|completed|end|"
    r"closure) date|date (early help )?assessment (completed|ended)",
    "list_2.organisation": r"organi[sz]ation.*",
    "list_3.referral_date": r"(.* )?date of.*referral.*|referral (start )?date.*",
    "list_3.referral_source": r"(.* )?referral.*source.*|source of (the )?referral.*",
    "list_3.no_further_action": r"(referral )?(nfa|no further action).*|.*referral.*(nfa|"
    r"no further action).*",
    "list_3.referrals_12_months": r"(number|no) of referrals.*",
    "list_4.assessment_start": r"(continuous |single )?assessment start date.*",
    "list_4.child_seen": r"(was )?(the )?child seen (during|in).*",
    "list_4.authorised": r"(.* )?(continuous |single )?assessment.*(authorisation|authorization|"
    r"authorised|completion).*|date.*assessment.*authori[sz].*",
    "list_4.needs_support": r".*child assessed as requiring.*|.*requiring.*social care support.*",
    "list_5.strategy_discussion": r".*strategy discussion.*|(section 47|s47).*start date.*",
    "list_5.conference_unnecessary": r".*(conference|icpc).*(unnecessary|not (required|needed)).*",
    "list_5.conference_date": r"date of.*(initial child protection conference|icpc).*|(icpc|"
    r"initial child protection conference) date.*",
    "list_5.led_to_plan": r"did the.*(conference|icpc).*result in.*plan.*",
    "list_5.section47_12_months": r"(number|no) of (section 47|s47).*",
    "list_5.conferences_12_months": r"(number|no) of (icpc|initial child protection conference).*",
    "list_6.started": r"(cin|child in need)( plan| episode)? start date.*|start date of.*(cin|"
    r"child in need).*",
    "need": r"(primary )?(need code|category of need)|(child s )?(primary |"
    r"main )?(category of need|need code|need)( code)?",
    "list_6.last_seen": r".*date.*last seen.*|.*last seen date.*",
    "list_6.ended": r"(cin|child in need)( plan| episode)? (closure|end|closed) date.*|"
    r"date.*(cin|child in need).*closed.*",
    "list_6.reason_closed": r"(.* )?reason for closure.*|closure reason.*",
    "list_6.status": r"(case|child) status.*",
    "list_7.started": r"(child protection plan|cpp|cp plan) start date.*|"
    r"start date of.*(protection plan|cpp).*",
    "list_7.initial_category": r"initial category.*",
    "list_7.latest_category": r"(latest|current) category.*",
    "list_7.last_visit": r"(.* )?(last|latest) (statutory |cp )?visit.*",
    "list_7.seen_alone": r".*child seen alone.*",
    "list_7.last_review": r"(.* )?(latest|last) (rcpc|review).*|date of.*review.*conference.*",
    "list_7.ended": r"(child protection plan|cpp|cp plan) end date.*|"
    r"end date of.*(protection plan|cpp).*",
    "list_7.emergency_protection": r".*subject to emergency protection.*",
    "list_7.previous_plans": r"(number|no) of previous.*",
    "list_8.care_started": r".*date.*(started|began) to be looked after.*|(date )?(started|"
    r"became) looked after.*|.*looked after start date.*",
    "list_8.repeat_period": r".*second or subsequent.*looked after.*",
    "list_8.legal_status_started": r"(start )?date.*(current|latest) legal status.*|"
    r".*legal status start.*",
    "list_8.legal_status": r"(.* )?(child s |current )?legal status( code)?",
    "list_8.last_review": r"(.* )?(latest|last) (statutory |cla |lac |looked after )?review.*",
    "list_8.last_visit": r".*(last|latest) (social work(er)?( s)?|statutory|sw) visit.*",
    "list_8.permanence_plan": r".*permanence plan.*",
    "list_8.last_iro_contact": r".*(last|latest) iro.*",
    "list_8.last_health_assessment": r".*(last|latest).*health.*",
    "list_8.last_dental_check": r".*(last|latest).*dental.*",
    "list_8.placements_12_months": r"(number|no) of placements.*",
    "list_8.care_ended": r".*date.*ceased to be looked after.*|.*ceased.*looked after.*date.*",
    "list_8.reason_ceased": r".*reason.*ceas(ed|ing) to be looked after.*",
    "list_8.placement_started": r".*start date of (most recent|latest|current) placement.*|"
    r".*placement start date.*",
    "list_8.placement_type": r"(current )?placement type.*|type of placement.*",
    "list_8.placement_provider": r"(current )?placement provider.*",
    "list_8.placement_postcode": r".*placement post ?code.*|post ?code of.*placement.*",
    "list_8.urn": r"(.* )?urn( of placement.*)?|placement urn.*|ofsted urn.*",
    "list_8.placement_location": r"(current )?placement location.*|location of placement.*",
    "list_8.placement_authority": r"(.* )?(la|local authority) of placement.*|placement (la|"
    r"local authority).*",
    "list_8.missing_12_months": r".*(number|no) of episodes.*missing.*",
    "list_8.absent_12_months": r".*(number|no) of episodes.*absent.*",
    "list_8.return_interview_offered": r".*offered.*return.*interview.*|.*interview.*offered.*",
    "list_8.return_interview_accepted": r".*accept.*return.*interview.*|.*interview.*accept.*",
    "list_9.personal_adviser": r"(allocated )?personal advis[oe]r.*|(allocated )?pa",
    "list_9.eligibility": r"(.* )?eligibility.*",
    "list_9.pathway_plan_review": r".*pathway plan.*review.*|.*review.*pathway plan.*",
    "list_9.in_touch": r"(.* )?in touch.*",
    "list_9.last_contact": r".*(latest|last).*contact.*",
    "list_9.accommodation": r"(type of )?accommodation( type)?.*",
    "list_9.suitability": r".*suitab.*accommodation.*|accommodation suitab.*",
    "list_9.activity": r"(main )?activity( status)?.*",
    "list_10.care_started": r".*date.*(child )?entered care.*|.*date.*looked after.*",
    "list_10.adoption_decision": r".*decision that (the )?child should be placed.*",
    "list_10.placement_order": r".*placement order.*",
    "list_10.matched": r".*date.*match.*",
    "list_10.placed": r"date (the )?(child )?(was )?placed (for adoption|with adopters?).*",
    "list_10.adoption_order": r".*adoption order.*",
    "list_10.decision_reversed": r".*decision that (the )?child should no longer be placed.*",
    "list_10.reason_reversed": r".*reason.*no longer.*placed.*",
    "list_10.early_permanence_placed": r".*placed.*(ffa|fostering for adoption|concurrent).*",
    "list_11.adopter_id": r".*adopter.*\b(id|identifier)\b.*",
    "list_11.disabled": r"disab(ility|led).*|does the.*have a disability.*",
    "list_11.early_permanence": r".*fostering for adoption.*",
    "list_11.enquiry": r"(.* )?date.*enquiry.*|enquiry.*date.*",
    "list_11.stage1_start": r".*stage 1 (started|start|began).*",
    "list_11.stage1_end": r".*stage 1 (ended|end|completed).*",
    "list_11.stage2_start": r".*stage 2 (started|start|began).*",
    "list_11.stage2_end": r".*stage 2 (ended|end|completed).*",
    "list_11.application": r".*application (was )?submitted.*",
    "list_11.approved": r".*application (was )?approved.*|date (adopters? )?approved.*",
    "list_11.matched": r".*date.*matched.*",
    "list_11.placed": r".*placed with adopter.*",
    "list_11.children_placed": r"(number|no) of children.*placed.*",
    "list_11.adoption_order": r".*adoption order.*",
    "list_11.left_process": r".*date.*leaving.*adoption.*|date left.*adoption.*",
    "list_11.reason_left": r".*reason.*(leaving|left).*adoption.*",
}


def _shape(each: List) -> Shape:
    exact = {bare(column.heading): column.name for column in each.columns}
    patterns = [
        (column.name, re.compile(pattern))
        for column in each.columns
        if (pattern := _pattern(each.name, column.name))
    ]

    def column(heading: str) -> str | None:
        text = bare(heading)
        if text in exact:
            return exact[text]
        return next((name for name, pattern in patterns if pattern.fullmatch(text)), None)

    telling = frozenset(c.name for c in each.columns) - _COMMON
    return Shape(RETURN_NAME, each.name, telling, column)


def _pattern(table: str, column: str) -> str | None:
    return _PATTERNS.get(f"{table}.{column}") or _PATTERNS.get(column)


SHAPES = tuple(_shape(each) for each in LISTS)
