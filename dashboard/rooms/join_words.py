"""What the script of the phone's page says, in the language of the page.

A number that the script knows is filled in there: `{n}` stands for it.
"""

from dashboard.words import Speaker

_N = "{n}"


def join_words(say: Speaker) -> dict[str, str]:
    """Sentences by the name that the script has for them."""
    return {
        "joining": say("room_joining"),
        "waiting": say("room_waiting"),
        "following": say("room_following"),
        "lost": say("room_lost"),
        "back": say("room_back"),
        "polling": say("room_polling"),
        "ended": say("room_ended"),
        "again": say("room_try_again"),
        "failed": say("room_failed"),
        "around": say("room_around"),
        "to_room": say("room_to_room"),
        "question": say("room_question"),
        "send": say("room_send"),
        "sending": say("room_sending"),
        "kept": say("room_kept"),
        "change": say("room_change"),
        "counted": say("room_counted"),
        "not_open": say("room_early"),
        "closed": say("room_question_closed"),
        "hidden": say("room_results_hidden"),
        "results": say("room_results"),
        "answers": say("room_answers", n=_N),
        "few": say("room_few"),
        "pick_one": say("room_pick_one"),
        "pick_some": say("room_pick_some", most=_N),
        "rank": say("room_rank_how", most=_N),
        "rank_clear": say("room_rank_clear"),
        "place": say("room_place", n=_N),
        "left": say("room_left", n=_N),
        "left_money": say("room_left_money", n=_N),
        "nothing_left": say("room_nothing_left"),
        "more": say("room_more"),
        "less": say("room_less"),
        "rate_low": say("room_rate_low"),
        "rate_high": say("room_rate_high"),
        "write": say("room_write"),
        "letters": say("room_letters", n=_N),
        "moderated": say("room_moderated"),
        "uncertain": say("room_uncertain"),
    }
