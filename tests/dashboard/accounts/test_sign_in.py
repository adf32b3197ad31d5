"""Where others reach the atlas: who signs in, what a session is worth, and what it is not."""

import json
import re
import time
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.accounts import passwords
from dashboard.accounts.session import Session, Signed, new
from dashboard.desk.route_paths import ACCEPT, CHECK, RESTORE
from dashboard.store import accounts, audit, scenarios
from dashboard.store.store import RETRY_SECONDS
from dashboard.words import Speaker
from tests.dashboard.accounts.served import PASSWORD, SECRET, Atlas, Browser, atlas
from tests.dashboard.desk.test_route import body

COOKIE = "atlas_session"
WRITES = [
    "create",
    "duplicate:{id}",
    "delete:{id}",
    "recover:{id}",
    "restore:{id}:1",
    "over:{id}:1",
]


def cookie(browser: Browser) -> str:
    """The session that a browser holds."""
    return browser.client.cookies[COOKIE]


def holding(atlas: Atlas, cookie: str) -> Browser:
    """Another browser with this session."""
    browser = atlas.browser()
    browser.client.cookies.set(COOKIE, cookie, domain="atlas.test")
    return browser


def knows(browser: Browser) -> bool:
    """Whether the atlas takes the browser for somebody."""
    return browser.get("/account").status_code == 200


@pytest.mark.parametrize("lang", ["en", "km"])
def test_nobody_may_write_and_is_told_how_to_sign_in(public: Atlas, lang: str) -> None:
    say = Speaker(lang=lang)
    viewer = public.browser()
    editor = public.signed_in(f"Keeps {lang}", "editor")
    assert "is saved, as version 1" in editor.press("create", name=f"Kept {lang}")
    id = scenarios.listing(public.store).entries[0].id
    for write in WRITES:
        search = f"?plan=enterprise_fund:02:20:2026:3&lang={lang}"
        told = viewer.press(write.format(id=id), search=search)
        assert told == f"{say('refused_editor')} {say('sign_in')}", write
    assert [one.version for one in scenarios.history(public.store, id=id)] == [1]
    for path in (CHECK, ACCEPT):
        answer = viewer.ask("POST", path, content=body(lang=lang))
        assert answer.status_code == 401 and answer.json()["problem"] == say("refused_steward")
    answer = viewer.ask("POST", RESTORE, json={"lang": lang, "who": "A", "number": 0})
    assert answer.status_code == 401 and answer.json()["problem"] == say("refused_steward")
    assert say("sign_in") in viewer.get(f"/scenarios?lang={lang}").text


def test_reading_needs_no_account(public: Atlas) -> None:
    viewer = public.browser()
    for path in ("/", "/mismatch", "/scenarios", "/data", "/methods", "/health", "/sign-in"):
        assert viewer.get(path).status_code == 200, path
    assert "set-cookie" not in viewer.get("/").headers


def test_an_editor_saves_under_the_name_of_the_account(public: Atlas) -> None:
    editor = public.signed_in("Sok Dara", "editor")
    assert "is saved" in editor.press("create", name="By Sok", author="Somebody Else")
    saved = scenarios.listing(public.store, query="By Sok").entries[0]
    assert saved.author == "Sok Dara"
    line = audit.entries(public.store, act="scenario_create")[0]
    assert (line.who, line.how) == ("Sok Dara", "account")
    assert line.told == {"scenario": saved.id, "version": 1}
    page = editor.get("/").text
    assert "Sok Dara" in page and "editor" in page and "Sign out" in page


def test_a_role_is_no_more_than_it_is(public: Atlas) -> None:
    viewer = public.signed_in("Only Looks", "viewer")
    assert "Only Looks is neither" in viewer.press("create")
    editor = public.signed_in("Only Edits", "editor")
    for browser in (viewer, editor):
        assert browser.ask("POST", ACCEPT, content=body()).status_code == 403
        for path in ("/accounts", "/audit", "/audit/log.csv"):
            assert browser.get(path).status_code == 403
        me = next(one for one in accounts.listing(public.store) if one.name == "Only Edits")
        for act in ("add", "role", "password", "remove"):
            fields = {"id": me.id, "role": "steward", "name": "New", "new": PASSWORD}
            assert browser.send(f"/accounts/{act}", **fields).status_code == 403
    assert accounts.named(public.store, name="Only Edits").role == "editor"  # type: ignore[union-attr]
    assert accounts.named(public.store, name="New") is None
    refused = audit.entries(public.store, who="Only Edits", act="account_role")
    assert [one.result for one in refused] == ["refused"]


def test_a_role_that_changes_holds_from_the_next_request_on(public: Atlas) -> None:
    browser = public.signed_in("Comes And Goes", "steward")
    found = accounts.named(public.store, name="Comes And Goes")
    assert found is not None and browser.get("/audit").status_code == 200
    public.account("Other", "steward")
    accounts.change_role(public.store, id=found.id, role="viewer")
    assert browser.get("/audit").status_code == 403
    accounts.remove(public.store, id=found.id)
    assert browser.get("/audit").status_code == 401


def test_the_cookie_is_for_this_site_alone_and_for_no_script(public: Atlas) -> None:
    public.account("Cookie", "viewer")
    told = public.browser().sign_in("Cookie").headers["set-cookie"]
    parts = {part.strip().lower() for part in told.split(";")[1:]}
    assert {"httponly", "samesite=lax", "path=/", "max-age=43200"} <= parts
    assert not any(part.startswith("domain") for part in parts)
    secure = public.browser(site="https://atlas.test").sign_in("Cookie").headers["set-cookie"]
    assert secure.startswith("__Host-atlas_session=") and "; Secure" in secure


def test_a_session_cannot_be_made_or_changed(public: Atlas) -> None:
    public.account("Target", "steward")
    target = accounts.named(public.store, name="Target")
    assert target is not None
    known = new(account=target.id, epoch=target.epoch, how="account")
    assert knows(holding(public, Signed(SECRET).write(known))), "the test signs as the atlas does"
    editor = public.signed_in("Forger", "editor")
    own = cookie(editor)
    payload, _, rest = own.partition(".")
    forged = [
        Signed("another secret of the same length").write(known),
        Signed(SECRET).sealed([target.id, 1, "x", "account"], purpose="ministry"),
        f"{Signed(SECRET).write(known).partition('.')[0]}.{rest}",
        own[:-2] + ("AA" if own[-2:] != "AA" else "BB"),
        f"{payload}.",
        "",
        "[]",
        "a" * 5_000,
        Signed(SECRET).sealed([target.id], purpose="session"),
        Signed(SECRET).sealed({"account": target.id}, purpose="session"),
        Signed(SECRET).write(Session(account=target.id, epoch=2, id="x", how="account")),
        Signed(SECRET).write(Session(account="", epoch=1, id="", how="here")),
        Signed(SECRET).write(Session(account="?" * 16, epoch=1, id="x", how="account")),
    ]
    for one in forged:
        assert not knows(holding(public, one)), one[:60]
    for odd in ([1, "a", {}, None], [target.id, "1", [], "account"], [None] * 4):
        assert not knows(holding(public, Signed(SECRET).sealed(odd, purpose="session")))


def test_an_old_session_is_read_as_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    signed = Signed(SECRET)
    session = new(account="a", epoch=1, how="account")
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: 1_000_000_000)
    old = signed.write(session)
    assert signed.read(old) == session
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: 1_000_000_000 + 12 * 3600 + 1)
    assert signed.read(old) is None


def test_a_session_from_a_clock_that_was_ahead_is_good_for_as_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    signed = Signed(SECRET)
    session = new(account="a", epoch=1, how="account")
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: 1_000_000_000)
    early = signed.write(session)
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: 1_000_000_000 - 3600)
    assert signed.read(early) == session
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: 1_000_000_000 - 12 * 3600 - 1)
    assert signed.read(early) is None


def test_who_signed_in_is_told_that_the_database_is_away_and_not_to_sign_in(tmp_path: Path) -> None:
    with atlas(tmp_path, host="0.0.0.0", secret=SECRET) as public:
        editor = public.signed_in("Away", "editor")
        assert "is saved, as version 1" in editor.press("create")
        file = tmp_path / "atlas.db"
        whole = file.read_bytes()
        file.write_bytes(b"\0" * len(whole))
        assert editor.press("create") == Speaker(lang="en")("store_damaged")
        assert Speaker(lang="en")("sign_in") in public.browser().press("create")
        file.write_bytes(whole)
        time.sleep(RETRY_SECONDS)
        assert "is saved, as version 1" in editor.press("create")


def test_signing_in_makes_a_new_session_and_ends_the_one_before(public: Atlas) -> None:
    """A session that somebody else put into the browser is worth nothing afterwards."""
    attacker = public.signed_in("Attacker", "viewer")
    planted = cookie(attacker)
    public.account("Victim", "editor")
    victim = holding(public, planted)
    assert victim.sign_in("Victim").status_code == 303
    assert cookie(victim) != planted
    assert not knows(holding(public, planted)) and knows(holding(public, cookie(victim)))
    first = cookie(victim)
    victim.sign_in("Victim")
    assert cookie(victim) != first and not knows(holding(public, first))


def test_signing_out_ends_the_session_for_good(public: Atlas) -> None:
    browser = public.signed_in("Leaves", "editor")
    other = public.browser()
    other.sign_in("Leaves")
    kept = cookie(browser)
    answer = browser.send("/sign-out")
    assert answer.status_code == 303 and 'atlas_session=""' in answer.headers["set-cookie"]
    assert not knows(holding(public, kept)) and knows(other)
    assert browser.get("/sign-out").status_code == 404, "a link cannot sign anybody out"


def test_signing_out_everywhere_ends_every_session(public: Atlas) -> None:
    browser = public.signed_in("Everywhere", "editor")
    other = public.browser()
    other.sign_in("Everywhere")
    assert other.send("/account/everywhere").status_code == 303
    assert not knows(browser) and not knows(other)


def test_a_password_is_changed_by_who_knows_it(public: Atlas) -> None:
    browser = public.signed_in("Changes", "editor")
    other = public.browser()
    other.sign_in("Changes")
    fields = {"now": PASSWORD, "new": "quite another password", "again": "quite another password"}
    for wrong, told in (
        ({"now": "not this one"}, "The present password is wrong."),
        ({"again": "something else"}, "The two passwords are not the same."),
        ({"new": "short", "again": "short"}, "shorter than 12 characters"),
        ({"new": "a" * 20, "again": "a" * 20}, "repeats the same few characters"),
        ({"new": "Changes it always", "again": "Changes it always"}, "holds the name"),
    ):
        answer = browser.send("/account/password", **{**fields, **wrong})
        assert answer.status_code == 422 and told in answer.text
    before = cookie(browser)
    assert browser.send("/account/password", **fields).status_code == 303
    assert knows(browser) and cookie(browser) != before
    assert not knows(other) and not knows(holding(public, before))
    assert public.browser().sign_in("Changes").status_code == 401
    assert public.browser().sign_in("Changes", fields["new"]).status_code == 303
    assert audit.entries(public.store, act="password_change")[0].who == "Changes"


@pytest.mark.parametrize(
    "next",
    [
        "//evil.example/",
        "https://evil.example/",
        "/\\evil.example",
        "/%5C/evil.example\\",
        "javascript:alert(1)",
        "/\t/evil.example",
        "///evil.example",
        "/sign-out",
        "http:evil",
        "\u0000/",
        "/a\r\nSet-Cookie: x=1",
    ],
)
def test_nobody_is_sent_to_another_site(public: Atlas, next: str) -> None:
    if accounts.named(public.store, name="Goes") is None:
        public.account("Goes", "viewer")
    answer = public.browser(address="192.0.2.88").sign_in("Goes", next=next)
    assert answer.status_code == 303 and answer.headers["location"] == "/"
    page = public.browser().get("/sign-in", params={"next": next}).text
    assert 'name="next" value="/"' in page


def test_who_signs_in_comes_back_to_the_same_view(public: Atlas) -> None:
    public.account("Returns", "editor")
    browser = public.browser()
    page = browser.get("/scenarios?plan=enterprise_fund:02:20:2026:3&lang=km").text
    link = re.search(r'href="(/sign-in\?[^"]+)"', page)
    assert link is not None
    asked = parse_qs(urlsplit(link.group(1).replace("&amp;", "&")).query)
    assert asked == {
        "lang": ["km"],
        "next": ["/scenarios?plan=enterprise_fund:02:20:2026:3&lang=km"],
    }
    answer = browser.sign_in("Returns", next=asked["next"][0])
    assert answer.headers["location"] == asked["next"][0]


def test_what_is_typed_is_never_markup(public: Atlas) -> None:
    attack = '"><script>alert(1)</script>'
    page = public.browser("198.51.100.1").sign_in(attack, next=f"/{attack}").text
    assert "<script" not in page and "&lt;script&gt;" in page


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"a" * 9_000, b"&" * 5_000, b"name=%00"])
def test_a_form_may_be_anything(public: Atlas, content: bytes) -> None:
    answer = public.browser("198.51.100.2").ask("POST", "/sign-in", content=content)
    assert answer.status_code == 401


def test_the_same_work_and_the_same_answer_for_a_name_that_does_not_exist(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    real = passwords._HASHER

    class Counting:
        def verify(self, known: str, text: str) -> bool:
            done.append(known.rpartition("$")[0].rpartition("$")[0])
            return real.verify(known, text)

        def __getattr__(self, name: str) -> object:
            return getattr(real, name)

    with atlas(tmp_path, host="0.0.0.0", secret=SECRET) as own:
        own.account("Known", "editor")
        accounts.from_ministry(own.store, subject="i s", name="Of Ministry", role="editor")
        monkeypatch.setattr(passwords, "_HASHER", Counting())
        pages = []
        for name in ("Known", "Unknown", "Of Ministry", ""):
            answer = own.browser().sign_in(name, "not the password")
            assert answer.status_code == 401
            pages.append(answer.text.replace(f'value="{name}"', 'value=""'))
        assert len(set(pages)) == 1, "nothing tells them apart"
        assert len(done) == 4 and len(set(done)) == 1, "the same work, with the same parameters"
        lines = audit.entries(own.store, act="sign_in")
        assert [json.loads(one.what) for one in lines if one.result == "wrong"].count({}) == 3
        assert not any("Unknown" in one.what + one.who for one in lines)
