"""Both open interfaces, asked what their descriptions allow and what they do not."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode

from tests.attack.site import HERE, is_orderly, served
from tests.dashboard.api.test_fuzz import ADDRESSES

EACH = 25
_SECONDS = 300
MODES = tuple(GenerationMode)
COUNT = len(ADDRESSES) * len(MODES) * EACH


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    with served(tmp_path_factory.mktemp("interfaces"), who=HERE) as site:
        yield {
            path: schemathesis.openapi.from_asgi(path, site.dash.server)
            for path in {description for description, _, _ in ADDRESSES}
        }


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: str(mode.value))
@pytest.mark.parametrize("address", ADDRESSES, ids=lambda one: f"{one[2]} {one[1]}")
def test_whatever_is_asked_nothing_fails(
    described: dict[str, Any], address: tuple[str, str, str], mode: GenerationMode
) -> None:
    description, path, method = address
    strategy = described[description][path][method].as_strategy(generation_mode=mode)

    @seed(31337)
    @settings(
        max_examples=EACH,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=strategy)
    def ask(case: Any) -> None:
        answer = case.call(timeout=_SECONDS)
        is_orderly(answer.status_code, answer.text)
        assert answer.headers["x-content-type-options"] == ["nosniff"]

    ask()
