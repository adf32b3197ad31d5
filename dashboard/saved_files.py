"""Saved scenarios as files: one that is opened, one that is handed out."""

from dash import no_update

from dashboard.components.saved_acts import largest_kb
from dashboard.components.saved_told import said_html
from dashboard.saved_page import CHANGES, Answer, PageView, SavedPage
from dashboard.saved_words import file_problem, opened_words
from dashboard.scenarios.saved import document_of, file_text
from dashboard.scenarios.saved_link import into_link
from dashboard.scenarios.saved_read import FileError, read_document, read_file
from dashboard.store import Store, scenarios

_FILE_NAME = 60


def open_file(file: object, page: SavedPage, *, page_view: PageView) -> Answer:
    """Fill the plan from a file; nothing is saved."""
    say = page.say
    given = file if isinstance(file, dict) else {}
    size = given.get("size")
    try:
        if isinstance(size, int):
            raise FileError("file_large", kilobytes=-(-size // 1024), most=largest_kb())
        read = read_file(given.get("text"), largest_kb=largest_kb())
        opened = read_document(read, page_view=page_view)
    except FileError as error:
        return Answer(said=said_html([file_problem(error, say=page.say)]), conflict=no_update)
    told = [say("saved_file_opened"), *opened_words(opened, say=page.say)]
    return Answer(
        said=said_html(told),
        link=into_link(page.search, opened.search, saved=None),
        name=opened.name,
        note=opened.note,
        opened=None,
    )


def hand_out(store: Store, page: SavedPage, id: str, version: int, page_view: PageView) -> Answer:
    """The plan that is built as a file, or a saved one."""
    say = page.say
    if id:
        found = scenarios.get(store, id=id, version=version or None)
        name, text = found.name, file_text(found.document, name=found.name, note=found.note)
    else:
        name, text = page.name, file_text(document_of(page.asked), name=page.name, note=page.note)
    return Answer(
        said=said_html([say("saved_file_done")]),
        conflict=no_update,
        download={"name": _file_name(name), "text": text, "at": next(CHANGES)},
    )


def _file_name(name: str) -> str:
    """A name that every system takes: letters, digits, marks and hyphens."""
    kept = "".join(one if one.isalnum() or "\u1780" <= one <= "\u17d3" else " " for one in name)
    return f"{'-'.join(kept.split())[:_FILE_NAME] or 'scenario'}.json"
