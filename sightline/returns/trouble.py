"""What goes wrong with a file as a whole, raised where it is met and told as an issue."""

from __future__ import annotations


class UnreadableError(Exception):
    """A file that cannot be read. `rule` is of READING_RULES; `words` follow the file's name."""

    def __init__(self, rule: str, words: str) -> None:
        super().__init__(words)
        self.rule = rule
        self.words = words
