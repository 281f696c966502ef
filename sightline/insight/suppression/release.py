"""Tables that share cells and totals, published together and one after another.

Counts of 1 to 5 are withheld, then as many others as it takes so that they cannot be worked out:
from the totals of their table, from another table with the same cells, from what was published
last month. The promise, of whoever solves every sum at once:
- of no small figure do they learn more than that it could be anything from 1 to 5 (or, of a total
  of two parts that are not 0, from 2);
- even one who is told which figures were withheld for being small, and which to keep those safe,
  learns from the tables of one release no more of any than that alone tells (as that two small
  parts of a small total are each from 1 to 4).
Which others are withheld is chosen by their place and never by their size, so the choice itself
tells nothing. A 0 is never withheld.
Method: secondary cell suppression as in Hundepool and others (2012) Statistical Disclosure Control,
chapter 4, with the audit by exact bounds of its section 4.3.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from sightline.insight.suppression.reach import Equation, Reach, Unknown
from sightline.insight.suppression.small import SMALLEST_SHOWN, is_small

SMALLEST, LARGEST = 1, SMALLEST_SHOWN - 1
_INSIDER, _OUTSIDER = "insider", "outsider"


@dataclass(frozen=True, slots=True)
class Sum:
    """A figure that is the sum of others: a total and its cells, by the names of the figures.

    A share's numerator and the children not counted are the parts of its denominator.
    """

    whole: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """The same count at two times, so that one less the other counts children too.

    A count that runs through the year, or a figure published again after correction. Not for the
    number in care on two days, whose difference is of those who came and those who left.
    """

    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class Release:
    """The figures as they may be shown: None is withheld.

    `small`: withheld for being small; `others`: withheld to keep those safe. `given_away`: small
    figures and differences (as "later - earlier") that follow from what was published before,
    which no withholding can take back: publish nothing new that counts the same children until
    someone has decided.
    """

    shown: dict[str, int | None]
    small: tuple[str, ...]
    others: tuple[str, ...]
    given_away: tuple[str, ...]


def protect(
    counts: Mapping[str, int],
    sums: Sequence[Sum],
    differences: Sequence[Difference] = (),
    published: Mapping[str, int | None] | None = None,
) -> Release:
    """Return figures as they may be shown together and beside what was `published` before.

    `counts`: every figure by name, those published before too, since sums may run through them;
    the order is that in which figures are given up last to first (put the most wanted first).
    `published`: what was shown of them then; stays as it was.
    Raises ValueError where a count is below 0, a name is unknown, or a sum does not add up.
    """
    tables = _Tables(counts, sums, differences, dict(published or {}))
    exposed = tables.exposed()
    while exposed:
        for name in exposed:
            found = tables.next_to_withhold(name)
            if found is not None:
                tables.withhold(found)
                break
        else:
            break
        exposed = tables.exposed()
    return tables.release(tuple(tables.exposed([_OUTSIDER])))


class _Tables:
    """What is withheld so far, and what could be worked out of it.

    Two attackers are reckoned with: an outsider, to whom a withheld figure is 1 or more and who
    remembers what was published before, and an insider, who knows the small from the others. Of a
    small figure the outsider must find 1 and 5 possible; the insider all that being small leaves
    open. The insider does not set months side by side: knowing which steps are small as well, they
    would need no figures.
    """

    def __init__(
        self,
        counts: Mapping[str, int],
        sums: Sequence[Sum],
        differences: Sequence[Difference],
        published: dict[str, int | None],
    ) -> None:
        _check(counts, sums, differences, published)
        self._published = published
        self._counts = dict(counts)
        self._place = {name: place for place, name in enumerate(counts)}
        self._wholes = {each.whole for each in sums}
        self._sums = [_equation(each) for each in sums]
        self._equations = list(self._sums)
        # no figure is thought of as larger: a bound, so that the largest can be asked for
        self._most = 2 * max(counts.values(), default=0) + 100
        self._sensitive = {name: 1 for name, count in counts.items() if is_small(count)}
        self._changes: dict[str, int] = {}
        for each in differences:
            self._add_change(each)
        self._withheld = {name for name in self._sensitive if name in counts} - set(published)
        self._withheld |= {name for name, shown in published.items() if shown is None}
        self._ends = {attacker: self._left_open(attacker) for attacker in (_INSIDER, _OUTSIDER)}

    def _add_change(self, each: Difference) -> None:
        name = f"{each.later} - {each.earlier}"
        change = self._counts[each.later] - self._counts[each.earlier]
        self._equations.append(Equation({each.later: 1, each.earlier: -1, name: -1}))
        self._changes[name] = change
        if is_small(abs(change)):
            self._sensitive[name] = 1 if change > 0 else -1

    def _left_open(self, attacker: str) -> dict[str, set[int]]:
        """The values of each small figure that must stay possible: the ends of what may be known.

        1 and 5, or as near as they can lie where nothing but the zeros is shown.
        """
        zeros = {name: 0 for name, count in self._counts.items() if count == 0}
        hidden = self._counts.keys() - zeros.keys()
        reach = Reach(self._seen_by(attacker), zeros, self._unknown(attacker, hidden))
        signs = {n: s for n, s in self._sensitive.items() if attacker == _OUTSIDER or n in hidden}
        lowest = reach.example(signs) or {}
        highest = reach.example({name: -sign for name, sign in signs.items()}) or {}
        ends = {}
        for name, sign in signs.items():
            low, high = lowest[name] * sign, highest[name] * sign
            if low > SMALLEST:
                low = reach.least(name, sign)
            if high < LARGEST:
                high = -reach.least(name, -sign)
            low = max(low, SMALLEST)
            ends[name] = {sign * low, sign * min(high, max(LARGEST, low + 1))}
        return ends

    def _seen_by(self, attacker: str) -> list[Equation]:
        return self._sums if attacker == _INSIDER else self._equations

    def exposed(self, knowing: Sequence[str] = (_INSIDER, _OUTSIDER)) -> list[str]:
        """Return the sensitive figures of which one who knows so much can learn too much."""
        open_still = [name for name in self._sensitive if self._unproven(name, knowing)]
        alone = [name for name in open_still if self._is_alone(name)]
        if alone or not open_still:
            return alone
        for attacker in knowing:
            self._try_ends(attacker)
        return [name for name in open_still if self._unproven(name, knowing)]

    def _try_ends(self, attacker: str) -> None:
        """Look for examples in which the small figures lie at their ends."""
        ends = self._ends[attacker]
        open_still = [name for name in ends if ends[name]]
        if not open_still:
            return
        unknown = self._unknown(attacker, self._withheld)
        reach = Reach(self._seen_by(attacker), self._known(), unknown)
        for sign in (1, -1):
            self._learn(attacker, reach.example(dict.fromkeys(open_still, sign)))
        for name in open_still:
            for end in sorted(ends[name]):
                self._learn(attacker, reach.example({}, {name: end}))

    def _learn(self, attacker: str, example: Mapping[str, int] | None) -> None:
        for name, left in self._ends[attacker].items():
            if example:
                left.discard(example[name])

    def _unproven(self, name: str, knowing: Sequence[str]) -> bool:
        return any(self._ends[attacker].get(name) for attacker in knowing)

    def next_to_withhold(self, exposed: str) -> str | None:
        """Return the figure to withhold next for the sake of one that is exposed; None: none left.

        First in sums with one unknown alone, then in those that hold the exposed figure, then in
        those joined to it through withheld figures.
        """
        joined = list(self._joined(exposed))
        lonely = [each for each in joined if len(self._unknowns_in(each)) == 1]
        near = [each for each in joined if exposed in each.terms]
        for equation in (*lonely, *near, *joined):
            able = [name for name in equation.terms if self._may_be_withheld(name)]
            if able:
                return min(able, key=self._cost)
        return None

    def withhold(self, name: str) -> None:
        """Withhold a figure. What could be, can still be: nothing proven is lost."""
        self._withheld.add(name)

    def release(self, given_away: tuple[str, ...]) -> Release:
        """Return what may be shown."""
        new = [name for name in self._counts if name not in self._published]
        shown = {n: None if n in self._withheld else self._counts[n] for n in new}
        small = tuple(n for n in new if n in self._sensitive)
        others = tuple(n for n in new if n in self._withheld and n not in self._sensitive)
        return Release({**self._published, **shown}, small, others, given_away)

    def _is_alone(self, name: str) -> bool:
        return any(
            self._unknowns_in(equation) == [name]
            for equation in self._equations
            if name in equation.terms
        )

    def _unknowns_in(self, equation: Equation) -> list[str]:
        return [n for n in equation.terms if n in self._withheld or n in self._changes]

    def _joined(self, start: str) -> Iterator[Equation]:
        """Walk the sums outwards from a figure, through figures that are not known."""
        reached, waiting = {start}, [start]
        seen: set[int] = set()
        while waiting:
            name = waiting.pop(0)
            for place, equation in enumerate(self._equations):
                if place in seen or name not in equation.terms:
                    continue
                seen.add(place)
                yield equation
                fresh = [n for n in self._unknowns_in(equation) if n not in reached]
                reached.update(fresh)
                waiting.extend(fresh)

    def _may_be_withheld(self, name: str) -> bool:
        return (
            self._counts.get(name, 0) > 0
            and name not in self._withheld
            and name not in self._published
        )

    def _cost(self, name: str) -> tuple[int, bool, int]:
        """Say how dear a figure is: sums left with one unknown by it, totals, the most wanted."""
        lonely = sum(name in each.terms and not self._unknowns_in(each) for each in self._equations)
        return lonely, name in self._wholes, -self._place[name]

    def _known(self) -> dict[str, int]:
        return {name: c for name, c in self._counts.items() if name not in self._withheld}

    def _unknown(self, attacker: str, withheld: Set[str]) -> dict[str, Unknown]:
        """Return the least and the most of each withheld figure and each change, by itself."""
        if attacker == _INSIDER:
            small, large = Unknown(SMALLEST, LARGEST), Unknown(SMALLEST_SHOWN, self._most)
            return {
                n: small if n in self._sensitive else large for n in self._counts if n in withheld
            }
        least = {name: Unknown(SMALLEST, self._most) for name in self._counts if name in withheld}
        for name, change in self._changes.items():
            least[name] = Unknown(0 if change >= 0 else -self._most, self._most)
        return least


def _equation(each: Sum) -> Equation:
    return Equation({each.whole: -1, **dict.fromkeys(each.parts, 1)})


def _check(
    counts: Mapping[str, int],
    sums: Sequence[Sum],
    differences: Sequence[Difference],
    published: Mapping[str, int | None],
) -> None:
    named = {n for each in sums for n in (each.whole, *each.parts)}
    named |= {n for each in differences for n in (each.earlier, each.later)} | set(published)
    strangers = sorted(named - set(counts))
    if strangers:
        raise ValueError(f"No count is given for {', '.join(strangers)}.")
    if any(count < 0 for count in counts.values()):
        raise ValueError("A count is not below 0.")
    for each in sums:
        if counts[each.whole] != sum(counts[part] for part in each.parts):
            raise ValueError(f"{each.whole} is not the sum of its parts.")
    for name, shown in published.items():
        if shown not in (None, counts[name]):
            raise ValueError(f"{name} was published as {shown}, and is given as {counts[name]}.")
