"""Numbers as people write them: Khmer digits, separators, per cent, currency, brackets."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

Reason = Literal["empty", "formula", "other_currency", "two_numbers", "not_a_number"]

_EMPTY = (
    "|-|--|.|..|...|?|x|n/a|na|#n/a|nan|null|none|nil|missing|unknown|no data|not known"
    "|គ្មាន|មិនមាន|មិនដឹង|មិនស្គាល់|គ្មានទិន្នន័យ"
)
EMPTY = frozenset(_EMPTY.split("|"))
"""What people write, in small letters, where there is no value."""

_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"))
_MINUS = str.maketrans("−–—‐‑﹣－", "-------")
_SIGNS = str.maketrans("٫٬、，．％﹪’‘ʼ`´", ".,,,.%%'''''")
_DOLLARS = re.compile(r"us\$|\$us|usd|dollars?|\$|ដុល្លារ(?:អាមេរិក)?", re.IGNORECASE)
_OTHER = re.compile(r"៛|រៀល|khr|riels?|฿|thb|baht|បាត|€|eur|£|vnd|₫", re.IGNORECASE)
_PLAIN = re.compile(r"\d+(?:\.\d*)?(?:e[+-]?\d{1,3})?|\.\d+(?:e[+-]?\d{1,3})?", re.IGNORECASE)
_GROUPS = re.compile(r"\d{1,3}(?:(?P<sign>[,.' ])\d{3})(?:(?P=sign)\d{3})*")
_LONGEST = 64


@dataclass(frozen=True, kw_only=True)
class Number:
    """A number that was read, or the reason why there is none.

    `percent`: it was written with a per cent sign; 43 % is 43. `doubt`: it could be read in
    another way, as 1.234 could be a thousand or one and a bit.
    """

    value: float | None = None
    reason: Reason | None = None
    percent: bool = False
    doubt: bool = False


def tidy(text: str) -> str:
    """The text without unseen characters and outer blanks, every blank a plain one, composed."""
    seen = unicodedata.normalize("NFC", text.translate(_UNSEEN))
    return " ".join(seen.split())


def latin_digits(text: str) -> str:
    """Digits of any script, Khmer and Thai among them, as 0 to 9.

    >>> latin_digits("១២៣ នាក់")
    '123 នាក់'
    """
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in text)


def read_number(text: str) -> Number:
    """The number in a cell.

    A single comma before three digits groups thousands, any other is a decimal comma; a single
    dot is a decimal point. Brackets mean less than zero. Riel, baht and others are not dollars.

    >>> read_number("១,២៣៤.៥").value, read_number("1 234,5").value, read_number("(20%)").value
    (1234.5, 1234.5, -20.0)
    >>> read_number("about 20").reason
    'not_a_number'
    """
    said = latin_digits(tidy(text)).translate(_MINUS).translate(_SIGNS)
    if said.lower() in EMPTY:
        return Number(reason="empty")
    if said.startswith(("=", "@")) or re.match(r"[+-]\s*[A-Za-z]+\s*\(", said):
        return Number(reason="formula")
    if len(said) > _LONGEST:
        return Number(reason="not_a_number")
    if _OTHER.search(said):
        return Number(reason="other_currency" if any(map(str.isdigit, said)) else "not_a_number")
    bare = _DOLLARS.sub(" ", said).strip()
    negative = bare.startswith("(") and bare.endswith(")")
    bare = bare[1:-1].strip() if negative else bare
    percent = bare.endswith("%")
    bare = bare.removesuffix("%").strip()
    if bare[:1] in ("-", "+"):
        negative, bare = negative != (bare[0] == "-"), bare[1:].strip()
    size, doubt = _size(bare)
    if size is None:
        two = len(re.findall(r"\d+", bare)) > 1 and not re.search(r"[^\W\d_]", bare)
        return Number(reason="two_numbers" if two else "not_a_number")
    return Number(value=-size if negative and size else size, percent=percent, doubt=doubt)


def _size(bare: str) -> tuple[float | None, bool]:
    """The number without its sign, and whether it could be read in another way."""
    if not bare.isascii():
        return None, False
    if _GROUPS.fullmatch(bare):
        single_dot = bare.count(".") == 1
        return _finite(bare if single_dot else re.sub(r"[,.' ]", "", bare)), (
            single_dot and not bare.startswith("0")
        )
    if _PLAIN.fullmatch(bare):
        return _finite(bare), False
    whole, sign, rest = bare.rpartition("," if bare.rfind(",") > bare.rfind(".") else ".")
    if sign and rest.isdigit() and (whole.isdigit() or _grouped(whole, unless=sign)):
        return _finite(re.sub(r"[,.' ]", "", whole) + "." + rest), False
    return None, False


def _grouped(whole: str, *, unless: str) -> bool:
    found = _GROUPS.fullmatch(whole)
    return found is not None and found["sign"] != unless


def _finite(plain: str) -> float | None:
    size = float(plain)
    return size if abs(size) < 1e300 else None
