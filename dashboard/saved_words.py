"""What is said about saved scenarios: problems of files, what was read."""

from dashboard.scenarios.saved_read import FileError, Opened
from dashboard.words import Speaker


def file_problem(error: FileError, *, say: Speaker) -> str:
    """Why a file, or a saved document, was not opened."""
    given = error.fields
    return {
        "file_large": say(
            "file_large", kilobytes=given.get("kilobytes", ""), most=given.get("most", "")
        ),
        "file_damaged": say("file_damaged"),
        "file_other": say("file_other"),
        "file_newer": say(
            "file_newer", schema=given.get("schema", ""), known=given.get("known", "")
        ),
    }[error.key]


def opened_words(opened: Opened, *, say: Speaker) -> list[str]:
    """What a reader has to know about a document that was opened."""
    told = [
        say("saved_left_out", key=part.key, value=part.value or say("saved_nothing"))
        for part in opened.left_out
    ]
    if opened.differs:
        told.append(say("saved_differs_tables") if opened.other_tables else say("saved_differs"))
    return told
