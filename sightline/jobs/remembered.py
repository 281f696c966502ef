"""What was worked out of one build of the records, remembered in this process until the next build.

Records change only when they are built anew, so an answer holds for as long as the build does. The
build is read from disk at each question (two looks at the file system), so a load by any process
is seen at once. What is remembered is exact; who may see what of it is decided after, each time,
for each person: a function that is told a person's scope is remembered apart for each scope.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar, cast

from sightline.jobs.authority import build_now
from sightline.records import Build

Asked = ParamSpec("Asked")
Found = TypeVar("Found")
Question = tuple[Hashable, ...]

MOST = 2000  # answers; the one not asked for longest is forgotten first


class Memory:
    """Answers by build and question, MOST at the most. Safe to ask from several threads."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._answers: OrderedDict[tuple[Build, Question], object] = OrderedDict()
        self._turns: dict[tuple[Build, Question], threading.Lock] = {}

    def recall(self, build: Build, question: Question, work: Callable[[], Found]) -> Found:
        """The answer; worked out where it is not known, by one thread while the others wait."""
        key = (build, question)
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                return cast(Found, self._answers[key])
            turn = self._turns.setdefault(key, threading.Lock())
        with turn:
            with self._lock:
                if key in self._answers:
                    return cast(Found, self._answers[key])
            try:
                answer = work()
            finally:
                with self._lock:
                    self._turns.pop(key, None)
            self._keep(key, answer)
            return answer

    def _keep(self, key: tuple[Build, Question], answer: object) -> None:
        with self._lock:
            path = key[0].path
            for other in [each for each in self._answers if each[0].path == path]:
                if other[0] != key[0]:
                    del self._answers[other]
            self._answers[key] = answer
            while len(self._answers) > self._most:
                self._answers.popitem(last=False)


_memory = Memory()


def remembered(
    work: Callable[Concatenate[Path, Asked], Found],
) -> Callable[Concatenate[Path, Asked], Found]:
    """Decorator of a function of a data folder and of what can be hashed, that only reads records.

    Its answer must be one that nobody changes. Where there is no build, or it fails, nothing is
    remembered.
    """
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def ask(data: Path, *args: Asked.args, **kwargs: Asked.kwargs) -> Found:
        build = build_now(data)
        if build is None:
            return work(data, *args, **kwargs)
        question = (name, args, tuple(sorted(kwargs.items())))
        return _memory.recall(build, question, lambda: work(data, *args, **kwargs))

    return ask
