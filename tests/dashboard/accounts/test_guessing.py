"""Guessing passwords: it has to wait, longer each time, by name and by address."""

from pathlib import Path

from sqlalchemy import select, update

from dashboard.accounts.sign_in import FREE_BY_ADDRESS, FREE_BY_NAME
from dashboard.store.tables import sign_in_failures
from tests.dashboard.accounts.served import PASSWORD, SECRET, Atlas, atlas


def over(served: Atlas) -> None:
    """Let every pause be over."""
    with served.store.writing() as connection:
        past = "2000-01-01T00:00:00.000000Z"
        connection.execute(update(sign_in_failures).values(wait_until=past))


def test_guessing_at_a_name_has_to_wait_wherever_it_comes_from(public: Atlas) -> None:
    public.account("Guessed", "steward")
    for i in range(FREE_BY_NAME):
        answer = public.browser(f"203.0.113.{i}").sign_in("guessed", f"wrong password {i}")
        assert answer.status_code == 401
    answer = public.browser("203.0.113.99").sign_in("GUESSED ", PASSWORD)
    assert answer.status_code == 429, "the right password, too, has to wait"
    assert 0 < int(answer.headers["retry-after"]) <= 31
    assert "Try again in" in answer.text and "set-cookie" not in answer.headers
    over(public)
    assert public.browser().sign_in("Guessed", "wrong once more").status_code == 401
    answer = public.browser().sign_in("Guessed")
    assert answer.status_code == 429 and 31 < int(answer.headers["retry-after"]) <= 61
    over(public)
    assert public.browser().sign_in("Guessed").status_code == 303
    assert public.browser().sign_in("Guessed", "one mistake").status_code == 401
    assert public.browser().sign_in("Guessed").status_code == 303, "a success forgets"


def test_a_name_that_does_not_exist_has_to_wait_alike(public: Atlas) -> None:
    told = [
        public.browser(f"203.0.113.{100 + i}").sign_in("No Such Name", "wrong").status_code
        for i in range(FREE_BY_NAME + 1)
    ]
    assert told == [401] * FREE_BY_NAME + [429]


def test_guessing_from_one_address_has_to_wait_whatever_the_name(tmp_path: Path) -> None:
    with atlas(tmp_path, host="0.0.0.0", secret=SECRET) as served:
        served.account("Elsewhere", "viewer")
        told = [
            served.browser("2001:db8::" + f"{i:x}").sign_in(f"name {i}", "wrong").status_code
            for i in range(1, FREE_BY_ADDRESS + 2)
        ]
        assert told == [401] * FREE_BY_ADDRESS + [429], "one network of the newer kind is one"
        assert served.browser("2001:db8::1").sign_in("Elsewhere").status_code == 429
        assert served.browser("2001:db8:0:1::1").sign_in("Elsewhere").status_code == 303
        with served.store.reading() as connection:
            rows = connection.execute(select(sign_in_failures)).all()
        kept = " ".join(str(value) for row in rows for value in row)
        assert "2001" not in kept and "name 1" not in kept, "neither names nor addresses are kept"


def test_a_forwarded_address_counts_only_behind_a_proxy(tmp_path: Path) -> None:
    with atlas(tmp_path, host="0.0.0.0", secret=SECRET, proxy="yes") as served:
        told = []
        for i in range(FREE_BY_ADDRESS + 1):
            browser = served.browser("10.0.0.1")
            browser.client.headers["X-Forwarded-For"] = f"198.51.100.{i}, 203.0.113.5"
            told.append(browser.sign_in(f"name {i}", "wrong").status_code)
        assert told[-1] == 429, "what stands before the last address, anybody may have sent"


def test_the_present_password_cannot_be_guessed_either(public: Atlas) -> None:
    browser = public.signed_in("Own Session", "editor")
    fields = {"new": "quite another password", "again": "quite another password"}
    told = [
        browser.send("/account/password", now=f"wrong {i}", **fields).status_code
        for i in range(FREE_BY_NAME + 1)
    ]
    assert told == [422] * FREE_BY_NAME + [429]
