"""Where figures were published."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Source:
    """One publication. `short`: as it is named beside a number; `url` may be empty.

    `short_km` is empty where a publication goes by the same name in Khmer.
    """

    id: str
    short: str
    short_km: str
    title: str
    publisher: str
    year: int
    url: str
    licence: str
    how_read: str

    def name(self, lang: str) -> str:
        """How the publication is named beside a number, in `lang`."""
        return self.short_km or self.short if lang == "km" else self.short
