"""What the scripts of the presenter's page and of the screen say, in the language of the page.

A number that a script knows is filled in there: `{n}` stands for it.
"""

from dashboard.words import Speaker

_N = "{n}"


def workshop_words(say: Speaker) -> dict[str, str]:
    """Sentences by the name that the scripts have for them."""
    return {**_screen(say), **_presenter(say), **_story(say)}


def keys_words(say: Speaker) -> tuple[tuple[str, str], ...]:
    """Every key, and what it does."""
    return (
        ("→ ↓", say("stage_key_next")),
        ("← ↑", say("stage_key_back")),
        ("Home End", say("stage_key_ends")),
        ("B", say("stage_key_blank")),
        ("P", say("stage_key_point")),
        ("D", say("stage_key_drill")),
        ("Esc", say("stage_key_story")),
        ("S", say("stage_key_keep")),
        ("Q", say("stage_key_qr")),
        ("O", say("stage_key_ask")),
        ("R", say("stage_key_results")),
        ("M", say("stage_key_divide")),
        ("V", say("stage_key_objections")),
        ("A", say("stage_key_auto")),
        ("F", say("stage_key_full")),
        ("?", say("stage_key_help")),
    )


def _screen(say: Speaker) -> dict[str, str]:
    return {
        "waiting": say("stage_waiting"),
        "answers": say("room_answers", n=_N),
        "phones": say("stage_phones", n=_N),
        "few": say("room_few"),
        "results": say("room_results"),
        "rate_low": say("room_rate_low"),
        "rate_high": say("room_rate_high"),
        "objections": say("room_objections"),
        "no_objections": say("stage_no_objections"),
        "failed": say("room_failed"),
    }


def _presenter(say: Speaker) -> dict[str, str]:
    return {
        "question": say("room_question"),
        "needs_room": say("stage_needs_room"),
        "open": say("stage_ask"),
        "open_again": say("stage_ask_again"),
        "close": say("stage_close"),
        "show": say("stage_results"),
        "hide": say("stage_hide"),
        "divide": say("stage_divide"),
        "texts": say("stage_texts"),
        "pass": say("stage_pass"),
        "refuse": say("stage_refuse"),
        "minutes": say("stage_minutes"),
        "no_room": say("stage_no_room"),
        "start": say("stage_start"),
        "lost": say("stage_lost"),
        "on": say("stage_on"),
        "elsewhere": say("room_elsewhere"),
        "tables": say("stage_tables"),
        "tables_title": say("stage_tables_title"),
        "other_computer": say("stage_other_computer"),
        "take_over": say("stage_take_over"),
        "ended": say("room_ended"),
        "leave": say("stage_leave"),
        "close_door": say("stage_close_door"),
        "open_door": say("stage_open_door"),
        "end": say("stage_end"),
        "end_sure": say("stage_end_sure"),
        "running": say("stage_running"),
        "scene": say("stage_scene"),
        "auto": say("stage_auto"),
        "screen_on": say("stage_screen_on"),
        "screen_off": say("stage_screen_off"),
        "no_notes": say("stage_no_notes"),
        "last_scene": say("stage_last_scene"),
        "keep_how": say("stage_keep_how"),
        "full_how": say("stage_full_how"),
    }


def _story(say: Speaker) -> dict[str, str]:
    return {
        "story": say("stage_story"),
        "stories": say("stage_stories"),
        "version": say("stage_version", n=_N),
        "story_title": say("stage_story_title"),
        "save": say("stage_save"),
        "save_changed": say("stage_save_changed"),
        "saved": say("stage_saved"),
        "file_out": say("stage_file_out"),
        "file_in": say("stage_file_in"),
        "add_view": say("stage_add_view"),
        "paste": say("stage_paste"),
        "add": say("stage_add"),
        "kept_scene": say("stage_kept_scene"),
        "up": say("stage_up"),
        "down": say("stage_down"),
        "double": say("stage_double"),
        "remove": say("stage_remove"),
        "change_scene": say("stage_change_scene"),
        "sentence": say("stage_sentence"),
        "notes": say("stage_notes"),
        "view": say("stage_view"),
        "picture": say("stage_picture"),
        "usual_picture": say("stage_usual_picture"),
        "words_alone": say("stage_words_alone"),
        "live": say("stage_live"),
        "seconds": say("stage_seconds"),
        "apply": say("stage_apply"),
    }
