"""What is said of a file of records: its problems, what follows from them, and personal data."""

from collections.abc import Mapping
from functools import cache

from dashboard.words import Speaker

Fields = Mapping[str, str | int]


def problem_told(key: str, fields: Fields, *, column: str, say: Speaker) -> str:
    """What is wrong, and what to do. `fields`: as the report has them."""
    told = {name: str(value) for name, value in fields.items()}
    value, most, size = (told.get(name, "") for name in ("value", "most", "size"))
    field = _field_name(told.get("field", ""), say=say)
    what = personal_name(told.get("what", ""), say=say)
    return (
        _of_file(key, told, most=most, size=size, column=column, field=field, what=what, say=say)
        | _of_rows(key, told, value=value, most=most, field=field, say=say)
    )[key]


def _of_file(
    key: str,
    told: Mapping[str, str],
    *,
    most: str,
    size: str,
    column: str,
    field: str,
    what: str,
    say: Speaker,
) -> dict[str, str]:
    encoding = told.get("encoding", "")
    return {
        "file_empty": say("records_file_empty"),
        "file_too_large": say("records_file_too_large", size=size, most=most),
        "file_unreadable": say("records_file_unreadable", kind=told.get("kind", "")),
        "file_unknown": say("records_file_unknown"),
        "file_old_excel": say("records_file_old_excel"),
        "file_macros": say("records_file_macros"),
        "file_bomb": say("records_file_bomb", size=size, most=most),
        "file_cut": say("records_file_cut"),
        "encoding_legacy_khmer": say("records_encoding_legacy_khmer"),
        "encoding_guessed": say("records_encoding_guessed", encoding=encoding),
        "encoding_signs": say("records_encoding_signs", encoding=encoding),
        "sheets_many": say(
            "records_sheets_many", sheets=told.get("sheets", ""), name=told.get("name", "")
        ),
        "formulas": say("records_formulas"),
        "headings_missing": say("records_headings_missing", rows=told.get("rows", "")),
        "headings_twice": say("records_headings_twice", column=column),
        "field_missing": say("records_field_missing", field=field),
        "column_missing": say("records_column_missing", column=column),
        "personal_dropped": say("records_personal_dropped", what=what),
        "personal_mapped": say("records_personal_mapped", what=what),
        "synthetic": say("records_synthetic"),
        "synthetic_mixed": say("records_synthetic_mixed"),
    }


def _of_rows(
    key: str, told: Mapping[str, str], *, value: str, most: str, field: str, say: Speaker
) -> dict[str, str]:
    return {
        "rows_none": say("records_rows_none"),
        "row_length": say(
            "records_row_length", found=told.get("found", ""), wanted=told.get("wanted", "")
        ),
        "quote_open": say("records_quote_open"),
        "rows_total": say("records_rows_total"),
        "rows_twice": say("records_rows_twice"),
        "rows_alike": say("records_rows_alike"),
        "value_unknown": say(
            "records_value_unknown", value=value, field=field, allowed=told.get("allowed", "")
        ),
        "value_proposed": say(
            "records_value_proposed",
            value=value,
            field=field,
            proposals=told.get("proposals", ""),
        ),
        "value_number": say("records_value_number", value=value),
        "value_currency": say("records_value_currency", value=value),
        "value_range": say("records_value_range", value=value, most=most),
        "value_formula": say("records_value_formula", value=value),
        "value_date": say("records_value_date", value=value),
        "value_date_range": say("records_value_date_range", value=value),
        "date_order": say("records_date_order", value=value),
        "status_before_return": say("records_status_before_return"),
        "people_differ": say("records_people_differ", field=field),
        "people_left_out": say("records_people_left_out", field=field),
    }


def grade_name(grade: str, *, say: Speaker) -> str:
    """What follows from a problem."""
    return {
        "refused": say("records_grade_refused"),
        "left_out": say("records_grade_left_out"),
        "not_known": say("records_grade_not_known"),
        "note": say("records_grade_note"),
    }[grade]


def personal_name(what: str, *, say: Speaker) -> str:
    """A kind of personal data."""
    return {
        "name": say("personal_name"),
        "phone": say("personal_phone"),
        "identity_number": say("personal_identity"),
        "email": say("personal_email"),
        "address": say("personal_address"),
        "birth": say("personal_birth"),
        "account": say("personal_account"),
    }.get(what.replace(" ", "_"), what)


@cache
def _titles() -> Mapping[str, str]:
    """Names of fields in Khmer, by what reports call them."""
    from records.fields import FIELDS

    by_title = {one.title.en.lower(): one.title.km for one in FIELDS.values()}
    return {key: one.title.km for key, one in FIELDS.items()} | by_title


def _field_name(field: str, *, say: Speaker) -> str:
    if say.lang == "en" or not field:
        return field.replace("_", " ")
    return _titles().get(field, field)
