"""The 25 provinces: codes, names, capitals and the countries they touch."""

from dataclasses import dataclass

NATIONAL = "00"
"""The code that stands for the whole country."""

CODES = tuple(f"{number:02d}" for number in range(1, 26))
"""NIS province codes, in order."""


@dataclass(frozen=True, kw_only=True)
class Province:
    """One province, or the capital. `borders`: TH, VN and LA where it touches them."""

    code: str
    name_en: str
    name_km: str
    capital_en: str
    capital_km: str
    capital_lon: float
    capital_lat: float
    borders: tuple[str, ...]

    def name(self, lang: str) -> str:
        """The official name in `lang`, `en` or `km`."""
        return self.name_km if lang == "km" else self.name_en
