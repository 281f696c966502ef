"""Words about need and protection: need codes, categories of abuse, why and whether work closed."""

from __future__ import annotations

import re

from sightline.returns.annex_a.words.matching import Rules, bare, coded, ruled
from sightline.returns.fields import UNSTATED

# N1, but also N1a, N1SF and 1a of systems that divide the codes further.
_NEED_CODE = re.compile(r"^\W*(?:[a-j]\) ?)?\W*(?:cin - |child |uasc - |c/f )?[nu](\d)(?!\d)", re.I)
_BRACKETED = re.compile(r"[\[(]n(\d)[\])]\W*$", re.I)
_DIVIDED = re.compile(r"^([1-9]) ?[a-z]{1,8}\b")

_NEED_WORDS: Rules = (
    ("N8", r"16 17"),
    (
        "N9",
        r"(other than|not) (a )?(cin|child(ren)? in need)|\bn10\b|"
        r"cases? other|not (cin|in need)|post adopt|"
        r"step parent|adoption support|child death|no longer a child in need|\bcase not cin",
    ),
    (
        "N0",
        r"need code.*(not|yet)|not stated|no need code|information received|"
        r"^no$|not yet determined",
    ),
    (
        "N3",
        r"parent(s|al)?\b.{0,20}(ill|disab|alcohol|drug|mental|learning)|mentally ill|ill parents|"
        r"alcoholic parent|capacity of their parents|mental health parent|^par (alc|drg|med|men)",
    ),
    (
        "N5",
        r"family (dys|dis)function|chronically inadequate|^(fds|fst) |"
        r"private fostering|control issues",
    ),
    (
        "N4",
        r"acute (stress|distress)|accute stress|temporary crisis|"
        r"homeless(?!.*16 17)|missing person|"
        r"financial problem|other parenting|social isolation|racial",
    ),
    ("N6", r"unacceptable|behaviour impacting|^bhv |offending|truan|radicalis"),
    ("N7", r"low income|income below|^inc |recourse"),
    ("N1", r"^abuse"),
    ("N8", r"absent|abp |no parents available|uasc|unaccompanied|asylum|abandon(?!.*abuse)"),
    (
        "N1",
        r"abuse|neglect|^abs |violence|exploitation|section 47|harm\b|trilogy|"
        r"substance mis|^multiple",
    ),
    (
        "N2",
        r"disab|disabl|learning|sensory|frail|mental health|physical support|^dis |cyads|therapy|"
        r"cognitive|intrinsic|illness",
    ),
    ("N9", r"^o cin|^other ?1?$|child in need other"),
)
_read_need_words = ruled(_NEED_WORDS)


def read_need(text: str) -> str | None:
    """N1 to N8, N9 for work other than with children in need, N0 for not stated."""
    for finder in (_NEED_CODE, _BRACKETED):
        if found := finder.search(text):
            return "N" + found.group(1)
    if found := _DIVIDED.match(bare(text)):
        return "N" + found.group(1)
    said = _read_need_words(text)
    return "N0" if said == UNSTATED else said


_ABUSE = (("NEG", r"\bneg"), ("PHY", r"\bphy|^pa$"), ("SAB", r"\bsex|\bsab"), ("EMO", r"\bemo"))
_FOUR_ANSWERS = ("NEG", "PHY", "SAB", "EMO")  # YNNY: yes to neglect and to emotional abuse


def read_abuse(text: str) -> str | None:
    """NEG, PHY, SAB, EMO; MUL where more than one is named."""
    words = bare(text)
    if re.fullmatch(r"[yn]{4}", words):
        named = [code for code, said in zip(_FOUR_ANSWERS, words, strict=True) if said == "y"]
    else:
        named = [code for code, pattern in _ABUSE if re.search(pattern, words)]
    if len(named) == 1:
        return named[0]
    if named or re.search(r"^mul|multi", words):
        return "MUL"
    return UNSTATED if not words or words in ("unknown", "not recorded", "n a") else None


_reason_code = coded(r"RC[1-9](?=A?\b)A?")
_read_reason = ruled(
    (
        (UNSTATED, r"^(unknown|not (recorded|known|stated))$"),
        ("RC7", r"^return home"),
        ("RC1", r"adopt(ed|ion order)"),
        ("RC2", r"\bdied|death|deceased"),
        ("RC4", r"special g"),
        ("RC3", r"residence order|child arr?angement"),
        ("RC6", r"adult (social|care|services|division|case)|(trans).*adult"),
        (
            "RC5",
            r"another la\b|another local|other local auth|moved out of area|left area|other la\b",
        ),
        ("RC9", r"referred to early help|early help.*(following|after)|eha step"),
        (
            "RC8",
            r"after (\w+ ){0,4}assess|first c and f|"
            r"no further action required|not met|no further sw",
        ),
        ("RC7", r"."),
    )
)


def read_reason_closed(text: str) -> str | None:
    """RC1 to RC9 of the children in need census; what is none of the others is RC7."""
    code = _reason_code(text)
    return code[:3] if code else _read_reason(text)


read_status = ruled(
    (
        ("CLOSED", r"clos(ed|ure)|care leaver"),
        ("CARE", r"looked after|\b(cla|lac)\b|in care"),
        ("PROTECTION", r"protection|\bcpp?\b"),
        ("NEED", r"in need|\bcin\b"),
        ("ASSESSMENT", r"assess|\basmt\b"),
    )
)
"""The furthest that work has gone: CARE, PROTECTION, NEED, ASSESSMENT, CLOSED."""
