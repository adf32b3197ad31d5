"""What stewards do with accounts and the log on their pages."""

import csv
import io
import re
from pathlib import Path

import openpyxl
import pytest

from dashboard.accounts.acts import ACTS, COMMANDS, OWN
from dashboard.accounts.who import Who, being
from dashboard.accounts_words import act_words
from dashboard.desk.route_paths import ACCEPT, RESTORE
from dashboard.people.log_table import HEADS
from dashboard.store import accounts, audit
from dashboard.words import Speaker
from tests.dashboard.accounts.served import PASSWORD, SECRET, Atlas, Browser, atlas
from tests.dashboard.desk.test_route import body


@pytest.fixture(scope="module")
def steward(public: Atlas) -> Browser:
    return public.signed_in("Steward", "steward")


def test_the_first_steward_is_made_at_the_command_line_alone(laptop: Atlas) -> None:
    here = laptop.browser("127.0.0.1", site="http://127.0.0.1:8050")
    page = here.get("/accounts").text
    assert "python -m dashboard accounts add NAME --role steward" in page and "<form" not in page
    fields = {"name": "First", "role": "steward", "new": PASSWORD}
    assert here.send("/accounts/add", **fields).status_code == 422
    assert accounts.listing(laptop.store) == ()


def test_a_steward_keeps_accounts(public: Atlas, steward: Browser) -> None:
    fields = {"name": "Newcomer", "role": "viewer", "new": "the first password"}
    answer = steward.send("/accounts/add", **fields)
    assert answer.status_code == 303 and answer.headers["location"] == "/accounts?done=add"
    page = steward.get("/accounts?done=add").text
    assert "The account is made." in page and "Newcomer" in page
    again = steward.send("/accounts/add", **fields)
    assert again.status_code == 422 and "already" in again.text and "the first" not in again.text
    found = accounts.named(public.store, name="Newcomer")
    assert found is not None
    newcomer = public.browser("192.0.2.40")
    assert newcomer.sign_in("Newcomer", "the first password").status_code == 303
    assert steward.send("/accounts/role", id=found.id, role="editor").status_code == 303
    assert "is saved" in newcomer.press("create")
    given = {"id": found.id, "new": "the second password"}
    assert steward.send("/accounts/password", **given).status_code == 303
    assert "Only an editor" in newcomer.press("create"), "every session has ended"
    assert steward.send("/accounts/remove", id=found.id).status_code == 303
    assert newcomer.sign_in("Newcomer", "the second password").status_code == 401
    acts = [one.act for one in audit.entries(public.store, who="Steward", limit=4)]
    assert acts == ["account_remove", "account_password", "account_role", "account_add"]


def test_the_last_steward_cannot_be_removed_or_made_less(tmp_path: Path) -> None:
    with atlas(tmp_path, host="0.0.0.0", secret=SECRET) as served:
        browser = served.signed_in("Only One", "steward")
        id = accounts.listing(served.store)[0].id
        for path, more in (("remove", {}), ("role", {"role": "viewer"})):
            answer = browser.send(f"/accounts/{path}", id=id, **more)
            assert answer.status_code == 422 and "Only One is the last steward" in answer.text
        assert browser.get("/accounts").status_code == 200


@pytest.mark.parametrize(
    ("act", "fields", "told"),
    [
        ("add", {"name": "X", "role": "king", "new": PASSWORD}, "not complete"),
        ("add", {"name": "X", "role": "editor", "new": "short"}, "shorter than 12"),
        ("add", {"name": "", "role": "editor", "new": PASSWORD}, "is empty"),
        ("add", {}, "not complete"),
        ("role", {"id": "nobody", "role": "editor"}, "no such account"),
        ("role", {"id": "nobody"}, "not complete"),
        ("password", {"id": "nobody", "new": PASSWORD}, "no such account"),
        ("remove", {}, "no such account"),
    ],
)
def test_a_wrong_form_changes_nothing_and_is_told(
    public: Atlas, steward: Browser, act: str, fields: dict[str, str], told: str
) -> None:
    before = accounts.listing(public.store)
    answer = steward.send(f"/accounts/{act}", **fields)
    assert answer.status_code == 422 and told in answer.text
    assert accounts.listing(public.store) == before
    assert steward.send("/accounts/anything").status_code == 404


def test_a_load_is_in_the_log_by_number_and_fingerprint(public: Atlas, steward: Browser) -> None:
    answer = steward.ask("POST", ACCEPT, content=body(name="Chan Thy.csv", expected=0, who=""))
    assert answer.json() == {"accepted": 1}, "the account says who it was"
    steward.ask("POST", RESTORE, json={"number": 0, "expected": 1, "note": "Chan Thy left"})
    loads = audit.entries(public.store, act="data_load")
    assert loads[0].told["data"] == 1 and len(str(loads[0].told["files"])) == 64
    assert "Chan Thy" not in "".join(one.what for one in audit.entries(public.store))
    assert "accepted by Steward" in steward.get("/data?version=1").text


@pytest.mark.parametrize("lang", ["en", "km"])
def test_the_log_reads_well_and_is_searched(public: Atlas, steward: Browser, lang: str) -> None:
    say = Speaker(lang=lang)
    steward.press("create")
    page = steward.get(f"/audit?lang={lang}").text
    assert act_words("scenario_create", say=say) in page and say("audit_about") in page
    only = steward.get(f"/audit?lang={lang}&act=sign_in&who=Steward").text
    rows = re.findall(r"<tr>(.*?)</tr>", only, re.S)[1:]
    assert rows and all(act_words("sign_in", say=say) in row for row in rows)
    assert say("audit_none") in steward.get(f"/audit?lang={lang}&until=2000-01-01").text


@pytest.mark.parametrize(
    "query", ["?act=x", "?since=x", "?below=x", "?below=-1", "?who=%00", "?who=" + "a" * 3000]
)
def test_whatever_is_asked_of_the_log_is_answered(steward: Browser, query: str) -> None:
    assert steward.get(f"/audit{query}").status_code == 200


def test_older_lines_follow_page_by_page(tmp_path: Path) -> None:
    with atlas(tmp_path, host="0.0.0.0", secret=SECRET) as served:
        browser = served.signed_in("Reads", "steward")
        for _ in range(120):
            audit.note(served.store, act="sign_out", what={})
        first = browser.get("/audit?act=sign_out").text
        assert first.count("<tr>") == 101
        link = re.search(r'href="(/audit\?[^"]*below=[^"]*)"', first)
        assert link is not None
        assert browser.get(link.group(1).replace("&amp;", "&")).text.count("<tr>") == 21


def test_the_log_is_taken_as_a_file_that_runs_no_formula(public: Atlas, steward: Browser) -> None:
    with being(Who(name="=HYPERLINK(1)", role="editor", how="account")):
        audit.note(public.store, act="data_load", what={})
        audit.note(public.store, act="sign_in", what={})
    found = steward.get("/audit/log.csv")
    assert found.headers["cache-control"] == "no-store"
    rows = list(csv.reader(io.StringIO(found.content.decode("utf-8-sig"))))
    assert tuple(rows[0]) == HEADS
    assert rows[1][2] == "'=HYPERLINK(1)"
    assert len(rows) - 1 == audit.checked(public.store).count
    book = openpyxl.load_workbook(io.BytesIO(steward.get("/audit/log.xlsx").content))
    cells = list(book["log"].iter_rows(values_only=True))
    assert cells[0] == HEADS and cells[1][2] == "'=HYPERLINK(1)"
    assert all(cell.data_type != "f" for row in book["log"].iter_rows() for cell in row)
    loads = list(csv.reader(io.StringIO(steward.get("/audit/log.csv?act=data_load").text)))
    assert len(loads) - 1 == len(audit.entries(public.store, act="data_load", limit=len(rows)))
    assert 1 < len(loads) < len(rows)
    assert steward.get("/audit/log.exe").status_code == 404


def test_every_act_has_words_of_its_own() -> None:
    for lang in ("en", "km"):
        acts = (*ACTS, *OWN, *COMMANDS)
        told = [act_words(act, say=Speaker(lang=lang)) for act in acts]
        assert len(set(told)) == len(told) and not set(told) & set(acts)


def test_pages_of_people_are_kept_by_no_cache(steward: Browser) -> None:
    for path in ("/account", "/accounts", "/audit", "/sign-in"):
        assert steward.get(path).headers["cache-control"] == "no-store"


def test_no_code_changes_or_removes_a_line_of_the_log() -> None:
    folder = Path(__file__).parents[3] / "dashboard"
    for path in folder.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\b(update|delete|change)\((tables\.)?(audit|log)\b", text), path
