"""What readers and writers ask for, made from the list of callbacks that the server publishes."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.request import urlopen

from benchmarks.clients import Answer, Ask
from dashboard import ids, saved_ids
from dashboard.security import CALLBACK_PATH
from dashboard.store import StoreError
from dashboard.store_words import store_problem
from dashboard.words import Speaker

PLAN = "?plan=agro_processing:02:60:2026:3"
_VIEWS = ("?layer=vacancies", "?layer=returnees&province=12", "?layer=seekers&lang=km")
_PAGES = ("/", "/?layer=vacancies", "/mismatch", f"/scenarios{PLAN}", "/methods", "/data")
_SAVED = re.compile(r"saved=([a-z0-9]{16})(?::|%3A)(\d+)")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, kw_only=True)
class Asks:
    """The callbacks of one server."""

    known: Sequence[dict[str, Any]]

    @classmethod
    def of(cls, address: str) -> "Asks":
        """Those that the server at this address answers itself."""
        with urlopen(f"{address}/_dash-dependencies", timeout=30) as answer:
            told = json.load(answer)
        return cls(known=[one for one in told if not one.get("clientside_function")])

    def read(self) -> tuple[Ask, ...]:
        """Pages, and what is drawn on them without the database."""
        drawn = [
            self._body("root.children", {"data": {"path": path.partition("?")[0]}})
            for path in _PAGES
        ]
        drawn += [self._body("headline.html", {"search": view}) for view in _VIEWS]
        drawn += [self._body("ranking.children", {"search": view}) for view in _VIEWS]
        return (*(Ask(path=path) for path in _PAGES), *drawn)

    def listed(self) -> Ask:
        """The list of what is saved."""
        given = {"search": PLAN, "value": "", "data": None}
        return self._body(f"{saved_ids.LIST}.html", given)

    def save(self, name: str, *, over: tuple[str, int] | None = None) -> Ask:
        """The button that saves a plan: as a new one, or over a scenario and its version."""
        search = f"{PLAN}&saved={over[0]}:{over[1]}" if over else PLAN
        act = "saved:save" if over else "saved:create"
        given = {"act": {"text": act}, "search": search, "data": None}
        return self._body("", {**given, saved_ids.NAME: name, saved_ids.NOTE: "n"}, act=True)

    def _body(self, output: str, given: dict[str, Any], *, act: bool = False) -> Ask:
        """A callback as a browser posts it; what is `given` by id or by property goes in."""
        told = next(
            one
            for one in self.known
            if (output and output in one["output"].strip(".").split("..."))
            or (act and [one["inputs"][0]["id"], one["inputs"][0]["property"]] == _ACT)
        )
        key = told["output"]
        parts = [one.split(".") for one in key.strip(".").split("...")]
        outputs = [{"id": id, "property": name} for id, name in parts]

        def filled(part: str) -> list[dict[str, Any]]:
            return [
                {**one, "value": given.get(one["id"], given.get(one["property"]))}
                for one in ({"id": one["id"], "property": one["property"]} for one in told[part])
            ]

        body = {
            "output": key,
            "outputs": outputs if key.startswith("..") else outputs[0],
            "inputs": filled("inputs"),
            "state": filled("state"),
            "changedPropIds": [f"{told['inputs'][0]['id']}.{told['inputs'][0]['property']}"],
        }
        return Ask(path=CALLBACK_PATH, body=json.dumps(body).encode())


_ACT = [saved_ids.ACTS, "act"]


def confirmed(answer: Answer) -> tuple[str, int] | None:
    """The scenario and version that the link stands for after a save; None where none was made."""
    link = json.loads(answer.body)["response"].get(ids.SCENARIO_URL, {}).get("search", "")
    found = _SAVED.search(str(link))
    return (found[1], int(found[2])) if found else None


def said(answer: Answer) -> str:
    """What the page says after an act."""
    shown = json.loads(answer.body)["response"].get(saved_ids.SAID, {}).get("html", "")
    return unescape(_TAG.sub("", str(shown)))


def in_list(answer: Answer) -> str:
    """What stands where the saved scenarios are listed."""
    shown = json.loads(answer.body)["response"][saved_ids.LIST]["html"]
    return unescape(_TAG.sub("", str(shown)))


def words_of(problem: StoreError) -> str:
    """What a page says of a problem of the store."""
    return store_problem(problem, say=Speaker(lang="en"))
