"""What is said about the database: its problems, and when something was kept in it."""

from datetime import datetime, timedelta, timezone

from dashboard.numbers import date_text
from dashboard.store import StoreError
from dashboard.words import Speaker

CAMBODIA = timezone(timedelta(hours=7))


def store_problem(error: StoreError, *, say: Speaker) -> str:
    """What went wrong with saved scenarios, and what to do."""
    given = error.fields
    name, version, most = given.get("name", ""), given.get("version", ""), given.get("most", "")
    field = _field(str(given.get("field", "")), say=say)
    return {
        "store_unreachable": say("store_unreachable"),
        "store_gone": say("store_gone", file=given.get("file", "")),
        "store_forbidden": say("store_forbidden"),
        "store_locked": say("store_locked"),
        "store_newer": say("store_newer", revision=given.get("revision", "")),
        "store_damaged": say("store_damaged"),
        "store_encoding": say("store_encoding", encoding=given.get("encoding", "")),
        "store_failed": say("store_failed"),
        "store_read_only": say("store_read_only"),
        "store_full": say("store_full"),
        "scenario_unknown": say("scenario_unknown"),
        "version_unknown": say("version_unknown", version=version),
        "scenario_deleted": say("scenario_deleted", name=name),
        "scenario_changed": say(
            "scenario_changed",
            name=name,
            current=given.get("current", ""),
            expected=given.get("expected", ""),
        ),
        "version_damaged": say("version_damaged", name=name, version=version),
        "data_version_unknown": say("data_version_unknown", version=version),
        "data_load_damaged": say("data_load_damaged", id=given.get("id", "")),
        "data_overtaken": say(
            "data_overtaken",
            current=given.get("current", ""),
            expected=given.get("expected", ""),
        ),
        "account_taken": say("account_taken", name=name),
        "account_unknown": say("account_unknown"),
        "account_last": say("account_last", name=name),
        "account_ministry": say("account_ministry", name=name),
        "release_unknown": say("release_unknown", number=given.get("number", "")),
        "release_damaged": say("release_damaged", number=given.get("number", "")),
        "release_overtaken": say(
            "release_overtaken",
            current=given.get("current", ""),
            expected=given.get("expected", ""),
        ),
        "release_real": say("release_real"),
        "text_empty": say("text_empty", field=field),
        "text_long": say("text_long", field=field, length=given.get("length", ""), most=most),
        "text_characters": say(
            "text_characters", field=field, character=given.get("character", "")
        ),
        "text_kind": say("text_kind", field=field),
        "document_kind": say("document_kind"),
        "document_deep": say("document_deep", most=most),
        "document_large": say("document_large", kilobytes=given.get("kilobytes", ""), most=most),
    }[error.key]


def time_text(time: str, *, say: Speaker) -> str:
    """When something was saved, in the time of Cambodia."""
    try:
        moment = datetime.fromisoformat(time).astimezone(CAMBODIA)
    except ValueError:
        return time
    day = say.fill(date_text(moment.date().isoformat(), lang=say.lang))
    return say("saved_time", day=day, time=say.fill(f"{moment:%H.%M}".replace(".", ":")))


def _field(field: str, *, say: Speaker) -> str:
    return {
        "name": say("saved_name"),
        "note": say("saved_note"),
        "author": say("saved_author"),
        "query": say("saved_search"),
    }.get(field, field)
