"""The themes a finding may bear on, and the phrases that signal each (written as in `phrases`).

The ids are shared with the measures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from sightline.letters.phrases import any_of, stems_of

MOST_THEMES = 4
_OPENING_WEIGHT = 1.5  # a phrase in the first sentence says what the paragraph is about


@dataclass(frozen=True)
class Theme:
    """A theme: its id, its title in plain English, and the phrases that signal it."""

    id: str
    title: str
    phrases: tuple[str, ...]

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """How each phrase starts: a text with none of these need not be searched."""
        return stems_of(self.phrases)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any of the phrases."""
        return any_of(self.phrases)


def _theme(name: str, title: str, phrases: str) -> Theme:
    """A theme from its phrases, parted by semicolons."""
    return Theme(name, title, tuple(phrase.strip() for phrase in phrases.split(";")))


THEMES: tuple[Theme, ...] = (
    _theme(
        "leadership",
        "Leadership and governance",
        "leader; senior manage; political; elected member; governance; chief executive; director "
        "of children; lead member; scrutiny; improvement board; improvement plan; strategic; "
        "self-assessment; self-evaluation; line of sight; council and partners",
    ),
    _theme(
        "quality_assurance",
        "Quality assurance and audit",
        "audit; quality assurance; quality-assurance; moderat; learning loop; dip sampl; learning "
        "from complaints; practice weeks",
    ),
    _theme(
        "performance_data",
        "Performance information",
        "performance management; performance monitoring; performance information; performance "
        "data; performance report; management information; data; dashboard; performance "
        "framework; performance measure",
    ),
    _theme(
        "workforce",
        "Workforce stability and capacity",
        "workforce; recruit; retention; agency staff; agency social work; turnover; vacanc; "
        "permanent staff; newly qualified; staffing; changes of social worker; changes in social "
        "worker; changes in children’s social worker; changes of staff; staff turnover; stable "
        "workforce; consistent social work relationship; social work academy; too many social "
        "workers; sufficient social workers; capacity; training and development; training",
    ),
    _theme("caseloads", "Caseloads", "caseload; case load; workload; number of children allocated"),
    _theme(
        "supervision",
        "Supervision and management oversight",
        "supervis; management oversight; managers’ oversight; managers' oversight; oversight by "
        "managers; management decision; management direction; management grip; oversight of "
        "practice",
    ),
    _theme(
        "front_door",
        "Front door, contacts and referrals",
        "front door; multi-agency safeguarding hub; MASH; contacts; referral; threshold; single "
        "point of access; screening; out-of-hours; out of hours; emergency duty; consent; normal "
        "office hours",
    ),
    _theme(
        "early_help",
        "Early help",
        "early help; early intervention; family hub; edge of care; step down; stepped down; "
        "step-down; early support; team around the child; team around the family; families "
        "together; before a crisis; before they reach crisis; children’s centre; children's "
        "centre",
    ),
    _theme(
        "assessment",
        "Assessment",
        "assessment; chronolog; analysis of risk; family history; reassess",
    ),
    _theme("strategy_discussions", "Strategy discussions", "strategy discussion; strategy meeting"),
    _theme(
        "section_47",
        "Section 47 enquiries",
        "section 47; child protection enquir; child protection investigation; protection enquiries",
    ),
    _theme(
        "child_protection",
        "Child protection conferences and plans",
        "child protection conference; initial child protection; child protection plan; conference "
        "chair; core group; case conference; child protection response; child protection "
        "practice; child protection chair; child protection process",
    ),
    _theme(
        "children_in_need",
        "Children in need",
        "child in need; children in need; child-in-need; child-in-need clinic; child in need plan",
    ),
    _theme(
        "domestic_abuse",
        "Domestic abuse",
        "domestic abuse; domestic violence; MARAC; coercive control",
    ),
    _theme("neglect", "Neglect", "neglect; graded care profile"),
    _theme(
        "exploitation",
        "Exploitation and harm outside the home",
        "exploit; CSE; extremis; female genital mutilation; honour-based; extra-familial; gang; "
        "county lines; traffick; contextual safeguarding; criminally; complex safeguarding; "
        "radicalis",
    ),
    _theme(
        "missing",
        "Children who go missing",
        "go missing; goes missing; going missing; missing from care; missing from home; return "
        "home interview; return interview; missing episode; missing children; children missing",
    ),
    _theme(
        "disabled_children",
        "Disabled children",
        "disabled children; disabilit; short break; disabled child",
    ),
    _theme(
        "private_fostering",
        "Private fostering",
        "private foster; privately foster; privately arranged foster",
    ),
    _theme(
        "pre_proceedings",
        "Pre-proceedings and court",
        "pre-proceedings; public law outline; PLO; care proceedings; court; letters before "
        "proceedings; legal planning; legal gateway; Cafcass; proceedings",
    ),
    _theme(
        "permanence",
        "Permanence",
        "permanen; drift and delay for children in care; parallel plan; matched; discharge * care "
        "order; twin-track",
    ),
    _theme(
        "adoption",
        "Adoption",
        "adopt; placement order; foster to adopt; fostering to adopt; family finding; "
        "family-finding",
    ),
    _theme("special_guardianship", "Special guardianship", "special guardian; SGO"),
    _theme(
        "long_term_fostering",
        "Long-term fostering",
        "long-term foster; long term foster; formally matched; long-term match; permanently "
        "matched",
    ),
    _theme(
        "placement_with_parents",
        "Children placed with parents",
        "placed with parents; placed at home with parents; at home with parents; placement with "
        "parents; placements with parents; living with * parents * care order; living at home * "
        "care order; placed at home; live with their parents while subject",
    ),
    _theme(
        "placement_sufficiency",
        "Enough suitable placements",
        "sufficiency; sufficient placement; suitable placement; availability of * placement; "
        "foster carer; lack of placement; placement choice; commissioning; range of placement; "
        "suitable accommodation; suitable homes; residential; fostering service; children’s "
        "homes; children's homes; living in placements; live in placements; miles from home; "
        "miles from their home; high-quality homes",
    ),
    _theme(
        "unregistered_homes",
        "Unregistered homes",
        "unregistered; unregulated; illegal placement; without registration",
    ),
    _theme(
        "placement_stability",
        "Placement stability",
        "placement stability; stable home; stable placement; stability of placement; placement "
        "move; placement breakdown; disruption; moves of placement; placement change; stability "
        "of children; settled",
    ),
    _theme(
        "care_planning",
        "Care planning",
        "care plan; children’s plans; children's plans; plans and planning; quality of plans; "
        "contingency plan; planning for children; written plans; plans are; plans lack; care and "
        "pathway plan",
    ),
    _theme(
        "reviews_iro",
        "Reviews and independent reviewing officers",
        "independent reviewing officer; IRO; looked after review; children’s reviews; children's "
        "reviews; statutory review; review meeting; reviewing officer; escalat",
    ),
    _theme(
        "visits",
        "Social work visits",
        "visit * children; visits to; visited; statutory visit; seen regularly; seen alone; "
        "social work visit; visiting; children are seen",
    ),
    _theme(
        "direct_work",
        "Direct work and life-story work",
        "direct work; life story; life-story; life journey; later-life letter; later life letter",
    ),
    _theme(
        "family_time",
        "Family time",
        "family time; contact arrangements; contact with * famil; contact with * parents; "
        "supervised contact; brothers and sisters; siblings",
    ),
    _theme(
        "physical_health",
        "Physical health",
        "health assessment; dental; dentist; immunis; physical health; health need; health "
        "passport; health histor; health service; health partner; health team; health issue; "
        "sexual health; nurse; medical histor; medical issue",
    ),
    _theme(
        "mental_health",
        "Emotional and mental health",
        "mental health; emotional; CAMHS; wellbeing; well-being; strengths and difficulties",
    ),
    _theme(
        "education",
        "Education",
        "education; virtual school; school; attainment; attendance at school; PEP; NEET; "
        "apprentice; pupil premium",
    ),
    _theme(
        "care_leavers",
        "Care leavers",
        "care leaver; leaving care; care-leav; care leaving; pathway plan; personal advis; care "
        "experienced; care-experienced; staying put; local offer; transition to adulthood",
    ),
    _theme(
        "homeless_16_17",
        "Homeless 16- and 17-year-olds",
        "homeless; aged 16 and 17 who present; 16 to 17; 16- and 17-year-old; 16 and 17 year",
    ),
    _theme("corporate_parenting", "Corporate parenting", "corporate parent; pledge"),
    _theme(
        "voice",
        "Children's voices and participation",
        "voice; children’s views; children's views; views of children; wishes and feelings; "
        "participation; in care council; leaver council; change council; children told "
        "inspectors; complain; share their views; engagement with children; advoca; independent "
        "visitor; co-produc; consulted; young people’s views; listened to",
    ),
    _theme(
        "multi_agency",
        "Work with partner agencies",
        "multi-agency; partner; police; LSCB; the board; board members; safeguarding partnership; "
        "information-sharing; information sharing; safeguarding board; inter-agency; interagency",
    ),
    _theme(
        "recording",
        "Recording",
        "recording; case record; children’s records; children's records; case file; recorded; "
        "electronic record; case summar; up-to-date record; electronic system",
    ),
    _theme(
        "kinship_care",
        "Kinship and connected carers",
        "connected person; connected carer; kinship; family and friends; friends and family; "
        "relatives and friends; wider family; family network; extended famil; family members; "
        "viability assessment; connected people",
    ),
    _theme(
        "allegations",
        "Allegations against professionals",
        "designated officer; LADO; allegations against; allegations management; allegations that "
        "professionals; adults who work with children; concerns about professionals",
    ),
)
THEME_IDS = tuple(theme.id for theme in THEMES)


_BOARD = re.compile(r"(?i)safeguarding children board|\bLSCB\b")
_BOARD_WEIGHT = 3.0


def themes_of(text: str, section: str = "") -> tuple[str, ...]:
    """The ids of the themes that the text signals, the most telling first; at most MOST_THEMES.

    A longer phrase tells more than a shorter one, a phrase in the first sentence more than a later
    one, and a phrase in the section's heading a little.
    """
    plain = " ".join(text.split())
    searched = f"{plain} {section}".lower()
    opening = len(plain.split(". ", 1)[0])
    scores = {
        theme.id: _score(theme, plain, opening, section)
        for theme in THEMES
        if any(stem in searched for stem in theme.stems)
    }
    best = max(scores.values(), default=0.0)
    ranked = sorted(scores, key=lambda name: -scores[name])
    return tuple(name for name in ranked[:MOST_THEMES] if scores[name] > max(0.0, 0.3 * best))


def _score(theme: Theme, text: str, opening: int, section: str) -> float:
    score = 0.0
    for found in theme.pattern.finditer(text):
        words = len(found.group(0).split())
        score += (1 + 0.5 * (words - 1)) * (_OPENING_WEIGHT if found.start() < opening else 1.0)
    if theme.pattern.search(section):
        score += _section_weight(theme, section, score)
    return score


def _section_weight(theme: Theme, section: str, score: float) -> float:
    """What a section's heading adds; one on the safeguarding board is about partners' work."""
    if theme.id == "multi_agency" and _BOARD.search(section):
        return _BOARD_WEIGHT
    return 0.5 if score else 0.0
