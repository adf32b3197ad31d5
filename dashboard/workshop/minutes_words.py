"""Minutes as headings, sentences, tables and pictures: what every kind of document sets."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from dashboard.exports.asked import made, wanted
from dashboard.numbers import date_text, number
from dashboard.rooms.questions import kind_of
from dashboard.stories.shown import picture_key, picture_query
from dashboard.stories.told import in_language
from dashboard.words import Speaker
from dashboard.workshop.minutes import AskedQuestion, Minutes, ShownScene, has_picture


@dataclass(frozen=True, kw_only=True)
class Part:
    """A piece of a document. `kind`: title, head, small_head, text, faint, link, table, picture."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    picture: bytes = b""


def parts(minutes: Minutes, lang: str, *, pictures: str) -> Iterator[Part]:
    """The whole document; `pictures`: the format of the pictures in it, `svg` or `png`."""
    say = Speaker(lang=lang)
    day = date_text(minutes.begun[:10], lang=lang)
    yield Part(kind="title", text=say("minutes_title", code=minutes.code))
    yield Part(kind="faint", text=say("minutes_when", date=day, phones=minutes.phones))
    yield Part(kind="faint", text=say("minutes_anonymous"))
    yield Part(kind="head", text=say("minutes_scenes"))
    for one in minutes.scenes:
        yield from _scene(one, minutes, say=say, pictures=pictures)
    if not minutes.scenes:
        yield Part(kind="text", text=say("minutes_nothing"))
    yield Part(kind="head", text=say("minutes_questions"))
    for asked in minutes.asked:
        yield from _asked(asked, minutes, say=say)
    if not minutes.asked:
        yield Part(kind="text", text=say("minutes_nothing"))
    yield Part(kind="head", text=say("room_objections"))
    for objection in minutes.objections:
        yield Part(kind="small_head", text=objection.about.in_(lang))
        yield Part(kind="text", text=objection.text)
        yield Part(kind="link", text=f"{minutes.site}{in_language(objection.link, lang)}")
    if not minutes.objections:
        yield Part(kind="text", text=say("minutes_nothing"))
    yield Part(kind="head", text=say("minutes_again"))
    yield Part(kind="text", text=say("minutes_again_how"))
    yield Part(kind="link", text=f"{minutes.site}/workshop?lang={lang}")


def _scene(one: ShownScene, minutes: Minutes, *, say: Speaker, pictures: str) -> Iterator[Part]:
    words = one.scene.text.in_(say.lang) if one.scene.text else ""
    yield Part(kind="small_head", text=words)
    yield Part(kind="faint", text=say("minutes_shown_at", time=_time(one.at)))
    if has_picture(one.scene):
        query = picture_query(one.scene, lang=say.lang)
        found = made(wanted(picture_key(one.scene), pictures, query))
        yield Part(kind="picture", text=words, picture=found.content)
    if one.scene.view:
        yield Part(kind="link", text=f"{minutes.site}{in_language(one.scene.view, say.lang)}")


def _asked(asked: AskedQuestion, minutes: Minutes, *, say: Speaker) -> Iterator[Part]:
    question, tally = asked.question, asked.tally
    yield Part(kind="small_head", text=question.text.in_(say.lang))
    yield Part(kind="faint", text=say("room_answers", n=tally["answers"]))
    if "said" in tally:
        yield Part(kind="text", text=tally["said"][say.lang])
    rows = tally.get("rows", ())
    if rows and tally["answers"]:
        names = {one.key: one.text.in_(say.lang) for one in question.options}
        heads = (say("minutes_option"), say("minutes_value"), say("minutes_share"))
        body = tuple(
            (
                names.get(row["key"], row["key"]),
                number(row["value"], step=0.1 if row["value"] % 1 else 1.0),
                say("fact_percent", value=number(100 * row["share"])),
            )
            for row in rows
        )
        yield Part(kind="table", rows=(heads, *body))
    if kind_of(question).moderated:
        for text in asked.answers:
            yield Part(kind="text", text=say("minutes_quote", text=text))
    if asked.division:
        yield Part(kind="text", text=asked.division.said.in_(say.lang))
        address = in_language(asked.division.view, say.lang)
        yield Part(kind="link", text=f"{minutes.site}{address}")


def _time(at: str) -> str:
    """Hours and minutes where the server stands."""
    return datetime.fromisoformat(at).astimezone().strftime("%H:%M")
