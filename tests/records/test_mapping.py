import pytest

from records.fields import FIELDS
from records.mapping import Mapping, MappingError, field_of, from_json, propose
from records.personal import by_content, by_heading, is_personal


@pytest.mark.parametrize("key", FIELDS)
def test_every_spelling_of_a_heading_names_its_field(key: str) -> None:
    field = FIELDS[key]
    for name in (*field.names, key, field.title.en, field.title.km, field.title.en.upper()):
        assert field_of(name) == key, name
        assert by_heading(name) is None or field_of(name) is not None


@pytest.mark.parametrize(
    ("heading", "what"),
    [
        ("Full Name", "name"),
        ("ឈ្មោះ", "name"),
        ("នាមត្រកូល", "name"),
        ("Phone No.", "phone"),
        ("លេខទូរស័ព្ទ", "phone"),
        ("National ID", "identity_number"),
        ("លេខអត្តសញ្ញាណប័ណ្ណ", "identity_number"),
        ("Passport", "identity_number"),
        ("E-mail", "email"),
        ("Date of birth", "birth"),
        ("ថ្ងៃខែឆ្នាំកំណើត", "birth"),
        ("ភូមិ", "address"),
        ("Bank account", "account"),
    ],
)
def test_headings_of_personal_data_are_known(heading: str, what: str) -> None:
    assert by_heading(heading) == what
    assert propose([heading]).mapping.columns == {}


@pytest.mark.parametrize(
    ("cells", "what"),
    [
        (["012 345 678", "+855 97 123 4567", "010-22-33-44"], "phone"),
        (["០១២៣៤៥៦៧៨", "០៩៧១២៣៤៥៦៧", "០១០២២៣៣៤៤"], "phone"),
        (["123456789", "987654321(01)", "N01234567"], "identity_number"),
        (["a@b.com", "c.d@e.org", "x@y.kh"], "email"),
        (["Sok Dara", "Chan Sophea", "KEO Pich"], "name"),
        (["សុខ ដារា", "ចាន់ សុភា", "កែវ ពេជ្រ"], "name"),
        (["250", "300", "1250"], None),
        (["Battambang", "Siem Reap", "Kampong Cham"], None),
        (["2025-08-01", "2025-08-02", "45900"], None),
    ],
)
def test_content_gives_personal_data_away(cells: list[str], what: str | None) -> None:
    assert by_content(cells) == what


def test_a_single_cell_may_look_personal() -> None:
    assert is_personal("012345678") and not is_personal("Kampong")


def test_a_mapping_comes_back_from_json() -> None:
    mapping = Mapping(columns={"province": "ខេត្ត", "sex": "ភេទ"})
    assert from_json(mapping.to_json()) == mapping


@pytest.mark.parametrize(
    "document",
    [
        None,
        {},
        {"schema": 2, "columns": {}},
        {"schema": 1},
        {"schema": 1, "columns": {"name": "Name"}},
        {"schema": 1, "columns": {"sex": 1}},
        {"schema": 1, "columns": {"sex": "A", "province": "A"}},
    ],
)
def test_what_is_no_mapping_is_refused(document: object) -> None:
    with pytest.raises(MappingError):
        from_json(document)
