"""Whether a finding is a strength, a weakness or progress, by the words of its sentences.

Inspectors write in a small set of phrases ("too many", "not always", "is a strength", "has
improved"). Each sentence is placed by the phrases in it, and the paragraph by its sentences: a
weakness in one clause outweighs praise in another ("while X is good, Y is not"), since it is the
weakness that asks for an answer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from sightline.letters.letter import Direction


def _cues(*cues: str) -> re.Pattern[str]:
    """Any of the cues, from the start of a word; a cue may end inside one unless it says not.

    For text in small letters: a pattern that need not mind capitals is three times as fast.
    """
    return re.compile(rf"\b(?:{'|'.join(cues)})")


_WEAKNESS = _cues(
    r"too (?:many|few|often|long|slow|late|little|much|high|narrow|variable|early to)\b",
    r"too (?:optimistic|superficial|parent|task)",
    r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)(?: \w+)? not\b",
    r"cannot\b",
    r"not (?:always|yet|all|every|fully|good|well|timely|robust|effective|enough)\b",
    r"not (?:consistent|sufficient|routinely|regularly)",
    r"insufficient|inconsisten|inadequa|ineffectiv|inappropriat|inaccura|inexperienc|incomplete",
    r"unsafe|unclear|unstable|unsuitab|unassess|unallocated|unnecessar|unregistered|unacceptabl",
    r"underdevelop|under-develop|untimely|over-?optimis|overly|overlook|overdue",
    r"delay|drift|weak|poor|fail|lack|gaps?\b|deficit|shortfall|backlog|absen|missed opportunit",
    r"concern(?:s|ed|ing)? (?:that|about)",
    r"variab|hamper|hinder|imped|undermin|deteriorat|declin|limit|superficial|vague|narrow",
    r"over-?emphasis|over-?relian|irregular|loses?\b|lost\b|regress|stall",
    r"sporadic|patchy|fragment|risky|adrift|instability|serious|widespread|harm\b|struggl",
    r"rarely|seldom|only (?:some|a few|half)\b|little evidence|no evidence|out of date",
    r"missing from (?:plans|records)|left (?:in|at|with|for|without)\b",
    r"at risk for\b|at risk of significant",
    r"(?:needs?|needed|requires?|remains?) (?:to be |further |more )?(?:improv|strength|develop)",
    r"remains? (?:a challenge|fragile|high|low|weak|poor)",
    r"more (?:needs|work|to do)\b|needs? to (?:ensure|be)\b|should (?:be|have|ensure)\b",
    r"(?:is|are|has|have) yet to\b|too (?:new|recent|general)\b|is an issue\b|changeover",
    r"unrealistic",
    r"(?:not|few) (?:\w+ )?(?:members|aware)|steadily increasing|more general\b",
    r"no (?:forum|council)\b",
    r"area for (?:improvement|development)|high (?:turnover|caseload|vacancy)",
    r"less (?:well|effective|consistent|evident|robust|timely)\b|hard to\b|f[ae]ll(?:s|en)? short",
)
_NOT_WEAK = _cues(
    r"(?:no|without|avoid\w*|reduc\w+|prevent\w*|minimis\w+|address\w*|tackl\w+|few|free from"
    r"|rather than|at risk of|risk of|risks? to)\s+(?:\w+\s+){0,2}?"
    r"(?:delay|drift|harm|gap|backlog|risk|disruption|weakness|neglect)\w*",
    r"serious (?:case|incident)|(?:do|does) not meet the (?:\w+ )?threshold",
    r"not (?:mutually|possible)\b",
    # of whom the sentence speaks, and when, is not what it finds
    r"\b(?:who|(?:only )?(?:three|one|two|few)) (?:are|is|do|does|have|has|had|can|could) ?not\b",
    r"(?:when|where|if)\b[^,.;]{0,80}\b(?:not|fail\w*|cannot)\b",
)
_NOT_PROGRESS = _cues(
    r"improv(?:ed|ing|e)\b (?:\w+ ){0,3}?(?:outcomes?|lives|life chances|the welfare|welfare)",
    r"improv(?:ed|ing|e)\b services\b|improvements? (?:board|plan|journey|adviser|partner)",
    r"(?:making|make|makes|made) (?:\w+ ){0,2}?progress in (?:school|education|their)",
    r"(?:children|people|child|they|leavers)(?: \w+){0,2} (?:making|make|makes|made) "
    r"(?:\w+ ){0,2}?progress|are (?:regularly |quickly )?progress(?:ed|ing)\b",
    r"have progressed (?:successfully|well)|continuous improvement\w*",
)
# what was weak once is not what the paragraph finds
_ONCE = _cues(
    r"prior to\b|previously\b|historically\b|until (?:\w+ ){0,3}(?:20\d\d|recently)",
    r"following previous|(?:was|were) (?:found|judged)\b|having emerged|had been\b",
    r"failures identified in|concerns identified in",
)
_STRENGTH = _cues(
    r"strong|effective|excellent|good|outstanding|robust|thorough|comprehensive|exceptional",
    r"skilled|skilful|impressive|high[- ]quality|thoughtful|sensitiv|ambitious|committed|creative",
    r"tenacious|rigorous|purposeful|timely|prompt|swift|stable|settled|safe|nurtur|meaningful",
    r"appropriate|clear|detailed|positive|highly|successful|responsive|child-centred",
    r"child-focused|proactive|well\b|benefit|thriv|strengths?\b|values?\b|valued|proud",
    r"enthusiastic|embraced|tangible|success of|better (?:analysis|understanding)|resilien|enjoy",
    r"mutual understanding|build (?:\w+ )?relationships|helps? to improve|consistent social work",
    r"mak(?:es?|ing) a (?:real |positive )?difference|quickly|carefully|consistently|routinely",
)
_PROGRESS = _cues(
    r"(?:has|have|had|is|are|been|being|was|were)(?: \w+)? (?:improv(?:ed|ing)|strengthened)\b",
    r"(?:has|have|had|is|are|been|being|was|were)(?: \w+)? (?:progress(?:ed|ing)|reduced)\b",
    r"(?:has|have|had|is|are|been|being|was|were)(?: \w+)? (?:refreshed|transformed|stabilis)",
    r"improv(?:ed|ements?|ing)\b|progress (?:since|in|has|have|is|are|made|to|from)\b",
    r"(?:made|making|makes) (?:\w+ ){0,3}?progress|beginning to\b|start(?:ing|ed) to\b",
    r"now (?:more|better|in place|established|embedded)\b|early signs|more recently\b",
    r"help(?:ing|ed) (?:to )?improve",
    r"recent(?:ly)? (?:improve|introduc|implement|progress)|better than\b|getting better\b",
    r"since the last (?:inspection|visit|focused)|too (?:soon|early) to\b",
)
_NEGATED = re.compile(
    r"\b(?:not|lacks?|lack of|absence of|insufficient\w*|too few|limited|less|need\w* to"
    r"|rather than)\b"
    r"[^.,;:]{0,60}"
)
_PROGRESS_WEIGHT = 2  # praise is common in these reports, the words of progress are not
# said first, it is what the paragraph is about
_LEADS = _cues(
    r"(?:has|have) (?:\w+ )?(?:improv|strengthen)ed\b(?! (?:outcomes|lives))|has been improving\b",
    r"since (?:the|that|our) (?:last |previous |focused |single )?(?:inspection|visit)",
    r"(?:significant|steady|good|some|considerable) progress has been\b|progress has accelerated",
    r"have been improving\b|(?:is|are) (?:improving|benefitting from the establishment)\b",
)
_CONCESSION = re.compile(r"^(?:although|though|while|whilst|despite)\b[^,]*,\s*(?P<main>.{30,})$")
_AGAINST = re.compile(r"^(?:however|but|nevertheless|yet|conversely|that said)\b")
_TURN = re.compile(r"\b(however|but|although|despite|nevertheless|yet|while|whilst)\b")
_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z‘“'\"(])")
_HEADINGS = (
    (re.compile(r"(?i)\bstrengths? and weakness"), None),
    (
        re.compile(r"(?i)following strengths|\bstrengths\b|is good because|is outstanding because"),
        Direction.STRENGTH,
    ),
    (
        re.compile(r"(?i)not yet good because|weakness|serious failures|is inadequate because"),
        Direction.WEAKNESS,
    ),
)


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph."""
    return [sentence for sentence in _SENTENCE.split(text) if sentence.strip()]


def direction_of(text: str, section: str = "") -> Direction:
    """The direction of a finding, by its section's heading where that says it, else its words."""
    for pattern, direction in _HEADINGS:
        if pattern.search(section):
            if direction is not None:
                return direction
            break
    said = [" ".join(sentence.lower().split()) for sentence in sentences(text)]
    placed = [_sentence_direction(sentence) for sentence in said]
    counts = Counter(direction for direction in placed if direction is not Direction.NEUTRAL)
    if not counts:
        return Direction.NEUTRAL
    if counts[Direction.WEAKNESS] <= counts.total() / 2 and _LEADS.search(said[0]):
        return Direction.PROGRESS
    most = max(counts.values())
    leading = {direction for direction, count in counts.items() if count == most}
    if Direction.WEAKNESS in leading and _turned(said, placed):
        return Direction.WEAKNESS
    return next(direction for direction in placed if direction in leading)


def _turned(said: Sequence[str], placed: Sequence[Direction]) -> bool:
    """Whether a sentence that starts with "However" brings in a weakness: it has the last word."""
    return any(
        direction is Direction.WEAKNESS and _AGAINST.match(sentence)
        for sentence, direction in zip(said, placed, strict=True)
    )


def _sentence_direction(sentence: str) -> Direction:
    """The direction of one sentence in small letters; what it concedes first counts for less."""
    concession = _CONCESSION.match(sentence)
    main = _clause_direction(concession["main"]) if concession else Direction.NEUTRAL
    return main if main is not Direction.NEUTRAL else _clause_direction(sentence)


def _clause_direction(words: str) -> Direction:
    weak = len(_WEAKNESS.findall(_NOT_WEAK.sub(" ", words)))
    strong = len(_STRENGTH.findall(_NEGATED.sub(" ", words)))
    progress = len(_PROGRESS.findall(_NOT_PROGRESS.sub(" ", words)))
    if weak and _ONCE.search(words):
        return Direction.PROGRESS if progress else Direction.NEUTRAL
    if weak and (weak >= strong or _TURN.search(words)):
        return Direction.WEAKNESS
    if progress and _PROGRESS_WEIGHT * progress >= strong:
        return Direction.PROGRESS
    if strong:
        return Direction.STRENGTH
    return Direction.PROGRESS if progress else Direction.NEUTRAL
