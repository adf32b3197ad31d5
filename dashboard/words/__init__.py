"""The catalogue: every sentence of the interface, Khmer beside English, in words.csv.

What a layer is called stands in the layer; everything else that people read stands here.
Code asks for a whole sentence by its key and never builds one from pieces.
"""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from dashboard.numbers import in_digits
from dashboard.own_words import called

HERE = Path(__file__).parent
LANGUAGES = ("en", "km")


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Language -> key -> sentence. A missing translation is an error, by key."""
    words: dict[str, dict[str, str]] = {lang: {} for lang in LANGUAGES}
    with (HERE / "words.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if None in row:
                raise ValueError(f"words.csv: quote the commas of {row['key']}")
            for lang in LANGUAGES:
                if not row[lang]:
                    raise ValueError(f"words.csv: {row['key']} has no {lang}")
                if row["key"] in words[lang]:
                    raise ValueError(f"words.csv: {row['key']} stands twice")
                words[lang][row["key"]] = row[lang]
    return words


class Speaker:
    """Says things in one language, with one kind of digits."""

    def __init__(self, *, lang: str, digits: str = "latin") -> None:
        """`lang`: en or km; `digits`: latin or khmer."""
        self.lang = lang
        self.digits = digits

    def __call__(self, key: str, /, **fields: object) -> str:
        """The sentence `key`, its `{fields}` filled in."""
        return self.fill(catalogue()[self.lang][key], **fields)

    def fill(self, sentence: str, /, **fields: object) -> str:
        """A sentence declared elsewhere, such as in a layer, its `{fields}` filled in."""
        sentence = called(sentence, self.lang)
        return in_digits(sentence.format(**fields) if fields else sentence, self.digits)
