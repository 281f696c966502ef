"""The ethnicity codes of the returns in words (the Department for Education's code set)."""

WORDS = {
    "WBRI": "White British",
    "WIRI": "White Irish",
    "WIRT": "Traveller of Irish heritage",
    "WROM": "Gypsy or Roma",
    "WOTH": "Any other White background",
    "MWBC": "White and Black Caribbean",
    "MWBA": "White and Black African",
    "MWAS": "White and Asian",
    "MOTH": "Any other mixed background",
    "AIND": "Indian",
    "APKN": "Pakistani",
    "ABAN": "Bangladeshi",
    "AOTH": "Any other Asian background",
    "CHNE": "Chinese",
    "BCRB": "Caribbean",
    "BAFR": "African",
    "BOTH": "Any other Black background",
    "OOTH": "Any other ethnic group",
    "REFU": "Refused to say",
    "NOBT": "Not yet known",
    "WHITE": "White",
    "MIXED": "Mixed",
    "ASIAN": "Asian",
    "BLACK": "Black",
    "OTHER": "Any other ethnic group",
    "UNKNOWN": "Not known",
}


def said(code: str) -> str:
    """The words for a code; a code that has none as it stands."""
    return WORDS.get(code, code)
