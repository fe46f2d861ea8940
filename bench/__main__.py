"""Run every benchmark and print one table; `python -m bench NAME ...` runs some of them."""

from __future__ import annotations

import argparse

from rich.console import Console
from rich.table import Table

from bench import builds, clicks, grading, kernels, opening, workers
from bench.figures import Figure

BENCHMARKS = {
    "kernels": kernels.run,
    "clicks": clicks.run,
    "opening": opening.run,
    "builds": builds.run,
    "grading": grading.run,
    "workers": workers.run,
}


def main() -> None:
    """Print ours, stock, their ratio or difference, and the bound that we hold ourselves to."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *BENCHMARKS], help="which (default: all)")
    names = parser.parse_args().names or list(BENCHMARKS)
    figures: list[Figure] = []
    for name in names:
        Console(stderr=True).print(f"measuring {name} …")
        figures += BENCHMARKS[name]()
    table = Table(title="medians; ours beside the stock way in the same run")
    for column in ("figure", "ours", "stock", "ours/stock", "bound", "held"):
        table.add_column(column, justify="left" if column == "figure" else "right")
    for figure in figures:
        table.add_row(*figure.row())
    Console(width=118).print(table)


if __name__ == "__main__":
    main()
