"""What a room refuses: a key, a status of HTTP, and fields for the words (`problem_words.py`)."""

from collections.abc import Mapping

STATUS: Mapping[str, int] = {
    "body": 400,
    "large": 413,
    "unknown": 404,
    "ended": 410,
    "closed": 403,
    "full": 409,
    "rooms_full": 409,
    "log_full": 409,
    "secret": 403,
    "role": 401,
    "ticket": 403,
    "elsewhere": 409,
    "not_joined": 403,
    "phone": 400,
    "group": 422,
    "act": 404,
    "field": 422,
    "scene": 422,
    "question": 404,
    "question_twice": 409,
    "question_kind": 422,
    "question_options": 422,
    "text_missing": 422,
    "text_long": 422,
    "early": 409,
    "late": 409,
    "answer": 422,
    "pick_one": 422,
    "pick_some": 422,
    "rank": 422,
    "sum": 422,
    "rate": 422,
    "words_missing": 422,
    "words_long": 422,
    "target": 422,
    "objections": 429,
    "fast": 429,
    "tries": 429,
    "busy": 503,
    "unsaved": 503,
    "story_other": 422,
    "story_schema": 422,
    "story_scenes": 422,
    "story_part": 422,
    "story_unknown": 404,
    "story_changed": 409,
    "no_division": 409,
}


class Refused(Exception):
    """Something a room does not do; whoever asked is told why, in both languages."""

    def __init__(self, key: str, **fields: str | int) -> None:
        """`key`: one of `STATUS`."""
        self.key = key
        self.status = STATUS[key]
        self.fields: Mapping[str, str | int] = fields
        super().__init__(f"{key} {fields}" if fields else key)
