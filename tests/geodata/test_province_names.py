import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

import geodata.province_names
from geodata import load
from geodata.province_names import which_province
from geodata.province_spellings import SPELLINGS
from geodata.provinces import CODES


def test_the_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(geodata.province_names).failed == 0


@pytest.mark.parametrize("code", CODES)
def test_official_names_and_codes_are_certain(code: str) -> None:
    province = load().provinces[code]
    number = str(int(code))
    khmer = number.translate(str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩"))
    for text in (
        province.name_en,
        province.name_en.upper(),
        province.name_en.replace(" ", ""),
        f"{province.name_en} Province",
        f"Khet {province.name_en}",
        province.name_km,
        f"ខេត្ត{province.name_km}",
        f"ខេត្ត \u200b{province.name_km} ",
        code,
        number,
        khmer,
        f"KH-{number}",
        f"{number}.0",
        f"{code} - {province.name_en}",
        f"{province.name_km} ({number})",
    ):
        assert which_province(text).code == code, text


def test_no_spelling_means_two_provinces() -> None:
    for code, names in SPELLINGS.items():
        for name in names.split(", "):
            assert which_province(name).code == code, name


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Banteay Mean Chey", "01"),
        ("Siemreap", "17"),
        ("SIEM_REAP", "17"),
        ("Krong Preah Sihanouk", "18"),
        ("Oudor Meanchey", "22"),
        ("ខេត្តឧត្តរមានជ័យ", "22"),
        ("PhnomPenh", "12"),
        ("រាជធានីភ្នំពេញ", "12"),
        ("Phnom Penh Capital City", "12"),
        ("Rattanakiri", "16"),
        ("Kratié", "10"),
        ("Batambang", "02"),
        ("Svay Reng", "20"),
        ("Kampong thom prov.", "06"),
        ("ក្រុងព្រះសីហនុ", "18"),
    ],
)
def test_common_spellings_are_certain(text: str, code: str) -> None:
    assert which_province(text).code == code


@pytest.mark.parametrize(
    ("text", "proposals"),
    [
        ("Meanchey", ("01", "22")),
        ("Kampong", ("03", "04", "05", "06")),
        ("Sisophon", ("01",)),
        ("Tbong Khmom", ("25",)),
        ("03 - Phnom Penh", ("12", "03")),
        ("1201", ("12",)),
    ],
)
def test_where_it_is_unsure_it_proposes(text: str, proposals: tuple[str, ...]) -> None:
    assert which_province(text) == (None, proposals)


@pytest.mark.parametrize(
    "text", ["", "Thailand", "Bangkok", "26", "0", "សរុប", "Total", "012345678"]
)
def test_what_is_no_province_gets_neither(text: str) -> None:
    assert which_province(text) == (None, ())


@given(st.text(max_size=60))
def test_any_text_gets_known_codes_alone(text: str) -> None:
    meant = which_province(text)
    assert meant.code is None or meant.code in CODES
    assert set(meant.proposals) <= set(CODES)
    assert meant.code is None or not meant.proposals
