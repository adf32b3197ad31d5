"""Thousands of callback bodies that no browser would send: no failure, nothing that would run."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from tests.attack.mutations import of_another_shape, with_other_values
from tests.attack.recorded import recorded
from tests.attack.scripts import blocks, live
from tests.attack.site import Site, is_orderly

VALUE_BATCHES, SHAPE_BATCHES, EACH = 30, 8, 250
_SETTINGS = settings(
    max_examples=EACH, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)


def sent(site: Site, body: Any) -> None:
    answer = site.call(body)
    is_orderly(answer.status_code, answer.text)
    assert answer.status_code in (200, 204, 400, 413), answer.text[:300]
    if answer.status_code == 200:
        for text in blocks(answer.json()):
            assert not live(text), live(text)
    elif answer.status_code != 204:
        assert list(answer.json()) == ["error"]


def test_there_are_ten_thousand_with_those_of_the_interfaces() -> None:
    from tests.attack.test_interfaces import COUNT

    assert (VALUE_BATCHES + SHAPE_BATCHES) * EACH + COUNT >= 10_000


@pytest.mark.parametrize("batch", range(VALUE_BATCHES))
def test_other_values(here: Site, batch: int) -> None:
    bodies = recorded(here)

    @seed(batch)
    @_SETTINGS
    @given(body=with_other_values(bodies))
    def attack(body: dict[str, Any]) -> None:
        sent(here, body)

    attack()


@pytest.mark.parametrize("batch", range(SHAPE_BATCHES))
def test_other_shapes(here: Site, batch: int) -> None:
    bodies = recorded(here)

    @seed(1000 + batch)
    @_SETTINGS
    @given(body=of_another_shape(bodies), data=st.data())
    def attack(body: Any, data: st.DataObject) -> None:
        content = json.dumps(body).encode()
        if data.draw(st.booleans()):
            at = data.draw(st.integers(0, len(content)))
            content = content[:at] + data.draw(st.binary(max_size=4)) + content[at + 2 :]
        sent(here, content)

    attack()
