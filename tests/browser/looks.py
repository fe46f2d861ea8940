"""What every widget must look like in each of its stages: sound for axe, seen by weak eyes, and fit for a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, ClassVar

from playwright.sync_api import Page

from tests.browser.components import THEMED, WIDTHS, View, assert_fits, faults_of, weak_contrasts

Stages = Callable[..., Iterator[tuple[str, View]]]


class Looks:
    """The tests; a subclass says which stages there are, by a function of `show`, page, theme and width."""

    name: ClassVar[str]  # begins the names of the pictures
    stages: ClassVar[Stages]
    targets: ClassVar[str] = "button:visible"  # what a finger has to hit

    @THEMED
    def test_axe_finds_no_fault(self, show: Any, page: Page, theme: str) -> None:
        assert faults_of(self.stages(show, page, theme)) == []

    @THEMED
    def test_text_and_controls_stand_out_enough(self, show: Any, page: Page, theme: str) -> None:
        assert weak_contrasts(page, self.stages(show, page, theme)) == []

    @THEMED
    def test_nothing_hangs_over_the_edge_and_targets_are_large(
        self, show: Any, page: Page, picture: Callable[[str], None], theme: str
    ) -> None:
        for stage, view in self.stages(show, page, theme, WIDTHS[theme][-1]):
            for width in WIDTHS[theme]:
                assert_fits(view, width, self.targets)
                picture(f"{self.name}-{stage}-{theme}-{width}")
