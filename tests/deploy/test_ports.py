from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from deploy.local.ports import any_free, choose_ports, first_free, is_free
from deploy.local.settings import HOST, StartError


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that a server listens on."""
    with socket.create_server((HOST, 0)) as server:
        yield server.getsockname()[1]


def test_a_port_that_a_server_listens_on_is_not_free(taken: int) -> None:
    assert not is_free(taken)


def test_a_taken_port_makes_way_for_the_next_free_one(taken: int) -> None:
    found = first_free(taken)
    assert found > taken
    assert is_free(found)


def test_a_server_on_all_addresses_takes_the_port_too() -> None:
    with socket.create_server(("", 0)) as server:
        assert not is_free(server.getsockname()[1])


def test_the_hub_gets_three_different_ports() -> None:
    ports = choose_ports(any_free(1)[0])
    assert len({ports.public, ports.hub, ports.proxy}) == 3


def test_no_free_port_is_said_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deploy.local.ports.is_free", lambda _port: False)
    with pytest.raises(StartError, match="make start port="):
        first_free(8000)
