"""What is said of a file of records: its problems, what follows from them, and personal data."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dashboard.words import Speaker

if TYPE_CHECKING:
    from records.problems import Problem


def problem_told(problem: "Problem", *, say: Speaker) -> str:
    """What is wrong, and what to do."""
    told = problem.told(say.lang)
    what = personal_name(told.get("what", ""), say=say)
    return (_of_file(told, what=what, say=say) | _of_rows(told, say=say))[problem.key]


def _of_file(told: Mapping[str, str], *, what: str, say: Speaker) -> dict[str, str]:
    most, size, field, column = (told.get(one, "") for one in ("most", "size", "field", "column"))
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
        "encoding_guessed": say("records_encoding_guessed"),
        "encoding_signs": say("records_encoding_signs"),
        "sheets_many": say(
            "records_sheets_many", sheets=told.get("sheets", ""), name=told.get("name", "")
        ),
        "formulas": say("records_formulas"),
        "headings_missing": say("records_headings_missing", rows=told.get("rows", "")),
        "columns_many": say("records_columns_many", found=told.get("found", ""), most=most),
        "headings_twice": say("records_headings_twice", column=column),
        "field_missing": say("records_field_missing", field=field),
        "column_missing": say("records_column_missing", column=column),
        "personal_dropped": say("records_personal_dropped", what=what),
        "personal_mapped": say("records_personal_mapped", what=what),
        "synthetic": say("records_synthetic"),
        "synthetic_mixed": say("records_synthetic_mixed"),
    }


def _of_rows(told: Mapping[str, str], *, say: Speaker) -> dict[str, str]:
    value, most, field = (told.get(one, "") for one in ("value", "most", "field"))
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
    }.get(what, what)
