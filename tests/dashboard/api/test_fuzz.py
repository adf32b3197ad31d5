"""The whole interface, asked whatever its own description allows and forbids: never a failure."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from dashboard.api.catalogue import operations
from tests.dashboard.api.asking import site_in

pytestmark = pytest.mark.slow

FEATURES = ("", "/conformance", "/collections", "/collections/{collectionId}")
ITEMS = ("/collections/{collectionId}/items", "/collections/{collectionId}/items/{featureId}")
ADDRESSES = [
    *(("/api/v1/openapi.json", one.address, one.method) for one in operations()),
    *(("/ogc/api", f"/ogc{path}", "GET") for path in (*FEATURES, *ITEMS)),
]
CHECKS = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
"""Every answer is one that the description knows: its status, type and shape."""


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """Both descriptions, of one server."""
    with site_in(tmp_path_factory.mktemp("store")) as site:
        yield {
            path: schemathesis.openapi.from_asgi(path, site.server)
            for path in ("/api/v1/openapi.json", "/ogc/api")
        }


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: str(mode.value))
@pytest.mark.parametrize("address", ADDRESSES, ids=lambda one: f"{one[2]} {one[1]}")
def test_every_address_answers_whatever_is_asked(
    described: dict[str, Any], address: tuple[str, str, str], mode: GenerationMode
) -> None:
    description, path, method = address
    operation = described[description][path][method]
    strategy = operation.as_strategy(generation_mode=mode)

    @seed(2025)
    @settings(
        max_examples=10,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=strategy)
    def ask(case: Any) -> None:
        answer = case.call()
        assert answer.status_code < 500, f"{case.as_curl_command()}: {answer.text}"
        case.validate_response(answer, checks=CHECKS)

    ask()
