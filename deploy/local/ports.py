"""Finding ports that nobody uses."""

from __future__ import annotations

import socket

from deploy.local.settings import HOST, Ports, StartError

TRIED = 100  # ports after the wanted one


def is_free(port: int) -> bool:
    """Whether a server could listen on this port now."""
    with socket.socket() as trial:
        # As servers do: a port whose last connections are still closing down counts as free.
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((HOST, port))
        except OSError:
            return False
    # On some systems binding succeeds beside a server that listens on all addresses.
    with socket.socket() as trial:
        trial.settimeout(1)
        return trial.connect_ex((HOST, port)) != 0


def first_free(wanted: int) -> int:
    """The wanted port, or the next one above it that is free."""
    for port in range(wanted, min(wanted + TRIED, 65536)):
        if is_free(port):
            return port
    raise StartError(f"None of the ports {wanted} to {wanted + TRIED - 1} is free; give another: make start port=8500")


def any_free(count: int) -> list[int]:
    """That many free ports, different from each other, wherever the system finds them."""
    trials = [socket.socket() for _ in range(count)]
    try:
        for trial in trials:
            trial.bind((HOST, 0))
        return [int(trial.getsockname()[1]) for trial in trials]
    finally:
        for trial in trials:
            trial.close()


def choose_ports(wanted: int) -> Ports:
    """The ports for a hub: `wanted` or the next free one to open in the browser, any two behind it."""
    hub, proxy = any_free(2)
    return Ports(public=first_free(wanted), hub=hub, proxy=proxy)
