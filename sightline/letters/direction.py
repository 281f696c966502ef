"""Whether a finding is a strength, a weakness or progress, by the words of its sentences.

Inspectors write in a small set of phrases ("too many", "not always", "is a strength", "has
improved"). Each sentence is placed by the phrases in it, and the paragraph by its sentences: a
weakness in one clause outweighs praise in another ("while X is good, Y is not"), since it is the
weakness that asks for an answer.
"""

from __future__ import annotations

import re
from collections import Counter

from sightline.letters.letter import Direction

_WEAKNESS = re.compile(
    r"""(?ix)\b(
    too\ (many|few|often|long|slow|late|little|much|high|narrow|variable|optimistic|superficial|parent|task|early\ to)
    | (is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)(\ \w+)?\ not\b | cannot | n[’']t\b
    | not\ (always|yet|all|consistent|consistently|sufficient|sufficiently|enough|routinely|regularly|every|fully|good|well|timely|robust|effective)
    | (insufficient|inconsisten|inadequa|ineffectiv|inappropriat|inaccura|inexperienc|unsafe|unclear|unstable|unsuitab
       |unassess|unallocated|unnecessar|unregistered|unacceptabl|underdevelop|under-develop|untimely|incomplete)\w*
    | (delay|drift|weak|poor|fail|lack|gap|deficit|shortfall|backlog|absen|missed\ opportunit|concern(s|ed|ing)?\ (that|about)|neglectful)\w*
    | (variab|hamper|hinder|imped|undermin|deteriorat|declin|limit|superficial|vague|overly|over-optimis|overoptimis|overlook
       |narrow|sporadic|patchy|fragment|overdue|outstanding\ (work|action)|risky|vulnerab\w+\ to\ (further|continued))\w*
    | (rarely|seldom|only\ (some|a\ few|half)|little\ evidence|no\ evidence|missing\ from\ (plans|records)|out\ of\ date|left\ (in|at|with))
    | (need|needs|needed|required?|requires|remains?)\ (to\ be\ |further\ |more\ )?(improv|strength|develop|a\ challenge|fragile|high|low|weak|poor)\w*
    | more\ (needs|work|to\ do) | needs?\ to\ (ensure|be) | should\ (be|have|ensure) | area\ for\ (improvement|development)
    | serious | widespread | harm | at\ risk\ (for|of\ (significant|further)) | adrift | instability | high\ (turnover|caseload\w*|vacancy)
    | does\ not | less\ (well|effective|consistent|evident|robust|timely) | hard\ to | struggl\w+ | fell\ short | falls?\ short
    )"""
)
_NOT_WEAK = re.compile(
    r"(?i)\b(no|without|avoids?|avoiding|reduc\w+|prevent\w*|minimis\w+|address\w*|tackl\w+|few|"
    r"free from|not (experience|experiencing)|does not|do not|rather than|at risk of|risk of|risks? to)\s+"
    r"(\w+\s+){0,2}?(unnecessary |undue |any )*(delay|drift|harm|gap|backlog|risk|disruption|weakness|vulnerab|neglect)\w*"
)
_STRENGTH = re.compile(
    r"""(?ix)\b(
    (strong|effective|excellent|good|outstanding|robust|thorough|comprehensive|skilled|skilful|impressive|exceptional
     |high[-\ ]quality|thoughtful|sensitiv|ambitious|committed|creative|tenacious|rigorous|purposeful|timely|prompt
     |swift|stable|settled|safe|nurtur|meaningful|well[-\ ]?(embedded|established|supported|matched|coordinated|attended|managed|informed|planned|considered|understood)
     |appropriate|clear|detailed|positive|highly|successful|responsive|child-centred|child-focused|proactive)\w*
    | well | benefit\w* | thriv\w+ | strength\b | strengths\b | value[sd]? | proud | know\ (their|the)\ \w+\ (\w+\ )?well
    | makes?\ a\ (positive\ )?difference | making\ a\ (real|positive)\ difference | quickly | promptly | carefully | consistently | routinely
    )"""
)
_PROGRESS = re.compile(
    r"""(?ix)\b(
    (has|have|had|is|are|been|being|was|were)(\ \w+)?\ (improv(ed|ing)|strengthened|progress(ed|ing)|increas(ed|ing)\ (since|the\ capacity|oversight)|reduced|refreshed|stabilis(ed|ing)|transformed)
    | (improv(ed|ements?|ing)|progress)\ (since|in|has|have|is|are|made|to|from)
    | (made|making|makes)\ (\w+\ ){0,3}?(progress|improvement\w*) | making\ progress | progress\ (has|is|in) | now\ (more|better|in\ place|established|embedded)
    | beginning\ to | starting\ to | started\ to | early\ signs | more\ recently | recent(ly)?\ (improve|introduc|implement|progress)\w*
    | since\ the\ last\ (inspection|visit|focused) | improving | improvements? | better\ than | getting\ better | too\ (soon|early)\ to
    )"""
)
_TURN = re.compile(r"(?i)\b(however|but|although|despite|nevertheless|yet|while|whilst)\b")
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
    placed = [_sentence_direction(sentence) for sentence in sentences(text)]
    counts = Counter(direction for direction in placed if direction is not Direction.NEUTRAL)
    if not counts:
        return Direction.NEUTRAL
    most = max(counts.values())
    leading = {direction for direction, count in counts.items() if count == most}
    return next(direction for direction in placed if direction in leading)


def _sentence_direction(sentence: str) -> Direction:
    weak = len(_WEAKNESS.findall(_NOT_WEAK.sub(" ", sentence)))
    strong = len(_STRENGTH.findall(sentence))
    progress = len(_PROGRESS.findall(sentence))
    if weak and (weak >= strong or _TURN.search(sentence)):
        return Direction.WEAKNESS
    if progress and progress >= strong:
        return Direction.PROGRESS
    if strong:
        return Direction.STRENGTH
    return Direction.PROGRESS if progress else Direction.NEUTRAL
