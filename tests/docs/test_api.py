"""docs/api.md: every line of curl that it shows is asked, and answered as it says."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from dashboard.api.asked import MOST_ROWS
from dashboard.api.plans import Drawn
from dashboard.api.values import Why
from tests.dashboard.api.asking import Site, site_in

TEXT = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
SERVER = "http://127.0.0.1:8050"


def commands() -> list[list[str]]:
    """The words of every command, as a shell would take them."""
    blocks = "\n".join(re.findall(r"```\n(.*?)```", TEXT, flags=re.S))
    return [shlex.split(one) for one in re.split(r"^(?=curl )", blocks, flags=re.M) if one]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with site_in(tmp_path_factory.mktemp("store")) as one:
        yield one


@pytest.mark.parametrize("words", commands(), ids=lambda words: words[1].removeprefix(SERVER))
def test_every_command_is_answered(site: Site, words: list[str]) -> None:
    assert words[0] == "curl" and words[1].startswith(SERVER)
    options = dict(zip(words[2::2], words[3::2], strict=True))
    name, _, value = options.get("-H", "Accept: */*").partition(": ")
    more: dict[str, Any] = {"headers": {name: value}}
    if "-d" in options:
        more["content"] = options["-d"].encode()
    answer = site.ask("POST" if "-d" in options else "GET", words[1][len(SERVER) :], **more)
    assert answer.status_code == 200, answer.text
    if "csv" in words[1] or "csv" in value:
        assert answer.headers["content-type"].startswith("text/csv")
    else:
        assert json.loads(answer.content)


def test_the_words_it_names_are_those_of_the_interface() -> None:
    for reason in get_args(Why):
        assert f"`{reason}`" in TEXT
    first, second, third = get_args(Drawn)
    assert f"`draws` is {first}, {second} or {third}" in TEXT
    assert f"`limit` is {MOST_ROWS:,} at\nmost" in TEXT
