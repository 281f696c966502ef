"""What was found, as the JSON of `sightline assurance … --json`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sightline.assurance.answering import Answered
from sightline.assurance.checking import Check
from sightline.assurance.comparing import Comparison, Treated
from sightline.assurance.conflicts import Conflict
from sightline.assurance.reasons import Expired, Words
from sightline.assurance.statements import Statement


def check_as_json(found: Check) -> dict[str, Any]:
    """A check, whole."""
    return {
        "report": found.report,
        "statements": [statement_as_json(each) for each in found.statements],
        "answers": [_answer(each) for each in found.answers],
        "comparisons": [comparison_as_json(each) for each in found.comparisons],
        "implications": [
            {
                "question": each.question,
                "answer": each.answer,
                "page": each.page,
                "why": each.why,
                "told": [{"paragraph": where, "words": words} for where, words in each.told],
            }
            for each in found.remarks
        ],
        "expired_reasons": [_expired(each) for each in found.expired],
    }


def statement_as_json(each: Statement) -> dict[str, Any]:
    """One statement; `promise` is null where it promises nothing."""
    promise = each.promise
    return {
        "words": each.text,
        "page": each.page,
        "paragraph": each.paragraph,
        "sentence": each.sentence,
        "speaker": each.speaker,
        "kinds": [kind.value for kind in each.kinds],
        "direction": each.direction.value,
        "promise": promise
        and {
            "words": promise.words,
            "soft": list(promise.soft),
            "missing": [missing.value for missing in promise.missing],
            "vague": promise.vague,
        },
    }


def comparison_as_json(found: Comparison) -> dict[str, Any]:
    """A report beside one source."""
    balance = found.balance
    return {
        "source": found.source,
        "strengths": balance.strengths,
        "strengths_told": balance.strengths_told,
        "weaknesses": balance.weaknesses,
        "weaknesses_told": balance.weaknesses_told,
        "picks_cherries": balance.picks_cherries,
        "headlines": [_treated(each) for each in found.treated],
    }


def _treated(each: Treated) -> dict[str, Any]:
    return {
        "words": each.headline.text,
        "page": each.headline.page,
        "paragraph": each.headline.paragraph,
        "direction": each.headline.direction.value,
        "treatment": each.treatment.value,
        "severe": list(each.severe),
        "nearest": each.statement and each.statement.text,
        "nearest_paragraph": each.statement and each.statement.paragraph,
        "score": round(each.score, 3),
    }


def _answer(each: Answered) -> dict[str, Any]:
    return {
        "number": each.recommendation.number,
        "words": each.recommendation.text,
        "how": each.how.value,
        "paragraph": each.paragraph,
        "score": round(each.score, 3),
    }


def _expired(each: Expired) -> dict[str, Any]:
    return {
        "reason": _words(each.reason),
        "rests_on": each.rests_on,
        "named": each.named,
        "later": [_words(words) for words in each.later],
    }


def _words(each: Words) -> dict[str, Any]:
    return {
        "words": each.text,
        "source": each.source,
        "page": each.page,
        "paragraph": each.paragraph,
    }


def conflicts_as_json(found: Sequence[Conflict]) -> dict[str, Any]:
    """Conflicts with every statement of each."""
    return {
        "conflicts": [
            {
                "fact": each.kind.value,
                "authority": each.authority,
                "how": each.how.value,
                "statements": [
                    {
                        "value": fact.value,
                        "source": fact.source,
                        "page": fact.page,
                        "paragraph": fact.paragraph,
                        "words": fact.words,
                    }
                    for fact in each.facts
                ],
            }
            for each in found
        ]
    }
