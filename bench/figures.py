"""One measured figure beside its stock counterpart and its bound."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A median in `unit`; `stock` is None where there is nothing to compare with, `bound` None where none is set.

    `extra` says that the bound is on ours minus stock rather than on ours alone.
    """

    name: str
    unit: str
    ours: float
    stock: float | None = None
    bound: float | None = None
    extra: bool = False

    def row(self) -> tuple[str, ...]:
        """The figure as cells of the table."""
        measured = self.ours - (self.stock or 0.0) if self.extra else self.ours
        kind = "extra ≤" if self.extra else "≤"
        return (
            self.name,
            self._shown(self.ours),
            "" if self.stock is None else self._shown(self.stock),
            "" if not self.stock else f"{self.ours / self.stock:.2f}",
            "" if self.bound is None else f"{kind} {self._shown(self.bound)}",
            "" if self.bound is None else ("yes" if measured <= self.bound else f"NO: {self._shown(measured)}"),
        )

    def _shown(self, value: float) -> str:
        return f"{value:.1f} {self.unit}" if value < 1000 else f"{value:,.0f} {self.unit}"
