"""Where a contact or referral came from: the groups of the children in need census."""

from __future__ import annotations

import re

from sightline.returns.annex_a.words.matching import ruled

# The census numbers its sources: 1A family … 10 unknown. Systems write "o) 5B: LA", "[5B]".
_CODE = re.compile(
    r"^\W*(?:[a-z]\) ?)?\W*(1[a-d]|2[ab]|3[a-f]|5[a-c]|4|6|7|8|9|10)(?=$|[\s:\-\u2013.])(?! ?\))",
    re.I,
)
_BRACKETED = re.compile(r"\[(1[A-D]|2[AB]|3[A-F]|5[A-C]|4|6|7|8|9|10)\]\W*$")
_GROUPS = {
    "1": "INDIVIDUAL", "2A": "SCHOOL", "2B": "EDUCATION", "3": "HEALTH", "4": "HOUSING",
    "5": "LA", "6": "POLICE", "7": "LEGAL", "8": "OTHER", "9": "ANONYMOUS", "10": "UNKNOWN",
}  # fmt: skip
_NUMBERED = r"^(cs |cyp |\d+ )?"
_read_words = ruled(
    (
        ("UNKNOWN", _NUMBERED + r"unk(?! anon)|^(cs )?not (known|recorded|mapped)|^nk$|unkown"),
        ("ANONYMOUS", r"^(?!ind).*\banon"),
        # The name of the group, where the words begin with it.
        (
            "INDIVIDUAL",
            _NUMBERED + r"ind(ividuals?)?\b(?! (agency|prov))|^oth\w* (individual|"
            r"\w* ?stranger)",
        ),
        (
            "INDIVIDUAL",
            r"^oth\w* (inc|including) strangers?|^other (service user|relative)|"
            r"house(hold)? ?mem",
        ),
        (
            "OTHER",
            r"^(cs |source )?oth(er)? ?(\w+ )?(including|inc|eg|e g|not listed|"
            r"voluntary|ind agency)",
        ),
        ("HEALTH", _NUMBERED + r"(health|med|hosp|nhs)\b"),
        ("LEGAL", r"other legal|^leg(al)?\b(?! police)"),
        ("POLICE", r"\bpolice|^pol$|\bceop\b|exploitation and online"),
        ("SCHOOL", r"^edu\w* (\w+ )?(nurser|school|pre school)|^schools? (and )?(college|early)"),
        (
            "EDUCATION",
            r"education services?\b(?! school)|education (psych|welfare|other|"
            r"dept|department|health)|"
            r"\bewo\b|\besw\b|\bsend\b|alternative prov|not school|nursery early years",
        ),
        (
            "HOUSING",
            _NUMBERED + r"hou(s(ing)?)?\b|la housing|local authority hous|sheltered|"
            r"home ?start|"
            r"supported (living|housing)|^(ward(en)?|shel|slex|slih|"
            r"sup[ow]|support (officer|worker))$|"
            r"(other|la hous) hous|hous(ing)? dept|^\w+ housing$",
        ),
        (
            "LA",
            r"^(cs |cyp )?(la|local authority) (services?|early|children)|la services|"
            r"local authority (services|dep)|sure start|"
            r"occupational therapist.* ssd|^other local auth",
        ),
        # What a person or a service is to the child.
        ("SCHOOL", r"schools?\b(?! (nurs|health))|nurser(y|ies)|academy|\bpru\b|senco|^sch$"),
        (
            "HEALTH",
            r"nurs(e|ing)\b(?! (home|res))|health visitor|midwi?|\bgps?\b|"
            r"general practi|hosp?i?tal|hosptial|"
            r"\bcamhs\b|ambulance|paediatric|doctor|\ba and e\b|"
            r"accident (and|or) emerg|health|"
            r"clinic|psychiatr|psycholog|surgery|hospice|medical|"
            r"dentist|\bhv\b|\bcmht\b|drugs? and alc|"
            r"substance|alcohol|\bnhs|therap(y|ist)|\bward\b|pharmac|"
            r"primary care|audiolog|casualty|"
            r"consultant|matron|optom|birth notif|sexual assault|"
            r"addiction|^(hos|nurs|pct|ot|sn)$",
        ),
        (
            "EDUCATION",
            r"educat|college|connexions|early years (prov|centre|setting)|"
            r"training provider|university",
        ),
        (
            "LEGAL",
            r"court|probation|[cj]afcass|prison|immigration|solicitor|lawyer|"
            r"\bhmp\b|border|legal|"
            r"benefits agency|registrar|home office imm|"
            r"rehabilitation company|law centre|^(prob|sol)$",
        ),
        (
            "OTHER",
            r"volunt|charit|third (sector|party)|\bvcs\b|nspcc?|n s p c c|"
            r"childrens? centres?|child ?line|"
            r"church|faith|fire\b|independ[ae]nt|ofsted|private (agency|"
            r"home|fostering)|womens aid|victim|"
            r"barnardo|\blado\b|refuge|idva|care home|residential home|"
            r"agenc(y|ies)|provider|fostering|"
            r"member of parliament|^mps?\b|domestic (abuse|violence)|"
            r"advocate|federation|crime agency|"
            r"home office|ministry|military|forces|inspect|rehab|"
            r"work and pensions|utilities|taxi|party",
        ),
        (
            "INDIVIDUAL",
            r"famil(y|ies) ?(member|relat|rel|bio|par|friend)|^famil(y|ies)$|"
            r"relative|parent(?!ing)|"
            r"mother|father|brother|sister|\baunt|uncle|grand|son$|"
            r"daughter|husband|wife|partner(?!ship)|"
            r"neighbour\b|friend|\bself|carers?$|carer (?!cent)|"
            r"public|stranger|acquaint|in person|cousin|"
            r"niece|nephew|spouse|household|individual|councillor|"
            r"(community|elected) member|"
            r"^(moth|fath|sis|bro?|dau\w?|gr(an|pa|so)|hus?b|nei|"
            r"nie|part|frei?|[sf]m|sf)$",
        ),
        (
            "LA",
            r"social (care|work|serv)|\bsocial\b|early (help|years|inter|start)|"
            r"\byot\b|\byos\b|youth|internal|"
            r"local auth|\bo?las?\b|\bssd\b|adult|council|duty|\bteam\b|"
            r"famil(y|ies)|authority|targeted|"
            r"\bcaf\b|\bmash\b|\bmara[ct]\b|leaving care|residential|"
            r"emergency|children|\bedt\b|out of hours|"
            r"young people|portage|gateway|step down|neighbourhood|worker$|"
            r"employee|practitioner|department",
        ),
        (
            "OTHER",
            r"^oth(er)?\b|other\b|professional|community|service|project|centre|"
            r"organisation",
        ),
    )
)


def read_source(text: str) -> str | None:
    """INDIVIDUAL, SCHOOL, EDUCATION, HEALTH, HOUSING, LA, POLICE, LEGAL, OTHER, ANONYMOUS …"""
    for finder in (_CODE, _BRACKETED):
        if found := finder.search(text.replace("\u2018", "").strip()):
            code = found.group(1).upper()
            return _GROUPS.get(code) or _GROUPS[code[0]]
    return _read_words(text)
