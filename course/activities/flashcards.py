"""Flashcards as a widget; every review goes to the response log, and the log alone says what is due."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import traitlets

from course import decks, responses
from course.activities.widget import DAMAGE, Saving, front_end, note, show_widget, why
from course.faces import deck_html, deck_plain
from course.question_files import QuestionFileError, activity, course_data, learner
from course.responses import Record
from course.text import checked


class Flashcards(Saving):
    """The cards of one deck, one at a time: those that are due, then new ones."""

    _esm, _css = front_end("flashcards")

    cards: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)  # id -> front and back
    name = traitlets.Unicode().tag(sync=True)
    deck: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)

    def __init__(self, log: Path, learner: str, name: str, cards: dict[str, dict[str, str]], **traits: Any) -> None:
        self._log, self._learner = log, learner
        super().__init__(store=str(log), name=name, cards=cards, deck=self._now(cards), **traits)

    def _receive(self, widget: object, message: dict[str, Any], buffers: object) -> None:
        if isinstance(message, dict) and message.get("type") == "look":
            self.deck = self._now(self.cards)
        else:
            super()._receive(widget, message, buffers)

    def keep(self, message: dict[str, Any]) -> str:
        """Log what was done with a card, or with each known card where all of them are taken back."""
        response = message["response"]
        card, act = response["card"], response["act"]
        if act not in decks.ACTS or (card not in self.cards and act != "back"):
            raise ValueError("it is no review")
        at = responses.now()
        for one in [card] if card in self.cards else self.deck["known"]:
            responses.append(self._log, Record(decks.item_of(one), [act], 1, at, self._learner))
        self.deck = self._now(self.cards)
        return at

    def _now(self, cards: dict[str, Any]) -> dict[str, Any]:
        """The deck as the page shows it; only the first card of the queue says when it would come again."""
        records = [one for one in responses.read(self._log).records if one.learner == self._learner]
        now = datetime.now(UTC)
        deck = decks.deck_of(tuple(cards), records, now)
        shown: dict[str, Any] = deck._asdict() | {"queue": list(deck.queue), "known": list(deck.known)}
        shown["next_at"] = deck.next_at.isoformat() if deck.next_at else None
        shown["dues"] = {}
        if deck.queue:
            dues = decks.next_dues(deck.queue[0], records, now)
            # In seconds from now, so that the page needs no clock that agrees with ours.
            shown["dues"] = {rating: round((at - now).total_seconds()) for rating, at in dues.items()}
        return shown


def flashcards(module: str) -> None:
    """Show the flashcards of a module: the words of its glossary, when they are due."""
    try:
        course, language, found = activity(f"{module}-cards")
        cards = {
            card["id"]: {"front": checked(card["front"]), "back": checked(card["back"])} for card in found["cards"]
        }
        face = deck_html(found)
        log = course_data(course) / responses.FILE_NAME
        widget = Flashcards(log, learner(), module, cards, course_language=language)
    except (QuestionFileError, *DAMAGE) as fault:
        note(why(fault))
        return
    show_widget(widget, deck_plain(found), face)
