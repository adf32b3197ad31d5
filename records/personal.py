"""Which columns hold names, phone numbers, identity numbers or addresses: those are never read."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from geodata.digits import latin_digits, tidy

What = Literal["name", "phone", "identity_number", "email", "address", "birth", "account"]

_HEADINGS: tuple[tuple[What, str], ...] = (
    ("phone", r"phone|mobile|telephone|\btel\b|contact n|whatsapp|telegram|ទូរស័ព្ទ|ទូរសព្ទ|លេខទូ"),
    ("email", r"e-?mail|អ៊ីមែល|facebook|ហ្វេសប៊ុក"),
    (
        "identity_number",
        r"\bid card|national id|identity|identification|\bnid\b|passport"
        r"|id ?poor (?:no|number|card)|\bid (?:no|number)\b|លិខិតឆ្លងដែន|អត្តសញ្ញាណ|ឆ្លងដែន"
        r"|pink card|work permit|visa",
    ),
    ("birth", r"birth|\bdob\b|ថ្ងៃខែឆ្នាំកំណើត|ថ្ងៃកំណើត|កំណើត"),
    ("account", r"account|bank|iban|\bwing\b|គណនី|ធនាគារ"),
    (
        "address",
        r"address|street|\bhouse\b|village|commune|gps|latitude|longitude|អាសយដ្ឋាន|ផ្ទះលេខ|ភូមិ|ឃុំ",
    ),
    (
        "name",
        r"^(?:full|first|last|family|given|khmer|latin|sur)? ?names?\b(?! of (?:province|sector))"
        r"|surname|fullname|\bname (?:of|in)\b(?! (?:province|sector))|returnee'?s? name"
        r"|beneficiary name|spouse|father|mother|guardian|ឈ្មោះ(?!ខេត្ត)|នាមត្រកូល|នាមខ្លួន|គោត្តនាម",
    ),
)
_PHONE = re.compile(r"(?:(?:\+|00)?855|0)[1-9]\d{7,8}")
_IDENTITY = re.compile(r"\d{9}|[A-Z]{1,2}\d{7,8}|\d{13}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}", re.IGNORECASE)
_LATIN_SURNAMES = (
    "bopha chan chea chenda chhay chhim chhun chum dara duong eng hang hay hem heng hor hout"
    " huot im kang keat keo khem khieu khiev khun kim kong koy kuch lay leng lim lon long loy"
    " lun ly ma mam mao meas men mok mom nget nguon nhek nhem nop nou nov nuon oeur ork ouk"
    " pen phan pheng phon phorn pich pov prak prum rath rin ros sam sar seng sieng sim sin"
    " soeun sok sokha som sophea sorn sour srey suon suos svay tan tep tha thach thy touch uk"
    " un ung vann vong yem yim yin you"
)
_SURNAMES = frozenset(_LATIN_SURNAMES.split())
_KHMER_SURNAMES = (
    "សុខ|ចាន់|ជា|គឹម|លី|ហេង|កែវ|សំ|ញឹម|ពេជ្រ|ប្រាក់|មាស|ម៉ៅ|ឡុង|លឹម|ឈឹម|ខៀវ"
    "|ងួន|អ៊ុក|ផាន់|រស់|សេង|សោម|ស៊ីន|ទេព|ទូច|អ៊ុន|វណ្ណ|យឹម|ឆាយ|ជុំ|ដួង|អេង"
    "|ហង់|ហែម|ហ៊ុន|អ៊ិម|កង|ឃុន|គង់|លាង|ម៉ែន|មុំ|នួន|ប៉ែន|ព្រំ|រ័ត្ន|ស៊ឹម"
    "|សឿន|សន|ស៊ូ|តាន់|ថាច់|អ៊ឹង|វង្ស|យិន"
)
_BEGINNINGS = tuple(_KHMER_SURNAMES.split("|"))
_WORDS = re.compile(r"[^\W\d_]+(?:[ .'-]+[^\W\d_]+){1,3}")
_ENOUGH, _FEWEST = 0.5, 3


def by_heading(heading: str) -> What | None:
    """What personal data a heading announces."""
    said = re.sub(r"[\s_]+", " ", tidy(heading).lower())
    return next((what for what, pattern in _HEADINGS if re.search(pattern, said)), None)


def by_content(cells: Iterable[str | None]) -> What | None:
    """What personal data a column seems to hold, by some of its cells."""
    said = Counter[str]()
    for cell, times in Counter(cell for cell in cells if cell and cell.strip()).items():
        said[tidy(cell)] += times
    if said.total() < _FEWEST:
        return None
    least = max(_FEWEST, _ENOUGH * said.total())
    for what, holds in (("email", _is_email), ("phone", _is_phone), ("identity_number", _is_id)):
        if sum(times for cell, times in said.items() if holds(cell)) >= least:
            return what  # type: ignore[return-value]  # one of the three above
    names = Counter({cell: times for cell, times in said.items() if _is_name(cell)})
    several = len(names) >= max(_FEWEST, 0.1 * names.total())
    return "name" if names.total() >= least and several else None


def is_personal(cell: str) -> bool:
    """Whether a single cell looks personal, so that no report may repeat it."""
    said = tidy(cell)
    return _is_email(said) or _is_phone(said) or _is_id(said) or _is_name(said)


def sample_of(rows: Sequence[Sequence[str | None]], column: int) -> list[str | None]:
    """The cells of a column."""
    return [row[column] if column < len(row) else None for row in rows]


def _bare(cell: str) -> str:
    return re.sub(r"[\s().-]", "", latin_digits(cell))


def _is_phone(cell: str) -> bool:
    return _PHONE.fullmatch(_bare(cell)) is not None


def _is_id(cell: str) -> bool:
    return (
        _IDENTITY.fullmatch(_bare(re.sub(r"\(\w+\)$", "", latin_digits(cell))).upper()) is not None
    )


def _is_email(cell: str) -> bool:
    return _EMAIL.fullmatch(cell) is not None


def _is_name(cell: str) -> bool:
    if cell.startswith(_BEGINNINGS) and 1 <= cell.count(" ") <= 3:
        return True
    if not _WORDS.fullmatch(cell) or len(cell) > 40:
        return False
    return any(word in _SURNAMES for word in cell.lower().split())
