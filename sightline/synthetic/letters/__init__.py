"""Letters and reports about the made-up authority and six others: their words, dates and print.

The words stand in `texts` (Thornmere) and `elsewhere`, marked with what is planted in them; in come
the journey, a day and a seed, out go PDF, Word and text files and the truth about them. No
inspector, council or report is quoted.
"""

from sightline.synthetic.letters.writing import WrittenLetters, planned, write_letters

__all__ = ["WrittenLetters", "planned", "write_letters"]
