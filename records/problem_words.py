"""The message and the remedy of everything a file of records can be told, by its key."""

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = {
    "file_empty": ("The file is empty.", "Export it again, and look whether it holds rows."),
    "file_too_large": (
        "The file has {size} MB; {most} MB are read at most.",
        "Save it as Parquet, which is about ten times smaller, or leave out columns.",
    ),
    "file_unreadable": (
        "The file cannot be opened as {kind}: it is damaged or was cut off.",
        "Export or upload it again.",
    ),
    "file_unknown": (
        "The file is no CSV, no Excel workbook and no Parquet file.",
        "Save it as CSV (UTF-8), as .xlsx or as Parquet.",
    ),
    "file_old_excel": (
        "The file is an old Excel workbook (.xls), or one with a password.",
        "Open it in Excel, take off the password, and save it as .xlsx.",
    ),
    "file_macros": (
        "The workbook holds macros. It was not opened.",
        "Save it as .xlsx, which has none.",
    ),
    "file_bomb": (
        "The workbook would unpack to {size} MB; {most} MB are read at most.",
        "Save the sheet with the records alone, or as CSV or Parquet.",
    ),
    "file_cut": (
        "The last row ends in the middle: the file was cut off.",
        "Upload it again; the last row was left out.",
    ),
    "encoding_legacy_khmer": (
        "The text was typed with an old Khmer font (such as Limon) and is not Unicode.",
        "Convert it to Khmer Unicode, then save it as CSV (UTF-8).",
    ),
    "encoding_guessed": (
        "The text is not UTF-8; it was read as Western European (cp1252).",
        "Look whether names of provinces are right, or save the file as CSV (UTF-8).",
    ),
    "encoding_signs": (
        "Some signs could not be read; the file is damaged, or its encoding is mixed.",
        "Save the file as CSV (UTF-8).",
    ),
    "sheets_many": (
        "The workbook has {sheets} sheets; {name} was read.",
        "Put the records on the first sheet if that is the wrong one.",
    ),
    "formulas": (
        "Cells hold formulas; the results saved with them were read.",
        "Where results are missing, open the workbook in Excel and save it.",
    ),
    "headings_missing": (
        "No row of headings was found in the first {rows} rows.",
        "Write one heading above each column, such as Province and Status.",
    ),
    "columns_many": (
        "The file has {found} columns; {most} are looked at at most.",
        "Leave out columns that the page does not ask for.",
    ),
    "headings_twice": ("Two columns are called {column}.", "Give each column a name of its own."),
    "field_missing": (
        "No column holds the {field}.",
        "Say which column holds it; without it nothing can be counted.",
    ),
    "column_missing": (
        "The saved mapping names a column that the file does not have: {column}.",
        "Choose another column, or add it to the file.",
    ),
    "personal_dropped": (
        "The column holds personal data ({what}). It was not read.",
        "Leave it out of the file next time.",
    ),
    "personal_mapped": (
        "The column looks like personal data ({what}) and was refused.",
        "Choose another column for this field.",
    ),
    "rows_none": ("No row could be counted.", "Look at what is wrong with the columns."),
    "row_length": (
        "The row has {found} cells, the headings {wanted}. It was left out.",
        "Look for a comma or a line break in a cell that is not in quotes.",
    ),
    "quote_open": (
        "A quotation mark is opened here and never closed; the rest was left out.",
        "Close it, or export the file again.",
    ),
    "rows_total": (
        "The row holds totals, not a person. It was left out.",
        "Nothing needs to be done.",
    ),
    "rows_twice": (
        "The row is the same as an earlier one in every column. It was left out.",
        "Look whether the same export was joined twice.",
    ),
    "rows_alike": (
        "Some rows are the same in every column. They were kept: they may be different people.",
        "Add a registry number, so that people can be told apart.",
    ),
    "value_unknown": (
        "'{value}' is no {field}.",
        "Write one of: {allowed}.",
    ),
    "value_proposed": (
        "'{value}' is not surely a {field}.",
        "Is it one of these? {proposals}",
    ),
    "value_number": ("'{value}' is no amount in dollars.", "Write a number, such as 250."),
    "value_currency": (
        "'{value}' is not in dollars.",
        "Convert it to US dollars.",
    ),
    "value_range": (
        "{value} is outside 0 to {most} dollars.",
        "Correct it; it was counted as not known.",
    ),
    "value_formula": ("'{value}' is a formula.", "Write its result."),
    "value_date": ("'{value}' is no date.", "Write it as 2025-08-31."),
    "value_date_range": (
        "{value} is before 2000 or in the future.",
        "Correct it; it was counted as not known.",
    ),
    "date_order": (
        "Dates such as {value} were read as day, month, year.",
        "Write dates as 2025-08-31 if that is wrong.",
    ),
    "status_before_return": (
        "The status is dated before the return.",
        "Correct one of the dates; the time to work is counted as not known.",
    ),
    "people_differ": (
        "Some people have more than one {field} in their rows.",
        "Correct them; the last in the list of values was counted.",
    ),
    "people_left_out": (
        "Some people have no {field}, and are not counted.",
        "Fill it in.",
    ),
    "synthetic": (
        "The records are synthetic: nobody in them is real.",
        "Nothing needs to be done.",
    ),
    "synthetic_mixed": (
        "Synthetic records and real ones stand in one file.",
        "Take the synthetic ones out: they are never counted together.",
    ),
}
