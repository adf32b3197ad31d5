"""What is said about people and what they may do: refusals, roles, acts, passwords."""

from collections.abc import Mapping
from urllib.parse import urlencode

from dashboard.accounts.acts import ACTS
from dashboard.accounts.passwords import LONGEST, SHORTEST, PasswordError
from dashboard.accounts.who import who_here
from dashboard.store import Role
from dashboard.store_words import store_problem
from dashboard.words import Speaker


def refused_words(act: str, *, say: Speaker) -> str:
    """Why somebody may not do this, and what they can do about it."""
    who = who_here()
    if who.problem is not None:
        return store_problem(who.problem, say=say)
    if who.signed_in:
        if ACTS[act] == "editor":
            return say("refused_editor_signed_in", name=who.name)
        return say("refused_steward_signed_in", name=who.name)
    return say("refused_editor") if ACTS[act] == "editor" else say("refused_steward")


def sign_in_link(back: str, *, say: Speaker) -> str:
    """The address where somebody signs in and comes back from."""
    asked = {"lang": say.lang} if say.lang != "en" else {}
    if say.digits != "latin":
        asked["digits"] = say.digits
    return f"/sign-in?{urlencode({**asked, 'next': back})}"


def role_words(role: Role, *, say: Speaker) -> str:
    """A role, as a person is called."""
    return {
        "viewer": say("role_viewer"),
        "editor": say("role_editor"),
        "steward": say("role_steward"),
    }[role]


def role_choices(*, say: Speaker) -> Mapping[str, str]:
    """Every role with what it may do."""
    return {
        "viewer": say("role_viewer_may"),
        "editor": say("role_editor_may"),
        "steward": say("role_steward_may"),
    }


def how_words(how: str, *, say: Speaker) -> str:
    """How somebody was recognised."""
    return {
        "nobody": say("how_nobody"),
        "here": say("how_here"),
        "account": say("how_account"),
        "ministry": say("how_ministry"),
        "command": say("how_command"),
    }.get(how, say("how_program"))


def act_words(act: str, *, say: Speaker) -> str:
    """An act, as the log tells it."""
    return {
        "scenario_create": say("act_scenario_create"),
        "scenario_save": say("act_scenario_save"),
        "scenario_restore": say("act_scenario_restore"),
        "scenario_duplicate": say("act_scenario_duplicate"),
        "scenario_delete": say("act_scenario_delete"),
        "scenario_recover": say("act_scenario_recover"),
        "story_save": say("act_story_save"),
        "room_open": say("act_room_open"),
        "data_load": say("act_data_load"),
        "data_restore": say("act_data_restore"),
        "registry_load": say("act_registry_load"),
        "mapping_save": say("act_mapping_save"),
        "account_add": say("act_account_add"),
        "account_role": say("act_account_role"),
        "account_password": say("act_account_password"),
        "account_remove": say("act_account_remove"),
        "audit_read": say("act_audit_read"),
        "sign_in": say("act_sign_in"),
        "sign_out": say("act_sign_out"),
        "sign_out_everywhere": say("act_sign_out_everywhere"),
        "password_change": say("act_password_change"),
        "restore": say("act_restore"),
    }.get(act, act)


def result_words(result: str, *, say: Speaker) -> str:
    """What came of an act."""
    return {
        "done": say("result_done"),
        "wrong": say("result_wrong"),
        "refused": say("result_refused"),
    }.get(result, result)


def password_problem(error: PasswordError, *, say: Speaker) -> str:
    """Why a password is not taken."""
    return {
        "short": say("password_short", least=SHORTEST),
        "long": say("password_long", most=LONGEST),
        "simple": say("password_simple"),
        "name": say("password_name"),
        "twice": say("password_twice"),
    }[error.key]


def wait_words(seconds: int, *, say: Speaker) -> str:
    """How long somebody has to wait after too many attempts."""
    if seconds <= 90:
        return say("sign_in_wait_seconds", seconds=seconds)
    return say("sign_in_wait_minutes", minutes=-(-seconds // 60))
