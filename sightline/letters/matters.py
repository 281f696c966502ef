"""What a sentence of a finding is about, finer than a theme: a practice and who it is for.

Two findings are the same when they tell of the same practice falling short for the same children.
A theme ("Child protection conferences and plans") is too wide for that, words alone too narrow
("supervision", "management oversight" and "challenge by managers" are one matter to inspectors).
Phrases are written as in `themes`: met from the start of a word, `*` for up to three words between.
A phrase does not count within REACH letters of one of the matter's `unless`.

The list was written from the practice that inspections look at and from the reports of Sefton and
Medway; what a shared matter is worth is learned from labelled pairs (`likeness`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from sightline.letters.phrases import any_of, stems_of

REACH = 35


@dataclass(frozen=True)
class Matter:
    """A practice: its id, the phrases that tell of it, and those beside which they do not."""

    id: str
    phrases: tuple[str, ...]
    unless: tuple[str, ...] = ()

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """How each phrase starts: a text with none of these need not be searched."""
        return stems_of(self.phrases)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any of the phrases."""
        return any_of(self.phrases)

    @cached_property
    def beside(self) -> re.Pattern[str] | None:
        """Any of the phrases beside which the matter's own do not count."""
        return any_of(self.unless) if self.unless else None

    def told_by(self, sentence: str) -> bool:
        """Whether the sentence tells of it."""
        return any(
            self.beside is None
            or not self.beside.search(sentence[max(0, each.start() - REACH) : each.end() + REACH])
            for each in self.pattern.finditer(sentence)
        )


def _matter(name: str, phrases: str, unless: str = "") -> Matter:
    return Matter(name, _parted(phrases), _parted(unless))


def _parted(phrases: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in phrases.split(";") if each.strip())


MATTERS: tuple[Matter, ...] = (
    _matter(
        "oversight",
        "management oversight; management * oversight; managers’ oversight; manager oversight; "
        "managers’ * oversight; managerial oversight; oversight and supervision; oversight and "
        "challenge; oversight and direction; supervision; oversight by managers; oversight of "
        "practice; oversight of casework; oversight of social work; management challenge; "
        "management direction; management grip; management decision; line management; line "
        "manager; team manager; frontline manage; challenge by managers; challenge to practice; "
        "managers do not; managers are not; managers have not",
        "foster; supervised contact; permanen",
    ),
    _matter(
        "caseloads",
        "caseload; case load; workload; staffing capacity; workforce capacity; social work "
        "capacity; capacity in social work; capacity to undertake; too few social workers; "
        "sufficient capacity; sufficient time; unable to keep up; numbers of children on; high "
        "numbers of children; in excess of * children",
        "independent reviewing; designated officer; mash",
    ),
    _matter(
        "changes_of_worker",
        "changes of social worker; changes of worker; changes in social worker; changes in worker; "
        "change of social worker; change of worker; changes in * social worker; changes of staff; "
        "different social workers; several social workers; turnover; churn; consistent "
        "relationships; consistent social worker; consistent named; workforce changes; "
        "number of different social",
    ),
    _matter(
        "workforce",
        "recruit; retention; vacanc; agency staff; agency social work; agency first; agency and "
        "interim; staffing; workforce; turnover; loss of staff; loss of a significant; "
        "lost * social workers; lost a high proportion; sufficiency and stability",
        "foster; adopt; carers; independent reviewing; residential; participation",
    ),
    _matter(
        "audit",
        "audit; quality assur; quality-assur; moderat; dip sampl; dip-sampl",
        "private; personal education; virtual school; placement",
    ),
    _matter(
        "performance_data",
        "performance management; performance data; performance information; performance framework; "
        "performance measure; performance report; dashboard; data; dataset; scorecard",
        "timescale; adoption; days",
    ),
    _matter(
        "assessment",
        "assessment; re-assessment; reassessment",
        "health assess; foster; adopt; connected; private; special guardian; joint; parenting "
        "assess; homeless; carers; adult social care; risk assess; early help; kinship; exploit; "
        "viabil; relatives; self-assess; friends",
    ),
    _matter(
        "assessment_updating",
        "assessment * updat; assessments * updat; updat * assessment; updated assessment; "
        "up-to-date assessment; up-to-date * assessment; assessments are up to date; assessments "
        "that require updating; assessment * circumstances change; assessments when; outdated; "
        "rarely updated; routinely updated; regularly updated; not updated; changing needs; "
        "insufficiently recent; needs change; circumstances change; changing circumstances; "
        "updated regularly; updated in response",
        "foster; adopt; connected; early help; pathway",
    ),
    _matter(
        "plans",
        "plan; planning",
        "pathway; personal education; improvement plan; action plan; workforce; permanen; "
        "transition; strategic; service plan; business; sufficien; parallel; legal; ehc; adopt; "
        "placement; in place to; development plan; planned; financial",
    ),
    _matter(
        "core_groups",
        "core group; child in need review; child in need meeting; multi-agency meeting; "
        "safeguarding meeting; review meeting; care planning meeting; children in need review",
    ),
    _matter(
        "conferences",
        "child protection conference; protection case conference; case conference; initial "
        "conference; initial child protection; conference service",
        "conference chair",
    ),
    _matter(
        "independent_challenge",
        "independent reviewing; IRO; conference chair; child protection chair; protection chair",
    ),
    _matter("strategy_meetings", "strategy meeting; strategy discussion"),
    _matter(
        "enquiries",
        "section 47; child protection enquir; child protection investigation; safeguarding enquir",
    ),
    _matter(
        "proceedings",
        "public law outline; PLO; pre-proceedings; pre-care proceedings; escalate * proceedings; "
        "to proceedings; escalate * cases to a higher; legal planning; legal tracker; decisive "
        "action; decisive alternative action; authoritative action; assertive and timely; "
        "initiating proceedings; assertive action",
    ),
    _matter("neglect", "neglect"),
    _matter("domestic_abuse", "domestic abuse; domestic violence"),
    _matter(
        "exploitation",
        "exploit; outside the home; outside of the home; vulnerable adolescents",
    ),
    _matter(
        "missing",
        "go missing; goes missing; missing from home; missing from care; missing children; "
        "return interview; return home interview; missing children",
        "missing education; missing from education",
    ),
    _matter("missing_education", "missing education; missing from education; home educat"),
    _matter("private_fostering", "private foster; privately foster; private fostering"),
    _matter(
        "homeless_16_17",
        "homeless; 16 and 17; 16 to 17; 16- and 17; sixteen- and; aged 16",
        "care leavers; neet; education",
    ),
    _matter(
        "allegations",
        "designated officer; LADO; allegations against; allegations about; concerning allegations; "
        "concerns about adults; concerns about professionals; adults who work; against "
        "professionals; allegations that professionals; adults in positions",
    ),
    _matter("consent", "consent"),
    _matter(
        "front_door",
        "MASH; front door; contacts and referral; safeguarding hub; screening; domestic abuse "
        "notif; contacts take; contacts lack; progress contacts; referrals from; contact and "
        "referral",
        "assessment team",
    ),
    _matter("early_help", "early help"),
    _matter("edge_of_care", "edge of care; edge of coming; edge of the care; cusp of"),
    _matter(
        "stepping_down",
        "step down; stepped down; step-down; stepping down; step * down; closed prematurely; "
        "closed too; closed without; inappropriately closed; cases are closed; case closure; "
        "different tiers; interventions are ended; plans are ended; plans are removed",
    ),
    _matter(
        "optimism",
        "over-optimis; overly optimis; overoptimis; optimistic; parents’ views; parents’ own; "
        "parental capacity; parents’ capacity; parental ability; parental self; parental "
        "reporting; self-report; sustain change; sustained change; sustainable change; adult "
        "focused; adult-focused; parent focused; parent-focused; superficial",
    ),
    _matter(
        "visits",
        "visit; visits; visited; visiting",
        "focused visit; monitoring visit; health visit; foster; homeless",
    ),
    _matter(
        "direct_work",
        "direct work; life story work; life-story work; life history; understanding of their histor"
        "; explore their past",
    ),
    _matter(
        "later_life",
        "later-life; later life; child permanence report; CPR; life storybook; life story book; "
        "life story information",
    ),
    _matter(
        "permanence",
        "permanence; permanency; special guardianship; SGO; placement order; long-term home; "
        "long-term foster; long-term match; legal status; section 20; permanent home",
        "permanence report",
    ),
    _matter(
        "with_parents",
        "placed with parents; placed with their parents; live with their parents; living with "
        "parents; living with their parents; discharg * order; discharge of care; discharging "
        "orders; placement with parents; orders for children placed",
    ),
    _matter(
        "return_home",
        "return home; returned home; returning home; returning children home; return to the care; "
        "rehabilitat; reunif; entering or leaving care; leave care and return; entering and "
        "leaving care",
        "interview; missing",
    ),
    _matter(
        "sufficiency",
        "sufficiency; sufficient placement; sufficient * placement; insufficient range; "
        "insufficient placement; lack of * placement; shortage of; shortages of; choice of "
        "placement; range of local; range of placement; enough * carers; number of foster; "
        "foster placement; no suitable placement; suitable placement; placements to meet; "
        "placements that meet; placements that don; matching children; recruitment of carers; "
        "recruitment of foster; suitable, fully assessed",
        "staff; social workers; workforce",
    ),
    _matter("unregistered", "unregistered; unregulated; unlawful placement"),
    _matter(
        "foster_carers",
        "foster carer; fostering service; supervising social worker",
        "recruit; sufficien; shortage; enough",
    ),
    _matter(
        "adoption",
        "adoption; adopter; adoptive; adopted; agency decision; ADM",
        "later-life; later life; permanence report",
    ),
    _matter(
        "health_assessments",
        "health assessment; health review; initial health; IHA; 28 day; health needs",
        "mental; emotional",
    ),
    _matter("health_services", "health service; health partner; health function; health provision"),
    _matter("dentistry", "dental; dentist"),
    _matter(
        "mental_health",
        "CAMHS; CAMH; mental health; emotional health; emotional well; emotional "
        "support; emotional needs; emotional and mental; child and adolescent",
    ),
    _matter("health_histories", "health histor; health passport"),
    _matter(
        "education",
        "personal education; PEP; attainment; educational progress; educational "
        "achiev; educational outcome; key stage; virtual school; GCSE; academic",
    ),
    _matter(
        "work_and_training",
        "education, employment; employment, education; EET; NEET; apprentic; employment; education "
        "and training",
    ),
    _matter(
        "homes_for_leavers",
        "accommodation; housing; homes for care leavers; supported lodgings; semi-independent",
        "homeless; private foster; unregulated; family",
    ),
    _matter(
        "preparing_to_leave",
        "pathway plan; care and pathway; transition; preparation for leaving; preparation for "
        "independen; prepare * independen; preparing * independen; towards independence; prepare "
        "for adulthood",
        "transition points; transition to the new",
    ),
    _matter("care_leavers", "care leaver; leaving care; personal advis; have left care"),
    _matter("entitlements", "entitlement; entitled to"),
    _matter("disabled_children", "disab"),
    _matter(
        "records",
        "case record; recording; children’s records; records; chronolog; case file; case notes",
        "supervision; oversight; manag; decision",
    ),
    _matter(
        "family_time",
        "family time; contact with; contact report; contact arrange; supervised contact",
    ),
    _matter(
        "participation",
        "in care council; participation; pledge; young ambassador; making a difference",
    ),
    _matter("identity", "diversity; identity; ethnic; culture; cultural; religio"),
    _matter("corporate_parenting", "corporate parent"),
    _matter("police", "police"),
    _matter(
        "practice_model",
        "practice model; casework model; social work model; model of practice; framework to "
        "support",
    ),
    _matter("drift", "drift"),
)
MATTER_IDS = tuple(matter.id for matter in MATTERS)

COHORTS: tuple[Matter, ...] = (
    _matter(
        "in_care",
        "looked after; in care; children’s reviews; come into care; placement; foster; permanen",
    ),
    _matter(
        "care_leavers", "care leaver; leaving care; personal advis; pathway; left care; leave care"
    ),
    _matter(
        "help_and_protection",
        "child protection; in need; help and protection; section 47; core group; strategy meeting; "
        "strategy discussion; pre-proceedings; PLO; public law; locality; assessment team; MASH; "
        "safeguard",
    ),
    _matter("early_help", "early help"),
    _matter("adoption", "adopt"),
    _matter("disabled", "disab"),
    _matter("at_risk_outside_home", "exploit; missing from; go missing; adolescen"),
    _matter("privately_fostered", "privately; private foster"),
    _matter("reviewing", "IRO; independent reviewing"),
)
