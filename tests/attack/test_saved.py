"""What people save and load: scripts in every text, and scenarios of others."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from dashboard import saved_ids
from dashboard.accounts.passwords import kept
from dashboard.store import accounts, audit, scenarios
from dashboard.store.ids import new_id
from tests.attack.recorded import ACTS, recorded
from tests.attack.routes import filled, routes
from tests.attack.scripts import MARK, SCRIPTS, blocks, live
from tests.attack.site import SECRET, STRANGER, Site, is_orderly, served

PLAN = "?plan=enterprise_fund:02:20:2026:3"


def acts_callback(site: Site) -> dict[str, Any]:
    """The body that presses a button of saved scenarios."""
    for body in recorded(site):
        inputs = body["inputs"]
        if inputs[0]["id"] == saved_ids.ACTS and inputs[0]["property"] == "act":
            return body
    raise LookupError("no callback takes the acts of saved scenarios")


def pressed(site: Site, act: str, *, search: str = PLAN, **typed: str) -> str:
    """What comes back where a button is pressed, with texts in the fields."""
    body = json.loads(json.dumps(acts_callback(site)))
    body["inputs"][0]["value"] = {"text": act}
    for one in body["state"]:
        name = one["id"].rpartition("-")[2]
        if one["property"] == "search":
            one["value"] = search
        elif name in typed:
            one["value"] = typed[name]
    answer = site.call(body)
    is_orderly(answer.status_code, answer.text)
    return answer.text


@pytest.mark.parametrize("script", SCRIPTS, ids=ascii)
def test_a_script_in_every_text_of_a_scenario_is_shown_and_not_run(here: Site, script: str) -> None:
    saved = scenarios.create(
        here.store,
        name=script,
        note=script,
        author=script,
        document={"schema": 1, "name": script, "plan": script, "note": [script], script: script},
    )
    pressed(here, "saved:create", name=script, note=script, author=script)
    names = [one.name for one in scenarios.listing(here.store).entries]
    assert script in names
    seen = 0
    for search in (f"?saved={saved.id}:1", f"?scenarios={saved.id}.1,plan&plan={script}", PLAN):
        for body in recorded(here):
            given = json.loads(json.dumps(body))
            for one in (*given["inputs"], *given["state"]):
                if one["property"] == "search":
                    one["value"] = search
            if not any(one["property"] == "search" for one in (*given["inputs"], *given["state"])):
                continue
            answer = here.call(given)
            is_orderly(answer.status_code, answer.text)
            for text in blocks(answer.json() if answer.status_code == 200 else {}):
                seen += MARK in text
                assert not live(text), live(text)
        for method, path in routes(here):
            if method == "GET":
                shown = here.raw("GET", filled(path, "a"), query=search[1:].encode())
                if shown.headers.get("content-type", "").startswith("text/html"):
                    assert not live(shown.text), (path, live(shown.text))
    assert seen, "the name is shown somewhere, so that this looked at something"
    scenarios.delete(here.store, id=saved.id)


@pytest.mark.parametrize("script", SCRIPTS, ids=ascii)
def test_a_script_in_the_name_of_an_account_is_shown_and_not_run(
    tmp_path: Path, script: str
) -> None:
    with served(tmp_path, who=STRANGER, secret=SECRET, host="0.0.0.0") as site:
        password = "a fine password to have"
        hashed = kept(password, name="A")
        accounts.add(site.store, name="Steward", role="steward", password=hashed)
        accounts.add(site.store, name=script, role="editor", password=hashed)
        own = {"origin": site.origin}
        asked = {"name": "Steward", "password": password}
        entered = site.ask("POST", "/sign-in", data=asked, headers=own)
        own["cookie"] = entered.headers["set-cookie"].partition(";")[0]
        form = {"name": script, "role": script, "password": script, "again": script}
        for act in ("add", "role", "password", "remove", script):
            answer = site.ask("POST", f"/accounts/{quote(act, safe='')}", data=form, headers=own)
            is_orderly(answer.status_code, answer.text)
            assert not live(answer.text), live(answer.text)
        for path in ("/accounts", "/audit", "/sign-in", "/account", "/audit/log.csv"):
            asked = dict.fromkeys(("who", "act", "since", "until", "next", "below"), script)
            for query in ({}, asked):
                answer = site.ask("GET", path, params=query, headers=own)
                is_orderly(answer.status_code, answer.text)
                assert not live(answer.text), live(answer.text)
        assert MARK in site.ask("GET", "/accounts", headers=own).text


@pytest.mark.parametrize("file", ["a.csv", "a.xlsx", SCRIPTS[1] + ".csv"], ids=ascii)
def test_a_script_in_a_file_that_is_loaded_is_shown_and_not_run(here: Site, file: str) -> None:
    rows = "\r\n".join(",".join(['"' + one.replace('"', '""') + '"'] * 6) for one in SCRIPTS)
    for path in ("/data/desk/check", "/data/desk/accept", "/monitor/registry/look"):
        for kind in ("national", "vacancies", SCRIPTS[0]):
            answer = here.ask(
                "POST",
                path,
                files={"file": (file, rows.encode(), "text/csv")},
                data={"kind": kind, "lang": "en", "note": SCRIPTS[0], "author": SCRIPTS[0]},
                headers={"origin": here.origin},
            )
            is_orderly(answer.status_code, answer.text)
            if answer.headers["content-type"].startswith("text/html"):
                assert not live(answer.text), live(answer.text)
            elif answer.headers["content-type"].startswith("application/json"):
                for text in blocks(answer.json()):
                    assert not live(text), live(text)


def test_ids_that_are_guessed_lead_to_nothing(here: Site) -> None:
    kept_one = scenarios.create(here.store, name="Kept", note="", author="", document={})
    before = audit.checked(here.store).count
    guesses = [new_id() for _ in range(10)]
    guesses += [
        kept_one.id[:-1],
        kept_one.id.upper(),
        kept_one.id + "2",
        "%",
        "_" * 16,
        "' OR 1=1 --",
    ]
    for guess in guesses:
        for act in ACTS:
            told = pressed(here, f"saved:{act}", search=f"{PLAN}&saved={guess}:1", listed=guess)
            told += pressed(here, f"saved:{act}:{guess}:1", search=PLAN)
            assert '"Kept"' not in told
    assert scenarios.get(here.store, id=kept_one.id) == kept_one
    lines = audit.entries(here.store, limit=500)[: audit.checked(here.store).count - before]
    assert not any(kept_one.id in one.what for one in lines)


def test_a_stranger_and_a_viewer_change_nothing_of_others(tmp_path: Path) -> None:
    """Also with the link of a scenario: who has it may read it."""
    with served(tmp_path, who=STRANGER, secret=SECRET, host="0.0.0.0") as site:
        acts_callback(site)  # records, and saves a plan of its own
        count = scenarios.listing(site.store).total
        one = scenarios.create(site.store, name="Theirs", note="", author="", document={"a": 1})
        hashed = kept("a fine password to have", name="Viewer")
        accounts.add(site.store, name="Viewer", role="viewer", password=hashed)
        before = len(audit.entries(site.store))
        for act in ACTS:
            for text in (f"saved:{act}", f"saved:{act}:{one.id}:1", f"saved:{act}:{one.id}"):
                pressed(site, text, search=f"{PLAN}&saved={one.id}:1", name="Mine", note="x")
        assert scenarios.get(site.store, id=one.id) == one
        assert scenarios.listing(site.store).total == count + 1
        assert len(audit.entries(site.store)) == before
