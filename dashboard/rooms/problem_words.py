"""What a room refuses, in words that say what to do."""

from dashboard.accounts_words import refused_words
from dashboard.rooms.refused import Refused
from dashboard.words import LANGUAGES, Speaker


def said(refused: Refused) -> dict[str, str]:
    """The words of a refusal in each language."""
    return {lang: in_words(refused, say=Speaker(lang=lang)) for lang in LANGUAGES}


def in_words(refused: Refused, *, say: Speaker) -> str:
    """The words of a refusal."""
    given = refused.fields
    most, low, high = given.get("most", ""), given.get("low", ""), given.get("high", "")
    seconds, length = given.get("seconds", ""), given.get("length", "")
    field, id = given.get("field", ""), given.get("id", "")
    return {
        "body": say("room_body"),
        "large": say("room_large", kilobytes=given.get("kilobytes", "")),
        "unknown": say("room_unknown"),
        "ended": say("room_ended"),
        "closed": say("room_door_closed"),
        "full": say("room_full", most=most),
        "rooms_full": say("room_rooms_full", most=most),
        "log_full": say("room_log_full", most=most),
        "secret": say("room_secret"),
        "role": refused_words(str(given.get("act", "room_open")), say=say),
        "ticket": say("room_ticket"),
        "elsewhere": say("room_elsewhere"),
        "not_joined": say("room_not_joined"),
        "phone": say("room_phone"),
        "group": say("room_group_unknown"),
        "act": say("room_act_unknown"),
        "field": say("room_field", field=field),
        "scene": say("room_scene_wrong"),
        "question": say("room_question_unknown"),
        "question_twice": say("room_question_twice", id=id),
        "question_kind": say("room_question_kind", known=given.get("known", "")),
        "question_options": say("room_question_options", low=low, high=high),
        "text_missing": say("room_text_missing", field=field),
        "text_long": say("room_text_long", field=field, length=length, most=most),
        "early": say("room_early"),
        "late": say("room_late"),
        "answer": say("room_answer_wrong"),
        "pick_one": say("room_pick_one"),
        "pick_some": say("room_pick_some", most=most),
        "rank": say("room_rank", most=most),
        "sum": say("room_sum", total=given.get("total", ""), given=given.get("given", "")),
        "rate": say("room_rate", low=low, high=high),
        "words_missing": say("room_words_missing"),
        "words_long": say("room_words_long", length=length, most=most),
        "target": say("room_target_unknown"),
        "objections": say("room_objections_most", most=most),
        "fast": say("room_fast", seconds=seconds),
        "tries": say("room_tries", seconds=seconds),
        "busy": say("room_busy"),
        "unsaved": say("room_unsaved"),
        "story_other": say("story_other"),
        "story_schema": say("story_schema", known=given.get("known", "")),
        "story_scenes": say("story_scenes", most=most),
        "story_part": say("story_part", scene=given.get("scene", ""), part=given.get("part", "")),
        "story_unknown": say("story_unknown"),
        "story_changed": say("story_changed"),
        "no_division": say("story_no_division"),
    }[refused.key]
