"""The 25 provinces: codes, names, capitals and the countries they touch.

Where areas of one's own take their place (`geodata.own`), they are what is called provinces in
the code: districts, communes, or the provinces of another country.
"""

from dataclasses import dataclass

from geodata.own import own_codes

NATIONAL = "00"
"""The code that stands for the whole country."""

CODES = own_codes() or tuple(f"{number:02d}" for number in range(1, 26))
"""NIS province codes, or those of the areas of one's own, in order."""

_FULL = 50
_FEWEST = 50


def fewer(draws: int) -> int:
    """As many draws of an estimate, or fewer where there are so many areas that it would take long.

    Never fewer than 50, from which a 10th and a 90th percentile can still be told.
    """
    return min(draws, max(_FEWEST, draws * _FULL // len(CODES)))


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
