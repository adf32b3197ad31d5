"""Words that are declared beside what they name, in both languages."""

from dataclasses import dataclass

from geodata.own import OWN


@dataclass(frozen=True, kw_only=True)
class Text:
    """Words for people, in both languages."""

    en: str
    km: str

    def __post_init__(self) -> None:
        """Refuse a text that lacks a language; names of one's own areas may be in one script."""
        if OWN and self.en and self.km:
            return
        words = any(letter.isalpha() for letter in self.en)
        if words != any("\u1780" <= letter <= "\u17ff" for letter in self.km) or not self.km:
            raise ValueError(f"A text needs English and Khmer: {self.en!r}, {self.km!r}")

    def in_(self, lang: str) -> str:
        """The text in `lang`, `en` or `km`."""
        return self.km if lang == "km" else self.en
