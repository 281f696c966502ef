"""Ethnicity: the four-letter code of the return, or the group where no more is told."""

from __future__ import annotations

import re

from sightline.returns.annex_a.words.matching import Rules, bare, ruled

_CODES = frozenset(
    [
        *("WBRI", "WIRI", "WOTH", "WIRT", "WROM", "MWBC", "MWBA", "MWAS", "MOTH", "AIND", "APKN"),
        *("ABAN", "AOTH", "BCRB", "BAFR", "BOTH", "CHNE", "OOTH", "REFU", "NOBT"),
    ]
)
_FOUR_LETTERS = re.compile(r"(?:^|[\[(\-]|\) ?)\W*([WMABCO][A-Z]{3}|REFU|NOBT)(?![A-Z])")
# Longer lists of codes share their first letter with the group (WEEU is White Eastern European).
_BRITISH = ("WENG", "WSCO", "WWEL", "WCOR", "WOWB")
_AFRICAN = ("BSOM", "BNGN", "BGHA", "BSUD", "BCON", "BANN", "BAOF")
_OTHERS = {"W": "WOTH", "M": "MOTH", "A": "AOTH", "B": "BOTH", "C": "CHNE", "O": "OOTH"}
_NO_CODES = ("BOTS", "CARI", "ASIA", "BLAC", "MIXE", "WHIT", "OTHE", "AFRI", "CHIN", "ARAB", "BANG")

# The lettered codes of health and social care systems: A1, or A.A1 in which only the letter holds.
_LETTERED = re.compile(r"^\W*([A-E]) ?[.:] ?\1\d")
_SHORT = {
    "A1": "WBRI", "A2": "WIRI", "A3": "WOTH", "A4": "WIRT", "A5": "WROM",
    "B1": "MWBC", "B2": "MWBA", "B3": "MWAS", "B4": "MOTH",
    "C1": "AIND", "C2": "APKN", "C3": "ABAN", "C4": "AOTH", "C5": "AOTH",
    "D1": "BCRB", "D2": "BAFR", "D3": "BOTH", "E1": "CHNE", "E2": "OOTH",
    "E3": "REFU", "E4": "NOBT", "E5": "NOBT", "F1": "NOBT", "F2": "NOBT",
}  # fmt: skip
_SHORT_CODE = re.compile(r"^\W*([A-F][1-5])(?![.\d])")
_GROUPS = {"A": "WHITE", "B": "MIXED", "C": "ASIAN", "D": "BLACK", "E": "OTHER"}

_UNSAID: Rules = (
    ("REFU", r"refus|declin|did not wish|not to say|would not say|not disclosed|prefer|divulged"),
    (
        "NOBT",
        r"\bnot (yet )?(available|obtained|known|stated|recorded|given|asked|"
        r"populated|established)|"
        r"unborn|unknown|undeclared|declared|no (data|information|"
        r"(initial )?client contact)|nobt|info not|"
        r"obsolete|do not use|unable to provide|xxxx|case closed|^(n|ns|u|nk|"
        r"0|dtg|unk|nan|multivalue)$|"
        r"^[nu] [nxe]\d$|awaiting|form not completed|not obtained|unspecified ?$",
    ),
)
_WORDS: Rules = (
    # Two origins named together, or the word mixed, before either alone.
    ("MWBC", r"(white|mixed|\bm\b).*carr?i?b|carr?ibb?ean and white"),
    ("MWBA", r"(white|mixed).*black afric|white.*and.*african|black african and white|wbafr"),
    ("MWAS", r"(white|mixed) and .*asian|white (and )?(asian|indian|pakistani)|asian and white"),
    ("MWAS", r"mixed.*white.*asian"),
    ("BOTH", r"\bmixed black$"),
    ("AOTH", r"\bmixed asian$"),
    ("AOTH", r"caribbean asian"),
    ("WOTH", r"white.*(mixed white|european mixed|european mxd|mixed british)"),
    (
        "MOTH",
        r"mixed|dual|mix background|(asian|black|white) and (chinese|any other|other|black|asian)",
    ),
    ("MOTH", r"multiple ethni|heritage other mixed|other mixed"),
    ("MOTH", r"^(black|chinese) and (white|any other)"),
    ("WROM", r"gyps|roma\b|romany"),
    ("WIRT", r"travell?er|travir"),
    ("CHNE", r"chinese(?!.* or other)|^chne"),
    ("BCRB", r"black.*carr?ibb?ean(?! background)|^carr?ibb?ean|west indian|^bac "),
    ("WOTH", r"white.*\b(any other|other (white|european))|any other white"),
    ("BOTH", r"black.*\b(any other|other black|european)|any other black"),
    ("AOTH", r"asian.*\b(any other (asian )?|other asian|other$)|any other asian"),
    ("OOTH", r"other eth|\both(er)? .*ethnic group(?!s?.* white)|ethnic other|^oo?e[gt]"),
    (
        "OOTH",
        r"\barab|vietnam|iran|iraq|filipin|\bthai|japan|latin|south american|central american|"
        r"kurd|afghan|moroc|egypt|leban|yemen|libya|malay|korea|taiwan|cambod|singap|polynes|"
        r"other (european|background)$|any other ethnic|palestin|^o ",
    ),
    (
        "WOTH",
        r"(other|any).*white|white.*\bother|white (and )?(east|west|europ)|"
        r"europ(?!.*(black|asian))",
    ),
    ("WIRI", r"irish"),
    (
        "WBRI",
        r"white.*(british|english|welsh|scottish|northern)|^(british|english|"
        r"scottish|welsh|cornish)(?! asian)",
    ),
    ("AIND", r"(?<!caribbean )indian(?! other)"),
    ("APKN", r"pakistan"),
    ("ABAN", r"bang[al]+l?a?d"),
    ("BCRB", r"carr?ibb?ean"),
    (
        "BAFR",
        r"african(?! (asian|caribbean))|somali|nigeria|ghana|congo|ethiop|eritr|sudan|angola|kenya",
    ),
    ("BOTH", r"other black|black.*\bother"),
    ("AOTH", r"other asian|asian.*\bother"),
    (
        "WOTH",
        r"\bwhite [a-z]|albania|bosnia|bulgar|croat|cypriot|greek|italian|"
        r"jersey|jewish|polish|portug",
    ),
    ("WOTH", r"turk|kosov|serb|mediterran|caucasian|slov|latvi|lithuan|romania|ukrain|russia"),
    ("WHITE", r"\bwhite"),
    ("BLACK", r"\bblack"),
    ("ASIAN", r"asian|kashmir|punjab|tamil|sri lank|nepal|syria|sikh"),
    ("OTHER", r"\bother\b|any other"),
)
_GROUP_NAMED = re.compile(r"white|black|asian|mixed", re.I)
_read_unsaid = ruled(_UNSAID)
_read_words = ruled(_WORDS)


def read_ethnicity(text: str) -> str | None:
    """WBRI and the like; WHITE, MIXED, ASIAN, BLACK or OTHER where only the group can be told."""
    if code := _four_letters(text):
        return code
    unsaid = _read_unsaid(text)
    if unsaid in ("REFU", "NOBT") and not _GROUP_NAMED.search(text):
        return unsaid
    said = _read_words(text)
    if said is not None and len(said) == len("WBRI") and said in _CODES:
        return said
    return _short_code(text) or said


def _four_letters(text: str) -> str | None:
    for code in _FOUR_LETTERS.findall(text.strip()):
        if code in _CODES:
            return str(code)
        if code in _BRITISH:
            return "WBRI"
        if code in _AFRICAN:
            return "BAFR"
        if code not in _NO_CODES:
            return _OTHERS[code[0]]
    return None


def _short_code(text: str) -> str | None:
    upper = text.upper().strip()
    if found := _LETTERED.match(upper):
        return _GROUPS[found.group(1)]
    if found := _SHORT_CODE.match(upper):
        return _SHORT[found.group(1)]
    return _GROUPS.get(upper) if len(bare(text)) == 1 else None
